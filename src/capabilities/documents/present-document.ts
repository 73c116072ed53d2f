import { inArray } from "drizzle-orm";
import { personNames } from "#organization";
import type { Actor } from "#platform/auth/actor.ts";
import { today } from "#platform/clock/vietnam-time.ts";
import type { Queryable } from "#platform/database/database.ts";
import { amendedOn } from "./amendments/amendment-queries.ts";
import type { OfficialDocument } from "./document-queries.ts";
import { forceOn } from "./official-document.ts";
import { documentPolicy } from "./policy.ts";
import { officialDocument } from "./tables.ts";

/** Documents as the register shows them, with what the caller may do with each. */
export async function presentDocuments(q: Queryable, actor: Actor, documents: OfficialDocument[]) {
  const ids = (pick: (one: OfficialDocument) => string | null) => [
    ...new Set(documents.flatMap((one) => pick(one) ?? [])),
  ];
  const names = await personNames(
    q,
    ids((one) => one.confirmedBy),
  );
  const successors = ids((one) => one.replacedBy);
  const numbers = new Map(
    successors.length === 0
      ? []
      : (
          await q
            .select({ id: officialDocument.id, number: officialDocument.number })
            .from(officialDocument)
            .where(inArray(officialDocument.id, successors))
        ).map(({ id, number }) => [id, number] as const),
  );
  const day = today().toString();
  const amended = await amendedOn(q, { agencyId: actor.agencyId, day });
  return documents.map((one) => ({
    ...one,
    replacedBy:
      one.replacedBy === null ? null : { id: one.replacedBy, number: numbers.get(one.replacedBy) ?? null },
    force: forceOn(one, day),
    amended: amended.has(one.id),
    confirmed: one.confirmedAt && {
      at: one.confirmedAt,
      by: one.confirmedBy === null ? null : (names.get(one.confirmedBy) ?? null),
    },
    may: documentPolicy.may(actor, one),
  }));
}
