import { and, asc, count, desc, eq, gte, inArray, lt } from "drizzle-orm";
import { mediaToAttach } from "#newsroom";
import { unitsOfAgency } from "#organization";
import { NotFound } from "#platform/auth/policy.ts";
import { startOfDay, toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Queryable } from "#platform/database/database.ts";
import { feedbackCase, feedbackCaseObligation, feedbackCasePhoto } from "../tables.ts";
import type { CaseState } from "./case.ts";
import type { CaseSubject } from "./policy.ts";

export type FeedbackCase = typeof feedbackCase.$inferSelect;

export const CASES_PER_PAGE = 30;
/** Names the proofs made of cases to the plan. */
export const CASE_PROOFS = "feedback-case";
/** Where it stands below /workspace. */
export const casePath = (id: string): string => `/phan-anh/truoc-sau/${id}`;
export const caseHref = (id: string): string => `/workspace${casePath(id)}`;

/** What the policy looks at. */
export const subjectOfCase = (row: FeedbackCase): CaseSubject => ({
  ...{ agencyId: row.agencyId, unitId: row.unitId, state: row.state },
  ...{ writers: row.writers, contentId: row.contentId },
  wasApproved: row.firstApprovedAt !== null,
});

const missing = "Không có trường hợp này.";
const one = (agencyId: string, id: string) =>
  and(eq(feedbackCase.agencyId, agencyId), eq(feedbackCase.id, id));

/** The agency's own, held until the transaction ends. @throws NotFound */
export async function heldCase(q: Queryable, agencyId: string, id: string): Promise<FeedbackCase> {
  const [found] = await q.select().from(feedbackCase).where(one(agencyId, id)).for("update");
  if (!found) throw new NotFound(missing);
  return found;
}

/** @throws NotFound */
export async function caseOf(q: Queryable, agencyId: string, id: string): Promise<FeedbackCase> {
  const [found] = await q.select().from(feedbackCase).where(one(agencyId, id));
  if (!found) throw new NotFound(missing);
  return found;
}

/** The agency's by their ids. */
export const casesAmong = (q: Queryable, ids: string[], agencyId: string): Promise<FeedbackCase[]> =>
  q
    .select()
    .from(feedbackCase)
    .where(and(eq(feedbackCase.agencyId, agencyId), inArray(feedbackCase.id, ids)));

/** All that wait for a second person, sent first first. */
export const submittedCases = (q: Queryable, agencyId: string): Promise<FeedbackCase[]> =>
  q
    .select()
    .from(feedbackCase)
    .where(and(eq(feedbackCase.agencyId, agencyId), eq(feedbackCase.state, "submitted")))
    .orderBy(asc(feedbackCase.submittedAt), asc(feedbackCase.id));

/** A page of an agency's cases, changed last first, and how many there are. */
export async function casesOf(
  q: Queryable,
  agencyId: string,
  { state, page }: { state?: CaseState | undefined; page: number },
): Promise<{ rows: FeedbackCase[]; total: number }> {
  const which = and(eq(feedbackCase.agencyId, agencyId), state && eq(feedbackCase.state, state));
  const rows = await q
    .select()
    .from(feedbackCase)
    .where(which)
    .orderBy(desc(feedbackCase.changedAt), desc(feedbackCase.id))
    .limit(CASES_PER_PAGE)
    .offset((page - 1) * CASES_PER_PAGE);
  const [counted] = await q.select({ total: count() }).from(feedbackCase).where(which);
  return { rows, total: counted!.total };
}

export const obligationIdsOfCase = async (q: Queryable, id: string): Promise<string[]> =>
  (
    await q
      .select({ id: feedbackCaseObligation.obligationId })
      .from(feedbackCaseObligation)
      .where(eq(feedbackCaseObligation.caseId, id))
  ).map((row) => row.id);

/** Pictures of a case with what their rights still lack, those of before first; what left the library is left out. */
export async function photosOfCase(q: Queryable, agencyId: string, id: string) {
  const rows = await q
    .select({ mediaId: feedbackCasePhoto.mediaId, shows: feedbackCasePhoto.shows })
    .from(feedbackCasePhoto)
    .where(and(eq(feedbackCasePhoto.agencyId, agencyId), eq(feedbackCasePhoto.caseId, id)))
    .orderBy(desc(feedbackCasePhoto.shows), asc(feedbackCasePhoto.position));
  const known = await mediaToAttach(
    q,
    agencyId,
    rows.map(({ mediaId }) => mediaId),
  );
  return rows.flatMap(({ mediaId, shows }) => {
    const media = known.get(mediaId);
    return media ? [{ ...media, shows }] : [];
  });
}

/** A case that stands approved, as reports tell it. Days are YYYY-MM-DD. */
export interface CaseBetween {
  id: string;
  title: string;
  unitName: string | null;
  beforeOn: string;
  afterOn: string;
  approvedOn: string;
}

/** Cases approved between two days, both inside, that still stand. */
export async function casesBetween(
  q: Queryable,
  agencyId: string,
  { from, to }: { from: string; to: string },
): Promise<CaseBetween[]> {
  const over = startOfDay(Temporal.PlainDate.from(to).add({ days: 1 }).toString());
  const rows = await q
    .select()
    .from(feedbackCase)
    .where(
      and(
        eq(feedbackCase.agencyId, agencyId),
        eq(feedbackCase.state, "approved"),
        gte(feedbackCase.decidedAt, startOfDay(from)),
        lt(feedbackCase.decidedAt, over),
      ),
    )
    .orderBy(asc(feedbackCase.decidedAt), asc(feedbackCase.id));
  const units = new Map((await unitsOfAgency(q, agencyId)).map(({ id, name }) => [id, name]));
  return rows.map((row) => ({
    ...{ id: row.id, title: row.title, unitName: units.get(row.unitId) ?? null },
    ...{ beforeOn: row.beforeOn, afterOn: row.afterOn },
    approvedOn: toVietnamDate(row.decidedAt!).toString(),
  }));
}
