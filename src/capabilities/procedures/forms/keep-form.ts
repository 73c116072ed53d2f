import { createHash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { Conflict, Unacceptable } from "#platform/auth/policy.ts";
import { putFile } from "#platform/files/files.ts";
import { UnusableFile } from "#platform/files/usable-file.ts";
import { usableForm } from "#platform/files/usable-form.ts";
import type { Work } from "#platform/work/work.ts";
import { procedurePolicy } from "../policy.ts";
import { procedureFormFile } from "../tables.ts";
import type { FormFile } from "./form-file.ts";

export interface FormToKeep {
  /** Sent twice, it is the same one. */
  id: string;
  bytes: Uint8Array;
  fileName: string;
}

const factsOf = ({
  id,
  fileName,
  contentType,
  bytes,
  sha256,
}: typeof procedureFormFile.$inferSelect): FormFile => ({ id, fileName, contentType, bytes, sha256 });

/**
 * Keeps a file of a form byte for byte, once it is known by its content what it is. It is public from the version on that
 * names it. @throws Unacceptable, Conflict
 */
export async function keepForm(work: Work, { id, ...given }: FormToKeep): Promise<FormFile> {
  const { tx, actor, at } = work;
  const { agencyId, personId } = actor;
  procedurePolicy.permit(actor, "save", { agencyId });
  const file = await usableForm(given.bytes, given.fileName).catch((error: unknown) => {
    if (!(error instanceof UnusableFile)) throw error;
    throw new Unacceptable(error.message, [{ field: "file", message: error.message }]);
  });
  const [made] = await tx
    .insert(procedureFormFile)
    .values({
      ...{ id, agencyId, fileName: file.fileName, contentType: file.contentType },
      ...{ bytes: file.bytes.byteLength, addedBy: personId, addedAt: at },
      sha256: createHash("sha256").update(file.bytes).digest("hex"),
    })
    .onConflictDoNothing()
    .returning();
  if (!made) {
    const [known] = await tx
      .select()
      .from(procedureFormFile)
      .where(and(eq(procedureFormFile.id, id), eq(procedureFormFile.agencyId, agencyId)));
    if (!known) throw new Conflict("Tệp này đã ghi trước đó; hãy chọn lại tệp.");
    return factsOf(known);
  }
  // Before the commit: a kill leaves a file that nobody names, never a name without its file.
  await putFile(id, file.bytes);
  await work.record({
    act: "keep-procedure-form",
    objectKind: "procedure-form",
    objectId: id,
    after: { fileName: made.fileName, bytes: made.bytes, sha256: made.sha256 },
  });
  return factsOf(made);
}
