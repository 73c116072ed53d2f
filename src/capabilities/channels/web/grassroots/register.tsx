import { Button, Group, Stack, Text, Title } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { type Column, DataTable } from "#ui/data-table.tsx";
import { MomentText } from "#ui/date-text.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { Asked } from "#ui/loading.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { StateBadge } from "#ui/state-badge.tsx";
import { stationSortLabels, stationWayLabels } from "../../contract.ts";
import { api, type LoudspeakerArea, type LoudspeakerStation, type Loudspeakers } from "../api.ts";
import { AreaDialog } from "./area-dialog.tsx";
import { StationDialog } from "./station-dialog.tsx";
import { StationKeys } from "./station-keys.tsx";

type Opened =
  | { what: "area"; area: LoudspeakerArea | null }
  | { what: "station"; station: LoudspeakerStation | null }
  | { what: "keys"; station: LoudspeakerStation };

/** Communes and their stations, those that are hard to reach marked. */
export function Register() {
  const register = useQuery(api.channels.loudspeakers.queryOptions());
  return <Asked query={register}>{(found) => <Opened register={found} />}</Asked>;
}

function Opened({ register }: { register: Loudspeakers }) {
  const [opened, open] = useState<Opened | null>(null);
  const { areas, stations, may, takesCertificates } = register;
  const mayKeep = may.keep?.allowed ?? false;
  const button = (label: string, of: string, next: Opened) => (
    <Button key={label} size="xs" variant="default" aria-label={`${label}: ${of}`} onClick={() => open(next)}>
      {label}
    </Button>
  );
  const areaColumns: Column<LoudspeakerArea>[] = [
    {
      key: "ten",
      header: "Địa bàn",
      cell: ({ name, code }) => (
        <div style={{ overflowWrap: "anywhere" }}>
          <Text fw={600}>{name}</Text>
          <Text size="xs" c="gray.7">
            Mã {code}
          </Text>
        </div>
      ),
      sortBy: ({ name }) => name,
    },
    {
      key: "kho-khan",
      header: "Khó khăn",
      cell: ({ isDifficult, difficultBasis }) => (
        <>
          <StateBadge tone={isDifficult ? "note" : "none"} word={isDifficult ? "Khó khăn" : "Không"} />
          {isDifficult && difficultBasis && (
            <Text size="xs" c="gray.7" style={{ overflowWrap: "anywhere" }}>
              {difficultBasis}
            </Text>
          )}
        </>
      ),
      sortBy: ({ isDifficult }) => (isDifficult ? 0 : 1),
    },
    {
      key: "dai",
      header: "Đài, cụm loa",
      cell: ({ id }) => stations.filter(({ areaId, isClosed }) => areaId === id && !isClosed).length,
      numeric: true,
    },
    {
      key: "dung",
      header: "Đang dùng",
      cell: ({ isClosed }) => (isClosed ? "Thôi dùng" : "Đang dùng"),
    },
    {
      key: "sua",
      header: "Thao tác",
      cell: (area) => (mayKeep ? button("Sửa", area.name, { what: "area", area }) : "Chỉ xem"),
    },
  ];
  const stationColumns: Column<LoudspeakerStation>[] = [
    {
      key: "ten",
      header: "Đài, cụm loa",
      cell: (row) => <Named station={row} />,
      sortBy: ({ name }) => name,
    },
    {
      key: "dia-ban",
      header: "Địa bàn",
      cell: ({ areaName, isDifficult }) => (isDifficult ? `${areaName} (khó khăn)` : areaName),
      sortBy: ({ areaName }) => areaName,
    },
    { key: "nhan", header: "Nhận bản tin", cell: (row) => <HowGiven station={row} /> },
    {
      key: "dung",
      header: "Đang dùng",
      cell: ({ isClosed }) => (isClosed ? "Thôi dùng" : "Đang dùng"),
    },
    {
      key: "thao-tac",
      header: "Thao tác",
      cell: (station) => (
        <Group gap={6}>
          {mayKeep && button("Sửa", station.name, { what: "station", station })}
          {station.may.letIn?.allowed && button("Khóa, đường dẫn", station.name, { what: "keys", station })}
          {!mayKeep && "Chỉ xem"}
        </Group>
      ),
    },
  ];
  const current = opened?.what === "keys" ? stations.find(({ id }) => id === opened.station.id) : undefined;
  return (
    <Stack gap="lg">
      <Group justify="space-between">
        <Title order={2} size="h3">
          Địa bàn
        </Title>
        <MayButton
          may={may}
          verb="keep"
          hideReason
          variant="default"
          leftSection={<IconPlus size={18} />}
          onClick={() => open({ what: "area", area: null })}
        >
          Ghi địa bàn
        </MayButton>
      </Group>
      <DataTable
        caption="Địa bàn"
        rows={areas}
        rowKey={({ id }) => id}
        columns={areaColumns}
        empty={
          <EmptyState
            title="Sổ chưa có địa bàn nào"
            why="Ghi từng xã, phường có loa; đánh dấu địa bàn khó khăn để theo dõi riêng."
          />
        }
      />
      <Group justify="space-between">
        <Title order={2} size="h3">
          Đài, cụm loa
        </Title>
        <MayButton
          may={may}
          verb="keep"
          hideReason
          leftSection={<IconPlus size={18} />}
          onClick={() => open({ what: "station", station: null })}
        >
          Ghi đài, cụm loa
        </MayButton>
      </Group>
      <DataTable
        caption="Đài, cụm loa"
        rows={stations}
        rowKey={({ id }) => id}
        columns={stationColumns}
        searchText={({ name, code, areaName, keeper }) => [name, code, areaName, keeper].join(" ")}
        empty={
          <EmptyState
            title="Sổ chưa có đài, cụm loa nào"
            why="Ghi địa bàn trước, rồi ghi đài truyền thanh, cụm loa của địa bàn ấy."
          />
        }
      />
      {opened?.what === "area" && <AreaDialog area={opened.area} onClose={() => open(null)} />}
      {opened?.what === "station" && (
        <StationDialog station={opened.station} areas={areas} onClose={() => open(null)} />
      )}
      {current && (
        <StationKeys station={current} takesCertificates={takesCertificates} onClose={() => open(null)} />
      )}
    </Stack>
  );
}

function Named({ station: { name, code, sort, clusters, keeper } }: { station: LoudspeakerStation }) {
  return (
    <div style={{ overflowWrap: "anywhere" }}>
      <Text fw={600}>{name}</Text>
      <Text size="xs" c="gray.7">
        {stationSortLabels[sort]} · mã {code}
        {clusters > 0 && ` · ${clusters} cụm loa`}
      </Text>
      {keeper && (
        <Text size="xs" c="gray.7">
          Phụ trách: {keeper}
        </Text>
      )}
    </div>
  );
}

function HowGiven({ station: { way, seenAt, said, keys } }: { station: LoudspeakerStation }) {
  const device = keys.some(({ sort }) => sort === "device");
  return (
    <>
      <Text size="sm">{stationWayLabels[way]}</Text>
      {way === "feed" && !device && (
        <Text size="xs" c="red.8">
          Chưa có khóa cho máy
        </Text>
      )}
      {seenAt !== null && (
        <Text size="xs" c="gray.7">
          Máy gọi về lúc <MomentText at={seenAt} />
        </Text>
      )}
      {said !== null && said.failed.length > 0 && (
        <Text size="xs" c="red.8">
          Cụm loa hỏng: {said.failed.join(", ")}
        </Text>
      )}
    </>
  );
}
