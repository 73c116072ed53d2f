import { and, eq } from "drizzle-orm";
import { NotFound } from "#platform/auth/policy.ts";
import { missedSearch, missedSearchDecision } from "#platform/search/tables.ts";
import type { Work } from "#platform/work/work.ts";
import { suggestContent } from "../suggestions/suggest-content.ts";
import type { MissedOutcome } from "./contract.ts";
import { missedSearchPolicy } from "./policy.ts";

async function decide(work: Work, words: string, outcome: MissedOutcome, note: string): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId } = actor;
  missedSearchPolicy.permit(actor, "decide", { agencyId });
  const [missed] = await tx
    .select({ words: missedSearch.words })
    .from(missedSearch)
    .where(and(eq(missedSearch.agencyId, agencyId), eq(missedSearch.words, words)))
    .limit(1);
  if (!missed) throw new NotFound("Không còn điều này trong danh sách tìm mà không thấy.");
  const decision = { outcome, note, decidedBy: actor.personId, decidedAt: at };
  await tx
    .insert(missedSearchDecision)
    .values({ agencyId, words, ...decision })
    .onConflictDoUpdate({
      target: [missedSearchDecision.agencyId, missedSearchDecision.words],
      set: decision,
    });
  await work.record({
    act: outcome === "settled" ? "settle-missed-search" : "suggest-missed-search",
    objectKind: "missed-search",
    objectId: agencyId,
    after: { words, note },
  });
}

/** Says of what readers looked for in vain that it has an answer now, or that it is no matter of the agency. */
export const settleMissedSearch = (
  work: Work,
  { words, note }: { words: string; note: string },
): Promise<void> => decide(work, words, "settled", note);

/** Makes a suggestion of content of it. */
export async function suggestMissedSearch(
  work: Work,
  { words, title }: { words: string; title: string },
): Promise<void> {
  await decide(work, words, "suggested", title);
  await suggestContent(work, {
    ...{ source: "missed-search", sourceLabel: "Tìm mà không thấy", key: words, title },
    why: `Người đọc tìm “${words}” trên cổng mà không thấy.`,
    href: "/tim-ma-khong-thay",
  });
}
