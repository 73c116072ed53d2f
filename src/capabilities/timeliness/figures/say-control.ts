import { parsePeriod } from "#platform/clock/reporting-period.ts";
import type { Work } from "#platform/work/work.ts";
import { dossierPolicy } from "../policy.ts";
import { dossierControl } from "../tables.ts";
import type { Control } from "./control.ts";
import { controlOf } from "./control-queries.ts";

/** Writes down what the case system says of a period; what was said before stands in the audit. */
export async function sayControl(
  work: Work,
  { period, source, ...said }: Control & { period: string; source: string },
): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId, personId } = actor;
  dossierPolicy.permit(actor, "import", { agencyId });
  const { code } = parsePeriod(period, "decree");
  const before = await controlOf(tx, agencyId, code);
  const values = { ...said, source, saidBy: personId, saidAt: at };
  await tx
    .insert(dossierControl)
    .values({ agencyId, period: code, ...values })
    .onConflictDoUpdate({ target: [dossierControl.agencyId, dossierControl.period], set: values });
  await work.record({
    act: "say-dossier-control",
    objectKind: "dossier-control",
    objectId: agencyId,
    ...(before && { before: { ...before.said, source: before.source } }),
    after: { period: code, ...said, source },
  });
}
