import { Anchor, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { formatDate } from "#platform/clock/vietnam-time.ts";
import { type Column, DataTable } from "#ui/data-table.tsx";
import { MomentText } from "#ui/date-text.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { Asked } from "#ui/loading.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { LinkText, useGo } from "#ui/navigation.tsx";
import { Page } from "#ui/page.tsx";
import { api, type SnapshotsView } from "../api.ts";
import { TakeDialog } from "./take-dialog.tsx";

type Row = SnapshotsView["snapshots"][number];

const columns: Column<Row>[] = [
  {
    key: "noi",
    header: "Nơi, ngày của danh mục",
    sortBy: ({ asOf }) => asOf,
    cell: ({ id, placeName, asOf, isFull }) => (
      <>
        <LinkText
          to="/cong-khai-thu-tuc/doi-chieu/$id"
          params={{ id }}
          fw={600}
          display="inline-block"
          py={2}
        >
          {placeName}, {formatDate(asOf)}
        </LinkText>
        {!isFull && (
          <Text size="xs" c="gray.7">
            Danh mục một phần
          </Text>
        )}
      </>
    ),
  },
  {
    key: "tep",
    header: "Tệp",
    cell: ({ fileName }) => <span style={{ overflowWrap: "anywhere" }}>{fileName}</span>,
  },
  {
    key: "nguoi",
    header: "Người đối chiếu",
    cell: ({ takenByName, takenAt }) => (
      <>
        {takenByName}, <MomentText at={takenAt} />
      </>
    ),
  },
];

/** Lists of the national database, of the case system and of other places that were compared with the register. */
export default function SnapshotListPage() {
  const query = useQuery(api.procedures.snapshots.queryOptions());
  const queries = useQueryClient();
  const go = useGo();
  const [taking, take] = useDisclosure(false);
  return (
    <Page
      title="Đối chiếu danh mục"
      crumbs={[{ label: "Công khai thủ tục", to: "/cong-khai-thu-tuc" }]}
      lead="Danh mục xuất từ cơ sở dữ liệu quốc gia, hệ thống một cửa hay nơi khác được so với sổ: thiếu, bản cũ, khác từng mục, chỉ có ở đó."
      actions={
        <MayButton may={query.data?.may} verb="save" hideReason onClick={take.open}>
          Đối chiếu một danh mục
        </MayButton>
      }
    >
      <Anchor href="/api/procedure-list-template" download py={4} w="fit-content">
        Tải tệp mẫu (.xlsx)
      </Anchor>
      <Asked query={query}>
        {(view) => (
          <>
            <DataTable
              caption="Các danh mục đã đối chiếu, mới nhất trước"
              rows={view.snapshots}
              rowKey={({ id }) => id}
              columns={columns}
              empty={
                <EmptyState
                  title="Chưa đối chiếu danh mục nào"
                  why="Xuất danh mục thủ tục của cơ quan từ cơ sở dữ liệu quốc gia hoặc hệ thống một cửa, rồi chọn tệp ở đây."
                />
              }
            />
            <TakeDialog
              places={view.places}
              opened={taking}
              onClose={take.close}
              onDone={(id) => {
                void queries.invalidateQueries({ queryKey: api.procedures.key() });
                go(`/cong-khai-thu-tuc/doi-chieu/${id}`);
              }}
            />
          </>
        )}
      </Asked>
    </Page>
  );
}
