import { parsePeriod } from "#platform/clock/reporting-period.ts";
import type { Chain, ChainObligation } from "./chain.ts";
import { evidenceOfObligation, standing } from "./proofs-behind.ts";

/** Each obligation of a period is in exactly one of these, so that their figures add up to all of them. */
export const obligationStates = ["proven", "explained", "not-due", "open"] as const;
export type ObligationState = (typeof obligationStates)[number];

export const stateWords: Record<ObligationState, string> = {
  proven: "Có minh chứng",
  explained: "Chưa có, đã nêu lý do",
  "not-due": "Chưa đến hạn",
  open: "Chưa có, chưa nêu lý do",
};

/** Every day that it is due on lies after the period. Reports that did not keep when it is due know of none such. */
function isNotDue({ tasks, plan, period }: Chain, { id, due }: ChainObligation): boolean {
  if (due === undefined) return false;
  const days = tasks.filter(({ obligationIds }) => obligationIds.includes(id)).map(({ dueOn }) => dueOn);
  if (days.length > 0 && !days.includes(null)) return days.every((day) => day! > period.to);
  return due === "year" && period.to < parsePeriod(String(plan.year), period.basis).to;
}

/** proven: a proof of the period holds; explained: none does, and somebody says why; not-due: it may still come. */
export function stateOfObligation(chain: Chain, obligation: ChainObligation): ObligationState {
  if (standing(evidenceOfObligation(chain, obligation.id)).length > 0) return "proven";
  if (obligation.noneReason !== null || (obligation.unitReasons ?? []).length > 0) return "explained";
  return isNotDue(chain, obligation) ? "not-due" : "open";
}

/** Why nothing holds, in the words of those who said so; null: there is a proof. */
export function whyNone(chain: Chain, obligation: ChainObligation): string | null {
  const state = stateOfObligation(chain, obligation);
  if (state === "proven") return null;
  if (state === "not-due") return "Chưa có minh chứng, chưa đến hạn";
  if (state === "open") return "Chưa có minh chứng, chưa nêu lý do";
  return [obligation.noneReason ?? [], obligation.unitReasons ?? []].flat().join("; ");
}
