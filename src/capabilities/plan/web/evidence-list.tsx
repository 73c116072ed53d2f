import { Button, List, Stack } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { formatDate, toVietnamDate } from "#platform/clock/vietnam-time.ts";
import { Confirm } from "#ui/confirm.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { StateBadge } from "#ui/state-badge.tsx";
import { api } from "./api.ts";
import { ProofFacts } from "./proof-facts.tsx";

type TaskView = Awaited<ReturnType<typeof api.plan.getTask.call>>;

/** The proofs of a task, those withdrawn with their reason below. */
export function EvidenceList({ task, onRecord }: { task: TaskView; onRecord: () => void }) {
  const queries = useQueryClient();
  const [withdrawing, setWithdrawing] = useState<string | null>(null);
  const withdraw = useMutation(
    api.plan.withdrawEvidence.mutationOptions({
      onSuccess: () => {
        setWithdrawing(null);
        void queries.invalidateQueries({ queryKey: api.plan.key() });
      },
    }),
  );
  return (
    <Stack>
      {task.evidence.length === 0 && (
        <EmptyState
          title="Chưa có minh chứng"
          why="Tin, bài gắn với nhiệm vụ tự thành minh chứng khi được đăng. Văn bản, cuộc họp, sự kiện, ảnh chụp thì ghi tay ở đây."
          action={
            <MayButton may={task.may} verb="recordEvidence" onClick={onRecord}>
              Ghi minh chứng
            </MayButton>
          }
        />
      )}
      <List spacing="sm" listStyleType="none">
        {task.evidence.map((proof) => (
          <List.Item key={proof.id}>
            <ProofFacts proof={proof} />
            {proof.source !== "newsroom" && task.may.withdrawEvidence?.allowed && (
              <Button
                size="compact-xs"
                variant="subtle"
                color="red"
                aria-label={`Thu hồi minh chứng: ${proof.label}`}
                onClick={() => setWithdrawing(proof.id)}
              >
                Thu hồi minh chứng
              </Button>
            )}
          </List.Item>
        ))}
        {task.withdrawn.map((proof) => (
          <List.Item key={proof.id}>
            <ProofFacts proof={proof} />
            <StateBadge
              tone="withdrawn"
              word={`Đã thu hồi ${formatDate(toVietnamDate(proof.withdrawnAt))}: ${proof.withdrawnReason ?? ""}`}
            />
          </List.Item>
        ))}
      </List>
      <Confirm
        opened={withdrawing !== null}
        onClose={() => setWithdrawing(null)}
        title="Thu hồi minh chứng"
        verb="Thu hồi"
        reasonLabel="Lý do"
        quickReasons={["Ghi nhầm nhiệm vụ", "Tệp không đúng"]}
        pending={withdraw.isPending}
        error={withdraw.error}
        onConfirm={(reason) => withdrawing && withdraw.mutate({ id: withdrawing, reason })}
      >
        Minh chứng vẫn còn ở đây kèm lý do, nhưng không được tính nữa.
      </Confirm>
    </Stack>
  );
}
