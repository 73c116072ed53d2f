import { Anchor, Group, List, Paper, Stack, Text, Title } from "@mantine/core";
import { today } from "#platform/clock/vietnam-time.ts";
import { DayText, MomentText } from "#ui/date-text.tsx";
import { LinkText } from "#ui/navigation.tsx";
import { StateBadge, type StateTone } from "#ui/state-badge.tsx";
import { workItemKindWords, workItemWords } from "../../contract.ts";
import { WorkItemActs } from "./work-item-acts.tsx";
import type { WorkItemView } from "./work-item-view.ts";

const tones: Record<WorkItemView["state"], StateTone> = {
  planned: "scheduled",
  done: "done",
  "not-done": "withdrawn",
};

/** One item: when, where, who, what it carries along, how it went. */
export function WorkItemCard({ item }: { item: WorkItemView }) {
  const { id, title, kind, firstDay, lastDay, place, lead, embeds, state, settledAt } = item;
  const overdue = state === "planned" && lastDay < today().toString();
  return (
    <Paper withBorder p="md" component="article" aria-labelledby={`hoat-dong-${id}`}>
      <Stack gap={6}>
        <Group justify="space-between" align="flex-start" gap="xs">
          <Title
            order={3}
            size="h5"
            id={`hoat-dong-${id}`}
            flex="1 1 16rem"
            style={{ overflowWrap: "anywhere" }}
          >
            {title}
          </Title>
          <StateBadge
            tone={overdue ? "waiting" : tones[state]}
            word={overdue ? "Đã qua ngày, chưa ghi kết quả" : workItemWords[state]}
          />
        </Group>
        <Text size="sm">
          <DayText day={firstDay} />
          {lastDay !== firstDay && (
            <>
              {" - "}
              <DayText day={lastDay} />
            </>
          )}
          {` · ${workItemKindWords[kind]} · ${item.unitName}`}
        </Text>
        {(place || lead) && (
          <Text size="sm">
            {[place && `Nơi tổ chức: ${place}`, lead && `Chủ trì: ${lead}`].filter(Boolean).join(" · ")}
          </Text>
        )}
        {embeds && <Text size="sm">Nội dung lồng ghép: {embeds}</Text>}
        <Carried item={item} />
        {item.proof && (
          <Group gap="xs">
            <Text size="sm" style={{ overflowWrap: "anywhere" }}>
              Minh chứng:{" "}
              {item.proof.url ? <Anchor href={item.proof.url}>{item.proof.label}</Anchor> : item.proof.label}
            </Text>
            {item.proof.withdrawn && <StateBadge tone="withdrawn" word="Đã thu hồi, cần minh chứng khác" />}
          </Group>
        )}
        {item.reason && <Text size="sm">Lý do không thực hiện: {item.reason}</Text>}
        <Text size="sm" c="gray.7">
          {settledAt === null ? (
            `${item.enteredByName} ghi`
          ) : (
            <>
              {item.doneOn && (
                <>
                  Thực hiện ngày <DayText day={item.doneOn} />,{" "}
                </>
              )}
              {item.settledByName} ghi kết quả lúc <MomentText at={settledAt} />
            </>
          )}
        </Text>
        <WorkItemActs item={item} />
      </Stack>
    </Paper>
  );
}

function Carried({ item: { tasks, obligations, clauses, state } }: { item: WorkItemView }) {
  if (tasks.length + obligations.length + clauses.length === 0)
    return (
      <Text size="sm" c="gray.7">
        {state === "done"
          ? "Không gắn việc nào của kế hoạch."
          : "Chưa chọn việc nào của kế hoạch để lồng ghép."}
      </Text>
    );
  return (
    <div>
      <Text size="sm" fw={600}>
        Lồng ghép cho:
      </Text>
      <List size="sm">
        {tasks.map(({ id, name }) => (
          <List.Item key={id}>
            Nhiệm vụ{" "}
            <LinkText to="/nhiem-vu/$id" params={{ id }} size="sm">
              {name}
            </LinkText>
          </List.Item>
        ))}
        {obligations.map(({ id, name, planId }) => (
          <List.Item key={id}>
            Nghĩa vụ{" "}
            <LinkText to="/ke-hoach/$id" params={{ id: planId }} size="sm">
              {name}
            </LinkText>
          </List.Item>
        ))}
        {clauses.map(({ id, name, planId }) => (
          <List.Item key={id}>
            Mục{" "}
            <LinkText to="/ke-hoach/$id" params={{ id: planId }} size="sm">
              {name}
            </LinkText>
          </List.Item>
        ))}
      </List>
    </div>
  );
}
