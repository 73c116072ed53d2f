import { and, eq, inArray, sql } from "drizzle-orm";
import { themeLabel } from "#plan";
import type { Actor } from "#platform/auth/actor.ts";
import type { Queryable } from "#platform/database/database.ts";
import { onlySeen } from "./readers/hidden.ts";
import { contentClause, contentItem, contentObligation, contentRevision, contentTask } from "./tables.ts";

/** By what many texts are told apart and gathered, without their words. */
export interface ContentFacts {
  id: string;
  title: string;
  unitId: string;
  themes: { slug: string; label: string }[];
  /** What of the plan it serves: clauses, obligations, tasks. */
  linkIds: string[];
}

/** By id, what of the agency the actor sees; many at once. */
export async function contentFacts(
  q: Queryable,
  actor: Actor,
  itemIds: string[],
): Promise<Map<string, ContentFacts>> {
  if (itemIds.length === 0) return new Map();
  const ids = [...new Set(itemIds)];
  const rows = await q
    .select({
      id: contentItem.id,
      unitId: contentItem.unitId,
      title: contentRevision.title,
      primaryTheme: contentRevision.primaryTheme,
      themes: contentRevision.themes,
    })
    .from(contentItem)
    .innerJoin(
      contentRevision,
      eq(contentRevision.id, sql`coalesce(${contentItem.liveRevisionId}, ${contentItem.currentRevisionId})`),
    )
    .where(
      and(eq(contentItem.agencyId, actor.agencyId), inArray(contentItem.id, ids), await onlySeen(q, actor)),
    );
  const links = [
    ...(await q
      .select({ itemId: contentClause.itemId, id: contentClause.clauseId })
      .from(contentClause)
      .where(inArray(contentClause.itemId, ids))),
    ...(await q
      .select({ itemId: contentObligation.itemId, id: contentObligation.obligationId })
      .from(contentObligation)
      .where(inArray(contentObligation.itemId, ids))),
    ...(await q
      .select({ itemId: contentTask.itemId, id: contentTask.taskId })
      .from(contentTask)
      .where(inArray(contentTask.itemId, ids))),
  ];
  const linksOf = Map.groupBy(links, ({ itemId }) => itemId);
  return new Map(
    rows.map(({ primaryTheme, themes, ...row }) => [
      row.id,
      {
        ...row,
        themes: [...new Set([primaryTheme, ...themes])].flatMap((slug) =>
          slug ? [{ slug, label: themeLabel(slug) }] : [],
        ),
        linkIds: (linksOf.get(row.id) ?? []).map(({ id }) => id),
      },
    ]),
  );
}
