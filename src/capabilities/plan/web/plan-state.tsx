import { Group } from "@mantine/core";
import { formatDate, toVietnamDate } from "#platform/clock/vietnam-time.ts";
import { StateBadge, type StateTone } from "#ui/state-badge.tsx";
import { standingWords } from "../contract.ts";
import type { PlanView } from "./api.ts";

type Facts = Pick<
  PlanView,
  "issuer" | "standing" | "state" | "number" | "symbol" | "issuedOn" | "publishedAt" | "takenBackAt"
>;

const day = (moment: string) => formatDate(toVietnamDate(moment));

const standingTones: Record<Facts["standing"], StateTone> = {
  waiting: "draft",
  "in-force": "approved",
  replaced: "withdrawn",
  ended: "none",
};

/** Whether the plan is carried out, has its number, and is seen by the public. */
export function PlanState({ plan }: { plan: Facts }) {
  const { issuer, standing, state, number, symbol, issuedOn, publishedAt, takenBackAt } = plan;
  return (
    <Group gap="xs">
      {issuer === null ? (
        <StateBadge tone={standingTones[standing]} word={standingWords[standing]} />
      ) : (
        <StateBadge tone="note" word={`Của ${issuer}, để đối chiếu`} />
      )}
      <StateBadge
        tone={state === "issued" ? "done" : "draft"}
        word={
          state === "issued"
            ? `Số ${number}/${symbol ?? ""} ngày ${issuedOn ? formatDate(issuedOn) : ""}`
            : "Chưa cấp số"
        }
      />
      {issuer !== null ? null : publishedAt ? (
        <StateBadge tone="published" word={`Công khai từ ${day(publishedAt)}`} />
      ) : takenBackAt ? (
        <StateBadge tone="withdrawn" word={`Rút khỏi cổng ${day(takenBackAt)}`} />
      ) : (
        <StateBadge tone="none" word="Chưa công khai" />
      )}
    </Group>
  );
}
