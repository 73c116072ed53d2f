import type { Table } from "#platform/official-document/read/block.ts";
import { type DueDoubt, parseDue } from "./due.ts";
import { fieldsIn } from "./field-name.ts";
import { inferredLead, LeadAbove } from "./lead-above.ts";
import type { PlanTask, ReadingWarning } from "./plan-reading.ts";
import { squeeze, trimValue } from "./printed.ts";
import { beginsUnit, splitUnits } from "./unit-names.ts";

type Column = "group" | "row" | "task" | "deliverable" | "lead" | "coordinating" | "begin" | "due" | "other";

/** A row as texts by column; a text that spans several columns stands in the first of them. */
interface Row {
  texts: string[];
  /** The same with the lines of a cell kept apart by "\n". */
  lines: string[];
  /** Columns that the one filled cell covers, when only one is filled. */
  widest: number;
  filled: number;
  /** Columns whose text only continues the cell above. */
  continued: Set<number>;
}

function columnOf(head: string): Column | null {
  const name = head.toLowerCase();
  if (name === "" || name.length > 120) return null;
  if (/^(stt|tt|số tt|số thứ tự|số)\.?$/.test(name)) return "row";
  if (/^(nhóm|lĩnh vực)/.test(name)) return "group";
  if (/bắt đầu|khởi công|^từ ngày/.test(name)) return "begin";
  if (
    /thời gian|thời hạn|thời điểm|khi nào|tiến độ|hạn hoàn thành|lộ trình|kết thúc|^hạn(?!\p{L})|^(đến )?ngày(?!\p{L})/u.test(
      name,
    )
  )
    return "due";
  if (/thẩm quyền/.test(name)) return "other";
  if (/chủ trì|^rõ (người|trách nhiệm)/.test(name)) return "lead";
  if (/phối hợp/.test(name)) return "coordinating";
  if (/kinh phí|ghi chú|căn cứ|địa điểm/.test(name)) return "other";
  if (/sản phẩm|kết quả|đầu ra/.test(name)) return "deliverable";
  if (
    /(đơn vị|cơ quan|bộ phận|cá nhân|người|phòng).*(thực hiện|đầu mối|trách nhiệm|tham mưu|phụ trách)|phân công|đầu mối|^(đơn vị|cơ quan|ai (làm|phụ trách|thực hiện))$/.test(
      name,
    )
  )
    return "lead";
  if (/nhiệm vụ|nội dung|công việc|hoạt động|^(rõ )?việc|hạng mục|đầu việc/.test(name)) return "task";
  return /hoàn thành/.test(name) ? "due" : null;
}

function rowsOf(table: Table): Row[] {
  return table.rows.map((cells) => {
    const lines: string[] = [];
    const continued = new Set<number>();
    let widest = 0;
    let filled = 0;
    for (const cell of cells) {
      const text = cell.paragraphs
        .flatMap((paragraph) => withLabel(paragraph.label, paragraph.text).split("\n"))
        .map(squeeze)
        .filter((line) => line !== "")
        .join("\n");
      lines[cell.column] = text;
      if (cell.continued) continued.add(cell.column);
      if (text !== "") {
        filled += 1;
        widest = Math.max(widest, cell.span);
      }
    }
    const filledIn = Array.from(lines, (text) => text ?? "");
    return { texts: filledIn.map(squeeze), lines: filledIn, widest, filled, continued };
  });
}

function withLabel(label: string | null, text: string): string {
  return label === null ? text : `${label} ${text}`;
}

/** The columns that a row of headings names; null for any other row. */
function headOf(row: Row): Map<Column, number> | null {
  const columns = new Map<Column, number>();
  for (const [at, text] of row.texts.entries()) {
    const column = columnOf(text);
    if (column !== null && !columns.has(column)) columns.set(column, at);
  }
  const speaks = columns.has("lead") || columns.has("due");
  return columns.has("task") && speaks && row.texts.every((text) => text.length <= 120) ? columns : null;
}

/** Headings may be printed in two rows under a merged cell; the lower row adds to the upper one. */
function headRows(rows: Row[]): { columns: Map<Column, number>; from: number } | null {
  for (let at = 0; at < Math.min(rows.length, 4); at += 1) {
    const alone = headOf(rows[at]!);
    const next = rows[at + 1];
    if (next) {
      const width = Math.max(rows[at]!.texts.length, next.texts.length);
      const texts = Array.from({ length: width }, (_, column) => {
        const lower = next.texts[column] ?? "";
        return columnOf(lower) !== null ? lower : (rows[at]!.texts[column] ?? "");
      });
      const lowerSpeaks = next.texts.some((text, column) => {
        const kind = columnOf(text);
        return (
          kind !== null && kind !== "row" && !next.continued.has(column) && text !== rows[at]!.texts[column]
        );
      });
      const joined = lowerSpeaks && next.continued.size > 0 ? headOf({ ...next, texts }) : null;
      if (joined) return { columns: joined, from: at + 2 };
    }
    if (alone) return { columns: alone, from: at + 1 };
  }
  return null;
}

/** Whether a table assigns tasks: a column of tasks, and one of units or times. */
export function isTaskTable(table: Table): boolean {
  return headRows(rowsOf({ ...table, rows: table.rows.slice(0, 6) })) !== null;
}

function isCounterRow(row: Row): boolean {
  const texts = row.texts.filter(Boolean);
  return texts.length > 1 && texts.every((text, at) => text.replace(/[()]/g, "") === String(at + 1));
}

function isOutline(row: string): boolean {
  return /^([IVXLC]+|[A-ZĐ])[.)]?$/.test(row);
}

/** The group rows that are open: an outline or spanning row, and below it a numbered row with sub-rows. */
class Groups {
  #outer: string | null = null;
  #inner: { number: string; words: string } | null = null;

  open(number: string, words: string): void {
    if (number === "") this.#outer = words;
    this.#inner = number === "" ? null : { number, words };
  }

  of(number: string): string | null {
    const inner = this.#inner;
    if (inner && /^\d/.test(number) && !number.startsWith(`${inner.number}.`)) this.#inner = null;
    return this.#inner?.words ?? this.#outer;
  }
}

/** Whether a table without headings only goes on with the rows of the one before it, as over a page break. */
export function continuesTable(before: Table, next: Table): boolean {
  const width = (table: Table) => {
    const last = table.rows.at(-1)?.at(-1);
    return last ? last.column + last.span : 0;
  };
  return width(before) === width(next) && width(next) > 2;
}

export interface AppendixReading {
  tasks: PlanTask[];
  /** For each task the paragraphs of its row. */
  indexes: number[][];
  /** The same by the place that a warning names. */
  places: Map<string, number[]>;
  warnings: ReadingWarning[];
}

/** Reads the rows of a task table; group rows, repeated headings and rows of column numbers are no tasks. */
export function readAppendixTable(
  table: Table,
  { title, clause }: { title: string | null; clause: string | null },
  planYear: number | null,
): AppendixReading {
  const rows = rowsOf(table);
  const head = headRows(rows);
  const tasks: PlanTask[] = [];
  const indexes: number[][] = [];
  const places = new Map<string, number[]>();
  const warnings: ReadingWarning[] = [];
  if (!head) return { tasks, indexes, places, warnings };
  const { columns } = head;
  const headTexts = rows.slice(0, head.from).map((row) => row.texts.join("|"));
  // A row of work may speak of contents and of completion as headings do; only headings stand where the first ones do.
  const repeatsHead = (row: Row) => {
    if (headTexts.includes(row.texts.join("|"))) return true;
    const again = columns.has("row") ? headOf(row) : null;
    return again?.has("row") === true && [...again].every(([column, at]) => columns.get(column) === at);
  };
  const groups = new Groups();
  const above = new LeadAbove(table.ruled === false);
  let rest: Row[] = [];
  const settleRest = () => {
    const last = tasks.at(-1);
    if (last && rest.length > 0) addRest(last, rest, columns, planYear);
    rest = [];
  };
  let count = 0;
  for (let at = head.from; at < rows.length; at += 1) {
    const row = rows[at]!;
    const text = (column: Column) => (columns.has(column) ? (row.texts[columns.get(column)!] ?? "") : "");
    const lines = (column: Column) => (columns.has(column) ? (row.lines[columns.get(column)!] ?? "") : "");
    if (row.filled === 0 || isCounterRow(row) || repeatsHead(row)) continue;
    const number = text("row");
    const words = text("task");
    const bare = !["deliverable", "lead", "coordinating", "due"].some(
      (column) => text(column as Column) !== "",
    );
    if (tasks.length > 0 && number === "" && isRest(row, columns)) {
      rest.push(row);
      for (const cell of table.rows[at]!) indexes.at(-1)!.push(...cell.paragraphs.map(({ index }) => index));
      continue;
    }
    settleRest();
    if (row.filled === 1 && (row.widest > 1 || bare)) {
      const only = row.texts.find((cell) => cell !== "") ?? "";
      if ((row.widest > 1 || words !== "") && !/^(tổng|cộng)/i.test(only)) groups.open("", only);
      above.end();
      continue;
    }
    const own = number.replace(/[.)]$/, "");
    const next = rows[at + 1];
    const nextNumber = next?.texts[columns.get("row") ?? -1] ?? "";
    const hasSubRows =
      own !== "" && (nextNumber.startsWith(`${own}.`) || /^([a-zđ][.)]?|[-–+•])$/.test(nextNumber));
    if (bare && (number === "" || isOutline(number) || hasSubRows)) {
      groups.open(isOutline(number) ? "" : own, words || number);
      above.end();
      continue;
    }
    if (words === "") continue;
    count += 1;
    const charged = chargedIn(lines("lead"), lines("coordinating"));
    const printedLead = trimValue(unitsAsPrinted(charged.lead));
    const lead = above.of(printedLead);
    const time = timeIn(text("begin"), text("due"));
    const { due, doubts } = parseDue(trimValue(time), planYear);
    const shown = own || String(count);
    tasks.push({
      clause,
      appendix: { title, row: shown, group: text("group") || groups.of(own) },
      title: trimValue(words),
      leadUnit: lead === "" ? null : lead,
      leadUnits: splitUnits(printedLead === "" ? lead : charged.lead),
      coordinatingUnits: splitUnits(charged.coordinating),
      due,
      deliverable: trimValue(text("deliverable")) || null,
    });
    const where = `${title ?? (clause === null ? "Bảng nhiệm vụ" : `${clause}, bảng`)}, dòng ${shown}`;
    const printed = table.rows[at]!.flatMap((cell) =>
      cell.continued ? [] : cell.paragraphs.map(({ index }) => index),
    );
    indexes.push(printed);
    places.set(where, printed);
    if (lead === "") warnings.push(missingLead(where));
    else if (printedLead === "") warnings.push(inferredLead(lead, where));
    for (const doubt of doubts) warnings.push(dueDoubt(doubt, time, where));
  }
  settleRest();
  return { tasks, indexes, places, warnings };
}

/** From the day in one column to that in the next. */
function timeIn(begin: string, end: string): string {
  if (begin === "" || begin === end) return end;
  return end === "" ? begin : `${begin} - ${end}`;
}

/**
 * Whether a row without a number only holds what had no room in the row above, as where a page was broken by hand: its
 * task goes on in small letters, or it has none and only units are added.
 */
function isRest(row: Row, columns: Map<Column, number>): boolean {
  const words = (column: Column) => {
    const at = columns.get(column);
    return at === undefined || row.continued.has(at) ? "" : (row.texts[at] ?? "");
  };
  if (!columns.has("row") || row.widest > 1 || row.continued.size > 0) return false;
  const task = words("task");
  if (task !== "") return /^\p{Ll}/u.test(task) && !/^\p{Ll}[.)]/u.test(task);
  return words("group") === "" && (words("lead") !== "" || words("coordinating") !== "");
}

/** Adds to a task what the rows under it hold. */
function addRest(task: PlanTask, rows: Row[], columns: Map<Column, number>, planYear: number | null): void {
  const words = (column: Column) =>
    rows.map((row) => row.texts[columns.get(column) ?? -1] ?? "").filter((text) => text !== "");
  const after = (before: string | null, column: Column) =>
    trimValue([before ?? "", ...words(column)].filter(Boolean).join(" "));
  const units = (before: string[], column: Column) => {
    const more = words(column);
    // What begins another unit is one more; anything else ends the name above.
    return more.length === 0
      ? before
      : splitUnits(
          [before.join("; "), ...more.map((each) => (beginsUnit(each) ? `; ${each}` : ` ${each}`))].join(""),
        );
  };
  task.title = after(task.title, "task");
  task.deliverable = after(task.deliverable, "deliverable") || null;
  const leads = units(task.leadUnits, "lead");
  if (leads !== task.leadUnits) task.leadUnit = leads.join("; ");
  task.leadUnits = leads;
  task.coordinatingUnits = units(task.coordinatingUnits, "coordinating");
  if (words("due").length > 0) task.due = parseDue(after(task.due.text, "due"), planYear).due;
}

/** One cell may name both: "Chủ trì: Phòng A; Phối hợp: Phòng B". */
function chargedIn(lead: string, coordinating: string): { lead: string; coordinating: string } {
  const fields = fieldsIn(lead.replaceAll("\n", ";\n"));
  const of = (name: string) =>
    fields
      .filter((field) => field.name === name)
      .map(({ value }) => value)
      .join("; ");
  if (of("lead") === "") return { lead, coordinating };
  return { lead: of("lead"), coordinating: [coordinating, of("coordinating")].filter(Boolean).join("; ") };
}

/** The lines of a cell: several units one below the other are a list. */
function unitsAsPrinted(lines: string): string {
  const each = lines.split("\n").map((line) => trimValue(line.replace(/^[-–+•*]\s*/, "")));
  return each.every(beginsUnit) ? each.join("; ") : squeeze(lines);
}

export function missingLead(where: string): ReadingWarning {
  return {
    code: "lead-unit-missing",
    message: "Nhiệm vụ chưa nêu đơn vị chủ trì; cần chọn khi giao việc.",
    where,
  };
}

const doubtful: Record<DueDoubt, (time: string) => string> = {
  "year-inferred": (time) => `Thời hạn “${time}” không ghi năm; tạm hiểu theo năm của kế hoạch.`,
  "due-several": (time) => `Thời hạn “${time}” nêu nhiều mốc; tạm ghi mốc cuối cùng, cần kiểm tra.`,
  "due-unclear": (time) => `Chưa hiểu chắc thời hạn “${time}”; cần nhập lại.`,
};

export function dueDoubt(doubt: DueDoubt, time: string, where: string): ReadingWarning {
  return { code: doubt, message: doubtful[doubt](time), where };
}
