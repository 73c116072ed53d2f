import { Unacceptable } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { pressRule } from "../../tables.ts";
import { type AnswerRule, ruleOf } from "./answer-clock.ts";
import { enquiryPolicy } from "./policy.ts";

/** How long the agency takes at most to answer; what was noted before keeps its clock. */
export async function setAnswerRule(work: Work, rule: AnswerRule): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId, personId: setBy } = actor;
  enquiryPolicy.permit(actor, "rule", { agencyId });
  if (rule.warnHours >= rule.answerHours && rule.answerHours > 1) {
    const message = "Giờ báo trước phải ít hơn giờ trả lời.";
    throw new Unacceptable(message, [{ field: "warnHours", message }]);
  }
  const { answerHours, skipsDaysOff, warnHours, basis } = await ruleOf(tx, agencyId);
  const values = { ...rule, setBy, setAt: at };
  await tx
    .insert(pressRule)
    .values({ agencyId, ...values })
    .onConflictDoUpdate({ target: pressRule.agencyId, set: values });
  await work.record({
    act: "set-answer-rule",
    objectKind: "press-room",
    objectId: agencyId,
    before: { answerHours, skipsDaysOff, warnHours, basis },
    after: rule,
  });
}
