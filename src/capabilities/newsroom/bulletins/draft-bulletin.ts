import { Unacceptable } from "#platform/auth/policy.ts";
import { beginning } from "#platform/text/beginning.ts";
import type { Work } from "#platform/work/work.ts";
import { itemOf, linksOfItem, revisionOf } from "../content-queries.ts";
import { draftContent } from "../draft-content.ts";
import { setEmbargo } from "../embargo/set-embargo.ts";
import { joinPlanned } from "../planning/join-planned.ts";
import { inheritReaders } from "../readers/limit-readers.ts";
import { bulletinSource } from "../tables.ts";
import { bulletinKind, canBeSaid } from "./bulletin-kind.ts";
import { bulletinOfArticle, saidRevisionOf } from "./bulletin-queries.ts";
import { mannerOf } from "./manner.ts";
import { bulletinPolicy } from "./policy.ts";
import { scriptOf, textOf } from "./speech/script-of-text.ts";

/**
 * Begins the bulletin of an article: a draft whose words are those that were approved, made ready for the ear. It serves
 * what the article serves, is told apart as AI's as the article is, and waits as long. Asked again while it is there,
 * answers the same. Gives the bulletin's id.
 */
export async function draftBulletin(work: Work, { id }: { id: string }): Promise<string> {
  const { tx, actor, at } = work;
  // The article's row is held: two who press at once get one bulletin.
  const article = bulletinPolicy.permit(actor, "draft", await itemOf(tx, actor, id, { lock: true }));
  const there = await bulletinOfArticle(tx, id);
  if (there) return there.id;
  const fromRevisionId = saidRevisionOf(article);
  if (!canBeSaid(article.kind) || fromRevisionId === null)
    throw new Unacceptable("Bài này không có phần chữ để đọc thành bản tin.", [
      { field: "id", message: "Hãy chọn một bài viết đã duyệt hoặc đã đăng." },
    ]);
  const text = await revisionOf(tx, fromRevisionId);
  const { kind, field, longest } = bulletinKind();
  const script = scriptOf(text, { ...(await mannerOf(tx, actor.agencyId)), longest });
  const bulletinId = await draftContent(work, {
    kind: kind.slug,
    unitId: article.unitId,
    fields: {
      title: beginning(text.title, kind.fields.title.longest),
      summary: beginning(text.summary, kind.fields.summary.longest),
      primaryTheme: text.primaryTheme,
      themes: text.themes,
      own: { [field]: textOf(script) },
      aiUse: text.aiUse,
    },
    ...(await linksOfItem(tx, id)),
  });
  if (article.embargoUntil !== null && article.embargoUntil > at)
    await setEmbargo(work, { id: bulletinId, until: article.embargoUntil });
  await inheritReaders(work, id, bulletinId);
  await tx.insert(bulletinSource).values({
    itemId: bulletinId,
    agencyId: actor.agencyId,
    fromItemId: id,
    fromRevisionId,
    lines: script.lines,
    leftOut: script.leftOut,
    madeBy: actor.personId,
    madeAt: at,
  });
  await joinPlanned(work, { fromItemId: id, itemId: bulletinId, kind: kind.slug });
  await work.record({
    act: "draft-bulletin",
    objectKind: "content",
    objectId: id,
    after: { bulletinTitle: text.title },
  });
  return bulletinId;
}
