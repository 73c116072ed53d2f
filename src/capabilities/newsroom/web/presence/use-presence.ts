import { useCallback, useEffect, useRef, useState } from "react";
import { API } from "#ui/api.ts";
import { api } from "../api.ts";

export type Presence = Awaited<ReturnType<typeof api.newsroom.presence.call>>;

const REFRESH_MS = 20_000;
/** Who does nothing for so long neither holds the item nor keeps asking. */
const IDLE_MS = 10 * 60_000;

/**
 * Who is writing the item, asked three times a minute while the person is there. `begin` is called with each change
 * and makes the caller the writer; `other` is somebody else who is. A lost network holds up nobody. Once the item may
 * no longer be written (submitted, published), its writer lets go of it.
 */
export function usePresence(id: string, mayWrite: boolean) {
  const [presence, setPresence] = useState<Presence | null>(null);
  // Somebody else writes what was being written here.
  const [ousted, setOusted] = useState(false);
  const holds = useRef(false);
  const asking = useRef(false);
  const active = useRef(Date.now());
  const typed = useRef(0);
  const here = useRef(true);

  const leave = useCallback(() => {
    if (!holds.current) return;
    holds.current = false;
    // A closing page may still send this, and nothing else.
    void fetch(`${API}/content/${id}/release`, {
      method: "POST",
      keepalive: true,
      credentials: "same-origin",
      headers: { "content-type": "application/json" },
      body: "{}",
    }).catch(() => undefined);
  }, [id]);

  const learn = useCallback(
    async (ask: () => Promise<Presence>) => {
      try {
        const answer = await ask();
        const isOther = answer.holder !== null && !answer.holder.isMe;
        if (isOther && holds.current) setOusted(true);
        if (!isOther) setOusted(false);
        holds.current = answer.holder?.isMe ?? false;
        // Whoever left while the answer was on its way holds up nobody.
        if (here.current) setPresence(answer);
        else leave();
      } catch {
        // Unknown is not forbidden: the text is guarded by its revision, not by this.
      }
    },
    [leave],
  );

  const begin = useCallback(() => {
    typed.current = Date.now();
    active.current = typed.current;
    if (holds.current || asking.current) return;
    asking.current = true;
    void learn(() => api.newsroom.hold.call({ id })).finally(() => {
      asking.current = false;
    });
  }, [id, learn]);

  const takeOver = useCallback(() => {
    typed.current = Date.now();
    return learn(() => api.newsroom.hold.call({ id, takeOver: true }));
  }, [id, learn]);
  const ask = useCallback(() => learn(() => api.newsroom.ask.call({ id })), [id, learn]);
  const release = useCallback(() => {
    holds.current = false;
    return learn(() => api.newsroom.release.call({ id }));
  }, [id, learn]);

  useEffect(() => {
    if (!mayWrite && holds.current) void release();
  }, [mayWrite, release]);

  useEffect(() => {
    const look = () => {
      const now = Date.now();
      if (now - active.current > IDLE_MS && now - typed.current > IDLE_MS) {
        if (holds.current) void release();
        return;
      }
      if (holds.current) void learn(() => api.newsroom.hold.call({ id }));
      else if (!document.hidden) void learn(() => api.newsroom.presence.call({ id }));
    };
    const there = () => {
      active.current = Date.now();
    };
    const shown = () => {
      if (document.hidden) return;
      there();
      look();
    };
    here.current = true;
    look();
    const timer = setInterval(look, REFRESH_MS);
    document.addEventListener("visibilitychange", shown);
    document.addEventListener("pointermove", there, { passive: true });
    document.addEventListener("keydown", there, { passive: true });
    window.addEventListener("pagehide", leave);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", shown);
      document.removeEventListener("pointermove", there);
      document.removeEventListener("keydown", there);
      window.removeEventListener("pagehide", leave);
      here.current = false;
      leave();
    };
  }, [id, learn, leave, release]);

  const holder = presence?.holder ?? null;
  return {
    presence,
    other: holder && !holder.isMe ? holder : null,
    ousted,
    askedOfMe: holder?.isMe ? holder.askedByName : null,
    begin,
    takeOver,
    ask,
    release,
  };
}
