import { and, eq, sql } from "drizzle-orm";
import type { z } from "zod";
import { Conflict, Unacceptable } from "#platform/auth/policy.ts";
import { formatDate } from "#platform/clock/vietnam-time.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { toNfc } from "#platform/text/nfc.ts";
import type { Work } from "#platform/work/work.ts";
import type { documentInput } from "./contract.ts";
import type { OfficialDocument } from "./document-queries.ts";
import { documentPolicy } from "./policy.ts";
import { inWords, signatureFor, signatureOf } from "./signature.ts";
import { officialDocument } from "./tables.ts";

export type DocumentDescription = Omit<z.input<typeof documentInput>, "authorityId">;

const clean = (value: string | null | undefined) => (value ? toNfc(value) : (value ?? null));

/** A description as the table keeps it: composed letters, every blank null. Throws Unacceptable for dates that cross. */
export function documentValues(description: DocumentDescription) {
  const { effectiveFrom = null, effectiveTo = null } = description;
  if (effectiveFrom && effectiveTo && effectiveTo < effectiveFrom) {
    throw new Unacceptable("Ngày hết hiệu lực đứng trước ngày có hiệu lực; hãy sửa một trong hai ngày.", [
      { field: "effectiveTo", message: "Phải từ ngày có hiệu lực trở đi." },
    ]);
  }
  return {
    number: clean(description.number),
    type: toNfc(description.type),
    issuedOn: description.issuedOn,
    issuer: clean(description.issuer),
    abstract: clean(description.abstract),
    effectiveFrom,
    effectiveTo,
    url: description.url ?? null,
    outgoing: description.outgoing ?? false,
    topic: clean(description.topic),
  };
}

/**
 * Why the number cannot be given: another of the agency's own documents bears it that year. Null when it can. Who asks
 * holds the agency's numbers until the transaction ends, so that nobody gives the same one meanwhile.
 */
export async function numberTaken(
  { tx, actor }: Work,
  { number, issuedOn, outgoing }: Pick<OfficialDocument, "number" | "issuedOn" | "outgoing">,
  exceptId?: string,
): Promise<Conflict | null> {
  if (!outgoing || number === null || issuedOn === null) return null;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`document-number:${actor.agencyId}`}))`);
  const [taken] = await tx
    .select()
    .from(officialDocument)
    .where(
      and(
        eq(officialDocument.agencyId, actor.agencyId),
        eq(officialDocument.outgoing, true),
        sql`lower(${officialDocument.number}) = lower(${number})`,
        sql`extract(year from ${officialDocument.issuedOn}) = extract(year from ${issuedOn}::date)`,
        exceptId === undefined ? undefined : sql`${officialDocument.id} <> ${exceptId}`,
      ),
    );
  if (!taken) return null;
  return new Conflict(
    `Số ${taken.number} năm ${taken.issuedOn!.slice(0, 4)} đã cấp cho văn bản ngày ${formatDate(taken.issuedOn!)}${taken.abstract ? ` (${taken.abstract})` : ""}; chưa có gì được ghi. Hãy kiểm tra lại số và ngày.`,
    { documentId: taken.id },
  );
}

/**
 * Writes a document into the register with whoever signed it, for a person who has it at hand: what another capability
 * only cites comes in by `registerDocument`. @throws Conflict, Unacceptable
 */
export async function enterDocument(
  work: Work,
  { authorityId, ...description }: z.input<typeof documentInput>,
): Promise<OfficialDocument> {
  documentPolicy.permit(work.actor, "register", { agencyId: work.actor.agencyId });
  const signature = await signatureFor(work, documentValues(description), authorityId);
  return registerDocument(work, description, signature);
}

/**
 * Writes a document into the register, or finds the one that its number, date and issuer name already: the same
 * document is never there twice, also when two people register it at the same moment. Throws Conflict when the agency
 * has given the number to another document of the same year.
 */
export async function registerDocument(
  work: Work,
  description: DocumentDescription,
  signature = signatureOf(null),
): Promise<OfficialDocument> {
  const { actor, tx } = work;
  documentPolicy.permit(actor, "register", { agencyId: actor.agencyId });
  const values = { id: uuidv7(), agencyId: actor.agencyId, ...documentValues(description), ...signature };
  const [made] = await tx.insert(officialDocument).values(values).onConflictDoNothing().returning();
  if (made) {
    await work.record({
      act: "register-document",
      objectKind: "document",
      objectId: made.id,
      after: inWords(made),
    });
    return made;
  }
  const [known] = await tx
    .select()
    .from(officialDocument)
    .where(
      and(
        eq(officialDocument.agencyId, actor.agencyId),
        sql`lower(${officialDocument.number}) = lower(${values.number})`,
        sql`${officialDocument.issuedOn} is not distinct from ${values.issuedOn}`,
        sql`lower(coalesce(${officialDocument.issuer}, '')) = lower(coalesce(${values.issuer}::text, ''))`,
      ),
    );
  if (known) return known;
  throw (await numberTaken(work, values))!;
}
