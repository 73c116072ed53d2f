import { createHash } from "node:crypto";
import { Unacceptable } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { moveReport, personOf } from "./move-report.ts";
import type { Report } from "./report-queries.ts";
import { reportSignedCopy } from "./tables.ts";

/**
 * Records what the registry has issued: number, date, and the signed PDF where it is at hand. The signature in it is
 * kept, not checked. Throws Unacceptable when the file is no PDF.
 */
export const submitReport = (
  work: Work,
  {
    id,
    number,
    issuedOn,
    signedCopy,
  }: { id: string; number: string; issuedOn: string; signedCopy: Uint8Array | null },
): Promise<Report> =>
  moveReport(work, id, "submit", "submit-report", async (found) => {
    if (signedCopy !== null) {
      const file = Buffer.from(signedCopy);
      if (!file.subarray(0, 1024).includes("%PDF-"))
        throw new Unacceptable(
          "Tệp tải lên không phải là PDF; chưa có gì được ghi. Hãy chọn bản PDF đã ký số.",
          [{ field: "signedCopy", message: "Phải là tệp PDF." }],
        );
      await work.tx.insert(reportSignedCopy).values({
        reportId: id,
        agencyId: found.agencyId,
        file,
        sha256: createHash("sha256").update(file).digest("hex"),
        recordedAt: work.at,
      });
    }
    return { issuedNumber: number, issuedOn, submittedBy: personOf(work), submittedAt: work.at };
  });
