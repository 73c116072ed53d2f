import { and, desc, eq, inArray, lt } from "drizzle-orm";
import type { Actor } from "#platform/auth/actor.ts";
import { NotFound } from "#platform/auth/policy.ts";
import type { Queryable } from "#platform/database/database.ts";
import type { Work } from "#platform/work/work.ts";
import { type ContentRevision, itemOf, revisionOf } from "../content-queries.ts";
import { contentPolicy } from "../policy.ts";
import { contentRevision, contentSeen } from "../tables.ts";

/** Remembers that the actor had this text open to decide on it; again it changes nothing. @throws NotFound */
export async function seeContent(
  { tx, actor, at }: Work,
  { id, revisionId }: { id: string; revisionId: string },
): Promise<void> {
  const item = contentPolicy.permit(actor, "read", await itemOf(tx, actor, id));
  if ((await revisionOf(tx, revisionId)).itemId !== id) throw new NotFound("Không có bản này của nội dung.");
  await tx
    .insert(contentSeen)
    .values({ agencyId: item.agencyId, itemId: id, personId: actor.personId, revisionId, at })
    .onConflictDoNothing();
}

/** Which of these texts the actor has had open. */
export async function seenAmong(
  q: Queryable,
  { personId }: Actor,
  revisionIds: string[],
): Promise<Set<string>> {
  if (revisionIds.length === 0) return new Set();
  const rows = await q
    .select({ revisionId: contentSeen.revisionId })
    .from(contentSeen)
    .where(and(eq(contentSeen.personId, personId), inArray(contentSeen.revisionId, revisionIds)));
  return new Set(rows.map(({ revisionId }) => revisionId));
}

/** The newest text before `current` that the actor has had open; null: none. */
export async function seenBefore(
  q: Queryable,
  { personId }: Actor,
  current: ContentRevision,
): Promise<ContentRevision | null> {
  const [found] = await q
    .select({ revision: contentRevision })
    .from(contentSeen)
    .innerJoin(contentRevision, eq(contentRevision.id, contentSeen.revisionId))
    .where(
      and(
        eq(contentSeen.itemId, current.itemId),
        eq(contentSeen.personId, personId),
        lt(contentRevision.number, current.number),
      ),
    )
    .orderBy(desc(contentRevision.number))
    .limit(1);
  return found?.revision ?? null;
}
