import { Box, Group, Stack, Text, Title } from "@mantine/core";
import { percentOf } from "../../figures/measure-words.ts";
import type { FigureRow } from "../api.ts";

const parts = [
  ["early", "Trước hạn", "teal.8"],
  ["onTime", "Đúng hạn", "blue.5"],
  ["late", "Quá hạn", "red.8"],
] as const;

const SHOWN = 15;

/** What was settled early, on time and late, a bar for each part; the table below has the same numbers. */
export function SettledBars({ rows, what }: { rows: FigureRow[]; what: string }) {
  const drawn = rows.filter(({ resolved }) => resolved > 0).slice(0, SHOWN);
  if (drawn.length === 0) return null;
  const most = Math.max(...drawn.map(({ resolved }) => resolved));
  return (
    <Stack gap="sm" component="section" aria-labelledby="bieu-do">
      <Title order={2} size="h4" id="bieu-do">
        Hồ sơ đã giải quyết theo {what.toLowerCase()}
      </Title>
      <Group gap="md" aria-hidden="true">
        {parts.map(([key, label, colour]) => (
          <Group key={key} gap={6}>
            <Box bg={colour} w={14} h={14} style={{ borderRadius: 3 }} />
            <Text size="sm">{label}</Text>
          </Group>
        ))}
      </Group>
      <Stack component="ul" gap="sm" m={0} p={0} style={{ listStyle: "none" }}>
        {drawn.map((row) => (
          <li key={row.key}>
            <Text size="sm" fw={600} style={{ overflowWrap: "anywhere" }}>
              {row.label}
            </Text>
            <Group
              gap={2}
              wrap="nowrap"
              aria-hidden="true"
              w={`${((100 * row.resolved) / most).toFixed(1)}%`}
              miw={24}
            >
              {parts.map(
                ([key, , colour]) =>
                  row[key] > 0 && (
                    <Box
                      key={key}
                      bg={colour}
                      h={14}
                      miw={4}
                      style={{ flexGrow: row[key], borderRadius: 3 }}
                    />
                  ),
              )}
            </Group>
            <Text size="sm" c="gray.8">
              {parts
                .map(([key, label]) => `${label.toLowerCase()} ${row[key].toLocaleString("vi-VN")}`)
                .join(", ")}
              ; đúng và trước hạn {percentOf(row.onTimeShare)} (
              {row.onTimeShare.numerator.toLocaleString("vi-VN")}/
              {row.onTimeShare.denominator.toLocaleString("vi-VN")})
            </Text>
          </li>
        ))}
      </Stack>
      {rows.length > drawn.length && (
        <Text size="sm" c="gray.7">
          Biểu đồ vẽ {drawn.length} dòng có kết quả; bảng dưới có đủ {rows.length} dòng.
        </Text>
      )}
    </Stack>
  );
}
