import { Button, Group, Stack, Text } from "@mantine/core";
import { useInfiniteQuery, useMutation } from "@tanstack/react-query";
import { parsePeriod } from "#platform/clock/reporting-period.ts";
import { DataTable } from "#ui/data-table.tsx";
import { DayText } from "#ui/date-text.tsx";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { Asked } from "#ui/loading.tsx";
import { useFilters } from "#ui/navigation.tsx";
import { Page } from "#ui/page.tsx";
import { saveFile } from "#ui/save-file.ts";
import {
  type Division,
  type Measure,
  measureLabels,
  measures,
  statusWords,
} from "../../figures/measure-words.ts";
import { api, type DossierBehind } from "../api.ts";
import { currentPeriod } from "../period-select.tsx";

const measureOf = (named: string): Measure => measures.find((measure) => measure === named) ?? "received";

function periodName(code: string): string {
  try {
    return parsePeriod(code, "decree").label;
  } catch {
    return code;
  }
}

/** The dossiers behind a number: those that are or were late stand first, the longest of them before the others. */
export default function DossiersPage() {
  const [view] = useFilters({ ky: currentPeriod(), so: "received", theo: "", phan: "", ten: "" });
  const measure = measureOf(view.so);
  const which = {
    ...{ period: view.ky, measure },
    ...(view.theo !== "" && { by: view.theo as Division, key: view.phan }),
  };
  const found = useInfiniteQuery(
    api.timeliness.dossiersBehind.infiniteOptions({
      input: (from: number) => ({ ...which, from }),
      initialPageParam: 0,
      getNextPageParam: ({ total }, pages) => {
        const shown = pages.reduce((sum, { dossiers }) => sum + dossiers.length, 0);
        return shown < total ? shown : undefined;
      },
    }),
  );
  const file = useMutation({
    mutationFn: () => api.timeliness.dossiersFile.call(which),
    onSuccess: ({ body }) => saveFile(new File([body], `ho-so-${view.ky}.xlsx`, { type: body.type })),
  });
  return (
    <Page
      title={`${measureLabels[measure]}${view.ten ? `: ${view.ten}` : ""}`}
      crumbs={[{ label: "Tiến độ hồ sơ", to: "/tien-do-ho-so" }]}
      lead={`${periodName(view.ky)}. Mỗi dòng là một hồ sơ theo bảng nhập gần nhất; không có thông tin người nộp.`}
      actions={
        <Button variant="default" loading={file.isPending} onClick={() => file.mutate()}>
          Tải Excel
        </Button>
      }
    >
      <ErrorNotice error={file.error} />
      <Asked query={found}>
        {({ pages }) => (
          <Stack>
            <Dossiers dossiers={pages.flatMap(({ dossiers }) => dossiers)} total={pages[0]?.total ?? 0} />
            {found.hasNextPage && (
              <Group>
                <Button
                  variant="default"
                  loading={found.isFetchingNextPage}
                  onClick={() => void found.fetchNextPage()}
                >
                  Xem thêm hồ sơ
                </Button>
              </Group>
            )}
          </Stack>
        )}
      </Asked>
    </Page>
  );
}

function Dossiers({ dossiers, total }: { dossiers: DossierBehind[]; total: number }) {
  return (
    <DataTable
      caption="Các hồ sơ đứng sau con số"
      rows={dossiers}
      rowKey={({ code }) => code}
      counted={`${total.toLocaleString("vi-VN")} hồ sơ`}
      empty={<Text>Không có hồ sơ nào.</Text>}
      columns={[
        { key: "ma", header: "Mã hồ sơ", cell: ({ code }) => code },
        { key: "don-vi", header: "Đơn vị", cell: ({ unit }) => unit || "(trống)" },
        {
          key: "thu-tuc",
          header: "Thủ tục",
          cell: ({ procedureCode, procedureName }) =>
            [procedureCode, procedureName].filter(Boolean).join(" ") || "(trống)",
        },
        { key: "kenh", header: "Kênh nộp", cell: ({ channel }) => channel || "(trống)" },
        { key: "nhan", header: "Tiếp nhận", cell: ({ receivedOn }) => <DayText day={receivedOn} /> },
        { key: "hen", header: "Hẹn trả", cell: ({ dueOn }) => <DayText day={dueOn} /> },
        {
          key: "xong",
          header: "Có kết quả",
          cell: ({ finishedOn, status }) => (finishedOn ? <DayText day={finishedOn} /> : statusWords[status]),
        },
        {
          key: "ngay",
          header: "Ngày làm việc",
          numeric: true,
          cell: ({ workingDays }) => workingDays ?? "–",
        },
        {
          key: "tre",
          header: "Quá hạn (ngày làm việc)",
          numeric: true,
          cell: ({ daysLate }) => daysLate ?? "–",
        },
      ]}
    />
  );
}
