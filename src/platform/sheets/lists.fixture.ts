import { utils, type WorkSheet, write } from "@e965/xlsx";
import { zipFile } from "../official-document/read/docx.fixture.ts";

/** A cell to write: a number that is shown as a day is `{ day: 46203 }`. */
export type Written = string | number | null | { day: number } | { formula: string };
export type Grid = Written[][];

const letter = (column: number) =>
  `${column >= 26 ? String.fromCharCode(64 + Math.floor(column / 26)) : ""}${String.fromCharCode(65 + (column % 26))}`;
const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

export interface XlsxLooks {
  from1904?: boolean;
  /** What stands before each element's name: "x:". */
  prefix?: string;
  sharedTexts?: boolean;
  names?: string[];
  hidden?: string[];
  /** Merged cells of the first sheet: "B2:B4". */
  merges?: string[];
}

/** A workbook whose sheets hold these cells. */
export function xlsxOf(
  grids: Grid[],
  { from1904, prefix: x = "", sharedTexts, names, hidden, merges }: XlsxLooks = {},
) {
  const texts: string[] = [];
  const cell = (value: Written, at: string) => {
    if (value === null) return "";
    if (typeof value === "number") return `<${x}c r="${at}"><${x}v>${value}</${x}v></${x}c>`;
    if (typeof value !== "string")
      return "day" in value
        ? `<${x}c r="${at}" s="1"><${x}v>${value.day}</${x}v></${x}c>`
        : `<${x}c r="${at}"><${x}f>${value.formula}</${x}f></${x}c>`;
    if (!sharedTexts)
      return `<${x}c r="${at}" t="inlineStr"><${x}is><${x}t xml:space="preserve">${escaped(value)}</${x}t></${x}is></${x}c>`;
    texts.push(value);
    return `<${x}c r="${at}" t="s"><${x}v>${texts.length - 1}</${x}v></${x}c>`;
  };
  const sheets = grids.map(
    (grid, at) =>
      `<?xml version="1.0"?><${x}worksheet${x ? ` xmlns:${x.slice(0, -1)}="m"` : ""}><${x}sheetData>${grid
        .map(
          (row, line) =>
            `<${x}row r="${line + 1}">${row.map((value, column) => cell(value, `${letter(column)}${line + 1}`)).join("")}</${x}row>`,
        )
        .join(
          "",
        )}</${x}sheetData>${merges && at === 0 ? `<${x}mergeCells>${merges.map((ref) => `<${x}mergeCell ref="${ref}"/>`).join("")}</${x}mergeCells>` : ""}</${x}worksheet>`,
  );
  const name = (at: number) => names?.[at] ?? `Sheet${at + 1}`;
  return zipFile({
    "[Content_Types].xml": "<Types/>",
    "xl/workbook.xml": `<workbook xmlns:r="r"><workbookPr date1904="${from1904 ? 1 : 0}"/><sheets>${grids
      .map(
        (_, at) =>
          `<sheet name="${name(at)}"${hidden?.includes(name(at)) ? ' state="hidden"' : ""} r:id="r${at}"/>`,
      )
      .join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships>${grids.map((_, at) => `<Relationship Id="r${at}" Target="worksheets/sheet${at}.xml"/>`).join("")}</Relationships>`,
    "xl/styles.xml": '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
    "xl/sharedStrings.xml": `<${x}sst${x ? ` xmlns:${x.slice(0, -1)}="m"` : ""}>${texts.map((text) => `<${x}si><${x}t xml:space="preserve">${escaped(text)}</${x}t></${x}si>`).join("")}</${x}sst>`,
    ...Object.fromEntries(sheets.map((xml, at) => [`xl/worksheets/sheet${at}.xml`, xml])),
  });
}

/** An old workbook with these cells in its one sheet. */
export function xlsOf(
  grid: Grid,
  {
    from1904,
    as = "biff8",
    merges = [],
  }: { from1904?: boolean; as?: "biff8" | "xlml" | "html"; merges?: string[] } = {},
): Uint8Array {
  const sheet: WorkSheet = {};
  for (const [r, row] of grid.entries())
    for (const [c, value] of row.entries()) {
      const at = `${letter(c)}${r + 1}`;
      if (typeof value === "string") sheet[at] = { t: "s", v: value };
      else if (typeof value === "number") sheet[at] = { t: "n", v: value };
      else if (value && "day" in value) sheet[at] = { t: "n", v: value.day, z: "dd/mm/yyyy" };
    }
  const width = Math.max(...grid.map((row) => row.length));
  return new Uint8Array(
    write(
      {
        SheetNames: ["Trang"],
        Sheets: {
          Trang: {
            ...sheet,
            "!ref": `A1:${letter(width - 1)}${grid.length}`,
            "!merges": merges.map((ref) => utils.decode_range(ref)),
          },
        },
        Workbook: { WBProps: { date1904: from1904 === true } },
      },
      { type: "buffer", bookType: as },
    ) as Buffer,
  );
}

/** How people write a cell into a text file. */
const typed = (value: Written): string =>
  value === null
    ? ""
    : typeof value === "object"
      ? "day" in value
        ? String(value.day)
        : `=${value.formula}`
      : String(value);

export const csvOf = (grid: Grid, mark = ";"): string =>
  grid
    .map((row) =>
      row
        .map(typed)
        .map((cell) =>
          /["\n\r]/u.test(cell) || cell.includes(mark) ? `"${cell.replaceAll('"', '""')}"` : cell,
        )
        .join(mark),
    )
    .join("\r\n");

const utf16Of = (text: string): Uint8Array => Buffer.from(`\ufeff${text}`, "utf16le");

const bytes1258 = new Map(
  Array.from({ length: 256 }, (_, byte) => [
    new TextDecoder("windows-1258").decode(Uint8Array.of(byte)),
    byte,
  ]),
);
const tone = /[\u0300\u0301\u0303\u0309\u0323]/u;

/** As an old Vietnamese Windows wrote it: a letter, then its tone. */
export const windows1258Of = (text: string): Uint8Array =>
  Uint8Array.from(
    [...text.normalize("NFC")].flatMap((letterSeen) => {
      const own = bytes1258.get(letterSeen);
      if (own !== undefined) return [own];
      const apart = letterSeen.normalize("NFD");
      const mark = tone.exec(apart)![0];
      return [apart.replace(mark, "").normalize("NFC"), mark].map((part) => bytes1258.get(part)!);
    }),
  );

/** The same table in every kind of file; the kinds that know no numbers hold what people see. */
export async function everyFormat(grid: Grid): Promise<[string, Uint8Array][]> {
  const text = csvOf(grid);
  return [
    ["xlsx", await xlsxOf([grid])],
    ["xlsx with shared texts and prefixes", await xlsxOf([grid], { prefix: "x:", sharedTexts: true })],
    ["xls", xlsOf(grid)],
    ["XML named .xls", xlsOf(grid, { as: "xlml" })],
    ["page named .xls", xlsOf(grid, { as: "html" })],
    ["CSV, UTF-8 with its mark", Buffer.from(`\ufeff${text}`)],
    ["CSV with commas", Buffer.from(csvOf(grid, ","))],
    ["CSV with tabs, UTF-16", utf16Of(csvOf(grid, "\t"))],
    ["CSV, Windows-1258", windows1258Of(text)],
  ];
}
