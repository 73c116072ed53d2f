import type { KeyboardEvent } from "react";

/** Marks what the arrow keys go to inside a pane. */
export const ROW = { "data-row": "" } as const;

const target: Record<string, (at: number, last: number) => number> = {
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
};

/** Arrow keys, Home and End go from row to row; the Tab key knows only one of them. */
export function moveAmongRows(event: KeyboardEvent<HTMLElement>): void {
  const next = target[event.key];
  const from = (event.target as HTMLElement).closest("[data-row]");
  if (!next || !from || event.target !== from) return;
  event.preventDefault();
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-row]")];
  rows[next(rows.indexOf(from as HTMLElement), rows.length - 1)]?.focus();
}

/** Scrolls a pane, and nothing around it, until the row stands in its upper third. */
export function showInPane(pane: HTMLElement | null, row: HTMLElement | null | undefined): void {
  if (!pane || !row) return;
  const top = row.getBoundingClientRect().top - pane.getBoundingClientRect().top + pane.scrollTop;
  pane.scrollTo({ top: Math.max(0, top - pane.clientHeight / 4) });
}
