import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { registerDocument } from "#documents";
import { type Unit, unitsOfAgency } from "#organization";
import { Conflict, Unacceptable } from "#platform/auth/policy.ts";
import { formatDate, toVietnamDate } from "#platform/clock/vietnam-time.ts";
import { uuidv7 } from "#platform/database/id.ts";
import type { Work } from "#platform/work/work.ts";
import { clauseMark } from "../clause-mark.ts";
import { sendAgain } from "../distribute-plan.ts";
import { planChanged } from "../plan-changed.ts";
import { clausesOf, type Plan, planForUpdate, tasksOf } from "../plan-queries.ts";
import { planPolicy } from "../policy.ts";
import { demandSame } from "../preview/correct-import.ts";
import { previewOf } from "../preview/preview-queries.ts";
import type { Clause, PlanTask } from "../reading/plan-reading.ts";
import { obligation, plan, planClause, planImport, planVersion, task } from "../tables.ts";
import {
  demandSpansForward,
  dueColumns,
  insertTask,
  leadOf,
  registerCitations,
  shownLabel,
} from "../write-reading.ts";
import { type Comparison, compareImport } from "./compare-import.ts";
import { firstDaysOfVersions } from "./version-days.ts";
import { saidBy } from "./version-queries.ts";

/** The document that decided an amendment. */
export interface Decision {
  /** Whole, as printed: "57/QĐ-SVHTTDL". */
  number: string;
  /** YYYY-MM-DD. */
  issuedOn: string;
  issuer: string | null;
}

interface Amendment {
  /** The preview of the new text. */
  id: string;
  planId: string;
  /** The preview's version that was seen. */
  version: number;
  /** The comparison that was seen. */
  seen: string;
  reason: string;
  /** Asked for once the plan has its number. */
  decision: Decision | null;
  /** Tasks of the reading, by position, whose new or changed words are taken over. */
  takeTasks: number[];
}

/** The first day of the new version: that of the decision, today for a draft. @throws Unacceptable */
async function firstDay({ tx, at }: Work, before: Plan, decision: Decision | null): Promise<string> {
  const today = toVietnamDate(at).toString();
  if (decision === null) {
    if (before.state !== "issued") return today;
    const message = "Kế hoạch đã có số, ngày ban hành; hãy ghi số và ngày của văn bản quyết định sửa đổi.";
    throw new Unacceptable(message, [{ field: "number", message }]);
  }
  const refuse = (message: string) => new Unacceptable(message, [{ field: "issuedOn", message }]);
  if (decision.issuedOn > today) throw refuse("Ngày của văn bản sửa đổi chưa đến; hãy xem lại ngày.");
  const latest = (await firstDaysOfVersions(tx, before.id)).get(before.version) ?? before.issuedOn;
  if (latest !== null && decision.issuedOn < latest)
    throw refuse(
      `Ngày của văn bản sửa đổi đứng trước ngày của bản đang có (${formatDate(latest)}); hãy xem lại ngày.`,
    );
  return decision.issuedOn;
}

/** Marks clauses that the new text no longer has, with all that hangs on them, and tasks of the appendices gone. */
async function leaveOut(
  { tx }: Work,
  { plan: { id: planId }, clauses, tasks }: Comparison,
  leftIn: number,
): Promise<void> {
  const gone = clauses.flatMap(({ kind, clauseId }) => (kind === "removed" ? [clauseId!] : []));
  if (gone.length > 0) {
    const hanging = and(isNull(task.leftIn), inArray(task.clauseId, gone));
    await tx.update(task).set({ leftIn }).where(hanging);
    await tx
      .update(obligation)
      .set({ leftIn })
      .where(and(isNull(obligation.leftIn), inArray(obligation.clauseId, gone)));
    // A clause that stays must not hang on it, and it on none that may be taken out later.
    await tx.update(planClause).set({ leftIn, parentId: null }).where(inArray(planClause.id, gone));
  }
  const goneTasks = tasks.flatMap(({ kind, taskId }) => (kind === "removed" ? [taskId!] : []));
  if (goneTasks.length > 0)
    await tx
      .update(task)
      .set({ leftIn })
      .where(and(eq(task.planId, planId), inArray(task.id, goneTasks)));
}

/** Writes the clauses of the new text: one that continues another keeps its row, and so all that hangs on it. */
async function writeClauses(
  { tx, actor }: Work,
  planId: string,
  clauses: Clause[],
  pairs: Map<string, string>,
  cameIn: number,
): Promise<Map<string, string>> {
  // Numbers change places among each other, and no two rows may bear one at any moment.
  await tx
    .update(planClause)
    .set({ path: sql`'~' || ${planClause.id}` as never })
    .where(and(eq(planClause.planId, planId), isNull(planClause.leftIn)));
  const ids = new Map<string, string>();
  let position = 0;
  const walk = async (list: Clause[], parentId: string | null): Promise<void> => {
    for (const { path, label, level, title, text, children } of list) {
      const values = { parentId, path, label: shownLabel(label), level, title, text, position };
      position += 1;
      const known = pairs.get(path);
      const id = known ?? uuidv7();
      ids.set(path, id);
      if (known) await tx.update(planClause).set(values).where(eq(planClause.id, known));
      else await tx.insert(planClause).values({ id, agencyId: actor.agencyId, planId, cameIn, ...values });
      await walk(children, id);
    }
  };
  await walk(clauses, null);
  return ids;
}

/** Takes over what the new text says of a task that is there; who was assigned stays unless the text names another. */
async function changeTask({ tx }: Work, taskId: string, row: PlanTask, units: Unit[]): Promise<void> {
  const { allUnits, leadUnitId } = leadOf(row, units);
  await tx
    .update(task)
    .set({
      title: row.title,
      ...(row.due.kind !== "none" && dueColumns(row)),
      ...(row.deliverable !== null && { deliverable: row.deliverable }),
      ...(row.leadUnit !== null && { leadUnitId, allUnits, leadUnitText: row.leadUnit }),
    })
    .where(eq(task.id, taskId));
}

async function writeTasks(
  work: Work,
  { plan: { id: planId }, tasks }: Comparison,
  rows: PlanTask[],
  taken: Set<number>,
  clauseIds: Map<string, string>,
  cameIn: number,
): Promise<void> {
  const units = await unitsOfAgency(work.tx, work.actor.agencyId);
  const [{ last }] = (await work.tx
    .select({ last: sql<number>`coalesce(max(${task.position}), -1)` })
    .from(task)
    .where(eq(task.planId, planId))) as [{ last: number }];
  let position = last;
  for (const { kind, index, taskId } of tasks) {
    if (index === null || !taken.has(index)) continue;
    const row = rows[index]!;
    if (kind === "changed") await changeTask(work, taskId!, row, units);
    else {
      position += 1;
      const clauseId = row.clause === null ? null : (clauseIds.get(row.clause) ?? null);
      await insertTask(work, row, { planId, clauseId, position, cameIn }, units);
    }
  }
}

/** Marks of the clauses of each kind, for the audit: "II.3", "II.3 → II.4". */
const marksOf = (clauses: Comparison["clauses"], kind: Comparison["clauses"][number]["kind"]) =>
  clauses.flatMap((row) => {
    if (row.kind !== kind) return [];
    const marks = [row.before, row.after].flatMap((side) => (side ? [clauseMark(side.path)] : []));
    return [[...new Set(marks)].join(" → ")];
  });

/**
 * Makes the text of a preview the plan's next version, all of it or nothing: each clause keeps what hangs on it, what
 * the new text leaves out stays readable and is asked for no more, and units that had the plan are asked again.
 */
export async function amendPlan(
  work: Work,
  { id, planId, version: previewVersion, seen, reason, decision, takeTasks }: Amendment,
): Promise<{ planId: string; version: number }> {
  const { tx, actor, at } = work;
  planPolicy.permit(actor, "import", { agencyId: actor.agencyId });
  const before = await planForUpdate(tx, actor.agencyId, planId);
  const preview = await previewOf(work, id);
  demandSame(preview, previewVersion);
  if (before.standing === "replaced" || before.standing === "ended")
    throw new Conflict(`Kế hoạch “${before.title}” không còn thực hiện nên không sửa đổi được.`);
  const comparison = await compareImport(work, preview, planId);
  if (comparison.seen !== seen)
    throw new Conflict(
      "Kế hoạch hoặc bản xem trước vừa được sửa ở nơi khác; hãy tải lại rồi xem lại chỗ khác nhau.",
      {
        advice: "Chưa có gì được ghi. Lý do và số văn bản bạn gõ vẫn còn.",
      },
    );
  const { reading } = preview;
  demandSpansForward(reading.tasks);
  const holdsFrom = await firstDay(work, before, decision);
  const version = before.version + 1;
  const units = await unitsOfAgency(tx, actor.agencyId, { closed: true });
  const said = saidBy(
    before,
    await clausesOf(tx, planId),
    await tasksOf(tx, planId),
    (unitId) => units.find((unit) => unit.id === unitId)?.name ?? null,
  );
  const decided =
    decision &&
    (await registerDocument(work, {
      type: "Quyết định",
      number: decision.number,
      issuedOn: decision.issuedOn,
      issuer: decision.issuer,
      abstract: `Sửa đổi, bổ sung ${before.title}`,
    }));
  await tx
    .update(planVersion)
    .set({ said })
    .where(and(eq(planVersion.planId, planId), eq(planVersion.version, before.version)));
  await tx.insert(planVersion).values({
    agencyId: actor.agencyId,
    planId,
    version,
    holdsFrom,
    reason,
    decisionId: decided?.id ?? null,
    importId: id,
    madeAt: at,
    madeBy: actor.personId,
  });
  await leaveOut(work, comparison, version);
  const clauseIds = await writeClauses(work, planId, reading.clauses, comparison.pairs, version);
  await writeTasks(work, comparison, reading.tasks, new Set(takeTasks), clauseIds, version);
  await registerCitations(work, planId, reading.citations);
  const recipients = reading.header.recipients.length > 0 ? reading.header.recipients : before.recipients;
  await tx.update(plan).set({ version, recipients }).where(eq(plan.id, planId));
  await tx.update(planImport).set({ planId }).where(eq(planImport.id, id));
  await sendAgain(work, before, version);
  await work.record({
    act: "amend-plan",
    objectKind: "plan",
    objectId: planId,
    before: { version: before.version, recipients: before.recipients },
    after: {
      version,
      recipients,
      holdsFrom,
      decision: decision?.number ?? null,
      added: marksOf(comparison.clauses, "added"),
      changed: marksOf(comparison.clauses, "changed"),
      moved: marksOf(comparison.clauses, "moved"),
      removed: marksOf(comparison.clauses, "removed"),
    },
    reason,
  });
  await planChanged(work);
  return { planId, version };
}
