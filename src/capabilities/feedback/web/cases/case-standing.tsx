import { Group, Text } from "@mantine/core";
import { DayText } from "#ui/date-text.tsx";
import { StateBadge, type StateTone } from "#ui/state-badge.tsx";
import { caseStates } from "../../contract.ts";
import type { CaseRow } from "./api.ts";

const tones: Record<CaseRow["state"], StateTone> = {
  draft: "draft",
  submitted: "waiting",
  approved: "approved",
  returned: "returned",
};

/** State, unit and days of a case. */
export function CaseStanding({ state, unitName, beforeOn, afterOn, writtenByName }: CaseRow) {
  return (
    <Group gap="xs">
      <StateBadge tone={tones[state]} word={caseStates[state]} />
      <Text size="sm" c="gray.7" span>
        {unitName} · trước <DayText day={beforeOn} />, sau <DayText day={afterOn} /> · {writtenByName} soạn
      </Text>
    </Group>
  );
}
