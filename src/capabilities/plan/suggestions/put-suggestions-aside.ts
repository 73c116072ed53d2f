import { and, eq, inArray } from "drizzle-orm";
import { Conflict } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { planForUpdate } from "../plan-queries.ts";
import { planPolicy } from "../policy.ts";
import { planSuggestion } from "../tables.ts";
import { suggestionsOf } from "./suggestion-queries.ts";

/** Puts suggestions aside for the version of the plan that holds, or takes them up again. */
export async function putSuggestionsAside(
  work: Work,
  { id: planId, keys, aside }: { id: string; keys: string[]; aside: boolean },
): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId } = actor;
  const plan = planPolicy.permit(actor, "manage", await planForUpdate(tx, agencyId, planId));
  const now = await suggestionsOf(tx, plan);
  const from = aside ? now.open : now.aside;
  const moved = from.filter(({ key }) => keys.includes(key));
  if (moved.length < new Set(keys).size)
    throw new Conflict("Có gợi ý đã được người khác chấp nhận hoặc để riêng.", {
      advice: "Chưa có gì thay đổi. Hãy tải lại trang để xem các gợi ý còn lại.",
    });
  if (aside)
    await tx.insert(planSuggestion).values(
      moved.map(({ key }) => ({
        agencyId,
        planId,
        version: plan.version,
        key,
        state: "aside" as const,
        decidedBy: actor.personId,
        decidedAt: at,
      })),
    );
  else
    await tx
      .delete(planSuggestion)
      .where(
        and(
          eq(planSuggestion.planId, planId),
          eq(planSuggestion.version, plan.version),
          inArray(planSuggestion.key, keys),
        ),
      );
  await work.record({
    act: aside ? "put-suggestions-aside" : "take-up-suggestions",
    objectKind: "plan",
    objectId: planId,
    after: {
      suggestions: moved.map(({ clauseMark, reasons }) => `${clauseMark}: ${reasons.join("; ")}`),
    },
  });
}
