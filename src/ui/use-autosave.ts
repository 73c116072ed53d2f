import { useCallback, useEffect, useRef, useState } from "react";
import { statusOf } from "./api-error.ts";
import { lookAfter } from "./cared-for.ts";
import { forgetLocally, keepLocally } from "./local-draft.ts";
import { newId } from "./new-id.ts";
import { onSignedIn } from "./signed-out.ts";

/** `Version`: a saved text as the server answers it. */
export type SaveState<Version> =
  | { kind: "saved"; at: string | null }
  | { kind: "waiting" }
  | { kind: "saving" }
  | { kind: "offline" }
  | { kind: "refused"; error: unknown }
  | { kind: "stale"; theirs: Version };

/** What saves a text. `save` must answer the same save (by its id) sent again as if it came once. */
export interface Saving<Text, Version extends { id: string }> {
  /** Names the text among everything kept on this machine. */
  key: string;
  /** The saved version that the writer began from. */
  base: string;
  save: (attempt: { saveId: string; base: string; text: Text }) => Promise<Version>;
  /** True while somebody else is writing: what is typed stays on this machine. */
  paused?: boolean;
  /** A newer version came from elsewhere while nothing was typed: writing goes on from it. */
  onNewer?: (version: Version) => void;
}

/** After the last keystroke; together with the call well within two seconds. */
const SETTLE_MS = 1000;
const RETRY_MS = 4000;

/** The newer version that a refused save, or another act on a stale text, carries. */
export const newerVersion = <Version>(error: unknown): Version | null =>
  statusOf(error) === 409 ? ((error as { data?: { current?: Version } }).data?.current ?? null) : null;

/**
 * Saves what is typed: on this machine at once, on the server soon after, one save at a time, the same save again
 * after a lost network (the server knows it by its id). Nothing is saved while an input method is composing. A
 * newer version (a Conflict whose data is `{ current }`) stops saving until the writer has chosen. The other tabs of
 * this browser hear of each save at once.
 */
export function useAutosave<Text, Version extends { id: string }>(saving: Saving<Text, Version>) {
  const { key } = saving;
  const [state, setState] = useState<SaveState<Version>>({ kind: "saved", at: null });
  const server = useRef(saving.save);
  server.current = saving.save;
  const paused = useRef(false);
  paused.current = saving.paused ?? false;
  const onNewer = useRef(saving.onNewer);
  onNewer.current = saving.onNewer;
  // Every version that this tab has had before it; a message about one of them comes late.
  const known = useRef(new Set([saving.base]));
  const tabs = useRef<BroadcastChannel | null>(null);
  const text = useRef<Text | null>(null);
  const base = useRef(saving.base);
  const keptAt = useRef<string>(undefined);
  const attempt = useRef<{ saveId: string; text: Text } | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const composing = useRef(false);
  const stopped = useRef(false);
  const running = useRef<Promise<boolean> | null>(null);
  const again = useRef<() => void>(() => {});

  const send = useCallback(async (): Promise<boolean> => {
    if (stopped.current) return false;
    if (paused.current) return text.current === null && attempt.current === null;
    if (composing.current) {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => again.current(), SETTLE_MS);
      return false;
    }
    if (text.current === null && attempt.current === null) return true;
    if (attempt.current === null) {
      attempt.current = { saveId: newId(), text: text.current! };
      // The version may carry this id, and be heard of from elsewhere before the answer is here.
      known.current.add(attempt.current.saveId);
      text.current = null;
    }
    const { saveId, text: sent } = attempt.current;
    setState({ kind: "saving" });
    try {
      const saved = await server.current({ saveId, base: base.current, text: sent });
      base.current = saved.id;
      known.current.add(saved.id);
      tabs.current?.postMessage(saved);
      attempt.current = null;
      if (text.current === null) {
        forgetLocally(key, keptAt.current);
        setState({ kind: "saved", at: new Date().toISOString() });
      }
      return text.current === null ? true : send();
    } catch (error) {
      const theirs = newerVersion<Version>(error);
      const status = statusOf(error);
      if (theirs) {
        stopped.current = true;
        text.current ??= sent;
        attempt.current = null;
        setState({ kind: "stale", theirs });
      } else if (status !== null && status < 500) {
        text.current ??= sent;
        attempt.current = null;
        setState({ kind: "refused", error });
      } else {
        setState({ kind: "offline" });
        clearTimeout(timer.current);
        timer.current = setTimeout(() => again.current(), RETRY_MS);
      }
      return false;
    }
  }, [key]);

  const flush = useCallback((): Promise<boolean> => {
    clearTimeout(timer.current);
    const next = (running.current ?? Promise.resolve(true)).then(send, send);
    running.current = next;
    return next;
  }, [send]);
  again.current = () => void flush();

  const arm = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      if (composing.current) arm();
      else void flush();
    }, SETTLE_MS);
  }, [flush]);

  /** Takes what is typed now. */
  const change = useCallback(
    (next: Text) => {
      text.current = next;
      keptAt.current = new Date().toISOString();
      keepLocally(key, { text: next, base: base.current, at: keptAt.current });
      setState((before) => (before.kind === "stale" ? before : { kind: "waiting" }));
      if (!stopped.current) arm();
    },
    [arm, key],
  );

  /** The writer has chosen between two texts: saving goes on from theirs. */
  const resume = useCallback(
    (theirs: Version, chosen: Text) => {
      base.current = theirs.id;
      known.current.add(theirs.id);
      stopped.current = false;
      attempt.current = null;
      text.current = null;
      change(chosen);
    },
    [change],
  );

  /** A version saved elsewhere is taken as the base when nothing was typed here; else the writer has to choose. */
  const meet = useCallback((version: Version) => {
    if (stopped.current || known.current.has(version.id)) return;
    if (text.current === null && attempt.current === null) {
      base.current = version.id;
      known.current.add(version.id);
      onNewer.current?.(version);
    } else {
      stopped.current = true;
      clearTimeout(timer.current);
      text.current ??= attempt.current!.text;
      attempt.current = null;
      setState({ kind: "stale", theirs: version });
    }
  }, []);

  useEffect(() => {
    const channel = new BroadcastChannel(`gandan.saved.${key}`);
    channel.onmessage = ({ data }: MessageEvent<Version>) => meet(data);
    tabs.current = channel;
    return () => {
      tabs.current = null;
      channel.close();
    };
  }, [key, meet]);

  const { paused: waits } = saving;
  useEffect(() => {
    if (!waits && text.current !== null && !stopped.current) arm();
  }, [waits, arm]);

  useEffect(() => {
    const letGo = lookAfter(key);
    const begin = () => {
      composing.current = true;
    };
    const end = () => {
      composing.current = false;
    };
    const online = () => void flush();
    // A tab that goes out of sight may never come back.
    const hidden = () => {
      if (document.visibilityState === "hidden") void flush();
    };
    document.addEventListener("compositionstart", begin);
    document.addEventListener("compositionend", end);
    document.addEventListener("visibilitychange", hidden);
    window.addEventListener("online", online);
    const heard = onSignedIn(() => {
      if (!stopped.current) void flush();
    });
    return () => {
      document.removeEventListener("compositionstart", begin);
      document.removeEventListener("compositionend", end);
      document.removeEventListener("visibilitychange", hidden);
      window.removeEventListener("online", online);
      heard();
      // Leaving the screen within the second saves at once.
      if (text.current !== null && !stopped.current) void flush();
      clearTimeout(timer.current);
      void (running.current ?? Promise.resolve()).finally(letGo);
    };
  }, [flush, key]);

  /** The saved version that the writer has before them. */
  const seen = useCallback(() => base.current, []);

  return { state, change, flush, resume, meet, seen };
}
