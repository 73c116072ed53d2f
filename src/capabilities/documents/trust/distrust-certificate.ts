import { and, eq, isNull } from "drizzle-orm";
import { NotFound } from "#platform/auth/policy.ts";
import { later } from "#platform/jobs/later.ts";
import type { Work } from "#platform/work/work.ts";
import { CHECK_QUEUE } from "../files/check-again.ts";
import { documentsWithSignatures } from "../files/file-queries.ts";
import { documentPolicy } from "../policy.ts";
import { redraw } from "../publishing/document-changed.ts";
import { trustedCertificate } from "../tables.ts";

/** Trusts a certificate no more; what was signed under it counts as not verified from then on. @throws NotFound */
export async function distrustCertificate(
  work: Work,
  { id, reason }: { id: string; reason: string },
): Promise<void> {
  const { tx, actor, at } = work;
  documentPolicy.permit(actor, "choose-trust", { agencyId: actor.agencyId });
  const [removed] = await tx
    .update(trustedCertificate)
    .set({ removedAt: at, removedBy: actor.personId, removedReason: reason })
    .where(
      and(
        eq(trustedCertificate.agencyId, actor.agencyId),
        eq(trustedCertificate.id, id),
        isNull(trustedCertificate.removedAt),
      ),
    )
    .returning();
  if (!removed) throw new NotFound("Chứng thư này không có trong danh sách tin cậy.");
  const { name, fingerprint, validTo } = removed;
  await work.record({
    act: "distrust-certificate",
    objectKind: "trusted-certificate",
    objectId: id,
    before: { name, fingerprint, validTo },
    reason,
  });
  // A page that says “trusted” is drawn anew at once; the files are looked at again behind it.
  await redraw(tx, await documentsWithSignatures(tx, actor.agencyId));
  await later(work, CHECK_QUEUE, at);
}
