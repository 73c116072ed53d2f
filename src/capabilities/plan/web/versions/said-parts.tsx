import { Box, Group, List, Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { clauseMark } from "../../clause-mark.ts";
import { wholeWords } from "../../versions/difference-words.ts";
import { dueText } from "../words.ts";

interface SaidClause {
  path: string;
  level: number;
  title: string | null;
  text: string;
}

interface SaidTask {
  title: string;
  leadUnitText: string | null;
  due: Parameters<typeof dueText>[0];
  deliverable: string | null;
}

/** The whole text of a version, clause by clause. */
export function SaidClauses({ clauses }: { clauses: SaidClause[] }) {
  return (
    <Stack component="section" aria-labelledby="noi-dung-ban" gap="xs">
      <Title order={2} size="h3" id="noi-dung-ban">
        Nội dung ({clauses.length} mục)
      </Title>
      {clauses.map((clause) => (
        <Group
          key={clause.path}
          gap="xs"
          wrap="nowrap"
          align="flex-start"
          pl={`${Math.min(clause.level, 4) * 0.75}rem`}
        >
          <Text size="sm" fw={700} style={{ flexShrink: 0 }}>
            {clauseMark(clause.path)}
          </Text>
          <Box miw={0} style={{ overflowWrap: "anywhere", whiteSpace: "pre-line" }}>
            <Text size="sm" fw={clause.title && !clause.text ? 600 : undefined}>
              {wholeWords(clause)}
            </Text>
          </Box>
        </Group>
      ))}
    </Stack>
  );
}

/** The tasks of a version; `name` says how each is called, a link where there is a page. */
export function SaidTasks<Task extends SaidTask>({
  tasks,
  name = ({ title }) => <Text size="sm">{title}</Text>,
}: {
  tasks: Task[];
  name?: (task: Task) => ReactNode;
}) {
  if (tasks.length === 0) return null;
  return (
    <Stack component="section" aria-labelledby="nhiem-vu-ban" gap="xs">
      <Title order={2} size="h3" id="nhiem-vu-ban">
        Nhiệm vụ ({tasks.length})
      </Title>
      <List size="sm" spacing={6}>
        {tasks.map((task, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two tasks may read alike, and the list is never reordered
          <List.Item key={at}>
            {name(task)}
            <Text size="sm" c="gray.8">
              {[
                task.leadUnitText && `Chủ trì: ${task.leadUnitText}`,
                dueText(task.due),
                task.deliverable && `Sản phẩm: ${task.deliverable}`,
              ]
                .filter(Boolean)
                .join("; ")}
            </Text>
          </List.Item>
        ))}
      </List>
    </Stack>
  );
}
