import { and, asc, desc, eq, isNull, lt } from "drizzle-orm";
import { agenciesBeside, agencyById, personNames } from "#organization";
import type { Actor } from "#platform/auth/actor.ts";
import { NotFound } from "#platform/auth/policy.ts";
import type { Queryable } from "#platform/database/database.ts";
import { planOf } from "../plan-queries.ts";
import { planPolicy } from "../policy.ts";
import { inOrder } from "../reading/in-order.ts";
import { plan, planHandover, planHandoverReceipt, planImport } from "../tables.ts";
import { type ClauseDifference, clauseDifferences } from "../versions/compare-import.ts";
import { pairClauses } from "../versions/pair-clauses.ts";
import { fileOfVersion } from "./hand-over-plan.ts";
import { handoverPolicy } from "./policy.ts";

/** To whom a plan of the agency was handed, the newest version first, and to whom it may be handed yet. */
export async function handoversOf(q: Queryable, actor: Actor, planId: string) {
  const own = await planOf(q, actor.agencyId, planId);
  const rows = await q
    .select({
      receipt: planHandoverReceipt,
      message: planHandover.message,
      givenAt: planHandover.givenAt,
      givenBy: planHandover.givenBy,
      withFile: planHandover.fileImportId,
    })
    .from(planHandoverReceipt)
    .innerJoin(planHandover, eq(planHandover.id, planHandoverReceipt.handoverId))
    .where(eq(planHandoverReceipt.planId, own.id))
    .orderBy(desc(planHandoverReceipt.version), desc(planHandover.id));
  const names = await personNames(
    q,
    rows.flatMap(({ receipt, givenBy }) =>
      [receipt.openedBy ?? [], receipt.acknowledgedBy ?? [], givenBy].flat(),
    ),
  );
  const beside = await agenciesBeside(q, actor.agencyId);
  const receivers = new Map(beside.map((one) => [one.id, one]));
  for (const { receipt } of rows)
    if (!receivers.has(receipt.receiverId))
      receivers.set(receipt.receiverId, (await agencyById(q, receipt.receiverId))!);
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? null));
  return {
    handovers: rows.map(({ receipt, message, givenAt, givenBy, withFile }) => ({
      agency: receivers.get(receipt.receiverId)!.slug,
      agencyName: receivers.get(receipt.receiverId)!.name,
      version: receipt.version,
      message,
      withFile: withFile !== null,
      givenAt,
      givenByName: nameOf(givenBy),
      openedAt: receipt.openedAt,
      openedByName: nameOf(receipt.openedBy),
      acknowledgedAt: receipt.acknowledgedAt,
      acknowledgedByName: nameOf(receipt.acknowledgedBy),
      takenBackAt: receipt.takenBackAt,
      takenBackReason: receipt.takenBackReason,
    })),
    agencies: beside.map(({ id, slug, name, parentId }) => ({
      slug,
      name,
      below: parentId === actor.agencyId,
      hasIt: rows.some(
        ({ receipt }) =>
          receipt.receiverId === id && receipt.version === own.version && receipt.takenBackAt === null,
      ),
    })),
    hasFile: (await fileOfVersion(q, own.id, own.version)) !== null,
    may: planPolicy.may(actor, own),
  };
}

/** A handover as the caller's agency has it, locked until the act is over. @throws NotFound */
export async function receivedForUpdate(q: Queryable, agencyId: string, id: string) {
  const [receipt] = await q
    .select()
    .from(planHandoverReceipt)
    .where(and(eq(planHandoverReceipt.handoverId, id), eq(planHandoverReceipt.receiverId, agencyId)))
    .for("update");
  if (!receipt) throw new NotFound("Không có kế hoạch nào được chuyển đến cơ quan bạn ở địa chỉ này.");
  return { ...receipt, superseded: await isSuperseded(q, receipt) };
}

type Receipt = typeof planHandoverReceipt.$inferSelect;

const ofPlanTo = ({ planId, receiverId }: Pick<Receipt, "planId" | "receiverId">) =>
  and(eq(planHandoverReceipt.planId, planId), eq(planHandoverReceipt.receiverId, receiverId));

async function isSuperseded(q: Queryable, receipt: Receipt): Promise<boolean> {
  const rows = await q.select().from(planHandoverReceipt).where(ofPlanTo(receipt));
  return rows.some(({ version, takenBackAt }) => version > receipt.version && takenBackAt === null);
}

/** The plan that an agency holds beside its own ones since it took over some version of a plan handed to it. */
export async function adoptedPlan(
  q: Queryable,
  receipt: Pick<Receipt, "planId" | "receiverId">,
): Promise<{ id: string; title: string } | null> {
  const [found] = await q
    .select({ id: plan.id, title: plan.title })
    .from(planHandoverReceipt)
    .innerJoin(plan, eq(plan.id, planHandoverReceipt.adoptedPlanId))
    .where(ofPlanTo(receipt))
    .limit(1);
  return found ?? null;
}

/** Which agency and plan it is, as a list shows it. */
function told({
  receipt,
  given,
  from,
}: {
  receipt: Receipt;
  given: typeof planHandover.$inferSelect;
  from: string;
}) {
  const { header } = given.said.reading;
  return {
    id: given.id,
    from,
    title: header.title ?? "",
    number: header.number,
    year: given.said.year,
    version: receipt.version,
    message: given.message,
    givenAt: given.givenAt,
    openedAt: receipt.openedAt,
    acknowledgedAt: receipt.acknowledgedAt,
    takenBackAt: receipt.takenBackAt,
    takenBackReason: receipt.takenBackReason,
  };
}

/** What other agencies handed to the caller's, the newest first; of what was taken back only that it was. */
export async function receivedHandovers(q: Queryable, actor: Actor) {
  const rows = await q
    .select({ receipt: planHandoverReceipt, given: planHandover })
    .from(planHandoverReceipt)
    .innerJoin(planHandover, eq(planHandover.id, planHandoverReceipt.handoverId))
    .where(eq(planHandoverReceipt.receiverId, actor.agencyId))
    .orderBy(desc(planHandover.id));
  const found = [];
  for (const { receipt, given } of rows) {
    const from = (await agencyById(q, given.agencyId))!.name;
    const superseded = rows.some(
      ({ receipt: other }) =>
        other.planId === receipt.planId && other.version > receipt.version && other.takenBackAt === null,
    );
    found.push({
      ...told({ receipt, given, from }),
      superseded,
      adopted: await adoptedPlan(q, receipt),
      may: handoverPolicy.may(actor, { ...receipt, agencyId: receipt.receiverId, superseded }),
    });
  }
  return found;
}

/** What decided the version that a preview was taken over from, as its agency told; null: read in from a file. */
export async function decidedElsewhere(q: Queryable, agencyId: string, importId: string) {
  const [given] = await q
    .select({ said: planHandover.said })
    .from(planHandoverReceipt)
    .innerJoin(planHandover, eq(planHandover.id, planHandoverReceipt.handoverId))
    .where(and(eq(planHandoverReceipt.importId, importId), eq(planHandoverReceipt.receiverId, agencyId)));
  return given ? { reason: given.said.reason, decision: given.said.decision } : null;
}

export type HandoverChange = Omit<ClauseDifference, "obligations" | "tasks" | "evidence" | "clauseId">;

/** One plan that was handed over, whole, with what changed since the version handed over before. @throws NotFound, Forbidden */
export async function receivedHandover(q: Queryable, actor: Actor, id: string) {
  const receipt = await receivedForUpdate(q, actor.agencyId, id);
  const subject = handoverPolicy.permit(actor, "read", { ...receipt, agencyId: receipt.receiverId });
  const [given] = await q.select().from(planHandover).where(eq(planHandover.id, id));
  const { reading, holdsFrom, reason, decision } = given!.said;
  const clauses = inOrder(reading.clauses).map(({ children: _, ...clause }) => clause);
  const [before] = await q
    .select({ said: planHandover.said, version: planHandover.version })
    .from(planHandoverReceipt)
    .innerJoin(planHandover, eq(planHandover.id, planHandoverReceipt.handoverId))
    .where(
      and(
        ofPlanTo(receipt),
        lt(planHandoverReceipt.version, receipt.version),
        isNull(planHandoverReceipt.takenBackAt),
      ),
    )
    .orderBy(desc(planHandoverReceipt.version), desc(planHandover.id))
    .limit(1);
  const old = before
    ? inOrder(before.said.reading.clauses).map((clause) => ({ ...clause, id: clause.path }))
    : [];
  const changes: HandoverChange[] = before
    ? clauseDifferences(old, clauses, pairClauses(old, clauses)).flatMap(({ clauseId: _, ...change }) =>
        change.kind === "same" ? [] : [change],
      )
    : [];
  const [read] = receipt.importId
    ? await q
        .select({ id: planImport.id, planId: planImport.planId })
        .from(planImport)
        .where(eq(planImport.id, receipt.importId))
    : [];
  const adopted = await adoptedPlan(q, receipt);
  const ownPlans = await q
    .select({ id: plan.id, title: plan.title, year: plan.year, issuer: plan.issuer, standing: plan.standing })
    .from(plan)
    .where(eq(plan.agencyId, actor.agencyId))
    .orderBy(desc(plan.year), asc(plan.title));
  return {
    ...told({ receipt, given: given!, from: (await agencyById(q, given!.agencyId))!.name }),
    superseded: receipt.superseded,
    header: reading.header,
    holdsFrom,
    reason,
    decision,
    clauses,
    tasks: reading.tasks.map(({ clause, title, leadUnit, due, deliverable }) => ({
      clause,
      title,
      leadUnitText: leadUnit,
      due,
      deliverable,
    })),
    changedSince: before?.version ?? null,
    changes,
    hasFile: given!.fileImportId !== null,
    adopted,
    /** This very version has been taken over, not only an earlier one. */
    isTakenOver: receipt.adoptedPlanId !== null || (read?.planId ?? null) !== null,
    /** The preview of this version that waits to be compared and confirmed. */
    openImportId: read && read.planId === null ? read.id : null,
    ownPlans: ownPlans.flatMap(({ issuer, standing, ...row }) =>
      issuer === null && standing !== "ended" && standing !== "replaced" ? [row] : [],
    ),
    may: handoverPolicy.may(actor, subject),
  };
}
