import type { Item } from "./line.ts";
import { isCapitals } from "./printed.ts";

type TableItem = Extract<Item, { kind: "table" }>;

/** The tables of the appendices, each with the title printed above it. */
export function titledTables(items: Item[]): { item: TableItem; title: string | null }[] {
  const found: { item: TableItem; title: string | null }[] = [];
  let words: string[] = [];
  let title: string | null = null;
  for (const item of items) {
    if (item.kind === "table") {
      if (words.length > 0) title = words.join(" ");
      words = [];
      found.push({ item, title });
      continue;
    }
    if (/^phụ lục/i.test(item.text)) words = [];
    const attached = /^\(?\s*(ban hành )?kèm theo/i.test(item.text);
    if (!attached && (words.length < 4 || isCapitals(item.text)) && item.text.length < 300)
      words.push(item.text);
  }
  return found;
}
