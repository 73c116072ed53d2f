import type { Block, Paragraph, SourceDocument, Table } from "#platform/official-document/read/block.ts";
import { startsWithField } from "./field-name.ts";
import { parseLabel } from "./label.ts";
import { isCapitals, squeeze } from "./printed.ts";

/** One logical paragraph of the plan: soft line breaks are joined, real ones split. */
export interface Line {
  kind: "line";
  index: number;
  /** Words separated by single spaces, without the automatic label. */
  text: string;
  /** The automatic label as printed; null when there is none or it was typed. */
  auto: string | null;
  autoLevel: number | null;
  /** The text with its columns still apart (tabs, wide gaps), for headers typed with spaces. */
  wide: string;
  centered: boolean;
  bold: boolean;
  italic: boolean;
  emphasis: string | null;
  /** True when the line before it stands in the same paragraph. */
  sameParagraph: boolean;
}

export type Item = Line | Table;

const sentenceEnd = /[.;:!?…]["”’)]?$/;
const ownLine =
  /^(căn cứ|nơi nhận|số\s*:|phụ lục|kế hoạch$|tm\.|kt\.|tl\.|tuq\.|q\.|ủy ban|ubnd|sở |cộng hòa|độc lập)/i;

/** Length at which the lines of a hard-wrapped text break; infinite for text whose lines are paragraphs. */
function wrapWidth(blocks: Block[]): number {
  let longest = 0;
  for (const block of blocks) {
    if (block.kind !== "paragraph") continue;
    for (const line of block.text.split("\n")) if (line.length > longest) longest = line.length;
    if (longest > 140) return Number.POSITIVE_INFINITY;
  }
  return Math.max(longest, 40);
}

function continues(before: string, next: string, wrap: number): boolean {
  // Below the type of document stands its title, which the Party's offices begin in small letters.
  if (before === "KẾ HOẠCH" || parseLabel(next) || startsWithField(next) || ownLine.test(next)) return false;
  if (/^\p{Ll}/u.test(next)) return true;
  if (sentenceEnd.test(before) || isCapitals(before) || isCapitals(next)) return false;
  return before.length >= wrap * 0.7;
}

function linesOf(paragraph: Paragraph, wrap: number): Line[] {
  const lines: Line[] = [];
  for (const part of paragraph.text.split("\n")) {
    const text = squeeze(part);
    const last = lines.at(-1);
    if (!/[\p{L}\p{N}]/u.test(text)) continue;
    if (last && continues(last.text, text, wrap)) {
      last.text += ` ${text}`;
      last.wide += ` ${text}`;
      continue;
    }
    lines.push({
      kind: "line",
      index: paragraph.index,
      text,
      auto: last ? null : paragraph.label,
      autoLevel: last ? null : paragraph.labelLevel,
      wide: part.trim(),
      centered: paragraph.align === "center" || paragraph.align === "right",
      bold: paragraph.bold,
      italic: paragraph.italic,
      emphasis: last ? null : paragraph.emphasis,
      sameParagraph: last !== undefined,
    });
  }
  return lines;
}

/** The lines of some paragraphs, such as those of a table cell. */
export function linesOfParagraphs(paragraphs: Paragraph[]): Line[] {
  return paragraphs.flatMap((paragraph) => linesOf(paragraph, Number.POSITIVE_INFINITY));
}

/** The document as lines and tables in reading order; a table of one column is layout and becomes lines. */
export function itemsOf(blocks: Block[], format: SourceDocument["format"]): Item[] {
  const wrap = format !== "text" && format !== "markdown" ? Number.POSITIVE_INFINITY : wrapWidth(blocks);
  const items: Item[] = [];
  for (const block of blocks) {
    if (block.kind === "paragraph") for (const line of linesOf(block, wrap)) items.push(line);
    else if (block.rows.every((row) => row.length === 1))
      for (const row of block.rows)
        for (const line of row[0]?.continued ? [] : linesOfParagraphs(row[0]?.paragraphs ?? []))
          items.push(line);
    else items.push(block);
  }
  return items;
}
