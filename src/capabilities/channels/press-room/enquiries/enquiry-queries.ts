import { and, asc, desc, eq, gte, inArray, lt, ne, type SQL, sql } from "drizzle-orm";
import { personNames } from "#organization";
import type { Actor } from "#platform/auth/actor.ts";
import { NotFound } from "#platform/auth/policy.ts";
import { startOfDay } from "#platform/clock/vietnam-time.ts";
import type { Queryable } from "#platform/database/database.ts";
import { unaccent } from "#platform/text/unaccent.ts";
import { pressEnquiry, pressEnquiryFile, pressOutlet, spokesperson } from "../../tables.ts";
import { ruleOf } from "./answer-clock.ts";
import { type EnquiryState, type Light, lightOf } from "./enquiry.ts";
import { enquiryPolicy } from "./policy.ts";

const PAGE = 30;

export type Enquiry = typeof pressEnquiry.$inferSelect;

export interface EnquiryFilter {
  state?: EnquiryState | undefined;
  light?: Light | undefined;
  outletId?: string | undefined;
  handlerId?: string | undefined;
  /** Of when it came, days. */
  from?: string | undefined;
  to?: string | undefined;
  /** Words of the subject, the question or the press agency. */
  q?: string | undefined;
}

/** Words as they are looked up: without diacritics and capitals. */
export const bareOf = (text: string): string => unaccent(text.normalize("NFC")).toLowerCase().trim();

/** One of the agency, its row held. @throws NotFound */
export async function enquiryOf(q: Queryable, agencyId: string, id: string): Promise<Enquiry> {
  const [found] = await q
    .select()
    .from(pressEnquiry)
    .where(and(eq(pressEnquiry.agencyId, agencyId), eq(pressEnquiry.id, id)))
    .for("update");
  if (!found) throw new NotFound("Không có yêu cầu này trong sổ.");
  return found;
}

export const enquirySubject = ({ agencyId, handlerId, state }: Enquiry) => ({
  ...{ agencyId, handlerId },
  isOpen: state === "open",
});

const isLate = (now: Date) => sql`coalesce(${pressEnquiry.closedAt}, ${now}) > ${pressEnquiry.dueAt}`;
const isNear = (now: Date) =>
  sql`${pressEnquiry.state} = 'open' and ${pressEnquiry.warnAt} <= ${now} and ${pressEnquiry.dueAt} >= ${now}`;

function lit(light: Light, now: Date): SQL {
  if (light === "red") return isLate(now);
  return light === "amber" ? isNear(now) : sql`not (${isLate(now)}) and not (${isNear(now)})`;
}

function narrowed(agencyId: string, filter: EnquiryFilter, now: Date): SQL {
  const { state, light, outletId, handlerId, from, to } = filter;
  const words = filter.q ? bareOf(filter.q) : "";
  return and(
    eq(pressEnquiry.agencyId, agencyId),
    state && eq(pressEnquiry.state, state),
    light && lit(light, now),
    outletId ? eq(pressEnquiry.outletId, outletId) : undefined,
    handlerId ? eq(pressEnquiry.handlerId, handlerId) : undefined,
    from ? gte(pressEnquiry.receivedAt, startOfDay(from)) : undefined,
    to
      ? lt(pressEnquiry.receivedAt, startOfDay(Temporal.PlainDate.from(to).add({ days: 1 }).toString()))
      : undefined,
    words ? sql`strpos(${pressEnquiry.search}, ${words}) > 0` : undefined,
  )!;
}

async function found(
  q: Queryable,
  actor: Actor,
  where: SQL,
  now: Date,
  part?: { limit: number; offset: number },
) {
  const query = q
    .select({ enquiry: pressEnquiry, registered: pressOutlet.name, speaker: spokesperson })
    .from(pressEnquiry)
    .leftJoin(pressOutlet, eq(pressOutlet.id, pressEnquiry.outletId))
    .leftJoin(spokesperson, eq(spokesperson.id, pressEnquiry.spokespersonId))
    .where(where)
    .orderBy(
      sql`${pressEnquiry.state} <> 'open'`,
      sql`case when ${pressEnquiry.state} = 'open' then ${pressEnquiry.dueAt} end asc nulls last`,
      desc(pressEnquiry.receivedAt),
      desc(pressEnquiry.id),
    );
  const rows = part ? await query.limit(part.limit).offset(part.offset) : await query;
  const names = await personNames(
    q,
    rows.flatMap(({ enquiry: one }) => [one.handlerId, one.notedBy, ...(one.closedBy ? [one.closedBy] : [])]),
  );
  const ids = rows.map(({ enquiry: { id } }) => id);
  const files =
    ids.length === 0
      ? []
      : await q
          .select()
          .from(pressEnquiryFile)
          .where(inArray(pressEnquiryFile.enquiryId, ids))
          .orderBy(asc(pressEnquiryFile.addedAt));
  return rows.map(({ enquiry, registered, speaker }) => ({
    ...enquiry,
    outletName: registered ?? enquiry.outletName,
    handlerName: names.get(enquiry.handlerId) ?? "",
    notedByName: names.get(enquiry.notedBy) ?? "",
    closedByName: enquiry.closedBy && (names.get(enquiry.closedBy) ?? ""),
    speaker: speaker && `${speaker.name}, ${speaker.position}`,
    light: lightOf(enquiry, now),
    files: files
      .filter(({ enquiryId }) => enquiryId === enquiry.id)
      .map(({ id, fileName, bytes }) => ({ id, fileName, bytes })),
    may: enquiryPolicy.may(actor, enquirySubject(enquiry)),
  }));
}

/** How many, narrowed alike but for the state and the light: what stands above the list. */
async function countsOf(q: Queryable, agencyId: string, filter: EnquiryFilter, now: Date) {
  const { state: _, light: __, ...rest } = filter;
  const where = narrowed(agencyId, rest, now);
  const many = (condition: SQL) => sql<number>`count(*) filter (where ${condition})::int`;
  const closed = ne(pressEnquiry.state, "open");
  const [counts] = await q
    .select({
      total: sql<number>`count(*)::int`,
      open: many(eq(pressEnquiry.state, "open")),
      near: many(isNear(now)),
      overdue: many(and(eq(pressEnquiry.state, "open"), isLate(now))!),
      inTime: many(and(closed, sql`not (${isLate(now)})`)!),
      late: many(and(closed, isLate(now))!),
      answered: many(eq(pressEnquiry.state, "answered")),
      refused: many(eq(pressEnquiry.state, "refused")),
      forwarded: many(eq(pressEnquiry.state, "forwarded")),
    })
    .from(pressEnquiry)
    .where(where);
  return counts!;
}

/** The log: what is open the sooner due the first, what is closed the newest first, a page at a time. */
export async function listEnquiries(
  q: Queryable,
  actor: Actor,
  { page, id, ...filter }: EnquiryFilter & { page: number; id?: string | undefined },
  now: Date,
) {
  const { agencyId } = actor;
  enquiryPolicy.permit(actor, "read", { agencyId });
  const where = id
    ? and(eq(pressEnquiry.agencyId, agencyId), eq(pressEnquiry.id, id))!
    : narrowed(agencyId, filter, now);
  const total = await q.$count(pressEnquiry, where);
  return {
    enquiries: await found(q, actor, where, now, { limit: PAGE, offset: (page - 1) * PAGE }),
    total,
    pageSize: PAGE,
    counts: await countsOf(q, agencyId, filter, now),
    rule: await ruleOf(q, agencyId),
    may: enquiryPolicy.may(actor, { agencyId }),
  };
}

/** All of them with how many they are, as a table takes them along. */
export async function everyEnquiry(q: Queryable, actor: Actor, filter: EnquiryFilter, now: Date) {
  enquiryPolicy.permit(actor, "read", { agencyId: actor.agencyId });
  return {
    enquiries: await found(q, actor, narrowed(actor.agencyId, filter, now), now),
    counts: await countsOf(q, actor.agencyId, filter, now),
  };
}
