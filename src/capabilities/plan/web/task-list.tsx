import { Group, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { type Column, DataTable } from "#ui/data-table.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { LinkButton, LinkText } from "#ui/navigation.tsx";
import { StateBadge } from "#ui/state-badge.tsx";
import type { PlanView, TaskView } from "./api.ts";
import { DueLight } from "./due-light.tsx";
import { MovedDay } from "./moved-day.tsx";
import { TaskDialog } from "./task-dialog.tsx";
import { TaskProgress } from "./task-progress.tsx";
import { dueText } from "./words.ts";

const leadOf = (task: TaskView): string =>
  task.allUnits ? "Các phòng, đơn vị" : (task.leadUnitText ?? "Chưa giao");

/** Names in the address: the filter by the six clears, and its value for tasks that lack one. */
export const CLEAR = "ro";
export const UNCLEAR = "chua-ro";
const sixClears = ["người", "thẩm quyền", "trách nhiệm", "thời gian", "kết quả"];

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
    cell: ({ clausePath, fromAppendix }) => clausePath ?? (fromAppendix ? "Phụ lục" : "Chưa gắn mục"),
    sortBy: ({ clausePath }) => clausePath ?? "",
  },
  { key: "chu-tri", header: "Chủ trì", cell: leadOf, sortBy: leadOf },
  {
    key: "thoi-gian",
    header: "Thời gian",
    cell: (task) => (
      <Stack gap={4} align="flex-start">
        <Text size="sm">{dueText(task.due)}</Text>
        <DueLight deadline={task.deadline} />
        <MovedDay task={task} />
      </Stack>
    ),
    sortBy: ({ deadline }) => deadline?.countedTo ?? "9999",
  },
  {
    key: "tien-do",
    header: "Minh chứng trong kỳ",
    cell: (task) => <TaskProgress task={task} />,
    sortBy: ({ progress }) => progress.evidenceCount,
  },
  {
    key: "thieu",
    header: "6 rõ",
    cell: ({ missing }) =>
      missing.length === 0 ? "Đủ 6 rõ" : <StateBadge tone="note" word={`Chưa rõ: ${missing.join(", ")}`} />,
    sortBy: ({ missing }) => missing.length,
  },
];

/** The tasks of a plan with what they lack. */
export function TaskList({ plan }: { plan: PlanView }) {
  const [adding, add] = useDisclosure(false);
  const leads = [...new Set(plan.tasks.map(leadOf))];
  return (
    <Stack>
      <Group>
        <MayButton may={plan.may} verb="manage" onClick={add.open} hideReason>
          Thêm nhiệm vụ
        </MayButton>
        <LinkButton to="/ke-hoach/$id/nhap-nhiem-vu" params={{ id: plan.id }} variant="default">
          Nhập nhiệm vụ từ Excel
        </LinkButton>
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
            ],
            matches: (task, value) => task.progress.done === (value === "xong"),
          },
          {
            key: "han",
            label: "Hạn",
            options: [
              { value: "overdue", label: "Quá hạn" },
              { value: "soon", label: "Sắp đến hạn" },
              { value: "ahead", label: "Còn thời gian" },
            ],
            matches: ({ deadline }, value) => deadline?.light === value,
          },
          {
            key: CLEAR,
            label: "6 rõ",
            options: [
              { value: UNCLEAR, label: "Chưa rõ" },
              { value: "du", label: "Đủ 6 rõ" },
              ...sixClears.map((clear) => ({ value: clear, label: `Chưa rõ ${clear}` })),
            ],
            matches: ({ missing }, value) =>
              value === "du"
                ? missing.length === 0
                : value === UNCLEAR
                  ? missing.length > 0
                  : missing.some((clear) => clear.startsWith(value)),
          },
        ]}
        empty={
          <EmptyState
            title="Kế hoạch chưa có nhiệm vụ"
            why="Mỗi nhiệm vụ nêu rõ ai làm, việc gì, ai duyệt, phối hợp với ai, khi nào xong và kết quả ra sao."
          />
        }
      />
      <TaskDialog planId={plan.id} opened={adding} onClose={add.close} />
    </Stack>
  );
}
