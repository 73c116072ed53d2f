import { Box, Button, Group, SegmentedControl, SimpleGrid, Stack, Text } from "@mantine/core";
import { Dropzone } from "@mantine/dropzone";
import { IconUpload } from "@tabler/icons-react";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { type Column, DataTable } from "#ui/data-table.tsx";
import { MomentText } from "#ui/date-text.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { FilterSelect } from "#ui/filter-select.tsx";
import { Asked } from "#ui/loading.tsx";
import { whyNot } from "#ui/may-button.tsx";
import { MoreButton } from "#ui/more-button.tsx";
import { LinkText, useFilters } from "#ui/navigation.tsx";
import { Page } from "#ui/page.tsx";
import { SearchField } from "#ui/search-field.tsx";
import { consents, licences, type MediaSort, mediaSorts, sortOf } from "../../contract.ts";
import { lengthOf, sizeOf } from "../../media-library/media-words.ts";
import { api, type Picture } from "../api.ts";
import { MediaThumb } from "./media-thumb.tsx";
import { SendingList } from "./sending-list.tsx";
import { SimilarMedia } from "./similar-media.tsx";
import { useSending } from "./use-sending.ts";

const options = (words: readonly { slug: string; label: string }[]) =>
  words.map(({ slug, label }) => ({ value: slug, label }));

const nameOf = ({ alt, fileName, described }: Picture) =>
  alt || (described ? `${fileName} (trang trí)` : fileName);

const factsOf = ({ sort, width, height, durationMs, bytes }: Picture) =>
  [
    sortOf(sort).label,
    durationMs !== null && lengthOf(durationMs),
    width > 0 && `${width} × ${height}`,
    sizeOf(bytes),
  ]
    .filter(Boolean)
    .join(" · ");

function Missing({ issues, bin }: Pick<Picture, "issues" | "bin">) {
  if (bin)
    return (
      <Text size="xs">
        {bin.byName} bỏ vào thùng rác; mất hẳn sau <MomentText at={bin.until} />
      </Text>
    );
  if (issues.length === 0) return null;
  return (
    <Text size="xs" c="red.9">
      Chưa đăng được: {issues.map(({ message }) => message).join(", ")}
    </Text>
  );
}

const columns: Column<Picture>[] = [
  {
    key: "ten",
    header: "Tư liệu",
    cell: (media) => (
      <Group wrap="nowrap" gap="sm" align="flex-start">
        <Box w={72} flex="none" visibleFrom="sm">
          <MediaThumb media={media} />
        </Box>
        <Stack gap={2} miw={0}>
          <LinkText to="/kho-tu-lieu/$id" params={{ id: media.id }} fw={600}>
            {nameOf(media)}
          </LinkText>
          <Missing issues={media.issues} bin={media.bin} />
        </Stack>
      </Group>
    ),
  },
  { key: "loai", header: "Loại", cell: factsOf },
  {
    key: "quyen",
    header: "Quyền sử dụng",
    cell: ({ licence }) => licences.find(({ slug }) => slug === licence)?.label ?? "Chưa ghi",
  },
  { key: "nguoi", header: "Người tải lên", cell: ({ uploadedByName }) => uploadedByName },
  { key: "ngay", header: "Tải lên", cell: ({ uploadedAt }) => <MomentText at={uploadedAt} /> },
];

function Grid({ media }: { media: Picture[] }) {
  return (
    <SimpleGrid
      component="ul"
      cols={{ base: 2, sm: 3, md: 4, xl: 6 }}
      m={0}
      p={0}
      style={{ listStyle: "none" }}
    >
      {media.map((one) => (
        <Stack key={one.id} component="li" gap={4}>
          <MediaThumb media={one} />
          <LinkText to="/kho-tu-lieu/$id" params={{ id: one.id }} size="sm" fw={600} lineClamp={2}>
            {nameOf(one)}
          </LinkText>
          <Text size="xs" c="gray.7">
            {factsOf(one)}
          </Text>
          <Missing issues={one.issues} bin={one.bin} />
        </Stack>
      ))}
    </SimpleGrid>
  );
}

const noFilters = { tim: "", loai: "", quyen: "", "dong-y": "", thieu: "", rac: "", xem: "" };

/** All that the agency keeps to show and to play; what is looked for stands in the address bar. */
export default function MediaLibraryPage() {
  const [filters, setFilters] = useFilters(noFilters);
  const [settled, setSettled] = useState<string[]>([]);
  const open = useRef<() => void>(null);
  const known = useQuery(api.newsroom.uploads.queryOptions({ input: {} }));
  const { sendings, add, drop, clear } = useSending(known.data?.uploads ?? []);
  const list = useInfiniteQuery(
    api.newsroom.listMedia.infiniteOptions({
      input: (before: string | undefined) => ({
        q: filters.tim,
        sort: (filters.loai || undefined) as MediaSort | undefined,
        licence: (filters.quyen || undefined) as (typeof licences)[number]["slug"] | "none" | undefined,
        consent: (filters["dong-y"] || undefined) as (typeof consents)[number]["slug"] | undefined,
        wanting: filters.thieu === "co" || undefined,
        binned: filters.rac === "co" || undefined,
        before,
      }),
      initialPageParam: undefined,
      getNextPageParam: ({ media, hasMore }) => (hasMore ? media.at(-1)?.id : undefined),
      placeholderData: (shown) => shown,
    }),
  );
  const may = list.data?.pages[0]?.may;
  const mayUpload = may !== undefined && whyNot(may, "upload") === null;
  const latest = useRef(add);
  latest.current = add;
  useEffect(() => {
    if (!mayUpload) return;
    const paste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      latest.current(files);
    };
    window.addEventListener("paste", paste);
    return () => window.removeEventListener("paste", paste);
  }, [mayUpload]);
  const isNarrow = Object.entries(filters).some(([key, value]) => key !== "xem" && value !== "");
  const largest = known.data?.largest;
  return (
    <Page
      title="Kho tư liệu"
      lead="Ảnh, video, âm thanh và tài liệu của cơ quan, kèm tác giả, quyền sử dụng và đồng ý của người trong đó."
    >
      {mayUpload && (
        <Dropzone
          openRef={open}
          onDrop={add}
          multiple
          activateOnClick={false}
          activateOnKeyboard={false}
          tabIndex={-1}
          inputProps={{ "aria-label": "Chọn tệp để tải lên" }}
          styles={{ inner: { pointerEvents: "all" } }}
        >
          <Group justify="center" gap="md">
            <Button leftSection={<IconUpload size={18} />} onClick={() => open.current?.()}>
              Tải tệp lên
            </Button>
            <Text size="sm" c="gray.7" maw="44rem">
              Hoặc kéo tệp vào đây, dán bằng Ctrl+V; nhiều tệp một lúc cũng được.{" "}
              {largest &&
                mediaSorts
                  .map(({ slug, label, formats }) => `${label}: ${formats}, đến ${sizeOf(largest[slug])}`)
                  .join("; ")}
              .
            </Text>
          </Group>
        </Dropzone>
      )}
      <SendingList
        sendings={sendings}
        left={(known.data?.uploads ?? []).filter(({ id }) => !sendings.some((one) => one.id === id))}
        onDrop={(id) => void drop(id)}
        onClear={clear}
      />
      {sendings.map(
        ({ id, made }) =>
          made?.sort === "picture" &&
          !settled.includes(id) && (
            <SimilarMedia
              key={id}
              media={made}
              onUse={() => setSettled((all) => [...all, id])}
              onKeep={() => setSettled((all) => [...all, id])}
            />
          ),
      )}
      <Group align="flex-end" gap="sm">
        <SearchField
          label="Tìm trong kho"
          description="Theo mô tả, tác giả, nguồn, tên tệp; gõ có dấu hoặc không dấu."
          value={filters.tim}
          onSearch={(tim) => setFilters({ tim })}
        />
        <FilterSelect
          label="Loại"
          data={options(mediaSorts)}
          value={filters.loai}
          onChange={(loai) => setFilters({ loai })}
        />
        <FilterSelect
          label="Quyền sử dụng"
          data={[...options(licences), { value: "none", label: "Chưa ghi" }]}
          value={filters.quyen}
          onChange={(quyen) => setFilters({ quyen })}
        />
        <FilterSelect
          label="Đồng ý của người trong đó"
          data={options(consents)}
          value={filters["dong-y"]}
          onChange={(chosen) => setFilters({ "dong-y": chosen })}
        />
        <Button
          variant={filters.thieu === "co" ? "light" : "default"}
          aria-pressed={filters.thieu === "co"}
          onClick={() => setFilters({ thieu: filters.thieu === "co" ? "" : "co" })}
        >
          Còn thiếu để đăng
        </Button>
        <Button
          variant={filters.rac === "co" ? "light" : "default"}
          aria-pressed={filters.rac === "co"}
          onClick={() => setFilters({ rac: filters.rac === "co" ? "" : "co" })}
        >
          Thùng rác
        </Button>
        <SegmentedControl
          aria-label="Cách xem"
          data={[
            { value: "", label: "Lưới" },
            { value: "bang", label: "Bảng" },
          ]}
          value={filters.xem}
          onChange={(xem) => setFilters({ xem })}
        />
      </Group>
      <Asked query={list}>
        {({ pages }) => {
          const media = pages.flatMap((page) => page.media);
          if (media.length === 0)
            return isNarrow ? (
              <EmptyState
                title={filters.rac === "co" ? "Thùng rác không có gì" : "Không có tư liệu nào khớp"}
                why={
                  filters.rac === "co"
                    ? "Tư liệu bỏ đi nằm ở đây 30 ngày, lấy lại được; sau đó mất hẳn."
                    : "Không có tư liệu nào khớp với điều đang tìm, đang lọc."
                }
                action={
                  <Button variant="default" onClick={() => setFilters({ ...noFilters, xem: filters.xem })}>
                    Xem cả kho
                  </Button>
                }
              />
            ) : (
              <EmptyState
                title="Kho chưa có gì"
                why="Ảnh, video, bản thu và tài liệu tải lên ở đây hoặc trong bài được cất vào kho, dùng lại được nhiều lần."
              />
            );
          return filters.xem === "bang" ? (
            <DataTable
              caption="Tư liệu của cơ quan"
              rows={media}
              rowKey={({ id }) => id}
              columns={columns}
              empty={null}
            />
          ) : (
            <Grid media={media} />
          );
        }}
      </Asked>
      <MoreButton list={list}>Xem thêm tư liệu cũ hơn</MoreButton>
    </Page>
  );
}
