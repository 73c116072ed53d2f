import { Conflict } from "#platform/auth/policy.ts";
import { formatDate, toVietnamDate } from "#platform/clock/vietnam-time.ts";
import { daysOffOf } from "#platform/work/days-off.ts";
import type { Work } from "#platform/work/work.ts";
import { workingDaysOn } from "../clock.ts";
import { heldFeedback, subjectOf } from "../feedback-queries.ts";
import { feedbackRuleOf } from "../feedback-setting.ts";
import { moveFeedback } from "../move-feedback.ts";
import { feedbackPolicy } from "../policy.ts";

/** Once, before its day, with a reason that its sender reads. @throws Forbidden, Conflict */
export async function extendFeedback(
  work: Work,
  { id, reason }: { id: string; reason: string },
): Promise<void> {
  const { tx, actor, at } = work;
  const row = await heldFeedback(tx, actor.agencyId, id);
  feedbackPolicy.permit(actor, "extend", subjectOf(row));
  if (toVietnamDate(at).toString() > row.dueOn)
    throw new Conflict("Đã quá hạn nên không gia hạn được; hãy trả lời và nêu lý do chậm.");
  const { extendDays } = await feedbackRuleOf(tx, actor.agencyId);
  const dueOn = workingDaysOn(row.dueOn, extendDays, await daysOffOf(tx, actor.agencyId));
  await moveFeedback(work, row, {
    step: "extend",
    act: "extend-feedback",
    set: { dueOn, extendedAt: at },
    note: `Gia hạn trả lời đến hết ngày ${formatDate(dueOn)}. Lý do: ${reason}`,
  });
}
