import type { Work } from "#platform/work/work.ts";
import { sitePolicy } from "../policy.ts";
import { hashOfAddress } from "./reader-address.ts";
import { endFollowing } from "./stop-following.ts";

/** Stops writing to an address whose letters came back; the audit keeps that it was done, not the address. */
export async function stopAddress(work: Work, { address }: { address: string }): Promise<number> {
  const { actor, at, tx } = work;
  const { agencyId } = actor;
  sitePolicy.permit(actor, "stop", { agencyId });
  const ended = await endFollowing(
    tx,
    { agencyId, addressHash: hashOfAddress(address), reason: "returned" },
    at,
  );
  await work.record({
    act: "stop-reader-address",
    objectKind: "site",
    objectId: agencyId,
    after: { endedTopics: ended },
  });
  return ended;
}
