import { Group, Text, Title } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { DayText } from "#ui/date-text.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { countWords, perWords } from "../../contract.ts";
import { api, type TaskView } from "../api.ts";
import { TargetBadge } from "./target-badge.tsx";
import { TargetDialog } from "./target-dialog.tsx";

/** What a task is to yield in each period and how far it is; nothing where nobody has said and the reader may not. */
export function TaskTarget({ task }: { task: TaskView }) {
  const [setting, set] = useDisclosure(false);
  const targets = useQuery(api.plan.targets.queryOptions({ input: { id: task.planId } }));
  const { target } = task;
  const may = task.leftIn === null && targets.data?.may.set?.allowed;
  if (!target && !may) return null;
  return (
    <section aria-labelledby="chi-tieu">
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h3" id="chi-tieu">
          Chỉ tiêu theo kỳ
        </Title>
        {may && (
          <MayButton may={targets.data?.may} verb="set" variant="default" onClick={set.open} hideReason>
            {target ? "Sửa chỉ tiêu" : "Đặt chỉ tiêu"}
          </MayButton>
        )}
      </Group>
      {target ? (
        <>
          <TargetBadge target={target} />
          <Text size="sm" mt={4}>
            {target.amount} {target.unit} mỗi {perWords[target.per]}. {target.label} (
            <DayText day={target.from} /> – <DayText day={target.to} />
            ): {target.count} {target.unit}; {countWords[target.counts]}.
          </Text>
        </>
      ) : (
        <Text size="sm">Nhiệm vụ chưa có chỉ tiêu.</Text>
      )}
      <TargetDialog
        of={{ kind: "task", id: task.id, name: task.title }}
        target={target}
        opened={setting}
        onClose={set.close}
      />
    </section>
  );
}
