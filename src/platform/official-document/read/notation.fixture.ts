import {
  type CellLook,
  cell,
  docxFile,
  numberingXml,
  type ParagraphLook,
  p,
  run,
  table,
} from "./docx.fixture.ts";

export interface NotedParagraph {
  look: ParagraphLook;
  /** Runs: plain, bold or italic; "\n" is a line break, "\t" a tab. */
  runs: { text: string; bold?: boolean; italic?: boolean }[];
}

export interface NotedCell extends CellLook {
  paragraphs: NotedParagraph[];
}

export type NotedBlock = NotedParagraph | { rows: NotedCell[][] };

function paragraph(line: string): NotedParagraph {
  const tag = /^\{([^}]*)\}/.exec(line)?.[1] ?? "";
  const look: ParagraphLook = {};
  for (const part of tag.split(" ").flatMap((each) => (/^[cbri]+$/.test(each) ? [...each] : [each]))) {
    if (part === "c") look.align = "center";
    else if (part === "r") look.align = "right";
    else if (part === "b") look.bold = true;
    else if (part === "i") look.italic = true;
    else if (/^\d/.test(part)) look.number = part.split(".").map(Number) as [number, number];
    else if (part.startsWith("=")) look.style = part.slice(1);
  }
  const words = line.slice(tag === "" ? 0 : tag.length + 2).replaceAll("⏎", "\n");
  const runs = words
    .split(/(«[^»]*»|‹[^›]*›)/)
    .filter((part) => part !== "")
    .map((part) =>
      part.startsWith("«")
        ? { text: part.slice(1, -1), bold: true }
        : part.startsWith("‹")
          ? { text: part.slice(1, -1), italic: true }
          : { text: part },
    );
  return { look, runs };
}

function rowsOf(lines: string[]): { rows: NotedCell[][] } {
  const open = new Map<number, NotedCell>();
  const rows = lines.map((line) => {
    let column = 0;
    return line
      .slice(1, line.endsWith("|") ? -1 : undefined)
      .split("|")
      .map((source) => {
        const text = source.trim();
        const span = Number(/^>(\d+) ?/.exec(text)?.[1] ?? 1);
        const words = text.replace(/^>\d+ ?/, "");
        const above = open.get(column);
        const made: NotedCell = { paragraphs: words.split("¶").map((part) => paragraph(part.trim())) };
        if (span > 1) made.span = span;
        if (words === "^" && above) {
          above.merge ??= "start";
          made.merge = "continue";
          made.paragraphs = [paragraph("")];
        } else open.set(column, made);
        column += span;
        return made;
      });
  });
  return { rows };
}

/**
 * A document in a short notation: a line is a paragraph, "{cb …}" before it says centred and bold ("r" right, "i"
 * italic, "1.0" automatic number of list 1 at level 0, "=Name" style), «bold», ‹italic›, "⏎" a line break; lines of
 * "|" are table rows, with "¶" between paragraphs of a cell, ">3 " before what spans three columns, "^" for what
 * continues the cell above.
 */
export function noted(source: string): NotedBlock[] {
  const blocks: NotedBlock[] = [];
  let rows: string[] = [];
  const endTable = () => {
    if (rows.length > 0) blocks.push(rowsOf(rows));
    rows = [];
  };
  for (const line of source.replace(/^\n|\n$/g, "").split("\n")) {
    if (line.startsWith("|")) {
      rows.push(line);
      continue;
    }
    endTable();
    blocks.push(paragraph(line));
  }
  endTable();
  return blocks;
}

function paragraphXml({ look, runs }: NotedParagraph): string {
  return p(
    runs
      .map(({ text, ...own }) => run(text, { ...look, ...own }))
      .join("")
      .replaceAll("\t", '</w:t><w:tab/><w:t xml:space="preserve">'),
    look,
  );
}

/** The Word body of a noted document. */
export function notedBody(source: string): string {
  return noted(source)
    .map((block) =>
      "rows" in block
        ? table(
            block.rows.map((row) =>
              row.map((each) => cell(each.paragraphs.map(paragraphXml).join(""), each)),
            ),
          )
        : paragraphXml(block),
    )
    .join("");
}

/** A noted document as .docx; `numberings` as for numberingXml. */
export function notedWord(
  source: string,
  numberings: Parameters<typeof numberingXml>[0] = [],
  parts: Record<string, string> = {},
): Promise<Uint8Array> {
  return docxFile(notedBody(source), { "word/numbering.xml": numberingXml(numberings), ...parts });
}

/** The usual outline: I. → 1. → 1.1. → a), and a list of dashes as list 2, of plus signs below it. */
export const usualNumbering: Parameters<typeof numberingXml>[0] = [
  [
    ["upperRoman", "%1."],
    ["decimal", "%2."],
    ["decimal", "%2.%3."],
    ["lowerLetter", "%4)"],
  ],
  [
    ["bullet", "-"],
    ["bullet", "+"],
  ],
];
