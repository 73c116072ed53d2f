import { sql } from "drizzle-orm";
import { toVietnamDate } from "../clock/vietnam-time.ts";
import type { Queryable } from "../database/database.ts";
import { withShortCodes } from "./codes.ts";
import { writtenWordsOf } from "./words.ts";

const LONGEST = 80;
const MOST_WORDS = 12;
/** Different words that an agency keeps of one day: a machine that asks for nonsense fills no table. */
const MOST_A_DAY = 1000;
/** Digits of a telephone or identity number, however they are parted; a procedure's code has seven. */
const TELLING_DIGITS = 8;

/** The words of a search as they may be kept; null: they may tell of a person, or of nothing. */
export function keptWords(query: string): string | null {
  if (/@|https?:|www\./iu.test(query) || query.trim().length > LONGEST) return null;
  const words = writtenWordsOf(withShortCodes(query));
  const kept = words.join(" ");
  const digits = kept.match(/\d/gu)?.length ?? 0;
  if (digits >= TELLING_DIGITS || words.length > MOST_WORDS || kept.length < 2 || kept.length > LONGEST)
    return null;
  return kept;
}

/** Counts a search that found nothing which holds its words, on its day. */
export async function countMissed(
  q: Queryable,
  { agencyId, query, at }: { agencyId: string; query: string; at: Date },
): Promise<void> {
  const words = keptWords(query);
  if (words === null) return;
  const day = toVietnamDate(at).toString();
  await q.execute(sql`
    insert into missed_search (agency_id, day, words)
    select ${agencyId}, ${day}, ${words}
    where (select count(*) from missed_search where agency_id = ${agencyId} and day = ${day}) < ${MOST_A_DAY}
    on conflict (agency_id, day, words) do update set times = missed_search.times + 1
  `);
}

const KEPT_DAYS = 90;
/** What was looked for fewer times than this is shown to nobody: one person alone may have typed it. */
export const LEAST_TIMES = 3;
const SELDOM_DAYS = 30;

/** Forgets what is old, and sooner what was seldom looked for. */
export async function forgetMissed(q: Queryable, at: Date): Promise<void> {
  const today = toVietnamDate(at);
  await q.execute(sql`
    delete from missed_search where day < ${today.subtract({ days: KEPT_DAYS }).toString()}
      or (day < ${today.subtract({ days: SELDOM_DAYS }).toString()} and (agency_id, words) in (
        select agency_id, words from missed_search group by agency_id, words having sum(times) < ${LEAST_TIMES}
      ))
  `);
}
