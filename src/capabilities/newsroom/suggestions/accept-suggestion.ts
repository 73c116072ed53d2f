import type { Work } from "#platform/work/work.ts";
import { addDeliverable, type DeliverableFields } from "../planning/assign-deliverable.ts";
import { proposeStory } from "../planning/propose-story.ts";
import { type Cause, keepDecision, openSuggestion, suggestionForUpdate } from "./decide-suggestion.ts";
import { suggestionPolicy } from "./policy.ts";

/**
 * Makes a story of a suggestion, with its first product and what of the plan it is to serve. The same one sent again
 * is the same story. Gives the story's id. @throws Conflict: it is decided on, or no longer lacking.
 */
export async function acceptSuggestion(
  work: Work,
  { storyId, source, key, title, ...product }: Cause & DeliverableFields & { storyId: string; title: string },
): Promise<string> {
  const { actor } = work;
  suggestionPolicy.permit(actor, "accept", { agencyId: actor.agencyId });
  const cause = { source, key };
  if ((await suggestionForUpdate(work, cause))?.storyId === storyId) return storyId;
  const open = await openSuggestion(work, cause);
  const { its } = open;
  await proposeStory(work, {
    id: storyId,
    title,
    note: its.why,
    unitId: product.unitId,
    leadPersonId: null,
    ...its.links,
  });
  await addDeliverable(work, { id: storyId, ...product });
  const id = await keepDecision(work, open, { state: "accepted", storyId, reason: null });
  await work.record({
    act: "accept-suggestion",
    objectKind: "suggestion",
    objectId: id,
    after: { source: its.sourceLabel, title: its.title, storyId },
  });
  return storyId;
}
