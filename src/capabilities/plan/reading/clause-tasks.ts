import { dueDoubt, missingLead } from "./appendix-tasks.ts";
import { type ClauseNode, childrenOf, withDescendants } from "./clause-node.ts";
import { titleAndText } from "./clause-text.ts";
import { parseDue } from "./due.ts";
import { duePhrase } from "./due-phrase.ts";
import { type Field, fieldsIn, startsWithField } from "./field-name.ts";
import type { PlanTask, ReadingWarning } from "./plan-reading.ts";
import { trimValue } from "./printed.ts";
import { sentenceTask } from "./sentence-task.ts";
import { beginsUnit, splitUnits } from "./unit-names.ts";

/** Headings under which sentences explain and assign nothing. */
const explains =
  /^(mục đích|mục tiêu|yêu cầu|quan điểm|nguyên tắc|phạm vi|đối tượng|chỉ tiêu|căn cứ|sự cần thiết|đặc điểm|tình hình|thực trạng|đánh giá|kết quả đạt được)/i;

function statedValue(fields: Field[], name: Field["name"]): string | null {
  const values = fields
    .filter((field) => field.name === name && field.value !== "")
    .map((field) => field.value);
  return values.length === 0 ? null : values.join("; ");
}

/** The unit that heads the part of the plan in which a clause stands; null when no unit does. */
function headingUnit(node: ClauseNode): string | null {
  for (let at: ClauseNode | null = node; at && at.kind !== "root"; at = at.parent) {
    const { title, text } = titleAndText(at);
    const heading = title ?? (at !== node && at.words.endsWith(":") ? text : null);
    const name = heading?.replace(/^(đối với|trách nhiệm của|giao|đề nghị)\s+/i, "").replace(/:$/, "");
    if (name !== undefined && name.length <= 150 && beginsUnit(name)) return name;
  }
  return null;
}

/** "Phòng A chủ trì, phối hợp với Phòng B" in one value names both; the second part becomes a field of its own. */
function ledBy(value: string | null, fields: Field[]): string | null {
  const together =
    value === null
      ? -1
      : value.search(/[,;]?\s+(chủ trì[,;]?\s*)?phối hợp (với|cùng) |[,;]?\s+chủ trì( thực hiện)?$/i);
  if (value === null || together <= 0) return value;
  const others = value
    .slice(together)
    .replace(/^[,;]?\s*(chủ trì( thực hiện)?[,;]?\s*)?(phối hợp (với|cùng) )?/i, "");
  if (others.trim() !== "") fields.push({ name: "coordinating", value: trimValue(others), at: 0 });
  return trimValue(value.slice(0, together));
}

/** What is to be done, in few words: the heading, unless that only names the unit which is to do it. */
function shortTitle(node: ClauseNode, lead: string | null): string {
  const { title, text } = titleAndText(node);
  if (title !== null && !(title === lead && text !== "")) return title;
  const fields = fieldsIn(text);
  let words = fields.length > 0 ? text.slice(0, fields[0]!.at) : text;
  if (words.trim() === "") words = text;
  if (words.length > 300) {
    const end = words.slice(0, 300).lastIndexOf(". ");
    const space = words.lastIndexOf(" ", 298);
    words = end > 40 ? words.slice(0, end) : `${words.slice(0, space > 0 ? space : 299).trim()}…`;
  }
  return trimValue(words.replace(/[\s(]+$/, ""));
}

export interface TaskReading {
  tasks: PlanTask[];
  /** For each task the paragraphs that state it. */
  indexes: number[][];
  warnings: ReadingWarning[];
}

/** The paragraphs of the labelled lines that speak of each clause. */
function labelledIndexes(root: ClauseNode): Map<ClauseNode, number[]> {
  const lines = new Map<ClauseNode, number[]>();
  for (const node of withDescendants(root))
    for (const entry of node.entries) {
      if (entry.kind !== "fields" || !entry.target) continue;
      const known = lines.get(entry.target) ?? [];
      lines.set(entry.target, known);
      for (const index of entry.indexes) known.push(index);
    }
  return lines;
}

/** The tasks that clauses and bullets state, in labelled lines or in a sentence, in the order of the plan. */
export function clauseTasks(root: ClauseNode, planYear: number | null): TaskReading {
  const tasks: PlanTask[] = [];
  const indexes: number[][] = [];
  const warnings: ReadingWarning[] = [];
  const linesOf = labelledIndexes(root);

  const add = (
    node: ClauseNode,
    lead: string | null,
    coordinating: string | null,
    time: string | null,
    deliverable: string | null,
  ) => {
    const { due, doubts } = parseDue(time ?? "", planYear);
    tasks.push({
      clause: node.path,
      appendix: null,
      title: shortTitle(node, lead),
      leadUnit: lead,
      leadUnits: splitUnits(lead ?? ""),
      coordinatingUnits: splitUnits(coordinating ?? ""),
      due,
      deliverable,
    });
    indexes.push([...node.indexes, ...(linesOf.get(node) ?? [])]);
    if (lead === null) warnings.push(missingLead(node.path));
    if (time === null)
      warnings.push({
        code: "due-missing",
        message: "Nhiệm vụ chưa nêu thời gian thực hiện; cần chọn khi giao việc.",
        where: node.path,
      });
    for (const doubt of doubts) warnings.push(dueDoubt(doubt, time ?? "", node.path));
  };

  const chargedByHeading = (node: ClauseNode): string | null => {
    const unit = headingUnit(node);
    if (unit !== null)
      warnings.push({
        code: "lead-from-heading",
        message: `Đơn vị chủ trì lấy theo đề mục “${unit}”; cần kiểm tra.`,
        where: node.path,
      });
    return unit;
  };

  const visit = (node: ClauseNode, explaining: boolean) => {
    const { title, text } = titleAndText(node);
    const inside = explaining || (title !== null && explains.test(title));
    if (node.kind !== "root") read(node, title, text, inside);
    for (const child of childrenOf(node)) visit(child, inside);
  };

  const read = (node: ClauseNode, title: string | null, text: string, explaining: boolean) => {
    const fieldLike = fieldsIn(text).filter((field) => field.name !== "other");
    const ownLine = node.kind !== "paragraph" && node.kind !== "bullet" && startsWithField(node.words);
    const fields = [...node.fields, ...(ownLine ? [] : fieldLike)];
    const sentence = explaining || ownLine ? null : sentenceTask(text !== "" ? text : (title ?? ""));
    const lead = ledBy(statedValue(fields, "lead"), fields);
    const time = statedValue(fields, "due");
    if (lead !== null || time !== null) {
      add(
        node,
        lead ?? sentence?.lead ?? (explaining ? null : chargedByHeading(node)),
        statedValue(fields, "coordinating") ?? sentence?.coordinating ?? null,
        time ?? sentence?.due ?? (explaining || ownLine ? null : (duePhrase(text, true)?.words ?? null)),
        statedValue(fields, "deliverable"),
      );
      return;
    }
    if (!sentence) return;
    let unit = sentence.lead;
    if (unit === null) {
      unit = chargedByHeading(node);
      if (unit === null && sentence.due === null) return;
    }
    add(
      node,
      unit,
      statedValue(fields, "coordinating") ?? sentence.coordinating,
      sentence.due,
      statedValue(fields, "deliverable"),
    );
  };

  visit(root, false);
  return { tasks, indexes, warnings };
}
