import { StateBadge, type StateTone } from "#ui/state-badge.tsx";
import { type StoryState, storyStateLabels } from "../../contract.ts";

const tones: Record<StoryState, StateTone> = {
  proposed: "none",
  doing: "waiting",
  done: "done",
  dropped: "withdrawn",
};

export const StoryStateBadge = ({ state }: { state: StoryState }) => (
  <StateBadge tone={tones[state]} word={storyStateLabels[state]} />
);
