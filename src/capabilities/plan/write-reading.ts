import { registerDocument } from "#documents";
import type { Unit } from "#organization";
import { Unacceptable } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { meansEveryUnit, unitNamed } from "#platform/text/unit-named.ts";
import type { Work } from "#platform/work/work.ts";
import type { Citation, PlanTask } from "./reading/plan-reading.ts";
import { planCitation, task, taskCoordinatingUnit } from "./tables.ts";

/** The reader labels what has no number by position ("p2"); on screen such a paragraph has no label. */
export const shownLabel = (label: string): string => (/^[pb]\d+$/.test(label) ? "" : label);

/** Who leads a task as read: the unit that the printed name means, or every unit. */
export function leadOf({ leadUnits }: Pick<PlanTask, "leadUnits">, units: Unit[]) {
  const allUnits = leadUnits.some(meansEveryUnit);
  const named = leadUnits.flatMap((name) => unitNamed(units, name) ?? []);
  return { allUnits, leadUnitId: allUnits ? null : (named[0]?.id ?? null), named };
}

/** When a task as read is due, as its row keeps it. */
export const dueColumns = ({ due }: Pick<PlanTask, "due">) => ({
  dueKind: due.kind,
  dueText: due.text,
  dueDate: due.date,
  dueFrom: due.from,
  dueTo: due.to,
  dueEvery: due.every,
});

/** Writes a task as read into a plan. */
export async function insertTask(
  work: Work,
  row: PlanTask,
  {
    planId,
    clauseId,
    position,
    cameIn,
  }: { planId: string; clauseId: string | null; position: number; cameIn: number },
  units: Unit[],
): Promise<void> {
  const { agencyId } = work.actor;
  const { allUnits, leadUnitId, named } = leadOf(row, units);
  const id = uuidv7();
  await work.tx.insert(task).values({
    id,
    agencyId,
    planId,
    clauseId,
    title: row.title,
    leadUnitId,
    leadUnitText: row.leadUnit,
    allUnits,
    coordinatingText: row.coordinatingUnits.length > 0 ? row.coordinatingUnits.join("; ") : null,
    ...dueColumns(row),
    deliverable: row.deliverable,
    appendix: row.appendix,
    position,
    cameIn,
  });
  const helpers = new Set(
    [...named.slice(1), ...row.coordinatingUnits.flatMap((name) => unitNamed(units, name) ?? [])].map(
      (unit) => unit.id,
    ),
  );
  helpers.delete(leadUnitId ?? "");
  if (helpers.size > 0) {
    await work.tx
      .insert(taskCoordinatingUnit)
      .values([...helpers].map((unitId) => ({ agencyId, taskId: id, unitId })));
  }
}

/** Enters the documents that a plan cites into the register and links them. */
export async function registerCitations(work: Work, planId: string, citations: Citation[]): Promise<void> {
  for (const { number, type, date, issuer, role } of citations) {
    const document = await registerDocument(work, {
      number,
      type: type ?? "Văn bản",
      issuedOn: date,
      issuer,
      abstract: null,
    });
    await work.tx
      .insert(planCitation)
      .values({ planId, documentId: document.id, role })
      .onConflictDoNothing();
  }
}
/** A span of time begins before it ends. @throws Unacceptable */
export function demandSpansForward(tasks: PlanTask[]): void {
  const backwards = tasks.find(({ due: { from, to } }) => from !== null && to !== null && from > to);
  if (!backwards) return;
  throw new Unacceptable(
    `Nhiệm vụ “${backwards.title}” có ngày đầu sau ngày cuối; hãy sửa thời gian của nhiệm vụ rồi xác nhận.`,
  );
}
