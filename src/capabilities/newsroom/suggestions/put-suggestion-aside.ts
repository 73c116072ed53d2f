import { eq } from "drizzle-orm";
import { Conflict, Unacceptable } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { contentSuggestion } from "../tables.ts";
import { type Cause, keepDecision, openSuggestion, suggestionForUpdate } from "./decide-suggestion.ts";
import { suggestionPolicy } from "./policy.ts";
import { isReadOff } from "./suggestion.ts";

/** Leaves a suggestion for this period, with the reason. @throws Conflict: it is decided on, or no longer lacking. */
export async function putSuggestionAside(
  work: Work,
  { reason, ...cause }: Cause & { reason: string },
): Promise<void> {
  const { actor } = work;
  suggestionPolicy.permit(actor, "putAside", { agencyId: actor.agencyId });
  if (reason.trim() === "")
    throw new Unacceptable("Hãy ghi lý do gác lại.", [{ field: "reason", message: "Hãy ghi lý do." }]);
  const open = await openSuggestion(work, cause);
  const { its } = open;
  const id = await keepDecision(work, open, { state: "aside", storyId: null, reason });
  await work.record({
    act: "put-suggestion-aside",
    objectKind: "suggestion",
    objectId: id,
    after: { source: its.sourceLabel, title: its.title, why: its.why },
    reason,
  });
}

/** Takes up again what was put aside; it is offered while its cause is there. */
export async function takeUpSuggestion(work: Work, cause: Cause): Promise<void> {
  const { tx, actor } = work;
  suggestionPolicy.permit(actor, "takeUp", { agencyId: actor.agencyId });
  const row = await suggestionForUpdate(work, cause);
  if (row?.state !== "aside") throw new Conflict("Gợi ý này không bị gác lại; hãy tải lại trang.");
  await tx
    .update(contentSuggestion)
    .set({
      // What the plan lacks is read off the plan; only what a source said stands in the table by itself.
      state: isReadOff(row.source) ? "withdrawn" : "open",
      reason: null,
      decidedBy: null,
      decidedAt: null,
    })
    .where(eq(contentSuggestion.id, row.id));
  await work.record({
    act: "take-up-suggestion",
    objectKind: "suggestion",
    objectId: row.id,
    before: { title: row.title, reason: row.reason },
  });
}
