import { Checkbox, Group, Paper, Stack, Text } from "@mantine/core";
import { StateBadge } from "#ui/state-badge.tsx";
import { clauseMark } from "../../clause-mark.ts";
import { dueText } from "../words.ts";
import type { ComparisonView } from "./changes.ts";

type TaskChange = ComparisonView["tasks"][number];
type Side = NonNullable<TaskChange["before"]>;

const words = { added: "Nhiệm vụ mới", changed: "Nhiệm vụ đổi", removed: "Không còn ở phụ lục" } as const;
const tones = { added: "approved", changed: "waiting", removed: "withdrawn" } as const;

const facts = (side: Side): [string, string][] => [
  ["Nội dung", side.title],
  ["Chủ trì", side.lead ?? "chưa nêu"],
  ["Thời gian", dueText(side.due)],
  ["Sản phẩm", side.deliverable ?? "chưa nêu"],
];

/** What the new text says otherwise; what it leaves unsaid changes nothing. */
function Facts({ change: { before, after } }: { change: TaskChange }) {
  if (!before || !after) {
    const [title, ...rest] = facts((after ?? before)!);
    return (
      <>
        <Text size="sm" fw={600}>
          {title![1]}
        </Text>
        <Text size="sm">{rest.map(([name, value]) => `${name}: ${value}`).join("; ")}.</Text>
      </>
    );
  }
  const now = facts({
    ...after,
    lead: after.lead ?? before.lead,
    due: after.due.kind === "none" ? before.due : after.due,
    deliverable: after.deliverable ?? before.deliverable,
  });
  return (
    <>
      <Text size="sm" fw={600}>
        {before.title}
      </Text>
      {facts(before).map(([name, was], at) =>
        was === now[at]![1] ? null : (
          <Text key={name} size="sm">
            {name}: <del>{was}</del> → <b>{now[at]![1]}</b>
          </Text>
        ),
      )}
    </>
  );
}

/** Tasks that the new text adds or changes, each taken over or not. */
export function TaskChanges({
  tasks,
  taken,
  onTake,
}: {
  tasks: TaskChange[];
  taken: Set<number>;
  onTake: (index: number, take: boolean) => void;
}) {
  if (tasks.length === 0) return <Text>Nhiệm vụ không có gì khác.</Text>;
  return (
    <Stack component="ul" gap="sm" m={0} p={0} style={{ listStyle: "none" }}>
      {tasks.map((change) => (
        <Paper key={change.taskId ?? change.index} component="li" withBorder p="sm">
          <Stack gap={4}>
            <Group gap="sm">
              <StateBadge tone={tones[change.kind]} word={words[change.kind]} />
              {change.clausePath && <Text size="sm">Mục {clauseMark(change.clausePath)}</Text>}
            </Group>
            <Facts change={change} />
            {change.index !== null && (
              <Checkbox
                mt={4}
                label={change.kind === "added" ? "Đưa nhiệm vụ này vào kế hoạch" : "Lấy theo bản mới"}
                checked={taken.has(change.index)}
                onChange={(event) => onTake(change.index!, event.currentTarget.checked)}
              />
            )}
          </Stack>
        </Paper>
      ))}
    </Stack>
  );
}
