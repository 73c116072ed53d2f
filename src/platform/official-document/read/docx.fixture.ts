import { TextReader, Uint8ArrayWriter, ZipWriter } from "@zip.js/zip.js";

const namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/** Escapes text for XML. */
export function xml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}

export interface ParagraphLook {
  bold?: boolean;
  italic?: boolean;
  align?: "center" | "right" | "both";
  /** [numId, level] of automatic numbering. */
  number?: [number, number];
  style?: string;
}

/** One run. */
export function run(text: string, look: { bold?: boolean; italic?: boolean } = {}): string {
  const properties = `${look.bold ? "<w:b/>" : ""}${look.italic ? "<w:i/>" : ""}`;
  const words = text
    .split("\n")
    .map((part) => `<w:t xml:space="preserve">${xml(part)}</w:t>`)
    .join("<w:br/>");
  return `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}${words}</w:r>`;
}

/** One paragraph; `content` is plain text, or runs when it begins with "<w:". */
export function p(content: string, look: ParagraphLook = {}): string {
  const properties = [
    look.style ? `<w:pStyle w:val="${look.style}"/>` : "",
    look.number
      ? `<w:numPr><w:ilvl w:val="${look.number[1]}"/><w:numId w:val="${look.number[0]}"/></w:numPr>`
      : "",
    look.align ? `<w:jc w:val="${look.align}"/>` : "",
  ].join("");
  const runs = content.startsWith("<w:") ? content : run(content, look);
  return `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${runs}</w:p>`;
}

export interface CellLook {
  span?: number;
  merge?: "start" | "continue";
}

const columnWidth = 1500;

/** One table cell; `content` is text with "\n" between paragraphs, or paragraphs as XML. */
export function cell(content: string, look: CellLook = {}): string {
  const properties = [
    `<w:tcW w:w="${columnWidth * (look.span ?? 1)}" w:type="dxa"/>`,
    look.span ? `<w:gridSpan w:val="${look.span}"/>` : "",
    look.merge === "start" ? '<w:vMerge w:val="restart"/>' : look.merge ? "<w:vMerge/>" : "",
  ].join("");
  const paragraphs = content.startsWith("<w:")
    ? content
    : content
        .split("\n")
        .map((line) => p(line))
        .join("");
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraphs}</w:tc>`;
}

/** A bordered table; the cells of its first row tell its columns. */
export function table(rows: string[][]): string {
  const columns = (rows[0] ?? []).reduce(
    (sum, each) => sum + Number(/<w:gridSpan w:val="(\d+)"/.exec(each)?.[1] ?? 1),
    0,
  );
  const borders = ["top", "left", "bottom", "right", "insideH", "insideV"]
    .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`)
    .join("");
  return `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblBorders>${borders}</w:tblBorders></w:tblPr><w:tblGrid>${`<w:gridCol w:w="${columnWidth}"/>`.repeat(columns)}</w:tblGrid>${rows.map((row) => `<w:tr>${row.join("")}</w:tr>`).join("")}</w:tbl>`;
}

/** The document part around some body XML. */
export function documentXml(body: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="${namespace}"><w:body>${body}<w:sectPr/></w:body></w:document>`;
}

/** word/numbering.xml with one numbering per list of levels: [format, text, start]. */
export function numberingXml(numberings: [string, string, number?][][], instances = ""): string {
  const abstracts = numberings.map(
    (levels, id) =>
      `<w:abstractNum w:abstractNumId="${id}">${levels
        .map(
          ([format, text, start = 1], level) =>
            `<w:lvl w:ilvl="${level}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`,
        )
        .join("")}</w:abstractNum>`,
  );
  const nums = numberings.map(
    (_, id) => `<w:num w:numId="${id + 1}"><w:abstractNumId w:val="${id}"/></w:num>`,
  );
  return `<w:numbering xmlns:w="${namespace}">${abstracts.join("")}${nums.join("")}${instances}</w:numbering>`;
}

export function stylesXml(styles: string): string {
  return `<w:styles xmlns:w="${namespace}">${styles}</w:styles>`;
}

/** A zip of the given parts. */
export async function zipFile(parts: Record<string, string>): Promise<Uint8Array> {
  const zip = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false });
  for (const [name, content] of Object.entries(parts)) await zip.add(name, new TextReader(content));
  return zip.close();
}

const wordType = (kind: string) =>
  `application/vnd.openxmlformats-officedocument.wordprocessingml.${kind}+xml`;

/** A .docx whose body is the given XML, with further parts such as "word/numbering.xml". */
export function docxFile(body: string, parts: Record<string, string> = {}): Promise<Uint8Array> {
  const kinds = ["numbering", "styles"].filter((kind) => parts[`word/${kind}.xml`] !== undefined);
  const overrides = [["document", "document.main"], ...kinds.map((kind) => [kind, kind])].map(
    ([part, kind]) => `<Override PartName="/word/${part}.xml" ContentType="${wordType(kind!)}"/>`,
  );
  const related = kinds.map(
    (kind) =>
      `<Relationship Id="${kind}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="${kind}.xml"/>`,
  );
  return zipFile({
    "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join("")}</Types>`,
    "_rels/.rels":
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    "word/_rels/document.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${related.join("")}</Relationships>`,
    "word/document.xml": documentXml(body),
    ...parts,
  });
}
