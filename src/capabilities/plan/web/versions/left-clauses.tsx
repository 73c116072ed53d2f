import { Alert, List, Stack, Text, Title } from "@mantine/core";
import { formatDate } from "#platform/clock/vietnam-time.ts";
import { LinkText } from "#ui/navigation.tsx";
import { clauseMark } from "../../clause-mark.ts";
import { wholeWords } from "../../versions/difference-words.ts";
import type { PlanView, TaskView } from "../api.ts";

const since = ({ leftIn, leftOn }: { leftIn: number | null; leftOn: string | null }): string =>
  `Không còn trong kế hoạch từ bản ${leftIn}${leftOn ? ` (ngày ${formatDate(leftOn)})` : ""}`;

/** That a task was left out by an amendment: read only, and asked for no more. */
export function LeftNote({ task }: { task: Pick<TaskView, "leftIn" | "leftOn"> }) {
  if (task.leftIn === null) return null;
  return (
    <Alert color="gray" variant="light" title={since(task)}>
      Nhiệm vụ và minh chứng chỉ để đọc; không tính cho các kỳ kết thúc từ ngày ấy trở đi.
    </Alert>
  );
}

function TaskLinks({ tasks }: { tasks: TaskView[] }) {
  if (tasks.length === 0) return null;
  return (
    <List size="sm">
      {tasks.map(({ id, title }) => (
        <List.Item key={id}>
          <LinkText to="/nhiem-vu/$id" params={{ id }} size="sm">
            {title}
          </LinkText>
        </List.Item>
      ))}
    </List>
  );
}

/** What amendments left out of a plan, with the duties, tasks and (through them) proofs that hang on it. */
export function LeftClauses({ plan: { left } }: { plan: PlanView }) {
  const loose = left.tasks.filter(({ clauseId }) => !left.clauses.some((clause) => clause.id === clauseId));
  if (left.clauses.length + loose.length === 0) return null;
  return (
    <Stack component="section" aria-labelledby="khong-con" gap="sm" mt="lg">
      <Title order={2} size="h3" id="khong-con">
        Không còn trong kế hoạch ({left.clauses.length} mục)
      </Title>
      {left.clauses.map((clause) => (
        <Alert
          key={clause.id}
          color="gray"
          variant="light"
          title={`${clauseMark(clause.path)}: ${since(clause).toLowerCase()}`}
        >
          <Stack gap={6}>
            <Text size="sm" style={{ overflowWrap: "anywhere", whiteSpace: "pre-line" }}>
              {wholeWords(clause)}
            </Text>
            {left.obligations
              .filter(({ clauseId }) => clauseId === clause.id)
              .map(({ id, code, what }) => (
                <Text key={id} size="sm">
                  <b>{code}</b> {what}
                </Text>
              ))}
            <TaskLinks tasks={left.tasks.filter(({ clauseId }) => clauseId === clause.id)} />
          </Stack>
        </Alert>
      ))}
      {loose.length > 0 && (
        <Alert color="gray" variant="light" title="Nhiệm vụ không còn ở phụ lục">
          <TaskLinks tasks={loose} />
        </Alert>
      )}
    </Stack>
  );
}
