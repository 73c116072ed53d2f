import { useEffect, useSyncExternalStore } from "react";

/** Something that Ctrl K finds beside the screens: an item, a person, a command. */
export interface PaletteEntry {
  label: string;
  /** What it is: "Nội dung", "Nhiệm vụ". */
  kind: string;
  /** Address below /workspace, or what to run. */
  to?: string;
  run?: () => void;
}

let entries: PaletteEntry[] = [];
const listeners = new Set<() => void>();
const change = (next: PaletteEntry[]) => {
  entries = next;
  for (const listener of listeners) listener();
};

/** Lets Ctrl K find these while the calling screen is shown. */
export function usePaletteEntries(mine: PaletteEntry[]): void {
  useEffect(() => {
    change([...mine, ...entries]);
    return () => change(entries.filter((entry) => !mine.includes(entry)));
  }, [mine]);
}

/** All that screens have registered. */
export const useRegisteredEntries = (): PaletteEntry[] =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => entries,
  );
