import { Group, Text } from "@mantine/core";
import { waitedSince } from "#ui/date-text.tsx";
import { StateBadge, type StateTone } from "#ui/state-badge.tsx";
import { type ContentState, type PlannedState, plannedStateLabels, stateLabels } from "../contract.ts";
import type { ItemSummary } from "./api.ts";
import { publishing } from "./publishing-time.ts";
import { LimitedBadge } from "./readers/limited-mark.tsx";

const tones: Record<ContentState, StateTone> = {
  draft: "draft",
  discarded: "withdrawn",
  submitted: "waiting",
  returned: "returned",
  refused: "failed",
  approved: "approved",
  scheduled: "scheduled",
  published: "published",
  withdrawn: "withdrawn",
  removed: "withdrawn",
};

/** The state of what is planned: nothing written yet, or that of its text. */
export function PlannedStateBadge({ state }: { state: PlannedState }) {
  return state === "planned" ? (
    <StateBadge tone="none" word={plannedStateLabels.planned} />
  ) : (
    <StateBadge tone={tones[state]} word={stateLabels[state]} />
  );
}

/** Which step waits, since when, and whether it is late. */
function TurnText({ turn }: { turn: NonNullable<ItemSummary["turn"]> }) {
  const { name, position, of, since, dueAt } = turn;
  const waited = waitedSince(since);
  const late = dueAt !== null && dueAt < new Date().toISOString();
  return (
    <Text span size="xs">
      {of > 1 && `bước ${position}/${of}: ${name}, `}
      {waited === "hôm nay" ? "chờ từ hôm nay" : `chờ ${waited}`}
      {late && ", quá hạn"}
    </Text>
  );
}

/** The state word with the marks that stand beside it. */
export function ContentStateBadge({
  item,
}: {
  item: Pick<
    ItemSummary,
    | "turn"
    | "state"
    | "scheduledAt"
    | "postCheckDue"
    | "hasNewerText"
    | "hasOpenCorrection"
    | "openComments"
    | "limited"
    | "unlinked"
  >;
}) {
  const when = publishing(item);
  return (
    <Group gap={6}>
      {when === "now" && <StateBadge tone="scheduled" word="Đang đăng" />}
      {when === "missed" && <StateBadge tone="failed" word="Quá giờ đăng" />}
      {when !== "now" && when !== "missed" && (
        <StateBadge tone={tones[item.state]} word={stateLabels[item.state]} />
      )}
      {item.limited && <LimitedBadge />}
      {item.unlinked && <StateBadge tone="note" word="Chưa gắn kế hoạch" />}
      {item.turn && <TurnText turn={item.turn} />}
      {item.postCheckDue && <StateBadge tone="waiting" word="Chờ hậu kiểm" />}
      {item.hasOpenCorrection && <StateBadge tone="waiting" word="Bản sửa chờ duyệt" />}
      {item.openComments > 0 && <StateBadge tone="note" word={`${item.openComments} nhận xét`} />}
      {item.hasNewerText && !item.hasOpenCorrection && <StateBadge tone="draft" word="Có bản sửa" />}
    </Group>
  );
}
