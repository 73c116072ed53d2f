import { eq } from "drizzle-orm";
import type { Work } from "#platform/work/work.ts";
import { passkeyOf } from "./passkey-queries.ts";
import { authPasskey } from "./tables.ts";

/** Calls one's passkey by the device that holds it. */
export async function renamePasskey(
  { tx, actor, record }: Work,
  { id, name }: { id: string; name: string },
): Promise<void> {
  const before = await passkeyOf(tx, actor.personId, id);
  await tx.update(authPasskey).set({ name }).where(eq(authPasskey.id, id));
  await record({
    act: "rename-passkey",
    objectKind: "person",
    objectId: actor.personId,
    before: { passkey: before.name },
    after: { passkey: name },
  });
}
