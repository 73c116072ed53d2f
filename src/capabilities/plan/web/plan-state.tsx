import { Group } from "@mantine/core";
import { formatDate, toVietnamDate } from "#platform/clock/vietnam-time.ts";
import { StateBadge } from "#ui/state-badge.tsx";
import type { PlanView } from "./api.ts";

type Facts = Pick<PlanView, "state" | "number" | "symbol" | "issuedOn" | "publishedAt" | "takenBackAt">;

const day = (moment: string) => formatDate(toVietnamDate(moment));

/** Whether the plan has its number, and whether the public sees it. */
export function PlanState({ plan }: { plan: Facts }) {
  const { state, number, symbol, issuedOn, publishedAt, takenBackAt } = plan;
  return (
    <Group gap="xs">
      <StateBadge
        tone={state === "issued" ? "done" : "draft"}
        word={
          state === "issued"
            ? `Số ${number}/${symbol ?? ""} ngày ${issuedOn ? formatDate(issuedOn) : ""}`
            : "Chưa cấp số"
        }
      />
      {publishedAt ? (
        <StateBadge tone="published" word={`Công khai từ ${day(publishedAt)}`} />
      ) : takenBackAt ? (
        <StateBadge tone="withdrawn" word={`Rút khỏi cổng ${day(takenBackAt)}`} />
      ) : (
        <StateBadge tone="none" word="Chưa công khai" />
      )}
    </Group>
  );
}
