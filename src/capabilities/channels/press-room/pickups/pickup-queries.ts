import { and, asc, desc, eq, gte, inArray, isNull, lte, type SQL, sql } from "drizzle-orm";
import { contentToDeliver } from "#newsroom";
import { personNames } from "#organization";
import type { Actor } from "#platform/auth/actor.ts";
import { NotFound } from "#platform/auth/policy.ts";
import type { Queryable } from "#platform/database/database.ts";
import { pressOutlet, pressPickup, pressPickupProof } from "../../tables.ts";
import type { PickupKind } from "./pickup.ts";
import { searchOf } from "./pickup-address.ts";
import { pickupPolicy } from "./policy.ts";

const PAGE = 30;

export interface PickupFilter {
  kind?: PickupKind | undefined;
  outletId?: string | undefined;
  /** Of which text. */
  itemId?: string | undefined;
  /** Of when the press published it, days. */
  from?: string | undefined;
  to?: string | undefined;
  /** Words of its title, the press agency or its address. */
  q?: string | undefined;
}

/** One of the agency that the actor sees, its row held. @throws NotFound */
export async function pickupOf(q: Queryable, actor: Actor, id: string) {
  const [found] = await q
    .select()
    .from(pressPickup)
    .where(and(eq(pressPickup.agencyId, actor.agencyId), eq(pressPickup.id, id)))
    .for("update");
  if (!found || !(await contentToDeliver(q, actor, [found.itemId])).has(found.itemId))
    throw new NotFound("Không có tin báo chí dùng lại này.");
  return found;
}

function narrowed(agencyId: string, { kind, outletId, itemId, from, to, q: typed }: PickupFilter): SQL {
  const words = typed ? searchOf([typed]) : "";
  return and(
    eq(pressPickup.agencyId, agencyId),
    isNull(pressPickup.droppedAt),
    kind && eq(pressPickup.kind, kind),
    outletId ? eq(pressPickup.outletId, outletId) : undefined,
    itemId ? eq(pressPickup.itemId, itemId) : undefined,
    from ? gte(pressPickup.publishedOn, from) : undefined,
    to ? lte(pressPickup.publishedOn, to) : undefined,
    words ? sql`strpos(${pressPickup.search}, ${words}) > 0` : undefined,
  )!;
}

/** Those of texts that the actor sees: of a limited one nothing is told. */
async function seenBy(q: Queryable, actor: Actor, where: SQL) {
  const items = await q.selectDistinct({ id: pressPickup.itemId }).from(pressPickup).where(where);
  const contents = await contentToDeliver(
    q,
    actor,
    items.map(({ id }) => id),
  );
  return { contents, seen: and(where, inArray(pressPickup.itemId, [...contents.keys()]))! };
}

async function found(
  q: Queryable,
  actor: Actor,
  { contents, seen }: Awaited<ReturnType<typeof seenBy>>,
  part?: { limit: number; offset: number },
) {
  const query = q
    .select({ pickup: pressPickup, registered: pressOutlet.name })
    .from(pressPickup)
    .leftJoin(pressOutlet, eq(pressOutlet.id, pressPickup.outletId))
    .where(seen)
    .orderBy(desc(pressPickup.publishedOn), desc(pressPickup.id));
  const rows = part ? await query.limit(part.limit).offset(part.offset) : await query;
  const ids = rows.map(({ pickup }) => pickup.id);
  const proofs = await q
    .select({ id: pressPickupProof.id, pickupId: pressPickupProof.pickupId })
    .from(pressPickupProof)
    .where(inArray(pressPickupProof.pickupId, ids))
    .orderBy(asc(pressPickupProof.addedAt), asc(pressPickupProof.id));
  const names = await personNames(
    q,
    rows.map(({ pickup }) => pickup.notedBy),
  );
  return rows.map(({ pickup, registered }) => ({
    ...pickup,
    outletName: registered ?? pickup.outletName,
    itemTitle: contents.get(pickup.itemId)?.title ?? "",
    notedByName: names.get(pickup.notedBy) ?? "",
    proofs: proofs.filter(({ pickupId }) => pickupId === pickup.id).map(({ id }) => ({ id })),
    may: pickupPolicy.may(actor, { agencyId: pickup.agencyId, isDropped: false }),
  }));
}

async function countsOf(q: Queryable, seen: SQL) {
  const many = (kind: PickupKind) => sql<number>`count(*) filter (where ${pressPickup.kind} = ${kind})::int`;
  const [counts] = await q
    .select({
      total: sql<number>`count(*)::int`,
      whole: many("whole"),
      part: many("part"),
      mention: many("mention"),
      items: sql<number>`count(distinct ${pressPickup.itemId})::int`,
    })
    .from(pressPickup)
    .where(seen);
  return counts!;
}

/** The register, what was published last first, a page at a time. */
export async function listPickups(
  q: Queryable,
  actor: Actor,
  { page, ...filter }: PickupFilter & { page: number },
) {
  const { agencyId } = actor;
  pickupPolicy.permit(actor, "read", { agencyId });
  const those = await seenBy(q, actor, narrowed(agencyId, filter));
  return {
    pickups: await found(q, actor, those, { limit: PAGE, offset: (page - 1) * PAGE }),
    pageSize: PAGE,
    counts: await countsOf(q, those.seen),
    may: pickupPolicy.may(actor, { agencyId }),
  };
}

/** All of them with how many they are, as a table takes them along. */
export async function everyPickup(q: Queryable, actor: Actor, filter: PickupFilter) {
  const { agencyId } = actor;
  pickupPolicy.permit(actor, "read", { agencyId });
  const those = await seenBy(q, actor, narrowed(agencyId, filter));
  return { pickups: await found(q, actor, those), counts: await countsOf(q, those.seen) };
}

/** What the press published in a span (days, both included) of the agency's texts, as the register has it now. */
export async function pickupsBetween(
  q: Queryable,
  agencyId: string,
  { from, to }: { from: string; to: string },
) {
  const rows = await q
    .select({ pickup: pressPickup, registered: pressOutlet.name })
    .from(pressPickup)
    .leftJoin(pressOutlet, eq(pressOutlet.id, pressPickup.outletId))
    .where(narrowed(agencyId, { from, to }))
    .orderBy(asc(pressPickup.publishedOn), asc(pressPickup.id));
  return rows.map(({ pickup: { id, itemId, kind, title, url, publishedOn, outletName }, registered }) => ({
    ...{ id, itemId, kind, title, url, publishedOn },
    outletName: registered ?? outletName,
  }));
}

/** What the register has of articles by the keys of their addresses; of a limited text nothing is told. */
export async function pickupsAt(q: Queryable, actor: Actor, keys: string[]) {
  if (keys.length === 0) return [];
  const { agencyId } = actor;
  pickupPolicy.permit(actor, "read", { agencyId });
  const { seen, contents } = await seenBy(
    q,
    actor,
    and(narrowed(agencyId, {}), inArray(pressPickup.urlKey, keys))!,
  );
  const rows = await q
    .select({ key: pressPickup.urlKey, itemId: pressPickup.itemId, kind: pressPickup.kind })
    .from(pressPickup)
    .where(seen)
    .orderBy(asc(pressPickup.notedAt), asc(pressPickup.id));
  return rows.map((row) => ({ ...row, itemTitle: contents.get(row.itemId)?.title ?? "" }));
}
