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
  | "none"
  | "note";

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
  none: { color: "gray", icon: IconCircleDashed },
  note: { color: "blue", icon: IconInfoCircle },
};

/** A state as word, colour and icon: never colour alone. `word` is the Vietnamese word of the state. */
export function StateBadge({ tone, word }: { tone: StateTone; word: string }) {
  const { color, icon: Icon } = looks[tone];
  return (
    <Badge
      variant="light"
      color={color}
      radius="sm"
      tt="none"
      fw={600}
      size="lg"
      leftSection={<Icon size={14} stroke={2.2} />}
      styles={{ root: { flexShrink: 0 } }}
    >
      {word}
    </Badge>
  );
}
