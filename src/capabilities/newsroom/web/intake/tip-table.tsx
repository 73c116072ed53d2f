import { Group, Stack, Text } from "@mantine/core";
import { IconPhoto, IconVolume } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { beginning } from "#platform/text/beginning.ts";
import { type Column, DataTable } from "#ui/data-table.tsx";
import { MomentText } from "#ui/date-text.tsx";
import { Asked } from "#ui/loading.tsx";
import { MoreButton } from "#ui/more-button.tsx";
import { LinkText } from "#ui/navigation.tsx";
import { type TipKind, type TipState, tipKindLabel } from "../../contract.ts";
import { api, type Tip } from "../api.ts";
import { TipOutcome } from "./tip-outcome.tsx";
import { TipStateBadge } from "./tip-state.tsx";

function Attached({ media }: Pick<Tip, "media">) {
  const pictures = media.filter(({ sort }) => sort === "picture").length;
  const sounds = media.length - pictures;
  if (media.length === 0) return null;
  return (
    <Group gap={8} c="gray.7">
      {pictures > 0 && (
        <Group gap={4}>
          <IconPhoto size={14} aria-hidden />
          <Text size="xs">{pictures} ảnh</Text>
        </Group>
      )}
      {sounds > 0 && (
        <Group gap={4}>
          <IconVolume size={14} aria-hidden />
          <Text size="xs">{sounds} bản thu</Text>
        </Group>
      )}
    </Group>
  );
}

const columns: Column<Tip>[] = [
  {
    key: "tin",
    header: "Tin",
    cell: ({ id, words, media, merged }) => (
      <Stack gap={2}>
        <LinkText to="/tin-gui-ve/$id" params={{ id }} fw={600} style={{ overflowWrap: "anywhere" }}>
          {beginning(words.replace(/\s+/g, " "), 120)}
        </LinkText>
        <Attached media={media} />
        {merged.length > 0 && (
          <Text size="xs" c="gray.7">
            {merged.length} tin khác gộp vào
          </Text>
        )}
      </Stack>
    ),
  },
  { key: "loai", header: "Loại", cell: ({ kind }) => tipKindLabel(kind) },
  {
    key: "nguoi",
    header: "Người gửi",
    cell: ({ sentByName, unitName }) => (
      <>
        {sentByName}
        <Text size="xs" c="gray.7">
          {unitName}
        </Text>
      </>
    ),
  },
  { key: "luc", header: "Gửi lúc", cell: ({ sentAt }) => <MomentText at={sentAt} /> },
  {
    key: "trang-thai",
    header: "Trạng thái",
    cell: (tip) => (
      <Stack gap={4} align="flex-start">
        <TipStateBadge state={tip.state} />
        <TipOutcome tip={tip} />
      </Stack>
    ),
  },
];

export interface TipFilter {
  state?: TipState | "open" | undefined;
  kind?: TipKind | undefined;
  unitId?: string | undefined;
  q?: string | undefined;
  mine?: boolean | undefined;
}

/** Tips, the newest first, a page at a time. */
export function TipTable({ filter, empty }: { filter: TipFilter; empty: ReactNode }) {
  const list = useInfiniteQuery(
    api.newsroom.listTips.infiniteOptions({
      input: (after: string | undefined) => ({ ...filter, after }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: ({ next }) => next ?? undefined,
      placeholderData: (before) => before,
    }),
  );
  return (
    <Asked query={list}>
      {({ pages }) => (
        <Stack>
          <DataTable
            caption="Tin các đơn vị gửi"
            rows={pages.flatMap(({ tips }) => tips)}
            rowKey={({ id }) => id}
            columns={columns}
            counted={`${pages[0]!.isMore ? "hơn " : ""}${pages[0]!.total.toLocaleString("vi-VN")} tin`}
            empty={empty}
          />
          <MoreButton list={list}>Xem thêm tin cũ hơn</MoreButton>
        </Stack>
      )}
    </Asked>
  );
}
