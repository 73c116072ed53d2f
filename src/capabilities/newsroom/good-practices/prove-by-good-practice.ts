import { attachEvidence, linksOf, namedLinks } from "#plan";
import { Unacceptable } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { PRACTICE_PROOF, practiceKindLabel } from "./good-practice.ts";
import { practicePolicy } from "./policy.ts";
import { practiceOf } from "./practice-queries.ts";

/**
 * Says which obligations of the plan an entry of the register proves, from the day on which its unit told of it. Further
 * ones are added to those that it proves already. A text about it is a proof of its own.
 */
export async function proveByGoodPractice(
  work: Work,
  { id, obligationIds }: { id: string; obligationIds: string[] },
): Promise<void> {
  const { tx, actor } = work;
  const { agencyId } = actor;
  const found = practicePolicy.permit(actor, "prove", await practiceOf(tx, actor, id, { lock: true }));
  const links = await linksOf(tx, agencyId, { taskIds: [], obligationIds });
  if (links.obligationIds.length === 0)
    throw new Unacceptable("Hãy chọn nghĩa vụ của kế hoạch.", [
      { field: "obligationIds", message: "Hãy chọn ít nhất một nghĩa vụ." },
    ]);
  await attachEvidence(work, {
    ...links,
    source: PRACTICE_PROOF,
    sourceId: id,
    label: `${practiceKindLabel(found.kind)}: ${found.title}`,
    // The register is not public.
    url: null,
    at: found.registeredAt,
    revisionHash: null,
  });
  const { obligations } = await namedLinks(tx, agencyId, links);
  await work.record({
    act: "prove-by-good-practice",
    objectKind: "good-practice",
    objectId: id,
    after: { obligations: obligations.map(({ name }) => name) },
  });
}
