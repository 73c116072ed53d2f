import { Button, Group, Stack, Text } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { type Column, DataTable } from "#ui/data-table.tsx";
import { DayText } from "#ui/date-text.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { Asked } from "#ui/loading.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { LinkText, useFilters } from "#ui/navigation.tsx";
import { saveFile } from "#ui/save-file.ts";
import { api, type LateRow, type LateView } from "../api.ts";
import { currentQuarter, PeriodSelect } from "../period-select.tsx";
import { DraftDialog } from "./draft-dialog.tsx";
import { ExplainDialog } from "./explain-dialog.tsx";

const apologyWords = {
  draft: "đang chờ duyệt",
  approved: "đã duyệt, chưa gửi",
  sent: "đã gửi",
  withdrawn: "đã rút",
} as const;

const UNEXPLAINED = "chua-ghi";

/** The late dossiers of a period: why, who answers, the new date, and what was apologised for. */
export function LateTab() {
  const [view, setView] = useFilters({ ky: currentQuarter() });
  const late = useQuery(api.timeliness.lateDossiers.queryOptions({ input: { period: view.ky } }));
  const file = useMutation({
    mutationFn: () => api.timeliness.lateFile.call({ period: view.ky }),
    onSuccess: ({ body }) => saveFile(new File([body], `ho-so-tre-han-${view.ky}.xlsx`, { type: body.type })),
  });
  return (
    <Stack>
      <Group align="flex-end" gap="sm">
        <PeriodSelect value={view.ky} onChange={(ky) => setView({ ky })} />
        <Button variant="default" loading={file.isPending} onClick={() => file.mutate()}>
          Tải Excel
        </Button>
      </Group>
      <ErrorNotice error={file.error} />
      <Asked query={late}>{(found) => <Register found={found} period={view.ky} />}</Asked>
    </Stack>
  );
}

const facts: Column<LateRow>[] = [
  { key: "ma", header: "Mã hồ sơ", cell: ({ code }) => code },
  { key: "thu-tuc", header: "Thủ tục", cell: ({ procedureName }) => procedureName || "(trống)" },
  {
    key: "hen",
    header: "Hẹn trả",
    sortBy: ({ dueOn }) => dueOn,
    cell: ({ dueOn }) => <DayText day={dueOn} />,
  },
  {
    key: "xong",
    header: "Có kết quả",
    cell: ({ finishedOn }) => (finishedOn ? <DayText day={finishedOn} /> : "chưa"),
  },
  {
    key: "tre",
    header: "Trễ (ngày làm việc)",
    numeric: true,
    sortBy: ({ daysLate }) => daysLate ?? 0,
    cell: ({ daysLate }) => daysLate ?? "–",
  },
];

const small = { hideReason: true, variant: "subtle", size: "compact-sm" } as const;

function Register({ found, period }: { found: LateView; period: string }) {
  const { dossiers, total, rule, may, mayApologise } = found;
  const [explained, setExplained] = useState<LateRow | null>(null);
  const [apologised, setApologised] = useState<LateRow | null>(null);
  if (total === 0)
    return (
      <EmptyState title="Không phát sinh hồ sơ trễ hạn" why="Kỳ này không có hồ sơ nào quá ngày hẹn trả." />
    );
  const open = dossiers.filter(({ said }) => said === null).length;
  const without = dossiers.filter(({ apologies }) => apologies.length === 0).length;
  const reasons = [...new Set(dossiers.flatMap(({ said }) => (said ? [said.reason] : [])))];
  return (
    <>
      <Text>
        {total.toLocaleString("vi-VN")} hồ sơ trễ hạn; {open.toLocaleString("vi-VN")} chưa ghi lý do,{" "}
        {without.toLocaleString("vi-VN")} chưa có thư xin lỗi.
        {total > dossiers.length &&
          ` Bảng dưới có ${dossiers.length.toLocaleString("vi-VN")} hồ sơ trễ lâu nhất.`}
      </Text>
      <DataTable
        caption="Sổ hồ sơ trễ hạn"
        rows={dossiers}
        rowKey={({ code }) => code}
        searchText={({ code, unit, procedureName }) => `${code} ${unit} ${procedureName}`}
        filters={[
          {
            key: "ly-do",
            label: "Lý do",
            options: [
              { value: UNEXPLAINED, label: "Chưa ghi lý do" },
              ...reasons.map((reason) => ({ value: reason, label: reason })),
            ],
            matches: ({ said }, value) => (value === UNEXPLAINED ? said === null : said?.reason === value),
          },
          {
            key: "thu",
            label: "Thư xin lỗi",
            options: [
              { value: "chua", label: "Chưa có" },
              { value: "co", label: "Đã có" },
            ],
            matches: ({ apologies }, value) => (apologies.length === 0) === (value === "chua"),
          },
        ]}
        columns={[
          ...facts,
          {
            key: "vi-sao",
            header: "Lý do, đơn vị chịu trách nhiệm",
            cell: (row) => (
              <Stack gap={2} align="flex-start">
                <Text size="sm">
                  {row.said ? `${row.said.reason}; ${row.said.unit}` : row.unit || "(chưa rõ đơn vị)"}
                </Text>
                {row.said?.newDueOn && (
                  <Text size="sm">
                    Hẹn lại <DayText day={row.said.newDueOn} />
                  </Text>
                )}
                <MayButton may={may} verb="explain" {...small} onClick={() => setExplained(row)}>
                  {row.said ? "Ghi lại lý do" : "Ghi lý do"}
                  <span className="only-read-aloud">, hồ sơ {row.code}</span>
                </MayButton>
              </Stack>
            ),
          },
          {
            key: "xin-loi",
            header: "Thư xin lỗi",
            cell: (row) => (
              <Stack gap={2} align="flex-start">
                {row.apologies.map(({ id, state }) => (
                  <LinkText key={id} size="sm" to="/tien-do-ho-so" search={{ the: "xin-loi" }}>
                    Thư {apologyWords[state]}
                  </LinkText>
                ))}
                {row.apologies.every(({ state }) => state === "sent") && (
                  <MayButton may={mayApologise} verb="draft" {...small} onClick={() => setApologised(row)}>
                    Soạn thư
                    <span className="only-read-aloud"> xin lỗi, hồ sơ {row.code}</span>
                  </MayButton>
                )}
              </Stack>
            ),
          },
        ]}
      />
      {explained && (
        <ExplainDialog
          row={explained}
          period={period}
          reasons={rule.reasons}
          onClose={() => setExplained(null)}
        />
      )}
      {apologised && <DraftDialog row={apologised} rule={rule} onClose={() => setApologised(null)} />}
    </>
  );
}
