import { and, eq } from "drizzle-orm";
import type { Transaction } from "#platform/database/database.ts";
import { person, providerLink } from "../tables.ts";
import { domainOf, NotLetIn, type Provider, type Said } from "./provider.ts";

/** Whether the person may come in by this provider at all. */
const mayUse = ({ agencyId }: Provider, own: string) => agencyId === null || agencyId === own;

/** The address that the provider vouches for. @throws NotLetIn */
function vouchedFor({ domains }: Provider, { email, emailVerified }: Said): string {
  if (email === null || !emailVerified) throw new NotLetIn("chua-xac-minh");
  if (!domains.includes(domainOf(email))) throw new NotLetIn("ngoai-ten-mien");
  return email;
}

/**
 * Who came, by the link made before, else by the address that the provider vouches for, of a person who exists; the
 * link is made by that. `linked`: it is new. @throws NotLetIn
 */
export async function findWhoCame(
  tx: Transaction,
  provider: Provider,
  said: Said,
): Promise<{ personId: string; linked: boolean }> {
  const { issuer } = provider;
  const [link] = await tx
    .select()
    .from(providerLink)
    .where(and(eq(providerLink.issuer, issuer), eq(providerLink.subject, said.subject)))
    .for("update");
  if (link) {
    if (!mayUse(provider, link.agencyId)) throw new NotLetIn("khong-co-nguoi");
    if (link.unlinkedAt) throw new NotLetIn("da-go");
    return { personId: link.personId, linked: false };
  }
  const email = vouchedFor(provider, said);
  const [found] = await tx
    .select({ id: person.id, agencyId: person.agencyId, userId: person.userId })
    .from(person)
    .where(eq(person.email, email))
    .for("update");
  if (!found?.userId || !mayUse(provider, found.agencyId)) throw new NotLetIn("khong-co-nguoi");
  const made = await tx
    .insert(providerLink)
    .values({
      issuer,
      subject: said.subject,
      personId: found.id,
      agencyId: found.agencyId,
      linkedAt: new Date(),
    })
    .onConflictDoNothing()
    .returning({ personId: providerLink.personId });
  // The person is linked with another account there, or took such a link off.
  if (made.length === 0) throw new NotLetIn("da-go");
  return { personId: found.id, linked: true };
}

/** Links who is signed in with who came: the same address, vouched for. @throws NotLetIn */
export async function linkWhoCame(
  tx: Transaction,
  provider: Provider,
  said: Said,
  own: { id: string; agencyId: string; email: string },
): Promise<void> {
  if (!mayUse(provider, own.agencyId)) throw new NotLetIn("khong-co-nguoi");
  if (vouchedFor(provider, said) !== own.email) throw new NotLetIn("khong-khop");
  const key = { issuer: provider.issuer, subject: said.subject };
  const [taken] = await tx
    .select({ personId: providerLink.personId })
    .from(providerLink)
    .where(and(eq(providerLink.issuer, key.issuer), eq(providerLink.subject, key.subject)))
    .for("update");
  if (taken && taken.personId !== own.id) throw new NotLetIn("cua-nguoi-khac");
  await tx
    .delete(providerLink)
    .where(and(eq(providerLink.issuer, provider.issuer), eq(providerLink.personId, own.id)));
  await tx
    .insert(providerLink)
    .values({ ...key, personId: own.id, agencyId: own.agencyId, linkedAt: new Date() });
}
