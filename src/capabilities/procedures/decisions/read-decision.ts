import type {
  Block,
  Paragraph,
  SourceDocument,
  Table,
  TableCell,
} from "#platform/official-document/read/block.ts";
import { unaccent } from "#platform/text/unaccent.ts";
import { splitCode } from "../procedure-code.ts";
import type { DecisionAction, DecisionRow } from "./decision.ts";

/** What a decision says, as far as it could be read; a person compares it with the document. */
export interface ReadDecision {
  number: string | null;
  issuedOn: string | null;
  rows: DecisionRow[];
  /** What a person has to look at. */
  warnings: string[];
}

const plain = (text: string) => unaccent(text).toLowerCase().replace(/\s+/g, " ").trim();

/** "II. Danh mục thủ tục hành chính được sửa đổi, bổ sung": what the tables below it do; null: it is no such heading. */
export function actionNamed(text: string): DecisionAction | null {
  const words = plain(text);
  if (words.length > 300 || !/thu tuc|tthc|danh muc/.test(words)) return null;
  if (/bai bo|huy bo|het hieu luc/.test(words)) return "repealed";
  if (/thay the/.test(words)) return "replaced";
  if (/sua doi|bo sung/.test(words)) return "amended";
  return /moi ban hanh|ban hanh moi/.test(words) ? "new" : null;
}

const textOf = ({ paragraphs }: TableCell): string =>
  paragraphs
    .map(({ text }) => text)
    .join(" ")
    .replace(/\s+/g, " ")
    .trim();

const codeIn = (text: string): string | null => /\b\d\.\d{6}(?:\.[0-9A-Za-z]+)*/.exec(text)?.[0] ?? null;

interface Columns {
  code: number | null;
  name: number | null;
  oldCode: number | null;
  oldName: number | null;
}

/** Heads are short; what is longer is a name. */
const LONGEST_HEAD = 60;

/** Which column holds what; null: the row is no head of such a table. */
function columnsOf(row: TableCell[]): Columns | null {
  const found: Columns = { code: null, name: null, oldCode: null, oldName: null };
  for (const cell of row) {
    const words = plain(textOf(cell));
    if (words.length > LONGEST_HEAD || codeIn(words) !== null) return null;
    const isOld = /(duoc|bi) thay the/.test(words);
    if (/^ma\b|^so ho so/.test(words)) found[isOld ? "oldCode" : "code"] ??= cell.column;
    else if (/^ten\b|^thu tuc( hanh chinh)?$/.test(words)) found[isOld ? "oldName" : "name"] ??= cell.column;
  }
  return found.code !== null || found.name !== null ? found : null;
}

const cellAt = (row: TableCell[], column: number | null) =>
  column === null ? undefined : row.find((cell) => cell.column <= column && column < cell.column + cell.span);

interface Found {
  rows: DecisionRow[];
  nameless: number;
}

/** The procedures that a table lists. */
function rowsIn(table: Table, action: DecisionAction): Found | null {
  const heads = table.rows.slice(0, 3).flatMap((row) => columnsOf(row) ?? []);
  const columns = heads.at(-1);
  if (!columns) return null;
  const merged: Columns = { ...columns };
  for (const head of heads)
    for (const key of Object.keys(merged) as (keyof Columns)[]) merged[key] ??= head[key];
  const found: Found = { rows: [], nameless: 0 };
  let field = "";
  for (const row of table.rows) {
    if (columnsOf(row)) continue;
    const texts = [...new Set(row.map(textOf).filter((text) => text !== ""))];
    const written = merged.code === null ? null : cellAt(row, merged.code);
    const code =
      codeIn(written ? textOf(written) : "") ?? texts.map(codeIn).find((one) => one !== null) ?? null;
    if (code === null) {
      const named = texts.find((text) => /^(?:[IVXLC\d]+\.?\s*)?lĩnh vực/iu.test(text));
      if (named) field = named.replace(/^(?:[IVXLC\d]+\.?\s*)?lĩnh vực\s*:?\s*/iu, "");
      else if (texts.some((text) => text.length > 20)) found.nameless += 1;
      continue;
    }
    const nameCell = cellAt(row, merged.name);
    const longest = texts.filter((text) => codeIn(text) === null).toSorted((a, b) => b.length - a.length)[0];
    const name = (nameCell && codeIn(textOf(nameCell)) === null ? textOf(nameCell) : "") || longest || "";
    const old = codeIn(
      textOf(cellAt(row, merged.oldCode) ?? { paragraphs: [], column: 0, span: 1, continued: false }),
    );
    found.rows.push({
      ...{ code: splitCode(code).code, name, action, field },
      replacesCode: action === "replaced" && old !== null ? splitCode(old).code : "",
    });
  }
  return found;
}

const two = (text: string) => text.padStart(2, "0");

/** "Số: 12/QĐ-UBND" and "ngày 05 tháng 01 năm 2026" in the head of the document. */
function headOf(blocks: Block[]): Pick<ReadDecision, "number" | "issuedOn"> {
  const lines = blocks
    .slice(0, 40)
    .flatMap((block) =>
      block.kind === "paragraph"
        ? [block.text]
        : block.rows.flat().flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text)),
    );
  const text = lines.join("\n");
  const [, number] = /Số\s*:?\s*(\d+\s*\/\s*QĐ\s*-\s*[\p{L}\d-]+)/iu.exec(text) ?? [];
  const [, day, month, year] = /ngày\s*(\d{1,2})\s*tháng\s*(\d{1,2})\s*năm\s*(\d{4})/iu.exec(text) ?? [];
  const date = day && month && year ? `${year}-${two(month)}-${two(day)}` : null;
  const isReal = date !== null && !Number.isNaN(Date.parse(date));
  return { number: number?.replace(/\s+/g, "") ?? null, issuedOn: isReal ? date : null };
}

const isHeading = (block: Block): block is Paragraph =>
  block.kind === "paragraph" && block.text.trim() !== "";

/** Reads the lists of a decision: tables with codes, under headings that say what is done to them. */
export function readDecision({ blocks, leftOut }: SourceDocument): ReadDecision {
  const rows: DecisionRow[] = [];
  const warnings: string[] = [];
  let action: DecisionAction | null = null;
  let nameless = 0;
  for (const block of blocks) {
    if (isHeading(block)) {
      action = actionNamed(block.text) ?? action;
      continue;
    }
    if (block.kind !== "table") continue;
    const found = rowsIn(block, action ?? "amended");
    if (!found) continue;
    if (action === null && found.rows.length > 0)
      warnings.push(
        "Có bảng không rõ là mới ban hành, sửa đổi, thay thế hay bãi bỏ; tạm ghi là sửa đổi, bổ sung.",
      );
    rows.push(...found.rows);
    nameless += found.nameless;
  }
  const once = new Map<string, DecisionRow>();
  for (const row of rows) {
    if (once.has(row.code)) warnings.push(`Mã ${row.code} có nhiều dòng; giữ dòng đầu.`);
    else once.set(row.code, row);
  }
  if (nameless > 0) warnings.push(`${nameless} dòng trong bảng không có mã thủ tục nên không được lấy.`);
  const pages = leftOut.pages ?? [];
  if (pages.length > 0)
    warnings.push(`Trang ${pages.join(", ")} là ảnh chụp, không có chữ để đọc; hãy ghi tay phần ấy.`);
  if (once.size === 0) warnings.push("Không thấy bảng nào có mã thủ tục; hãy ghi tay các dòng.");
  return { ...headOf(blocks), rows: [...once.values()], warnings };
}
