import { eq } from "drizzle-orm";
import type { Queryable } from "#platform/database/database.ts";
import type { OwnAbbreviation } from "#platform/search/abbreviations-of.ts";
import { languageWord } from "../tables.ts";
import { wordsInUse } from "./word-list.ts";

/** What readers may abbreviate in the public search, as the list of words says it: the agency's over the product's. */
export async function searchAbbreviations(q: Queryable, agencyId: string): Promise<OwnAbbreviation[]> {
  const own = await q.select().from(languageWord).where(eq(languageWord.agencyId, agencyId));
  const said = [
    ...wordsInUse(own).map((word) => ({ ...word, used: true })),
    ...own.filter(({ used }) => !used),
  ];
  return said.flatMap(({ sort, words, instead, used }) =>
    sort === "abbreviation" ? [{ short: words, meaning: instead, used }] : [],
  );
}
