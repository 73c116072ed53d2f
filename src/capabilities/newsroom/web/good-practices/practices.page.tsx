import { Button, Group, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconDownload } from "@tabler/icons-react";
import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { type Column, DataTable } from "#ui/data-table.tsx";
import { DayText } from "#ui/date-text.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { FilterSelect } from "#ui/filter-select.tsx";
import { Asked } from "#ui/loading.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { MoreButton } from "#ui/more-button.tsx";
import { LinkText, useFilters, useGo } from "#ui/navigation.tsx";
import { optionsOf } from "#ui/options.ts";
import { Page } from "#ui/page.tsx";
import { saveFile } from "#ui/save-file.ts";
import { SearchField } from "#ui/search-field.tsx";
import { sayDone, sayFailed } from "#ui/undo.tsx";
import {
  type PracticeKind,
  type PracticeMark,
  type PracticeState,
  practiceKindLabel,
  practiceKinds,
  practiceMarkLabels,
  practiceStateLabels,
} from "../../contract.ts";
import { api, type ListedPractice } from "../api.ts";
import { usePeopleOptions } from "../planning/people-options.ts";
import { PracticeDialog } from "./practice-dialog.tsx";
import { PracticeStateBadge } from "./practice-state.tsx";

const columns: Column<ListedPractice>[] = [
  {
    key: "ten",
    header: "Tên",
    cell: ({ id, title, authors }) => (
      <>
        <LinkText to="/mo-hinh-sang-kien/$id" params={{ id }} fw={600} style={{ overflowWrap: "anywhere" }}>
          {title}
        </LinkText>
        {authors && (
          <Text size="xs" c="gray.7" style={{ overflowWrap: "anywhere" }}>
            {authors}
          </Text>
        )}
      </>
    ),
  },
  { key: "loai", header: "Loại", cell: ({ kind }) => practiceKindLabel(kind) },
  { key: "don-vi", header: "Đơn vị", cell: ({ unitName }) => unitName },
  {
    key: "cong-nhan",
    header: "Công nhận",
    cell: ({ decisionNumber, decisionOn }) =>
      decisionNumber ? (
        <>
          Quyết định số {decisionNumber}
          {decisionOn && (
            <Text size="xs" c="gray.7">
              <DayText day={decisionOn} />
            </Text>
          )}
        </>
      ) : (
        "Chưa"
      ),
  },
  { key: "ap-dung", header: "Nơi áp dụng theo", numeric: true, cell: ({ spread }) => spread.length },
  {
    key: "bai",
    header: "Bài trên cổng",
    numeric: true,
    cell: ({ texts }) => texts.filter(({ state }) => state === "published").length,
  },
  { key: "trang-thai", header: "Trạng thái", cell: ({ state }) => <PracticeStateBadge state={state} /> },
];

/** The register of good practices and initiatives. */
export default function PracticesPage() {
  const go = useGo();
  const queries = useQueryClient();
  const [filters, narrow] = useFilters({ tim: "", loai: "", "trang-thai": "", "don-vi": "", dau: "" });
  const { units } = usePeopleOptions();
  const [writing, write] = useDisclosure(false);
  const filter = {
    q: filters.tim || undefined,
    kind: (filters.loai || undefined) as PracticeKind | undefined,
    state: (filters["trang-thai"] || undefined) as PracticeState | undefined,
    unitId: filters["don-vi"] || undefined,
    mark: (filters.dau || undefined) as PracticeMark | undefined,
  };
  const isNarrow = Object.values(filters).some(Boolean);
  const list = useInfiniteQuery(
    api.newsroom.goodPractices.infiniteOptions({
      input: (after: string | undefined) => ({ ...filter, after }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: ({ next }) => next ?? undefined,
      placeholderData: (before) => before,
    }),
  );
  const table = useMutation({
    mutationFn: () => api.newsroom.goodPracticesTable.call(filter),
    onSuccess: ({ body }) => saveFile(body),
    onError: sayFailed,
  });
  return (
    <Page
      title="Mô hình, sáng kiến"
      lead="Sổ mô hình, cách làm hay và sáng kiến: đơn vị nào, kết quả gì, ai công nhận, nơi nào làm theo, bài nào đã viết."
      actions={
        <>
          <MayButton may={list.data?.pages[0]?.may} verb="register" hideReason onClick={write.open}>
            Ghi mô hình, sáng kiến
          </MayButton>
          <Button
            variant="default"
            leftSection={<IconDownload size={18} />}
            loading={table.isPending}
            onClick={() => table.mutate()}
          >
            Tải sổ (.xlsx)
          </Button>
        </>
      }
    >
      <Group align="flex-end" gap="sm">
        <SearchField
          label="Tìm trong sổ"
          placeholder="Gõ có dấu hoặc không dấu"
          value={filters.tim}
          onSearch={(tim) => narrow({ tim })}
        />
        <FilterSelect
          label="Loại"
          data={practiceKinds.map(({ slug, label }) => ({ value: slug, label }))}
          value={filters.loai}
          onChange={(loai) => narrow({ loai })}
        />
        <FilterSelect
          label="Trạng thái"
          data={optionsOf(practiceStateLabels)}
          value={filters["trang-thai"]}
          onChange={(value) => narrow({ "trang-thai": value })}
        />
        <FilterSelect
          label="Đơn vị"
          data={units}
          value={filters["don-vi"]}
          onChange={(value) => narrow({ "don-vi": value })}
        />
        <FilterSelect
          label="Đánh dấu"
          data={optionsOf(practiceMarkLabels)}
          value={filters.dau}
          onChange={(dau) => narrow({ dau })}
        />
      </Group>
      <Asked query={list}>
        {({ pages }) => (
          <Stack>
            <DataTable
              caption="Mô hình, sáng kiến"
              rows={pages.flatMap(({ practices }) => practices)}
              rowKey={({ id }) => id}
              columns={columns}
              counted={`${pages[0]!.total.toLocaleString("vi-VN")} mục`}
              empty={
                isNarrow ? (
                  <EmptyState
                    title="Không có mục nào khớp"
                    why="Không có mô hình, sáng kiến nào khớp với điều đang tìm, đang lọc."
                  />
                ) : (
                  <EmptyState
                    title="Sổ chưa có mục nào"
                    why="Đơn vị đề nghị mô hình, cách làm hay, sáng kiến của mình ở đây; biên tập ghi vào sổ, cả từ tin gửi về."
                  />
                )
              }
            />
            <MoreButton list={list}>Xem thêm mục cũ hơn</MoreButton>
          </Stack>
        )}
      </Asked>
      <PracticeDialog
        opened={writing}
        onClose={write.close}
        onDone={(made) => {
          void queries.invalidateQueries({ queryKey: api.newsroom.goodPractices.key() });
          sayDone(made.state === "proposed" ? "Đã đề nghị; biên tập được báo." : "Đã ghi vào sổ.");
          go(`/mo-hinh-sang-kien/${made.id}`);
        }}
      />
    </Page>
  );
}
