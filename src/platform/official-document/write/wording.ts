import { pointLetter } from "#platform/text/point-letter.ts";
import { toRoman } from "#platform/text/roman-numeral.ts";
import type { Block, Cell, OfficialDocumentModel, RichText } from "./document.ts";
import { layout, textWidth } from "./layout.ts";
import { boldWidth } from "./times-face.ts";

export const nationalName = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
export const motto = "Độc lập - Tự do - Hạnh phúc";

/** "Số: 05/BC-SVHTTDL"; a number not yet issued stays blank. Numbers 1 to 9 take a leading 0. */
export const numberLine = ({ number, symbol }: Pick<OfficialDocumentModel, "number" | "symbol">): string =>
  `Số: ${number === null ? "     " : number.padStart(2, "0")}/${symbol}`;

/** "ngày 03 tháng 02 năm 2026": a leading 0 for days 1–9 and for January and February only. */
function dateInWords(date: string | null, year: number): string {
  if (date === null) return `ngày      tháng      năm ${year}`;
  const { day, month, year: issued } = Temporal.PlainDate.from(date);
  const twoDigits = (value: number) => String(value).padStart(2, "0");
  return `ngày ${twoDigits(day)} tháng ${month < 3 ? twoDigits(month) : month} năm ${issued}`;
}

/** Words into lines no wider than `width` millimetres in the bold face; none ends with a word that joins ("và"). */
function wrapped(text: string, size: number, width: number): string[] {
  const words = text.replace(/(?<=\s)(và|của)\s+/giu, "$1\u00a0").split(" ");
  const lines: string[] = [];
  for (const word of words) {
    const longer = [lines.at(-1), word].filter((part) => part !== undefined).join(" ");
    if (lines.length > 0 && boldWidth(longer, size) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.map((line) => line.replaceAll("\u00a0", " "));
}

/** The issuing agency as the lines of its block, in capitals. */
export const agencyLines = ({ agency }: Pick<OfficialDocumentModel, "agency">): string[] =>
  wrapped(agency.toLocaleUpperCase("vi"), layout.size.agency, textWidth(false) * layout.leftBlock - 2);

/** The abstract as lines: one that fits stands alone, a longer one breaks after a semicolon first. */
export function abstractLines({ abstract }: Pick<OfficialDocumentModel, "abstract">): string[] {
  const width = textWidth(false) - 10;
  if (boldWidth(abstract, layout.size.abstract) <= width) return [abstract];
  return abstract.split(/(?<=;)\s+/u).flatMap((part) => wrapped(part, layout.size.abstract, width));
}

const longest = (lines: string[], size: number): number =>
  Math.max(...lines.map((line) => boldWidth(line, size)));

/** Lengths of the three rules in millimetres. */
export const ruleLengths = (model: OfficialDocumentModel) => ({
  motto: boldWidth(motto, layout.size.motto),
  agency: layout.ruleShare * longest(agencyLines(model), layout.size.agency),
  abstract: layout.ruleShare * longest(abstractLines(model), layout.size.abstract),
});

/** Lines that a row may have and still be kept on one page; a taller one would run off it. */
const MOST_LINES = 18;

/** Whether a row is too tall to be kept whole, judged by its longest cell; `widths` of its cells in millimetres. */
export function isTall(cells: Cell[], widths: number[]): boolean {
  const perLetter = 2.1;
  return cells.some((cell, index) => {
    const letters = Math.max(4, (widths[index] ?? 30) / perLetter);
    const text = runs(fullCell(cell).text)
      .map((run) => run.text)
      .join("");
    const lines = text
      .split("\n")
      .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / letters)), 0);
    return lines > MOST_LINES;
  });
}

/** Shares of a width, in its unit. */
export function shares(widths: number[], total: number): number[] {
  const sum = widths.reduce((a, b) => a + b, 0);
  return widths.map((width) => (width / sum) * total);
}

export const placeAndDate = ({
  place,
  date,
  year,
}: Pick<OfficialDocumentModel, "place" | "date" | "year">): string => `${place}, ${dateInWords(date, year)}`;

/** "BÁO CÁO" → "Báo cáo". */
const sentenceCase = (text: string): string =>
  text.charAt(0).toLocaleUpperCase("vi") + text.slice(1).toLocaleLowerCase("vi");

/** The line under an appendix title that names the document it belongs to. */
export const attachedTo = (model: OfficialDocumentModel): string =>
  `(Kèm theo ${sentenceCase(model.type)} ${numberLine(model).replace("Số:", "số")} ${dateInWords(model.date, model.year)})`;

/** "Phụ lục", with a Roman number only when there are two or more. */
export const appendixLabel = (index: number, count: number): string =>
  count < 2 ? "Phụ lục" : `Phụ lục ${toRoman(index + 1)}`;

/** The addressees as lines: one on the line of "Kính gửi:", several as a list below it. */
export const addresseeLines = (addressees: string[]): string[] =>
  addressees.length === 1
    ? [`Kính gửi: ${addressees[0]}`]
    : ["Kính gửi:", ...asList(addressees, ";").map((line) => `- ${line}`)];

/** Lines that end with `mark`, the last with a full stop. */
export const asList = (lines: string[], mark: ";"): string[] =>
  lines.map((line, index) => line.replace(/[\s.;,]+$/u, "") + (index === lines.length - 1 ? "." : mark));

/** Gives every heading its printed number: I. then 1. then a), counted anew under each higher heading. */
function numberHeadings(body: Block[]): Block[] {
  const counters = [0, 0, 0];
  return body.map((block) => {
    if (block.kind !== "heading" || block.label !== undefined) return block;
    const at = block.level - 1;
    counters[at]! += 1;
    counters.fill(0, at + 1);
    const count = counters[at]!;
    return { ...block, label: [`${toRoman(count)}.`, `${count}.`, `${pointLetter(count) ?? count})`][at]! };
  });
}

/** Ends the last sentence of the body with "./." by custom. */
function closeBody(body: Block[]): Block[] {
  const last = body.findLastIndex(({ kind }) => kind === "paragraph" || kind === "bullet");
  const end = (text: RichText): RichText => {
    if (typeof text === "string") return `${text.replace(/[\s.;,/]+$/u, "")}./.`;
    return [
      ...text.slice(0, -1),
      ...text.slice(-1).map((run) => ({ ...run, text: end(run.text) as string })),
    ];
  };
  return body.map((block, index) =>
    index === last && (block.kind === "paragraph" || block.kind === "bullet")
      ? { ...block, text: end(block.text) }
      : block,
  );
}

/** A cell with every property stated. */
export function fullCell(cell: Cell) {
  const given = typeof cell === "string" || Array.isArray(cell) ? { text: cell } : cell;
  return { align: "left" as const, columns: 1, bold: false, ...given };
}

/** A rich text as runs. */
export const runs = (text: RichText) => (typeof text === "string" ? [{ text }] : text);

/** Whether an address may stand behind a link in a document. */
export const isWebAddress = (address: string): boolean => /^https?:\/\/[^\s]+$/iu.test(address);

// Control characters, lone surrogates and non-characters cannot stand in XML.
const unprintable = /[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** The same model with every text in NFC and without characters that no file format can hold. */
export function cleaned<T>(value: T): T {
  if (typeof value === "string")
    return value.replace(/\r\n?/gu, "\n").replace(unprintable, "").normalize("NFC") as T;
  if (Array.isArray(value)) return value.map(cleaned) as T;
  if (value !== null && typeof value === "object")
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, cleaned(part)])) as T;
  return value;
}

/** The model as the writers print it: clean text, numbered headings, closed body. */
export function prepared(model: OfficialDocumentModel): OfficialDocumentModel {
  const clean = cleaned(model);
  return {
    ...clean,
    body: closeBody(numberHeadings(clean.body)),
    appendices: clean.appendices.map((appendix) => ({ ...appendix, body: numberHeadings(appendix.body) })),
  };
}
