import { and, eq, sql } from "drizzle-orm";
import { agencyById, type SignedAs } from "#organization";
import { uuidv7 } from "#platform/database/id.ts";
import { toNfc } from "#platform/text/nfc.ts";
import type { Work } from "#platform/work/work.ts";
import { lockDocument } from "./correct-document.ts";
import type { OfficialDocument } from "./document-queries.ts";
import { numberTaken } from "./register-document.ts";
import { inWords, signatureOf } from "./signature.ts";
import { officialDocument } from "./tables.ts";

/** A document that the agency issues itself and that another capability keeps: its number, date and abstract. */
export interface Issue {
  type: string;
  /** Whole number, "152/BC-SVHTTDL". */
  number: string;
  issuedOn: string;
  abstract: string;
  /** Who signed it and by which decision; null or absent: not known. */
  signedAs?: SignedAs | null;
}

/**
 * Enters a document of another capability (`keptBy`) as issued by the agency, in the caller's transaction; the caller
 * has checked the right. An entry that somebody made by hand for the same number and day becomes this one. Throws
 * Conflict when the number belongs to another document of that year.
 */
export async function issueDocument(work: Work, keptBy: string, issue: Issue): Promise<OfficialDocument> {
  const { tx, actor } = work;
  const agency = (await agencyById(tx, actor.agencyId))!;
  const values = {
    type: issue.type,
    number: toNfc(issue.number),
    issuedOn: issue.issuedOn,
    issuer: agency.name,
    abstract: toNfc(issue.abstract),
    outgoing: true,
    keptBy,
    ...(issue.signedAs && signatureOf(issue.signedAs)),
  };
  const [byHand] = await tx
    .select()
    .from(officialDocument)
    .where(
      and(
        eq(officialDocument.agencyId, actor.agencyId),
        sql`lower(${officialDocument.number}) = lower(${values.number})`,
        eq(officialDocument.issuedOn, issue.issuedOn),
        sql`${officialDocument.keptBy} is null`,
        sql`(${officialDocument.outgoing} or lower(coalesce(${officialDocument.issuer}, '')) in ('', lower(${agency.name})))`,
      ),
    )
    .for("update");
  const taken = await numberTaken(work, values, byHand?.id);
  if (taken) throw taken;
  const [document] = byHand
    ? await tx.update(officialDocument).set(values).where(eq(officialDocument.id, byHand.id)).returning()
    : await tx
        .insert(officialDocument)
        .values({ id: uuidv7(), agencyId: actor.agencyId, ...values })
        .returning();
  await work.record({
    act: "issue-document",
    objectKind: "document",
    objectId: document!.id,
    before: byHand ? inWords(byHand) : null,
    after: inWords(document!),
  });
  return document!;
}

/** Sets number, date and signer of a kept document right (`signedAs` absent: the signer stays), for the capability that keeps it. Throws NotFound, Conflict. */
export async function correctIssue(
  work: Work,
  {
    id,
    number,
    issuedOn,
    reason,
    signedAs,
  }: { id: string; number: string; issuedOn: string; reason: string; signedAs?: SignedAs | null },
): Promise<OfficialDocument> {
  const { tx, actor } = work;
  const before = await lockDocument(tx, actor.agencyId, id);
  const changes = {
    number: toNfc(number),
    issuedOn,
    ...(signedAs !== undefined && signatureOf(signedAs)),
  };
  const taken = await numberTaken(work, { ...before, ...changes }, id);
  if (taken) throw taken;
  const [after] = await tx
    .update(officialDocument)
    .set(changes)
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
  return after!;
}
