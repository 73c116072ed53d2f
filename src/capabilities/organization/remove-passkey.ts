import { eq } from "drizzle-orm";
import type { Work } from "#platform/work/work.ts";
import { passkeyOf } from "./passkey-queries.ts";
import { authPasskey } from "./tables.ts";

/** Takes away one of one's passkeys: the device that holds it signs nobody in any more. */
export async function removePasskey({ tx, actor, record }: Work, { id }: { id: string }): Promise<void> {
  const { name } = await passkeyOf(tx, actor.personId, id);
  await tx.delete(authPasskey).where(eq(authPasskey.id, id));
  await record({
    act: "remove-passkey",
    objectKind: "person",
    objectId: actor.personId,
    before: { passkey: name },
  });
}
