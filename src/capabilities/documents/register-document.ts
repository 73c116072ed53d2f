import { and, eq, sql } from "drizzle-orm";
import type { z } from "zod";
import { Unacceptable } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { toNfc } from "#platform/text/nfc.ts";
import type { Work } from "#platform/work/work.ts";
import type { documentInput } from "./contract.ts";
import type { OfficialDocument } from "./document-queries.ts";
import { documentPolicy } from "./policy.ts";
import { officialDocument } from "./tables.ts";

export type DocumentDescription = z.input<typeof documentInput>;

const clean = <T extends string | null | undefined>(value: T) => (value ? toNfc(value) : (value ?? null));

/**
 * Writes a document into the register, or finds the one that its number, date and issuer name already: the same
 * document is never there twice, also when two people register it at the same moment.
 */
export async function registerDocument(
  work: Work,
  description: DocumentDescription,
): Promise<OfficialDocument> {
  const { actor, tx } = work;
  documentPolicy.permit(actor, "register", { agencyId: actor.agencyId });
  const { effectiveFrom = null, effectiveTo = null } = description;
  if (effectiveFrom && effectiveTo && effectiveTo < effectiveFrom) {
    throw new Unacceptable("Ngày hết hiệu lực đứng trước ngày có hiệu lực; hãy sửa một trong hai ngày.", [
      { field: "effectiveTo", message: "Phải từ ngày có hiệu lực trở đi." },
    ]);
  }
  const values = {
    id: uuidv7(),
    agencyId: actor.agencyId,
    number: clean(description.number),
    type: toNfc(description.type),
    issuedOn: description.issuedOn,
    issuer: clean(description.issuer),
    abstract: clean(description.abstract),
    effectiveFrom,
    effectiveTo,
    url: description.url ?? null,
  };
  const [made] = await tx.insert(officialDocument).values(values).onConflictDoNothing().returning();
  if (made) {
    await work.record({ act: "register-document", objectKind: "document", objectId: made.id, after: values });
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
  return known!;
}
