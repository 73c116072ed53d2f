import { toNfc } from "#platform/text/nfc.ts";
import type { Work } from "#platform/work/work.ts";
import { documentPolicy } from "../policy.ts";
import { documentPromptness } from "../tables.ts";
import { promptnessOf } from "./promptness-queries.ts";

/** Says within how many working days which kinds of the agency's own documents are to be public, from a day on. */
export async function setPromptness(
  work: Work,
  { workingDays, types, fromDay }: { workingDays: number; types: string[]; fromDay: string },
): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId, personId } = actor;
  documentPolicy.permit(actor, "set-promptness", { agencyId });
  const before = await promptnessOf(tx, agencyId);
  const values = {
    workingDays,
    types: [...new Set(types.map((type) => toNfc(type.trim())))],
    fromDay,
    setAt: at,
    setBy: personId,
  };
  await tx
    .insert(documentPromptness)
    .values({ agencyId, ...values })
    .onConflictDoUpdate({ target: documentPromptness.agencyId, set: values });
  await work.record({
    act: "set-document-promptness",
    objectKind: "document-promptness",
    objectId: agencyId,
    before: before && { workingDays: before.workingDays, types: before.types, fromDay: before.fromDay },
    after: { workingDays, types: values.types, fromDay },
  });
}
