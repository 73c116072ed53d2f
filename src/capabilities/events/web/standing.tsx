import { StateBadge, type StateTone } from "#ui/state-badge.tsx";
import { type EventState, eventStates } from "../contract.ts";

const tones: Record<EventState, StateTone> = {
  draft: "draft",
  announced: "published",
  postponed: "waiting",
  cancelled: "withdrawn",
  held: "done",
};

export function Standing({ state }: { state: EventState }) {
  return <StateBadge tone={tones[state]} word={eventStates[state]} />;
}
