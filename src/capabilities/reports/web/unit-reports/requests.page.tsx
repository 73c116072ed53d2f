import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { DataTable } from "#ui/data-table.tsx";
import { DayText } from "#ui/date-text.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { Asked } from "#ui/loading.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { LinkText } from "#ui/navigation.tsx";
import { Page } from "#ui/page.tsx";
import { StateBadge } from "#ui/state-badge.tsx";
import { api } from "../api.ts";
import { AskDialog } from "./ask-dialog.tsx";

/** Every period for which units were asked to report, and the way to ask. */
export default function RequestsPage() {
  const query = useQuery(api.reports.unitReportRequests.queryOptions());
  const [asking, setAsking] = useState(false);
  const ask = (
    <MayButton may={query.data?.may} verb="ask" onClick={() => setAsking(true)} hideReason>
      Yêu cầu đơn vị báo cáo
    </MayButton>
  );
  return (
    <Page
      title="Đơn vị báo cáo"
      lead="Mỗi kỳ yêu cầu một lần: đơn vị nhận phiếu có sẵn số liệu, viết phần của mình và gửi; nơi tổng hợp tiếp nhận hoặc trả lại."
      actions={ask}
    >
      <Asked query={query}>
        {({ requests, units, may }) => (
          <>
            <DataTable
              caption="Các kỳ yêu cầu đơn vị báo cáo"
              rows={requests}
              rowKey={({ id }) => id}
              columns={[
                {
                  key: "ky",
                  header: "Kỳ báo cáo",
                  cell: ({ id, periodLabel, basis, planTitle }) => (
                    <>
                      <LinkText to="/bao-cao-don-vi/$id" params={{ id }} fw={600}>
                        {periodLabel}
                      </LinkText>
                      <Text size="xs" c="gray.7">
                        {planTitle}
                        {basis === "calendar" && " · theo tháng dương lịch"}
                      </Text>
                    </>
                  ),
                },
                {
                  key: "han",
                  header: "Hạn gửi",
                  sortBy: ({ dueOn }) => dueOn,
                  cell: ({ dueOn }) => <DayText day={dueOn} />,
                },
                {
                  key: "da-gui",
                  header: "Đã gửi",
                  sortBy: ({ sent, units: all }) => sent / all,
                  cell: ({ sent, units: all, accepted }) =>
                    `${sent} trên ${all} đơn vị, đã tiếp nhận ${accepted}`,
                },
                {
                  key: "qua-han",
                  header: "Quá hạn chưa gửi",
                  sortBy: ({ inArrears }) => inArrears.length,
                  cell: ({ inArrears, lockedAt }) =>
                    lockedAt ? (
                      <StateBadge tone="done" word="Kỳ đã khóa" />
                    ) : inArrears.length === 0 ? (
                      "Không có"
                    ) : (
                      <>
                        <StateBadge tone="failed" word={`${inArrears.length} đơn vị`} />
                        <Text size="xs">{inArrears.join("; ")}</Text>
                      </>
                    ),
                },
              ]}
              empty={
                <EmptyState
                  title="Chưa yêu cầu kỳ nào"
                  why="Khi cần tổng hợp báo cáo, nơi đầu mối chọn kỳ, hạn gửi và các đơn vị; mỗi đơn vị có một phiếu với số liệu lấy từ kế hoạch, nhiệm vụ, minh chứng và tin, bài."
                  action={ask}
                />
              }
            />
            {may.ask?.allowed && <AskDialog units={units} opened={asking} onClose={() => setAsking(false)} />}
          </>
        )}
      </Asked>
    </Page>
  );
}
