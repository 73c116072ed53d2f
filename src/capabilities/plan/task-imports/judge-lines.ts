import { formatDate } from "#platform/clock/vietnam-time.ts";
import { type SheetCell, serialDay } from "#platform/official-document/read/read-xlsx.ts";
import { faultsIn, type ListLine, writtenIn } from "#platform/sheets/read-list.ts";
import { meansEveryUnit, nearestName, plain, unitMeant } from "#platform/text/unit-named.ts";
import { dueToKeep } from "../due-to-keep.ts";
import { parseDue } from "../reading/due.ts";
import type { TaskDue } from "../reading/plan-reading.ts";
import { splitUnits } from "../reading/unit-names.ts";
import type { TaskFields } from "../save-task.ts";
import { type TaskSheetField, taskSheetWords } from "./task-sheet-fields.ts";

/** What the lines are read against. */
export interface PlanWords {
  year: number;
  clauses: { id: string; mark: string }[];
  units: { id: string; name: string; shortName: string }[];
  people: { id: string; name: string; email: string }[];
  obligations: { id: string; code: string }[];
  /** Tasks that stand in the plan, and how the lines said that brought some of them. */
  present: TaskKey[];
  /** Days outside the plan's year are meant. */
  outsideYear: boolean;
}

/** By what a task is known again: its words, its clause, and who leads it (null: nobody yet). */
export interface TaskKey {
  title: string;
  clauseId: string | null;
  /** A unit's id, or "all". */
  lead: string | null;
}

export interface JudgedLine {
  line: number;
  /** "heading": stands over tasks and is none. */
  state: "new" | "present" | "bad" | "heading";
  /** As written, by field. */
  written: Partial<Record<TaskSheetField, string>>;
  /** Null unless every field was understood. */
  task: (TaskFields & { coordinatingText: string | null }) | null;
  errors: string[];
  /** What was understood in a way that one may want to know. */
  notes: string[];
}

export const leadKey = ({ allUnits, leadUnitId }: Pick<TaskFields, "allUnits" | "leadUnitId">) =>
  allUnits ? "all" : leadUnitId;

/** The same task, whoever leads it where one of the two does not say. */
const isSame = (one: TaskKey, other: TaskKey): boolean =>
  one.clauseId === other.clauseId &&
  plain(one.title) === plain(other.title) &&
  (one.lead === null || other.lead === null || one.lead === other.lead);

/** A mark as people name it ("Mục II.1.") by its letters and digits alone. */
export const plainMark = (mark: string) =>
  plain(mark.replace(/^\s*(mục|khoản|điểm|phần)\s+/iu, "")).replaceAll(" ", ".");

/** The mark that begins as the written one does, the longest beginning first. */
export function nearestMark(clauses: { mark: string }[], written: string): string | null {
  const wanted = plainMark(written);
  let best: { mark: string; shared: number } | null = null;
  for (const { mark } of clauses) {
    const own = plainMark(mark);
    let shared = 0;
    while (shared < own.length && own[shared] === wanted[shared]) shared += 1;
    if (shared > 0 && (best === null || shared > best.shared)) best = { mark, shared };
  }
  return best?.mark ?? null;
}

const noDue: TaskDue = { kind: "none", text: null, date: null, from: null, to: null, every: null };

/** A time that was typed: a day, a serial number of Excel, or words as plans say them; null when not understood. */
function readDue(cell: SheetCell, year: number): { due: TaskDue; isOneOfSeveral: boolean } | null {
  const day = cell.day ?? (/^\d{5}$/.test(cell.text) ? serialDay(Number(cell.text)) : null);
  if (day)
    return { due: { ...noDue, kind: "date", text: formatDate(day), date: day }, isOneOfSeveral: false };
  const { due, doubts } = parseDue(cell.text, year);
  const isOneOfSeveral = doubts.includes("due-several");
  const kept = dueToKeep(due);
  return kept && { due: kept, isOneOfSeveral };
}

/** Says of each line what it would become, in the sheet's own order. */
export function judgeLines(lines: ListLine<TaskSheetField>[], words: PlanWords): JudgedLine[] {
  const before: (TaskKey & { line: number })[] = [];
  return lines.map((line): JudgedLine => {
    const shown = { line: line.line, written: writtenIn(line.cells) };
    if (line.isHeading) return { ...shown, state: "heading", task: null, errors: [], notes: [] };
    const { task, errors, notes } = understand(line, words);
    const key: TaskKey = { title: task.title, clauseId: task.clauseId, lead: leadKey(task) };
    const twin = before.find((other) => other.lead === key.lead && isSame(other, key) && key.title !== "");
    if (twin)
      errors.push(
        `Trùng với dòng ${twin.line}: cùng mục, cùng nhiệm vụ, cùng đơn vị chủ trì; hãy bỏ một dòng.`,
      );
    before.push({ ...key, line: line.line });
    if (errors.length > 0) return { ...shown, state: "bad", task: null, errors, notes };
    const state = words.present.some((known) => isSame(known, key)) ? "present" : "new";
    return { ...shown, state, task, errors, notes };
  });
}

function understand({ cells }: ListLine<TaskSheetField>, words: PlanWords) {
  const errors = faultsIn(taskSheetWords, cells);
  const notes: string[] = [];
  const textOf = (field: TaskSheetField) => cells[field]?.text ?? "";

  const title = textOf("title");
  if (title === "" && !cells.title?.fault) errors.push("Chưa có nội dung nhiệm vụ; hãy ghi việc phải làm.");
  if (title.length > 1000) errors.push("Nội dung nhiệm vụ dài quá 1.000 ký tự; hãy viết gọn lại.");

  let clauseId: string | null = null;
  const mark = textOf("clause");
  if (mark !== "") {
    clauseId = words.clauses.find((clause) => plainMark(clause.mark) === plainMark(mark))?.id ?? null;
    const near = nearestMark(words.clauses, mark);
    if (!clauseId)
      errors.push(
        `Kế hoạch không có mục “${mark}”${near ? `; gần nhất là “${near}”` : ""}. Hãy sửa số mục, hoặc bỏ trống.`,
      );
  }

  const namesOf = ({ name, shortName }: PlanWords["units"][number]) => [name, shortName];
  const lead = textOf("lead");
  const allUnits = lead !== "" && meansEveryUnit(lead);
  const leadUnit = lead === "" || allUnits ? null : unitMeant(words.units, lead);
  if (lead !== "" && !allUnits && !leadUnit) {
    const near = nearestName(words.units, namesOf, lead);
    errors.push(
      `Cơ quan không có đơn vị “${lead}”${near ? `; gần nhất là “${near.name}”` : ""}. Hãy ghi đúng tên một đơn vị.`,
    );
  }

  const coordinating = textOf("coordinating");
  const coordinatingUnitIds: string[] = [];
  let outsiders = false;
  for (const name of coordinating === "" ? [] : splitUnits(coordinating)) {
    const found = unitMeant(words.units, name);
    if (found) {
      if (!coordinatingUnitIds.includes(found.id) && found.id !== leadUnit?.id)
        coordinatingUnitIds.push(found.id);
      continue;
    }
    outsiders = true;
    const near = nearestName(words.units, namesOf, name);
    notes.push(
      near
        ? `Đơn vị phối hợp “${name}” được giữ nguyên chữ; nếu là “${near.name}” thì hãy sửa tên.`
        : `Đơn vị phối hợp “${name}” ở ngoài cơ quan, được giữ nguyên chữ.`,
    );
  }

  const personNamed = (field: "responsible" | "approver"): string | null => {
    const name = textOf(field);
    if (name === "") return null;
    const found = words.people.filter(
      (person) => plain(person.name) === plain(name) || person.email.toLowerCase() === name.toLowerCase(),
    );
    if (found.length === 1) return found[0]!.id;
    if (found.length > 1)
      errors.push(`Có ${found.length} người tên “${name}”; hãy ghi thư điện tử của người cần chọn.`);
    else {
      const near = nearestName(words.people, (person) => [person.name], name);
      errors.push(
        `Cơ quan không có người dùng “${name}”${near ? `; gần nhất là “${near.name}”` : ""}. Hãy ghi đúng họ tên hoặc thư điện tử, hoặc bỏ trống.`,
      );
    }
    return null;
  };
  const responsiblePersonId = personNamed("responsible");
  const approverPersonId = personNamed("approver");

  const obligationIds: string[] = [];
  for (const code of textOf("obligations")
    .split(/[;,\n]/)
    .map((part) => part.trim())) {
    if (code === "") continue;
    const found = words.obligations.find((obligation) => plain(obligation.code) === plain(code));
    if (found) obligationIds.push(found.id);
    else errors.push(`Kế hoạch không có nghĩa vụ mang mã “${code}”; hãy sửa mã, hoặc bỏ trống.`);
  }

  const time = cells.due;
  const read = time && time.text !== "" ? readDue(time, words.year) : { due: noDue, isOneOfSeveral: false };
  const due = read?.due;
  if (read?.isOneOfSeveral)
    notes.push(`Thời gian “${time?.text}” nêu nhiều mốc; được đọc đến mốc cuối, hãy xem lại.`);
  if (!due)
    errors.push(
      `Chưa đọc được thời gian “${time?.text}”; hãy ghi một ngày như 30/06/${words.year}, hoặc “thường xuyên”, “hằng tháng”, “quý II”.`,
    );
  const outside = [due?.date, due?.from, due?.to].find(
    (day) => day && Number(day.slice(0, 4)) !== words.year,
  );
  if (outside && !words.outsideYear)
    errors.push(
      `Ngày ${formatDate(outside)} nằm ngoài năm ${words.year} của kế hoạch; hãy sửa ngày, hoặc đánh dấu “Nhận cả ngày ngoài năm của kế hoạch”.`,
    );

  const deliverable = textOf("deliverable");
  if (deliverable.length > 1000) errors.push("Sản phẩm, kết quả dài quá 1.000 ký tự; hãy viết gọn lại.");
  const task = {
    title,
    clauseId,
    leadUnitId: leadUnit?.id ?? null,
    allUnits,
    responsiblePersonId,
    approverPersonId,
    coordinatingUnitIds,
    coordinatingText: outsiders ? coordinating : null,
    due: due ?? noDue,
    deliverable: deliverable || null,
    obligationIds: [...new Set(obligationIds)],
  };
  return { task, errors, notes };
}
