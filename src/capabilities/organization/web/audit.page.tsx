import { Button, Stack, Text } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useInfiniteQuery, useMutation } from "@tanstack/react-query";
import { DataTable } from "#ui/data-table.tsx";
import { MomentText } from "#ui/date-text.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { Loading } from "#ui/loading.tsx";
import { MoreButton } from "#ui/more-button.tsx";
import { useFilters } from "#ui/navigation.tsx";
import { Page } from "#ui/page.tsx";
import { saveFile } from "#ui/save-file.ts";
import { sayFailed } from "#ui/undo.tsx";
import { api } from "./api.ts";
import { AuditChanges } from "./audit-changes.tsx";
import { AuditFilters, type AuditView, filterOf, wholeView } from "./audit-filters.tsx";
import { RowButton } from "./row-button.tsx";
import { SealedUntil } from "./sealed-until.tsx";

const inAll = (shown: number, { total, isMore }: { total: number; isMore: boolean }) =>
  !isMore && shown >= total
    ? `${shown.toLocaleString("vi-VN")} dòng`
    : `Đang hiện ${shown.toLocaleString("vi-VN")} trong ${isMore ? "hơn " : ""}${total.toLocaleString("vi-VN")} dòng`;

/** Who did what and when, with what was before and after; nothing here can be changed. */
export default function AuditPage() {
  const [view, setView] = useFilters<Record<keyof AuditView, string>>({ ...wholeView });
  const filter = filterOf(view);
  const audit = useInfiniteQuery(
    api.organization.listAudit.infiniteOptions({
      input: (after: string | undefined) => ({ ...filter, ...(after && { after }) }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: ({ next }) => next ?? undefined,
      // What waits is sealed within seconds; long lists are not read again for it.
      refetchInterval: ({ state: { data } }) =>
        data?.pages.length === 1 && data.pages[0]!.sealed.waiting > 0 ? 5000 : false,
    }),
  );
  const sealed = audit.data?.pages[0]?.sealed;
  const rows = audit.data?.pages.flatMap(({ entries }) => entries) ?? [];
  const counted = audit.data?.pages[0]?.counted;
  const narrowed = Object.keys(filter).length > 0;
  // A call and no link: the password may be asked for first.
  const download = useMutation({
    mutationFn: () => api.organization.exportAudit.call(filter),
    onSuccess: (file) => saveFile(file as File),
    onError: sayFailed,
  });
  return (
    <Page
      title="Nhật ký"
      lead="Mọi thao tác đều được ghi và niêm phong nối tiếp nhau: sửa, xóa hay chèn một dòng là bị phát hiện."
      actions={
        <Button
          onClick={() => download.mutate()}
          loading={download.isPending}
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden />}
        >
          Tải bảng CSV
        </Button>
      }
    >
      <AuditFilters view={view} onChange={setView} />
      {sealed && <SealedUntil {...sealed} />}
      <ErrorNotice error={audit.error} retry={() => void audit.refetch()} />
      {audit.isPending ? (
        <Loading />
      ) : (
        <Stack>
          <DataTable
            caption="Nhật ký thao tác"
            rows={rows}
            rowKey={({ id }) => id}
            {...(counted && { counted: inAll(rows.length, counted) })}
            columns={[
              { key: "viec", header: "Việc", cell: ({ actName }) => actName },
              {
                key: "doi-tuong",
                header: "Đối tượng",
                cell: ({ objectId, objectName }) => (
                  <RowButton onClick={() => setView({ muc: objectId })}>{objectName}</RowButton>
                ),
              },
              { key: "ai", header: "Ai", cell: ({ personName }) => personName },
              {
                key: "luc",
                header: "Lúc",
                cell: ({ at, seal }) => (
                  <>
                    <MomentText at={at} />
                    {seal === null && (
                      <Text size="sm" c="gray.7">
                        Chờ niêm phong
                      </Text>
                    )}
                  </>
                ),
              },
              {
                key: "thay-doi",
                header: "Thay đổi",
                cell: (entry) => (
                  <details>
                    <summary>{entry.changes.length > 0 ? `${entry.changes.length} mục` : "Xem"}</summary>
                    <AuditChanges entry={entry} />
                  </details>
                ),
              },
            ]}
            empty={
              <EmptyState
                title={narrowed ? "Không có dòng nào khớp" : "Nhật ký trống"}
                why={
                  narrowed
                    ? "Hãy đổi người, việc, đối tượng hoặc khoảng ngày."
                    : "Mỗi thao tác của người dùng và của hệ thống hiện ở đây."
                }
                action={
                  narrowed && (
                    <Button variant="default" onClick={() => setView(wholeView)}>
                      Xem tất cả
                    </Button>
                  )
                }
              />
            }
          />
          <MoreButton list={audit}>Xem các dòng cũ hơn</MoreButton>
        </Stack>
      )}
    </Page>
  );
}
