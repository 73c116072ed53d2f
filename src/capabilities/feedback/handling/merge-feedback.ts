import { and, eq } from "drizzle-orm";
import { Unacceptable } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { isOpen } from "../feedback.ts";
import { feedbackByCode, feedbackOf, heldFeedback, subjectOf } from "../feedback-queries.ts";
import { moveFeedback } from "../move-feedback.ts";
import { feedbackPolicy } from "../policy.ts";
import { feedback } from "../tables.ts";

/** Said before: goes on as one with it; both keep the trace. @throws Forbidden, Conflict, Unacceptable */
export async function mergeFeedback(
  work: Work,
  { id, intoCode }: { id: string; intoCode: string },
): Promise<void> {
  const { tx, actor } = work;
  const { agencyId } = actor;
  const fault = (message: string) => new Unacceptable(message, [{ field: "intoCode", message }]);
  // Whether it is theirs is said before anything is said of the other.
  feedbackPolicy.permit(actor, "merge", subjectOf(await feedbackOf(tx, actor, id)));
  const found = await feedbackByCode(tx, agencyId, intoCode.trim().toUpperCase());
  if (!found) throw fault("Không có phản ánh mang mã này.");
  if (found.id === id) throw fault("Hãy ghi mã của phản ánh khác, không phải chính phản ánh này.");
  // Always held in the same order, so that two merges into one another cannot wait for each other.
  const [first, second] = [id, found.id].toSorted() as [string, string];
  const held = new Map<string, Awaited<ReturnType<typeof heldFeedback>>>();
  for (const each of [first, second]) held.set(each, await heldFeedback(tx, agencyId, each));
  const [row, into] = [held.get(id)!, held.get(found.id)!];
  feedbackPolicy.permit(actor, "merge", subjectOf(row));
  if (into.state === "merged" || !(isOpen(into.state) || into.state === "forwarded"))
    throw fault("Phản ánh ấy không còn đang xử lý nên không gộp vào được.");
  await moveFeedback(work, row, {
    step: "merge",
    act: "merge-feedback",
    set: { mergedIntoId: into.id },
    note: `Gộp với phản ánh ${into.code} cùng nội dung; trả lời của phản ánh ấy cũng là trả lời cho bạn.`,
  });
  // What was merged into this one before goes along.
  await tx
    .update(feedback)
    .set({ mergedIntoId: into.id })
    .where(and(eq(feedback.agencyId, agencyId), eq(feedback.mergedIntoId, row.id)));
  await work.record({
    act: "merge-feedback",
    objectKind: "feedback",
    objectId: into.id,
    after: { mergedCode: row.code },
  });
}
