import { Stack, Text, Title } from "@mantine/core";
import { DataTable } from "#ui/data-table.tsx";
import type { FiguresView } from "../api.ts";

const words = {
  dossiers: "Đếm từ hồ sơ",
  counts: "Số tổng hợp của hệ thống",
  both: "Đếm từ hồ sơ; có cả số tổng hợp, chỉ để đối chiếu",
} as const;

const number = (value: number) => value.toLocaleString("vi-VN");

/** Which source tells of each unit where a system's counts are known, so that nothing is added twice. */
export function SourcesPart({ sources }: { sources: FiguresView["sources"] }) {
  if (sources.length === 0) return null;
  return (
    <Stack gap="xs" component="section" aria-labelledby="nguon-so-lieu">
      <Title order={2} size="h4" id="nguon-so-lieu">
        Số của từng đơn vị lấy từ đâu
      </Title>
      <Text size="sm">
        Đơn vị có hồ sơ trong kỳ thì đếm từ hồ sơ; số tổng hợp chỉ dùng cho đơn vị không có hồ sơ nào. Mỗi đơn
        vị một nguồn, không cộng hai lần.
      </Text>
      <DataTable
        caption="Nguồn số liệu của từng đơn vị"
        rows={sources}
        rowKey={(row) => `${row.from} ${row.unit}`}
        columns={[
          { key: "don-vi", header: "Đơn vị", cell: (row) => row.unit },
          { key: "nguon", header: "Nguồn", cell: (row) => words[row.from] },
          {
            key: "doi-chieu",
            header: "Hệ thống đếm (tiếp nhận, đã giải quyết)",
            cell: (row) => (row.told ? `${number(row.told.received)}, ${number(row.told.resolved)}` : "–"),
          },
          {
            key: "con-thieu",
            header: "Tháng chưa có số tổng hợp",
            cell: (row) => row.missingMonths.join(", ") || "–",
          },
        ]}
      />
    </Stack>
  );
}
