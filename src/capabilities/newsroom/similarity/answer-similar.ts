import { NotFound, Unacceptable } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { itemOf, revisionOf } from "../content-queries.ts";
import { contentPolicy } from "../policy.ts";
import { similarityAnswer } from "../tables.ts";
import type { SimilarityAnswer } from "./answer.ts";
import { findSimilar } from "./find-similar.ts";

/** The writer says why an item that is like theirs may stand beside it. @throws NotFound for one that is not shown */
export async function answerSimilar(
  work: Work,
  { id, otherId, answer, note }: { id: string; otherId: string; answer: SimilarityAnswer; note: string },
): Promise<void> {
  const { tx, actor, at } = work;
  const item = contentPolicy.permit(actor, "answerSimilar", await itemOf(tx, actor, id, { lock: true }));
  const text = await revisionOf(tx, item.currentRevisionId);
  const shown = await findSimilar(tx, actor, { ...text, itemId: id });
  const other = shown.find(({ itemId }) => itemId === otherId);
  if (!other) throw new NotFound("Bài ấy không còn giống bài này; hãy tải lại danh sách.");
  if (answer === "repost" && note.trim() === "")
    throw new Unacceptable("Hãy ghi nguồn của bài đăng lại.", [{ field: "note", message: "Hãy ghi nguồn." }]);
  const given = { answer, note: note.trim(), answeredBy: actor.personId, answeredAt: at };
  await tx
    .insert(similarityAnswer)
    .values({ agencyId: item.agencyId, itemId: id, otherItemId: otherId, ...given })
    .onConflictDoUpdate({ target: [similarityAnswer.itemId, similarityAnswer.otherItemId], set: given });
  await work.record({
    act: "answer-similar",
    objectKind: "content",
    objectId: id,
    before: other.answer && { answer: other.answer.answer },
    after: { otherTitle: other.title, answer, answerNote: note.trim() },
  });
}
