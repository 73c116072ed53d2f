import { notify } from "#organization";
import { Unacceptable } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { itemOf, revisionOf } from "./content-queries.ts";
import { moveContent } from "./move-content.ts";
import { contentPolicy } from "./policy.ts";
import { endReview } from "./review/begin-review.ts";
import { type Decision, decideStep, wasDecided } from "./review/decide-step.ts";
import { withStanding } from "./review/review-queries.ts";

/** Sends a text back to its writer with what is to be changed. */
export async function returnContent(
  work: Work,
  { id, reason, ...decision }: { id: string; reason: string } & Decision,
): Promise<void> {
  const { tx, actor, at } = work;
  if (reason.trim() === "") {
    throw new Unacceptable("Hãy ghi điều cần sửa để người soạn biết.", [
      { field: "reason", message: "Hãy ghi điều cần sửa." },
    ]);
  }
  const found = await itemOf(tx, actor.agencyId, id, { lock: true });
  if (await wasDecided(work, decision.decisionId, found.currentRevisionId)) return;
  const item = contentPolicy.permit(actor, "return", await withStanding(tx, actor, found, at));
  const text = await revisionOf(tx, item.currentRevisionId);
  const { note } = await decideStep(work, item, text, { outcome: "returned", reason, ...decision });
  await endReview(work, id, "returned");
  await moveContent(work, item, "return", { reason, note });
  await notify(work, {
    personIds: [item.createdBy],
    cause: `content-returned:${id}:${at.toISOString()}`,
    kind: "content",
    title: `Cần sửa: ${text.title}`,
    href: `/workspace/noi-dung/${id}`,
  });
}
