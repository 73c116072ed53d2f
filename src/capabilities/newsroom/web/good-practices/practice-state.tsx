import { StateBadge, type StateTone } from "#ui/state-badge.tsx";
import { type PracticeState, practiceStateLabels } from "../../contract.ts";

const tones: Record<PracticeState, StateTone> = {
  proposed: "waiting",
  registered: "done",
  refused: "returned",
  ended: "withdrawn",
};

export const PracticeStateBadge = ({ state }: { state: PracticeState }) => (
  <StateBadge tone={tones[state]} word={practiceStateLabels[state]} />
);
