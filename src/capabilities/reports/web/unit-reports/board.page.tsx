import { Anchor, Button, Group, List, Stack, Text } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { DataTable } from "#ui/data-table.tsx";
import { DayText, MomentText } from "#ui/date-text.tsx";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { FormDialog } from "#ui/form-dialog.tsx";
import { Asked } from "#ui/loading.tsx";
import { LinkText, useFilters, useParam } from "#ui/navigation.tsx";
import { Page } from "#ui/page.tsx";
import { StateBadge } from "#ui/state-badge.tsx";
import { sayDone } from "#ui/undo.tsx";
import {
  arrearsInWords,
  type BoardFilter,
  boardFilters,
  boardFilterWords,
  boardShows,
} from "../../unit-reports/board-filter.ts";
import { unitReportWords } from "../../unit-reports/unit-report.ts";
import { api, type UnitRequestView } from "../api.ts";
import { UnitChoice } from "./ask-dialog.tsx";
import { Gathering } from "./gathering.tsx";
import { unitStateTone } from "./unit-state.ts";

type Row = UnitRequestView["rows"][number];

function Remind({ row }: { row: Row }) {
  const queries = useQueryClient();
  const remind = useMutation(
    api.reports.remindUnit.mutationOptions({
      onSuccess: async ({ rows }) => {
        await queries.invalidateQueries({ queryKey: api.reports.key() });
        const told = rows.find(({ id }) => id === row.id)?.reminders[0]?.told ?? [];
        sayDone(`Đã nhắc ${told.join(", ")}.`);
      },
    }),
  );
  const last = row.reminders[0];
  return (
    <Stack gap={4} align="flex-start">
      {last && (
        <Text size="xs" c="gray.7">
          Nhắc {row.reminders.length} lần, gần nhất <MomentText at={last.at} />: {last.told.join(", ")}
        </Text>
      )}
      {row.may.remind?.allowed && (
        <Button
          size="compact-sm"
          variant="default"
          loading={remind.isPending}
          onClick={() => remind.mutate({ id: row.id })}
          aria-label={`Nhắc ${row.unitName}`}
        >
          Nhắc
        </Button>
      )}
      <ErrorNotice error={remind.error} />
    </Stack>
  );
}

function Board({ request }: { request: UnitRequestView }) {
  const [view] = useFilters({ "trang-thai": "" });
  return (
    <Stack gap="sm">
      <Anchor
        href={`/api/unit-report-requests/${request.id}/file?show=${view["trang-thai"] || "all"}`}
        download
        w="fit-content"
      >
        <Group gap={4} component="span" wrap="nowrap">
          <IconDownload size={16} aria-hidden />
          Tải bảng này .xlsx
        </Group>
      </Anchor>
      <DataTable
        caption="Đơn vị báo cáo"
        rows={request.rows}
        rowKey={({ id }) => id}
        searchText={({ unitName }) => unitName}
        filters={[
          {
            key: "trang-thai",
            label: "Hiện",
            options: boardFilters.flatMap((value) =>
              value === "all" ? [] : [{ value, label: boardFilterWords[value] }],
            ),
            matches: (row, value) => boardShows(row, value as BoardFilter),
          },
        ]}
        columns={[
          {
            key: "don-vi",
            header: "Đơn vị",
            sortBy: ({ unitName }) => unitName,
            cell: ({ id, unitName }) => (
              <LinkText to="/bao-cao-don-vi/phieu/$id" params={{ id }} fw={600}>
                {unitName}
              </LinkText>
            ),
          },
          {
            key: "trang-thai",
            header: "Trạng thái",
            cell: ({ state, returnReason, returnedAt }) => (
              <>
                <StateBadge tone={unitStateTone[state]} word={unitReportWords[state]} />
                {returnReason && (
                  <Text size="xs">
                    <MomentText at={returnedAt} />: {returnReason}
                  </Text>
                )}
              </>
            ),
          },
          {
            key: "han",
            header: "So với hạn",
            sortBy: ({ arrearsDays, lateDays, missed }) =>
              (missed ? 1_000_000 : arrearsDays * 1000) + (lateDays ?? 0),
            cell: (row) =>
              row.arrearsDays > 0 || row.missed ? (
                <StateBadge tone="failed" word={arrearsInWords(row)} />
              ) : (
                arrearsInWords(row)
              ),
          },
          {
            key: "gui",
            header: "Đã gửi",
            sortBy: ({ sentAt }) => sentAt ?? "",
            cell: ({ sentAt, sentByName, round }) =>
              sentAt === null ? (
                "Chưa gửi"
              ) : (
                <>
                  <MomentText at={sentAt} />, {sentByName}
                  {round > 1 && ` (lần ${round})`}
                </>
              ),
          },
          { key: "nhac", header: "Nhắc", cell: (row) => <Remind row={row} /> },
        ]}
      />
    </Stack>
  );
}

/** One request: what was asked, and how far each unit has come. */
export default function BoardPage() {
  const id = useParam("id");
  const queries = useQueryClient();
  const query = useQuery(api.reports.getUnitReportRequest.queryOptions({ input: { id } }));
  const [adding, setAdding] = useState(false);
  return (
    <Asked query={query}>
      {(request) => (
        <Page
          title={`Đơn vị báo cáo ${request.periodLabel.charAt(0).toLocaleLowerCase("vi")}${request.periodLabel.slice(1)}`}
          crumbs={[{ label: "Đơn vị báo cáo", to: "/bao-cao-don-vi" }]}
          lead={
            <>
              {request.planTitle}; kỳ từ <DayText day={request.periodFrom} /> đến hết{" "}
              <DayText day={request.periodTo} />; hạn gửi <DayText day={request.dueOn} />
              {request.countedTo !== request.dueOn && (
                <>
                  {" "}
                  là ngày nghỉ, tính đến hết <DayText day={request.countedTo} />
                </>
              )}
            </>
          }
          actions={
            request.may.ask?.allowed &&
            !request.lockedAt &&
            request.others.length > 0 && (
              <Button variant="default" onClick={() => setAdding(true)}>
                Yêu cầu thêm đơn vị
              </Button>
            )
          }
        >
          <Stack gap="lg">
            <List size="sm" c="gray.8">
              <List.Item>
                {request.askedByName} yêu cầu lúc <MomentText at={request.askedAt} />
              </List.Item>
              {request.note && <List.Item>Ghi chú: {request.note}</List.Item>}
              {request.extras.length > 0 && (
                <List.Item>Số liệu thêm: {request.extras.map(({ label }) => label).join("; ")}</List.Item>
              )}
            </List>
            {request.reopened && !request.lockedAt && (
              <Text size="sm">
                {request.reopened.byName} mở lại kỳ lúc <MomentText at={request.reopened.at} />, lý do:{" "}
                {request.reopened.reason}
              </Text>
            )}
            <Board request={request} />
            <Gathering request={request} />
          </Stack>
          <FormDialog
            opened={adding}
            onClose={() => setAdding(false)}
            title="Yêu cầu thêm đơn vị"
            lead="Đơn vị được thêm có cùng hạn gửi và cùng phiếu."
            initial={{ unitIds: [] as string[] }}
            verb="Gửi yêu cầu"
            submit={({ unitIds }) => api.reports.askFurtherUnits.call({ id, unitIds })}
            onDone={() => {
              void queries.invalidateQueries({ queryKey: api.reports.key() });
              sayDone("Đã yêu cầu thêm đơn vị.");
            }}
          >
            {(form) => <UnitChoice units={request.others} {...form.getInputProps("unitIds")} />}
          </FormDialog>
        </Page>
      )}
    </Asked>
  );
}
