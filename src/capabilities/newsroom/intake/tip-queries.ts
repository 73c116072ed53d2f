import { and, asc, desc, eq, exists, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { personNames, unitsOfAgency, withForebears } from "#organization";
import type { Actor } from "#platform/auth/actor.ts";
import { NotFound } from "#platform/auth/policy.ts";
import type { Queryable } from "#platform/database/database.ts";
import { beginning } from "#platform/text/beginning.ts";
import { onlySeen } from "../readers/hidden.ts";
import { searchable } from "../searchable.ts";
import {
  contentItem,
  contentRevision,
  deliverable,
  goodPractice,
  goodPracticeText,
  mediaAsset,
  story,
  tip,
  tipMedia,
} from "../tables.ts";
import { seesEveryTip, tipPolicy } from "./policy.ts";
import type { TipKind, TipState } from "./tip.ts";

export type Tip = typeof tip.$inferSelect;

/** A tip of the agency; `lock` holds the row until the transaction ends. @throws NotFound */
export async function tipOf(
  q: Queryable,
  { agencyId }: Actor,
  id: string,
  { lock = false }: { lock?: boolean } = {},
): Promise<Tip> {
  const query = q
    .select()
    .from(tip)
    .where(and(eq(tip.agencyId, agencyId), eq(tip.id, id)));
  const [found] = lock ? await query.for("update") : await query;
  if (!found) throw new NotFound("Không có tin gửi này trong cơ quan.");
  return found;
}

const shortWords = (words: string) => beginning(words.replace(/\s+/g, " "), 90);

/** Tips as the API answers them, each with what came of it and what the caller may do. */
async function presentTips(q: Queryable, actor: Actor, tips: Tip[]) {
  if (tips.length === 0) return [];
  const ids = tips.map(({ id }) => id);
  const related = await q
    .select()
    .from(tip)
    .where(
      or(
        inArray(tip.mergedInto, ids),
        inArray(
          tip.id,
          tips.flatMap(({ mergedInto }) => (mergedInto === null ? [] : [mergedInto])),
        ),
      ),
    );
  const all = new Map([...related, ...tips].map((one) => [one.id, one]));
  const rootOf = (one: Tip) => (one.mergedInto === null ? one : (all.get(one.mergedInto) ?? one));
  const roots = tips.map(rootOf);
  const items = new Map(
    (
      await q
        .select({ id: contentItem.id, state: contentItem.state, title: contentRevision.title })
        .from(contentItem)
        .innerJoin(contentRevision, eq(contentRevision.id, contentItem.currentRevisionId))
        .where(
          and(
            inArray(
              contentItem.id,
              roots.flatMap(({ itemId }) => (itemId === null ? [] : [itemId])),
            ),
            await onlySeen(q, actor),
          ),
        )
    ).map((row) => [row.id, row]),
  );
  const stories = new Map(
    (
      await q
        .select({ id: story.id, title: story.title, droppedAt: story.droppedAt })
        .from(story)
        .where(
          inArray(
            story.id,
            roots.flatMap(({ storyId }) => (storyId === null ? [] : [storyId])),
          ),
        )
    ).map((row) => [row.id, row]),
  );
  const practices = new Map(
    (
      await q
        .select({ id: goodPractice.id, title: goodPractice.title })
        .from(goodPractice)
        .where(
          inArray(
            goodPractice.id,
            roots.flatMap(({ practiceId }) => (practiceId === null ? [] : [practiceId])),
          ),
        )
    ).map((row) => [row.id, row]),
  );
  const media = await q
    .select({
      tipId: tipMedia.tipId,
      latitude: tipMedia.latitude,
      longitude: tipMedia.longitude,
      id: mediaAsset.id,
      sort: mediaAsset.sort,
      fileName: mediaAsset.fileName,
      durationMs: mediaAsset.durationMs,
    })
    .from(tipMedia)
    .innerJoin(mediaAsset, eq(mediaAsset.id, tipMedia.mediaId))
    .where(inArray(tipMedia.tipId, ids))
    .orderBy(asc(tipMedia.position));
  const units = await unitsOfAgency(q, actor.agencyId, { closed: true });
  const unitName = (id: string) => units.find((unit) => unit.id === id)?.name ?? "";
  const names = await personNames(
    q,
    [...all.values()]
      .flatMap(({ sentBy, takenBy, decidedBy }) => [sentBy, takenBy, decidedBy])
      .filter((id) => id !== null),
  );
  const name = (id: string | null) => (id === null ? null : (names.get(id) ?? ""));
  const beside = (one: Tip) => ({
    id: one.id,
    words: shortWords(one.words),
    unitName: unitName(one.unitId),
    sentByName: name(one.sentBy) ?? "",
  });
  return tips.map((one) => {
    const root = rootOf(one);
    return {
      ...one,
      unitName: unitName(one.unitId),
      sentByName: name(one.sentBy) ?? "",
      takenByName: name(one.takenBy),
      decidedByName: name(one.decidedBy),
      item: root.itemId === null ? null : (items.get(root.itemId) ?? null),
      story: root.storyId === null ? null : (stories.get(root.storyId) ?? null),
      practice: root.practiceId === null ? null : (practices.get(root.practiceId) ?? null),
      into: root === one ? null : { ...beside(root), reason: root.reason },
      merged: related.filter(({ mergedInto }) => mergedInto === one.id).map(beside),
      media: media.filter(({ tipId }) => tipId === one.id),
      may: tipPolicy.may(actor, one),
    };
  });
}

/** One tip. @throws NotFound, Forbidden */
export async function presentTip(q: Queryable, actor: Actor, id: string) {
  const found = tipPolicy.permit(actor, "read", await tipOf(q, actor, id));
  return (await presentTips(q, actor, [found]))[0]!;
}

export interface TipFilter {
  /** "open": nothing is decided. */
  state?: TipState | "open" | undefined;
  kind?: TipKind | undefined;
  unitId?: string | undefined;
  q?: string | undefined;
  mine?: boolean | undefined;
  /** The last row seen, as the answer named it. */
  after?: string | undefined;
}

const PAGE_SIZE = 30;
/** Beyond so many only "more than" is said. */
const MOST_COUNTED = 1000;

async function conditions(q: Queryable, actor: Actor, filter: TipFilter): Promise<SQL | undefined> {
  const { agencyId, personId, appointments } = actor;
  const own = appointments.flatMap(({ unitId }) => (unitId === null ? [] : [unitId]));
  const pattern = `%${searchable(filter.q ?? "").replace(/[\\%_]/g, "\\$&")}%`;
  return and(
    eq(tip.agencyId, agencyId),
    seesEveryTip(actor) ? undefined : or(eq(tip.sentBy, personId), inArray(tip.unitId, own)),
    filter.state === "open" ? sql`${tip.state} in ('sent', 'taken')` : undefined,
    filter.state && filter.state !== "open" ? eq(tip.state, filter.state) : undefined,
    filter.kind ? eq(tip.kind, filter.kind) : undefined,
    filter.unitId ? inArray(tip.unitId, await withForebears(q, filter.unitId)) : undefined,
    filter.q?.trim() ? sql`${tip.wordsPlain} like ${pattern}` : undefined,
    filter.mine ? eq(tip.sentBy, personId) : undefined,
  );
}

/** Tips that the caller may see, the newest first, a page at a time, with how many there are up to a bound. */
export async function listTips(q: Queryable, actor: Actor, filter: TipFilter) {
  const { agencyId } = actor;
  tipPolicy.permit(actor, "read", { agencyId });
  const where = await conditions(q, actor, filter);
  const rows = await q
    .select()
    .from(tip)
    .where(
      and(
        where,
        filter.after
          ? sql`(${tip.sentAt}, ${tip.id}) < (select t.sent_at, t.id from tip t where t.id = ${filter.after} and t.agency_id = ${agencyId})`
          : undefined,
      ),
    )
    .orderBy(desc(tip.sentAt), desc(tip.id))
    .limit(PAGE_SIZE + 1);
  const some = q
    .select({ one: sql`1` })
    .from(tip)
    .where(where)
    .limit(MOST_COUNTED + 1);
  const [counted] = await q
    .select({ n: sql<number>`(select count(*) from ${some} s)::int` })
    .from(sql`(values (1)) one`);
  const shown = rows.slice(0, PAGE_SIZE);
  return {
    tips: await presentTips(q, actor, shown),
    next: rows.length > PAGE_SIZE ? shown.at(-1)!.id : null,
    total: Math.min(counted!.n, MOST_COUNTED),
    isMore: counted!.n > MOST_COUNTED,
    may: tipPolicy.may(actor, { agencyId }),
  };
}

/** The tip itself, or the one that it was merged into. */
const root = alias(tip, "root");

/** Of which text: its own, one of its story, or one that tells of its entry in the register. */
const cameOf = (q: Queryable, itemId: string): SQL =>
  or(
    eq(root.itemId, itemId),
    exists(
      q
        .select({ one: sql`1` })
        .from(deliverable)
        .where(and(eq(deliverable.itemId, itemId), eq(deliverable.storyId, root.storyId))),
    ),
    exists(
      q
        .select({ one: sql`1` })
        .from(goodPracticeText)
        .where(and(eq(goodPracticeText.itemId, itemId), eq(goodPracticeText.practiceId, root.practiceId))),
    ),
  )!;

const rooted = or(and(isNull(tip.mergedInto), eq(root.id, tip.id)), eq(root.id, tip.mergedInto));

/** Tips that a text or a story came of, with those merged into them, oldest first. */
export async function tipsBehind(
  q: Queryable,
  actor: Actor,
  { itemId, storyId }: { itemId?: string | undefined; storyId?: string | undefined },
) {
  const of = itemId ? cameOf(q, itemId) : storyId ? eq(root.storyId, storyId) : sql`false`;
  const rows = await q
    .select({ row: tip })
    .from(tip)
    .innerJoin(root, rooted)
    .where(and(eq(tip.agencyId, actor.agencyId), eq(root.state, "used"), of))
    .orderBy(asc(tip.sentAt), asc(tip.id));
  return presentTips(
    q,
    actor,
    rows.map(({ row }) => row).filter((one) => tipPolicy.hindrance(actor, "read", one) === null),
  );
}

/** Names of the units whose tips a published text names as its sources. */
export async function creditedUnits(q: Queryable, agencyId: string, itemId: string): Promise<string[]> {
  const rows = await q
    .selectDistinct({ unitId: tip.unitId })
    .from(tip)
    .innerJoin(root, rooted)
    .where(
      and(eq(tip.agencyId, agencyId), eq(root.state, "used"), eq(root.credited, true), cameOf(q, itemId)),
    );
  if (rows.length === 0) return [];
  const units = await unitsOfAgency(q, agencyId, { closed: true });
  return units.flatMap(({ id, name }) => (rows.some(({ unitId }) => unitId === id) ? [name] : []));
}
