/** A document as a line of a list said it. */
export interface WrittenDocument {
  number: string | null;
  type: string;
  issuedOn: string | null;
  issuer: string | null;
  abstract: string | null;
  effectiveFrom: string | null;
  effectiveTo: string | null;
  url: string | null;
  outgoing: boolean;
  topic: string | null;
}
