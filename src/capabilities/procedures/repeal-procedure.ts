import { eq } from "drizzle-orm";
import { Conflict, Unacceptable } from "#platform/auth/policy.ts";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import { dropSearchText } from "#platform/search/search-text.ts";
import type { Work } from "#platform/work/work.ts";
import { procedurePolicy } from "./policy.ts";
import { proceduresChanged } from "./procedure-changed.ts";
import { heldProcedure, procedureOf } from "./procedure-queries.ts";
import { procedure } from "./tables.ts";

export interface Repeal {
  id: string;
  /** First day on which it is no longer carried out; may lie ahead. */
  repealedOn: string;
  reason: string;
  /** What people do instead. */
  successorId: string | null;
}

/** Says that a procedure is no longer carried out: gone from the portal on that day, its page tells what came instead. */
export async function repealProcedure(
  work: Work,
  { id, repealedOn, reason, successorId }: Repeal,
): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId } = actor;
  procedurePolicy.permit(actor, "repeal", { agencyId });
  const { procedure: found } = await heldProcedure(tx, agencyId, id);
  if (found.state === "repealed") {
    if (found.repealedOn === repealedOn && found.successorId === successorId) return;
    throw new Conflict("Thủ tục này đã được ghi là bãi bỏ; hãy tải lại trang.");
  }
  if (successorId === id)
    throw new Unacceptable("Thủ tục không thể thay cho chính nó.", [
      { field: "successorId", message: "Hãy chọn một thủ tục khác, hoặc bỏ trống." },
    ]);
  const successor = successorId === null ? null : await procedureOf(tx, agencyId, successorId);
  await tx
    .update(procedure)
    .set({ state: "repealed", stateReason: reason, repealedOn, successorId, updatedAt: at })
    .where(eq(procedure.id, id));
  if (repealedOn <= toVietnamDate(at).toString()) await dropSearchText(tx, "procedure", id);
  await work.record({
    act: "repeal-procedure",
    objectKind: "procedure",
    objectId: id,
    before: { state: found.state },
    after: { state: "repealed", repealedOn, successor: successor?.version.name ?? null },
    reason,
  });
  await proceduresChanged(tx, [id]);
}
