import { Anchor, Box, Group, Paper, Stack, Text, TextInput, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { formatDateTime, today } from "#platform/clock/vietnam-time.ts";
import { type Column, DataTable } from "#ui/data-table.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { Asked } from "#ui/loading.tsx";
import { useFilters } from "#ui/navigation.tsx";
import { StateBadge } from "#ui/state-badge.tsx";
import { type AreaHeard, api } from "../api.ts";

const columns: Column<AreaHeard>[] = [
  {
    key: "dia-ban",
    header: "Địa bàn",
    cell: ({ name, code, isDifficult }) => (
      <>
        <Text fw={600}>{name}</Text>
        <Text size="xs" c="gray.7">
          Mã {code}
        </Text>
        {isDifficult && <StateBadge tone="note" word="Khó khăn" />}
      </>
    ),
    sortBy: ({ name }) => name,
  },
  {
    key: "dai",
    header: "Đài, cụm loa",
    cell: ({ stations }) => stations,
    sortBy: ({ stations }) => stations,
    numeric: true,
  },
  {
    key: "giao",
    header: "Bản tin được giao",
    cell: ({ given }) => given,
    sortBy: ({ given }) => given,
    numeric: true,
  },
  {
    key: "nghe",
    header: "Bản tin đã phát",
    cell: ({ heard }) => heard,
    sortBy: ({ heard }) => heard,
    numeric: true,
  },
  {
    key: "buoi",
    header: "Buổi đã phát/đã qua",
    cell: ({ kept, due }) => `${kept}/${due}`,
    sortBy: ({ kept, due }) => (due === 0 ? 0 : kept / due),
    numeric: true,
  },
  {
    key: "luot",
    header: "Lượt phát",
    cell: ({ plays }) => plays,
    sortBy: ({ plays }) => plays,
    numeric: true,
  },
  {
    key: "khong-tinh",
    header: "Không tính",
    cell: ({ doubtful }) => doubtful,
    sortBy: ({ doubtful }) => doubtful,
    numeric: true,
  },
  {
    key: "gan-nhat",
    header: "Phát gần nhất",
    cell: ({ lastAt }) => (lastAt === null ? "Chưa phát" : formatDateTime(lastAt)),
    sortBy: ({ lastAt }) => lastAt ?? "",
  },
];

/** Which communes have heard what in a month, those that are hard to reach apart. */
export function Coverage() {
  const [{ thang }, setView] = useFilters({ thang: today().toString().slice(0, 7) });
  const isMonth = /^\d{4}-(0[1-9]|1[0-2])$/.test(thang);
  const found = useQuery({
    ...api.channels.loudspeakerCoverage.queryOptions({
      input: { month: thang },
      placeholderData: (before) => before,
    }),
    enabled: isMonth,
  });
  return (
    <Stack>
      <Group align="flex-end">
        <TextInput
          type="month"
          label="Tháng"
          value={thang}
          onChange={({ currentTarget }) => currentTarget.value && setView({ thang: currentTarget.value })}
        />
        <Anchor href={`/api/loudspeaker-coverage/sheet?month=${thang}`} download py={8}>
          Tải ra Excel
        </Anchor>
      </Group>
      <Asked query={found}>
        {({ areas, at }) =>
          areas.length === 0 ? (
            <EmptyState
              title="Chưa có địa bàn nào"
              why="Ghi các xã, phường và đài, cụm loa ở thẻ “Địa bàn, đài, cụm loa”; độ phủ từng tháng hiện ở đây."
            />
          ) : (
            <>
              <Bars title="Địa bàn khó khăn" areas={areas.filter(({ isDifficult }) => isDifficult)} />
              <Bars title="Các địa bàn khác" areas={areas.filter(({ isDifficult }) => !isDifficult)} />
              <DataTable
                caption="Độ phủ theo địa bàn"
                rows={areas}
                rowKey={({ areaId }) => areaId}
                columns={columns}
                filters={[
                  {
                    key: "kho-khan",
                    label: "Địa bàn",
                    options: [
                      { value: "co", label: "Khó khăn" },
                      { value: "khac", label: "Khác" },
                    ],
                    matches: ({ isDifficult }, value) => isDifficult === (value === "co"),
                  },
                ]}
                searchText={({ name, code }) => `${name} ${code}`}
              />
              <Text size="sm" c="gray.7">
                Theo nhật ký phát nhận được đến {formatDateTime(at)}. Chỉ tính lượt phát đúng bản, đúng giờ đã
                xếp và trước khi thu hồi. Nhật ký không cho biết bao nhiêu người nghe.
              </Text>
            </>
          )
        }
      </Asked>
    </Stack>
  );
}

/** Of the bulletins meant for each commune, how many were heard there: drawn, with the numbers beside. */
function Bars({ title, areas }: { title: string; areas: AreaHeard[] }) {
  if (areas.length === 0) return null;
  const heard = areas.filter((area) => area.heard > 0).length;
  const most = Math.max(1, ...areas.map((area) => Math.max(area.given, area.heard)));
  return (
    <Paper withBorder p="md" component="section">
      <Stack gap="xs">
        <Title order={2} size="h4">
          {title}
        </Title>
        <Text size="sm">
          {heard}/{areas.length} địa bàn đã có bản tin được phát trong tháng.
        </Text>
        <Box component="ul" m={0} p={0} style={{ listStyle: "none", display: "grid", gap: 8 }}>
          {areas.map(({ areaId, name, given, heard: own }) => (
            <li key={areaId}>
              <Text size="sm" style={{ overflowWrap: "anywhere" }}>
                {name}: đã phát {own} trong {given} bản tin được giao
              </Text>
              <svg width="100%" height="12" aria-hidden="true" style={{ display: "block" }}>
                <rect width={`${(given / most) * 100}%`} height="12" fill="var(--mantine-color-gray-4)" />
                <rect width={`${(own / most) * 100}%`} height="12" fill="var(--mantine-color-teal-8)" />
              </svg>
            </li>
          ))}
        </Box>
        <Text size="xs" c="gray.7">
          Vạch xám: bản tin được giao; vạch xanh: bản tin đã phát.
        </Text>
      </Stack>
    </Paper>
  );
}
