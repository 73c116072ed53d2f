import type { Work } from "#platform/work/work.ts";
import { pressLimit } from "../../tables.ts";
import { spokespersonPolicy } from "../spokespeople/policy.ts";
import { limitsOf, type PressLimits } from "./limits.ts";

/** Says when the press room warns and when it stops an address, from now on; what was stopped before stays so. */
export async function setLimits(work: Work, limits: PressLimits): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId, personId: setBy } = actor;
  spokespersonPolicy.permit(actor, "limit", { agencyId });
  const before = await limitsOf(tx, agencyId);
  const after = {
    ...limits,
    warnedDays: [...new Set(limits.warnedDays)].toSorted((one, other) => other - one),
  };
  const values = { ...after, setBy, setAt: at };
  await tx
    .insert(pressLimit)
    .values({ agencyId, ...values })
    .onConflictDoUpdate({ target: pressLimit.agencyId, set: values });
  const told = ({ warnedDays, ...rest }: PressLimits) => ({ warnedDays: warnedDays.join(", "), ...rest });
  await work.record({
    act: "set-press-limits",
    objectKind: "press-room",
    objectId: agencyId,
    before: told(before),
    after: told(after),
  });
}
