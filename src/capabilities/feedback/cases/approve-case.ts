import { eq } from "drizzle-orm";
import { attachEvidence } from "#plan";
import { Conflict } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { feedbackCase } from "../tables.ts";
import { CASE_PROOFS, caseHref, heldCase, obligationIdsOfCase, subjectOfCase } from "./case-queries.ts";
import { casePolicy } from "./policy.ts";
import { needWhole } from "./submit-case.ts";

/**
 * A second person approves what was read: from then on it proves its task and its obligations.
 * @throws Forbidden, Conflict, Unacceptable
 */
export async function approveCase(
  work: Work,
  { id, submittedAt }: { id: string; submittedAt: Date },
): Promise<void> {
  const { tx, actor, at } = work;
  const row = await heldCase(tx, actor.agencyId, id);
  casePolicy.permit(actor, "approve", subjectOfCase(row));
  if (row.submittedAt!.getTime() !== submittedAt.getTime())
    throw new Conflict(
      "Trường hợp này đã được sửa và gửi lại sau khi bạn mở trang; hãy tải lại rồi đọc bản mới.",
    );
  // A picture may have lost its consent while it waited.
  await needWhole(work, row);
  await tx
    .update(feedbackCase)
    .set({
      ...{ state: "approved", decidedBy: actor.personId, decidedByName: actor.name },
      ...{ decidedAt: at, changedAt: at, firstApprovedAt: row.firstApprovedAt ?? at },
    })
    .where(eq(feedbackCase.id, id));
  const taskIds = row.taskId === null ? [] : [row.taskId];
  const obligationIds = await obligationIdsOfCase(tx, id);
  if (taskIds.length + obligationIds.length > 0)
    await attachEvidence(work, {
      ...{ taskIds, obligationIds, source: CASE_PROOFS, sourceId: id, revisionHash: null },
      ...{ label: `Trước và sau: ${row.title}`, url: caseHref(id), at },
    });
  await work.record({
    ...{ act: "approve-feedback-case", objectKind: "feedback-case", objectId: id },
    before: { state: row.state },
    after: { state: "approved" },
  });
}
