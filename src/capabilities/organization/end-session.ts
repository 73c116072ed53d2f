import { eq } from "drizzle-orm";
import { NotFound } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { livingSessions } from "./session-queries.ts";
import { authSession } from "./tables.ts";

/** Ends one of one's own sessions: a machine one has left, or does not know. */
export async function endSession({ tx, actor, record }: Work, { id }: { id: string }): Promise<void> {
  const found = (await livingSessions(tx, actor.personId, null)).find((session) => session.id === id);
  if (!found) throw new NotFound("Phiên đăng nhập này đã kết thúc.");
  await tx.delete(authSession).where(eq(authSession.id, id));
  const { device, address } = found;
  await record({
    act: "end-session",
    objectKind: "person",
    objectId: actor.personId,
    before: { device, address },
  });
}
