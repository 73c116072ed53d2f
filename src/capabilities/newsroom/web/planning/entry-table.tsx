import { Button, Stack, Text, VisuallyHidden } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { themeLabel } from "#plan/contract";
import { type Column, DataTable } from "#ui/data-table.tsx";
import { MomentText } from "#ui/date-text.tsx";
import { Asked } from "#ui/loading.tsx";
import { MoreButton } from "#ui/more-button.tsx";
import { LinkText } from "#ui/navigation.tsx";
import { api, type Entry } from "../api.ts";
import { ContentStateBadge, PlannedStateBadge } from "../content-state.tsx";
import { ChosenEntry } from "./chosen-entry.tsx";
import { type EntryView, filterOf } from "./entry-view.ts";
import { dayOf, meanings, titleOf } from "./entry-words.ts";
import { useMoves } from "./use-moves.tsx";

const columnsWith = (chosenId: string, choose: (entry: Entry) => void): Column<Entry>[] => [
  {
    key: "ten",
    header: "Tiêu đề",
    cell: ({ item, title, deliverable }) => (
      <>
        {item ? (
          <LinkText to="/noi-dung/$id" params={{ id: item.id }} fw={600}>
            {title || "(chưa có tiêu đề)"}
          </LinkText>
        ) : (
          <LinkText to="/de-tai/$id" params={{ id: deliverable!.storyId }} fw={600}>
            {title}
          </LinkText>
        )}
        {item?.writerName && (
          <Text size="xs" c="gray.7">
            {item.writerName} đang sửa
          </Text>
        )}
        {item && deliverable && (
          <Text size="xs" c="gray.7">
            Đề tài:{" "}
            <LinkText to="/de-tai/$id" params={{ id: deliverable.storyId }} size="xs">
              {deliverable.storyTitle}
            </LinkText>
          </Text>
        )}
      </>
    ),
  },
  {
    key: "trang-thai",
    header: "Trạng thái",
    cell: ({ item, state }) =>
      item ? <ContentStateBadge item={item} /> : <PlannedStateBadge state={state} />,
  },
  { key: "loai", header: "Loại", cell: ({ kindLabel }) => kindLabel },
  {
    key: "don-vi",
    header: "Đơn vị",
    cell: ({ unitName, personName }) => (
      <>
        {unitName}
        <Text size="xs" c="gray.7">
          {personName ?? "Chưa giao người"}
        </Text>
      </>
    ),
  },
  {
    key: "chu-de",
    header: "Chủ đề",
    cell: ({ item }) => (item?.primaryTheme ? themeLabel(item.primaryTheme) : "Chưa chọn"),
  },
  {
    key: "ngay",
    header: "Ngày đăng, hạn",
    cell: ({ at, means }) =>
      at && means ? (
        <>
          {meanings[means]} <MomentText at={at} />
        </>
      ) : (
        "Chưa xếp ngày"
      ),
  },
  { key: "sua", header: "Sửa lần cuối", cell: ({ updatedAt }) => <MomentText at={updatedAt} /> },
  {
    key: "chon",
    header: "Chọn",
    cell: (entry) => (
      <Button
        size="xs"
        variant={entry.id === chosenId ? "light" : "default"}
        aria-pressed={entry.id === chosenId}
        leftSection={entry.id === chosenId ? <IconCheck size={14} aria-hidden /> : undefined}
        onClick={() => choose(entry)}
      >
        Chọn<VisuallyHidden> {titleOf(entry)}</VisuallyHidden>
      </Button>
    ),
  },
];

/** Texts and what is to be written, what changed last first. */
export function EntryTable({
  view,
  narrow,
  empty,
}: {
  view: EntryView;
  narrow: (change: Partial<EntryView>) => void;
  empty: ReactNode;
}) {
  const filter = filterOf(view);
  const moves = useMoves();
  const list = useInfiniteQuery(
    api.newsroom.listEntries.infiniteOptions({
      input: (after: string | undefined) => ({ ...filter, after }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: ({ next }) => next ?? undefined,
      placeholderData: (before) => before,
    }),
  );
  return (
    <Asked query={list}>
      {({ pages }) => {
        const rows = pages.flatMap(({ entries }) => entries);
        const { total, isMore } = pages[0]!;
        const chosen = rows.find(({ id }) => id === view.chon);
        return (
          <Stack>
            <DataTable
              caption="Tin, bài của cơ quan"
              rows={rows}
              rowKey={({ id }) => id}
              columns={columnsWith(view.chon, (entry) =>
                narrow({
                  chon: entry.id === view.chon ? "" : entry.id,
                  // The calendar opens where the chosen row stands.
                  ngay: dayOf(entry) ?? view.ngay,
                }),
              )}
              empty={empty}
              counted={`Đang hiện ${rows.length} trong ${isMore ? "hơn " : ""}${total.toLocaleString("vi")} nội dung`}
            />
            <MoreButton list={list}>Xem thêm nội dung</MoreButton>
            {chosen && <ChosenEntry entry={chosen} moves={moves} onClose={() => narrow({ chon: "" })} />}
            {moves.dialog}
          </Stack>
        );
      }}
    </Asked>
  );
}
