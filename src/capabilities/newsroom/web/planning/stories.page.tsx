import { Button, Group, Stack } from "@mantine/core";
import { IconBulb, IconPlus } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { type Column, DataTable } from "#ui/data-table.tsx";
import { MomentText } from "#ui/date-text.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { FilterSelect } from "#ui/filter-select.tsx";
import { Asked } from "#ui/loading.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { MoreButton } from "#ui/more-button.tsx";
import { LinkButton, LinkText, useDialogOfAddress, useFilters, useGo } from "#ui/navigation.tsx";
import { optionsOf } from "#ui/options.ts";
import { Page } from "#ui/page.tsx";
import { SearchField } from "#ui/search-field.tsx";
import { useShortcuts } from "#ui/shortcuts.ts";
import { type StoryState, storyStateLabels } from "../../contract.ts";
import { api } from "../api.ts";
import { usePeopleOptions } from "./people-options.ts";
import { StoryDialog } from "./story-dialog.tsx";
import { StoryStateBadge } from "./story-state.tsx";

type Listed = Awaited<ReturnType<typeof api.newsroom.listStories.call>>["stories"][number];

const outOf = ({ deliverables }: Listed) =>
  deliverables.filter(({ state }) => ["published", "withdrawn", "removed"].includes(state)).length;

const nextDue = ({ deliverables }: Listed) =>
  deliverables.find(({ state }) => !["published", "withdrawn", "removed"].includes(state))?.dueAt ?? null;

const columns: Column<Listed>[] = [
  {
    key: "ten",
    header: "Đề tài",
    cell: ({ id, title }) => (
      <LinkText to="/de-tai/$id" params={{ id }} fw={600}>
        {title}
      </LinkText>
    ),
  },
  { key: "trang-thai", header: "Trạng thái", cell: ({ state }) => <StoryStateBadge state={state} /> },
  { key: "don-vi", header: "Đơn vị", cell: ({ unitName }) => unitName },
  { key: "phu-trach", header: "Người phụ trách", cell: ({ leadName }) => leadName ?? "Chưa giao" },
  {
    key: "san-pham",
    header: "Sản phẩm",
    cell: (row) =>
      row.deliverables.length === 0 ? "Chưa có" : `${outOf(row)}/${row.deliverables.length} đã đăng`,
  },
  {
    key: "han",
    header: "Hạn gần nhất",
    cell: (row) => (nextDue(row) ? <MomentText at={nextDue(row)} /> : "Không còn"),
  },
];

/** Stories of the agency: what is to be told, and how far what is to come of each has got. */
export default function StoriesPage() {
  const go = useGo();
  const [filters, narrow] = useFilters({ "trang-thai": "", "don-vi": "", tim: "", cua: "" });
  const [opened, { open, close }] = useDialogOfAddress();
  const { units } = usePeopleOptions();
  const list = useInfiniteQuery(
    api.newsroom.listStories.infiniteOptions({
      input: (after: string | undefined) => ({
        state: (filters["trang-thai"] || undefined) as StoryState | undefined,
        unitId: filters["don-vi"] || undefined,
        q: filters.tim || undefined,
        mine: filters.cua === "toi" || undefined,
        after,
      }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: ({ next }) => next ?? undefined,
      placeholderData: (before) => before,
    }),
  );
  useShortcuts([{ keys: "c", label: "Đề xuất đề tài", run: open }]);
  const may = list.data?.pages[0]?.may;
  const isNarrow = Object.values(filters).some((value) => value !== "");
  return (
    <Page
      title="Đề tài"
      lead="Mỗi đề tài ra một hay nhiều sản phẩm; mỗi sản phẩm có người làm, hạn và kênh đăng."
      actions={
        <>
          <LinkButton to="/goi-y-de-tai" variant="default" leftSection={<IconBulb size={18} aria-hidden />}>
            Gợi ý đề tài
          </LinkButton>
          <MayButton may={may} verb="propose" leftSection={<IconPlus size={18} />} onClick={open} hideReason>
            Đề xuất đề tài
          </MayButton>
        </>
      }
    >
      <Group align="flex-end" gap="sm">
        <SearchField label="Tìm trong tên đề tài" value={filters.tim} onSearch={(tim) => narrow({ tim })} />
        <FilterSelect
          label="Trạng thái"
          data={optionsOf(storyStateLabels)}
          value={filters["trang-thai"]}
          onChange={(value) => narrow({ "trang-thai": value })}
        />
        <FilterSelect
          label="Đơn vị"
          data={units}
          value={filters["don-vi"]}
          onChange={(value) => narrow({ "don-vi": value })}
        />
        <Button
          variant={filters.cua === "toi" ? "light" : "default"}
          aria-pressed={filters.cua === "toi"}
          onClick={() => narrow({ cua: filters.cua === "toi" ? "" : "toi" })}
        >
          Của tôi
        </Button>
      </Group>
      <Asked query={list}>
        {({ pages }) => (
          <Stack>
            <DataTable
              caption="Đề tài của cơ quan"
              rows={pages.flatMap(({ stories }) => stories)}
              rowKey={({ id }) => id}
              columns={columns}
              empty={
                isNarrow ? (
                  <EmptyState
                    title="Không có đề tài nào khớp"
                    why="Không có đề tài nào khớp với điều đang tìm, đang lọc."
                  />
                ) : (
                  <EmptyState
                    title="Chưa có đề tài nào"
                    why="Ghi điều sắp kể với người dân ở đây, rồi giao từng sản phẩm: tin, bài… kèm người làm, hạn và kênh."
                    action={
                      <MayButton may={may} verb="propose" onClick={open}>
                        Đề xuất đề tài đầu tiên
                      </MayButton>
                    }
                  />
                )
              }
            />
            <MoreButton list={list}>Xem thêm đề tài</MoreButton>
          </Stack>
        )}
      </Asked>
      <StoryDialog opened={opened} onClose={close} onDone={({ id }) => go(`/de-tai/${id}`)} />
    </Page>
  );
}
