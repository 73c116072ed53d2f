import { Alert, Button, Group, List, Paper, Stack, Text, Title } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { formatDateTime } from "#platform/clock/vietnam-time.ts";
import { Confirm } from "#ui/confirm.tsx";
import { DataTable } from "#ui/data-table.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { Asked } from "#ui/loading.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { Page } from "#ui/page.tsx";
import { StateBadge, type StateTone } from "#ui/state-badge.tsx";
import {
  rhythmInWords,
  type ScheduleState,
  scheduleStates,
  sentThings,
} from "../../../leadership/schedules/schedule.ts";
import { api, type ScheduleRow, type SchedulesView } from "../../api.ts";
import { ScheduleDialog } from "./schedule-dialog.tsx";

const tones: Record<ScheduleState, StateTone> = { active: "done", paused: "waiting", ended: "none" };

/** Who gets the brief or the report by mail when, and what was sent. */
export default function SchedulesPage() {
  const found = useQuery(api.reports.briefSchedules.queryOptions());
  const [opened, { open, close }] = useDisclosure(false);
  const [edited, setEdited] = useState<ScheduleRow | null>(null);
  const show = (row: ScheduleRow | null) => {
    setEdited(row);
    open();
  };
  return (
    <Page
      title="Lịch gửi qua thư"
      crumbs={[{ label: "Tổng quan lãnh đạo", to: "/tong-quan-lanh-dao" }]}
      lead="Giờ Việt Nam. Trùng ngày nghỉ thì gửi vào ngày làm việc kế tiếp; nếu vì thế chạm tới lần sau thì bỏ lần trước. Mỗi người nhận mỗi lần một thư; ai mất quyền xem hoặc bị khóa tài khoản thì không được gửi."
      actions={
        found.data && (
          <MayButton may={found.data.may} verb="schedule" onClick={() => show(null)}>
            Lập lịch gửi
          </MayButton>
        )
      }
    >
      <Asked query={found}>
        {(data) => (
          <Stack>
            {!data.sendsMail && (
              <Alert color="orange" title="Máy chủ chưa gửi được thư">
                Quản trị hệ thống chưa khai báo máy chủ thư và địa chỉ công khai, nên chưa lịch nào gửi đi.
                Khi khai báo xong, chỉ lần gần nhất được gửi.
              </Alert>
            )}
            {data.schedules.length === 0 && (
              <EmptyState
                title="Chưa có lịch gửi nào"
                why="Lịch gửi đưa bản tóm tắt hai trang hoặc đường dẫn báo cáo tới hộp thư của lãnh đạo, hằng tuần, hằng tháng hoặc hằng quý."
              />
            )}
            {data.schedules.map((row) => (
              <Schedule
                key={row.id}
                row={row}
                canChange={data.may.schedule?.allowed === true}
                onEdit={() => show(row)}
              />
            ))}
            <History history={data.history} />
            <ScheduleDialog key={edited?.id ?? "new"} {...{ opened, close, edited }} people={data.people} />
          </Stack>
        )}
      </Asked>
    </Page>
  );
}

function Schedule({ row, canChange, onEdit }: { row: ScheduleRow; canChange: boolean; onEdit: () => void }) {
  const queries = useQueryClient();
  const set = useMutation(
    api.reports.setBriefScheduleState.mutationOptions({
      onSuccess: () => queries.invalidateQueries({ queryKey: api.reports.briefSchedules.key() }),
    }),
  );
  const { id, name, state, people, nextAt } = row;
  const [asking, { open: ask, close: stop }] = useDisclosure(false);
  return (
    <Paper withBorder p="md" component="article" aria-label={name}>
      <Stack gap="xs">
        <Group justify="space-between">
          <Title order={2} size="h4">
            {name}
          </Title>
          <StateBadge tone={tones[state]} word={scheduleStates[state]} />
        </Group>
        <List size="sm" listStyleType="none" spacing={2}>
          <List.Item>Gửi: {sentThings[row.what]}</List.Item>
          <List.Item>Lúc: {rhythmInWords(row)}</List.Item>
          {nextAt !== null && <List.Item>Lần tới: {formatDateTime(nextAt)}</List.Item>}
          <List.Item>Người nhận: {people.map((one) => one.name).join(", ")}</List.Item>
          <List.Item>Người lập: {row.madeByName}</List.Item>
        </List>
        <ErrorNotice error={set.error} />
        {state !== "ended" && canChange && (
          <Group gap="xs">
            <Button variant="default" size="compact-md" onClick={onEdit} aria-label={`Sửa lịch: ${name}`}>
              Sửa lịch
            </Button>
            <Button
              variant="default"
              size="compact-md"
              loading={set.isPending}
              onClick={() => set.mutate({ id, state: state === "active" ? "paused" : "active" })}
            >
              {state === "active" ? "Tạm dừng" : "Gửi tiếp"}
            </Button>
            <Button variant="default" size="compact-md" onClick={ask}>
              Kết thúc
            </Button>
          </Group>
        )}
        <Confirm
          opened={asking}
          onClose={stop}
          title={`Kết thúc lịch “${name}”?`}
          verb="Kết thúc"
          pending={set.isPending}
          error={set.error}
          onConfirm={() => set.mutate({ id, state: "ended" }, { onSuccess: stop })}
        >
          Lịch đã kết thúc không gửi nữa và không mở lại được; những gì đã gửi vẫn còn trong danh sách.
        </Confirm>
      </Stack>
    </Paper>
  );
}

function History({ history }: Pick<SchedulesView, "history">) {
  return (
    <DataTable
      caption="Đã gửi, 300 lần gần nhất"
      rows={history}
      rowKey={({ id }) => id}
      searchText={({ scheduleName, personName, periodLabel }) =>
        [scheduleName, personName, periodLabel].join(" ")
      }
      columns={[
        { key: "luc", header: "Theo lịch lúc", cell: ({ dueAt }) => formatDateTime(dueAt) },
        { key: "lich", header: "Lịch", cell: ({ scheduleName }) => scheduleName },
        { key: "ky", header: "Kỳ", cell: ({ periodLabel }) => periodLabel },
        { key: "nguoi", header: "Người nhận", cell: ({ personName }) => personName },
        {
          key: "ket-qua",
          header: "Kết quả",
          cell: ({ outcome, isFault, why }) => (
            <>
              <StateBadge
                tone={
                  isFault
                    ? "failed"
                    : outcome === "Đã gửi"
                      ? "done"
                      : outcome === "Chờ gửi"
                        ? "waiting"
                        : "none"
                }
                word={outcome}
              />
              {why !== null && (
                <Text size="xs" c="gray.7">
                  {why}
                </Text>
              )}
            </>
          ),
        },
      ]}
      empty={<EmptyState title="Chưa gửi thư nào" why="Mỗi thư gửi theo lịch có một dòng ở đây." />}
    />
  );
}
