import { sql } from "drizzle-orm";
import { Unacceptable } from "#platform/auth/policy.ts";
import { toNfc } from "#platform/text/nfc.ts";
import type { Work } from "#platform/work/work.ts";
import { languageWord } from "../tables.ts";
import { languageWordPolicy } from "./policy.ts";
import { type ListedWord, type OwnWord, wordSorts } from "./word-list.ts";

/** More are no list that anybody keeps, and each costs time in every text. */
const MOST_WORDS = 1000;

const plain = (text: string) => toNfc(text).replace(/\s+/gu, " ").trim();

/** One entry whatever the letters' size, but of abbreviations: there it tells them apart. */
const entry = ({ sort, words }: Pick<ListedWord, "sort" | "words">, agencyId: string) =>
  sql`${languageWord.agencyId} = ${agencyId} and ${languageWord.sort} = ${sort}
    and (case ${languageWord.sort} when 'abbreviation' then ${languageWord.words} else lower(${languageWord.words}) end)
      = (case ${sort} when 'abbreviation' then ${words} else lower(${words}) end)`;

/** Puts words in the agency's list, says otherwise what to write for them, or leaves them out (`used` false). */
export async function saveWord(work: Work, given: OwnWord): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId } = actor;
  languageWordPolicy.permit(actor, "save", { agencyId });
  const word = { ...given, words: plain(given.words), instead: plain(given.instead) };
  const refuse = (field: string, message: string) => {
    throw new Unacceptable(message, [{ field, message }]);
  };
  if (!/[\p{L}]{2}/u.test(word.words)) refuse("words", "Hãy ghi ít nhất hai chữ cái.");
  if (word.sort === "abbreviation" && !/^[A-ZĐ]{2,8}$/u.test(word.words))
    refuse("words", "Chữ viết tắt gồm hai đến tám chữ in hoa, không có dấu cách.");
  if (word.used && word.instead === "" && wordSorts[word.sort].blank === null)
    refuse("instead", `Hãy ghi mục “${wordSorts[word.sort].instead}”.`);
  if (word.instead.toLowerCase() === word.words.toLowerCase())
    refuse("instead", "Hai mục giống nhau; hãy ghi cách viết khác.");
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`language_word ${agencyId}`}))`);
  const [before] = await tx.delete(languageWord).where(entry(word, agencyId)).returning();
  if (!before) {
    const { rows } = await tx.execute<{ count: number }>(
      sql`select count(*)::int as count from language_word where agency_id = ${agencyId}`,
    );
    if (rows[0]!.count >= MOST_WORDS)
      refuse("words", `Danh sách riêng đã có ${MOST_WORDS} mục; hãy bỏ bớt mục không còn cần.`);
  }
  await tx.insert(languageWord).values({ agencyId, ...word, changedBy: actor.personId, changedAt: at });
  await work.record({
    act: word.used ? "save-word" : "leave-out-word",
    objectKind: "language-word",
    objectId: agencyId,
    before: before && { sort: before.sort, words: before.words, instead: before.instead },
    after: { sort: word.sort, words: word.words, instead: word.instead },
  });
}

/** The agency's own entry goes: what the product says of these words, if anything, holds again. */
export async function resetWord(
  work: Work,
  { sort, words }: Pick<ListedWord, "sort" | "words">,
): Promise<void> {
  const { tx, actor } = work;
  languageWordPolicy.permit(actor, "save", { agencyId: actor.agencyId });
  const [gone] = await tx
    .delete(languageWord)
    .where(entry({ sort, words: plain(words) }, actor.agencyId))
    .returning();
  if (!gone) return;
  await work.record({
    act: "reset-word",
    objectKind: "language-word",
    objectId: actor.agencyId,
    before: { sort, words: gone.words, instead: gone.instead },
  });
}
