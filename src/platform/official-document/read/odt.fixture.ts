import { xml, zipFile } from "./docx.fixture.ts";
import {
  type NotedBlock,
  type NotedCell,
  type NotedParagraph,
  noted,
  type usualNumbering,
} from "./notation.fixture.ts";

const namespaces = [
  ["office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0"],
  ["style", "urn:oasis:names:tc:opendocument:xmlns:style:1.0"],
  ["text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0"],
  ["table", "urn:oasis:names:tc:opendocument:xmlns:table:1.0"],
  ["draw", "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"],
  ["fo", "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"],
  ["svg", "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"],
  ["dc", "http://purl.org/dc/elements/1.1/"],
  ["xlink", "http://www.w3.org/1999/xlink"],
]
  .map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`)
  .join(" ");

const ownStyles = [
  '<style:style style:name="Pc" style:family="paragraph"><style:paragraph-properties fo:text-align="center"/></style:style>',
  '<style:style style:name="Pr" style:family="paragraph"><style:paragraph-properties fo:text-align="end"/></style:style>',
  '<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>',
  '<style:style style:name="I" style:family="text"><style:text-properties fo:font-style="italic"/></style:style>',
  '<style:style style:name="BI" style:family="text"><style:text-properties fo:font-weight="bold" fo:font-style="italic"/></style:style>',
].join("");

/** An .odt of a body in XML, with further automatic styles and further or other parts. */
export function odtFile(body: string, styles = "", parts: Record<string, string> = {}): Promise<Uint8Array> {
  return zipFile({
    mimetype: "application/vnd.oasis.opendocument.text",
    "META-INF/manifest.xml":
      '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/></manifest:manifest>',
    "styles.xml": `<office:document-styles ${namespaces}/>`,
    "content.xml": `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${namespaces}><office:automatic-styles>${ownStyles}${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    ...parts,
  });
}

function listStyles(numberings: typeof usualNumbering): string {
  const formats: Record<string, string> = {
    upperRoman: "I",
    lowerRoman: "i",
    upperLetter: "A",
    lowerLetter: "a",
    decimal: "1",
  };
  return numberings
    .map((levels, id) => {
      const written = levels.map(([format, text, start = 1], at) =>
        format === "bullet"
          ? `<text:list-level-style-bullet text:level="${at + 1}" text:bullet-char="${text}"/>`
          : `<text:list-level-style-number text:level="${at + 1}" style:num-format="${formats[format]}" style:num-suffix="${/[^\d%]*$/.exec(text)![0]}" text:display-levels="${text.split("%").length - 1}" text:start-value="${start}"/>`,
      );
      return `<text:list-style style:name="L${id + 1}">${written.join("")}</text:list-style>`;
    })
    .join("");
}

function words(text: string): string {
  return xml(text)
    .replaceAll("\n", "<text:line-break/>")
    .replaceAll("\t", "<text:tab/>")
    .replace(/ {2,}/g, (spaces) => ` <text:s text:c="${spaces.length - 1}"/>`)
    .replace(/^ | $/g, "<text:s/>");
}

function paragraphXml({ look, runs }: NotedParagraph): string {
  const style = look.align === "center" ? "Pc" : look.align === "right" ? "Pr" : "Standard";
  const spans = runs.map(({ text, ...own }) => {
    const { bold, italic } = { ...look, ...own };
    const name = `${bold ? "B" : ""}${italic ? "I" : ""}`;
    return name === "" ? words(text) : `<text:span text:style-name="${name}">${words(text)}</text:span>`;
  });
  const paragraph = `<text:p text:style-name="${style}">${spans.join("")}</text:p>`;
  if (!look.number) return paragraph;
  const [id, level] = look.number;
  const inner = `${"<text:list><text:list-item>".repeat(level)}${paragraph}${"</text:list-item></text:list>".repeat(level)}`;
  return `<text:list text:continue-list="list${id}" xml:id="list${id}" text:style-name="L${id}"><text:list-item>${inner}</text:list-item></text:list>`;
}

function cellXml(cell: NotedCell, rowsBelow: number): string {
  if (cell.merge === "continue") return "<table:covered-table-cell/>";
  const spans = [
    cell.span ? ` table:number-columns-spanned="${cell.span}"` : "",
    rowsBelow > 0 ? ` table:number-rows-spanned="${rowsBelow + 1}"` : "",
  ].join("");
  const covered = cell.span
    ? `<table:covered-table-cell table:number-columns-repeated="${cell.span - 1}"/>`
    : "";
  return `<table:table-cell${spans}>${cell.paragraphs.map(paragraphXml).join("")}</table:table-cell>${covered}`;
}

function tableXml(rows: NotedCell[][]): string {
  const columnOf = (row: NotedCell[], at: number) =>
    row.slice(0, at).reduce((sum, { span = 1 }) => sum + span, 0);
  const written = rows.map((row, line) => {
    const cells = row.map((cell, at) => {
      const column = columnOf(row, at);
      let below = 0;
      for (const later of rows.slice(line + 1)) {
        const same = later.find((_, place) => columnOf(later, place) === column);
        if (same?.merge !== "continue") break;
        below += 1;
      }
      return cellXml(cell, cell.merge === "start" ? below : 0);
    });
    return `<table:table-row>${cells.join("")}</table:table-row>`;
  });
  return `<table:table>${written.join("")}</table:table>`;
}

function blockXml(block: NotedBlock): string {
  return "rows" in block ? tableXml(block.rows) : paragraphXml(block);
}

/** A noted document as .odt; `numberings` as for Word. */
export function notedOdt(source: string, numberings: typeof usualNumbering = []): Promise<Uint8Array> {
  return odtFile(noted(source).map(blockXml).join(""), listStyles(numberings));
}
