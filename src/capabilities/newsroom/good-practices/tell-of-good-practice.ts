import { and, eq } from "drizzle-orm";
import { obligationsOnThemes } from "#plan";
import { NotFound, Unacceptable } from "#platform/auth/policy.ts";
import type { RichNode } from "#platform/rich-text/render-rich-text.ts";
import type { Work } from "#platform/work/work.ts";
import { itemOf } from "../content-queries.ts";
import { draftContent } from "../draft-content.ts";
import { kindOf } from "../kinds/index.ts";
import { contentPolicy } from "../policy.ts";
import { goodPracticeText } from "../tables.ts";
import { practiceKindLabel, practiceThemes } from "./good-practice.ts";
import { practicePolicy } from "./policy.ts";
import { type GoodPractice, practiceOf } from "./practice-queries.ts";

async function link(work: Work, { id, agencyId }: GoodPractice, itemId: string): Promise<void> {
  const { tx, actor, at } = work;
  const [made] = await tx
    .insert(goodPracticeText)
    .values({ agencyId, practiceId: id, itemId, linkedBy: actor.personId, linkedAt: at })
    .onConflictDoNothing()
    .returning();
  if (!made) return;
  await work.record({
    act: "tell-of-good-practice",
    objectKind: "good-practice",
    objectId: id,
    after: { itemId },
  });
}

/** Joins a text that tells of an entry. */
export async function tellOfGoodPractice(
  work: Work,
  { id, itemId }: { id: string; itemId: string },
): Promise<void> {
  const { tx, actor } = work;
  const found = practicePolicy.permit(actor, "tell", await practiceOf(tx, actor, id, { lock: true }));
  const item = await itemOf(tx, actor, itemId);
  if (contentPolicy.hindrance(actor, "read", item) !== null) throw new NotFound("Không có bài này.");
  if (item.state === "discarded" || item.state === "removed") {
    const message = "Bài này không còn; hãy chọn bài khác.";
    throw new Unacceptable(message, [{ field: "itemId", message }]);
  }
  await link(work, found, itemId);
}

/** The text tells of it no more, or was joined by mistake. */
export async function untellGoodPractice(
  work: Work,
  { id, itemId }: { id: string; itemId: string },
): Promise<void> {
  const { tx, actor } = work;
  practicePolicy.permit(actor, "tell", await practiceOf(tx, actor, id, { lock: true }));
  const gone = await tx
    .delete(goodPracticeText)
    .where(and(eq(goodPracticeText.practiceId, id), eq(goodPracticeText.itemId, itemId)))
    .returning();
  if (gone.length > 0)
    await work.record({
      act: "untell-good-practice",
      objectKind: "good-practice",
      objectId: id,
      before: { itemId },
    });
}

const paragraphs = (text: string): RichNode[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => ({ type: "paragraph", content: [{ type: "text", text: line }] }));

/**
 * Begins a text of an entry for its unit, linked to those obligations of the plans in force that ask for texts of this
 * theme: published, it is their proof. Gives the item's id.
 */
export async function writeFromGoodPractice(
  work: Work,
  { id, kind: slug }: { id: string; kind: string },
): Promise<string> {
  const { tx, actor } = work;
  const found = practicePolicy.permit(actor, "tell", await practiceOf(tx, actor, id, { lock: true }));
  const kind = kindOf(slug);
  if (!kind)
    throw new Unacceptable("Không có loại nội dung này.", [{ field: "kind", message: "Hãy chọn loại." }]);
  const { title, what, result, unitId, decisionNumber, decisionBy } = found;
  const themes = found.kind === "initiative" ? [...practiceThemes] : practiceThemes.slice(0, 1);
  const recognised = decisionNumber
    ? `${practiceKindLabel(found.kind)} được công nhận theo Quyết định số ${decisionNumber}${decisionBy ? ` của ${decisionBy}` : ""}.`
    : "";
  const itemId = await draftContent(work, {
    kind: slug,
    unitId,
    fields: {
      title: title.slice(0, kind.fields.title.longest),
      body: { type: "doc", content: paragraphs([what, result, recognised].join("\n")) },
      primaryTheme: themes[0]!,
      themes: themes.slice(1),
    },
    obligationIds: await obligationsOnThemes(tx, actor.agencyId, themes),
  });
  await link(work, found, itemId);
  return itemId;
}
