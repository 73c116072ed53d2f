import { and, asc, gt, isNotNull, notInArray } from "drizzle-orm";
import { suggestContent } from "#newsroom";
import type { Database } from "#platform/database/database.ts";
import { redact } from "#platform/personal-data/redact.ts";
import { shorten } from "#platform/text/shorten.ts";
import { systemActor, work } from "#platform/work/work.ts";
import { feedback } from "../tables.ts";
import { oftenAsked } from "./often-asked.ts";

const DAYS = 90;

/**
 * What several people asked within the last days is suggested to the newsroom as questions and answers, once for each:
 * more of the same only renews the words of the suggestion. Gives how many are asked often.
 */
export async function suggestOftenAsked(database: Database, now = new Date()): Promise<number> {
  const rows = await database
    .select()
    .from(feedback)
    .where(
      and(
        isNotNull(feedback.words),
        notInArray(feedback.state, ["refused", "withdrawn"]),
        gt(feedback.receivedAt, new Date(now.getTime() - DAYS * 86_400_000)),
      ),
    )
    .orderBy(asc(feedback.receivedAt), asc(feedback.id));
  let found = 0;
  for (const [agencyId, own] of Map.groupBy(rows, (row) => row.agencyId))
    for (const group of oftenAsked(own.map((row) => ({ ...row, words: row.words! })))) {
      found += 1;
      const [first] = group;
      await work(
        database,
        systemActor(agencyId, "Sổ phản ánh, kiến nghị"),
        (current) =>
          suggestContent(current, {
            ...{ source: "feedback-often", sourceLabel: "Hỏi nhiều", key: first!.id },
            title: `Hỏi đáp: ${shorten(redact(first!.words), 100)}`,
            why: `${group.length} phản ánh gần giống nhau trong ${DAYS} ngày: ${group.map(({ code }) => code).join(", ")}. Nên có bài hỏi đáp để người sau khỏi phải hỏi.`,
            href: `/phan-anh/${first!.id}`,
          }),
        { at: now },
      );
    }
  return found;
}
