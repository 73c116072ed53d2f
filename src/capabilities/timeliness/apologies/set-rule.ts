import { Unacceptable } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { findPersonalData } from "#platform/personal-data/find-personal-data.ts";
import type { Work } from "#platform/work/work.ts";
import { apologyPolicy } from "../policy.ts";
import { apologyRule } from "../tables.ts";
import type { ApologyRule } from "./apology-rule.ts";
import { ruleOf } from "./rule-queries.ts";

/** Sets how the agency apologises from now on; what was written before keeps the rule it was written under. */
export async function setRule(work: Work, rule: ApologyRule): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId, personId } = actor;
  apologyPolicy.permit(actor, "setRule", { agencyId });
  const reasons = [...new Set(rule.reasons.map((reason) => reason.trim()).filter((reason) => reason !== ""))];
  const named = reasons.find((reason) => findPersonalData(reason).length > 0);
  if (named !== undefined) {
    const message = `Nhóm lý do “${named}” giống như nêu tên hoặc thông tin của một người; lý do được công khai nên hãy ghi chung.`;
    throw new Unacceptable(message, [{ field: "reasons", message }]);
  }
  const { saidAt: _, saidByName: __, ...before } = await ruleOf(tx, agencyId);
  const id = uuidv7();
  await tx.insert(apologyRule).values({ id, agencyId, ...rule, reasons, saidBy: personId, saidAt: at });
  await work.record({
    ...{ act: "set-apology-rule", objectKind: "apology-rule", objectId: id },
    ...{ before, after: { ...rule, reasons } },
  });
}
