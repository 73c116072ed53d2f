import { Button, Group, Select, SimpleGrid, Stack, Text } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useMutation, useQuery } from "@tanstack/react-query";
import { formatDate, formatDateTime, today, toVietnamDate } from "#platform/clock/vietnam-time.ts";
import { type Column, DataTable } from "#ui/data-table.tsx";
import { DateField } from "#ui/date-field.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { FilterSelect } from "#ui/filter-select.tsx";
import { Asked } from "#ui/loading.tsx";
import { LinkButton, LinkText, useFilters } from "#ui/navigation.tsx";
import { Page } from "#ui/page.tsx";
import { saveFile } from "#ui/save-file.ts";
import { Section } from "#ui/section.tsx";
import { StateBadge } from "#ui/state-badge.tsx";
import { sayFailed } from "#ui/undo.tsx";
import { type Grouping, groupingLabels, groupings } from "../../figures/grouping.ts";
import { figureText, type Metric, metricWords, sourceLabels } from "../../figures/metric.ts";
import { networks } from "../../networks/index.ts";
import { api, type FigureBoard } from "../api.ts";
import { Bars } from "./bars.tsx";

type Cell = FigureBoard["total"][number];
type Row = FigureBoard["groups"][number];

/** So many bars are drawn; the table has every row. */
const BARS = 12;

/** "1.240 (3/5 lượt đăng có số)": never a number without how many it stands on. */
const cellText = ({ metric, sum }: Cell): string => (sum === null ? "Chưa rõ" : figureText(metric, sum));
const knownText = ({ known, of }: Cell): string => `${known}/${of} lượt đăng có số`;

/** Said where numbers are added up that do not count the same. */
const waysText = ({ parts }: Cell): string => (parts.length > 1 ? ` · gộp ${parts.length} cách đếm` : "");

const yearBegun = () => `${today().year}-01-01`;

/** How what stands on the channels did in a period, gathered by text, channel, theme, clause, unit or month. */
export default function FiguresPage() {
  const [filters, narrow] = useFilters({ theo: "item", tu: "", den: "", kenh: "", "don-vi": "", so: "" });
  const by = groupings.find((one) => one === filters.theo) ?? "item";
  const question = {
    by,
    from: filters.tu || yearBegun(),
    to: filters.den || today().toString(),
    ...(filters.kenh && { network: filters.kenh }),
    ...(filters["don-vi"] && { unitId: filters["don-vi"] }),
  };
  const board = useQuery(
    api.channels.figureBoard.queryOptions({ input: question, placeholderData: (before) => before }),
  );
  const units = useQuery(api.organization.listUnits.queryOptions({ input: {} }));
  const table = useMutation({
    mutationFn: () => api.channels.exportFigures.call(question),
    onSuccess: ({ body }) => saveFile(body),
    onError: sayFailed,
  });
  return (
    <Page
      title="Số liệu trên các kênh"
      lead="Bài đã đăng được xem, chia sẻ bao nhiêu: số mạng tự báo, số ghi tay; mỗi số có ngày và nguồn."
      actions={
        <Group gap="sm">
          <LinkButton to="/so-lieu-kenh/nhap" variant="default">
            Nhập từ tệp
          </LinkButton>
          <Button
            variant="default"
            leftSection={<IconDownload size={18} />}
            loading={table.isPending}
            onClick={() => table.mutate()}
          >
            Tải bảng (.xlsx)
          </Button>
        </Group>
      }
    >
      <Group align="flex-end" gap="sm">
        <Select
          label="Gộp theo"
          data={groupings.map((value) => ({ value, label: groupingLabels[value] }))}
          allowDeselect={false}
          value={by}
          onChange={(value) => narrow({ theo: value ?? "item" })}
          maw="14rem"
        />
        <DateField label="Đăng từ ngày" value={question.from} onChange={(day) => narrow({ tu: day ?? "" })} />
        <DateField label="Đăng đến ngày" value={question.to} onChange={(day) => narrow({ den: day ?? "" })} />
        <FilterSelect
          label="Kênh"
          data={networks
            .filter(({ slug }) => slug !== "portal")
            .map(({ slug, label }) => ({ value: slug, label }))}
          value={filters.kenh}
          onChange={(kenh) => narrow({ kenh })}
        />
        <FilterSelect
          label="Đơn vị"
          data={(units.data?.units ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          value={filters["don-vi"]}
          onChange={(unit) => narrow({ "don-vi": unit })}
        />
      </Group>
      <Asked query={board}>
        {(found) => (
          <Board
            board={found}
            by={by}
            period={`từ ${formatDate(question.from)} đến ${formatDate(question.to)}`}
            drawn={found.metrics.find((metric) => metric === filters.so) ?? null}
            onDraw={(metric) => narrow({ so: metric })}
          />
        )}
      </Asked>
    </Page>
  );
}

function Board({
  board: { metrics, placements, total, groups, groupCount, takenAt },
  by,
  period,
  drawn: chosen,
  onDraw,
}: {
  board: FigureBoard;
  by: Grouping;
  period: string;
  drawn: Metric | null;
  onDraw: (metric: string) => void;
}) {
  const first = total.find(({ known }) => known > 0)?.metric ?? metrics[0];
  const drawn = chosen ?? first;
  if (placements === 0 || drawn === undefined)
    return (
      <EmptyState
        title="Chưa có bài nào trên các kênh trong kỳ này"
        why="Bài đăng tay được tính khi đã ghi địa chỉ; có thể đổi kỳ, kênh hoặc đơn vị ở trên."
        action={<LinkButton to="/dang-kenh">Mở Đăng trên các kênh</LinkButton>}
      />
    );
  const cellOf = (row: Row, metric: Metric) => row.cells.find((cell) => cell.metric === metric)!;
  const bars = groups
    .map((row) => ({ row, cell: cellOf(row, drawn) }))
    .filter(({ cell }) => cell.sum !== null)
    .toSorted((one, other) => (by === "month" ? 0 : other.cell.sum! - one.cell.sum!))
    .slice(by === "month" ? -BARS : 0, by === "month" ? undefined : BARS)
    .map(({ row, cell }) => ({
      key: row.key,
      label: row.label,
      value: cell.sum!,
      text: cellText(cell),
    }));
  const columns: Column<Row>[] = [
    {
      key: "nhom",
      header: groupingLabels[by],
      sortBy: ({ label }) => label,
      cell: ({ key, label }) =>
        by === "item" ? (
          <LinkText to="/noi-dung/$id" params={{ id: key }}>
            {label}
          </LinkText>
        ) : (
          label
        ),
    },
    {
      key: "luot-dang",
      header: "Lượt đăng",
      numeric: true,
      sortBy: ({ placements: count }) => count,
      cell: ({ placements: count }) => count.toLocaleString("vi-VN"),
    },
    ...metrics.map(
      (metric): Column<Row> => ({
        key: metric,
        header: metricWords[metric].label,
        numeric: true,
        sortBy: (row) => cellOf(row, metric).sum ?? -1,
        cell: (row) => <CellShown cell={cellOf(row, metric)} />,
      }),
    ),
  ];
  return (
    <Stack gap="md">
      <Section id="tong" title="Tất cả trong kỳ">
        <SimpleGrid component="ul" cols={{ base: 2, sm: 4 }} m={0} p={0} style={{ listStyle: "none" }}>
          {total.map((cell) => (
            <li key={cell.metric}>
              <Text size="sm" c="gray.8">
                {metricWords[cell.metric].label}
              </Text>
              <Text fw={700} size="xl">
                {cellText(cell)}
              </Text>
              <Text size="xs" c="gray.7">
                {knownText(cell)}
                {cell.sources.length > 0 &&
                  ` · ${cell.sources.map((source) => sourceLabels[source]).join(", ")}`}
                {waysText(cell)}
              </Text>
              {cell.stale > 0 && (
                <StateBadge
                  tone="waiting"
                  word={`${cell.stale} số cũ, từ ${formatDate(toVietnamDate(cell.oldestAt!))}`}
                />
              )}
            </li>
          ))}
        </SimpleGrid>
        <Text size="sm" c="gray.7">
          {placements.toLocaleString("vi-VN")} lượt đăng {period}, không kể cổng của cơ quan (cổng không đếm
          người xem). Lấy số lúc {formatDateTime(takenAt)}. Số chưa rõ không tính là 0.
          {metrics.includes("reach") && ` Người tiếp cận: ${metricWords.reach.adding}.`}
        </Text>
      </Section>
      <Section id="bieu-do" title={`${metricWords[drawn].label} theo ${groupingLabels[by].toLowerCase()}`}>
        <Select
          label="Vẽ"
          data={metrics.map((metric) => ({ value: metric, label: metricWords[metric].label }))}
          allowDeselect={false}
          value={drawn}
          onChange={(value) => onDraw(value ?? "")}
          maw="16rem"
        />
        {bars.length === 0 ? <Text size="sm">Chưa rõ số nào để vẽ.</Text> : <Bars bars={bars} />}
      </Section>
      <DataTable
        caption={`Số liệu trên các kênh theo ${groupingLabels[by].toLowerCase()}`}
        rows={groups}
        rowKey={({ key }) => key || "khong"}
        columns={columns}
        searchText={({ label }) => label}
      />
      {groupCount > groups.length && (
        <Text size="sm">
          Đang hiện {groups.length} trong {groupCount.toLocaleString("vi-VN")} dòng; bảng .xlsx có đủ.
        </Text>
      )}
    </Stack>
  );
}

function CellShown({ cell }: { cell: Cell }) {
  if (cell.of === 0)
    return (
      <Text span c="gray.7" size="sm">
        Kênh không có số này
      </Text>
    );
  return (
    <>
      {cellText(cell)}
      <Text size="xs" c="gray.7">
        {knownText(cell)}
        {cell.stale > 0 && `, ${cell.stale} số cũ`}
        {waysText(cell)}
      </Text>
    </>
  );
}
