import type { Queryable } from "../database/database.ts";

/** What a capability shows to the public that fills a section which an agency must publish. */
export interface PublicPart {
  /** Slug of the section. */
  section: string;
  label: string;
  /** Path of the page that holds it. */
  href: string;
  /** How much stands there now, and since when; null: it is not known since when. */
  look: (q: Queryable, agencyId: string) => Promise<{ count: number; lastChange: Date | null }>;
}

const known: PublicPart[] = [];

/** Gives the process what the capabilities show; done once by the apps for each. */
export function learnPublicParts(parts: readonly PublicPart[]): void {
  for (const part of parts) if (!known.includes(part)) known.push(part);
}

export const publicPartsOf = (section: string): PublicPart[] =>
  known.filter((part) => part.section === section);
