import { Paper, Select, Stack, Text } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { formatDateTime } from "#platform/clock/vietnam-time.ts";
import { CompareTexts } from "#ui/compare-texts.tsx";
import { DataTable } from "#ui/data-table.tsx";
import { MomentText } from "#ui/date-text.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { Asked } from "#ui/loading.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { useGo, useParam } from "#ui/navigation.tsx";
import { Page } from "#ui/page.tsx";
import { sayDone } from "#ui/undo.tsx";
import { plainReport } from "../report-text.ts";
import { api, type ReportView, type VersionRow } from "./api.ts";

/** Every version of a report's text: who saved it when, any two compared word by word, an earlier one brought back. */
export default function VersionsPage() {
  const id = useParam("id");
  const report = useQuery(api.reports.get.queryOptions({ input: { id } }));
  const versions = useQuery(api.reports.versions.queryOptions({ input: { id } }));
  return (
    <Asked query={report}>
      {(found) => (
        <Page
          title={`Các bản của báo cáo ${found.periodLabel.charAt(0).toLocaleLowerCase("vi")}${found.periodLabel.slice(1)}`}
          crumbs={[
            { label: "Báo cáo", to: "/bao-cao" },
            { label: found.periodLabel, to: `/bao-cao/${id}` },
          ]}
        >
          <Asked query={versions}>
            {({ versions: rows }) =>
              rows.length === 0 ? (
                <EmptyState
                  title="Chưa có bản nào"
                  why="Văn bản có từ khi lập dự thảo; mỗi lần lưu là một bản, bản cũ còn nguyên."
                />
              ) : (
                <Stack gap="xl">
                  <Comparison report={found} rows={rows} />
                  <List report={found} rows={rows} />
                </Stack>
              )
            }
          </Asked>
        </Page>
      )}
    </Asked>
  );
}

function Comparison({ report, rows }: { report: ReportView; rows: VersionRow[] }) {
  const { id, may } = report;
  const [before, setBefore] = useState(String((rows[1] ?? rows[0])!.version));
  const [now, setNow] = useState(String(rows[0]!.version));
  const earlier = useQuery(
    api.reports.getVersion.queryOptions({
      input: { id, version: Number(before) },
      staleTime: Number.POSITIVE_INFINITY,
    }),
  );
  const later = useQuery(
    api.reports.getVersion.queryOptions({
      input: { id, version: Number(now) },
      staleTime: Number.POSITIVE_INFINITY,
    }),
  );
  const queries = useQueryClient();
  const go = useGo();
  const restore = useMutation(
    api.reports.restore.mutationOptions({
      onSuccess: async (saved) => {
        queries.setQueryData(api.reports.get.queryKey({ input: { id } }), saved);
        await queries.invalidateQueries({ queryKey: api.reports.key() });
        sayDone(`Đã khôi phục bản ${before} thành bản ${saved.text?.version}.`);
        go(`/bao-cao/${id}`);
      },
    }),
  );
  const options = rows.map(({ version, writtenBy, writtenAt }) => ({
    value: String(version),
    label: `Bản ${version} · ${writtenBy} · ${formatDateTime(writtenAt)}`,
  }));
  const olderFigures = report.frozen !== null && earlier.data && earlier.data.writtenAt < report.frozen.at;
  return (
    <Stack component="section" aria-label="So sánh hai bản">
      <Select
        label="Bản trước"
        data={options}
        value={before}
        onChange={(value) => value && setBefore(value)}
        allowDeselect={false}
        maw="30rem"
      />
      <Select
        label="Bản sau"
        data={options}
        value={now}
        onChange={(value) => value && setNow(value)}
        allowDeselect={false}
        maw="30rem"
      />
      <Asked query={earlier}>
        {(one) => (
          <Asked query={later}>
            {(other) => (
              <Paper withBorder p="md">
                <CompareTexts before={plainReport(one.content)} now={plainReport(other.content)} />
              </Paper>
            )}
          </Asked>
        )}
      </Asked>
      {olderFigures && (
        <Text size="sm" c="gray.8">
          Bản {before} viết trước lần chốt số liệu hiện nay; con số trong câu có thể khác số đã chốt.
        </Text>
      )}
      <ErrorNotice error={restore.error} />
      {report.text !== null && report.text.version !== Number(before) && (
        <MayButton
          may={may}
          verb="edit"
          variant="default"
          loading={restore.isPending}
          onClick={() => restore.mutate({ id, version: Number(before), baseId: report.text!.id })}
        >
          Khôi phục bản {before} thành bản mới
        </MayButton>
      )}
    </Stack>
  );
}

function List({ report, rows }: { report: ReportView; rows: VersionRow[] }) {
  return (
    <DataTable
      caption="Các bản đã lưu"
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "ban",
          header: "Bản",
          sortBy: ({ version }) => version,
          cell: ({ id, version }) => `Bản ${version}${id === report.text?.id ? " (đang dùng)" : ""}`,
        },
        { key: "luc", header: "Lúc", cell: ({ writtenAt }) => <MomentText at={writtenAt} /> },
        { key: "ai", header: "Người lưu", cell: ({ writtenBy }) => writtenBy },
        {
          key: "ghi-chu",
          header: "Ghi chú",
          cell: ({ restoredFrom }) => (restoredFrom === null ? "" : `Khôi phục từ bản ${restoredFrom}`),
        },
      ]}
    />
  );
}
