import { and, desc, eq, notInArray } from "drizzle-orm";
import { personNames } from "#organization";
import type { Actor } from "#platform/auth/actor.ts";
import type { Queryable } from "#platform/database/database.ts";
import { itemOf, revisionOf } from "../content-queries.ts";
import { hiddenFrom } from "../readers/hidden.ts";
import { bulletinSource, contentItem, contentRevision } from "../tables.ts";
import { canBeSaid } from "./bulletin-kind.ts";
import { bulletinPolicy } from "./policy.ts";

/** The bulletin that was made of an article and is still there, the newest. */
export async function bulletinOfArticle(q: Queryable, articleId: string) {
  const [found] = await q
    .select({ id: contentItem.id, state: contentItem.state, title: contentRevision.title })
    .from(bulletinSource)
    .innerJoin(contentItem, eq(contentItem.id, bulletinSource.itemId))
    .innerJoin(contentRevision, eq(contentRevision.id, contentItem.currentRevisionId))
    .where(
      and(
        eq(bulletinSource.fromItemId, articleId),
        notInArray(contentItem.state, ["discarded", "withdrawn", "removed"]),
      ),
    )
    .orderBy(desc(bulletinSource.madeAt))
    .limit(1);
  return found ?? null;
}

/** The text of an article that is said: the live one, else the approved one; null: nobody has agreed to any. */
export const saidRevisionOf = ({
  liveRevisionId,
  approvedRevisionId,
}: {
  liveRevisionId: string | null;
  approvedRevisionId: string | null;
}): string | null => liveRevisionId ?? approvedRevisionId;

/** Whether an article can be said, and what was made of it. */
export async function bulletinFor(q: Queryable, actor: Actor, id: string) {
  const item = await itemOf(q, actor, id);
  const bulletin = await bulletinOfArticle(q, id);
  const hidden = await hiddenFrom(q, actor);
  return {
    canBeSaid: canBeSaid(item.kind),
    bulletin: bulletin && hidden.includes(bulletin.id) ? null : bulletin,
    may: bulletinPolicy.may(actor, item),
  };
}

/** Of what a bulletin was made; null: it was written by hand. */
export async function sourceFor(q: Queryable, actor: Actor, id: string) {
  const item = await itemOf(q, actor, id);
  const [source] = await q.select().from(bulletinSource).where(eq(bulletinSource.itemId, item.id));
  if (!source || (await hiddenFrom(q, actor)).includes(source.fromItemId)) return null;
  const article = await itemOf(q, actor, source.fromItemId);
  const text = await revisionOf(q, source.fromRevisionId);
  const names = await personNames(q, [source.madeBy]);
  const newest = saidRevisionOf(article);
  return {
    articleId: article.id,
    articleState: article.state,
    text: { ...text, kind: article.kind },
    /** The article has since been approved or published in other words. */
    isOutdated: newest !== null && newest !== source.fromRevisionId,
    lines: source.lines,
    leftOut: source.leftOut,
    madeByName: names.get(source.madeBy) ?? "",
    madeAt: source.madeAt,
  };
}
