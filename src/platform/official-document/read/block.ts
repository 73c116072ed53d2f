export type Alignment = "left" | "center" | "right" | "justify";

/** A paragraph as a reader sees it, whatever runs it was typed in. */
export interface Paragraph {
  kind: "paragraph";
  /** Position in the source from 0, table cells counted. */
  index: number;
  /** NFC, with plain spaces; "\n" for a line break inside the paragraph, "\t" for a tab. */
  text: string;
  /** The automatic number or bullet as printed ("4.1.", "-"); null when there is none. */
  label: string | null;
  /** Depth of that label in its list from 0; null without one. */
  labelLevel: number | null;
  align: Alignment | null;
  bold: boolean;
  italic: boolean;
  /** The first words that alone are bold or italic, such as a run-in heading; null when all or none are. */
  emphasis: string | null;
}

export interface TableCell {
  paragraphs: Paragraph[];
  /** First column from 0, and how many columns it covers. */
  column: number;
  span: number;
  /** True for a cell that only continues the one above it; it then shares that cell's paragraphs. */
  continued: boolean;
}

export interface Table {
  kind: "table";
  /** Source position of its first paragraph. */
  index: number;
  rows: TableCell[][];
  /** False where no lines part the cells: a merged cell then looks like an empty one. */
  ruled?: false;
}

export type Block = Paragraph | Table;

/** A document as neutral blocks in reading order. */
export interface SourceDocument {
  format: "docx" | "odt" | "pdf" | "text" | "markdown";
  blocks: Block[];
  /** What was left out on purpose, by count; `pages` are those that are pictures, from 1. */
  leftOut: { deletions: number; comments: number; footnotes: number; pages?: number[] };
}
