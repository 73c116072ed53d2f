import { and, eq } from "drizzle-orm";
import { obligationsOnThemes } from "#plan";
import { Conflict, NotFound, Unacceptable } from "#platform/auth/policy.ts";
import type { RichNode } from "#platform/rich-text/render-rich-text.ts";
import type { Work } from "#platform/work/work.ts";
import { itemOf, revisionOf } from "../content-queries.ts";
import { draftContent } from "../draft-content.ts";
import { kindOf } from "../kinds/index.ts";
import { contentPolicy } from "../policy.ts";
import { commendationText } from "../tables.ts";
import { commendationThemes } from "./commendation.ts";
import { type Commendation, commendationOf, outstandingTexts } from "./commendation-queries.ts";
import { namesInText } from "./names-in-text.ts";
import { commendationPolicy } from "./policy.ts";

const ofLink = (id: string, itemId: string) =>
  and(eq(commendationText.commendationId, id), eq(commendationText.itemId, itemId));

const mayTell = async (work: Work, id: string) =>
  commendationPolicy.permit(
    work.actor,
    "tell",
    await commendationOf(work.tx, work.actor, id, { lock: true }),
  );

async function readable({ tx, actor }: Work, itemId: string) {
  const item = await itemOf(tx, actor, itemId, { lock: true });
  if (contentPolicy.hindrance(actor, "read", item) !== null) throw new NotFound("Không có bài này.");
  return item;
}

async function keepLink(work: Work, { id, agencyId }: Commendation, itemId: string, pictured: boolean) {
  const { tx, actor, at } = work;
  await tx
    .insert(commendationText)
    .values({ agencyId, commendationId: id, itemId, pictured, linkedBy: actor.personId, linkedAt: at })
    .onConflictDoUpdate({
      target: [commendationText.commendationId, commendationText.itemId],
      set: { pictured },
    });
  await work.record({
    act: "praise-in-text",
    objectKind: "commendation",
    objectId: id,
    after: { itemId, pictured },
  });
}

/** Joins a text that praises somebody; one that is public without consent is in the list of what is to be corrected. */
export async function praiseInText(
  work: Work,
  { id, itemId, pictured }: { id: string; itemId: string; pictured: boolean },
): Promise<void> {
  const found = await mayTell(work, id);
  const { state } = await readable(work, itemId);
  if (state === "discarded" || state === "removed") {
    const message = "Bài này không còn; hãy chọn bài khác.";
    throw new Unacceptable(message, [{ field: "itemId", message }]);
  }
  await keepLink(work, found, itemId, pictured);
}

/** The text praises them no more, or was joined by mistake; not while the public reads the name without consent. */
export async function unpraiseInText(
  work: Work,
  { id, itemId }: { id: string; itemId: string },
): Promise<void> {
  const { tx } = work;
  const found = await mayTell(work, id);
  const { currentRevisionId } = await readable(work, itemId);
  if ((await outstandingTexts(tx, id)).some((item) => item.id === itemId))
    throw new Conflict("Bài đang trên cổng mà chưa có sự đồng ý; hãy đính chính hoặc gỡ bài trước.");
  if (found.subject === "person" && namesInText(found.name, await revisionOf(tx, currentRevisionId)))
    throw new Conflict(`Bài còn nêu tên ${found.name}; hãy bỏ tên khỏi bài trước.`);
  const gone = await tx.delete(commendationText).where(ofLink(id, itemId)).returning();
  if (gone.length > 0)
    await work.record({
      act: "unpraise-in-text",
      objectKind: "commendation",
      objectId: id,
      before: { itemId },
    });
}

/** Says that the very text the caller sees neither names nor shows the person; null: it does after all. */
export async function sayUnnamed(
  work: Work,
  { id, itemId, revisionId }: { id: string; itemId: string; revisionId: string | null },
): Promise<void> {
  const { tx, actor } = work;
  const found = await mayTell(work, id);
  const { currentRevisionId } = await readable(work, itemId);
  if (revisionId !== null) {
    if (revisionId !== currentRevisionId)
      throw new Conflict("Bài đã có bản mới hơn; hãy tải lại trang, xem bản ấy rồi ghi.");
    if (namesInText(found.name, await revisionOf(tx, revisionId)))
      throw new Conflict(`Bài còn nêu tên ${found.name}; hãy bỏ tên khỏi bài rồi lưu.`);
  }
  const [linked] = await tx
    .update(commendationText)
    .set({ unnamedIn: revisionId, unnamedBy: revisionId && actor.personId })
    .where(ofLink(id, itemId))
    .returning();
  if (!linked) throw new NotFound("Bài này chưa gắn với mục biểu dương.");
  await work.record({
    act: "say-unnamed",
    objectKind: "commendation",
    objectId: id,
    after: { itemId, revisionId },
  });
}

const paragraph = (text: string): RichNode => ({ type: "paragraph", content: [{ type: "text", text }] });

/** Begins a text of praise for the entry's unit, joined to it and linked to the plan's obligations on praise. Gives the item's id. */
export async function writeCommendation(
  work: Work,
  { id, kind: slug }: { id: string; kind: string },
): Promise<string> {
  const { tx, actor } = work;
  const found = await mayTell(work, id);
  const kind = kindOf(slug);
  if (!kind)
    throw new Unacceptable("Không có loại nội dung này.", [{ field: "kind", message: "Hãy chọn loại." }]);
  const { name, jobTitle, achievement, unitId, decisionNumber, decisionBy } = found;
  const decided = decisionNumber
    ? [`Quyết định số ${decisionNumber}${decisionBy ? ` của ${decisionBy}` : ""}.`]
    : [];
  const itemId = await draftContent(work, {
    kind: slug,
    unitId,
    fields: {
      title: `Biểu dương ${name}`.slice(0, kind.fields.title.longest),
      body: {
        type: "doc",
        content: [
          paragraph(jobTitle ? `${name}, ${jobTitle}.` : `${name}.`),
          ...achievement
            .split("\n")
            .map((line) => line.trim())
            .filter(Boolean)
            .map(paragraph),
          ...decided.map(paragraph),
        ],
      },
      primaryTheme: commendationThemes[0],
    },
    obligationIds: await obligationsOnThemes(tx, actor.agencyId, commendationThemes),
  });
  await keepLink(work, found, itemId, false);
  return itemId;
}
