import { Stack, Text, Title } from "@mantine/core";
import { DataTable } from "#ui/data-table.tsx";
import { percentInWords } from "../../counts/percent.ts";
import type { FiguresView } from "../api.ts";

/** What systems wrote of satisfaction, each with its source: no other figure is made of it. */
export function SatisfactionPart({ rows }: { rows: FiguresView["satisfaction"] }) {
  if (rows.length === 0) return null;
  return (
    <Stack gap="xs" component="section" aria-labelledby="hai-long">
      <Title order={2} size="h4" id="hai-long">
        Mức độ hài lòng do hệ thống ghi
      </Title>
      <Text size="sm">
        Chép nguyên từ bảng số tổng hợp; không tính lại, không cộng hay lấy bình quân, không trộn với số khác.
      </Text>
      <DataTable
        caption="Mức độ hài lòng do hệ thống ghi"
        rows={rows}
        rowKey={(row) => [row.period, row.unit, row.field, row.procedureCode].join(" ")}
        columns={[
          {
            key: "don-vi",
            header: "Đơn vị",
            cell: (row) => (
              <>
                {row.unit}
                {(row.field !== "" || row.procedureCode !== "") && (
                  <Text size="xs" c="gray.7">
                    {[row.field, row.procedureCode].filter(Boolean).join(", ")}
                  </Text>
                )}
              </>
            ),
          },
          { key: "ky-hl", header: "Kỳ", cell: (row) => row.period },
          {
            key: "ty-le",
            header: "Mức độ hài lòng",
            numeric: true,
            cell: (row) => percentInWords(row.hundredths),
          },
          {
            key: "nguon-hl",
            header: "Nguồn",
            cell: (row) => (
              <span style={{ overflowWrap: "anywhere" }}>
                {row.source || "Bảng không ghi nguồn"}, tệp “{row.fileName}”
              </span>
            ),
          },
        ]}
      />
    </Stack>
  );
}
