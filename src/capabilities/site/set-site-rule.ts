import { Unacceptable } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { sitePolicy } from "./policy.ts";
import { redrawSections } from "./sections/redraw-sections.ts";
import { type SiteRule, siteRuleOf } from "./site-setting.ts";
import { siteSetting } from "./tables.ts";

/** How long the agency takes to answer readers; what came before keeps its day. @throws Unacceptable */
export async function setSiteRule(work: Work, rule: SiteRule): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId, personId: setBy } = actor;
  sitePolicy.permit(actor, "rule", { agencyId });
  if (rule.warnDays >= rule.answerDays) {
    const message = "Số ngày báo trước phải ít hơn số ngày trả lời.";
    throw new Unacceptable(message, [{ field: "warnDays", message }]);
  }
  const before = await siteRuleOf(tx, agencyId);
  const values = { ...rule, setBy, setAt: at };
  await tx
    .insert(siteSetting)
    .values({ agencyId, ...values })
    .onConflictDoUpdate({ target: siteSetting.agencyId, set: values });
  await work.record({
    act: "set-site-rule",
    objectKind: "site",
    objectId: agencyId,
    before,
    after: rule,
  });
  await redrawSections(tx, agencyId);
}
