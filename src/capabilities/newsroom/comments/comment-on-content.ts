import { and, eq, or } from "drizzle-orm";
import { notify } from "#organization";
import { Conflict, NotFound, Unacceptable } from "#platform/auth/policy.ts";
import { beginning } from "#platform/text/beginning.ts";
import type { Work } from "#platform/work/work.ts";
import { clean } from "../clean-words.ts";
import { itemOf, revisionOf } from "../content-queries.ts";
import { contentPolicy } from "../policy.ts";
import { amongSeers } from "../readers/hidden.ts";
import { contentComment } from "../tables.ts";
import { type Anchor, anchorAt, lettersOf, placeOf } from "./anchor.ts";
import { readIn } from "./comment-queries.ts";

const LONGEST_QUOTE = 2000;
const LONGEST_TITLE = 80;

const refuse = (field: "quote" | "body", message: string): Unacceptable =>
  new Unacceptable(message, [{ field, message }]);

/** Where the passage stands in the text, with what is around it there. @throws Unacceptable */
function anchorIn(text: string, sent: Anchor): Anchor {
  const letters = lettersOf(text);
  const quote = lettersOf(sent.quote);
  const place = placeOf(letters, { quote, lead: lettersOf(sent.lead), tail: lettersOf(sent.tail) });
  if (!place || place.changed) {
    throw refuse("quote", "Không thấy đoạn này trong bản đang xem; hãy chọn lại, hoặc nhận xét cả bài.");
  }
  return anchorAt(letters, place);
}

/**
 * Keeps a remark of the staff on a passage of a text, on the whole, or an answer to one; told to whoever wrote the
 * text and to those in the talk. @throws Unacceptable, NotFound, Conflict
 */
export async function commentOnContent(
  work: Work,
  {
    id,
    commentId,
    revisionId,
    parentId,
    body: typed,
    ...sent
  }: Anchor & { id: string; commentId: string; revisionId: string; parentId: string | null; body: string },
): Promise<void> {
  const { tx, actor, at } = work;
  const item = contentPolicy.permit(actor, "comment", await itemOf(tx, actor, id, { lock: true }));
  const body = clean(typed);
  if (body === "") throw refuse("body", "Hãy viết nhận xét.");
  const text = await revisionOf(tx, revisionId);
  if (text.itemId !== id) throw new NotFound("Không có bản này của nội dung.");
  const talk = parentId
    ? await tx
        .select()
        .from(contentComment)
        .where(
          and(
            eq(contentComment.itemId, id),
            or(eq(contentComment.id, parentId), eq(contentComment.parentId, parentId)),
          ),
        )
    : [];
  if (parentId && !talk.some((one) => one.id === parentId && one.parentId === null)) {
    throw new NotFound("Không có nhận xét này.");
  }
  const quote = parentId ? "" : clean(sent.quote);
  if (quote.length > LONGEST_QUOTE) throw refuse("quote", "Đoạn được chọn quá dài; hãy chọn ngắn hơn.");
  const anchor = quote === "" ? null : anchorIn(readIn(item, text), { ...sent, quote });
  const [kept] = await tx
    .insert(contentComment)
    .values({
      id: commentId,
      agencyId: item.agencyId,
      itemId: id,
      revisionId,
      parentId,
      depth: parentId ? 1 : 0,
      parentDepth: parentId ? 0 : null,
      quote: anchor && quote,
      lead: anchor?.lead ?? "",
      tail: anchor?.tail ?? "",
      body,
      personId: actor.personId,
      personName: actor.name,
      at,
    })
    .onConflictDoNothing()
    .returning();
  if (!kept) {
    const [made] = await tx.select().from(contentComment).where(eq(contentComment.id, commentId));
    if (made?.itemId === id && made.personId === actor.personId) return;
    throw new Conflict("Chưa gửi được nhận xét; hãy tải lại trang rồi gửi lại.");
  }
  await work.record({
    act: parentId ? "answer-comment" : "comment-on-content",
    objectKind: "content",
    objectId: id,
    // The audit is read by those who do not see a limited text; its comment is kept beside it.
    after: item.limited ? { revisionId, commentId } : { revisionId, quote: kept.quote, body },
  });
  await notify(work, {
    personIds: (
      await amongSeers(tx, item, [item.createdBy, text.authorId, ...talk.map(({ personId }) => personId)])
    ).filter((personId) => personId !== actor.personId),
    cause: `content-comment:${id}:${commentId}`,
    kind: "comment",
    title: `${actor.name} ${parentId ? "trả lời nhận xét" : "nhận xét"}: ${beginning(text.title || "bài chưa có tiêu đề", LONGEST_TITLE)}`,
    href: `/workspace/noi-dung/${id}#nhan-xet`,
  });
}
