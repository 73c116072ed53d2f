import { eq } from "drizzle-orm";
import type { Database } from "#platform/database/database.ts";
import { readFile } from "#platform/files/files.ts";
import { verifySignatures } from "#platform/official-document/signatures/verify-signatures.ts";
import { redraw } from "../publishing/document-changed.ts";
import { documentFile } from "../tables.ts";
import { trustedPem } from "../trust/trusted-queries.ts";
import { filesToCheckAgain } from "./file-queries.ts";

export const CHECK_QUEUE = "documents.check-signatures";

/** Files looked at before the next ones are asked for. */
const AT_ONCE = 50;

/** Looks again at the signatures of files whose agency has changed whom it trusts, until none is left. */
export async function checkSignaturesAgain(database: Database): Promise<number> {
  let checked = 0;
  for (;;) {
    const files = await filesToCheckAgain(database, AT_ONCE);
    if (files.length === 0) return checked;
    for (const { id, agencyId } of files) {
      const now = new Date();
      const bytes = await readFile(id);
      const signatures = bytes
        ? await verifySignatures(bytes, { roots: await trustedPem(database, agencyId), now })
        : { unreadable: "Tệp không còn trong kho.", signatures: [] };
      await database.update(documentFile).set({ signatures, checkedAt: now }).where(eq(documentFile.id, id));
      checked += 1;
    }
    await redraw(
      database,
      files.map(({ documentId }) => documentId),
    );
  }
}
