import { Alert, Select, Stack, Text } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { formatDate } from "#platform/clock/vietnam-time.ts";
import { DataTable } from "#ui/data-table.tsx";
import { DayText } from "#ui/date-text.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { Asked } from "#ui/loading.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { LinkText, useGo } from "#ui/navigation.tsx";
import { Page } from "#ui/page.tsx";
import { StateBadge } from "#ui/state-badge.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api } from "../api.ts";
import { OpenReviewDialog } from "./open-review-dialog.tsx";
import { reviewStates } from "./review-states.ts";

const months = [
  { value: "0", label: "Không tự nhắc" },
  ...Array.from({ length: 12 }, (_, index) => ({ value: String(index + 1), label: `Tháng ${index + 1}` })),
];

/** The yearly reviews of rights, the one of this year first; and in which month the next one is asked for. */
export default function RightsReviewsPage() {
  const queries = useQueryClient();
  const go = useGo();
  const reviews = useQuery(api.organization.rightsReviews.queryOptions());
  const [opening, setOpening] = useState(false);
  const setMonth = useMutation(
    api.organization.setRightsReviewMonth.mutationOptions({
      onSuccess: (answer) => {
        queries.setQueryData(api.organization.rightsReviews.queryKey(), answer);
        sayDone("Đã lưu tháng rà soát.");
      },
    }),
  );
  const may = reviews.data?.may;
  const open = may?.open?.allowed && (
    <MayButton may={may} verb="open" onClick={() => setOpening(true)}>
      Mở đợt rà soát
    </MayButton>
  );
  return (
    <Page
      title="Rà soát quyền"
      lead="Mỗi năm một lần, xem lại ai đang giữ quyền gì: trưởng đơn vị rà soát người của đơn vị mình, quản trị và lãnh đạo rà soát phần còn lại. Không ai tự rà soát quyền của mình."
      actions={open}
    >
      <Asked query={reviews}>
        {({ reviews: rows, month, askedSince }) => (
          <Stack gap="lg">
            {askedSince && may?.open?.allowed && (
              <Alert color="yellow" title={`Đến lượt rà soát quyền năm ${askedSince.slice(0, 4)}`}>
                Cơ quan rà soát vào tháng {month}; từ {formatDate(askedSince)} đến nay chưa mở đợt nào.
              </Alert>
            )}
            <DataTable
              caption="Các đợt rà soát quyền"
              rows={rows}
              rowKey={({ id }) => id}
              columns={[
                {
                  key: "dot",
                  header: "Đợt",
                  cell: ({ id, asOf }) => (
                    <LinkText to="/ra-soat-quyen/$id" params={{ id }} fw={600}>
                      Danh sách ngày {formatDate(asOf)}
                    </LinkText>
                  ),
                  sortBy: ({ asOf }) => asOf,
                },
                {
                  key: "trang-thai",
                  header: "Trạng thái",
                  cell: ({ state }) => <StateBadge {...reviewStates[state]} />,
                },
                {
                  key: "ket-qua",
                  header: "Kết quả",
                  cell: ({ state, lines, undecided, left, mine, withdrawn, changed, cancelReason }) => (
                    <>
                      <Text size="sm">
                        {state === "cancelled"
                          ? `Hủy vì: ${cancelReason}`
                          : `${lines} quyền; thu hồi ${withdrawn}, đổi ${changed}${state === "open" ? `; còn ${undecided} chưa quyết định` : ""}${left > 0 ? `; ${left} không có người khác quyết` : ""}`}
                      </Text>
                      {mine > 0 && (
                        <Text size="sm" fw={600}>
                          {mine} quyền chờ bạn rà soát
                        </Text>
                      )}
                    </>
                  ),
                },
                {
                  key: "han",
                  header: "Hạn rà soát",
                  cell: ({ dueOn }) => <DayText day={dueOn} />,
                  sortBy: ({ dueOn }) => dueOn,
                },
                { key: "can-cu", header: "Căn cứ, lý do", cell: ({ basis }) => basis },
              ]}
              empty={
                <EmptyState
                  title="Chưa có đợt rà soát nào"
                  why="Mở đợt rà soát thì danh sách ai giữ vai trò gì, ai được ký, tài khoản nào không dùng được chốt lại; từng dòng được giữ nguyên, thu hồi hoặc đổi, có người quyết định và lý do."
                  action={open || undefined}
                />
              }
            />
            {may?.setMonth?.allowed && (
              <>
                <Select
                  label="Tháng rà soát hằng năm"
                  description="Đến tháng này mà chưa mở đợt thì quản trị được nhắc một lần, quá một tháng nhắc lần nữa."
                  allowDeselect={false}
                  data={months}
                  value={String(month ?? 0)}
                  onChange={(value) => setMonth.mutate({ month: Number(value) || null })}
                  maw="24rem"
                />
                <ErrorNotice error={setMonth.error} />
              </>
            )}
          </Stack>
        )}
      </Asked>
      {opening && (
        <OpenReviewDialog
          onClose={() => setOpening(false)}
          onDone={(id) => {
            void queries.invalidateQueries({ queryKey: api.organization.rightsReviews.key() });
            go(`/ra-soat-quyen/${id}`);
          }}
        />
      )}
    </Page>
  );
}
