import { Unacceptable } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { organizationPolicy } from "../policy.ts";
import { passwordRule } from "../tables.ts";
import type { PasswordRule } from "./password-rule.ts";
import { ownPasswordRule, passwordFloor } from "./password-rule-queries.ts";

/** Where what is asked falls short of the installation, with the sentence for each field. */
function short({ minLength, kinds, remembered, maxDays }: PasswordRule) {
  const floor = passwordFloor();
  return [
    minLength < floor.minLength && {
      field: "minLength",
      message: `Hệ thống đòi ít nhất ${floor.minLength} ký tự.`,
    },
    kinds < floor.kinds && { field: "kinds", message: `Hệ thống đòi ít nhất ${floor.kinds} loại ký tự.` },
    remembered < floor.remembered && {
      field: "remembered",
      message: `Hệ thống đòi khác ít nhất ${floor.remembered} mật khẩu gần nhất.`,
    },
    floor.maxDays !== null &&
      (maxDays === null || maxDays > floor.maxDays) && {
        field: "maxDays",
        message: `Hệ thống đòi đổi mật khẩu sau nhiều nhất ${floor.maxDays} ngày.`,
      },
  ].filter((issue) => issue !== false);
}

/** Says what the own agency asks of new passwords; those in use stay, but for their age. */
export async function setPasswordRule(
  { tx, actor, record }: Work,
  asked: PasswordRule & { refusedWords: string[] },
): Promise<void> {
  const { agencyId } = organizationPolicy.permit(actor, "manage", { agencyId: actor.agencyId });
  const issues = short(asked);
  if (issues.length > 0) throw new Unacceptable(issues[0]!.message, issues);
  const before = await ownPasswordRule(tx, agencyId);
  const rule = { ...asked, refusedWords: [...new Set(asked.refusedWords)] };
  await tx
    .insert(passwordRule)
    .values({ agencyId, ...rule })
    .onConflictDoUpdate({ target: passwordRule.agencyId, set: rule });
  await record({ act: "set-password-rule", objectKind: "agency", objectId: agencyId, before, after: rule });
}
