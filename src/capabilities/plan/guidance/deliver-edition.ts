import { notify, type SignedAs } from "#organization";
import { uuidv7 } from "#platform/database/id.ts";
import { beginning } from "#platform/text/beginning.ts";
import type { Work } from "#platform/work/work.ts";
import { toldIn } from "../distribute-plan.ts";
import { guidanceEdition, guidanceReceipt } from "../tables.ts";

/** Writes an edition down and sends it to units, whose people are told, each once for a unit. */
export async function deliverEdition(
  work: Work,
  {
    unitIds,
    signedAs,
    ...words
  }: {
    guidanceId: string;
    edition: number;
    title: string;
    text: string;
    changed: string | null;
    unitIds: string[];
    /** In whose name the sender sends it; null: in the sender's own. */
    signedAs: SignedAs | null;
  },
): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId } = actor;
  const { guidanceId, edition, title } = words;
  await tx.insert(guidanceEdition).values({
    agencyId,
    ...words,
    madeBy: actor.personId,
    madeAt: at,
    signedAs,
    signedAuthorityId: signedAs?.authorityId ?? null,
  });
  if (unitIds.length === 0) return;
  await tx
    .insert(guidanceReceipt)
    .values(unitIds.map((unitId) => ({ id: uuidv7(), agencyId, guidanceId, edition, unitId })));
  const what = edition === 1 ? "Hướng dẫn" : `Bản ${edition} của hướng dẫn`;
  for (const unitId of unitIds)
    await notify(work, {
      personIds: await toldIn(tx, agencyId, unitId),
      cause: `guidance-sent:${guidanceId}:${unitId}:${edition}`,
      kind: "guidance",
      title: `${what} “${beginning(title, 160)}” được gửi đến đơn vị bạn, hãy xác nhận đã nhận`,
      href: `/workspace/huong-dan?mo=${guidanceId}`,
    });
}
