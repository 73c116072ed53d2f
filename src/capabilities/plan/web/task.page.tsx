import {
  Alert,
  Button,
  Group,
  List,
  Modal,
  Paper,
  Stack,
  Table,
  Text,
  TextInput,
  Title,
} from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { today } from "#platform/clock/vietnam-time.ts";
import { Confirm } from "#ui/confirm.tsx";
import { DateField } from "#ui/date-field.tsx";
import { MomentText } from "#ui/date-text.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { Asked } from "#ui/loading.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { useParam } from "#ui/navigation.tsx";
import { Page } from "#ui/page.tsx";
import { sayDone } from "#ui/undo.tsx";
import { periodInWords } from "../contract.ts";
import { api } from "./api.ts";
import { TaskForm } from "./task-form.tsx";
import { TaskProgress } from "./task-progress.tsx";
import { dueText } from "./words.ts";

type TaskView = Awaited<ReturnType<typeof api.plan.getTask.call>>;

/** One task: its six clears, its obligations, its evidence. */
export default function TaskPage() {
  const id = useParam("id");
  const task = useQuery(api.plan.getTask.queryOptions({ input: { id } }));
  return <Asked query={task}>{(found) => <Opened task={found} />}</Asked>;
}

function Opened({ task }: { task: TaskView }) {
  const [editing, edit] = useDisclosure(false);
  const [recording, record] = useDisclosure(false);
  const units = useQuery(api.organization.listUnits.queryOptions({ input: {} }));
  const unitName = (id: string) => units.data?.units.find((unit) => unit.id === id)?.name ?? "";
  const clears: [string, string][] = [
    ["Người (đơn vị chủ trì)", task.allUnits ? "Các phòng, đơn vị" : (task.leadUnitText ?? "chưa giao")],
    ["Việc", task.title],
    ["Thẩm quyền (người phê duyệt)", task.approverPersonName ?? "chưa rõ"],
    [
      "Trách nhiệm (người thực hiện)",
      task.responsiblePersonName ?? (task.allUnits ? "mỗi đơn vị theo chức năng" : "chưa rõ"),
    ],
    ["Phối hợp", task.coordinatingUnitIds.map(unitName).join(", ") || task.coordinatingText || "không"],
    ["Thời gian", dueText(task.due)],
    ["Kết quả (sản phẩm)", task.deliverable ?? "chưa rõ"],
  ];
  return (
    <Page
      title={task.title}
      crumbs={[
        { label: "Kế hoạch", to: "/ke-hoach" },
        { label: task.clausePath ?? "Phụ lục", to: `/ke-hoach/${task.planId}` },
      ]}
      lead={
        <Group gap="xs">
          <TaskProgress task={task} />
          <Text span size="sm">
            Tính trong {periodInWords(task.progress.period)}
          </Text>
        </Group>
      }
      actions={
        <>
          <MayButton may={task.may} verb="recordEvidence" onClick={record.open} hideReason>
            Ghi minh chứng
          </MayButton>
          <MayButton may={task.may} verb="assign" variant="default" onClick={edit.open} hideReason>
            Giao việc
          </MayButton>
        </>
      }
    >
      {task.missing.length > 0 && (
        <Alert color="yellow" title="Chưa đủ 6 rõ">
          Còn thiếu: {task.missing.join("; ")}.
        </Alert>
      )}
      <Paper withBorder p="md">
        <Table variant="vertical">
          <Table.Tbody>
            {clears.map(([name, value]) => (
              <Table.Tr key={name}>
                <Table.Th w={{ base: "9rem", sm: "16rem" }}>{name}</Table.Th>
                <Table.Td>{value}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Paper>
      <section aria-labelledby="nghia-vu">
        <Title order={2} size="h3" id="nghia-vu" mb="xs">
          Nghĩa vụ được thực hiện
        </Title>
        {task.obligations.length === 0 ? (
          <Text size="sm">Nhiệm vụ chưa gắn nghĩa vụ nào.</Text>
        ) : (
          <List size="sm">
            {task.obligations.map(({ id, code, what }) => (
              <List.Item key={id}>
                <b>{code}</b> {what}
              </List.Item>
            ))}
          </List>
        )}
      </section>
      <section aria-labelledby="minh-chung">
        <Title order={2} size="h3" id="minh-chung" mb="xs">
          Minh chứng ({task.evidence.length})
        </Title>
        <EvidenceList task={task} onRecord={record.open} />
      </section>
      <Modal
        opened={editing}
        onClose={edit.close}
        title="Giao việc"
        size="lg"
        closeButtonProps={{ "aria-label": "Đóng" }}
      >
        <TaskForm planId={task.planId} task={task} onDone={edit.close} />
      </Modal>
      <EvidenceDialog task={task} opened={recording} onClose={record.close} />
    </Page>
  );
}

function EvidenceList({ task, onRecord }: { task: TaskView; onRecord: () => void }) {
  const queries = useQueryClient();
  const [withdrawing, setWithdrawing] = useState<string | null>(null);
  const withdraw = useMutation(
    api.plan.withdrawEvidence.mutationOptions({
      onSuccess: () => {
        setWithdrawing(null);
        void queries.invalidateQueries({ queryKey: api.plan.key() });
      },
    }),
  );
  if (task.evidence.length === 0) {
    return (
      <EmptyState
        title="Chưa có minh chứng"
        why="Tin, bài gắn với nhiệm vụ tự thành minh chứng khi được đăng. Văn bản, cuộc họp, sự kiện thì ghi tay ở đây."
        action={
          <MayButton may={task.may} verb="recordEvidence" onClick={onRecord}>
            Ghi minh chứng
          </MayButton>
        }
      />
    );
  }
  return (
    <List spacing="sm" listStyleType="none">
      {task.evidence.map(({ id, label, url, at, recordedBy, source }) => (
        <List.Item key={id}>
          {url ? <a href={url}>{label}</a> : label}
          <Text size="sm" c="gray.7">
            <MomentText at={at} /> · {recordedBy}
            {source === "newsroom" && " · tin, bài trên cổng"}
          </Text>
          {source === "person" && task.may.withdrawEvidence?.allowed && (
            <Button size="compact-xs" variant="subtle" color="red" onClick={() => setWithdrawing(id)}>
              Thu hồi minh chứng
            </Button>
          )}
        </List.Item>
      ))}
      <Confirm
        opened={withdrawing !== null}
        onClose={() => setWithdrawing(null)}
        title="Thu hồi minh chứng"
        verb="Thu hồi"
        reasonLabel="Lý do"
        pending={withdraw.isPending}
        error={withdraw.error}
        onConfirm={(reason) => withdrawing && withdraw.mutate({ id: withdrawing, reason })}
      >
        Minh chứng vẫn còn trong nhật ký kèm lý do, nhưng không được tính nữa.
      </Confirm>
    </List>
  );
}

function EvidenceDialog({ task, opened, onClose }: { task: TaskView; opened: boolean; onClose: () => void }) {
  const queries = useQueryClient();
  const [label, setLabel] = useState("");
  const [url, setUrl] = useState("");
  const [on, setOn] = useState<string | null>(() => today().toString());
  const record = useMutation(
    api.plan.recordEvidence.mutationOptions({
      onSuccess: () => {
        void queries.invalidateQueries({ queryKey: api.plan.key() });
        sayDone("Đã ghi minh chứng.");
        setLabel("");
        setUrl("");
        onClose();
      },
    }),
  );
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title="Ghi minh chứng"
      closeButtonProps={{ "aria-label": "Đóng" }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          record.mutate({ id: task.id, label, url: url.trim() || null, on: on ?? "", obligationIds: [] });
        }}
      >
        <Stack>
          <TextInput
            label="Tên minh chứng"
            description="Ví dụ: Công văn số 12/SVHTTDL-TTBCXB; biên bản họp."
            required
            value={label}
            onChange={(event) => setLabel(event.currentTarget.value)}
          />
          <TextInput
            label="Địa chỉ (nếu có)"
            type="url"
            placeholder="https://…"
            value={url}
            onChange={(event) => setUrl(event.currentTarget.value)}
          />
          <DateField label="Ngày" required value={on} onChange={setOn} />
          <ErrorNotice error={record.error} />
          <Group justify="flex-end">
            <Button type="submit" loading={record.isPending}>
              Ghi minh chứng
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
