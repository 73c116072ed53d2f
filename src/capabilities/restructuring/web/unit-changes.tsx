import { Group, Stack, Text, Title } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { unitChangeLabels } from "#organization/contract";
import { Confirm } from "#ui/confirm.tsx";
import { DataTable } from "#ui/data-table.tsx";
import { DayText } from "#ui/date-text.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { Asked } from "#ui/loading.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { StateBadge } from "#ui/state-badge.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api, type UnitChangeView } from "./api.ts";
import { UnitChangeDialog } from "./unit-change-dialog.tsx";

/** Units that were or will be merged, split or renamed, by which decision and from which day. */
export function UnitChanges() {
  const queries = useQueryClient();
  const changes = useQuery(api.restructuring.list.queryOptions());
  const [adding, setAdding] = useState(false);
  const [cancelling, setCancelling] = useState<UnitChangeView | null>(null);
  const refresh = () => queries.invalidateQueries();
  const cancel = useMutation(
    api.restructuring.cancel.mutationOptions({
      onSuccess: () => {
        void refresh();
        setCancelling(null);
        sayDone("Đã hủy thay đổi đơn vị.");
      },
    }),
  );
  const add = (
    <MayButton
      may={changes.data?.may}
      verb="record"
      hideReason
      variant="default"
      onClick={() => setAdding(true)}
    >
      Sáp nhập, chia tách, đổi tên
    </MayButton>
  );
  return (
    <Stack component="section" aria-labelledby="thay-doi-don-vi">
      <Group justify="space-between">
        <Title order={2} size="h3" id="thay-doi-don-vi">
          Sáp nhập, chia tách, đổi tên đơn vị
        </Title>
        {add}
      </Group>
      <Asked query={changes}>
        {({ changes: rows }) => (
          <DataTable
            caption="Thay đổi đơn vị của cơ quan"
            rows={rows}
            rowKey={({ id }) => id}
            columns={[
              { key: "noi-dung", header: "Nội dung", cell: ({ inWords }) => inWords },
              { key: "loai", header: "Loại", cell: ({ kind }) => unitChangeLabels[kind] },
              {
                key: "hieu-luc",
                header: "Có hiệu lực từ",
                cell: ({ takesEffectOn }) => <DayText day={takesEffectOn} />,
                sortBy: ({ takesEffectOn }) => takesEffectOn,
              },
              {
                key: "can-cu",
                header: "Căn cứ",
                cell: ({ decisionNumber, decidedOn }) => (
                  <>
                    Quyết định số {decisionNumber} ngày <DayText day={decidedOn} />
                  </>
                ),
              },
              {
                key: "trang-thai",
                header: "Trạng thái",
                cell: ({ tookEffectAt }) =>
                  tookEffectAt ? (
                    <StateBadge tone="done" word="Đã có hiệu lực" />
                  ) : (
                    <StateBadge tone="waiting" word="Chờ đến ngày" />
                  ),
              },
              {
                key: "viec",
                header: "Việc",
                cell: (row) =>
                  row.may.cancel?.allowed && (
                    <MayButton
                      may={row.may}
                      verb="cancel"
                      size="xs"
                      miw="max-content"
                      variant="default"
                      onClick={() => setCancelling(row)}
                    >
                      Hủy
                      <span className="only-read-aloud">: {row.inWords}</span>
                    </MayButton>
                  ),
              },
            ]}
            empty={
              <EmptyState
                title="Chưa có đơn vị nào sáp nhập, chia tách hay đổi tên"
                why="Ghi theo quyết định: từ ngày có hiệu lực, việc đang mở, người và tin, bài đang viết chuyển sang đơn vị kế tiếp; việc đã làm vẫn mang tên cũ."
                action={add}
              />
            }
          />
        )}
      </Asked>
      {adding && (
        <UnitChangeDialog
          onClose={() => setAdding(false)}
          onDone={() => {
            void refresh();
            sayDone("Đã ghi thay đổi đơn vị.");
          }}
        />
      )}
      {cancelling && (
        <Confirm
          opened
          onClose={() => setCancelling(null)}
          title={`Hủy: ${cancelling.inWords}`}
          verb="Hủy thay đổi"
          reasonLabel="Lý do"
          quickReasons={["Ghi nhầm", "Quyết định được sửa đổi"]}
          pending={cancel.isPending}
          error={cancel.error}
          onConfirm={(reason) => cancel.mutate({ id: cancelling.id, reason })}
        >
          <Text size="sm">
            Chưa đến ngày có hiệu lực nên chưa có gì chuyển đi; thay đổi được bỏ khỏi danh sách, nhật ký vẫn
            giữ.
          </Text>
        </Confirm>
      )}
    </Stack>
  );
}
