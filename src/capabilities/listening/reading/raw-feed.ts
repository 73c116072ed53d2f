/** A text as a feed carries it. */
export interface RawText {
  kind: "html" | "text";
  value: string;
  /** What its own addresses begin at, where the feed says so. */
  base: string | null;
}

/** An item as its format has it: nothing cleaned, joined or judged yet. */
export interface RawItem {
  id: string | null;
  link: string | null;
  /** What its address begins at, where the feed says so. */
  base: string | null;
  title: RawText | null;
  /** When it came out, by every name that the format has for it, the best first. */
  dates: (string | null | undefined)[];
  /** When it was last changed: of two with one id the later one stands. */
  changed: string | null;
  summary: RawText | null;
  content: RawText | null;
}

export interface RawFeed {
  title: RawText | null;
  /** Addresses that the feed gives itself, for links that begin nowhere. */
  addresses: (string | null | undefined)[];
  items: RawItem[];
  /** Items in the file, those that hold nothing included. */
  itemsInFile: number;
}

export const html = (value: string | null | undefined, base: string | null = null): RawText | null =>
  value ? { kind: "html", value, base } : null;
export const text = (value: string | null | undefined): RawText | null =>
  value ? { kind: "text", value, base: null } : null;
