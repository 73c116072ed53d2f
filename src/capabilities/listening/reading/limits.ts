/** Bounds that keep a hostile feed from taking the machine; the feeds of the press stay far below each. */
export const limits = {
  /** Bytes after decompression, as large as a sitemap may be. */
  bytes: 50 * 1024 * 1024,
  /** Items of one feed, as many as a sitemap may have. */
  items: 50_000,
  /** Characters of one item's text after cleaning. */
  html: 500_000,
  /** Characters of a summary. */
  summary: 2_000,
  /** Characters of a title, an id or an address. */
  line: 2_000,
  /** Nesting of elements; what lies deeper loses its element and keeps its text. */
  depth: 80,
  /** Attributes of one element. */
  attributes: 100,
} as const;

export const bytesInWords = "50 MB";
