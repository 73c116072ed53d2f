import { and, asc, desc, eq, inArray } from "drizzle-orm";
import { evidenceBetween } from "#plan";
import type { Actor } from "#platform/auth/actor.ts";
import { NotFound } from "#platform/auth/policy.ts";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Queryable } from "#platform/database/database.ts";
import { unaccent } from "#platform/text/unaccent.ts";
import {
  indexKind,
  selfScore,
  selfScoreCriterion,
  selfScoreMark,
  selfScoreProof,
  selfScoreRound,
} from "../tables.ts";
import { depthOf, isGroup, sumWithin } from "./points.ts";
import { selfScorePolicy } from "./policy.ts";

/** @throws NotFound */
export async function sheetOf(q: Queryable, agencyId: string, id: string, { lock = false } = {}) {
  const asked = q
    .select()
    .from(selfScore)
    .where(and(eq(selfScore.agencyId, agencyId), eq(selfScore.id, id)));
  const [found] = await (lock ? asked.for("update") : asked);
  if (!found) throw new NotFound("Không có phiếu tự chấm này trong cơ quan.");
  return found;
}

export const criteriaOf = (q: Queryable, sheetId: string) =>
  q
    .select()
    .from(selfScoreCriterion)
    .where(eq(selfScoreCriterion.sheetId, sheetId))
    .orderBy(asc(selfScoreCriterion.position));

/** A criterion with its sheet, the sheet's row held. @throws NotFound */
export async function criterionOf(q: Queryable, agencyId: string, id: string) {
  const [criterion] = await q
    .select()
    .from(selfScoreCriterion)
    .where(and(eq(selfScoreCriterion.agencyId, agencyId), eq(selfScoreCriterion.id, id)));
  if (!criterion) throw new NotFound("Không có tiêu chí này trong cơ quan.");
  return { criterion, sheet: await sheetOf(q, agencyId, criterion.sheetId, { lock: true }) };
}

const marksOf = async (q: Queryable, sheetId: string) => {
  const rounds = await q
    .select()
    .from(selfScoreRound)
    .where(eq(selfScoreRound.sheetId, sheetId))
    .orderBy(asc(selfScoreRound.number));
  const marks = await q.select().from(selfScoreMark).where(eq(selfScoreMark.sheetId, sheetId));
  return { rounds, marks };
};

/** A sheet whole: each criterion with its points, proofs, what every round gave, and the sums. @throws NotFound */
export async function presentSheet(q: Queryable, actor: Actor, id: string) {
  const { agencyId } = actor;
  selfScorePolicy.permit(actor, "read", { agencyId });
  const sheet = await sheetOf(q, agencyId, id);
  const [kind] = await q.select().from(indexKind).where(eq(indexKind.id, sheet.indexId));
  const criteria = await criteriaOf(q, id);
  const proofs = await q
    .select()
    .from(selfScoreProof)
    .where(
      inArray(
        selfScoreProof.criterionId,
        criteria.map((one) => one.id),
      ),
    )
    .orderBy(asc(selfScoreProof.addedAt), asc(selfScoreProof.id));
  const { rounds, marks } = await marksOf(q, id);
  const given = (roundId: string, criterionId: string) =>
    marks.find((mark) => mark.roundId === roundId && mark.criterionId === criterionId) ?? null;
  return {
    ...{ id, name: sheet.name, edition: sheet.edition, state: sheet.state, submittedAt: sheet.submittedAt },
    index: { id: sheet.indexId, shortName: kind!.shortName },
    most: sumWithin(criteria, null, ({ most }) => most),
    claimed: sumWithin(criteria, null, ({ claimed }) => claimed),
    rounds: rounds.map(({ id: roundId, number, appraiser, document, heldOn }) => ({
      ...{ id: roundId, number, appraiser, document, heldOn },
      points: sumWithin(criteria, null, (one) => given(roundId, one.id)?.points ?? null),
    })),
    criteria: criteria.map((one) => ({
      ...{ id: one.id, number: one.number, name: one.name, most: one.most, words: one.words, gap: one.gap },
      ...{ depth: depthOf(criteria, one), isGroup: isGroup(criteria, one) },
      claimed: isGroup(criteria, one) ? sumWithin(criteria, one, ({ claimed }) => claimed) : one.claimed,
      proofs: proofs
        .filter(({ criterionId }) => criterionId === one.id)
        .map(({ id: proofId, label, url, evidenceId }) => ({ id: proofId, label, url, evidenceId })),
      marks: rounds.map(({ id: roundId }) => {
        const mark = given(roundId, one.id);
        return mark && { points: mark.points, words: mark.words };
      }),
    })),
    may: selfScorePolicy.may(actor, sheet),
  };
}

/** The sheets of the agency, the newest edition first. */
export async function listSheets(q: Queryable, actor: Actor) {
  const { agencyId } = actor;
  selfScorePolicy.permit(actor, "read", { agencyId });
  const sheets = await q
    .select({ sheet: selfScore, shortName: indexKind.shortName })
    .from(selfScore)
    .innerJoin(indexKind, eq(indexKind.id, selfScore.indexId))
    .where(eq(selfScore.agencyId, agencyId))
    .orderBy(desc(selfScore.edition), desc(selfScore.madeAt));
  const all = await q.select().from(selfScoreCriterion).where(eq(selfScoreCriterion.agencyId, agencyId));
  return {
    sheets: sheets.map(({ sheet: { id, name, edition, state }, shortName }) => {
      const criteria = all.filter(({ sheetId }) => sheetId === id);
      return {
        ...{ id, name, edition, state, shortName },
        most: sumWithin(criteria, null, ({ most }) => most),
        claimed: sumWithin(criteria, null, ({ claimed }) => claimed),
        open: criteria.filter((one) => !isGroup(criteria, one) && one.claimed === null).length,
      };
    }),
    may: selfScorePolicy.may(actor, { agencyId }),
  };
}

const FOUND = 30;

/** Living proofs from the year that is scored until today, by words of their names; the newest first. */
export async function findEvidence(q: Queryable, actor: Actor, { id, q: typed }: { id: string; q: string }) {
  selfScorePolicy.permit(actor, "read", { agencyId: actor.agencyId });
  const { edition } = await sheetOf(q, actor.agencyId, id);
  const days = { from: `${edition}-01-01`, to: toVietnamDate(new Date()).toString() };
  const bare = (text: string) => unaccent(text).toLowerCase();
  const words = bare(typed).split(/\s+/).filter(Boolean);
  const all = await evidenceBetween(q, actor.agencyId, days);
  return {
    evidence: all
      .filter(({ label }) => words.every((word) => bare(label).includes(word)))
      .reverse()
      .slice(0, FOUND)
      .map(({ id: evidenceId, label, url, at }) => ({ id: evidenceId, label, url, at })),
  };
}
