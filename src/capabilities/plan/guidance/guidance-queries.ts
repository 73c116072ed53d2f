import { and, asc, desc, eq, inArray } from "drizzle-orm";
import { personNames, unitsOfAgency, withForebears } from "#organization";
import { type Actor, hasRole, unitsOf } from "#platform/auth/actor.ts";
import { NotFound } from "#platform/auth/policy.ts";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Queryable } from "#platform/database/database.ts";
import { beginning } from "#platform/text/beginning.ts";
import { clauseMark } from "../clause-mark.ts";
import { guidance, guidanceEdition, guidanceQuestion, guidanceReceipt, plan, planClause } from "../tables.ts";
import { guidancePolicy } from "./policy.ts";

type Guidance = typeof guidance.$inferSelect;
type Receipt = typeof guidanceReceipt.$inferSelect;
type Question = typeof guidanceQuestion.$inferSelect;

const LONGEST_NAME = 140;

/** One piece of guidance of the agency, locked until the act is over. @throws NotFound */
export async function guidanceForUpdate(q: Queryable, agencyId: string, id: string): Promise<Guidance> {
  const [found] = await q
    .select()
    .from(guidance)
    .where(and(eq(guidance.agencyId, agencyId), eq(guidance.id, id)))
    .for("update");
  if (!found) throw new NotFound("Không có hướng dẫn này trong cơ quan.");
  return found;
}

/** The name that an edition bears. */
export async function titleOf(q: Queryable, { id, edition }: Pick<Guidance, "id" | "edition">) {
  const [found] = await q
    .select({ title: guidanceEdition.title })
    .from(guidanceEdition)
    .where(and(eq(guidanceEdition.guidanceId, id), eq(guidanceEdition.edition, edition)));
  return found?.title ?? "";
}

/** Receipts of the edition that holds: the units it is addressed to. */
export const addressedBy = (q: Queryable, { id, edition }: Pick<Guidance, "id" | "edition">) =>
  q
    .select()
    .from(guidanceReceipt)
    .where(and(eq(guidanceReceipt.guidanceId, id), eq(guidanceReceipt.edition, edition)));

/** Units that guidance can be sent to: all that stand, but for the leadership. */
export const unitsToGuide = async (q: Queryable, agencyId: string) =>
  (await unitsOfAgency(q, agencyId)).filter(({ kind }) => kind !== "leadership");

/**
 * Who reads a question: the office, the leadership and the auditor each, else who asked and that unit's people; and
 * once it is answered for all, the people of every unit addressed.
 */
const reads = (actor: Actor, own: string[], question: Question, addressed: Receipt[]): boolean =>
  hasRole(actor, "editor", "leadership", "auditor") ||
  question.askedBy === actor.personId ||
  own.includes(question.unitId) ||
  (question.toAll === true && addressed.some(({ unitId }) => own.includes(unitId)));

/** All guidance of the agency, newest edition first, with what the caller may read and do. */
export async function guidanceOf(q: Queryable, actor: Actor, now = new Date()) {
  const { agencyId } = actor;
  const rows = await q
    .select({
      row: guidance,
      current: guidanceEdition,
      planTitle: plan.title,
      path: planClause.path,
      clauseTitle: planClause.title,
      clauseText: planClause.text,
    })
    .from(guidance)
    .innerJoin(
      guidanceEdition,
      and(eq(guidanceEdition.guidanceId, guidance.id), eq(guidanceEdition.edition, guidance.edition)),
    )
    .leftJoin(plan, eq(plan.id, guidance.planId))
    .leftJoin(planClause, eq(planClause.id, guidance.clauseId))
    .where(eq(guidance.agencyId, agencyId))
    .orderBy(desc(guidanceEdition.madeAt), desc(guidance.id));
  if (rows.length === 0) return [];
  const ids = rows.map(({ row }) => row.id);
  const editions = await q
    .select()
    .from(guidanceEdition)
    .where(inArray(guidanceEdition.guidanceId, ids))
    .orderBy(desc(guidanceEdition.edition));
  const receipts = await q
    .select()
    .from(guidanceReceipt)
    .where(inArray(guidanceReceipt.guidanceId, ids))
    .orderBy(desc(guidanceReceipt.edition), asc(guidanceReceipt.id));
  const questions = await q
    .select()
    .from(guidanceQuestion)
    .where(inArray(guidanceQuestion.guidanceId, ids))
    .orderBy(asc(guidanceQuestion.askedAt), asc(guidanceQuestion.id));
  const units = await unitsOfAgency(q, agencyId, { closed: true });
  const unitName = (id: string) => units.find((unit) => unit.id === id)?.name ?? "";
  const own = (await Promise.all(unitsOf(actor).map((id) => withForebears(q, id)))).flat();
  const names = await personNames(
    q,
    [
      ...rows.map(({ row }) => row.withdrawnBy),
      ...editions.map(({ madeBy }) => madeBy),
      ...receipts.map(({ acknowledgedBy }) => acknowledgedBy),
      ...questions.flatMap(({ askedBy, answeredBy }) => [askedBy, answeredBy]),
    ].flatMap((id) => id ?? []),
  );
  const nameOf = (id: string | null) => id && (names.get(id) ?? null);
  const inWords = (edition: (typeof editions)[number]) => ({
    ...edition,
    madeByName: nameOf(edition.madeBy) ?? "",
  });
  return rows.map(({ row, current, planTitle, path, clauseTitle, clauseText }) => {
    const { withdrawnAt } = row;
    const sent = receipts.filter(({ guidanceId }) => guidanceId === row.id);
    const addressed = sent.filter(({ edition }) => edition === row.edition);
    return {
      ...row,
      current: inWords(current),
      earlier: editions
        .filter(({ guidanceId, edition }) => guidanceId === row.id && edition < row.edition)
        .map(inWords),
      planTitle,
      about:
        path === null
          ? null
          : `Mục ${clauseMark(path)}: ${clauseTitle ?? beginning(clauseText ?? "", LONGEST_NAME)}`,
      withdrawnByName: nameOf(row.withdrawnBy),
      receipts: sent.map((receipt) => ({
        ...receipt,
        unitName: unitName(receipt.unitId),
        acknowledgedByName: nameOf(receipt.acknowledgedBy),
        may: guidancePolicy.may(actor, {
          agencyId,
          withdrawnAt,
          unitIds: [receipt.unitId],
          acknowledgedAt: receipt.acknowledgedAt,
          superseded: receipt.edition < row.edition,
        }),
      })),
      questions: questions
        .filter((question) => question.guidanceId === row.id && reads(actor, own, question, addressed))
        .map((question) => ({
          ...question,
          unitName: unitName(question.unitId),
          askedByName: nameOf(question.askedBy) ?? "",
          answeredByName: nameOf(question.answeredBy),
          waitingDays: question.answeredAt ? null : daysBetween(question.askedAt, now),
          may: guidancePolicy.may(actor, { agencyId, withdrawnAt, answeredAt: question.answeredAt }),
        })),
      askFor: addressed.flatMap(({ unitId }) =>
        guidancePolicy.hindrance(actor, "ask", { agencyId, withdrawnAt, unitIds: [unitId] }) === null
          ? [{ id: unitId, name: unitName(unitId) }]
          : [],
      ),
      may: guidancePolicy.may(actor, row),
    };
  });
}

const daysBetween = (from: Date, to: Date): number =>
  Math.max(0, toVietnamDate(from).until(toVietnamDate(to), { largestUnit: "days" }).days);
