import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { Confirm } from "#ui/confirm.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api, type ObligationView, type PlanView } from "./api.ts";
import { type ClauseChange, ClauseDialog } from "./clause-dialog.tsx";
import { EvidenceDialog } from "./evidence-dialog.tsx";
import { ObligationDialog } from "./obligation-dialog.tsx";
import { TargetDialog } from "./targets/target-dialog.tsx";
import { type NewTask, TaskDialog } from "./task-dialog.tsx";

type ClauseView = PlanView["clauses"][number];

/** What was asked for at a clause or an obligation. */
export type Asked =
  | { kind: "obligation"; clause: ClauseView; obligation: ObligationView | null }
  | { kind: "clause"; clause: ClauseView; change: ClauseChange }
  | { kind: "task"; begin: NewTask }
  | { kind: "evidence"; obligation: ObligationView }
  | { kind: "target"; obligation: ObligationView }
  | { kind: "reason"; obligation: ObligationView };

/** The one dialog that is open over the clauses. Asked for the same thing again, it still holds what was typed. */
export function ClauseDialogs({ plan, asked }: { plan: PlanView; asked: Asked | null }) {
  const [opened, setOpened] = useState(false);
  useEffect(() => setOpened(asked !== null), [asked]);
  const close = () => setOpened(false);
  if (asked === null) return null;
  switch (asked.kind) {
    case "obligation": {
      const { clause, obligation } = asked;
      return (
        <ObligationDialog
          key={`${clause.id} ${obligation?.id}`}
          plan={plan}
          clause={clause}
          obligation={obligation}
          opened={opened}
          onClose={close}
        />
      );
    }
    case "clause":
      return (
        <ClauseDialog
          key={`${asked.clause.id} ${asked.change}`}
          plan={plan}
          clause={asked.clause}
          change={asked.change}
          opened={opened}
          onClose={close}
        />
      );
    case "target":
      return (
        <ObligationTarget
          key={asked.obligation.id}
          plan={plan}
          asked={asked.obligation}
          opened={opened}
          onClose={close}
        />
      );
    case "task":
      return (
        <TaskDialog
          key={`${asked.begin.clauseId} ${asked.begin.obligationIds}`}
          planId={plan.id}
          begin={asked.begin}
          opened={opened}
          onClose={close}
        />
      );
    case "evidence":
      return (
        <EvidenceDialog
          key={asked.obligation.id}
          planId={plan.id}
          begin={{ obligationIds: [asked.obligation.id] }}
          opened={opened}
          onClose={close}
        />
      );
    case "reason":
      return (
        <ReasonDialog
          key={asked.obligation.id}
          obligation={asked.obligation}
          opened={opened}
          onClose={close}
        />
      );
  }
}

function ReasonDialog({
  obligation,
  opened,
  onClose,
}: {
  obligation: ObligationView;
  opened: boolean;
  onClose: () => void;
}) {
  const queries = useQueryClient();
  const record = useMutation(
    api.plan.setNoneReason.mutationOptions({
      onSuccess: () => {
        onClose();
        void queries.invalidateQueries({ queryKey: api.plan.key() });
        sayDone("Đã ghi lý do.");
      },
    }),
  );
  return (
    <Confirm
      opened={opened}
      onClose={onClose}
      title={`Lý do không thực hiện ${obligation.code}`}
      verb="Ghi lý do"
      reasonLabel="Lý do"
      quickReasons={["Không phát sinh trong năm", "Thuộc cơ quan khác", "Chủ đề đã kết thúc"]}
      pending={record.isPending}
      error={record.error}
      onConfirm={(reason) => record.mutate({ id: obligation.id, reason })}
    >
      Lý do được in trong phụ lục báo cáo thay cho minh chứng.
    </Confirm>
  );
}

function ObligationTarget({
  plan,
  asked: { id, code, what },
  opened,
  onClose,
}: {
  plan: PlanView;
  asked: ObligationView;
  opened: boolean;
  onClose: () => void;
}) {
  const targets = useQuery(api.plan.targets.queryOptions({ input: { id: plan.id } }));
  if (!targets.data) return null;
  return (
    <TargetDialog
      of={{ kind: "obligation", id, name: `${code}: ${what}` }}
      target={targets.data.targets.find(({ obligationId }) => obligationId === id) ?? null}
      opened={opened}
      onClose={onClose}
    />
  );
}
