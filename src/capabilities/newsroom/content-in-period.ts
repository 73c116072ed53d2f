import { and, eq, inArray, sql } from "drizzle-orm";
import { portalBase } from "#organization";
import type { Queryable } from "#platform/database/database.ts";
import type { ContentState } from "./content-item.ts";
import { kindOf } from "./kinds/index.ts";
import { articleAddress } from "./publish-due-content.ts";
import { contentClause, contentItem, contentObligation, contentRevision, contentTask } from "./tables.ts";

export interface ContentInPeriod {
  id: string;
  kind: string;
  kindLabel: string;
  title: string;
  unitId: string;
  primaryTheme: string | null;
  themes: string[];
  state: ContentState;
  publishedAt: Date | null;
  url: string;
  withdrawnAt: Date | null;
  taskIds: string[];
  obligationIds: string[];
  clauseIds: string[];
  revisionHash: string;
}

/** Items first published between two days (both inside, Việt Nam's days), also those withdrawn since; for figures. */
export async function contentInPeriod(
  q: Queryable,
  agencyId: string,
  { from, to }: { from: string; to: string },
): Promise<ContentInPeriod[]> {
  const rows = await q
    .select({ item: contentItem, text: contentRevision })
    .from(contentItem)
    .innerJoin(contentRevision, eq(contentRevision.id, contentItem.liveRevisionId))
    .where(
      and(
        eq(contentItem.agencyId, agencyId),
        inArray(contentItem.state, ["published", "withdrawn"]),
        sql`(${contentItem.publishedAt} at time zone 'Asia/Ho_Chi_Minh')::date between ${from}::date and ${to}::date`,
      ),
    )
    .orderBy(contentItem.publishedAt, contentItem.id);
  if (rows.length === 0) return [];
  const base = await portalBase(q, agencyId);
  const ids = rows.map(({ item }) => item.id);
  const tasks = await q.select().from(contentTask).where(inArray(contentTask.itemId, ids));
  const obligations = await q.select().from(contentObligation).where(inArray(contentObligation.itemId, ids));
  const clauses = await q.select().from(contentClause).where(inArray(contentClause.itemId, ids));
  return rows.map(({ item, text }) => ({
    id: item.id,
    kind: item.kind,
    kindLabel: kindOf(item.kind)?.label ?? "Nội dung khác",
    title: text.title,
    unitId: item.unitId,
    primaryTheme: text.primaryTheme,
    themes: text.themes,
    state: item.state,
    publishedAt: item.publishedAt,
    url: articleAddress(base, item.slug!),
    withdrawnAt: item.withdrawnAt,
    taskIds: tasks.flatMap(({ itemId, taskId }) => (itemId === item.id ? [taskId] : [])),
    obligationIds: obligations.flatMap(({ itemId, obligationId }) =>
      itemId === item.id ? [obligationId] : [],
    ),
    clauseIds: clauses.flatMap(({ itemId, clauseId }) => (itemId === item.id ? [clauseId] : [])),
    revisionHash: text.hash,
  }));
}
