import { Conflict } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { nextCode } from "../next-code.ts";
import { obligationsOf, planForUpdate } from "../plan-queries.ts";
import { planPolicy } from "../policy.ts";
import { addObligation, type ObligationFields } from "../save-obligation.ts";
import { addTask, type TaskFields } from "../save-task.ts";
import { planSuggestion } from "../tables.ts";
import { suggestionsOf } from "./suggestion-queries.ts";

/** A suggestion that is accepted, as it was proposed or with what the person made of it. */
export interface Accepted {
  key: string;
  obligation?: ObligationFields | undefined;
  task?: TaskFields | undefined;
}

/**
 * Makes obligations and tasks of suggestions, all or none; obligations first, so that a task of the same clause
 * serves them. One that somebody has decided on meanwhile is refused. Gives how many there were.
 */
export async function acceptSuggestions(
  work: Work,
  { id: planId, accepted }: { id: string; accepted: Accepted[] },
): Promise<number> {
  const { tx, actor, at } = work;
  const { agencyId, personId } = actor;
  const plan = planPolicy.permit(actor, "manage", await planForUpdate(tx, agencyId, planId));
  const { open, aside } = await suggestionsOf(tx, plan);
  const chosen = accepted.map((row) => {
    const suggestion = [...open, ...aside].find(({ key }) => key === row.key);
    if (!suggestion)
      throw new Conflict("Có gợi ý đã được chấp nhận, hoặc mục của nó đã có nghĩa vụ, nhiệm vụ.", {
        advice: "Chưa có gì thay đổi. Hãy tải lại trang để xem các gợi ý còn lại.",
      });
    return { suggestion, row };
  });
  const decided = {
    agencyId,
    planId,
    version: plan.version,
    state: "accepted" as const,
    decidedBy: personId,
    decidedAt: at,
  };
  const keep = async (key: string, became: { obligationId?: string; taskId?: string }) => {
    await tx
      .insert(planSuggestion)
      .values({ ...decided, key, ...became })
      .onConflictDoUpdate({
        target: [planSuggestion.planId, planSuggestion.version, planSuggestion.key],
        set: { state: "accepted", decidedBy: personId, decidedAt: at, ...became },
      });
  };
  const madeOf = new Map<string, string[]>();
  for (const { suggestion, row } of chosen) {
    if (suggestion.kind !== "obligation") continue;
    const taken = (await obligationsOf(tx, planId, "all")).map(({ code }) => code);
    const path = suggestion.obligation.code.replace(/-[^-]*$/u, "");
    const fields = row.obligation ?? { ...suggestion.obligation, code: nextCode(path, taken) };
    const obligationId = await addObligation(work, { id: planId, ...fields });
    madeOf.set(fields.clauseId, [...(madeOf.get(fields.clauseId) ?? []), obligationId]);
    await keep(row.key, { obligationId });
  }
  for (const { suggestion, row } of chosen) {
    if (suggestion.kind !== "task") continue;
    const made = madeOf.get(suggestion.clauseId) ?? [];
    const fields = row.task ?? {
      ...suggestion.task,
      obligationIds: [...suggestion.task.obligationIds, ...made],
    };
    const { id: taskId } = await addTask(work, { id: planId, ...fields });
    await keep(row.key, { taskId });
  }
  await work.record({
    act: "accept-suggestions",
    objectKind: "plan",
    objectId: planId,
    after: {
      accepted: chosen.map(
        ({ suggestion: { clauseMark, reasons } }) => `${clauseMark}: ${reasons.join("; ")}`,
      ),
    },
  });
  return chosen.length;
}
