import { Box, Button, Checkbox, Group, SegmentedControl, SimpleGrid, Stack, Text } from "@mantine/core";
import { Dropzone } from "@mantine/dropzone";
import { IconUpload } from "@tabler/icons-react";
import { useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { type DragEvent, useEffect, useRef, useState } from "react";
import { sizeInWords } from "#platform/text/size-in-words.ts";
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
import { sayFailed } from "#ui/undo.tsx";
import { consents, licences, type MediaSort, mediaSorts, sortOf } from "../../contract.ts";
import { lengthOf } from "../../media-library/media-words.ts";
import { api, type Picture } from "../api.ts";
import { DRAGGED, FolderBar } from "./folders/folder-bar.tsx";
import { UNFILED } from "./folders/folder-tree.ts";
import { MoveDialog } from "./folders/move-dialog.tsx";
import { useMove } from "./folders/use-move.ts";
import { MediaThumb } from "./media-thumb.tsx";
import { SendingList } from "./sending-list.tsx";
import { SimilarMedia } from "./similar-media.tsx";
import { useSending } from "./use-sending.ts";

const options = (words: readonly { slug: string; label: string }[]) =>
  words.map(({ slug, label }) => ({ value: slug, label }));

const nameOf = ({ alt, fileName, described }: Picture) =>
  alt || (described ? `${fileName} (trang trí)` : fileName);

const factsOf = ({ sort, width, height, durationMs, pages, bytes }: Picture) =>
  [
    sortOf(sort).label,
    durationMs !== null && lengthOf(durationMs),
    pages !== null && `${pages} trang`,
    width > 0 && `${width} × ${height}`,
    sizeInWords(bytes),
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

/** Which of the list are chosen, and how one is dragged: alone, or with all that are chosen. */
interface Choosing {
  chosen: string[];
  toggle: (id: string) => void;
}

const dragOf = ({ chosen }: Choosing, id: string) => ({
  draggable: true,
  onDragStart: (event: DragEvent) => {
    event.dataTransfer.setData(DRAGGED, JSON.stringify(chosen.includes(id) ? chosen : [id]));
    event.dataTransfer.effectAllowed = "move";
  },
});

const Choose = ({ media, choosing: { chosen, toggle } }: { media: Picture; choosing: Choosing }) => (
  <Checkbox
    aria-label={`Chọn ${nameOf(media)}`}
    checked={chosen.includes(media.id)}
    onChange={() => toggle(media.id)}
  />
);

const columnsFor = (choosing: Choosing | null): Column<Picture>[] => [
  {
    key: "ten",
    header: "Tư liệu",
    cell: (media) => (
      <Group wrap="nowrap" gap="sm" align="flex-start" {...(choosing && dragOf(choosing, media.id))}>
        {choosing && <Choose media={media} choosing={choosing} />}
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

function Grid({ media, choosing }: { media: Picture[]; choosing: Choosing | null }) {
  return (
    <SimpleGrid
      component="ul"
      cols={{ base: 2, sm: 3, md: 4, xl: 6 }}
      m={0}
      p={0}
      style={{ listStyle: "none" }}
    >
      {media.map((one) => (
        <Stack key={one.id} component="li" gap={4} {...(choosing && dragOf(choosing, one.id))}>
          <MediaThumb media={one} />
          <Group gap="xs" wrap="nowrap" align="flex-start">
            {choosing && <Choose media={one} choosing={choosing} />}
            <LinkText to="/kho-tu-lieu/$id" params={{ id: one.id }} size="sm" fw={600} lineClamp={2}>
              {nameOf(one)}
            </LinkText>
          </Group>
          <Text size="xs" c="gray.7">
            {factsOf(one)}
          </Text>
          <Missing issues={one.issues} bin={one.bin} />
        </Stack>
      ))}
    </SimpleGrid>
  );
}

const noFilters = { "thu-muc": "", tim: "", loai: "", quyen: "", "dong-y": "", thieu: "", rac: "", xem: "" };

/** All that the agency keeps to show and to play; what is looked for stands in the address bar. */
export default function MediaLibraryPage() {
  const [filters, setFilters] = useFilters(noFilters);
  const [settled, setSettled] = useState<string[]>([]);
  const open = useRef<() => void>(null);
  const known = useQuery(api.newsroom.uploads.queryOptions({ input: {} }));
  const { sendings, add: send, drop, clear } = useSending(known.data?.uploads ?? []);
  const queries = useQueryClient();
  const folders = useQuery(api.newsroom.mediaFolders.queryOptions({ input: {} }));
  const folder = filters["thu-muc"];
  const [chosen, setChosen] = useState<string[]>([]);
  const [moving, setMoving] = useState(false);
  const move = useMove(folders.data?.folders ?? [], () => setChosen([]));
  // A file goes into the folder that was open when it was given.
  const homes = useRef(new Map<string, string>());
  const add = (files: File[]) => {
    const ids = send(files);
    if (folder !== "" && folder !== UNFILED) for (const id of ids) homes.current.set(id, folder);
  };
  useEffect(() => {
    for (const { id, made } of sendings) {
      const folderId = homes.current.get(id);
      if (!made || folderId === undefined) continue;
      homes.current.delete(id);
      void api.newsroom.moveMedia
        .call({ ids: [made.id], folderId })
        .catch(sayFailed)
        .finally(() => {
          void queries.invalidateQueries({ queryKey: api.newsroom.listMedia.key() });
          void queries.invalidateQueries({ queryKey: api.newsroom.mediaFolders.key() });
        });
    }
  }, [sendings, queries]);
  const list = useInfiniteQuery(
    api.newsroom.listMedia.infiniteOptions({
      input: (before: string | undefined) => ({
        q: filters.tim,
        sort: (filters.loai || undefined) as MediaSort | undefined,
        licence: (filters.quyen || undefined) as (typeof licences)[number]["slug"] | "none" | undefined,
        consent: (filters["dong-y"] || undefined) as (typeof consents)[number]["slug"] | undefined,
        folder: folder === UNFILED ? ("none" as const) : folder || undefined,
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
  const choosing: Choosing | null =
    folders.data && whyNot(folders.data.may, "fill") === null && filters.rac !== "co"
      ? {
          chosen,
          toggle: (id) =>
            setChosen((all) => (all.includes(id) ? all.filter((one) => one !== id) : [...all, id])),
        }
      : null;
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
                  .map(
                    ({ slug, label, formats }) => `${label}: ${formats}, đến ${sizeInWords(largest[slug])}`,
                  )
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
      {folders.data && filters.rac !== "co" && (
        <FolderBar
          known={folders.data}
          open={folder}
          leave={(above) => setFilters({ "thu-muc": above })}
          move={(ids, folderId) => move.mutate({ ids, folderId })}
        />
      )}
      <Group align="flex-end" gap="sm">
        <SearchField
          label="Tìm trong kho"
          description={
            folder === "" || folder === UNFILED
              ? "Theo mô tả, tác giả, nguồn, tên tệp; gõ có dấu hoặc không dấu."
              : "Tìm trong thư mục này và các thư mục con."
          }
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
      {choosing && chosen.length > 0 && (
        <Group gap="sm" role="group" aria-label="Việc với những tư liệu đã chọn">
          <Text size="sm" fw={600} aria-live="polite">
            Đã chọn {chosen.length} tư liệu
          </Text>
          <Button size="xs" onClick={() => setMoving(true)}>
            Chuyển vào thư mục
          </Button>
          <Button size="xs" variant="default" onClick={() => setChosen([])}>
            Bỏ chọn
          </Button>
        </Group>
      )}
      <MoveDialog
        opened={moving}
        onClose={() => setMoving(false)}
        folders={folders.data?.folders ?? []}
        count={chosen.length}
        move={(folderId) => move.mutateAsync({ ids: chosen, folderId })}
      />
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
              columns={columnsFor(choosing)}
              empty={null}
            />
          ) : (
            <Grid media={media} choosing={choosing} />
          );
        }}
      </Asked>
      <MoreButton list={list}>Xem thêm tư liệu cũ hơn</MoreButton>
    </Page>
  );
}
