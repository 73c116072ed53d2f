import { asc, eq, inArray } from "drizzle-orm";
import { documentsOfAgency } from "#documents";
import { unitsOfAgency } from "#organization";
import type { Queryable } from "#platform/database/database.ts";
import { beginning } from "#platform/text/beginning.ts";
import { clauseMark } from "../clause-mark.ts";
import { type PlanOutline, planOutline, wholeTime } from "../plan-chain.ts";
import { dueOf, planOf, tasksOf } from "../plan-queries.ts";
import { countProofs } from "../proof-counts.ts";
import type { TaskDue } from "../reading/plan-reading.ts";
import { planClause, planClauseParent, planParent } from "../tables.ts";

const LONGEST_NAME = 140;

interface NamedClause {
  id: string;
  path: string;
  name: string;
}

/** A clause from above that gives work, or that something here carries out. */
export interface ParentDuty extends NamedClause {
  tasks: { title: string; lead: string | null; due: TaskDue }[];
  /** Clauses here that carry it out, with the living proofs that each has. */
  here: (NamedClause & { evidence: number })[];
}

export interface ParentOfPlan {
  id: string;
  /** Null: a document of the register whose text was not read in. */
  planId: string | null;
  documentId: string | null;
  title: string;
  /** "36/KH-UBND". */
  number: string | null;
  issuedOn: string | null;
  issuer: string | null;
  duties: ParentDuty[];
}

const named = ({
  id,
  path,
  title,
  text,
}: {
  id: string;
  path: string;
  title: string | null;
  text: string;
}) => ({
  id,
  path: clauseMark(path),
  name: title ?? beginning(text, LONGEST_NAME),
});

/** Living proofs of each of these clauses as it stands: those that name it, or its tasks and obligations. */
async function proofsAt(
  q: Queryable,
  { plan, tasks, obligations }: PlanOutline,
  clauseIds: string[],
): Promise<(clauseId: string) => number> {
  const own = (clauseId: string) =>
    [...tasks, ...obligations].flatMap((row) =>
      row.clauseId === clauseId && row.standing.leftIn === null ? [row.id] : [],
    );
  const rows = clauseIds.map((id) => ({ row: id, targets: [id, ...own(id)] }));
  const ever = { code: "", startsAt: "-infinity", endsBefore: "infinity" };
  const counted = await countProofs(q, plan.agencyId, rows, [ever]);
  return (clauseId) => counted(clauseId, ever.code).evidence;
}

/** The number of a document as it is said: "36/KH-UBND". */
const wholeNumber = ({ number, symbol }: { number: string | null; symbol: string | null }) =>
  number === null ? null : symbol === null ? number : `${number}/${symbol}`;

/** Whose plans a plan follows, each with what it makes due here. @throws NotFound */
export async function parentsOf(q: Queryable, agencyId: string, planId: string): Promise<ParentOfPlan[]> {
  const rows = await q
    .select()
    .from(planParent)
    .where(eq(planParent.planId, (await planOf(q, agencyId, planId)).id))
    .orderBy(asc(planParent.id));
  if (rows.length === 0) return [];
  const outline = await planOutline(q, agencyId, planId, wholeTime);
  const standing = outline.clauses.filter((row) => row.standing.leftIn === null);
  const documents = await documentsOfAgency(q, agencyId);
  const units = await unitsOfAgency(q, agencyId, { closed: true });
  const links =
    standing.length === 0
      ? []
      : await q
          .select()
          .from(planClauseParent)
          .where(
            inArray(
              planClauseParent.clauseId,
              standing.map(({ id }) => id),
            ),
          );
  const proofsOf = await proofsAt(
    q,
    outline,
    links.map(({ clauseId }) => clauseId),
  );
  const found: ParentOfPlan[] = [];
  for (const { id, parentPlanId, documentId } of rows) {
    if (parentPlanId === null) {
      const document = documents.find((row) => row.id === documentId)!;
      const { type, number, abstract, issuedOn, issuer } = document;
      found.push({
        id,
        planId: null,
        documentId,
        title: abstract ?? type,
        number,
        issuedOn,
        issuer,
        duties: [],
      });
      continue;
    }
    const parent = await planOf(q, agencyId, parentPlanId);
    const clauses = await q
      .select()
      .from(planClause)
      .where(eq(planClause.planId, parentPlanId))
      .orderBy(asc(planClause.position));
    const tasks = await tasksOf(q, parentPlanId);
    const duties = clauses.flatMap((clause): ParentDuty[] => {
      const own = tasks.filter(({ clauseId }) => clauseId === clause.id);
      const by = links.flatMap((link) => (link.parentClauseId === clause.id ? [link.clauseId] : []));
      if ((own.length === 0 || clause.leftIn !== null) && by.length === 0) return [];
      return [
        {
          ...named(clause),
          tasks: own.map((row) => ({
            title: row.title,
            lead: units.find((unit) => unit.id === row.leadUnitId)?.name ?? row.leadUnitText,
            due: dueOf(row),
          })),
          here: standing
            .filter((row) => by.includes(row.id))
            .map((row) => ({ ...named(row), evidence: proofsOf(row.id) })),
        },
      ];
    });
    found.push({
      id,
      planId: parentPlanId,
      documentId: null,
      title: parent.title,
      number: wholeNumber(parent),
      issuedOn: parent.issuedOn,
      issuer: parent.issuer,
      duties,
    });
  }
  return found;
}

/** What stands above each clause of a plan, as the board says it: "36/KH-UBND mục II.3", with its earliest day. */
export async function dutiesAbove(
  q: Queryable,
  agencyId: string,
  planId: string,
): Promise<Map<string, { mark: string; day: string | null }[]>> {
  const above = new Map<string, { mark: string; day: string | null }[]>();
  for (const { number, title, duties } of await parentsOf(q, agencyId, planId))
    for (const { path, tasks, here } of duties) {
      const days = tasks.flatMap(({ due }) => due.date ?? due.to ?? []);
      const duty = { mark: `${number ?? beginning(title, 40)} mục ${path}`, day: days.toSorted()[0] ?? null };
      for (const { id } of here) above.set(id, [...(above.get(id) ?? []), duty]);
    }
  return above;
}
