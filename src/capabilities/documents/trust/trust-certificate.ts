import type { X509Certificate } from "node:crypto";
import { Conflict, Unacceptable } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { later } from "#platform/jobs/later.ts";
import { certificateName, certificatesIn } from "#platform/official-document/signatures/trusted-root.ts";
import type { Work } from "#platform/work/work.ts";
import { CHECK_QUEUE } from "../files/check-again.ts";
import { documentsWithSignatures } from "../files/file-queries.ts";
import { documentPolicy } from "../policy.ts";
import { redraw } from "../publishing/document-changed.ts";
import { trustedCertificate } from "../tables.ts";

const refuse = (message: string): never => {
  throw new Unacceptable(message, [{ field: "pem", message }]);
};

function certificatesOf(pem: string): X509Certificate[] {
  if (pem.includes("PRIVATE KEY")) return refuse("Phần dán vào có khóa bí mật; chỉ dán chứng thư.");
  let found: X509Certificate[];
  try {
    found = certificatesIn(pem);
  } catch {
    return refuse("Có phần dán vào không đọc được là chứng thư.");
  }
  if (found.length === 0)
    return refuse("Không thấy chứng thư; hãy dán cả dòng BEGIN CERTIFICATE và END CERTIFICATE.");
  const other = found.find(({ ca }) => !ca);
  return other ? refuse(`“${certificateName(other)}” không phải chứng thư của nơi cấp chứng thư.`) : found;
}

/**
 * Adds the certificates of issuers to those that the agency trusts; what is there already stays as it is. Signatures
 * of all documents are looked at again. @throws Unacceptable, Conflict
 */
export async function trustCertificate(work: Work, { pem }: { pem: string }): Promise<void> {
  const { tx, actor, at } = work;
  documentPolicy.permit(actor, "choose-trust", { agencyId: actor.agencyId });
  const made = await tx
    .insert(trustedCertificate)
    .values(
      certificatesOf(pem).map((one) => ({
        id: uuidv7(),
        agencyId: actor.agencyId,
        name: certificateName(one),
        fingerprint: one.fingerprint256,
        pem: one.toString(),
        validFrom: one.validFromDate,
        validTo: one.validToDate,
        addedAt: at,
        addedBy: actor.personId,
      })),
    )
    .onConflictDoNothing()
    .returning();
  if (made.length === 0) throw new Conflict("Chứng thư này đã có trong danh sách tin cậy.");
  await work.recordAll(
    made.map(({ id, name, fingerprint, validTo }) => ({
      act: "trust-certificate",
      objectKind: "trusted-certificate",
      objectId: id,
      after: { name, fingerprint, validTo },
    })),
  );
  // A page that says “trusted” is drawn anew at once; the files are looked at again behind it.
  await redraw(tx, await documentsWithSignatures(tx, actor.agencyId));
  await later(work, CHECK_QUEUE, at);
}
