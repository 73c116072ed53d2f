import type { SourceDocument, Table, TableCell } from "#platform/official-document/read/block.ts";
import { actionLabels, type DecisionAction, type DecisionRow } from "../decision.ts";
import { type DecisionHead, headOf } from "./decision-head.ts";
import { actionsIn, plainWords, Scope } from "./scope.ts";
import { type Heads, headsOf, repeatsHead, textAt, textOf } from "./table-columns.ts";
import { codeInCell, codeInName } from "./written-code.ts";

/** What a decision says, as far as it could be read; a person compares it with the document. */
export interface ReadDecision extends DecisionHead {
  /** A row without a code has an empty one: somebody adds it. */
  rows: DecisionRow[];
  /** What a person has to look at. */
  warnings: string[];
}

/** A row as its table and the headings above tell it; the action is not always clear. */
type FoundRow = Omit<DecisionRow, "action"> & { action: DecisionAction | null };

/** A row that stands over procedures: a label and one text, or one text alone. */
function headingOf(row: TableCell[]): string | null {
  const texts = [...new Set(row.filter(({ continued }) => !continued).map(textOf))].filter(
    (text) => text !== "",
  );
  const words = texts.filter((text) => !/^(?:[IVXLC]{1,6}|\p{L}|\d{1,2}(?:\.\d{1,2})*)[.)]?$/u.test(text));
  const [only, ...others] = words;
  if (only === undefined || others.length > 0 || texts.length > 2 || codeInCell(only) !== "") return null;
  // Either it covers several columns, or nothing else is written in the row.
  return row.some(({ span }) => span > 1) || row.length > 2 ? only : null;
}

/** Reads one row of a list; null: it is none. */
function rowOf(row: TableCell[], { columns }: Heads, scope: Scope): FoundRow | null {
  const named = codeInName(textAt(row, columns.name));
  const old = codeInCell(textAt(row, columns.oldCode)) || codeInName(textAt(row, columns.oldName)).code;
  // A list of what is replaced may have only the former one's columns.
  const code = codeInCell(textAt(row, columns.code)) || named.code;
  const name = named.name || (columns.name === null ? codeInName(textAt(row, columns.oldName)).name : "");
  if (code === "" && old === "" && !/\p{L}{3}/u.test(name)) return null;
  const isReplacing = old !== "" && code !== "" && old !== code;
  const { action, level, field } = scope.said;
  return {
    ...{ code: code || old, name, level, field },
    action: isReplacing && (action === null || action === "amended") ? "replaced" : action,
    replacesCode: isReplacing ? old : "",
  };
}

function rowsIn(table: Table, heads: Heads, from: number, scope: Scope): FoundRow[] {
  const found: FoundRow[] = [];
  for (const row of table.rows.slice(from)) {
    if (repeatsHead(row, table.rows[0]!) && from > 0) continue;
    const heading = headingOf(row);
    if (heading !== null) {
      scope.hear(heading, true);
      continue;
    }
    const one = rowOf(row, heads, scope);
    // Without a code it is a procedure only where it is counted as one.
    if (one && (one.code !== "" || /^\d{1,3}[.)]?$/u.test(textOf(row[0]!)))) found.push(one);
  }
  return found;
}

/** Where the lists end and every procedure is told in full. */
const isFullText = (text: string): boolean =>
  /^(?:phan [ivx\d]+\W*)?(?:[a-z\d]+\W+)?noi dung (?:cu the|chi tiet)?(?: cua)?.*(?:thu tuc|tthc)/.test(
    plainWords(text),
  ) &&
  text.length < 200 &&
  actionsIn(text).length === 0;

const widthOf = (table: Table): number =>
  Math.max(0, ...table.rows.flat().map(({ column, span }) => column + span));

/** The rows of all lists, in the order of the document. */
function findRows(blocks: SourceDocument["blocks"]): FoundRow[] {
  const rows: FoundRow[] = [];
  const scope = new Scope();
  const written: FoundRow[] = [];
  let last = null as { heads: Heads; width: number } | null;
  for (const block of blocks) {
    if (block.kind === "paragraph") {
      const text = [block.label, block.text].filter(Boolean).join(" ").trim();
      if (text === "") continue;
      if (isFullText(text) && rows.length > 0) break;
      // A list need not be a table: "1.001231 - Cấp giấy phép …".
      const { code, name } = codeInName(block.text);
      const { action, level, field } = scope.said;
      if (code !== "" && !/^(?:điều|căn cứ)\s/iu.test(text) && name.length > 5 && name.length < 400)
        written.push({
          code,
          name: name.replace(/^\d+[.)]\s*/u, ""),
          action,
          level,
          field,
          replacesCode: "",
        });
      else if (scope.hear(text, false)) last = null;
      continue;
    }
    const heads = headsOf(block.rows);
    // Where a table goes over a page, its rest may stand alone, without heads.
    const goesOn: Heads | null = heads ?? (last?.width === widthOf(block) ? last.heads : null);
    if (!goesOn) continue;
    rows.push(...rowsIn(block, goesOn, heads?.rows ?? 0, scope));
    last = { heads: goesOn, width: widthOf(block) };
  }
  const clear = written.filter(({ action }) => rows.length === 0 || action !== null);
  return [...rows, ...clear.filter(({ code }) => rows.every((row) => row.code !== code))];
}

/** Each code once; what one procedure takes the place of is gathered. */
function eachOnce(rows: DecisionRow[], warnings: string[]): DecisionRow[] {
  const once = new Map<string, DecisionRow>();
  const nameless: DecisionRow[] = [];
  for (const row of rows) {
    const twin = row.code === "" ? undefined : once.get(row.code);
    if (row.code === "") nameless.push(row);
    else if (!twin) once.set(row.code, row);
    else if (twin.replacesCode && row.replacesCode)
      twin.replacesCode = [...new Set([...twin.replacesCode.split(", "), row.replacesCode])].join(", ");
    else if (twin.action !== row.action)
      warnings.push(
        `Mã ${row.code} vừa ở danh mục ${actionLabels[twin.action].toLowerCase()}, vừa ở danh mục ${actionLabels[row.action].toLowerCase()}; giữ dòng đầu.`,
      );
    else warnings.push(`Mã ${row.code} có nhiều dòng; giữ dòng đầu.`);
  }
  return rows.filter((row) => nameless.includes(row) || once.get(row.code) === row);
}

/** Reads the lists of a decision: tables of procedures, under headings that say what is done to them. */
export function readDecision({ blocks, leftOut }: SourceDocument): ReadDecision {
  const head = headOf(blocks);
  const warnings: string[] = [];
  const found = findRows(blocks);
  // A decision about one thing says so in its title alone.
  const told = actionsIn(head.abstract ?? "");
  const whole = told.length === 1 ? told[0]! : null;
  if (whole === null && found.some(({ action }) => action === null))
    warnings.push(
      "Có bảng không rõ là mới ban hành, sửa đổi, thay thế hay bãi bỏ; tạm ghi là sửa đổi, bổ sung.",
    );
  const rows = eachOnce(
    found.map((row) => ({ ...row, action: row.action ?? whole ?? "amended" })),
    warnings,
  );
  const codeless = rows.filter(({ code }) => code === "").length;
  if (codeless > 0) warnings.push(`${codeless} dòng không có mã thủ tục; hãy ghi mã, hoặc bỏ dòng.`);
  const pages = leftOut.pages ?? [];
  if (pages.length > 0)
    warnings.push(`Trang ${pages.join(", ")} là ảnh chụp, không có chữ để đọc; hãy ghi tay phần ấy.`);
  if (rows.length === 0) warnings.push("Không thấy bảng nào có mã thủ tục; hãy ghi tay các dòng.");
  return { ...head, rows, warnings };
}
