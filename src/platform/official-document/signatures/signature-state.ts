/**
 * What is known of a signature. Only the first two say that the file is as it was signed; everything that cannot be
 * told for sure is one of the others.
 */
export const signatureStates = ["trusted", "unverified", "weak", "changed", "broken"] as const;
export type SignatureState = (typeof signatureStates)[number];

export const stateWords: Record<SignatureState, string> = {
  trusted: "Còn nguyên vẹn, chứng thư tin cậy",
  unverified: "Còn nguyên vẹn, chưa xác minh được chứng thư",
  weak: "Không đủ an toàn để coi là còn nguyên vẹn",
  changed: "Đã bị sửa sau khi ký",
  broken: "Chữ ký hỏng",
};

/** A signature of a file as it was judged. */
export interface FoundSignature {
  /** A person's or an agency's, or the mark of a service for time stamps. */
  kind: "signature" | "stamp";
  state: SignatureState;
  /** Why it is not the best state, as a sentence. */
  why: string | null;
  /** From the certificate; null where it could not be read. */
  name: string | null;
  organization: string | null;
  issuer: string | null;
  /** Moment of signing (ISO 8601). */
  signedAt: string | null;
  /** True: a trusted service for time stamps says so; false: the clock of the signer's machine. */
  timeProven: boolean;
  /** How many signatures were added after it. */
  signedAfter: number;
}

/** What was found of the signatures of a PDF; `unreadable` says why nothing could be told. */
export interface FoundSignatures {
  unreadable: string | null;
  signatures: FoundSignature[];
}

/** The worst that is known of a file's signatures; null: none was found. */
export function worstState({ signatures }: FoundSignatures): SignatureState | null {
  if (signatures.length === 0) return null;
  return signatureStates[Math.max(...signatures.map(({ state }) => signatureStates.indexOf(state)))]!;
}
