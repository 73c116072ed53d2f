import { Button, Modal, Stack, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { api } from "../api.ts";
import { setSession, tellTabs } from "../session.ts";
import { authCall } from "../sign-in/auth-call.ts";
import { type IdleState, idleState, lastActive, noteActive } from "./last-active.ts";

const KEEP_ALIVE_EVERY = 5 * 60_000;

/** Warns two minutes before an unused session ends; keeps it alive while the person types or moves. */
export function IdleWarning({ minutes }: { minutes: number }) {
  const queryClient = useQueryClient();
  const [state, setState] = useState<IdleState>({ phase: "active" });
  useEffect(() => {
    noteActive();
    let kept = Date.now();
    let ended = false;
    const onActivity = () => {
      // Once warned, only the button counts: moving the mouse past the screen is no decision.
      if (idleState(lastActive(), Date.now(), minutes).phase === "active") noteActive();
    };
    const tick = () => {
      const now = Date.now();
      const next = idleState(lastActive(), now, minutes);
      setState((shown) => (shown.phase === "active" && next.phase === "active" ? shown : next));
      if (next.phase === "over" && !ended) {
        ended = true;
        setSession("asked");
        void authCall("sign-out").then(
          () => tellTabs("out"),
          () => undefined,
        );
      }
      if (next.phase === "active") ended = false;
      if (next.phase === "active" && now - kept > KEEP_ALIVE_EVERY && now - lastActive() < KEEP_ALIVE_EVERY) {
        kept = now;
        void queryClient.invalidateQueries({ queryKey: api.organization.me.key() });
      }
    };
    const timer = setInterval(tick, 1000);
    for (const kind of ["pointerdown", "pointermove", "keydown", "scroll"])
      document.addEventListener(kind, onActivity, { passive: true, capture: true });
    return () => {
      clearInterval(timer);
      for (const kind of ["pointerdown", "pointermove", "keydown", "scroll"])
        document.removeEventListener(kind, onActivity, { capture: true });
    };
  }, [minutes, queryClient]);
  const stay = () => {
    noteActive();
    setState({ phase: "active" });
    void queryClient.invalidateQueries({ queryKey: api.organization.me.key() });
  };
  return (
    <Modal opened={state.phase === "warned"} onClose={stay} title="Bạn còn ở đó không?">
      <Stack>
        <Text>
          Đã lâu không có thao tác nào. Để giữ an toàn cho tài khoản, phiên làm việc sẽ kết thúc sau{" "}
          {state.phase === "warned" ? state.secondsLeft : 0} giây.
        </Text>
        <Button onClick={stay} data-autofocus w="fit-content">
          Tiếp tục làm việc
        </Button>
      </Stack>
    </Modal>
  );
}
