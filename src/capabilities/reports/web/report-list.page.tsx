import { Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { DataTable } from "#ui/data-table.tsx";
import { DayText } from "#ui/date-text.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { Asked } from "#ui/loading.tsx";
import { LinkText } from "#ui/navigation.tsx";
import { Page } from "#ui/page.tsx";
import { StateBadge } from "#ui/state-badge.tsx";
import { stateWords } from "../messages/vi.ts";
import { reportStates } from "../report.ts";
import { api } from "./api.ts";
import { OpenReportForm } from "./open-report-form.tsx";
import { stateTone } from "./state-tone.ts";

/** All period reports, and the form that opens one for a period. */
export default function ReportListPage() {
  const query = useQuery(api.reports.list.queryOptions());
  return (
    <Page
      title="Báo cáo"
      lead="Số liệu lấy từ kế hoạch, nhiệm vụ, minh chứng và tin, bài đã đăng; chốt lại cùng báo cáo."
    >
      <Asked query={query}>
        {({ reports, may }) => (
          <Stack gap="xl">
            <OpenReportForm may={may} />
            <DataTable
              caption="Các báo cáo kỳ"
              rows={reports}
              rowKey={({ id }) => id}
              columns={[
                {
                  key: "ky",
                  header: "Kỳ báo cáo",
                  cell: ({ id, periodLabel, basis, planTitle }) => (
                    <>
                      <LinkText to="/bao-cao/$id" params={{ id }} fw={600}>
                        {periodLabel}
                      </LinkText>
                      {new Set(reports.map(({ planId }) => planId)).size > 1 && (
                        <Text size="xs" c="gray.7">
                          {planTitle}
                        </Text>
                      )}
                      {basis === "calendar" && (
                        <Text size="xs" c="gray.7">
                          Theo tháng dương lịch
                        </Text>
                      )}
                    </>
                  ),
                },
                {
                  key: "so-lieu",
                  header: "Số liệu từ, đến hết",
                  sortBy: ({ periodTo }) => periodTo,
                  cell: ({ periodFrom, periodTo }) => (
                    <>
                      <DayText day={periodFrom} /> – <DayText day={periodTo} />
                    </>
                  ),
                },
                {
                  key: "trang-thai",
                  header: "Trạng thái",
                  sortBy: ({ state }) => reportStates.indexOf(state),
                  cell: ({ state }) => <StateBadge tone={stateTone[state]} word={stateWords[state]} />,
                },
                {
                  key: "so",
                  header: "Số, ngày ban hành",
                  cell: ({ issuedNumber, issuedOn }) =>
                    issuedNumber === null ? (
                      "Chưa ban hành"
                    ) : (
                      <>
                        Số {issuedNumber}, <DayText day={issuedOn} />
                      </>
                    ),
                },
              ]}
              filters={[
                {
                  key: "trang-thai",
                  label: "Trạng thái",
                  options: reportStates.map((state) => ({ value: state, label: stateWords[state] })),
                  matches: ({ state }, value) => state === value,
                },
              ]}
              empty={
                <EmptyState
                  title="Chưa có báo cáo nào"
                  why="Mỗi kỳ có một báo cáo: chọn kỳ ở trên để hệ thống gom số liệu, lập dự thảo và giữ lại minh chứng."
                />
              }
            />
          </Stack>
        )}
      </Asked>
    </Page>
  );
}
