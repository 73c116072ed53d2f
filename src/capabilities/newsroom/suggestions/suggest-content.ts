import { and, eq } from "drizzle-orm";
import { uuidv7 } from "#platform/database/id.ts";
import type { Work } from "#platform/work/work.ts";
import { contentSuggestion } from "../tables.ts";

/** What might be told, as another capability says it. */
export interface NewSuggestion {
  /** A word of the capability's own ("procedure-decision") and one for people ("Quyết định công bố thủ tục"). */
  source: string;
  sourceLabel: string;
  /** The source's own name for the cause ("QĐ 120/2026 #3"): said again, it is the same suggestion. */
  key: string;
  /** Becomes the name of the story. */
  title: string;
  /** Why now, in a sentence or two. */
  why: string;
  /** Where in the workspace the cause is seen: "/thu-tuc/…". */
  href: string;
  /** YYYY-MM-DD, the last day on which it is worth telling; left out: no such day. */
  until?: string;
  clauseId?: string;
  obligationId?: string;
  taskId?: string;
}

/**
 * Suggests a story to those who plan, in the caller's transaction. Said again, it is the same suggestion with the words
 * said last; taken up or put aside, it stays so; withdrawn, it is open again.
 */
export async function suggestContent(work: Work, said: NewSuggestion): Promise<void> {
  const { tx, actor, at } = work;
  const { source, sourceLabel, key, title, why, href, until = null } = said;
  const words = { sourceLabel, title, why, href, until };
  const links = {
    clauseId: said.clauseId ?? null,
    obligationId: said.obligationId ?? null,
    taskId: said.taskId ?? null,
  };
  const id = uuidv7();
  const [made] = await tx
    .insert(contentSuggestion)
    .values({
      id,
      agencyId: actor.agencyId,
      source,
      sourceKey: key,
      ...words,
      ...links,
      madeAt: at,
      state: "open",
    })
    .onConflictDoNothing()
    .returning();
  if (!made) {
    const [known] = await tx
      .select()
      .from(contentSuggestion)
      .where(causeIs(actor.agencyId, said))
      .for("update");
    if (known!.state === "accepted" || known!.state === "aside") return;
    await tx
      .update(contentSuggestion)
      .set({ ...words, ...links, state: "open" })
      .where(eq(contentSuggestion.id, known!.id));
    return;
  }
  await work.record({
    act: "suggest-content",
    objectKind: "suggestion",
    objectId: id,
    after: { source: sourceLabel, title, why },
  });
}

/** Takes back what was suggested, since its cause is gone; what somebody decided on stays. */
export async function withdrawSuggestion(
  { tx, actor }: Work,
  cause: { source: string; key: string },
): Promise<void> {
  await tx
    .update(contentSuggestion)
    .set({ state: "withdrawn" })
    .where(and(causeIs(actor.agencyId, cause), eq(contentSuggestion.state, "open")));
}

/** The row of a cause. */
export const causeIs = (agencyId: string, { source, key }: { source: string; key: string }) =>
  and(
    eq(contentSuggestion.agencyId, agencyId),
    eq(contentSuggestion.source, source),
    eq(contentSuggestion.sourceKey, key),
  );
