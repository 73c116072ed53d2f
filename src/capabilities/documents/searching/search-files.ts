import { and, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import type { Queryable } from "#platform/database/database.ts";
import { markerOf, type Piece, passageOf } from "#platform/search/passage.ts";
import { queryWords } from "#platform/search/words.ts";
import { unaccent } from "#platform/text/unaccent.ts";
import { givingWay } from "#platform/work/give-way.ts";
import { documentFile, documentFileWords, officialDocument } from "../tables.ts";

const PER_PAGE = 20;
/** Of more files that hold what is looked for, the newest documents are told apart by how they hold it. */
const TOLD_APART = 500;

export interface FileHit {
  documentId: string;
  type: string;
  number: string | null;
  abstract: string | null;
  issuedOn: string | null;
  fileId: string;
  fileName: string;
  passage: Piece[];
}

/** Files in use of an agency that hold every one of these words, those of the newest documents first. */
async function filesThatHold(
  q: Queryable,
  agencyId: string,
  column: "words" | "words_plain",
  words: string[],
): Promise<{ fileId: string; documentId: string }[]> {
  const asked = words.map((word) => `'${word}'`).join(" & ");
  return q
    .select({ fileId: documentFile.id, documentId: documentFile.documentId })
    .from(documentFileWords)
    .innerJoin(documentFile, eq(documentFile.id, documentFileWords.fileId))
    .innerJoin(officialDocument, eq(officialDocument.id, documentFile.documentId))
    .where(
      and(
        eq(documentFileWords.agencyId, agencyId),
        isNull(documentFile.endedAt),
        sql`search_words(${sql.raw(column)}) @@ ${asked}::tsquery`,
      ),
    )
    .orderBy(sql`${officialDocument.issuedOn} desc nulls last`, officialDocument.id, documentFile.id)
    .limit(TOLD_APART);
}

/** Which of these files hold the words side by side as they were typed. */
async function side(
  q: Queryable,
  column: SQL,
  words: string[],
  fileIds: string[],
): Promise<ReadonlySet<string>> {
  if (words.length < 2 || fileIds.length === 0) return new Set();
  const rows = await q
    .select({ fileId: documentFileWords.fileId })
    .from(documentFileWords)
    .where(
      and(
        inArray(documentFileWords.fileId, fileIds),
        sql`strpos(' ' || ${column} || ' ', ${` ${words.join(" ")} `}) > 0`,
      ),
    );
  return new Set(rows.map(({ fileId }) => fileId));
}

/**
 * Documents of an agency's register, public or not, with a file in use that holds every word: those that hold them side
 * by side as typed first, then all as typed, then the same but for diacritics; among equals the newest. Of each the file
 * that fits best, with the passage. `total`: how many documents there are, at most as many as are told apart.
 */
export async function searchFiles(
  q: Queryable,
  { agencyId, query, page }: { agencyId: string; query: string; page: number },
): Promise<{ total: number; isMore: boolean; hits: FileHit[] }> {
  const typed = queryWords(query);
  if (typed.length === 0) return { total: 0, isMore: false, hits: [] };
  const bare = typed.map(unaccent);
  const exact = await filesThatHold(q, agencyId, "words", [...new Set(typed)]);
  const plain = await filesThatHold(q, agencyId, "words_plain", [...new Set(bare)]);
  const files = new Map([...exact, ...plain].map((one) => [one.fileId, one]));
  const ids = [...files.keys()];
  const asTyped = new Set(exact.map(({ fileId }) => fileId));
  const together = await side(q, sql`${documentFileWords.words}`, typed, [...asTyped]);
  const nearly = await side(q, sql`${documentFileWords.wordsPlain}`, bare, ids);
  const rank = (id: string) => (together.has(id) ? 3 : asTyped.has(id) ? 2 : nearly.has(id) ? 1 : 0);
  // Sorting keeps the order among equals: the newest documents first.
  const best = new Map<string, string>();
  for (const id of ids.toSorted((a, b) => rank(b) - rank(a))) {
    const { documentId } = files.get(id)!;
    if (!best.has(documentId)) best.set(documentId, id);
  }
  const shown = [...best.values()].slice((page - 1) * PER_PAGE, page * PER_PAGE);
  return {
    total: best.size,
    isMore: plain.length >= TOLD_APART,
    hits: await passages(q, agencyId, shown, typed),
  };
}

async function passages(
  q: Queryable,
  agencyId: string,
  fileIds: string[],
  words: string[],
): Promise<FileHit[]> {
  if (fileIds.length === 0) return [];
  const marker = markerOf(words, []);
  const rest = givingWay();
  const hits: FileHit[] = [];
  for (const id of fileIds) {
    const [row] = await q
      .select({
        documentId: officialDocument.id,
        type: officialDocument.type,
        number: officialDocument.number,
        abstract: officialDocument.abstract,
        issuedOn: officialDocument.issuedOn,
        fileName: documentFile.fileName,
        fullText: documentFile.fullText,
      })
      .from(documentFile)
      .innerJoin(officialDocument, eq(officialDocument.id, documentFile.documentId))
      .where(and(eq(documentFile.agencyId, agencyId), eq(documentFile.id, id)));
    if (!row) continue;
    const { fullText, ...shown } = row;
    hits.push({ ...shown, fileId: id, passage: passageOf(fullText ?? "", marker) });
    await rest();
  }
  return hits;
}
