import type { Work } from "#platform/work/work.ts";
import { type GivenPicture, keepProof } from "./keep-proof.ts";
import { pickupOf } from "./pickup-queries.ts";
import { pickupPolicy } from "./policy.ts";

/** Adds a picture that shows what the press published. */
export async function addPickupProof(
  work: Work,
  { id, ...file }: GivenPicture & { id: string },
): Promise<void> {
  const { tx, actor } = work;
  const found = await pickupOf(tx, actor, id);
  pickupPolicy.permit(actor, "prove", { agencyId: found.agencyId, isDropped: found.droppedAt !== null });
  const kept = await keepProof(work, id, file);
  if (kept)
    await work.record({ act: "add-pickup-proof", objectKind: "press-pickup", objectId: id, after: kept });
}
