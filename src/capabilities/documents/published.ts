import { and, asc, desc, eq, isNotNull, isNull, or, type SQL, sql } from "drizzle-orm";
import type { Queryable } from "#platform/database/database.ts";
import type { FoundSignatures } from "#platform/official-document/signatures/signature-state.ts";
import { textsThatHold } from "#platform/search/text-holds.ts";
import { amendmentsOf, type RelatedDocument, replacementsOf } from "./amendments/amendment-queries.ts";
import { namedByWords, type OfficialDocument } from "./document-queries.ts";
import { asKnownNow, trustChangedAt } from "./files/file-queries.ts";
import { type Force, forceOn } from "./official-document.ts";
import { workingDaysToPublish } from "./publishing/working-days.ts";
import { documentFile, officialDocument } from "./tables.ts";

export type { RelatedDocument } from "./amendments/amendment-queries.ts";
export { forceWords } from "./force-words.ts";
export { forces } from "./official-document.ts";
export { ANY_DOCUMENT, documentTag } from "./publishing/document-changed.ts";

export interface PublishedDocumentSummary {
  id: string;
  slug: string;
  type: string;
  number: string;
  issuedOn: string;
  issuer: string | null;
  abstract: string | null;
  topic: string | null;
  force: Force | null;
  publishedAt: Date;
}

/** What a reader asks the list for; "" for whatever. */
export interface PublishedWanted {
  q: string;
  type: string;
  issuer: string;
  year: string;
  topic: string;
  force: string;
}

const onPortal = (agencyId: string) =>
  and(eq(officialDocument.agencyId, agencyId), isNotNull(officialDocument.publishedAt));

/** The same as `forceOn`, for the database. */
const forceSql = (day: string): SQL<Force | null> => sql`case
  when ${officialDocument.topic} is null then null
  when ${officialDocument.effectiveTo} < ${day}::date then 'ended'
  when ${officialDocument.effectiveTo} is null and ${officialDocument.replacedBy} is not null then 'ended'
  when ${officialDocument.effectiveFrom} <= ${day}::date then 'in-force'
  when ${officialDocument.effectiveFrom} > ${day}::date then 'not-yet'
  else 'unknown' end`;

const summaryOf = (row: OfficialDocument, day: string): PublishedDocumentSummary => ({
  id: row.id,
  slug: row.slug!,
  type: row.type,
  number: row.number!,
  issuedOn: row.issuedOn!,
  issuer: row.issuer,
  abstract: row.abstract,
  topic: row.topic,
  force: forceOn(row, day),
  publishedAt: row.publishedAt!,
});

/** The public documents that a reader asks for, by what names them or stands in their text, newest first. */
export async function listPublishedDocuments(
  q: Queryable,
  { agencyId, day, wanted }: { agencyId: string; day: string; wanted: PublishedWanted },
  { page, perPage }: { page: number; perPage: number },
): Promise<{ documents: PublishedDocumentSummary[]; total: number }> {
  const { type, issuer, year, topic, force } = wanted;
  const inText = textsThatHold({ agencyId, kind: "document", query: wanted.q });
  const where = and(
    onPortal(agencyId),
    // By a part of its number ("36/KH") as well as by whole words of its text.
    inText ? or(namedByWords(wanted.q), sql`${officialDocument.id} in ${inText}`) : namedByWords(wanted.q),
    type === "" ? undefined : eq(officialDocument.type, type),
    issuer === "" ? undefined : eq(officialDocument.issuer, issuer),
    topic === "" ? undefined : eq(officialDocument.topic, topic),
    year === "" ? undefined : sql`extract(year from ${officialDocument.issuedOn})::int = ${Number(year)}`,
    force === "" ? undefined : sql`${forceSql(day)} = ${force}`,
  );
  const rows = await q
    .select()
    .from(officialDocument)
    .where(where)
    .orderBy(desc(officialDocument.issuedOn), desc(officialDocument.publishedAt), officialDocument.id)
    .limit(perPage)
    .offset((page - 1) * perPage);
  return {
    documents: rows.map((row) => summaryOf(row, day)),
    total: await q.$count(officialDocument, where),
  };
}

/** The newest public documents, so many at most. */
export async function newestPublishedDocuments(
  q: Queryable,
  { agencyId, day, limit }: { agencyId: string; day: string; limit: number },
): Promise<{ documents: PublishedDocumentSummary[]; total: number }> {
  const wanted = { q: "", type: "", issuer: "", year: "", topic: "", force: "" };
  return listPublishedDocuments(q, { agencyId, day, wanted }, { page: 1, perPage: limit });
}

/** What the public documents can be narrowed by. */
export async function publishedChoices(q: Queryable, agencyId: string) {
  const column = async (value: SQL<string>) => {
    const rows = await q
      .selectDistinct({ value })
      .from(officialDocument)
      .where(and(onPortal(agencyId), sql`${value} is not null`))
      .orderBy(value);
    return rows.map((row) => row.value);
  };
  return {
    types: await column(sql<string>`${officialDocument.type}`),
    issuers: await column(sql<string>`${officialDocument.issuer}`),
    topics: await column(sql<string>`${officialDocument.topic}`),
    years: (await column(sql<string>`extract(year from ${officialDocument.issuedOn})::text`)).toReversed(),
  };
}

export interface PublishedFile {
  id: string;
  fileName: string;
  bytes: number;
  unreadReason: string | null;
  signatures: FoundSignatures | null;
}

export interface PublishedDocument extends PublishedDocumentSummary {
  effectiveFrom: string | null;
  effectiveTo: string | null;
  url: string | null;
  workingDays: number | null;
  files: PublishedFile[];
  /** Of the first file that has words. */
  fullText: string | null;
  amendedBy: (RelatedDocument & { fromDay: string })[];
  amends: (RelatedDocument & { fromDay: string })[];
  successor: RelatedDocument | null;
  replaces: RelatedDocument[];
}

/** Characters of a text that a page shows; the rest is in the file. */
export const SHOWN_TEXT = 150_000;

async function filesOf(q: Queryable, id: string) {
  const rows = await q
    .select({
      id: documentFile.id,
      fileName: documentFile.fileName,
      bytes: documentFile.bytes,
      unreadReason: documentFile.unreadReason,
      signatures: documentFile.signatures,
      stale: sql<boolean>`coalesce(${documentFile.checkedAt} < ${trustChangedAt}, false)`,
      text: sql<string | null>`left(${documentFile.fullText}, ${SHOWN_TEXT + 1})`,
    })
    .from(documentFile)
    .where(and(eq(documentFile.documentId, id), isNull(documentFile.endedAt)))
    .orderBy(asc(documentFile.addedAt), documentFile.id);
  return {
    files: rows.map(({ stale, signatures, text: _, ...row }) => ({
      ...row,
      signatures: asKnownNow(signatures, stale),
    })),
    fullText: rows.find(({ text }) => text !== null)?.text ?? null,
  };
}

/** A document that was taken off the portal; null when none stood at the address. */
export interface TakenOffDocument {
  id: string;
  slug: string;
  title: string;
  takenOffAt: Date;
  reason: string;
  successor: RelatedDocument | null;
}

/** What stands at an address of the portal: the document, what is left of it, or nothing. */
export async function publishedDocument(
  q: Queryable,
  { agencyId, slug, day }: { agencyId: string; slug: string; day: string },
): Promise<{ document: PublishedDocument } | { takenOff: TakenOffDocument } | null> {
  const [row] = await q
    .select()
    .from(officialDocument)
    .where(and(eq(officialDocument.agencyId, agencyId), eq(officialDocument.slug, slug)));
  if (!row) return null;
  const { successor, replaces } = await replacementsOf(q, row);
  if (row.publishedAt === null) {
    const { id, type, number, takenOffAt, takenOffReason } = row;
    if (takenOffAt === null) return null;
    const title = `${type} ${number}`;
    return { takenOff: { id, slug, title, takenOffAt, reason: takenOffReason!, successor } };
  }
  return {
    document: {
      ...summaryOf(row, day),
      effectiveFrom: row.effectiveFrom,
      effectiveTo: row.effectiveTo,
      url: row.url,
      workingDays: await workingDaysToPublish(q, row),
      ...(await filesOf(q, row.id)),
      ...(await amendmentsOf(q, row)),
      successor,
      replaces,
    },
  };
}

/** Addresses of the public documents, so many a part, oldest first so that a part stays as it is. */
export const publishedDocumentAddresses = (
  q: Queryable,
  agencyId: string,
  { page, perPage }: { page: number; perPage: number },
) =>
  q
    .select({ slug: officialDocument.slug, publishedAt: officialDocument.publishedAt })
    .from(officialDocument)
    .where(onPortal(agencyId))
    .orderBy(officialDocument.publishedAt, officialDocument.id)
    .limit(perPage)
    .offset((page - 1) * perPage);
