import { List, Progress, Stack, Text } from "@mantine/core";
import { type PlanProgress, partInWords } from "../contract.ts";

/** How far a plan is: numerator and denominator, then each period that tasks are measured in. */
export function PlanFigures({ progress }: { progress: PlanProgress }) {
  const { tasksDone, tasksTotal, parts } = progress;
  if (tasksTotal === 0) return <Text size="sm">Kế hoạch chưa có nhiệm vụ nào.</Text>;
  return (
    <Stack gap={4}>
      <Text size="sm">
        <b>
          {tasksDone} trên {tasksTotal}
        </b>{" "}
        nhiệm vụ đã có minh chứng trong kỳ
      </Text>
      <Progress
        value={(100 * tasksDone) / tasksTotal}
        aria-label={`${tasksDone} trên ${tasksTotal} nhiệm vụ đã có minh chứng`}
      />
      <List size="sm" c="gray.7">
        {parts.map((part) => (
          <List.Item key={part.period.code}>{partInWords(part)}</List.Item>
        ))}
      </List>
    </Stack>
  );
}
