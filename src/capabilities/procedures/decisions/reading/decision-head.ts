import type { Block } from "#platform/official-document/read/block.ts";
import { textOf } from "./table-columns.ts";

/** What a decision says of itself; null: not found. */
export interface DecisionHead {
  number: string | null;
  issuedOn: string | null;
  issuer: string | null;
  abstract: string | null;
  effectiveOn: string | null;
}

const two = (text: string) => text.padStart(2, "0");

function realDay(day = "", month = "", year = ""): string | null {
  const date = `${year}-${two(month)}-${two(day)}`;
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(date)) return null;
  const told = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(told.getTime()) && told.toISOString().startsWith(date) ? date : null;
}

const inWords = /ngày\s*(\d{1,2})\s*tháng\s*(\d{1,2})\s*năm\s*(\d{4})/iu;
const inDigits = /(?:ngày\s*)?(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})/iu;

const dayIn = (text: string): string | null => {
  const [, day, month, year] = inWords.exec(text) ?? inDigits.exec(text) ?? [];
  return realDay(day, month, year);
};

const small = new Set(["và", "của", "các", "trong", "về"]);

/** "ỦY BAN NHÂN DÂN TỈNH BẮC NINH" as it is written in a sentence. */
function inSmallLetters(capitals: string): string {
  const [, kind = "", unit = "", place = ""] =
    /^(ủy ban nhân dân|uỷ ban nhân dân|ubnd)\s+(tỉnh|thành phố|xã|phường|đặc khu)\s+(.+)$/iu.exec(capitals) ??
    [];
  const raised = (text: string) =>
    text
      .toLowerCase()
      .split(" ")
      .map((word) => (small.has(word) ? word : word.charAt(0).toUpperCase() + word.slice(1)))
      .join(" ");
  if (kind) return `${kind.length > 4 ? "Ủy ban nhân dân" : "UBND"} ${unit.toLowerCase()} ${raised(place)}`;
  // A ministry or a department: its kind, then what it is for, each part with one capital.
  const [first = "", ...rest] = capitals.toLowerCase().split(" ");
  const of = rest
    .join(" ")
    .replace(/(^|, | và )(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
  return `${first.charAt(0).toUpperCase()}${first.slice(1)} ${of}`.trim();
}

/** Who issued it, from the left half of its head. */
function issuerIn(blocks: Block[]): string | null {
  const [table] = blocks.filter((block) => block.kind === "table");
  const cell = table?.rows[0]?.[0];
  const text = cell ? textOf(cell) : "";
  const plain = text.replace(/số\s*:.*$/iu, "").trim();
  return /^(?:ủy ban|uỷ ban|ubnd|bộ|sở)\s/iu.test(plain) && plain.length <= 150
    ? inSmallLetters(plain.replace(/^UỶ/u, "ỦY"))
    : null;
}

/** "Về việc công bố …", over as many lines as it takes. */
function abstractIn(lines: string[]): string | null {
  const at = lines.findIndex((line) => /^quyết định\s*:?$/iu.test(line.trim()));
  const from = lines.findIndex((line, index) => index > at && /^(?:về việc|v\/v)\s/iu.test(line.trim()));
  if (at < 0 || from < 0 || from > at + 3) return null;
  const taken: string[] = [];
  for (const line of lines.slice(from, from + 6)) {
    const text = line.trim();
    if (
      taken.length > 0 &&
      (text === "" || /^(?:căn cứ|theo đề nghị|điều \d)/iu.test(text) || !/\p{Ll}/u.test(text))
    )
      break;
    taken.push(text);
  }
  const whole = taken
    .join(" ")
    .replace(/^(?:về việc|v\/v)\s+/iu, "")
    .replace(/\s+/gu, " ")
    .trim();
  return whole.charAt(0).toUpperCase() + whole.slice(1);
}

/** "có hiệu lực thi hành kể từ ngày ký", "… từ ngày 15 tháng 11 năm 2026". */
function effectiveIn(text: string, issuedOn: string | null): string | null {
  const sentence = /quyết định này\s+có hiệu lực(?:\s+thi hành)?\s*((?:kể\s+)?từ\s+[^.;]{0,80})/iu.exec(
    text,
  )?.[1];
  if (!sentence) return null;
  return /từ\s+ngày\s+ký/iu.test(sentence) ? issuedOn : dayIn(sentence);
}

/** Reads number, day, who issued it, what it is about and from when it holds. */
export function headOf(blocks: Block[]): DecisionHead {
  const first = blocks.slice(0, 60);
  const lines = first.flatMap((block) =>
    block.kind === "paragraph"
      ? [block.text]
      : block.rows.flat().flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text)),
  );
  const text = lines.slice(0, 40).join("\n");
  const [, number] = /Số\s*:?\s*(\d+\s*\/\s*QĐ\s*-\s*[\p{L}\d-]+)/iu.exec(text) ?? [];
  const [, day, month, year] = inWords.exec(text) ?? [];
  const issuedOn = realDay(day, month, year);
  return {
    ...{ number: number?.replace(/\s+/g, "") ?? null, issuedOn },
    ...{ issuer: issuerIn(first), abstract: abstractIn(lines) },
    effectiveOn: effectiveIn(lines.join("\n"), issuedOn),
  };
}
