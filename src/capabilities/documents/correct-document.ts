import { and, eq, isNull, or, sql } from "drizzle-orm";
import { Conflict, NotFound, Unacceptable } from "#platform/auth/policy.ts";
import type { Transaction } from "#platform/database/database.ts";
import type { Work } from "#platform/work/work.ts";
import { type OfficialDocument, successorsOf } from "./document-queries.ts";
import { documentPolicy } from "./policy.ts";
import { documentsChanged } from "./publishing/document-changed.ts";
import { type DocumentDescription, documentValues, numberTaken } from "./register-document.ts";
import { replacementFault } from "./replacing.ts";
import { inWords, signatureFor } from "./signature.ts";
import { officialDocument } from "./tables.ts";

/** One document of the agency, held until the transaction ends. Throws NotFound. */
export async function lockDocument(tx: Transaction, agencyId: string, id: string): Promise<OfficialDocument> {
  const [found] = await tx
    .select()
    .from(officialDocument)
    .where(and(eq(officialDocument.agencyId, agencyId), eq(officialDocument.id, id)))
    .for("update");
  if (!found) throw new NotFound("Không có văn bản này trong sổ của cơ quan.");
  return found;
}

/**
 * Sets a registered document right; what stood before is kept in the audit with the reason. A person who corrects an
 * entry that was still to be confirmed has confirmed it. Throws Conflict when another entry is that document already
 * or bears the number, Unacceptable for a successor that cannot be one.
 */
export async function correctDocument(
  work: Work,
  {
    id,
    replacedBy = null,
    reason,
    authorityId,
    ...description
  }: DocumentDescription & {
    id: string;
    replacedBy?: string | null;
    reason: string;
    authorityId?: string | undefined;
  },
): Promise<OfficialDocument> {
  const { tx, actor, at } = work;
  const before = await lockDocument(tx, actor.agencyId, id);
  documentPolicy.permit(actor, "correct", before);
  const described = documentValues(description);
  if (replacedBy !== null) {
    // Against itself, without looking for it a second time.
    const by = replacedBy === id ? before : await lockDocument(tx, actor.agencyId, replacedBy);
    const others = await successorsOf(tx, actor.agencyId);
    others.delete(id);
    const fault = replacementFault({ id, ...described }, by, others);
    if (fault) throw new Unacceptable(fault, [{ field: "replacedBy", message: fault }]);
  }
  const signature = await signatureFor(work, described, authorityId, before);
  const values = { ...described, ...signature, replacedBy };
  const taken = await numberTaken(work, values, id);
  if (taken) throw taken;
  if (await sameDocument(work, values, id))
    throw new Conflict("Trong sổ đã có văn bản khác cùng số, ngày và cơ quan ban hành; chưa có gì được sửa.");
  const confirmed = before.toConfirm
    ? { toConfirm: false, confirmedBy: actor.personId, confirmedAt: at }
    : {};
  const [after] = await tx
    .update(officialDocument)
    .set({ ...values, ...confirmed })
    .where(eq(officialDocument.id, id))
    .returning();
  await work.record({
    act: "correct-document",
    objectKind: "document",
    objectId: id,
    before: inWords(before),
    after: inWords(after!),
    reason,
  });
  const beside = [before.replacedBy, replacedBy].filter((one) => one !== null);
  await documentsChanged(work, [...new Set([id, ...beside])]);
  return after!;
}

async function sameDocument(
  { tx, actor }: Work,
  { number, issuedOn, issuer }: Pick<OfficialDocument, "number" | "issuedOn" | "issuer">,
  id: string,
): Promise<boolean> {
  if (number === null) return false;
  const others = await tx.$count(
    officialDocument,
    and(
      eq(officialDocument.agencyId, actor.agencyId),
      sql`${officialDocument.id} <> ${id}`,
      sql`lower(${officialDocument.number}) = lower(${number})`,
      issuedOn === null ? isNull(officialDocument.issuedOn) : eq(officialDocument.issuedOn, issuedOn),
      issuer === null
        ? or(isNull(officialDocument.issuer), eq(officialDocument.issuer, ""))
        : sql`lower(${officialDocument.issuer}) = lower(${issuer})`,
    ),
  );
  return others > 0;
}
