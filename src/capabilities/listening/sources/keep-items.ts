import { createHash } from "node:crypto";
import { uuidv7 } from "#platform/database/id.ts";
import { beginning } from "#platform/text/beginning.ts";
import type { Work } from "#platform/work/work.ts";
import type { ReadItem } from "../reading/read-feed.ts";
import { bareOf } from "../sorting/bare-words.ts";
import { whetherNames } from "../sorting/names-agency.ts";
import { listeningItem, listeningPrint } from "../tables.ts";
import { printOf } from "./print-of.ts";

/** Items that are kept of one answer: a sitemap may name every page of a newspaper. */
const MOST = 1_000;
const AT_ONCE = 200;
/** As much as a quotation: the text itself belongs to who wrote it. */
const LONGEST_SUMMARY = 400;

/** What came out in the future or came without a moment stands where it was seen. */
const placeOf = (publishedAt: Date | null, seen: Date): Date =>
  publishedAt !== null && publishedAt <= seen ? publishedAt : seen;

/** Keeps what is new of a feed; an item without a title tells nobody anything. Gives how many were new. */
export async function keepItems(
  { tx, actor, at }: Work,
  sourceId: string,
  items: readonly ReadItem[],
): Promise<number> {
  const { agencyId } = actor;
  const rows = items
    .filter(({ title }) => title !== null)
    .slice(0, MOST)
    .map((item) => {
      const { id, url, title, summary, publishedAt } = item;
      const published = publishedAt === null ? null : new Date(publishedAt);
      const short = beginning(summary ?? "", LONGEST_SUMMARY);
      const row = {
        ...{ id: uuidv7(), agencyId, sourceId },
        itemKey: createHash("sha256").update(id).digest("hex"),
        url: url !== null && /^https?:/.test(url) ? url : null,
        ...{ title: title!, summary: short, publishedAt: published },
        ...{ seenAt: at, placedAt: placeOf(published, at), search: bareOf(`${title} ${short}`) },
      };
      return { row, item };
    });
  const names = await whetherNames(tx, agencyId);
  let kept = 0;
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const part = rows.slice(from, from + AT_ONCE);
    const made = await tx
      .insert(listeningItem)
      .values(part.map(({ row }) => row))
      .onConflictDoNothing()
      .returning({ id: listeningItem.id });
    kept += made.length;
    const fresh = new Set(made.map(({ id }) => id));
    const prints = part
      .filter(({ row }) => fresh.has(row.id))
      .map(({ row, item }) => ({ itemId: row.id, agencyId, seenAt: at, ...printOf(item, names) }));
    if (prints.length > 0) await tx.insert(listeningPrint).values(prints);
  }
  return kept;
}
