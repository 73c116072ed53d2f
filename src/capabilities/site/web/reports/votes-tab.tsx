import { Anchor, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { percent } from "#platform/text/percent.ts";
import { type Column, DataTable } from "#ui/data-table.tsx";
import { DayText } from "#ui/date-text.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { FilterSelect } from "#ui/filter-select.tsx";
import { Asked } from "#ui/loading.tsx";
import { useFilters } from "#ui/navigation.tsx";
import { api } from "../api.ts";

type Votes = Awaited<ReturnType<typeof api.site.votes.call>>["pages"][number];

const shareOf = ({ useful, notUseful }: { useful: number; notUseful: number }) =>
  `${percent(useful, useful + notUseful)} (${useful.toLocaleString("vi-VN")}/${(useful + notUseful).toLocaleString("vi-VN")})`;

const columns: Column<Votes>[] = [
  {
    key: "trang",
    header: "Trang",
    cell: ({ path }) => (
      <Anchor href={path} target="_blank" rel="noopener" style={{ overflowWrap: "anywhere" }}>
        {path}
      </Anchor>
    ),
  },
  {
    key: "khong",
    header: "Không hữu ích",
    numeric: true,
    cell: ({ notUseful }) => notUseful,
    sortBy: ({ notUseful }) => notUseful,
  },
  {
    key: "co",
    header: "Hữu ích",
    numeric: true,
    cell: ({ useful }) => useful,
    sortBy: ({ useful }) => useful,
  },
  { key: "ty-le", header: "Tỷ lệ hữu ích", numeric: true, cell: shareOf },
];

/** What readers say of the pages: what helps least stands first. */
export function VotesTab() {
  const [view, setView] = useFilters({ ngay: "30" });
  const votes = useQuery(api.site.votes.queryOptions({ input: { days: Number(view.ngay) || 30 } }));
  return (
    <Stack>
      <FilterSelect
        label="Trong"
        data={[
          { value: "7", label: "7 ngày qua" },
          { value: "30", label: "30 ngày qua" },
          { value: "365", label: "365 ngày qua" },
        ]}
        value={view.ngay}
        onChange={(ngay) => setView({ ngay: ngay || "30" })}
      />
      <Asked query={votes}>
        {({ pages, all, since }) =>
          pages.length === 0 ? (
            <EmptyState
              title="Chưa có ý kiến nào"
              why="Dưới mỗi trang của cổng có câu hỏi “Trang này có hữu ích không?”; số trả lời hiện ở đây."
            />
          ) : (
            <>
              <Text size="sm" role="status">
                Từ ngày <DayText day={since} />: {shareOf(all)} lượt trả lời là hữu ích. Mỗi nơi truy cập tính
                một lần một trang một ngày; trang ít lượt thì tỷ lệ chưa nói lên nhiều.
              </Text>
              <DataTable
                caption="Ý kiến của người đọc theo trang"
                rows={pages}
                rowKey={({ path }) => path}
                columns={columns}
              />
            </>
          )
        }
      </Asked>
    </Stack>
  );
}
