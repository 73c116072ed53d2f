import { and, desc, eq, isNull } from "drizzle-orm";
import { personNames } from "#organization";
import type { Actor } from "#platform/auth/actor.ts";
import type { Queryable } from "#platform/database/database.ts";
import { documentPolicy } from "../policy.ts";
import { trustedCertificate } from "../tables.ts";

const inUse = (agencyId: string) =>
  and(eq(trustedCertificate.agencyId, agencyId), isNull(trustedCertificate.removedAt));

/** The certificates that the agency trusts, as text. */
export async function trustedPem(q: Queryable, agencyId: string): Promise<string[]> {
  const rows = await q
    .select({ pem: trustedCertificate.pem })
    .from(trustedCertificate)
    .where(inUse(agencyId));
  return rows.map(({ pem }) => pem);
}

/** The certificates that the agency trusts, and what the caller may do about them. */
export async function presentTrusted(q: Queryable, actor: Actor) {
  const rows = await q
    .select()
    .from(trustedCertificate)
    .where(inUse(actor.agencyId))
    .orderBy(desc(trustedCertificate.addedAt), trustedCertificate.id);
  const names = await personNames(q, [...new Set(rows.map(({ addedBy }) => addedBy))]);
  return {
    certificates: rows.map(({ id, name, fingerprint, validFrom, validTo, addedAt, addedBy }) => ({
      id,
      name,
      fingerprint,
      validFrom,
      validTo,
      addedAt,
      addedBy: names.get(addedBy) ?? null,
    })),
    may: documentPolicy.may(actor, { agencyId: actor.agencyId }),
  };
}
