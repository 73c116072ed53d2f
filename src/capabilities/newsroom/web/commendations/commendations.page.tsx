import { Alert, Button, Group, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconAlertTriangle, IconDownload } from "@tabler/icons-react";
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
  type CommendationMark,
  type CommendedSubject,
  commendationMarkLabels,
  commendedLabels,
} from "../../contract.ts";
import { api, type Commendation } from "../api.ts";
import { usePeopleOptions } from "../planning/people-options.ts";
import { CommendationDialog } from "./commendation-dialog.tsx";
import { ConsentBadge } from "./consent-state.tsx";

const columns: Column<Commendation>[] = [
  {
    key: "ten",
    header: "Cá nhân, tập thể",
    cell: ({ id, name, jobTitle }) => (
      <>
        <LinkText to="/bieu-duong/$id" params={{ id }} fw={600} style={{ overflowWrap: "anywhere" }}>
          {name}
        </LinkText>
        {jobTitle && (
          <Text size="xs" c="gray.7">
            {jobTitle}
          </Text>
        )}
      </>
    ),
  },
  { key: "la", header: "Là", cell: ({ subject }) => commendedLabels[subject] },
  { key: "don-vi", header: "Đơn vị", cell: ({ unitName }) => unitName },
  {
    key: "quyet-dinh",
    header: "Quyết định khen",
    cell: ({ decisionNumber, decisionOn }) =>
      decisionNumber ? (
        <>
          {decisionNumber}
          {decisionOn && (
            <Text size="xs" c="gray.7">
              <DayText day={decisionOn} />
            </Text>
          )}
        </>
      ) : (
        "Không có"
      ),
  },
  { key: "dong-y", header: "Sự đồng ý", cell: ({ consent }) => <ConsentBadge consent={consent} /> },
  {
    key: "bai",
    header: "Bài",
    numeric: true,
    cell: ({ texts }) => {
      const outstanding = texts.filter(({ isOutstanding }) => isOutstanding).length;
      return (
        <>
          {texts.length}
          {outstanding > 0 && (
            <Text size="xs" c="red.9" fw={600}>
              {outstanding} phải đính chính, gỡ
            </Text>
          )}
        </>
      );
    },
  },
];

/** The register of commendations, with what is public without consent above it. */
export default function CommendationsPage() {
  const go = useGo();
  const queries = useQueryClient();
  const [filters, narrow] = useFilters({ tim: "", la: "", "don-vi": "", "dong-y": "" });
  const { units } = usePeopleOptions();
  const [writing, write] = useDisclosure(false);
  const filter = {
    q: filters.tim || undefined,
    subject: (filters.la || undefined) as CommendedSubject | undefined,
    unitId: filters["don-vi"] || undefined,
    mark: (filters["dong-y"] || undefined) as CommendationMark | undefined,
  };
  const isNarrow = Object.values(filters).some(Boolean);
  const list = useInfiniteQuery(
    api.newsroom.commendations.infiniteOptions({
      input: (after: string | undefined) => ({ ...filter, after }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: ({ next }) => next ?? undefined,
      placeholderData: (before) => before,
    }),
  );
  const table = useMutation({
    mutationFn: () => api.newsroom.commendationsTable.call(filter),
    onSuccess: ({ body }) => saveFile(body),
    onError: sayFailed,
  });
  const outstanding = list.data?.pages[0]?.outstanding ?? 0;
  return (
    <Page
      title="Biểu dương"
      lead="Cá nhân, tập thể được biểu dương, và sự đồng ý của người được nêu tên. Chưa có đồng ý thì bài gắn với người ấy không đăng được."
      actions={
        <>
          <MayButton may={list.data?.pages[0]?.may} verb="note" hideReason onClick={write.open}>
            Ghi biểu dương
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
      {outstanding > 0 && filters["dong-y"] !== "outstanding" && (
        <Alert
          color="red"
          icon={<IconAlertTriangle />}
          title="Có bài trên cổng nêu tên mà không có sự đồng ý"
        >
          <Group gap="sm">
            <Text size="sm">{outstanding} mục có bài phải đính chính hoặc gỡ.</Text>
            <Button size="xs" variant="default" onClick={() => narrow({ "dong-y": "outstanding" })}>
              Xem các mục ấy
            </Button>
          </Group>
        </Alert>
      )}
      <Group align="flex-end" gap="sm">
        <SearchField
          label="Tìm trong sổ"
          placeholder="Gõ có dấu hoặc không dấu"
          value={filters.tim}
          onSearch={(tim) => narrow({ tim })}
        />
        <FilterSelect
          label="Là"
          data={optionsOf(commendedLabels)}
          value={filters.la}
          onChange={(la) => narrow({ la })}
        />
        <FilterSelect
          label="Đơn vị"
          data={units}
          value={filters["don-vi"]}
          onChange={(value) => narrow({ "don-vi": value })}
        />
        <FilterSelect
          label="Sự đồng ý"
          data={optionsOf(commendationMarkLabels)}
          value={filters["dong-y"]}
          onChange={(value) => narrow({ "dong-y": value })}
        />
      </Group>
      <Asked query={list}>
        {({ pages }) => (
          <Stack>
            <DataTable
              caption="Cá nhân, tập thể được biểu dương"
              rows={pages.flatMap(({ commendations }) => commendations)}
              rowKey={({ id }) => id}
              columns={columns}
              counted={`${pages[0]!.total.toLocaleString("vi-VN")} mục`}
              empty={
                isNarrow ? (
                  <EmptyState
                    title="Không có mục nào khớp"
                    why="Không có mục nào khớp với điều đang tìm, đang lọc."
                  />
                ) : (
                  <EmptyState
                    title="Chưa ghi ai"
                    why="Ghi cá nhân, tập thể được biểu dương, hỏi người ấy có đồng ý nêu tên không, rồi viết bài từ đây."
                  />
                )
              }
            />
            <MoreButton list={list}>Xem thêm mục cũ hơn</MoreButton>
          </Stack>
        )}
      </Asked>
      <CommendationDialog
        opened={writing}
        onClose={write.close}
        onDone={(made) => {
          void queries.invalidateQueries({ queryKey: api.newsroom.commendations.key() });
          sayDone("Đã ghi vào sổ.");
          go(`/bieu-duong/${made.id}`);
        }}
      />
    </Page>
  );
}
