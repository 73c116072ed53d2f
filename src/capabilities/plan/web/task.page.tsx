import { Alert, Group, List, Paper, Stack, Table, Text, Title } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { DayText, MomentText } from "#ui/date-text.tsx";
import { Asked } from "#ui/loading.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { LinkButton, useParam } from "#ui/navigation.tsx";
import { Page } from "#ui/page.tsx";
import { periodInWords, stepWords } from "../contract.ts";
import { api } from "./api.ts";
import { DueLight } from "./due-light.tsx";
import { EvidenceDialog } from "./evidence-dialog.tsx";
import { EvidenceList } from "./evidence-list.tsx";
import { Extensions } from "./extensions/extensions.tsx";
import { MovedDay } from "./moved-day.tsx";
import { RemoveTask } from "./remove-task.tsx";
import { TaskTarget } from "./targets/task-target.tsx";
import { TaskDialog } from "./task-dialog.tsx";
import { TaskProgress } from "./task-progress.tsx";
import { LeftNote } from "./versions/left-clauses.tsx";
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
  const clears: [string, ReactNode][] = [
    ["Người (đơn vị chủ trì)", task.allUnits ? "Các phòng, đơn vị" : (task.leadUnitText ?? "chưa giao")],
    ["Việc", task.title],
    ["Thẩm quyền (người phê duyệt)", task.approverPersonName ?? "chưa rõ"],
    [
      "Trách nhiệm (người thực hiện)",
      task.responsiblePersonName ?? (task.allUnits ? "mỗi đơn vị theo chức năng" : "chưa rõ"),
    ],
    ["Phối hợp", task.coordinatingUnitIds.map(unitName).join(", ") || task.coordinatingText || "không"],
    [
      "Thời gian",
      <Stack key="han" gap={4} align="flex-start">
        {dueText(task.due)}
        <DueLight deadline={task.deadline} remark />
        <MovedDay task={task} />
      </Stack>,
    ],
    ["Kết quả (sản phẩm)", task.deliverable ?? "chưa rõ"],
  ];
  return (
    <Page
      title={task.title}
      crumbs={[
        { label: "Kế hoạch", to: "/ke-hoach" },
        { label: task.planTitle, to: `/ke-hoach/${task.planId}` },
      ]}
      lead={
        <Group gap="xs">
          <TaskProgress task={task} />
          <Text span size="sm">
            {task.clausePath && `Mục ${task.clausePath} · `}Tính trong {periodInWords(task.progress.period)}
          </Text>
        </Group>
      }
      actions={
        <>
          <MayButton may={task.may} verb="recordEvidence" onClick={record.open} hideReason>
            Ghi minh chứng
          </MayButton>
          {task.leftIn === null && (
            <>
              <MayButton may={task.may} verb="assign" variant="default" onClick={edit.open} hideReason>
                Giao việc
              </MayButton>
              <LinkButton to="/chuong-trinh" search={{ "nhiem-vu": task.id } as never} variant="default">
                Lồng ghép
              </LinkButton>
              <LinkButton to="/kho-khan" search={{ "nhiem-vu": task.id } as never} variant="default">
                Nêu khó khăn
              </LinkButton>
              <LinkButton to="/de-xuat" search={{ "nhiem-vu": task.id } as never} variant="default">
                Đề xuất giải pháp
              </LinkButton>
              <RemoveTask task={task} />
            </>
          )}
        </>
      }
    >
      <LeftNote task={task} />
      {task.leftIn === null && task.missing.length > 0 && (
        <Alert color="yellow" variant="light" title="Chưa đủ 6 rõ">
          Chưa rõ: {task.missing.join("; ")}.
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
      <TaskTarget task={task} />
      <Extensions task={task} />
      {task.reminders.length > 0 && (
        <section aria-labelledby="da-nhac">
          <Title order={2} size="h3" id="da-nhac" mb="xs">
            Đã nhắc
          </Title>
          <List size="sm">
            {task.reminders.map(({ step, deadline, at, people }) => (
              <List.Item key={`${step} ${deadline}`}>
                {stepWords[step]}, hạn <DayText day={deadline} />: {people} người, <MomentText at={at} />
              </List.Item>
            ))}
          </List>
        </section>
      )}
      <section aria-labelledby="minh-chung">
        <Title order={2} size="h3" id="minh-chung" mb="xs">
          Minh chứng ({task.evidence.length})
        </Title>
        <EvidenceList task={task} onRecord={record.open} />
      </section>
      <TaskDialog planId={task.planId} task={task} opened={editing} onClose={edit.close} />
      <EvidenceDialog
        planId={task.planId}
        begin={{ taskIds: [task.id] }}
        opened={recording}
        onClose={record.close}
      />
    </Page>
  );
}
