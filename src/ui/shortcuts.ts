import { useEffect, useRef, useSyncExternalStore } from "react";
import { isComposing, isWriting } from "./ime.ts";

/** A shortcut of the keyboard; never the only way to do something. */
export interface Shortcut {
  /** "mod+k" (Ctrl, or ⌘ on a Mac), "mod+Enter", "?", "c". */
  keys: string;
  /** What it does, as the list under `?` says it. */
  label: string;
  run: () => void;
}

let active: Shortcut[] = [];
const listeners = new Set<() => void>();
const change = (next: Shortcut[]) => {
  active = next;
  for (const listener of listeners) listener();
};

/** Whether the event is this shortcut: never while composing, and a single letter never where text is written. */
export function matchesShortcut(event: KeyboardEvent, keys: string): boolean {
  if (isComposing(event)) return false;
  const parts = keys.split("+");
  const key = parts.at(-1) ?? "";
  const wantsMod = parts.includes("mod");
  if (wantsMod !== (event.ctrlKey || event.metaKey) || event.altKey) return false;
  if (!wantsMod && isWriting(event.target)) return false;
  return event.key.toLowerCase() === key.toLowerCase();
}

/** "mod+k" as people read it: "Ctrl K", on a Mac "⌘ K". */
export function keysAsText(keys: string, isMac: boolean): string {
  return keys
    .split("+")
    .map((part) => (part === "mod" ? (isMac ? "⌘" : "Ctrl") : part.length === 1 ? part.toUpperCase() : part))
    .join(" ");
}

/** Makes shortcuts work, and lists them under `?`, while the calling screen is shown. The newest one wins. */
export function useShortcuts(shortcuts: Shortcut[]): void {
  const latest = useRef(shortcuts);
  latest.current = shortcuts;
  const signature = shortcuts.map(({ keys, label }) => `${keys} ${label}`).join("\n");
  useEffect(() => {
    const mine = signature
      .split("\n")
      .flatMap((_, index) => latest.current[index] ?? [])
      .map((shortcut, index) => ({ ...shortcut, run: () => latest.current[index]?.run() }));
    change([...mine, ...active]);
    return () => change(active.filter((shortcut) => !mine.includes(shortcut)));
  }, [signature]);
}

/** The shortcuts that work on the screen shown, newest first. */
export const useActiveShortcuts = (): Shortcut[] =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => active,
  );

/** Listens on the document; called once by the shell. */
export function listenForShortcuts(target: Document): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented) return;
    const found = active.find(({ keys }) => matchesShortcut(event, keys));
    if (!found) return;
    event.preventDefault();
    // A key that is held down would decide the text that opens after the one it decided.
    if (event.repeat) return;
    found.run();
  };
  target.addEventListener("keydown", onKeyDown);
  return () => target.removeEventListener("keydown", onKeyDown);
}
