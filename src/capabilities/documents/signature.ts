import { chosenSigner, type SignedAs, signedAsInWords } from "#organization";
import type { Work } from "#platform/work/work.ts";
import type { OfficialDocument } from "./document-queries.ts";

/** The two columns of a signature. */
export const signatureOf = (signedAs: SignedAs | null) => ({
  signedAs,
  signedAuthorityId: signedAs?.authorityId ?? null,
});

/** A document as the audit tells of it. */
export const inWords = ({ signedAs, ...document }: OfficialDocument) => ({
  ...document,
  signedAs: signedAs && `${signedAs.name}: ${signedAsInWords(signedAs)}`,
});

type Signed = Pick<OfficialDocument, "outgoing" | "issuedOn">;

/**
 * Who signed a document that a person writes into the register: only the agency's own, with a day, has a signer.
 * `authorityId`: the one that the person names; absent: as before, else the only one who could. @throws Unacceptable
 */
export async function signatureFor(
  { tx, actor }: Work,
  { outgoing, issuedOn }: Signed,
  authorityId: string | undefined,
  before?: OfficialDocument,
) {
  if (!outgoing || issuedOn === null) return signatureOf(null);
  const stays = before?.outgoing && before.issuedOn === issuedOn;
  if (stays && (authorityId === undefined || authorityId === before.signedAuthorityId))
    return signatureOf(before.signedAs);
  return signatureOf(
    await chosenSigner(tx, actor.agencyId, {
      scope: "document",
      day: issuedOn,
      authorityId: authorityId ?? null,
      before: before?.signedAuthorityId ?? null,
    }),
  );
}
