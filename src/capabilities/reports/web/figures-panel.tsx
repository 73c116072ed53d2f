import { DataTable } from "#ui/data-table.tsx";
import { changeInWords } from "../figures.ts";
import type { ReportView } from "./api.ts";
import { FigureButton } from "./figure-button.tsx";

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
          cell: (figure) => <FigureButton reportId={id} figure={figure} />,
        },
        {
          key: "cung-ky",
          header: "So với cùng kỳ năm trước",
          cell: ({ before, ...figure }) =>
            changeInWords({ ...figure, before: before ?? null }) ?? "Chưa có số liệu cùng kỳ",
        },
        { key: "nguon", header: "Nguồn", cell: ({ source }) => source },
      ]}
    />
  );
}
