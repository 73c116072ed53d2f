import { and, eq, inArray } from "drizzle-orm";
import type { Queryable } from "#platform/database/database.ts";
import { stateLabels } from "./content-item.ts";
import { contentItem, contentOrigin } from "./tables.ts";

/** Where a draft comes from that another capability began: words, and an address of the workspace below /workspace. */
export interface ContentOrigin {
  label: string;
  href: string;
}

/** Null: somebody began it here. */
export async function originOf(q: Queryable, itemId: string): Promise<ContentOrigin | null> {
  const [found] = await q
    .select({ label: contentOrigin.label, href: contentOrigin.href })
    .from(contentOrigin)
    .where(eq(contentOrigin.itemId, itemId));
  return found ?? null;
}

/** What became of a draft, for what it was made of: its state, and when it was published last. */
export interface DraftStanding {
  id: string;
  stateWord: string;
  publishedAt: Date | null;
}

/** The agency's drafts by their ids; nothing of what they say. */
export async function draftStandings(
  q: Queryable,
  agencyId: string,
  itemIds: string[],
): Promise<DraftStanding[]> {
  const rows = await q
    .select({ id: contentItem.id, state: contentItem.state, publishedAt: contentItem.publishedAt })
    .from(contentItem)
    .where(and(eq(contentItem.agencyId, agencyId), inArray(contentItem.id, itemIds)));
  return rows.map(({ state, ...row }) => ({ ...row, stateWord: stateLabels[state] }));
}
