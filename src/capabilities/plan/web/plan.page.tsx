import {
  Accordion,
  Alert,
  Badge,
  Button,
  Group,
  List,
  Modal,
  Paper,
  Stack,
  Tabs,
  Text,
  TextInput,
} from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { formatDate } from "#platform/clock/vietnam-time.ts";
import { type Column, DataTable } from "#ui/data-table.tsx";
import { MomentText } from "#ui/date-text.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { Asked } from "#ui/loading.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { LinkButton, LinkText, useParam } from "#ui/navigation.tsx";
import { Page } from "#ui/page.tsx";
import { StateBadge } from "#ui/state-badge.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api, type PlanView, type TaskView } from "./api.ts";
import { ObligationLine } from "./obligation-line.tsx";
import { TaskForm } from "./task-form.tsx";
import { dueText } from "./words.ts";

/** One plan: its clauses with what they oblige to and who does it, its tasks, who received it. */
export default function PlanPage() {
  const id = useParam("id");
  const plan = useQuery(api.plan.get.queryOptions({ input: { id } }));
  return <Asked query={plan}>{(found) => <Opened plan={found} />}</Asked>;
}

function Opened({ plan }: { plan: PlanView }) {
  const [issuing, issue] = useDisclosure(false);
  const done = plan.tasks.filter(({ progress }) => progress.done).length;
  const unclear = plan.tasks.filter(({ missing }) => missing.length > 0).length;
  return (
    <Page
      title={plan.title}
      crumbs={[{ label: "Kế hoạch", to: "/ke-hoach" }]}
      lead={
        <Group gap="sm">
          <StateBadge
            tone={plan.state === "issued" ? "done" : "draft"}
            word={
              plan.state === "issued"
                ? `Số ${plan.number}/${plan.symbol ?? ""} ngày ${formatDate(plan.issuedOn ?? "")}`
                : "Chưa cấp số"
            }
          />
          <Text span size="sm">
            Năm {plan.year} · {plan.obligations.length} nghĩa vụ · {plan.tasks.length} nhiệm vụ, {done} đã có
            minh chứng trong kỳ
          </Text>
        </Group>
      }
      actions={
        <>
          {plan.state === "draft" && (
            <MayButton may={plan.may} verb="issue" variant="default" hideReason onClick={issue.open}>
              Ghi số, ngày
            </MayButton>
          )}
          <LinkButton to="/bao-phu" search={{ "ke-hoach": plan.id } as never} variant="default">
            Bảng bao phủ
          </LinkButton>
          <Button component="a" href={`/ke-hoach/${plan.slug}`} variant="subtle">
            Xem trên cổng
          </Button>
        </>
      }
    >
      {unclear > 0 && (
        <Alert color="yellow" variant="light">
          {unclear} nhiệm vụ chưa đủ “6 rõ”. Mở từng nhiệm vụ để bổ sung.
        </Alert>
      )}
      <Tabs defaultValue="muc">
        <Tabs.List>
          <Tabs.Tab value="muc">Theo mục</Tabs.Tab>
          <Tabs.Tab value="nhiem-vu">Nhiệm vụ ({plan.tasks.length})</Tabs.Tab>
          <Tabs.Tab value="noi-nhan">Nơi nhận</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="muc" pt="md">
          <Clauses plan={plan} />
        </Tabs.Panel>
        <Tabs.Panel value="nhiem-vu" pt="md">
          <Tasks plan={plan} />
        </Tabs.Panel>
        <Tabs.Panel value="noi-nhan" pt="md">
          <Distribution plan={plan} />
        </Tabs.Panel>
      </Tabs>
      <IssueDialog plan={plan} opened={issuing} onClose={issue.close} />
    </Page>
  );
}

type ClauseView = PlanView["clauses"][number];

const nameOf = ({ label, title, text }: ClauseView) =>
  [label, title ?? (text.length > 110 ? `${text.slice(0, 108)}…` : text)].filter(Boolean).join(" ");

function Clauses({ plan }: { plan: PlanView }) {
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

export function TaskProgress({ task }: { task: Pick<TaskView, "progress"> }) {
  return task.progress.done ? (
    <StateBadge tone="done" word={`${task.progress.evidenceCount} minh chứng`} />
  ) : (
    <StateBadge tone="none" word="Chưa có minh chứng" />
  );
}

const leadOf = (task: TaskView): string =>
  task.allUnits ? "Các phòng, đơn vị" : (task.leadUnitText ?? "Chưa giao");

const columns: Column<TaskView>[] = [
  {
    key: "viec",
    header: "Nhiệm vụ",
    cell: (task) => (
      <LinkText to="/nhiem-vu/$id" params={{ id: task.id }} fw={600}>
        {task.title}
      </LinkText>
    ),
    sortBy: ({ title }) => title,
  },
  {
    key: "muc",
    header: "Mục",
    cell: ({ clausePath }) => clausePath ?? "Phụ lục",
    sortBy: ({ clausePath }) => clausePath ?? "",
  },
  { key: "chu-tri", header: "Chủ trì", cell: leadOf, sortBy: leadOf },
  { key: "thoi-gian", header: "Thời gian", cell: ({ due }) => dueText(due) },
  {
    key: "tien-do",
    header: "Minh chứng trong kỳ",
    cell: (task) => <TaskProgress task={task} />,
    sortBy: ({ progress }) => progress.evidenceCount,
  },
  {
    key: "thieu",
    header: "Còn thiếu",
    cell: ({ missing }) => (missing.length === 0 ? "Đủ 6 rõ" : missing.join(", ")),
    sortBy: ({ missing }) => missing.length,
  },
];

function Tasks({ plan }: { plan: PlanView }) {
  const [adding, add] = useDisclosure(false);
  const leads = [...new Set(plan.tasks.map(leadOf))];
  return (
    <Stack>
      <Group>
        <MayButton may={plan.may} verb="manage" onClick={add.open} hideReason>
          Thêm nhiệm vụ
        </MayButton>
      </Group>
      <DataTable
        caption="Nhiệm vụ của kế hoạch"
        rows={plan.tasks}
        rowKey={({ id }) => id}
        columns={columns}
        searchText={(task) => `${task.title} ${leadOf(task)} ${task.clausePath ?? ""}`}
        filters={[
          {
            key: "chu-tri",
            label: "Đơn vị chủ trì",
            options: leads.map((name) => ({ value: name, label: name })),
            matches: (task, value) => leadOf(task) === value,
          },
          {
            key: "tinh-trang",
            label: "Tình trạng",
            options: [
              { value: "xong", label: "Đã có minh chứng" },
              { value: "chua", label: "Chưa có minh chứng" },
              { value: "thieu", label: "Chưa đủ 6 rõ" },
            ],
            matches: (task, value) =>
              value === "thieu" ? task.missing.length > 0 : task.progress.done === (value === "xong"),
          },
        ]}
        empty={
          <EmptyState
            title="Kế hoạch chưa có nhiệm vụ"
            why="Mỗi nhiệm vụ nêu rõ ai làm, việc gì, ai duyệt, phối hợp với ai, khi nào xong và kết quả ra sao."
          />
        }
      />
      <Modal
        opened={adding}
        onClose={add.close}
        title="Thêm nhiệm vụ"
        size="lg"
        closeButtonProps={{ "aria-label": "Đóng" }}
      >
        <TaskForm planId={plan.id} task={null} onDone={add.close} />
      </Modal>
    </Stack>
  );
}

function Distribution({ plan }: { plan: PlanView }) {
  const queries = useQueryClient();
  const rows = useQuery(api.plan.distribution.queryOptions({ input: { id: plan.id } }));
  const refresh = () => {
    void queries.invalidateQueries({ queryKey: api.plan.distribution.key() });
    void queries.invalidateQueries({ queryKey: api.plan.myTasks.key() });
  };
  const distribute = useMutation(
    api.plan.distribute.mutationOptions({
      onSuccess: () => {
        refresh();
        sayDone("Đã gửi kế hoạch đến các đơn vị.");
      },
    }),
  );
  const acknowledge = useMutation(
    api.plan.acknowledge.mutationOptions({
      onSuccess: () => {
        refresh();
        sayDone("Đã xác nhận.");
      },
    }),
  );
  return (
    <Stack>
      <Text size="sm">Nơi nhận ghi trong kế hoạch: {plan.recipients.join("; ") || "chưa ghi"}.</Text>
      <Group>
        <MayButton
          may={plan.may}
          verb="distribute"
          loading={distribute.isPending}
          onClick={() => distribute.mutate({ id: plan.id })}
        >
          Gửi đến các đơn vị
        </MayButton>
      </Group>
      <ErrorNotice error={distribute.error ?? acknowledge.error} />
      <Asked query={rows}>
        {({ distribution }) => (
          <DataTable
            caption="Đơn vị nhận kế hoạch"
            rows={distribution}
            rowKey={({ unitId }) => unitId}
            columns={[
              {
                key: "don-vi",
                header: "Đơn vị",
                cell: ({ unitName }) => unitName,
                sortBy: ({ unitName }) => unitName,
              },
              { key: "gui", header: "Gửi lúc", cell: ({ sentAt }) => <MomentText at={sentAt} /> },
              {
                key: "nhan",
                header: "Xác nhận",
                cell: ({ unitId, acknowledgedAt, acknowledgedBy, may }) =>
                  acknowledgedAt ? (
                    <>
                      <StateBadge tone="done" word="Đã nhận" /> {acknowledgedBy},{" "}
                      <MomentText at={acknowledgedAt} />
                    </>
                  ) : (
                    <Group gap="xs">
                      <StateBadge tone="waiting" word="Chưa xác nhận" />
                      {may.acknowledge?.allowed && (
                        <Button size="xs" onClick={() => acknowledge.mutate({ id: plan.id, unitId })}>
                          Xác nhận đã nhận
                        </Button>
                      )}
                    </Group>
                  ),
                sortBy: ({ acknowledgedAt }) => acknowledgedAt ?? "",
              },
            ]}
            empty={
              <EmptyState
                title="Kế hoạch chưa được gửi"
                why="Gửi đến các đơn vị ở Nơi nhận; mỗi đơn vị xác nhận đã nhận, ai nhận và lúc nào được ghi lại."
              />
            }
          />
        )}
      </Asked>
    </Stack>
  );
}

function IssueDialog({ plan, opened, onClose }: { plan: PlanView; opened: boolean; onClose: () => void }) {
  const queries = useQueryClient();
  const [number, setNumber] = useState("");
  const [day, setDay] = useState("");
  const issue = useMutation(
    api.plan.issue.mutationOptions({
      onSuccess: () => {
        void queries.invalidateQueries({ queryKey: api.plan.key() });
        onClose();
      },
    }),
  );
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title="Ghi số và ngày do văn thư cấp"
      closeButtonProps={{ "aria-label": "Đóng" }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          issue.mutate({ id: plan.id, number, issuedOn: day });
        }}
      >
        <Stack>
          <TextInput
            label="Số"
            required
            value={number}
            onChange={(event) => setNumber(event.currentTarget.value)}
            description="Số đã ghi thì không thay được."
          />
          <TextInput
            label="Ngày ban hành"
            type="date"
            required
            value={day}
            onChange={(event) => setDay(event.currentTarget.value)}
          />
          <ErrorNotice error={issue.error} />
          <Group justify="flex-end">
            <Button type="submit" loading={issue.isPending}>
              Ghi số
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
