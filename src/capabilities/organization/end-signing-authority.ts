import { and, eq } from "drizzle-orm";
import { Conflict, NotFound, Unacceptable } from "#platform/auth/policy.ts";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import { SYSTEM_PERSON, type Work } from "#platform/work/work.ts";
import { signingPolicy } from "./policy.ts";
import { signingAuthority } from "./tables.ts";

/**
 * Ends a signing authority on a day (its last day), for a reason; what was signed with it stays as it is. One that has
 * not begun is taken back as if never made.
 */
export async function endSigningAuthority(
  { tx, actor, at, record }: Work,
  { id, on, reason }: { id: string; on: string; reason: string },
): Promise<void> {
  const [before] = await tx
    .select()
    .from(signingAuthority)
    .where(and(eq(signingAuthority.agencyId, actor.agencyId), eq(signingAuthority.id, id)))
    .for("update");
  if (!before) throw new NotFound("Không có thẩm quyền ký này trong cơ quan.");
  signingPolicy.permit(actor, "end", before);
  const recorded = { objectKind: "signing-authority", objectId: id, before, reason };
  if (before.fromDate > toVietnamDate(at).toString()) {
    await tx.delete(signingAuthority).where(eq(signingAuthority.id, id));
    await record({ act: "cancel-signing-authority", ...recorded });
    return;
  }
  if (before.toDate !== null && before.toDate < on)
    throw new Conflict("Thẩm quyền ký này đã kết thúc trước ngày đó.");
  if (on < toVietnamDate(at).toString()) {
    const message = "Ngày kết thúc sớm nhất là hôm nay: đã có thể có văn bản ký trong những ngày trước.";
    throw new Unacceptable(message, [{ field: "on", message }]);
  }
  const changes = {
    toDate: on,
    endedBy: actor.personId === SYSTEM_PERSON ? null : actor.personId,
    endedAt: at,
    endReason: reason,
  };
  await tx.update(signingAuthority).set(changes).where(eq(signingAuthority.id, id));
  await record({ act: "end-signing-authority", ...recorded, after: { ...before, ...changes } });
}
