import { and, eq, inArray } from "drizzle-orm";
import type { Actor } from "#platform/auth/actor.ts";
import type { Queryable } from "#platform/database/database.ts";
import { hiddenFrom } from "./readers/hidden.ts";
import { contentItem, contentRevision } from "./tables.ts";

/** When a text becomes public, for those who plan what follows it. */
export interface PublicationTimes {
  /** Null: the actor does not see it. */
  title: string | null;
  /** When it came out, else when it is to; null: no time is set. */
  publicAt: Date | null;
  isPublic: boolean;
  embargoUntil: Date | null;
  /** It was published without waiting for a second person. */
  isUrgent: boolean;
}

/** By id, of the agency; titles that the actor does not see are left out. */
export async function publicationTimes(
  q: Queryable,
  seenBy: Actor | { agencyId: string },
  itemIds: string[],
): Promise<Map<string, PublicationTimes>> {
  if (itemIds.length === 0) return new Map();
  const rows = await q
    .select({
      id: contentItem.id,
      state: contentItem.state,
      scheduledAt: contentItem.scheduledAt,
      publishedAt: contentItem.publishedAt,
      embargoUntil: contentItem.embargoUntil,
      urgent: contentItem.urgent,
      title: contentRevision.title,
    })
    .from(contentItem)
    .innerJoin(contentRevision, eq(contentRevision.id, contentItem.currentRevisionId))
    .where(and(eq(contentItem.agencyId, seenBy.agencyId), inArray(contentItem.id, [...new Set(itemIds)])));
  const hidden = new Set("personId" in seenBy ? await hiddenFrom(q, seenBy) : []);
  return new Map(
    rows.map(({ id, state, scheduledAt, publishedAt, embargoUntil, urgent, title }) => [
      id,
      {
        title: hidden.has(id) ? null : title,
        publicAt: publishedAt ?? (state === "scheduled" ? scheduledAt : null),
        isPublic: state === "published",
        embargoUntil,
        isUrgent: urgent,
      },
    ]),
  );
}
