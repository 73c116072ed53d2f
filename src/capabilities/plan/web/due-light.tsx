import { Stack, Text } from "@mantine/core";
import { StateBadge, type StateTone } from "#ui/state-badge.tsx";
import { type Deadline, deadlineInWords, deadlineRemark } from "../deadline.ts";

const tones: Record<Deadline["light"], StateTone> = {
  done: "done",
  overdue: "failed",
  soon: "waiting",
  ahead: "ahead",
};

/** How many working days are left of a task, or have gone by, as colour, icon and words; nothing without a day. */
export function DueLight({
  deadline,
  remark = false,
}: {
  deadline: Deadline | null;
  /** Says as well what must be known to read the count right. */
  remark?: boolean;
}) {
  if (deadline === null || deadline.light === "done") return null;
  const known = remark ? deadlineRemark(deadline) : null;
  return (
    <Stack gap={4} align="flex-start">
      <StateBadge tone={tones[deadline.light]} word={deadlineInWords(deadline)} />
      {known && (
        <Text size="sm" c="gray.7">
          {known}
        </Text>
      )}
    </Stack>
  );
}
