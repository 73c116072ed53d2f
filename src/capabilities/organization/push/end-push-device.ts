import { and, eq } from "drizzle-orm";
import { NotFound } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { pushDevice } from "../tables.ts";

/** One of one's own devices is told no more. @throws NotFound */
export async function endPushDevice({ tx, actor, record }: Work, { id }: { id: string }): Promise<void> {
  const [ended] = await tx
    .delete(pushDevice)
    .where(and(eq(pushDevice.id, id), eq(pushDevice.personId, actor.personId)))
    .returning();
  if (!ended) throw new NotFound("Thiết bị này không còn nhận thông báo của bạn.");
  await record({
    act: "end-push-device",
    objectKind: "person",
    objectId: actor.personId,
    before: { device: ended.name },
  });
}
