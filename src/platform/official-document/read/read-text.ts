import type { Block, Paragraph, SourceDocument, Table } from "./block.ts";
import { cleanText } from "./clean-text.ts";
import { decodeText } from "./decode-text.ts";
import { limits, tooLong } from "./limits.ts";
import { lineBesideText, plainMarkdown } from "./plain-markdown.ts";
import { stripMarks } from "./strip-marks.ts";
import { UnreadableDocument } from "./unreadable-document.ts";

function decode(bytes: Uint8Array): string {
  const text = decodeText(bytes);
  if (text !== null) return text;
  throw new UnreadableDocument(
    "encoding",
    "Tệp không phải văn bản Unicode (UTF-8) nên chữ có dấu không đọc được; hãy lưu lại với bảng mã UTF-8 hoặc dùng tệp .docx.",
  );
}

const listItem = /^\s*(?:[-*+]|\d{1,3}[.)]|\p{Ll}\))\s/u;
const tableRule = /^[\s|:+-]*$/;

function tableCells(line: string): string[] | null {
  const trimmed = line.trim();
  if (trimmed.startsWith("|")) {
    const inner = trimmed.slice(1, trimmed.endsWith("|") && trimmed.length > 1 ? -1 : undefined);
    return inner
      .replaceAll("\\|", "\u0001")
      .split("|")
      .map((cell) => cell.replaceAll("\u0001", "|"));
  }
  const tabs = line.split("\t");
  return tabs.length >= 4 ? tabs : null;
}

/**
 * Reads .txt and .md: a blank line ends a paragraph, single line breaks stay in its text as "\n" (in Markdown, an item of a list begins its own);
 * bold, italic and heading marks are removed and kept as hints; rows of "|" or of tabs become a table. Markdown loses
 * its other marks too, and its footnotes are left out and counted.
 */
export function readText(bytes: Uint8Array, format: "text" | "markdown"): SourceDocument {
  const text = cleanText(decode(bytes));
  if (text.length > limits.characters) throw tooLong();
  if (/^\s*<(!doctype|html|\?xml)/i.test(text.slice(0, 200)))
    throw new UnreadableDocument(
      "unknown-type",
      "Tệp là trang web hoặc XML, không phải văn bản; hãy dùng tệp .docx, .odt, .pdf, .txt hoặc .md.",
    );
  const blocks: Block[] = [];
  let index = 0;
  let written = 0;
  let gathered: string[] = [];
  let rows: string[][] = [];
  let footnotes = 0;
  let inFootnote = false;

  const paragraph = (lines: string[]): Paragraph => {
    const stripped = stripMarks(lines.join("\n"));
    const made: Paragraph = {
      kind: "paragraph",
      index,
      text: stripped.text,
      label: null,
      labelLevel: null,
      align: null,
      bold: stripped.bold,
      italic: stripped.italic,
      emphasis: stripped.emphasis,
    };
    index += 1;
    written += lines.length;
    if (written > limits.writtenParagraphs) throw tooLong();
    return made;
  };
  const endParagraph = () => {
    if (gathered.length > 0) blocks.push(paragraph(gathered));
    gathered = [];
  };
  const endTable = () => {
    if (rows.length >= 2) {
      const table: Table = { kind: "table", index, rows: [] };
      for (const row of rows)
        table.rows.push(
          row.map((cell, column) => ({
            paragraphs: [paragraph(cell.split(/<br ?\/?>/i).map((part) => part.trim()))],
            column,
            span: 1,
            continued: false,
          })),
        );
      blocks.push(table);
    } else for (const row of rows) blocks.push(paragraph([row.join("\t")]));
    rows = [];
  };

  for (const source of text.split("\n")) {
    const line = format === "markdown" ? plainMarkdown(source) : source;
    const beside = format === "markdown" ? lineBesideText(source) : null;
    inFootnote = beside === "footnote" || (inFootnote && line.trim() !== "");
    if (beside === "footnote") footnotes += 1;
    if (beside !== null || inFootnote) {
      endParagraph();
      continue;
    }
    const cells = tableCells(line);
    if (cells) {
      endParagraph();
      if (!tableRule.test(line)) rows.push(cells.map((cell) => cell.trim()));
      continue;
    }
    if (rows.length > 0) endTable();
    // In Markdown an item of a list begins a paragraph, so that its own marks are seen.
    if (line.trim() === "" || (format === "markdown" && listItem.test(line))) endParagraph();
    if (line.trim() !== "") gathered.push(line.trimEnd());
  }
  endParagraph();
  endTable();
  return { format, blocks, leftOut: { deletions: 0, comments: 0, footnotes } };
}
