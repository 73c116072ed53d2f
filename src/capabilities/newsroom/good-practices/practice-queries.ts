import { and, asc, desc, eq, exists, inArray, or, type SQL, sql } from "drizzle-orm";
import { personNames, unitsOfAgency, withForebears } from "#organization";
import { namedLinks, obligationsAsking, obligationsProvedBy } from "#plan";
import type { Actor } from "#platform/auth/actor.ts";
import { NotFound } from "#platform/auth/policy.ts";
import type { Queryable } from "#platform/database/database.ts";
import { itemsOf } from "../content-queries.ts";
import { contentPolicy } from "../policy.ts";
import { searchable } from "../searchable.ts";
import {
  contentItem,
  contentRevision,
  goodPractice,
  goodPracticeSpread,
  goodPracticeText,
} from "../tables.ts";
import {
  PRACTICE_PROOF,
  type PracticeKind,
  type PracticeMark,
  type PracticeState,
  practiceWords,
} from "./good-practice.ts";
import { practicePolicy, seesEveryProposal } from "./policy.ts";

export type GoodPractice = typeof goodPractice.$inferSelect;

/** An entry of the agency's register; `lock` holds the row until the transaction ends. @throws NotFound */
export async function practiceOf(
  q: Queryable,
  { agencyId }: Actor,
  id: string,
  { lock = false }: { lock?: boolean } = {},
): Promise<GoodPractice> {
  const query = q
    .select()
    .from(goodPractice)
    .where(and(eq(goodPractice.agencyId, agencyId), eq(goodPractice.id, id)));
  const [found] = lock ? await query.for("update") : await query;
  if (!found) throw new NotFound("Không có mô hình, sáng kiến này trong cơ quan.");
  return found;
}

/** Entries as the API answers them, with who took them over, what tells of them and what the caller may do. */
async function presentPractices(q: Queryable, actor: Actor, rows: GoodPractice[]) {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const units = await unitsOfAgency(q, actor.agencyId, { closed: true });
  const unitName = (id: string | null) => units.find((unit) => unit.id === id)?.name ?? "";
  const spread = await q
    .select()
    .from(goodPracticeSpread)
    .where(inArray(goodPracticeSpread.practiceId, ids))
    .orderBy(asc(goodPracticeSpread.since), asc(goodPracticeSpread.notedAt));
  const told = await q
    .select({
      practiceId: goodPracticeText.practiceId,
      id: contentItem.id,
      title: contentRevision.title,
      state: contentItem.state,
    })
    .from(goodPracticeText)
    .innerJoin(contentItem, eq(contentItem.id, goodPracticeText.itemId))
    .innerJoin(contentRevision, eq(contentRevision.id, contentItem.currentRevisionId))
    .where(inArray(goodPracticeText.practiceId, ids))
    .orderBy(asc(goodPracticeText.linkedAt));
  const items = await itemsOf(q, actor, [...new Set(told.map(({ id }) => id))]);
  const readable = told.filter(({ id }) => {
    const item = items.get(id);
    return item !== undefined && contentPolicy.hindrance(actor, "read", item) === null;
  });
  const proved = await obligationsProvedBy(q, actor.agencyId, PRACTICE_PROOF, ids);
  const named = await namedLinks(q, actor.agencyId, {
    taskIds: [],
    obligationIds: [...new Set([...proved.values()].flat())],
    clauseIds: [],
  });
  const names = await personNames(
    q,
    rows.flatMap(({ registeredBy, decidedBy }) => [registeredBy, decidedBy ?? []].flat()),
  );
  const { agencyId } = actor;
  return rows.map((row) => {
    const { unitId, state } = row;
    const notes = (taker: string | null) =>
      practicePolicy.hindrance(actor, "spread", { agencyId, state, ...(taker && { unitId: taker }) });
    const why = notes(null);
    return {
      ...row,
      unitName: unitName(unitId),
      registeredByName: names.get(row.registeredBy) ?? "",
      decidedByName: row.decidedBy && (names.get(row.decidedBy) ?? ""),
      spread: spread
        .filter(({ practiceId }) => practiceId === row.id)
        .map((one) => ({
          ...one,
          name: one.place ?? unitName(one.unitId),
          mayDrop: notes(one.unitId) === null && (one.unitId !== null || keeps(actor, row)),
        })),
      proves: named.obligations.filter((one) => proved.get(row.id)?.includes(one.id)),
      texts: readable.filter(({ practiceId }) => practiceId === row.id),
      // Who takes it over is mostly another unit than the one whose it is.
      may: { ...practicePolicy.may(actor, row), spread: { allowed: why === null, why } },
    };
  });
}

/** Whether the caller keeps the register: a place outside the agency is noted by nobody else. */
export const keeps = (actor: Actor, { agencyId }: { agencyId: string }): boolean =>
  practicePolicy.hindrance(actor, "recognise", { agencyId }) === null;

/** One entry, with what it is likely to prove besides. @throws NotFound, Forbidden */
export async function presentPractice(q: Queryable, actor: Actor, id: string) {
  const found = practicePolicy.permit(actor, "read", await practiceOf(q, actor, id));
  const shown = (await presentPractices(q, actor, [found]))[0]!;
  const suggested = await obligationsAsking(q, actor.agencyId, found.unitId, practiceWords);
  return {
    ...shown,
    suggestedIds: suggested.filter((one) => !shown.proves.some((known) => known.id === one)),
  };
}

export interface PracticeFilter {
  q?: string | undefined;
  kind?: PracticeKind | undefined;
  state?: PracticeState | undefined;
  unitId?: string | undefined;
  mark?: PracticeMark | undefined;
}

const PAGE_SIZE = 30;

const publicText = (q: Queryable) =>
  exists(
    q
      .select({ one: sql`1` })
      .from(goodPracticeText)
      .innerJoin(contentItem, eq(contentItem.id, goodPracticeText.itemId))
      .where(and(eq(goodPracticeText.practiceId, goodPractice.id), eq(contentItem.state, "published"))),
  );

function marked(q: Queryable, mark: PracticeMark): SQL {
  const byMark: Record<PracticeMark, () => SQL> = {
    recognised: () => sql`${goodPractice.decisionNumber} is not null`,
    spread: () =>
      exists(
        q
          .select({ one: sql`1` })
          .from(goodPracticeSpread)
          .where(eq(goodPracticeSpread.practiceId, goodPractice.id)),
      ),
    told: () => publicText(q),
    untold: () => sql`not ${publicText(q)}`,
    unproved: () => sql`(${goodPractice.proofUrl} is null and ${goodPractice.proofNote} is null)`,
  };
  return byMark[mark]();
}

async function conditions(q: Queryable, actor: Actor, filter: PracticeFilter): Promise<SQL | undefined> {
  const own = actor.appointments.flatMap(({ unitId }) => (unitId === null ? [] : [unitId]));
  const pattern = `%${searchable(filter.q ?? "").replace(/[\\%_]/g, "\\$&")}%`;
  return and(
    eq(goodPractice.agencyId, actor.agencyId),
    seesEveryProposal(actor)
      ? undefined
      : or(inArray(goodPractice.state, ["registered", "ended"]), inArray(goodPractice.unitId, own)),
    filter.kind ? eq(goodPractice.kind, filter.kind) : undefined,
    filter.state ? eq(goodPractice.state, filter.state) : undefined,
    filter.unitId ? inArray(goodPractice.unitId, await withForebears(q, filter.unitId)) : undefined,
    filter.mark ? marked(q, filter.mark) : undefined,
    filter.q?.trim() ? sql`${goodPractice.wordsPlain} like ${pattern}` : undefined,
  );
}

/** Entries that the caller may see, the newest first; a page from the row after `after`, or all of them. */
async function practices(
  q: Queryable,
  actor: Actor,
  filter: PracticeFilter,
  page: { after?: string | undefined } | null,
) {
  const rows = q
    .select()
    .from(goodPractice)
    .where(
      and(
        await conditions(q, actor, filter),
        page?.after
          ? sql`(${goodPractice.registeredAt}, ${goodPractice.id}) < (select p.registered_at, p.id from good_practice p where p.id = ${page.after} and p.agency_id = ${actor.agencyId})`
          : undefined,
      ),
    )
    .orderBy(desc(goodPractice.registeredAt), desc(goodPractice.id));
  return page ? rows.limit(PAGE_SIZE + 1) : rows;
}

export async function listPractices(
  q: Queryable,
  actor: Actor,
  { after, ...filter }: PracticeFilter & { after?: string | undefined },
) {
  const { agencyId } = actor;
  practicePolicy.permit(actor, "read", { agencyId });
  const rows = await practices(q, actor, filter, { after });
  const shown = rows.slice(0, PAGE_SIZE);
  return {
    practices: await presentPractices(q, actor, shown),
    next: rows.length > PAGE_SIZE ? shown.at(-1)!.id : null,
    total: await q.$count(goodPractice, await conditions(q, actor, filter)),
    may: practicePolicy.may(actor, { agencyId }),
  };
}

/** All that the filter leaves, for a workbook. */
export const everyPractice = async (q: Queryable, actor: Actor, filter: PracticeFilter) =>
  presentPractices(q, actor, await practices(q, actor, filter, null));

/** Entries that a text tells of, as far as the caller may see them. */
export async function practicesToldBy(q: Queryable, actor: Actor, itemId: string) {
  const rows = await q
    .select({ practice: goodPractice })
    .from(goodPracticeText)
    .innerJoin(goodPractice, eq(goodPractice.id, goodPracticeText.practiceId))
    .where(and(eq(goodPractice.agencyId, actor.agencyId), eq(goodPracticeText.itemId, itemId)))
    .orderBy(asc(goodPracticeText.linkedAt));
  return rows.flatMap(({ practice: { id, title, ...rest } }) =>
    practicePolicy.hindrance(actor, "read", rest) === null ? [{ id, title }] : [],
  );
}
