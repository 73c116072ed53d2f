import { useCallback, useEffect, useRef, useState } from "react";
import { statusOf } from "#ui/api-error.ts";
import type { ContentFields } from "../content-fields.ts";
import { api, type Item, newId, type Revision } from "./api.ts";
import { forgetLocally, keepLocally } from "./local-draft.ts";

export type SaveState =
  | { kind: "saved"; at: string | null }
  | { kind: "waiting" }
  | { kind: "saving" }
  | { kind: "offline" }
  | { kind: "refused"; error: unknown }
  | { kind: "stale"; theirs: Revision };

/** After the last keystroke; together with the call well within two seconds. */
const SETTLE_MS = 1200;
const RETRY_MS = 4000;

/** The newer revision that a refused save carries. */
const newerRevision = (error: unknown): Revision | null =>
  statusOf(error) === 409 ? ((error as { data?: { current?: Revision } }).data?.current ?? null) : null;

/**
 * Saves what is typed: on this machine at once, on the server soon after, one save at a time, the same save again
 * after a lost network (the server knows it by its id). Nothing is saved while an input method is composing. A
 * newer revision stops saving until the writer has chosen.
 */
export function useAutosave(item: Item, onSaved: (saved: Item) => void, startBase = item.current.id) {
  const [state, setState] = useState<SaveState>({ kind: "saved", at: null });
  const fields = useRef<ContentFields | null>(null);
  const base = useRef(startBase);
  const keptAt = useRef<string>(undefined);
  const attempt = useRef<{ saveId: string; fields: ContentFields } | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const composing = useRef(false);
  const stopped = useRef(false);
  const running = useRef<Promise<boolean> | null>(null);
  const again = useRef<() => void>(() => {});

  const send = useCallback(async (): Promise<boolean> => {
    if (stopped.current) return false;
    if (composing.current) {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => again.current(), SETTLE_MS);
      return false;
    }
    if (fields.current === null && attempt.current === null) return true;
    if (attempt.current === null) {
      attempt.current = { saveId: newId(), fields: fields.current! };
      fields.current = null;
    }
    const { saveId, fields: sent } = attempt.current;
    setState({ kind: "saving" });
    try {
      const saved = await api.newsroom.save.call({
        id: item.id,
        saveId,
        baseRevisionId: base.current,
        fields: sent,
      });
      base.current = saved.current.id;
      attempt.current = null;
      if (fields.current === null) {
        forgetLocally(item.id, keptAt.current);
        setState({ kind: "saved", at: new Date().toISOString() });
      }
      onSaved(saved);
      return fields.current === null ? true : send();
    } catch (error) {
      const theirs = newerRevision(error);
      const status = statusOf(error);
      if (theirs) {
        stopped.current = true;
        fields.current ??= sent;
        attempt.current = null;
        setState({ kind: "stale", theirs });
      } else if (status !== null && status < 500) {
        fields.current ??= sent;
        attempt.current = null;
        setState({ kind: "refused", error });
      } else {
        setState({ kind: "offline" });
        clearTimeout(timer.current);
        timer.current = setTimeout(() => again.current(), RETRY_MS);
      }
      return false;
    }
  }, [item.id, onSaved]);

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
    (next: ContentFields) => {
      fields.current = next;
      keptAt.current = new Date().toISOString();
      keepLocally(item.id, { fields: next, baseRevisionId: base.current, at: keptAt.current });
      setState((before) => (before.kind === "stale" ? before : { kind: "waiting" }));
      if (!stopped.current) arm();
    },
    [arm, item.id],
  );

  /** The writer has chosen between two texts: saving goes on from theirs. */
  const resume = useCallback(
    (theirs: Revision, chosen: ContentFields) => {
      base.current = theirs.id;
      stopped.current = false;
      attempt.current = null;
      fields.current = null;
      change(chosen);
    },
    [change],
  );

  useEffect(() => {
    const begin = () => {
      composing.current = true;
    };
    const end = () => {
      composing.current = false;
    };
    const online = () => void flush();
    document.addEventListener("compositionstart", begin);
    document.addEventListener("compositionend", end);
    window.addEventListener("online", online);
    return () => {
      document.removeEventListener("compositionstart", begin);
      document.removeEventListener("compositionend", end);
      window.removeEventListener("online", online);
      // Leaving the screen within the second saves at once.
      if (fields.current !== null && !stopped.current) void flush();
      clearTimeout(timer.current);
    };
  }, [flush]);

  return { state, change, flush, resume };
}
