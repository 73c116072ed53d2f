import { Unacceptable } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { type FeedbackRule, feedbackRuleOf } from "../feedback-setting.ts";
import { feedbackPolicy } from "../policy.ts";
import { feedbackSetting } from "../tables.ts";

/** How long things take from now on; what came before keeps its days. @throws Forbidden, Unacceptable */
export async function setFeedbackRule(work: Work, rule: FeedbackRule): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId, personId: setBy } = actor;
  feedbackPolicy.permit(actor, "rule", { agencyId });
  if (rule.classifyDays > rule.handleDays) {
    const message = "Thời gian phân loại không thể dài hơn thời gian trả lời.";
    throw new Unacceptable(message, [{ field: "classifyDays", message }]);
  }
  const before = await feedbackRuleOf(tx, agencyId);
  const values = { ...rule, setBy, setAt: at };
  await tx
    .insert(feedbackSetting)
    .values({ agencyId, ...values })
    .onConflictDoUpdate({ target: feedbackSetting.agencyId, set: values });
  await work.record({
    ...{ act: "set-feedback-rule", objectKind: "feedback-rule", objectId: agencyId },
    ...{ before, after: rule },
  });
}
