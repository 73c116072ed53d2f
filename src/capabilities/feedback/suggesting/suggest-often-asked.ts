import { suggestContent } from "#newsroom";
import type { Database } from "#platform/database/database.ts";
import { redact } from "#platform/personal-data/redact.ts";
import { shorten } from "#platform/text/shorten.ts";
import { systemActor, work } from "#platform/work/work.ts";
import { feedback } from "../tables.ts";
import { oftenAsked } from "./often-asked.ts";
import { ASKED_DAYS, draftsOf, inOrder, lately, OFTEN_SOURCE } from "./often-asked-queries.ts";

/**
 * What several people asked within the last days is suggested to the newsroom as questions and answers, once for each:
 * more of the same only renews the words of the suggestion. Gives how many are asked often.
 */
export async function suggestOftenAsked(database: Database, now = new Date()): Promise<number> {
  const rows = await database
    .select()
    .from(feedback)
    .where(lately(now))
    .orderBy(...inOrder);
  let found = 0;
  for (const [agencyId, own] of Map.groupBy(rows, (row) => row.agencyId))
    for (const group of oftenAsked(own.map((row) => ({ ...row, words: row.words! })))) {
      found += 1;
      const [first] = group;
      // What has its draft needs no suggestion.
      if ((await draftsOf(database, agencyId, group)).length > 0) continue;
      await work(
        database,
        systemActor(agencyId, "Sổ phản ánh, kiến nghị"),
        (current) =>
          suggestContent(current, {
            ...{ source: OFTEN_SOURCE, sourceLabel: "Hỏi nhiều", key: first!.id },
            title: `Hỏi đáp: ${shorten(redact(first!.words), 100)}`,
            why: `${group.length} phản ánh gần giống nhau trong ${ASKED_DAYS} ngày: ${group.map(({ code }) => code).join(", ")}. Nên có bài hỏi đáp để người sau khỏi phải hỏi.`,
            href: "/phan-anh/hoi-nhieu",
          }),
        { at: now },
      );
    }
  return found;
}
