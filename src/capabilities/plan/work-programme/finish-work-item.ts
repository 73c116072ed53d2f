import { and, eq } from "drizzle-orm";
import { Conflict, Unacceptable } from "#platform/auth/policy.ts";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Work } from "#platform/work/work.ts";
import { type EvidenceByHand, recordEvidence } from "../record-evidence.ts";
import { evidence, workItem } from "../tables.ts";
import { carryAlong } from "./carry-along.ts";
import { workItemPolicy } from "./policy.ts";
import type { WorkItemLinks } from "./work-item.ts";
import { workItemForUpdate } from "./work-item-queries.ts";

/**
 * Says that an item was held. What it carried along gets one proof, in the same act: it serves every duty chosen and is
 * counted as one. An item that carries nothing of a plan along needs no proof.
 */
export async function finishWorkItem(
  work: Work,
  {
    id,
    proofId,
    on,
    label,
    url,
    files,
    ...links
  }: Omit<EvidenceByHand, "id" | "clauseIds"> & WorkItemLinks & { id: string; proofId: string },
): Promise<{ id: string }> {
  const { tx, actor, at } = work;
  const { agencyId, personId } = actor;
  const found = await workItemForUpdate(tx, agencyId, id);
  const subject = { agencyId, unitIds: [found.unitId] };
  workItemPolicy.permit(actor, "settle", subject);
  // The answer to the first sending was lost.
  if (found.proved && found.proofId === proofId) return { id };
  const why = workItemPolicy.hindrance(actor, "settle", { ...subject, proved: found.proved });
  if (why !== null) throw new Conflict(why);
  const refuse = (field: string, message: string): never => {
    throw new Unacceptable(message, [{ field, message }]);
  };
  if (on > toVietnamDate(at).toString())
    refuse("on", "Hoạt động chưa diễn ra thì chưa ghi là đã thực hiện được.");
  const serves = links.taskIds.length + links.obligationIds.length + links.clauseIds.length > 0;
  if (serves && label === "") refuse("label", "Hãy nhập tên minh chứng.");
  if (!serves && (url !== null || files.length > 0))
    refuse("taskIds", "Hãy chọn việc của kế hoạch mà minh chứng này phục vụ, hoặc bỏ tệp và địa chỉ.");
  const sent = await tx.$count(
    evidence,
    and(eq(evidence.agencyId, agencyId), eq(evidence.source, "person"), eq(evidence.sourceId, proofId)),
  );
  if (sent > 0)
    throw new Conflict("Minh chứng này đã được ghi trước đó.", {
      advice: "Chưa có gì thay đổi. Hãy tải lại trang rồi ghi lại kết quả của hoạt động.",
    });
  const made = serves
    ? await recordEvidence(work, { id: proofId, label, url, files, on, ...links })
    : { evidenceId: null };
  await tx
    .update(workItem)
    .set({
      state: "done",
      settledBy: personId,
      settledAt: at,
      doneOn: on,
      reason: null,
      evidenceId: made.evidenceId,
    })
    .where(eq(workItem.id, id));
  await carryAlong(work, id, links);
  await work.record({
    act: "finish-work-item",
    objectKind: "work-item",
    objectId: id,
    before: { state: found.state },
    after: { state: "done", doneOn: on, evidenceId: made.evidenceId, ...links },
  });
  return { id };
}
