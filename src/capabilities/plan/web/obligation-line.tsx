import { Button, Group, List, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Confirm } from "#ui/confirm.tsx";
import { StateBadge } from "#ui/state-badge.tsx";
import { api, type ObligationView, type PlanView } from "./api.ts";
import { obligationDue } from "./words.ts";

/** One obligation: code, duty, who answers, proof wanted, and whether anything discharges it. */
export function ObligationLine({ plan, obligation }: { plan: PlanView; obligation: ObligationView }) {
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const { id, code, what, leadUnits, due, evidenceWanted, noneReason } = obligation;
  const proofs = plan.evidence.filter(({ obligationIds }) => obligationIds.includes(id)).length;
  const tasks = plan.tasks.filter(({ obligationIds }) => obligationIds.includes(id)).length;
  const update = useMutation(
    api.plan.setNoneReason.mutationOptions({
      onSuccess: () => {
        setAsking(false);
        void queries.invalidateQueries({ queryKey: api.plan.key() });
      },
    }),
  );
  return (
    <List.Item>
      <Text span size="sm" fw={600}>
        {code}
      </Text>{" "}
      <Text span size="sm">
        {what}
      </Text>
      <Text size="sm" c="gray.7">
        {leadUnits.join(", ") || "Chưa rõ đơn vị"} · {obligationDue[due]}
        {evidenceWanted && ` · Minh chứng: ${evidenceWanted}`}
      </Text>
      <Group gap="xs" mt={4}>
        {proofs > 0 ? (
          <StateBadge tone="done" word={`${proofs} minh chứng`} />
        ) : noneReason ? (
          <StateBadge tone="note" word={`Không thực hiện: ${noneReason}`} />
        ) : (
          <StateBadge tone="none" word={tasks === 0 ? "Chưa có nhiệm vụ" : "Chưa có minh chứng"} />
        )}
        {plan.may.manage?.allowed && proofs === 0 && (
          <Button size="compact-xs" variant="subtle" onClick={() => setAsking(true)}>
            {noneReason ? "Sửa lý do" : "Ghi lý do không thực hiện"}
          </Button>
        )}
      </Group>
      <Confirm
        opened={asking}
        onClose={() => setAsking(false)}
        title={`Lý do không thực hiện ${code}`}
        verb="Ghi lý do"
        reasonLabel="Lý do"
        quickReasons={["Không phát sinh trong năm", "Thuộc cơ quan khác", "Chủ đề đã kết thúc"]}
        pending={update.isPending}
        error={update.error}
        onConfirm={(reason) => update.mutate({ id, reason })}
      >
        Lý do được in trong phụ lục báo cáo thay cho minh chứng.
      </Confirm>
    </List.Item>
  );
}
