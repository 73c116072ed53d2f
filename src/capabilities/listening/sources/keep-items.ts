import { createHash } from "node:crypto";
import { uuidv7 } from "#platform/database/id.ts";
import { beginning } from "#platform/text/beginning.ts";
import { unaccent } from "#platform/text/unaccent.ts";
import type { Work } from "#platform/work/work.ts";
import type { ReadItem } from "../reading/read-feed.ts";
import { listeningItem } from "../tables.ts";

/** Items that are kept of one answer: a sitemap may name every page of a newspaper. */
const MOST = 1_000;
const AT_ONCE = 200;
/** As much as a quotation: the text itself belongs to who wrote it. */
const LONGEST_SUMMARY = 400;

/** As words are compared: without diacritics, capitals and doubled spaces. */
export const bareOf = (text: string): string =>
  unaccent(text.normalize("NFC")).toLowerCase().replace(/\s+/g, " ").trim();

/** What came out in the future or came without a moment stands where it was seen. */
const placeOf = (publishedAt: Date | null, seen: Date): Date =>
  publishedAt !== null && publishedAt <= seen ? publishedAt : seen;

/** Keeps what is new of a feed; an item without a title tells nobody anything. Gives how many were new. */
export async function keepItems(
  { tx, actor, at }: Work,
  sourceId: string,
  items: readonly ReadItem[],
): Promise<number> {
  const rows = items
    .filter(({ title }) => title !== null)
    .slice(0, MOST)
    .map(({ id, url, title, summary, publishedAt }) => {
      const published = publishedAt === null ? null : new Date(publishedAt);
      const short = beginning(summary ?? "", LONGEST_SUMMARY);
      return {
        ...{ id: uuidv7(), agencyId: actor.agencyId, sourceId },
        itemKey: createHash("sha256").update(id).digest("hex"),
        url: url !== null && /^https?:/.test(url) ? url : null,
        ...{ title: title!, summary: short, publishedAt: published },
        ...{ seenAt: at, placedAt: placeOf(published, at), search: bareOf(`${title} ${short}`) },
      };
    });
  let kept = 0;
  for (let from = 0; from < rows.length; from += AT_ONCE)
    kept += (
      await tx
        .insert(listeningItem)
        .values(rows.slice(from, from + AT_ONCE))
        .onConflictDoNothing()
        .returning({ id: listeningItem.id })
    ).length;
  return kept;
}
