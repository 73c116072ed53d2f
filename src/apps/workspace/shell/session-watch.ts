import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { onSignedOut } from "#ui/signed-out.ts";
import { api } from "../api.ts";
import { hearTabs, setSession } from "../session.ts";
import { lastActive } from "./last-active.ts";

/** Who types is told of the end at most this late; one question to the server each time. */
const LOOK_EVERY = 15_000;
/** After this long without a touch, or outside any field, nobody is taken to be in the middle of a word: the page is covered at once. */
const AWAY = 60_000;

/** Whether words are being typed at this moment into something that the page would cover. */
function isTyping(): boolean {
  const { activeElement: field } = document;
  if (!(field instanceof HTMLElement)) return false;
  return field.isContentEditable || field.matches("textarea, input:not([type=radio], [type=checkbox])");
}

/**
 * Notices that the session is over before anything typed is sent and refused: looks while the person types or clicks,
 * when the page comes into sight, and when any call or another tab has found out. `onBack`: somebody signed in in
 * another tab.
 */
export function useSessionWatch(onBack: () => void): void {
  const queryClient = useQueryClient();
  useEffect(() => {
    const over = () => setSession(isTyping() && Date.now() - lastActive() <= AWAY ? "told" : "asked");
    let looked = Date.now();
    const look = () => {
      if (Date.now() - looked < LOOK_EVERY) return;
      looked = Date.now();
      void queryClient.invalidateQueries({ queryKey: api.organization.me.key() });
    };
    const seen = () => {
      if (document.visibilityState === "visible") look();
    };
    const ends = [onSignedOut(over), hearTabs((what) => (what === "out" ? over() : onBack()))];
    for (const kind of ["keydown", "pointerdown"]) document.addEventListener(kind, look, { capture: true });
    document.addEventListener("visibilitychange", seen);
    return () => {
      for (const end of ends) end();
      for (const kind of ["keydown", "pointerdown"])
        document.removeEventListener(kind, look, { capture: true });
      document.removeEventListener("visibilitychange", seen);
    };
  }, [queryClient, onBack]);
}
