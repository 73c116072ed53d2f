import { Stack, Text } from "@mantine/core";
import { DataTable } from "#ui/data-table.tsx";
import { StateBadge } from "#ui/state-badge.tsx";
import { measuredInWords } from "../communication/measured-in-words.ts";
import { changeInWords } from "../figure.ts";
import type { ReportView } from "./api.ts";
import { FigureButton, type FigureView } from "./figure-button.tsx";

/** Every figure of the report; each number opens the rows behind it. */
export function FiguresPanel({ report: { id, figures } }: { report: ReportView }) {
  return (
    <DataTable
      caption="Số liệu của báo cáo"
      rows={figures}
      rowKey={({ key }) => key}
      searchText={({ label }) => label}
      columns={[
        { key: "chi-tieu", header: "Chỉ tiêu", cell: ({ label }) => label },
        {
          key: "ket-qua",
          header: "Kết quả",
          numeric: true,
          sortBy: ({ numerator }) => numerator,
          cell: (figure) => (
            <>
              <FigureButton reportId={id} figure={figure} />
              {figure.measured && <StandsOn measured={figure.measured} />}
            </>
          ),
        },
        {
          key: "cung-ky",
          header: "So với cùng kỳ năm trước",
          cell: ({ before, ...figure }) =>
            changeInWords({ ...figure, before: before ?? null }) ??
            (figure.measured?.countedOtherwise
              ? "Không so sánh: nguồn đã đổi cách đếm"
              : "Chưa có số liệu cùng kỳ"),
        },
        { key: "nguon", header: "Nguồn", cell: ({ source }) => source },
      ]}
    />
  );
}

/** Of how many posts a measured number is known, when it was read, and what is old of it. */
function StandsOn({ measured }: { measured: NonNullable<FigureView["measured"]> }) {
  return (
    <Stack gap={2} align="flex-end">
      <Text size="xs" c="gray.7">
        {measuredInWords({ ...measured, stale: 0 })}
      </Text>
      {measured.stale > 0 && <StateBadge tone="waiting" word={`${measured.stale} số liệu cũ`} />}
    </Stack>
  );
}
