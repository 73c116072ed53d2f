import { asc, eq } from "drizzle-orm";
import { documentsOfAgency } from "#documents";
import { personNames, unitsOfAgency } from "#organization";
import { NotFound } from "#platform/auth/policy.ts";
import type { Queryable } from "#platform/database/database.ts";
import { clausesOf, dueOf, type Plan, type PlanClause, planOf, type Task, tasksOf } from "../plan-queries.ts";
import { planVersion } from "../tables.ts";
import { type ClauseDifference, clauseDifferences } from "./compare-import.ts";
import type { PlanSaid } from "./plan-said.ts";

/** What the rows of a plan say now. `unitName`: null for an unknown unit. */
export const saidBy = (
  { recipients }: Pick<Plan, "recipients">,
  clauses: PlanClause[],
  tasks: Task[],
  unitName: (id: string) => string | null,
): PlanSaid => ({
  recipients,
  clauses: clauses.map(({ id, path, label, level, title, text }) => ({
    id,
    path,
    label,
    level,
    title,
    text,
  })),
  tasks: tasks.map((row) => ({
    id: row.id,
    clauseId: row.clauseId,
    title: row.title,
    leadUnitText: (row.leadUnitId && unitName(row.leadUnitId)) ?? row.leadUnitText,
    due: dueOf(row),
    deliverable: row.deliverable,
  })),
});

export interface VersionFacts {
  version: number;
  isCurrent: boolean;
  /** First day; of the first version that of issue, null while it has none. */
  holdsFrom: string | null;
  reason: string | null;
  /** "57/QĐ-SVHTTDL" with its day, of the document that decided the amendment. */
  decision: { number: string; issuedOn: string | null } | null;
  madeAt: Date;
  madeBy: string | null;
}

/** All versions of a plan of the agency, the newest first. @throws NotFound */
export async function versionsOf(q: Queryable, agencyId: string, planId: string): Promise<VersionFacts[]> {
  const plan = await planOf(q, agencyId, planId);
  const { said: _, ...columns } = planVersion;
  const rows = await q
    .select({
      version: columns.version,
      holdsFrom: columns.holdsFrom,
      reason: columns.reason,
      decisionId: columns.decisionId,
      madeAt: columns.madeAt,
      madeBy: columns.madeBy,
    })
    .from(planVersion)
    .where(eq(planVersion.planId, plan.id))
    .orderBy(asc(planVersion.version));
  const names = await personNames(
    q,
    rows.flatMap(({ madeBy }) => madeBy ?? []),
  );
  const documents = rows.some(({ decisionId }) => decisionId !== null)
    ? await documentsOfAgency(q, agencyId)
    : [];
  return rows
    .map(({ version, holdsFrom, reason, decisionId, madeAt, madeBy }) => {
      const decision = documents.find(({ id }) => id === decisionId);
      return {
        version,
        isCurrent: version === plan.version,
        holdsFrom: version === 1 ? plan.issuedOn : holdsFrom,
        reason,
        decision: decision?.number ? { number: decision.number, issuedOn: decision.issuedOn } : null,
        madeAt,
        madeBy: madeBy === null ? null : (names.get(madeBy) ?? null),
      };
    })
    .reverse();
}

/** What a version of a plan says: the rows themselves for the one that holds, else what was kept of it. */
async function saidOf(q: Queryable, plan: Plan, version: number): Promise<PlanSaid> {
  if (version === plan.version) {
    const units = await unitsOfAgency(q, plan.agencyId, { closed: true });
    return saidBy(
      plan,
      await clausesOf(q, plan.id),
      await tasksOf(q, plan.id),
      (id) => units.find((unit) => unit.id === id)?.name ?? null,
    );
  }
  const rows = await q
    .select({ version: planVersion.version, said: planVersion.said })
    .from(planVersion)
    .where(eq(planVersion.planId, plan.id));
  const found = rows.find((row) => row.version === version)?.said;
  if (!found) throw new NotFound("Kế hoạch không có bản này.");
  return found;
}

export interface OpenedVersion extends VersionFacts {
  plan: Plan;
  said: PlanSaid;
  /** What it changed of the version before it; empty for the first. */
  changes: Omit<ClauseDifference, "obligations" | "tasks" | "evidence">[];
}

/** One version of a plan of the agency, with what it changed. @throws NotFound */
export async function versionOf(
  q: Queryable,
  agencyId: string,
  { id, version }: { id: string; version: number },
): Promise<OpenedVersion> {
  const plan = await planOf(q, agencyId, id);
  const facts = (await versionsOf(q, agencyId, id)).find((row) => row.version === version);
  if (!facts) throw new NotFound("Kế hoạch không có bản này.");
  const said = await saidOf(q, plan, version);
  if (version === 1) return { ...facts, plan, said, changes: [] };
  const before = await saidOf(q, plan, version - 1);
  // A clause that was continued kept its row, so the row's id tells which is which.
  const known = new Set(before.clauses.map((row) => row.id));
  const pairs = new Map(
    said.clauses.flatMap((row) => (known.has(row.id) ? [[row.path, row.id] as const] : [])),
  );
  const changes = clauseDifferences(before.clauses, said.clauses, pairs).filter(
    ({ kind }) => kind !== "same",
  );
  return { ...facts, plan, said, changes };
}
