import { formatDate } from "#platform/clock/vietnam-time.ts";
import { faultsIn, type ListLine, writtenIn } from "#platform/sheets/read-list.ts";
import { plain } from "#platform/text/unit-named.ts";
import { nearestMark, plainMark } from "../task-imports/judge-lines.ts";
import { type WorkItemFields, workItemKindWords } from "../work-programme/work-item.ts";
import { kindNamed, kindSuggested } from "./kind-meant.ts";
import { daysIn } from "./programme-days.ts";
import { type ProgrammeField, programmeWords } from "./programme-fields.ts";

/** What the lines are read against. */
export interface ProgrammeKnown {
  year: number;
  /** Of the plans in force; those of the programme's year are meant first. */
  clauses: { id: string; mark: string; year: number }[];
  /** Those that the caller's unit answers for. */
  obligations: { id: string; code: string; year: number }[];
  /** What stands in the unit's programme, and how the lines said that brought some of it. */
  present: { title: string; firstDay: string }[];
}

export type ReadItem = Omit<WorkItemFields, "lastDay"> & { lastDay: string };

export interface JudgedItem {
  line: number;
  /** "heading": stands over lines and is none. */
  state: "new" | "present" | "bad" | "heading";
  /** As written, by field. */
  written: Partial<Record<ProgrammeField, string>>;
  /** Null unless every field was understood. */
  item: ReadItem | null;
  errors: string[];
  /** What was understood in a way that one may want to know. */
  notes: string[];
}

type Key = ProgrammeKnown["present"][number];
const isSame = (one: Key, other: Key) =>
  one.firstDay === other.firstDay && plain(one.title) === plain(other.title);

/** Says of each line what it would become, in the order of the table. */
export function judgeProgramme(lines: ListLine<ProgrammeField>[], known: ProgrammeKnown): JudgedItem[] {
  const before: (Key & { line: number })[] = [];
  return lines.map((line): JudgedItem => {
    const shown = { line: line.line, written: writtenIn(line.cells) };
    if (line.isHeading) return { ...shown, state: "heading", item: null, errors: [], notes: [] };
    const { item, errors, notes } = understand(line, known);
    const twin = item.title !== "" && before.find((other) => isSame(other, item));
    if (twin) errors.push(`Trùng với dòng ${twin.line}: cùng hoạt động, cùng ngày; hãy bỏ một dòng.`);
    before.push({ title: item.title, firstDay: item.firstDay, line: line.line });
    if (errors.length > 0) return { ...shown, state: "bad", item: null, errors, notes };
    const state = known.present.some((other) => isSame(other, item)) ? "present" : "new";
    return { ...shown, state, item, errors, notes };
  });
}

/** Of several plans' rows that are called so, those of the year where there are any. */
function meant<Row extends { year: number }>(rows: Row[], year: number): Row[] {
  const own = rows.filter((row) => row.year === year);
  return own.length > 0 ? own : rows;
}

function understand({ cells }: ListLine<ProgrammeField>, known: ProgrammeKnown) {
  const errors = faultsIn(programmeWords, cells);
  const notes: string[] = [];
  const textOf = (field: ProgrammeField) => cells[field]?.text ?? "";
  const short = (field: ProgrammeField, most: number) => {
    const text = textOf(field);
    if (text.length > most)
      errors.push(
        `“${programmeWords[field].header}” dài quá ${most.toLocaleString("vi")} ký tự; hãy viết gọn lại.`,
      );
    return text;
  };

  const title = short("title", 300);
  if (title === "" && !cells.title?.fault) errors.push("Chưa có tên hoạt động; hãy ghi đơn vị làm gì.");

  const days = readDays(cells, known.year, errors, notes);

  const named = textOf("kind");
  const kind = named === "" ? kindSuggested(title) : kindNamed(named);
  if (kind === null)
    errors.push(
      `Không có loại hoạt động “${named}”; hãy ghi một trong các loại: ${Object.values(workItemKindWords).join("; ")}; hoặc bỏ trống.`,
    );

  const clauseIds: string[] = [];
  const obligationIds: string[] = [];
  for (const mark of textOf("serves")
    .split(/[;,\n]/u)
    .map((part) => part.trim())) {
    if (mark === "") continue;
    const { clauses, obligations, year } = known;
    const duties = meant(
      obligations.filter(({ code }) => plain(code) === plain(mark)),
      year,
    );
    const parts = meant(
      clauses.filter((clause) => plainMark(clause.mark) === plainMark(mark)),
      year,
    );
    const [found] = duties.length > 0 ? duties : parts;
    if ((duties.length || parts.length) > 1)
      errors.push(`“${mark}” có ở nhiều kế hoạch đang thực hiện; hãy bỏ trống rồi chọn sau ở hoạt động.`);
    else if (!found) {
      const near = nearestMark(clauses, mark);
      errors.push(
        `Không có mục hay nghĩa vụ “${mark}” của đơn vị${near ? `; mục gần nhất là “${near}”` : ""}. Hãy sửa lại, hoặc bỏ trống.`,
      );
    } else (duties.length > 0 ? obligationIds : clauseIds).push(found.id);
  }

  const item: ReadItem = {
    title,
    kind: kind ?? "other",
    ...days,
    place: short("place", 300) || null,
    lead: short("lead", 200) || null,
    embeds: short("embeds", 2000) || null,
    taskIds: [],
    obligationIds: [...new Set(obligationIds)],
    clauseIds: [...new Set(clauseIds)],
  };
  return { item, errors, notes };
}

function readDays(
  cells: ListLine<ProgrammeField>["cells"],
  year: number,
  errors: string[],
  notes: string[],
): { firstDay: string; lastDay: string } {
  const none = { firstDay: "", lastDay: "" };
  const { first, last } = cells;
  if (!first || (first.text === "" && !first.day)) {
    if (!first?.fault) errors.push("Chưa có thời gian; hãy ghi ngày tổ chức.");
    return none;
  }
  const notRead = (text: string) =>
    errors.push(
      `Chưa đọc được thời gian “${text}”; hãy ghi một ngày như 12/06/${year}, hoặc 12-14/6. Việc lặp lại thì ghi mỗi lần một dòng.`,
    );
  const begins = daysIn(first, year);
  if (!begins) {
    notRead(first.text);
    return none;
  }
  let { firstDay, lastDay } = begins;
  if (last && (last.text !== "" || last.day)) {
    const ends = daysIn(last, year);
    if (ends) lastDay = ends.lastDay;
    else notRead(last.text);
  }
  if (lastDay < firstDay) errors.push("Ngày kết thúc trước ngày bắt đầu; hãy sửa một trong hai ngày.");
  const outside = [firstDay, lastDay].find((day) => Number(day.slice(0, 4)) !== year);
  if (outside)
    errors.push(
      `Ngày ${formatDate(outside)} nằm ngoài năm ${year}; hãy sửa ngày, hoặc chọn năm khác rồi xem thử lại.`,
    );
  if (begins.supposed)
    notes.push(
      `“${first.text}” được ghi từ ${formatDate(firstDay)} đến ${formatDate(lastDay)}; sửa được sau khi nhập.`,
    );
  return { firstDay, lastDay };
}
