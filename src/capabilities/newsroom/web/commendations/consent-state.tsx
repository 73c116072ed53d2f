import { StateBadge, type StateTone } from "#ui/state-badge.tsx";
import { type ConsentState, consentStateLabels } from "../../contract.ts";

const tones: Record<ConsentState, StateTone> = {
  "not-needed": "none",
  missing: "waiting",
  given: "done",
  withdrawn: "failed",
};

export const ConsentBadge = ({ consent }: { consent: ConsentState }) => (
  <StateBadge tone={tones[consent]} word={consentStateLabels[consent]} />
);
