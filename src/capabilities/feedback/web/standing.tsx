import { Group, Text } from "@mantine/core";
import { DayText } from "#ui/date-text.tsx";
import { StateBadge, type StateTone } from "#ui/state-badge.tsx";
import { type FeedbackState, feedbackStates, type Light, lightLabels } from "../contract.ts";

const tones: Record<FeedbackState, StateTone> = {
  received: "note",
  classified: "scheduled",
  "in-progress": "scheduled",
  "need-info": "waiting",
  forwarded: "note",
  answered: "done",
  published: "published",
  refused: "withdrawn",
  withdrawn: "withdrawn",
  merged: "withdrawn",
};
const lightTones: Record<Light, StateTone> = {
  open: "ahead",
  near: "waiting",
  overdue: "failed",
  paused: "none",
  "in-time": "done",
  late: "note",
  ended: "none",
};

/** State and clock of one, as words. */
export function Standing({
  state,
  light,
  nextDueOn,
}: {
  state: FeedbackState;
  light: Light;
  nextDueOn: string;
}) {
  const runs = light === "open" || light === "near" || light === "overdue";
  return (
    <Group gap="xs">
      <StateBadge tone={tones[state]} word={feedbackStates[state]} />
      {light !== "ended" && <StateBadge tone={lightTones[light]} word={lightLabels[light]} />}
      {runs && (
        <Text size="sm" c="gray.7" span>
          {state === "received" ? "phân loại" : "trả lời"} trước hết ngày <DayText day={nextDueOn} />
        </Text>
      )}
    </Group>
  );
}
