import { Button, Code, Stack, Text } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { DataTable } from "#ui/data-table.tsx";
import { MomentText } from "#ui/date-text.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { Loading } from "#ui/loading.tsx";
import { Page } from "#ui/page.tsx";
import { api } from "./api.ts";
import { actWords } from "./words.ts";

/** Who did what and when, with what was before and after; nothing here can be changed. */
export default function AuditPage() {
  const audit = useInfiniteQuery(
    api.organization.listAudit.infiniteOptions({
      input: (before: string | undefined) => ({ before }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: ({ entries }) => (entries.length === 100 ? entries.at(-1)?.at : undefined),
    }),
  );
  const rows = audit.data?.pages.flatMap(({ entries }) => entries) ?? [];
  return (
    <Page title="Nhật ký" lead="Mọi thao tác đều được ghi; không ai sửa hay xóa được.">
      <ErrorNotice error={audit.error} retry={() => void audit.refetch()} />
      {audit.isPending ? (
        <Loading />
      ) : (
        <Stack>
          <DataTable
            caption="Nhật ký thao tác"
            rows={rows}
            rowKey={({ id }) => id}
            searchText={({ personName, act }) => `${personName} ${actWords[act] ?? act}`}
            columns={[
              {
                key: "viec",
                header: "Việc",
                cell: ({ act }) => actWords[act] ?? act,
                sortBy: ({ act }) => actWords[act] ?? act,
              },
              {
                key: "ai",
                header: "Ai",
                cell: ({ personName }) => personName,
                sortBy: ({ personName }) => personName,
              },
              { key: "luc", header: "Lúc", cell: ({ at }) => <MomentText at={at} />, sortBy: ({ at }) => at },
              {
                key: "chi-tiet",
                header: "Trước và sau",
                cell: ({ before, after, reason }) => (
                  <details>
                    <summary>Xem</summary>
                    {reason && <Text size="sm">Lý do: {reason}</Text>}
                    <Code block fz="xs" style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
                      {JSON.stringify({ ...(before ? { before } : {}), ...(after ? { after } : {}) }, null, 1)
                        .replace('"before"', '"trước"')
                        .replace('"after"', '"sau"')}
                    </Code>
                  </details>
                ),
              },
            ]}
            empty={
              <EmptyState
                title="Nhật ký trống"
                why="Mỗi thao tác của người dùng và của hệ thống hiện ở đây."
              />
            }
          />
          {audit.hasNextPage && (
            <Button
              variant="default"
              w="fit-content"
              loading={audit.isFetchingNextPage}
              onClick={() => void audit.fetchNextPage()}
            >
              Xem các dòng cũ hơn
            </Button>
          )}
        </Stack>
      )}
    </Page>
  );
}
