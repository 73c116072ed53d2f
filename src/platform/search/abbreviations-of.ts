import type { Queryable } from "../database/database.ts";
import { type Abbreviation, knownAbbreviations } from "./abbreviations.ts";

/** As an agency says it: put in, or (`used` false) left out; without a meaning it is known to everybody. */
export interface OwnAbbreviation extends Abbreviation {
  used: boolean;
}

export type LookUpAbbreviations = (q: Queryable, agencyId: string) => Promise<OwnAbbreviation[]>;

let lookUp: LookUpAbbreviations = async () => [];

/** The capability that keeps the agency's list of words says how it is read. */
export function learnAbbreviations(how: LookUpAbbreviations): void {
  lookUp = how;
}

/** What an agency's readers may abbreviate, what is longest spelled out first; its own before the product's. */
export async function abbreviationsOf(q: Queryable, agencyId: string): Promise<readonly Abbreviation[]> {
  const own = await lookUp(q, agencyId);
  const leftOut = new Set(own.filter(({ used }) => !used).map(({ short }) => short));
  const bare = (text: string) => text.replace(/\s*\([^()]*\)$/u, "");
  const all = new Map<string, Abbreviation>();
  for (const { short, meaning } of [...own.filter(({ used }) => used), ...knownAbbreviations]) {
    const said = bare(meaning);
    if (said !== "" && !leftOut.has(short))
      all.set(`${short} ${said.toLowerCase()}`, { short, meaning: said });
  }
  return [...all.values()].sort((a, b) => b.meaning.length - a.meaning.length);
}
