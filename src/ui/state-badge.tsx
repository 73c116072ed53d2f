import { Badge } from "@mantine/core";
import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconBan,
  IconCheck,
  IconCircleDashed,
  IconClock,
  IconHourglass,
  IconInfoCircle,
  IconLock,
  IconPencil,
  IconWorld,
} from "@tabler/icons-react";
import type { ScreenIcon } from "./screen.ts";

/** What a state means to the person looking; each has its colour and icon, and the word says it all. */
export type StateTone =
  | "draft"
  | "waiting"
  | "returned"
  | "approved"
  | "scheduled"
  | "published"
  | "withdrawn"
  | "done"
  | "failed"
  | "ahead"
  | "none"
  | "note"
  | "limited";

const looks: Record<StateTone, { color: string; icon: ScreenIcon }> = {
  draft: { color: "gray", icon: IconPencil },
  waiting: { color: "yellow", icon: IconHourglass },
  returned: { color: "orange", icon: IconArrowBackUp },
  approved: { color: "teal", icon: IconCheck },
  scheduled: { color: "blue", icon: IconClock },
  published: { color: "green", icon: IconWorld },
  withdrawn: { color: "gray", icon: IconBan },
  done: { color: "green", icon: IconCheck },
  failed: { color: "red", icon: IconAlertTriangle },
  ahead: { color: "green", icon: IconClock },
  none: { color: "gray", icon: IconCircleDashed },
  note: { color: "blue", icon: IconInfoCircle },
  limited: { color: "grape", icon: IconLock },
};

const LONGEST_LINE = 24;

/** A state as word, colour and icon: never colour alone. `word` is the Vietnamese word of the state. */
export function StateBadge({ tone, word }: { tone: StateTone; word: string }) {
  const { color, icon: Icon } = looks[tone];
  const long = word.length > LONGEST_LINE;
  return (
    <Badge
      variant="light"
      color={color}
      radius="sm"
      tt="none"
      fw={600}
      size="lg"
      leftSection={<Icon size={14} stroke={2.2} />}
      styles={{
        root: { height: "auto", minHeight: 26, flexShrink: long ? 1 : 0 },
        // A state is never cut short; only a long remark may take several lines.
        label: { overflow: "visible", whiteSpace: long ? "normal" : "nowrap", lineHeight: 1.5 },
      }}
    >
      {word}
    </Badge>
  );
}
