import { createHash } from "node:crypto";
import { desc, eq } from "drizzle-orm";
import { personNames } from "#organization";
import { Unacceptable } from "#platform/auth/policy.ts";
import type { Queryable } from "#platform/database/database.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { lookAtPdf } from "#platform/official-document/signatures/look-at-pdf.ts";
import { toNfc } from "#platform/text/nfc.ts";
import type { Work } from "#platform/work/work.ts";
import { personOf } from "./move-report.ts";
import type { Report } from "./report-queries.ts";
import { reportSignedCopy } from "./tables.ts";

export interface HandedFile {
  name: string;
  bytes: Uint8Array;
}

/**
 * Keeps a signed file with the report byte for byte, in the caller's transaction. Whether it holds a signature is
 * noted, what the signature is worth is not judged. Throws Unacceptable when the file is no whole, open PDF.
 */
export async function keepSignedCopy(work: Work, report: Report, { name, bytes }: HandedFile): Promise<void> {
  const file = Buffer.from(bytes);
  const found = lookAtPdf(file);
  if (!found.whole)
    throw new Unacceptable(`${found.why} Chưa có gì được ghi. Hãy chọn bản PDF đã ký số, còn nguyên vẹn.`, [
      { field: "signedCopy", message: found.why },
    ]);
  await work.tx.insert(reportSignedCopy).values({
    id: uuidv7(),
    reportId: report.id,
    agencyId: report.agencyId,
    file,
    sha256: createHash("sha256").update(file).digest("hex"),
    recordedAt: work.at,
    fileName: toNfc(name).slice(-200) || null,
    recordedBy: personOf(work),
    signatureSeen: found.signatureSeen,
  });
}

/** The signed files of a report without their bytes, the one in force first. */
export async function signedCopiesOf(q: Queryable, { id }: Report) {
  const rows = await q
    .select({
      id: reportSignedCopy.id,
      sha256: reportSignedCopy.sha256,
      fileName: reportSignedCopy.fileName,
      recordedAt: reportSignedCopy.recordedAt,
      recordedBy: reportSignedCopy.recordedBy,
      signatureSeen: reportSignedCopy.signatureSeen,
    })
    .from(reportSignedCopy)
    .where(eq(reportSignedCopy.reportId, id))
    .orderBy(desc(reportSignedCopy.recordedAt), desc(reportSignedCopy.id));
  const names = await personNames(q, [...new Set(rows.flatMap(({ recordedBy }) => recordedBy ?? []))]);
  return rows.map((row) => ({
    ...row,
    recordedBy: row.recordedBy === null ? null : (names.get(row.recordedBy) ?? null),
  }));
}

/** The bytes of the signed file in force; null when none was recorded. */
export async function signedCopyOf(q: Queryable, { id }: Report): Promise<Buffer | null> {
  const [found] = await q
    .select({ file: reportSignedCopy.file })
    .from(reportSignedCopy)
    .where(eq(reportSignedCopy.reportId, id))
    .orderBy(desc(reportSignedCopy.recordedAt), desc(reportSignedCopy.id))
    .limit(1);
  return found?.file ?? null;
}
