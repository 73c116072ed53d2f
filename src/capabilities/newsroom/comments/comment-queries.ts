import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Actor } from "#platform/auth/actor.ts";
import type { Queryable } from "#platform/database/database.ts";
import { richTextToPlainText } from "#platform/rich-text/render-rich-text.ts";
import { type ContentItem, type ContentRevision, itemOf, revisionOf } from "../content-queries.ts";
import { contentPolicy } from "../policy.ts";
import { shownText } from "../shown-text.ts";
import { contentComment, contentRevision, reviewDecision, reviewDecisionComment } from "../tables.ts";
import { lettersOf, placeOf } from "./anchor.ts";

/** All that is read of a text, as places of comments are counted in it. */
export const readIn = (
  { kind }: Pick<ContentItem, "kind">,
  { title, summary, body, own, media, aiUse }: ContentRevision,
): string =>
  [
    title,
    summary,
    richTextToPlainText(shownText({ kind, body, own, media, aiUse }, { forStaff: true })),
  ].join("\n\n");

/** How many comments of each item are not settled; who has none is not there. */
export async function openComments(q: Queryable, itemIds: string[]): Promise<Map<string, number>> {
  if (itemIds.length === 0) return new Map();
  const rows = await q
    .select({ itemId: contentComment.itemId, open: sql<number>`count(*)::int` })
    .from(contentComment)
    .where(
      and(
        inArray(contentComment.itemId, itemIds),
        isNull(contentComment.parentId),
        isNull(contentComment.settledAt),
      ),
    )
    .groupBy(contentComment.itemId);
  return new Map(rows.map(({ itemId, open }) => [itemId, open]));
}

/** The comments of an item with their answers, and what became of their passages in the newest text. */
export async function presentComments(q: Queryable, actor: Actor, itemId: string) {
  const item = await itemOf(q, actor, itemId);
  const rows = await q
    .select({ comment: contentComment, number: contentRevision.number })
    .from(contentComment)
    .innerJoin(contentRevision, eq(contentRevision.id, contentComment.revisionId))
    .where(eq(contentComment.itemId, itemId))
    .orderBy(asc(contentComment.at), asc(contentComment.id));
  const asked = await q
    .select({ commentId: reviewDecisionComment.commentId, name: reviewDecision.personName })
    .from(reviewDecisionComment)
    .innerJoin(reviewDecision, eq(reviewDecision.id, reviewDecisionComment.decisionId))
    .where(
      inArray(
        reviewDecisionComment.commentId,
        rows.map(({ comment }) => comment.id),
      ),
    )
    .orderBy(asc(reviewDecision.at));
  const askedBy = new Map(asked.map(({ commentId, name }) => [commentId, name]));
  const letters =
    rows.length === 0 ? "" : lettersOf(readIn(item, await revisionOf(q, item.currentRevisionId)));
  const comments = rows
    .filter(({ comment }) => comment.parentId === null)
    .map(({ comment: { quote, ...comment }, number }) => {
      const place = quote === null ? null : placeOf(letters, { ...comment, quote: lettersOf(quote) });
      return {
        ...comment,
        quote,
        number,
        passage: quote === null ? ("whole" as const) : passageOf(place),
        order: quote === null ? -1 : (place?.from ?? Number.POSITIVE_INFINITY),
        askedByName: askedBy.get(comment.id) ?? null,
        maySettle:
          contentPolicy.hindrance(actor, "settleComment", { ...item, commentBy: comment.personId }) === null,
        replies: rows.flatMap(({ comment: reply }) => (reply.parentId === comment.id ? [reply] : [])),
      };
    });
  return {
    comments: comments.toSorted((a, b) => (a.order === b.order ? 0 : a.order - b.order)),
    may: contentPolicy.may(actor, item),
  };
}

const passageOf = (place: { changed: boolean } | null) =>
  place === null ? ("gone" as const) : place.changed ? ("changed" as const) : ("there" as const);
