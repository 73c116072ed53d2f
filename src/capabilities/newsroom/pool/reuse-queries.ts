import { and, eq, inArray, ne } from "drizzle-orm";
import { agencyById, portalBase } from "#organization";
import type { Actor } from "#platform/auth/actor.ts";
import { NotFound } from "#platform/auth/policy.ts";
import type { Queryable } from "#platform/database/database.ts";
import { itemOf } from "../content-queries.ts";
import { contentPolicy } from "../policy.ts";
import { articleAddress } from "../publish-due-content.ts";
import { contentItem, contentReuse, contentRevision } from "../tables.ts";
import { poolPolicy } from "./policy.ts";

/** Where an item was taken from, and what became of that since; null: it is the agency's own. */
async function sourceOfItem(q: Queryable, itemId: string) {
  const [found] = await q
    .select({ reuse: contentReuse, state: contentItem.state, hash: contentRevision.hash })
    .from(contentReuse)
    .leftJoin(contentItem, eq(contentItem.id, contentReuse.sourceItemId))
    .leftJoin(contentRevision, eq(contentRevision.id, contentItem.liveRevisionId))
    .where(eq(contentReuse.itemId, itemId));
  if (!found) return null;
  const { reuse, state, hash } = found;
  const { sourceAgencyName: agencyName, sourceAddress: address, reusedAt, sourceHash } = reuse;
  const stands = hash === sourceHash ? null : ("corrected" as const);
  const gone = state === "withdrawn" ? ("withdrawn" as const) : ("gone" as const);
  return { agencyName, address, reusedAt, became: state === "published" ? stands : gone };
}

/** Which agencies have published what they made of an item; of what is not out nothing is told. */
async function reusersOfItem(q: Queryable, itemId: string) {
  const rows = await q
    .select({ agencyId: contentItem.agencyId, slug: contentItem.slug })
    .from(contentReuse)
    .innerJoin(contentItem, eq(contentItem.id, contentReuse.itemId))
    .where(and(eq(contentReuse.sourceItemId, itemId), eq(contentItem.state, "published")))
    .orderBy(contentItem.publishedAt);
  const found = [];
  for (const { agencyId, slug } of rows)
    found.push({
      agencyName: (await agencyById(q, agencyId))!.name,
      address: articleAddress(await portalBase(q, agencyId), slug!),
    });
  return found;
}

/** The trace of an item between agencies, from both sides. @throws NotFound */
export async function traceOfItem(q: Queryable, actor: Actor, id: string) {
  const item = await itemOf(q, actor, id);
  if (contentPolicy.hindrance(actor, "read", item) !== null) throw new NotFound("Không có bài này.");
  return {
    source: await sourceOfItem(q, id),
    reusedBy: await reusersOfItem(q, id),
    forbidden: item.reuseForbidden,
    may: poolPolicy.may(actor, { agencyId: item.agencyId }),
  };
}

/** The own items that were made of these of other agencies, by those. */
export async function takenFrom(
  q: Queryable,
  { agencyId }: Actor,
  sourceIds: string[],
): Promise<Map<string | null, string>> {
  if (sourceIds.length === 0) return new Map();
  const rows = await q
    .select({ itemId: contentReuse.itemId, sourceItemId: contentReuse.sourceItemId })
    .from(contentReuse)
    .innerJoin(contentItem, eq(contentItem.id, contentReuse.itemId))
    .where(
      and(
        eq(contentReuse.agencyId, agencyId),
        ne(contentItem.state, "discarded"),
        inArray(contentReuse.sourceItemId, sourceIds),
      ),
    );
  return new Map(rows.map(({ itemId, sourceItemId }) => [sourceItemId, itemId]));
}

/** Whom the public page of an item credits; null: nobody. */
export async function creditOfItem(
  q: Queryable,
  itemId: string,
): Promise<{ agencyName: string; title: string; address: string } | null> {
  const [found] = await q.select().from(contentReuse).where(eq(contentReuse.itemId, itemId));
  if (!found) return null;
  return {
    agencyName: found.sourceAgencyName,
    title: found.sourceTitle,
    address: found.sourceAddress,
  };
}
