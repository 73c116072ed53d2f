import { StateBadge, type StateTone } from "#ui/state-badge.tsx";
import { type TipState, tipStateLabels } from "../../contract.ts";

const tones: Record<TipState, StateTone> = {
  sent: "note",
  taken: "waiting",
  used: "done",
  merged: "approved",
  declined: "returned",
  withdrawn: "withdrawn",
};

export const TipStateBadge = ({ state }: { state: TipState }) => (
  <StateBadge tone={tones[state]} word={tipStateLabels[state]} />
);
