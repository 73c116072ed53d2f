import { and, eq, isNull, sql } from "drizzle-orm";
import { startOfDay } from "#platform/clock/vietnam-time.ts";
import type { Queryable } from "#platform/database/database.ts";
import { invalidatePages } from "#platform/http/invalidate-pages.ts";
import { dropSearchText, putSearchText } from "#platform/search/search-text.ts";
import type { Work } from "#platform/work/work.ts";
import { documentFile, officialDocument } from "../tables.ts";

/** What the portal keeps of a document under this name is rendered afresh when the document changes. */
export const documentTag = (id: string): string => `document:${id}`;
export const ANY_DOCUMENT = "document:any";

/** Public pages that show these documents are rendered afresh after the commit. */
export const redraw = (q: Queryable, ids: string[]) =>
  invalidatePages(q, [...ids.map(documentTag), ANY_DOCUMENT]);

/** Characters of the words of a document's files that are looked through. */
const SEARCHED = 200_000;

/** Makes a document findable by its number, its abstract and its words while it is public, and not otherwise. */
async function keepFindable(q: Queryable, id: string): Promise<void> {
  const [found] = await q.select().from(officialDocument).where(eq(officialDocument.id, id));
  if (!found?.publishedAt) return dropSearchText(q, "document", id);
  const texts = await q
    .select({ text: sql<string>`left(${documentFile.fullText}, ${SEARCHED})` })
    .from(documentFile)
    .where(
      and(
        eq(documentFile.documentId, id),
        isNull(documentFile.endedAt),
        sql`${documentFile.fullText} is not null`,
      ),
    )
    .orderBy(documentFile.addedAt);
  const { agencyId, type, number, abstract, issuer, topic, issuedOn, publishedAt, slug } = found;
  await putSearchText(q, {
    agencyId,
    kind: "document",
    objectId: id,
    title: [type, number, abstract].filter(Boolean).join(" "),
    body: [issuer, topic, ...texts.map(({ text }) => text)].filter(Boolean).join("\n"),
    at: issuedOn ? startOfDay(issuedOn) : publishedAt,
    code: number,
    address: `/van-ban/${slug}`,
    label: type,
    fields: topic ? [topic] : [],
  });
}

/** Brings what the public sees and finds of documents in step with the register, in the act's own transaction. */
export async function documentsChanged({ tx }: Pick<Work, "tx">, ids: string[]): Promise<void> {
  for (const id of ids) await keepFindable(tx, id);
  await redraw(tx, ids);
}
