import { Group } from "@mantine/core";
import { StateBadge, type StateTone } from "#ui/state-badge.tsx";
import { type ContentState, stateLabels } from "../contract.ts";

const tones: Record<ContentState, StateTone> = {
  draft: "draft",
  discarded: "withdrawn",
  submitted: "waiting",
  returned: "returned",
  approved: "approved",
  scheduled: "scheduled",
  published: "published",
  withdrawn: "withdrawn",
  removed: "withdrawn",
};

/** The state word with the marks that stand beside it. */
export function ContentStateBadge({
  item,
}: {
  item: { state: ContentState; postCheckDue: boolean; corrections?: { decidedAt: string | null }[] };
}) {
  return (
    <Group gap={6}>
      <StateBadge tone={tones[item.state]} word={stateLabels[item.state]} />
      {item.postCheckDue && <StateBadge tone="waiting" word="Chờ hậu kiểm" />}
      {item.corrections?.some(({ decidedAt }) => decidedAt === null) && (
        <StateBadge tone="waiting" word="Chờ duyệt đính chính" />
      )}
    </Group>
  );
}
