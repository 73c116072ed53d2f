import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import type { Database, Queryable } from "#platform/database/database.ts";
import { writtenWordsOf } from "#platform/search/words.ts";
import { canonicalSyllable } from "#platform/text/tone.ts";
import { unaccent } from "#platform/text/unaccent.ts";
import { documentFile, documentFileWords } from "../tables.ts";

/** PostgreSQL takes a megabyte of different words of one text; no text that people write comes near. */
const MOST_BYTES = 900_000;
/** Files that one run of the job goes through. */
const AT_MOST = 200;

/** The words of a text in their order, spelled in one way; each different word is looked at once. */
function wordsIn(text: string): string[] {
  const spelled = new Map<string, string>();
  const words: string[] = [];
  let bytes = 0;
  for (const written of writtenWordsOf(text)) {
    let word = spelled.get(written);
    if (word === undefined) {
      word = canonicalSyllable(written);
      spelled.set(written, word);
      bytes += Buffer.byteLength(word);
      if (bytes > MOST_BYTES) break;
    }
    words.push(word);
  }
  return words;
}

/** Makes a file findable in the register by the words that stand in it. */
export async function keepWords(
  q: Queryable,
  { id, agencyId, fullText }: { id: string; agencyId: string; fullText: string | null },
): Promise<void> {
  if (fullText === null) return;
  const words = wordsIn(fullText).join(" ");
  await q
    .insert(documentFileWords)
    .values({ fileId: id, agencyId, words, wordsPlain: unaccent(words) })
    .onConflictDoNothing();
}

/** Makes findable what was attached before the register was searched by words; gives how many files that were. */
export async function keepMissingWords(database: Database): Promise<number> {
  for (let done = 0; done < AT_MOST; done += 1) {
    const [file] = await database
      .select({ id: documentFile.id, agencyId: documentFile.agencyId, fullText: documentFile.fullText })
      .from(documentFile)
      .leftJoin(documentFileWords, eq(documentFileWords.fileId, documentFile.id))
      .where(and(isNotNull(documentFile.fullText), isNull(documentFileWords.fileId)))
      .orderBy(sql`${documentFile.endedAt} desc nulls first`, documentFile.id)
      .limit(1);
    if (!file) return done;
    await keepWords(database, file);
  }
  return AT_MOST;
}
