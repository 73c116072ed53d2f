import { eq } from "drizzle-orm";
import { notify } from "#organization";
import { Conflict, Unacceptable } from "#platform/auth/policy.ts";
import { beginning } from "#platform/text/beginning.ts";
import type { Work } from "#platform/work/work.ts";
import { evidenceOfTask } from "../evidence-queries.ts";
import { taskOf } from "../plan-queries.ts";
import { shortcoming } from "../tables.ts";
import { shortcomingPolicy } from "./policy.ts";
import { shortcomingForUpdate } from "./shortcoming-queries.ts";

/** A shortcoming is mended because something proves it: an address, or a proof of its task or of the one that mends it. */
export async function mendShortcoming(
  work: Work,
  { id, url, evidenceId }: { id: string; url: string | null; evidenceId: string | null },
): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId, personId } = actor;
  const { found, subject } = await shortcomingForUpdate(tx, agencyId, id);
  shortcomingPolicy.permit(actor, "mend", { agencyId, unitIds: subject.unitIds });
  const why = shortcomingPolicy.hindrance(actor, "mend", subject);
  if (why !== null) throw new Conflict(why);
  const fail = (field: string, message: string) => {
    throw new Unacceptable(message, [{ field, message }]);
  };
  if ((url === null) === (evidenceId === null))
    fail("url", "Hãy ghi một địa chỉ, hoặc chọn một minh chứng đã có.");
  if (evidenceId) {
    const proofs = [];
    for (const taskId of [found.taskId, found.fixTaskId])
      if (taskId) proofs.push(...(await evidenceOfTask(tx, await taskOf(tx, agencyId, taskId))));
    if (!proofs.some((proof) => proof.id === evidenceId && proof.withdrawnAt === null))
      fail("evidenceId", "Minh chứng này không thuộc nhiệm vụ liên quan, hoặc đã thu hồi.");
  }
  await tx
    .update(shortcoming)
    .set({ state: "mended", proofUrl: url, proofEvidenceId: evidenceId, mendedBy: personId, mendedAt: at })
    .where(eq(shortcoming.id, id));
  await work.record({
    act: "mend-shortcoming",
    objectKind: "shortcoming",
    objectId: id,
    before: { what: found.what },
    after: { proofUrl: url, proofEvidenceId: evidenceId },
  });
  if (found.notedBy !== personId)
    await notify(work, {
      personIds: [found.notedBy],
      cause: `shortcoming-mended:${id}:${at.toISOString()}`,
      kind: "shortcoming",
      title: `Đã khắc phục: ${beginning(found.what, 160)}`,
      href: "/workspace/ton-tai",
    });
}
