import { and, eq, isNull } from "drizzle-orm";
import { NotFound } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { providerLink } from "../tables.ts";

/** Takes one's link with a provider off; it comes back only when one links again while signed in. */
export async function unlinkProvider(
  { tx, actor, at, record }: Work,
  { issuer }: { issuer: string },
): Promise<void> {
  const taken = await tx
    .update(providerLink)
    .set({ unlinkedAt: at })
    .where(
      and(
        eq(providerLink.personId, actor.personId),
        eq(providerLink.issuer, issuer),
        isNull(providerLink.unlinkedAt),
      ),
    )
    .returning({ issuer: providerLink.issuer });
  if (taken.length === 0) throw new NotFound("Không có liên kết này.");
  await record({
    act: "unlink-provider",
    objectKind: "person",
    objectId: actor.personId,
    before: { provider: issuer },
  });
}
