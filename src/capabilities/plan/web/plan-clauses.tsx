import { Accordion, Badge, Group, List, Paper, Stack, Text } from "@mantine/core";
import { LinkText } from "#ui/navigation.tsx";
import type { PlanView } from "./api.ts";
import { ObligationLine } from "./obligation-line.tsx";
import { TaskProgress } from "./task-progress.tsx";

type ClauseView = PlanView["clauses"][number];

const nameOf = ({ label, title, text }: ClauseView) =>
  [label, title ?? (text.length > 110 ? `${text.slice(0, 108)}…` : text)].filter(Boolean).join(" ");

/** The plan clause by clause: what each obliges to, and who does it. */
export function PlanClauses({ plan }: { plan: PlanView }) {
  const top = plan.clauses.filter(({ parentId }) => parentId === null);
  const within = (id: string): ClauseView[] =>
    plan.clauses.filter(({ parentId }) => parentId === id).flatMap((child) => [child, ...within(child.id)]);
  return (
    <Accordion variant="separated" multiple defaultValue={top[0] ? [top[0].id] : []} order={2}>
      {top.map((clause) => {
        const all = [clause, ...within(clause.id)];
        const ids = new Set(all.map(({ id }) => id));
        const tasks = plan.tasks.filter(({ clauseId }) => clauseId !== null && ids.has(clauseId));
        const obligations = plan.obligations.filter(({ clauseId }) => ids.has(clauseId));
        return (
          <Accordion.Item key={clause.id} value={clause.id}>
            <Accordion.Control>
              <Text fw={600}>{nameOf(clause)}</Text>
              <Text size="sm" c="gray.7">
                {obligations.length} nghĩa vụ, {tasks.length} nhiệm vụ
              </Text>
            </Accordion.Control>
            <Accordion.Panel>
              <Stack gap="md">
                {all.map((part) => (
                  <ClausePart key={part.id} plan={plan} clause={part} isTop={part.id === clause.id} />
                ))}
              </Stack>
            </Accordion.Panel>
          </Accordion.Item>
        );
      })}
    </Accordion>
  );
}

function ClausePart({ plan, clause, isTop }: { plan: PlanView; clause: ClauseView; isTop: boolean }) {
  const tasks = plan.tasks.filter(({ clauseId }) => clauseId === clause.id);
  const obligations = plan.obligations.filter(({ clauseId }) => clauseId === clause.id);
  return (
    <Paper
      pl={isTop ? 0 : "md"}
      style={isTop ? undefined : { borderLeft: "2px solid var(--mantine-color-gray-3)" }}
    >
      <Group gap="xs" wrap="nowrap" align="flex-start">
        <Badge variant="light" color="gray" tt="none" style={{ flexShrink: 0 }}>
          {clause.path}
        </Badge>
        <div>
          {clause.title && !isTop && <Text fw={600}>{clause.title}</Text>}
          {clause.text && <Text size="sm">{clause.text}</Text>}
        </div>
      </Group>
      {obligations.length > 0 && (
        <List size="sm" listStyleType="none" mt="xs" spacing={6}>
          {obligations.map((row) => (
            <ObligationLine key={row.id} plan={plan} obligation={row} />
          ))}
        </List>
      )}
      {tasks.map((task) => (
        <Group key={task.id} gap="xs" mt="xs">
          <LinkText to="/nhiem-vu/$id" params={{ id: task.id }} size="sm" fw={600}>
            {task.title}
          </LinkText>
          <TaskProgress task={task} />
        </Group>
      ))}
    </Paper>
  );
}
