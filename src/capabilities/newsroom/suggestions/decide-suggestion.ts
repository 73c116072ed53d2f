import { eq } from "drizzle-orm";
import { personNames } from "#organization";
import { Conflict } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import type { Work } from "#platform/work/work.ts";
import { contentSuggestion } from "../tables.ts";
import { causeIs } from "./suggest-content.ts";
import { type Suggestion, suggestionSpans } from "./suggestion.ts";
import { suggestionsNow } from "./suggestion-queries.ts";

export interface Cause {
  source: string;
  key: string;
}

type Row = typeof contentSuggestion.$inferSelect;
type Decision =
  | { state: "accepted"; storyId: string; reason: null }
  | { state: "aside"; storyId: null; reason: string };

/** The row of a cause, held until the transaction ends; null: nobody said it or decided on it yet. */
export async function suggestionForUpdate({ tx, actor }: Work, cause: Cause): Promise<Row | null> {
  const [row] = await tx.select().from(contentSuggestion).where(causeIs(actor.agencyId, cause)).for("update");
  return row ?? null;
}

async function refuseDecided(work: Work, row: Row | null): Promise<never> {
  const who = row?.decidedBy && (await personNames(work.tx, [row.decidedBy])).get(row.decidedBy);
  throw new Conflict(
    who
      ? row.state === "aside"
        ? `${who} vừa gác lại gợi ý này: ${row.reason}.`
        : `${who} vừa lập đề tài từ gợi ý này.`
      : "Gợi ý này không còn: đã có tin, bài hoặc đề tài, hoặc kỳ đã qua.",
    { advice: "Hãy tải lại trang để xem các gợi ý còn lại." },
  );
}

/** What is still suggested, with its row where there is one already. */
export interface OpenSuggestion {
  its: Suggestion;
  row: Row | null;
}

/** What is still suggested under a cause. @throws Conflict: it is decided on, or no longer lacking. */
export async function openSuggestion(work: Work, cause: Cause): Promise<OpenSuggestion> {
  const row = await suggestionForUpdate(work, cause);
  for (const span of suggestionSpans) {
    const { open } = await suggestionsNow(work.tx, work.actor, { span, now: work.at });
    const its = open.find(({ source, key }) => source === cause.source && key === cause.key);
    if (its) return { its, row };
  }
  return refuseDecided(work, row);
}

/** Writes down what was decided, once per cause. Gives the suggestion's id. @throws Conflict: another was quicker. */
export async function keepDecision(
  work: Work,
  { its, row }: OpenSuggestion,
  decision: Decision,
): Promise<string> {
  const { tx, actor, at } = work;
  const decided = { ...decision, decidedBy: actor.personId, decidedAt: at };
  if (row) {
    await tx.update(contentSuggestion).set(decided).where(eq(contentSuggestion.id, row.id));
    return row.id;
  }
  // No row was there to hold: whoever decided meanwhile has made it, and it is met here.
  const [made] = await tx
    .insert(contentSuggestion)
    .values({
      id: uuidv7(),
      agencyId: actor.agencyId,
      source: its.source,
      sourceLabel: its.sourceLabel,
      sourceKey: its.key,
      title: its.title,
      why: its.why,
      href: its.href,
      until: its.until,
      clauseId: its.links.clauseIds[0] ?? null,
      madeAt: at,
      ...decided,
    })
    .onConflictDoNothing()
    .returning();
  return made ? made.id : refuseDecided(work, await suggestionForUpdate(work, its));
}
