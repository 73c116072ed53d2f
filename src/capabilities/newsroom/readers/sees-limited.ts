import { type Actor, hasRole } from "#platform/auth/actor.ts";
import type { ContentState } from "../content-item.ts";
import { mayDecide, type Standing, type Step } from "../review/review.ts";

/** A text that is limited, and who is close to it. */
export interface LimitedText {
  unitId: string;
  state: ContentState;
  /** Who began it, wrote any revision, or is to make it. */
  writerIds: string[];
  /** Named as readers. */
  personIds: string[];
  unitIds: string[];
  /** Of its route, and of the submission that is open. */
  steps: Step[];
}

/**
 * The one rule of who sees a limited text: its writers, those named, those who decide at one of its steps, and, once it
 * is approved, those who publish.
 */
export function seesLimited(
  actor: Actor,
  { unitId, state, writerIds, personIds, unitIds, steps }: LimitedText,
  standing: Standing,
): boolean {
  if (writerIds.includes(actor.personId) || personIds.includes(actor.personId)) return true;
  if (actor.appointments.some((held) => held.unitId !== null && unitIds.includes(held.unitId))) return true;
  if (steps.some((step) => mayDecide(actor, unitId, step, standing))) return true;
  return (state === "approved" || state === "scheduled") && hasRole(actor, "editor", "office", "leadership");
}
