import { Stack, Text, Title } from "@mantine/core";
import { type Column, DataTable } from "#ui/data-table.tsx";
import { LinkText } from "#ui/navigation.tsx";
import {
  averageDays,
  type Division,
  divisions,
  type Measure,
  measureLabels,
  percentOf,
  type ShareKey,
  shareLabels,
} from "../../figures/measure-words.ts";
import type { FigureRow, FiguresView } from "../api.ts";

interface Tables {
  totals: FiguresView["totals"];
  rows: FigureRow[];
  by: Division;
  period: string;
  /** Keys of parts that hold what a system counted: no dossiers stand behind these. */
  partsFromCounts: string[];
}

type Row = FigureRow & { isWhole: boolean };

const rowsOf = ({ totals, rows }: Tables): Row[] => [
  { ...totals, key: "", label: "Cả cơ quan", isWhole: true },
  ...rows.map((row) => ({ ...row, isWhole: false })),
];

const number = (value: number) => value.toLocaleString("vi-VN");

/** A number that leads to the dossiers which it counts. */
function Counted({
  row,
  measure,
  value,
  tables,
}: {
  row: Row;
  measure: Measure;
  value: number;
  tables: Tables;
}) {
  if (value === 0) return <>0</>;
  if (row.isWhole ? tables.partsFromCounts.length > 0 : tables.partsFromCounts.includes(row.key))
    return <>{number(value)}</>;
  return (
    <LinkText
      inherit
      underline="always"
      to="/tien-do-ho-so/ho-so"
      search={{
        ky: tables.period,
        so: measure,
        ...(!row.isWhole && { theo: tables.by, phan: row.key, ten: row.label }),
      }}
      aria-label={`${measureLabels[measure]}, ${row.label}: ${number(value)} hồ sơ`}
    >
      {number(value)}
    </LinkText>
  );
}

const counts = [
  "received",
  "carriedOver",
  "filed",
  "resolved",
  "early",
  "onTime",
  "late",
  "inProgressOnTime",
  "inProgressOverdue",
  "paused",
  "closedWithoutResult",
] as const satisfies readonly (Measure & keyof FigureRow)[];

const first = (by: Division): Column<Row> => ({
  key: "phan",
  header: divisions[by],
  cell: ({ label, isWhole }) => (
    <Text span inherit fw={isWhole ? 700 : 400}>
      {label}
    </Text>
  ),
});

/** How many dossiers of each kind; the first row is the whole agency. */
export function CountTable(tables: Tables) {
  return (
    <Stack gap="xs" component="section" aria-labelledby="so-ho-so">
      <Title order={2} size="h4" id="so-ho-so">
        Số hồ sơ
      </Title>
      <DataTable
        caption="Số hồ sơ theo tình trạng"
        rows={rowsOf(tables)}
        rowKey={({ key, isWhole }) => (isWhole ? "ca-co-quan" : `_${key}`)}
        columns={[
          first(tables.by),
          ...counts.map(
            (measure): Column<Row> => ({
              key: measure,
              header: measureLabels[measure],
              numeric: true,
              sortBy: (row) => row[measure],
              cell: (row) => <Counted {...{ row, measure, tables }} value={row[measure]} />,
            }),
          ),
        ]}
      />
    </Stack>
  );
}

const shareMeasures: Record<ShareKey, [Measure, Measure]> = {
  onTimeShare: ["inTime", "resolved"],
  online: ["online", "filed"],
  ePayment: ["paid", "owing"],
  eResult: ["electronic", "resolved"],
  digitised: ["digitised", "filed"],
  circulated: ["circulated", "passedOn"],
};

/** Every share with what it divides; nothing to divide by says so. */
export function ShareTable(tables: Tables) {
  return (
    <Stack gap="xs" component="section" aria-labelledby="ty-le">
      <Title order={2} size="h4" id="ty-le">
        Tỷ lệ
      </Title>
      <DataTable
        caption="Các tỷ lệ, mỗi tỷ lệ có tử số và mẫu số"
        rows={rowsOf(tables)}
        rowKey={({ key, isWhole }) => (isWhole ? "ca-co-quan" : `_${key}`)}
        columns={[
          first(tables.by),
          ...(Object.keys(shareLabels) as ShareKey[]).map(
            (key): Column<Row> => ({
              key,
              header: shareLabels[key],
              sortBy: (row) => (row[key].denominator === 0 ? -1 : row[key].numerator / row[key].denominator),
              cell: (row) => {
                const { numerator, denominator } = row[key];
                if (denominator === 0) return percentOf(row[key]);
                const [above, below] = shareMeasures[key];
                return (
                  <>
                    {percentOf(row[key])} (
                    <Counted {...{ row, tables, measure: above, value: numerator }} />/
                    <Counted {...{ row, tables, measure: below, value: denominator }} />)
                  </>
                );
              },
            }),
          ),
          {
            key: "ngay",
            header: "Số ngày làm việc bình quân để có kết quả",
            numeric: true,
            sortBy: (row) => averageDays(row) ?? -1,
            cell: (row) => averageDays(row)?.toLocaleString("vi-VN") ?? "không phát sinh",
          },
        ]}
      />
    </Stack>
  );
}
