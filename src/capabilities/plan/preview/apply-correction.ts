import type { PlanHeader, PlanTask } from "../reading/plan-reading.ts";
import { addClause, editClause, joinClause, moveClause, removeClause } from "./clause-corrections.ts";
import type { CorrectedTask, Correction } from "./correction.ts";
import { outlineOf, placeOf } from "./outline.ts";
import {
  ImpossibleCorrection,
  type PreviewState,
  warningsOfTask,
  withoutTask,
  withoutWarnings,
} from "./preview-state.ts";

const filled = (text: string | null): string | null => text?.trim() || null;

/** The header as it is kept: blank is null, no empty line among the recipients. */
function keptHeader(header: PlanHeader): PlanHeader {
  const signer = header.signer && {
    authority: header.signer.authority.map((line) => line.trim()).filter((line) => line !== ""),
    position: filled(header.signer.position),
    name: filled(header.signer.name),
  };
  const signs = signer && (signer.authority.length > 0 || signer.position !== null || signer.name !== null);
  return {
    parentAgency: filled(header.parentAgency),
    agency: filled(header.agency),
    number: filled(header.number),
    symbol: filled(header.symbol),
    place: filled(header.place),
    date: header.date,
    type: filled(header.type),
    title: filled(header.title),
    signer: signs ? signer : null,
    recipients: header.recipients.map((line) => line.trim()).filter((line) => line !== ""),
  };
}

function isFilled(header: PlanHeader, where: string): boolean {
  const field = where.slice("header.".length);
  if (field === "signer.name") return Boolean(header.signer?.name);
  const value = header[field as keyof PlanHeader] ?? null;
  return Array.isArray(value) ? value.length > 0 : value !== null;
}

function correctHeader(state: PreviewState, given: PlanHeader): PreviewState {
  const header = keptHeader(given);
  const settled = state.reading.warnings.flatMap(({ where }, position) =>
    where.startsWith("header.") && !isFilled(state.reading.header, where) && isFilled(header, where)
      ? [position]
      : [],
  );
  return withoutWarnings({ ...state, reading: { ...state.reading, header } }, new Set(settled));
}

function keptTask({ reading }: PreviewState, task: CorrectedTask, before: PlanTask | null): PlanTask {
  if (task.clause !== null && !placeOf(outlineOf(reading.clauses), task.clause))
    throw new ImpossibleCorrection(`Bản xem trước không còn mục ${task.clause}.`);
  const { from, to } = task.due;
  if (from !== null && to !== null && from > to)
    throw new ImpossibleCorrection("Ngày đầu sau ngày cuối; hãy chọn lại hai ngày của nhiệm vụ.");
  const same = before !== null && before.leadUnits.join("\n") === task.leadUnits.join("\n");
  return {
    ...task,
    deliverable: filled(task.deliverable),
    // As printed, while nobody has changed it.
    leadUnit: same ? before.leadUnit : filled(task.leadUnits.join("; ")),
    appendix: before?.appendix ?? null,
  };
}

function taskAt({ reading }: PreviewState, index: number): PlanTask {
  const found = reading.tasks[index];
  if (!found) throw new ImpossibleCorrection("Bản xem trước không còn nhiệm vụ này.");
  return found;
}

function editTask(state: PreviewState, index: number, task: CorrectedTask): PreviewState {
  const before = taskAt(state, index);
  const kept = keptTask(state, task, before);
  const settled = warningsOfTask(state, index).filter((position) => {
    const { code } = state.reading.warnings[position]!;
    return code.startsWith("lead-")
      ? kept.leadUnits.length > 0
      : JSON.stringify(kept.due) !== JSON.stringify(before.due);
  });
  const tasks = state.reading.tasks.with(index, kept);
  return withoutWarnings({ ...state, reading: { ...state.reading, tasks } }, new Set(settled));
}

function removeTask(state: PreviewState, index: number): PreviewState {
  taskAt(state, index);
  const shared = state.reading.tasks.flatMap((_, other) =>
    other === index ? [] : warningsOfTask(state, other),
  );
  const own = warningsOfTask(state, index).filter((position) => !shared.includes(position));
  return withoutTask(withoutWarnings(state, new Set(own)), index);
}

/**
 * The preview after one correction; the given one stays as it is. Tasks, warnings and the paragraphs of the source
 * follow the clauses that they point to. @throws ImpossibleCorrection
 */
export function applyCorrection(
  state: PreviewState,
  correction: Exclude<Correction, { kind: "undo" }>,
): PreviewState {
  const { reading } = state;
  switch (correction.kind) {
    case "header":
      return correctHeader(state, correction.header);
    case "edit-clause":
      return editClause(state, correction);
    case "add-clause":
      return addClause(state, correction);
    case "remove-clause":
      return removeClause(state, correction);
    case "join-clause":
      return joinClause(state, correction);
    case "move-clause":
      return moveClause(state, correction);
    case "edit-task":
      return editTask(state, correction.index, correction.task);
    case "add-task":
      return {
        ...state,
        reading: { ...reading, tasks: [...reading.tasks, keptTask(state, correction.task, null)] },
      };
    case "remove-task":
      return removeTask(state, correction.index);
    case "settle-warning":
      if (!reading.warnings[correction.index])
        throw new ImpossibleCorrection("Bản xem trước không còn điểm chưa chắc này.");
      return withoutWarnings(state, new Set([correction.index]));
  }
}
