import { asc, eq } from "drizzle-orm";
import { NotFound, Unacceptable } from "#platform/auth/policy.ts";
import type { RichNode } from "#platform/rich-text/render-rich-text.ts";
import { beginning } from "#platform/text/beginning.ts";
import type { Work } from "#platform/work/work.ts";
import { contentChanged } from "../content-changed.ts";
import { emptyFields } from "../content-fields.ts";
import { itemOf } from "../content-queries.ts";
import { draftContent } from "../draft-content.ts";
import { kindOf } from "../kinds/index.ts";
import { proposeStory } from "../planning/propose-story.ts";
import { storyOf } from "../planning/story-queries.ts";
import { contentPolicy } from "../policy.ts";
import { mediaAsset, tip, tipMedia } from "../tables.ts";
import { textsOfTip } from "./credit-tip.ts";
import { tipPolicy } from "./policy.ts";
import { tellSenders } from "./tell-sender.ts";
import { type Tip, tipOf } from "./tip-queries.ts";

type Use =
  | { itemId: string; storyId: null; practiceId: null }
  | { itemId: null; storyId: string; practiceId: null }
  | { itemId: null; storyId: null; practiceId: string };

/** Keeps for what a tip is used, and tells its senders. */
export async function keepUse(
  work: Work,
  found: Tip,
  use: Use,
  { act, begun, credited, what }: { act: string; begun: boolean; credited: boolean; what: string },
): Promise<void> {
  const { tx, actor, at } = work;
  const { id } = found;
  await tx
    .update(tip)
    .set({ ...use, state: "used", begun, credited, decidedBy: actor.personId, decidedAt: at })
    .where(eq(tip.id, id));
  await work.record({ act, objectKind: "tip", objectId: id, after: { ...use, credited } });
  await tellSenders(work, found, {
    cause: (of) => `tip-used:${of}:${use.itemId ?? use.storyId ?? use.practiceId}`,
    what,
  });
  if (credited)
    for (const textId of await textsOfTip(tx, { ...found, ...use })) await contentChanged(work, textId);
}

/** An open tip that the actor may use, held until the transaction ends. @throws NotFound, Forbidden */
export const mayUse = async (work: Work, id: string) =>
  tipPolicy.permit(work.actor, "use", await tipOf(work.tx, work.actor, id, { lock: true }));

/** The first sentence or line is the title; all words stand in the text. */
const titleOf = (words: string, longest: number): string =>
  beginning(words.split(/\n|(?<=[.!?])\s/)[0]!.replace(/[.\s]+$/, ""), longest);

const paragraph = (text: string): RichNode => ({ type: "paragraph", content: [{ type: "text", text }] });

/**
 * Begins a text of a tip: its words as paragraphs, its first picture leading, the others where the kind has a place for
 * them, else in the text. Gives the item's id.
 */
export async function writeFromTip(
  work: Work,
  {
    id,
    kind: slug,
    unitId,
    credited,
  }: { id: string; kind: string; unitId: string | null; credited: boolean },
): Promise<string> {
  const { tx } = work;
  const found = await mayUse(work, id);
  const kind = kindOf(slug);
  if (!kind)
    throw new Unacceptable("Không có loại nội dung này.", [{ field: "kind", message: "Hãy chọn loại." }]);
  const pictures = (
    await tx
      .select({ media: mediaAsset })
      .from(tipMedia)
      .innerJoin(mediaAsset, eq(mediaAsset.id, tipMedia.mediaId))
      .where(eq(tipMedia.tipId, id))
      .orderBy(asc(tipMedia.position))
  ).flatMap(({ media }) => (media.sort === "picture" ? [media] : []));
  const place = kind.media.find(({ sort }) => sort === "picture");
  const [leading, ...others] = pictures;
  const placed = place ? pictures.slice(0, place.most) : [];
  const inText = place ? pictures.slice(place.most) : others;
  const itemId = await draftContent(work, {
    kind: slug,
    unitId: unitId ?? found.unitId,
    fields: {
      ...emptyFields,
      title: titleOf(found.words, kind.fields.title.longest),
      body: {
        type: "doc",
        content: [
          ...found.words
            .split("\n")
            .map((line) => line.trim())
            .filter(Boolean)
            .map(paragraph),
          ...inText.map(({ id: mediaId, alt, width, height }) => ({
            type: "image",
            attrs: { src: `/media/${mediaId}`, alt, width, height, caption: "" },
          })),
        ],
      },
      imageId: place ? null : (leading?.id ?? null),
      imageAlt: place ? "" : (leading?.alt ?? ""),
      media: placed.map(({ id: mediaId, alt }) => ({ mediaId, role: place!.role, alt, caption: "" })),
    },
  });
  await keepUse(
    work,
    found,
    { itemId, storyId: null, practiceId: null },
    { act: "write-from-tip", begun: true, credited, what: "Đang viết bài từ tin của bạn" },
  );
  return itemId;
}

/** Makes a story of a tip, for its unit or another. Gives the story's id. */
export async function planFromTip(
  work: Work,
  {
    id,
    title,
    unitId,
    credited,
  }: { id: string; title: string | null; unitId: string | null; credited: boolean },
): Promise<string> {
  const found = await mayUse(work, id);
  const storyId = await proposeStory(work, {
    title: title?.trim() || titleOf(found.words, 200),
    note: beginning(found.words, 4000),
    unitId: unitId ?? found.unitId,
    leadPersonId: null,
    taskIds: [],
    obligationIds: [],
    clauseIds: [],
  });
  await keepUse(
    work,
    found,
    { itemId: null, storyId, practiceId: null },
    { act: "plan-from-tip", begun: true, credited, what: "Tin của bạn đã thành đề tài" },
  );
  return storyId;
}

/** Joins a tip to a text or a story that is there already. */
export async function joinTip(
  work: Work,
  {
    id,
    itemId,
    storyId,
    credited,
  }: { id: string; itemId: string | null; storyId: string | null; credited: boolean },
): Promise<void> {
  const { tx, actor } = work;
  const found = await mayUse(work, id);
  const refuse = (field: string, message: string): never => {
    throw new Unacceptable(message, [{ field, message }]);
  };
  if ((itemId === null) === (storyId === null)) refuse("itemId", "Hãy chọn một bài hoặc một đề tài.");
  const how = { act: "join-tip", begun: false, credited };
  if (itemId !== null) {
    const item = await itemOf(tx, actor, itemId, { lock: true });
    if (contentPolicy.hindrance(actor, "read", item) !== null) throw new NotFound("Không có bài này.");
    if (item.state === "discarded" || item.state === "removed")
      refuse("itemId", "Bài này không còn; hãy chọn bài khác.");
    return keepUse(
      work,
      found,
      { itemId, storyId: null, practiceId: null },
      { ...how, what: "Tin của bạn được dùng trong một bài" },
    );
  }
  const its = await storyOf(tx, actor.agencyId, storyId!, { lock: true });
  if (its.droppedAt !== null) refuse("storyId", "Đề tài này đã bỏ; hãy chọn đề tài khác.");
  return keepUse(
    work,
    found,
    { itemId: null, storyId: its.id, practiceId: null },
    { ...how, what: "Tin của bạn được dùng trong một đề tài" },
  );
}

/** A tip that an entry of the register was made of: an open one is used for it, of a used one it is kept there alone. */
export async function putTipInRegister(
  work: Work,
  { id, practiceId }: { id: string; practiceId: string },
): Promise<void> {
  const { tx, actor } = work;
  const found = tipPolicy.permit(actor, "register", await tipOf(tx, actor, id, { lock: true }));
  if (found.state === "used") return;
  await keepUse(
    work,
    found,
    { itemId: null, storyId: null, practiceId },
    {
      act: "put-tip-in-register",
      begun: false,
      credited: false,
      what: "Tin của bạn được đưa vào sổ mô hình, sáng kiến",
    },
  );
}
