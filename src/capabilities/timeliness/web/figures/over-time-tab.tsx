import { Box, Group, Select, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { formatDate, today } from "#platform/clock/vietnam-time.ts";
import { DataTable } from "#ui/data-table.tsx";
import { Asked } from "#ui/loading.tsx";
import { LinkText, useFilters } from "#ui/navigation.tsx";
import { averageDays, percentOf } from "../../figures/measure-words.ts";
import { api } from "../api.ts";

const number = (value: number) => value.toLocaleString("vi-VN");

/** The whole agency by the periods of a year: the share in time as a chart, all of it as a table. */
export function OverTimeTab() {
  const now = today().year;
  const [view, setView] = useFilters({ nam: String(now), loai: "month" });
  const told = useQuery(
    api.timeliness.figuresOverTime.queryOptions({
      input: { year: Number(view.nam), kind: view.loai as "month" | "quarter" },
    }),
  );
  return (
    <Stack>
      <Group align="flex-end" gap="sm">
        <Select
          label="Năm"
          data={[now, now - 1, now - 2].map(String)}
          allowDeselect={false}
          value={view.nam}
          onChange={(nam) => nam && setView({ nam })}
        />
        <Select
          label="Loại kỳ"
          data={[
            { value: "month", label: "Tháng" },
            { value: "quarter", label: "Quý" },
            { value: "half", label: "6 tháng" },
            { value: "year", label: "Năm" },
          ]}
          allowDeselect={false}
          value={view.loai}
          onChange={(loai) => loai && setView({ loai })}
        />
      </Group>
      <Asked query={told}>
        {(periods) => (
          <Stack gap="lg">
            <Stack gap="sm" component="section" aria-labelledby="ty-le-theo-ky">
              <Title order={2} size="h4" id="ty-le-theo-ky">
                Tỷ lệ đúng và trước hạn theo kỳ
              </Title>
              <Stack component="ul" gap="xs" m={0} p={0} style={{ listStyle: "none" }}>
                {periods.map(({ period, label, totals: { onTimeShare: share } }) => (
                  <li key={period}>
                    <Group justify="space-between" gap="xs" wrap="nowrap">
                      <Text size="sm">{label}</Text>
                      <Text size="sm" fw={600}>
                        {percentOf(share)}
                        {share.denominator > 0 &&
                          ` (${number(share.numerator)}/${number(share.denominator)})`}
                      </Text>
                    </Group>
                    <Box aria-hidden="true" bg="gray.2" h={10} style={{ borderRadius: 5 }}>
                      <Box
                        bg="teal.8"
                        h={10}
                        w={`${share.denominator === 0 ? 0 : ((100 * share.numerator) / share.denominator).toFixed(1)}%`}
                        style={{ borderRadius: 5 }}
                      />
                    </Box>
                  </li>
                ))}
              </Stack>
            </Stack>
            <DataTable
              caption="Số liệu theo kỳ của cả cơ quan"
              rows={periods}
              rowKey={({ period }) => period}
              columns={[
                {
                  key: "ky",
                  header: "Kỳ",
                  cell: ({ period, label, from, to }) => (
                    <>
                      <LinkText to="/tien-do-ho-so" search={{ ky: period }}>
                        {label}
                      </LinkText>
                      <Text size="xs" c="gray.7">
                        {formatDate(from)} – {formatDate(to)}
                      </Text>
                    </>
                  ),
                },
                ...(
                  [
                    ["received", "Tiếp nhận"],
                    ["early", "Trước hạn"],
                    ["onTime", "Đúng hạn"],
                    ["late", "Quá hạn"],
                    ["inProgressOverdue", "Đang giải quyết, quá hạn"],
                  ] as const
                ).map(([key, header]) => ({
                  key,
                  header,
                  numeric: true,
                  cell: ({ totals }: (typeof periods)[number]) => number(totals[key]),
                })),
                ...(
                  [
                    ["online", "Nộp trực tuyến"],
                    ["ePayment", "Thanh toán trực tuyến"],
                    ["eResult", "Kết quả điện tử"],
                  ] as const
                ).map(([key, header]) => ({
                  key,
                  header,
                  cell: ({ totals }: (typeof periods)[number]) =>
                    totals[key].denominator === 0
                      ? percentOf(totals[key])
                      : `${percentOf(totals[key])} (${number(totals[key].numerator)}/${number(totals[key].denominator)})`,
                })),
                {
                  key: "ngay",
                  header: "Ngày làm việc bình quân",
                  numeric: true,
                  cell: ({ totals }) => averageDays(totals)?.toLocaleString("vi-VN") ?? "không phát sinh",
                },
              ]}
            />
          </Stack>
        )}
      </Asked>
    </Stack>
  );
}
