import { and, asc, count, eq, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import { peopleOfAgency, unitsOfAgency } from "#organization";
import type { Actor } from "#platform/auth/actor.ts";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Queryable } from "#platform/database/database.ts";
import { holdsWords } from "#platform/database/holds-words.ts";
import { sitePolicy } from "../policy.ts";
import { pageVisit, publicPage } from "../tables.ts";
import { type Lasting, NEAR_DAYS, type ReviewState } from "./lasting.ts";
import { VISIT_DAYS } from "./page-queries.ts";

const PAGE = 30;

const reviewBy = sql<string | null>`review_by(${publicPage})::text`;
const stands = isNotNull(publicPage.seenAt);

export interface DuePage {
  id: string;
  agencyId: string;
  path: string;
  title: string;
  ownerUnitId: string | null;
  ownerPersonId: string | null;
  reviewBy: string;
}

/** Pages of all agencies that are to be looked over by a day, and of which nobody was told so. */
export async function duePages(q: Queryable, today: string): Promise<DuePage[]> {
  const { id, agencyId, path, title, ownerUnitId, ownerPersonId } = publicPage;
  const rows = await q
    .select({ id, agencyId, path, title, ownerUnitId, ownerPersonId, reviewBy: sql<string>`${reviewBy}` })
    .from(publicPage)
    .where(
      and(
        stands,
        sql`review_by(${publicPage}) <= ${today}::date`,
        sql`${publicPage.reviewToldFor} is distinct from review_by(${publicPage})`,
      ),
    )
    .orderBy(asc(publicPage.agencyId), sql`review_by(${publicPage})`, asc(publicPage.path));
  return rows;
}

/** Whether a page is still to be looked over by a day. */
export async function isDue(q: Queryable, agencyId: string, id: string, day: string): Promise<boolean> {
  const [found] = await q
    .select({ reviewBy })
    .from(publicPage)
    .where(and(eq(publicPage.agencyId, agencyId), eq(publicPage.id, id), stands));
  return found?.reviewBy === day;
}

export interface ReviewFilter {
  state: ReviewState | "gone" | "all";
  lasting?: Lasting | undefined;
  q?: string | undefined;
  id?: string | undefined;
  page: number;
}

function atState(state: ReviewFilter["state"], today: string): SQL | undefined {
  const by = sql`review_by(${publicPage})`;
  const soon = sql`${today}::date + ${NEAR_DAYS}::int`;
  if (state === "gone") return isNull(publicPage.seenAt);
  if (state === "due") return and(stands, sql`${by} <= ${today}::date`);
  if (state === "near") return and(stands, sql`${by} > ${today}::date and ${by} <= ${soon}`);
  if (state === "later") return and(stands, sql`${by} > ${soon}`);
  if (state === "never") return and(stands, isNull(publicPage.reviewDays));
  return stands;
}

const stateOf = (by: string | null, today: string): ReviewState => {
  if (by === null) return "never";
  if (by <= today) return "due";
  return by <= Temporal.PlainDate.from(today).add({ days: NEAR_DAYS }).toString() ? "near" : "later";
};

/** The pages of the portal for who looks after them: by when each is looked over, whose it is, how often it is read. */
export async function listReviews(
  q: Queryable,
  actor: Actor,
  { state, lasting, q: words, id, page }: ReviewFilter,
  now: Date,
) {
  const { agencyId } = actor;
  sitePolicy.permit(actor, "read", { agencyId });
  const today = toVietnamDate(now).toString();
  const since = toVietnamDate(now).subtract({ days: VISIT_DAYS }).toString();
  const own = eq(publicPage.agencyId, agencyId);
  const where = and(
    own,
    id ? eq(publicPage.id, id) : atState(state, today),
    lasting ? eq(publicPage.lasting, lasting) : undefined,
    words ? holdsWords([publicPage.title, publicPage.path], words) : undefined,
  );
  const visits = sql<number>`coalesce((select sum(${pageVisit.visits}) from ${pageVisit}
    where ${pageVisit.agencyId} = ${publicPage.agencyId} and ${pageVisit.path} = ${publicPage.path} and ${pageVisit.day} > ${since}::date), 0)::int`;
  const rows = await q
    .select({ page: publicPage, reviewBy, visits })
    .from(publicPage)
    .where(where)
    .orderBy(sql`review_by(${publicPage}) nulls last`, sql`${visits} desc`, asc(publicPage.path))
    .limit(PAGE)
    .offset((page - 1) * PAGE);
  const counted = async (at: ReviewFilter["state"]) =>
    (
      await q
        .select({ n: count() })
        .from(publicPage)
        .where(and(own, atState(at, today)))
    )[0]!.n;
  const units = await unitsOfAgency(q, agencyId);
  const people = await peopleOfAgency(q, agencyId);
  const nameOf = new Map([...units, ...people].map((one) => [one.id, one.name]));
  const named = (one: string | null) => (one === null ? null : (nameOf.get(one) ?? null));
  const [total] = await q.select({ n: count() }).from(publicPage).where(where);
  return {
    pages: rows.map(({ page: one, reviewBy: by, visits: opened }) => ({
      ...{ id: one.id, path: one.path, title: one.title || one.path, lasting: one.lasting },
      ...{ gone: one.seenAt === null, successor: one.successor, visits: opened },
      ...{ ownerUnitId: one.ownerUnitId, ownerUnitName: named(one.ownerUnitId) },
      ...{ ownerPersonId: one.ownerPersonId, ownerPersonName: named(one.ownerPersonId) },
      ...{ reviewDays: one.reviewDays, reviewBy: by, changedAt: one.changedAt },
      ...{ reviewedAt: one.reviewedAt, reviewedByName: one.reviewedByName },
      state: stateOf(by, today),
      may: sitePolicy.may(actor, one),
    })),
    total: total!.n,
    pageSize: PAGE,
    visitDays: VISIT_DAYS,
    counts: { due: await counted("due"), near: await counted("near"), gone: await counted("gone") },
    units: units.map((unit) => ({ id: unit.id, name: unit.name })),
    people: people.map((person) => ({ id: person.id, name: person.name })),
    may: sitePolicy.may(actor, { agencyId }),
  };
}

/** What the public is told of one page: when somebody found it right, what stands in its place once it is gone. */
export async function publicStanding(q: Queryable, agencyId: string, path: string) {
  const { reviewedAt, changedAt, successor, lasting } = publicPage;
  const [found] = await q
    .select({ reviewedAt, changedAt, successor, lasting, reviewBy })
    .from(publicPage)
    .where(and(eq(publicPage.agencyId, agencyId), eq(publicPage.path, path)));
  return found ?? null;
}
