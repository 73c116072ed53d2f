import {
  Badge,
  Box,
  Drawer,
  Group,
  List,
  Paper,
  SegmentedControl,
  Select,
  Stack,
  Text,
  Title,
  UnstyledButton,
} from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { formatDate } from "#platform/clock/vietnam-time.ts";
import { MomentText } from "#ui/date-text.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { Asked } from "#ui/loading.tsx";
import { LinkButton, LinkText, useFilters } from "#ui/navigation.tsx";
import { Page } from "#ui/page.tsx";
import { api, type CoverageView } from "./api.ts";
import classes from "./coverage.module.css";

type Cell = { clauseId: string; path: string; period: string; periodLabel: string };

/** Clause by reporting period: how many proofs, where the gaps are; from each cell to its rows. */
export default function CoveragePage() {
  const [view, setView] = useFilters({ "ke-hoach": "", ky: "quarter", "cach-tinh": "decree", chi: "" });
  const plans = useQuery(api.plan.list.queryOptions());
  const planId = view["ke-hoach"] || plans.data?.plans[0]?.id;
  const question = {
    id: planId ?? "",
    kind: view.ky === "month" ? ("month" as const) : ("quarter" as const),
    basis: view["cach-tinh"] === "calendar" ? ("calendar" as const) : ("decree" as const),
  };
  const board = useQuery(api.plan.coverage.queryOptions({ input: question, enabled: planId !== undefined }));
  const [cell, setCell] = useState<Cell | null>(null);
  const narrow = useMediaQuery("(max-width: 48em)");
  if (plans.data && plans.data.plans.length === 0) {
    return (
      <Page title="Bảng bao phủ">
        <EmptyState
          title="Chưa có kế hoạch"
          why="Bảng bao phủ cho thấy mỗi mục của kế hoạch đã có gì trong từng kỳ báo cáo và còn trống chỗ nào."
          action={<LinkButton to="/ke-hoach">Nhập kế hoạch</LinkButton>}
        />
      </Page>
    );
  }
  return (
    <Page
      title="Bảng bao phủ"
      lead="Mỗi ô: số minh chứng của một mục trong một kỳ. Bấm vào ô để xem từng dòng."
    >
      <Group align="flex-end">
        <Select
          label="Kế hoạch"
          data={(plans.data?.plans ?? []).map(({ id, title }) => ({ value: id, label: title }))}
          value={planId ?? null}
          onChange={(id) => setView({ "ke-hoach": id ?? "" })}
          allowDeselect={false}
          flex="1 1 16rem"
          maw="32rem"
        />
        <Box>
          <Text size="sm" fw={500} id="ky-bao-cao">
            Kỳ
          </Text>
          <SegmentedControl
            aria-labelledby="ky-bao-cao"
            value={question.kind}
            onChange={(ky) => setView({ ky })}
            data={[
              { value: "quarter", label: "Quý" },
              { value: "month", label: "Tháng" },
            ]}
          />
        </Box>
        <Select
          label="Cách tính kỳ"
          allowDeselect={false}
          data={[
            { value: "decree", label: "Chốt ngày 14 (NĐ 09/2019)" },
            { value: "calendar", label: "Theo lịch" },
          ]}
          value={question.basis}
          onChange={(basis) => setView({ "cach-tinh": basis ?? "decree" })}
        />
        <Select
          label="Hiện"
          placeholder="Mọi mục"
          clearable
          clearButtonProps={{ "aria-label": "Hiện mọi mục" }}
          data={[{ value: "trong", label: "Chỉ mục có kỳ trống" }]}
          value={view.chi || null}
          onChange={(chi) => setView({ chi: chi ?? "" })}
        />
      </Group>
      <Asked query={board}>
        {(data) => {
          const rows =
            view.chi === "trong" ? data.rows.filter(({ cells }) => cells.some(({ gap }) => gap)) : data.rows;
          const gaps = data.rows.reduce((sum, { cells }) => sum + cells.filter(({ gap }) => gap).length, 0);
          return (
            <Stack>
              <Text size="sm" role="status">
                {rows.length} mục, {gaps} ô trống trong các kỳ đã bắt đầu.
              </Text>
              {narrow ? (
                <BoardCards data={data} rows={rows} onOpen={setCell} />
              ) : (
                <BoardTable data={data} rows={rows} onOpen={setCell} />
              )}
            </Stack>
          );
        }}
      </Asked>
      <Drawer
        opened={cell !== null}
        onClose={() => setCell(null)}
        position="right"
        size="lg"
        title={cell ? `${cell.path} · ${cell.periodLabel}` : ""}
        closeButtonProps={{ "aria-label": "Đóng" }}
      >
        {cell && <CellRows question={question} cell={cell} />}
      </Drawer>
    </Page>
  );
}

interface BoardProps {
  data: CoverageView;
  rows: CoverageView["rows"];
  onOpen: (cell: Cell) => void;
}

function CellButton({
  row,
  cell,
  data,
  onOpen,
}: BoardProps & { row: CoverageView["rows"][number]; cell: CoverageView["rows"][number]["cells"][number] }) {
  const period = data.periods.find(({ code }) => code === cell.period)!;
  const words =
    cell.evidence > 0
      ? `${cell.evidence} minh chứng`
      : cell.gap
        ? "trống"
        : period.isFuture
          ? "chưa đến kỳ"
          : "không yêu cầu";
  return (
    <UnstyledButton
      className={cell.evidence > 0 ? classes.full : cell.gap ? classes.gap : classes.quiet}
      onClick={() =>
        onOpen({ clauseId: row.clauseId, path: row.path, period: cell.period, periodLabel: period.label })
      }
      aria-label={`${row.path}, ${period.label}: ${words}`}
      disabled={period.isFuture && cell.evidence === 0}
    >
      {cell.evidence > 0 ? cell.evidence : cell.gap ? "trống" : "–"}
    </UnstyledButton>
  );
}

function BoardTable({ data, rows, onOpen }: BoardProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className={classes.scroll} aria-label="Bảng bao phủ" tabIndex={0}>
      <table className={classes.board}>
        <thead>
          <tr>
            <th scope="col">Mục</th>
            {data.periods.map(({ code, label, from, to, isOpen }) => (
              <th key={code} scope="col" title={`${formatDate(from)} – ${formatDate(to)}`}>
                {label.replace(/ năm \d+$/, "")}
                {isOpen && <span className={classes.open}>đang chạy</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.clauseId}>
              <th scope="row">
                <b>{row.path}</b> {row.name}
              </th>
              {row.cells.map((cell) => (
                <td key={cell.period}>
                  <CellButton data={data} rows={rows} onOpen={onOpen} row={row} cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function BoardCards({ data, rows, onOpen }: BoardProps) {
  return (
    <Stack gap="sm">
      {rows.map((row) => (
        <Paper key={row.clauseId} withBorder p="sm" component="article">
          <Text size="sm">
            <b>{row.path}</b> {row.name}
          </Text>
          <Group gap="xs" mt="xs">
            {row.cells.map((cell) => (
              <Stack key={cell.period} gap={2} align="center">
                <Text size="xs" c="gray.7">
                  {cell.period.replace(/^\d+-/, "")}
                </Text>
                <CellButton data={data} rows={rows} onOpen={onOpen} row={row} cell={cell} />
              </Stack>
            ))}
          </Group>
        </Paper>
      ))}
    </Stack>
  );
}

function CellRows({
  question,
  cell,
}: {
  question: { id: string; kind: "month" | "quarter"; basis: "decree" | "calendar" };
  cell: Cell;
}) {
  const rows = useQuery(
    api.plan.coverageCell.queryOptions({
      input: { ...question, clauseId: cell.clauseId, period: cell.period },
    }),
  );
  return (
    <Asked query={rows}>
      {({ evidence, obligations, tasks }) => (
        <Stack>
          <Title order={3} size="h4">
            Minh chứng ({evidence.length})
          </Title>
          {evidence.length === 0 ? (
            <Text size="sm">Chưa có minh chứng trong kỳ này.</Text>
          ) : (
            <List size="sm" spacing="xs">
              {evidence.map(({ id, label, url, at }) => (
                <List.Item key={id}>
                  {url ? <a href={url}>{label}</a> : label}{" "}
                  <Text span c="gray.7" size="sm">
                    (<MomentText at={at} />)
                  </Text>
                </List.Item>
              ))}
            </List>
          )}
          <Title order={3} size="h4">
            Nhiệm vụ
          </Title>
          <List size="sm">
            {tasks.map(({ id, title }) => (
              <List.Item key={id}>
                <LinkText to="/nhiem-vu/$id" params={{ id }}>
                  {title}
                </LinkText>
              </List.Item>
            ))}
          </List>
          <Title order={3} size="h4">
            Nghĩa vụ
          </Title>
          <List size="sm" spacing={4}>
            {obligations.map(({ id, code, what, noneReason }) => (
              <List.Item key={id}>
                <b>{code}</b> {what}{" "}
                {noneReason && (
                  <Badge color="gray" tt="none">
                    Không thực hiện: {noneReason}
                  </Badge>
                )}
              </List.Item>
            ))}
          </List>
        </Stack>
      )}
    </Asked>
  );
}
