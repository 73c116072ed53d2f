import { Drawer, List, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { formatDate } from "#platform/clock/vietnam-time.ts";
import { Asked } from "#ui/loading.tsx";
import { LinkText } from "#ui/navigation.tsx";
import { StateBadge } from "#ui/state-badge.tsx";
import { api } from "./api.ts";
import type { Cell, Question } from "./coverage-view.ts";
import { DueLight } from "./due-light.tsx";
import { GapPart } from "./gaps/gap-part.tsx";
import { MovedDay } from "./moved-day.tsx";
import { ProofFacts } from "./proof-facts.tsx";

/** The rows behind one cell of the board. */
export function CoverageCell({
  question,
  cell,
  onClose,
}: {
  question: Question;
  cell: Cell | null;
  onClose: () => void;
}) {
  return (
    <Drawer
      opened={cell !== null}
      onClose={onClose}
      position="right"
      size="lg"
      title={cell ? `${cell.row.path} · ${cell.period.label}` : ""}
      closeButtonProps={{ "aria-label": "Đóng" }}
    >
      {cell && <CellRows key={`${cell.row.rowId} ${cell.period.code}`} question={question} cell={cell} />}
    </Drawer>
  );
}

function CellRows({ question, cell }: { question: Question; cell: Cell }) {
  const { row, period } = cell;
  const rows = useQuery(
    api.plan.coverageCell.queryOptions({
      input: { ...question, rowId: row.rowId, period: period.code },
    }),
  );
  return (
    <Stack>
      <Text size="sm">
        {row.name} · từ {formatDate(period.from)} đến {formatDate(period.to)}
      </Text>
      <GapPart question={question} cell={cell} />
      <Asked query={rows}>
        {({ evidence, obligations, tasks }) => {
          const products = evidence.filter(({ source }) => source === "newsroom");
          const others = evidence.filter(({ source }) => source !== "newsroom");
          return (
            <>
              <Proofs title="Tin, bài" proofs={products} />
              <Proofs title="Minh chứng khác" proofs={others} />
              <Heading>Nhiệm vụ ({tasks.length})</Heading>
              {tasks.length === 0 && <Text size="sm">Chưa có nhiệm vụ nào ở đây.</Text>}
              <List size="sm">
                {tasks.map((task) => (
                  <List.Item key={task.id}>
                    <LinkText to="/nhiem-vu/$id" params={{ id: task.id }}>
                      {task.title}
                    </LinkText>
                    <DueLight deadline={task.deadline} />
                    <MovedDay task={task} />
                  </List.Item>
                ))}
              </List>
              <Heading>Nghĩa vụ ({obligations.length})</Heading>
              {obligations.length === 0 && <Text size="sm">Chưa có nghĩa vụ nào ở đây.</Text>}
              <List size="sm" spacing={4}>
                {obligations.map(({ id, code, what, noneReason, evidenceCount }) => (
                  <List.Item key={id}>
                    <b>{code}</b> {what}{" "}
                    {evidenceCount > 0 ? (
                      <StateBadge tone="done" word={`${evidenceCount} minh chứng trong năm`} />
                    ) : noneReason ? (
                      <StateBadge tone="note" word={`Không thực hiện: ${noneReason}`} />
                    ) : (
                      <StateBadge tone="none" word="Chưa có minh chứng" />
                    )}
                  </List.Item>
                ))}
              </List>
            </>
          );
        }}
      </Asked>
    </Stack>
  );
}

const Heading = ({ children }: { children: React.ReactNode }) => (
  <Title order={3} size="h4">
    {children}
  </Title>
);

function Proofs({ title, proofs }: { title: string; proofs: Parameters<typeof ProofFacts>[0]["proof"][] }) {
  return (
    <>
      <Heading>
        {title} ({proofs.length})
      </Heading>
      {proofs.length === 0 ? (
        <Text size="sm">Chưa có trong kỳ này.</Text>
      ) : (
        <List size="sm" spacing="xs">
          {proofs.map((proof) => (
            <List.Item key={proof.id}>
              <ProofFacts proof={proof} />
            </List.Item>
          ))}
        </List>
      )}
    </>
  );
}
