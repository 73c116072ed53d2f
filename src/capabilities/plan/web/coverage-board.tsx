import { Box, Group, Paper, Stack, Text, UnstyledButton } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { IconAlertTriangle, IconMessage2 } from "@tabler/icons-react";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { formatDate } from "#platform/clock/vietnam-time.ts";
import { StateBadge } from "#ui/state-badge.tsx";
import type { CoverageView } from "./api.ts";
import classes from "./coverage.module.css";
import type { Cell } from "./coverage-view.ts";

type Row = CoverageView["rows"][number];
type RowCell = Row["cells"][number];
type Period = CoverageView["periods"][number];

interface BoardProps {
  data: CoverageView;
  rows: Row[];
  /** What a row is: "Mục", "Đơn vị". */
  rowWord: string;
  onOpen: (cell: Cell) => void;
}

/** The board: a table, on a narrow screen a card for each clause. */
export function CoverageBoard(props: BoardProps) {
  const narrow = useMediaQuery("(max-width: 48em)");
  return narrow ? <BoardCards {...props} /> : <BoardTable {...props} />;
}

/** What stands in a cell, and the same read aloud; `look` is how it is drawn. */
function wordsOf({ evidence, products, lacking, explained, gap }: RowCell, period: Period) {
  if (evidence > 0) {
    const news = products > 0 ? `${products} tin, bài` : "";
    const others = evidence - products;
    const rest = others > 0 ? `${others} minh chứng${products > 0 ? " khác" : ""}` : "";
    const lacks = lacking > 0 ? `${lacking} mục chưa có` : "";
    const parts = [news, rest, lacks, explained > 0 ? `${explained} mục có lý do` : ""].filter(Boolean);
    return { shown: parts, spoken: parts.join(", "), look: "full" as const };
  }
  if (gap) {
    const shown = explained > 0 ? ["chưa có", `${explained} mục có lý do`] : ["chưa có"];
    return {
      shown,
      spoken: explained > 0 ? `chưa có minh chứng, ${shown[1]}` : "chưa có minh chứng",
      look: "gap" as const,
    };
  }
  if (explained > 0)
    return {
      shown: ["có lý do"],
      spoken: "chưa có minh chứng, có lý do",
      look: "explained" as const,
    };
  const said = period.isFuture ? "chưa đến kỳ" : "không yêu cầu";
  return { shown: [said], spoken: said, look: "quiet" as const };
}

/** How many tasks of the clause and those below it are past their day or near to it; nothing when none is. */
function RowLights({ row: { overdue, soon } }: { row: Row }) {
  if (overdue + soon === 0) return null;
  return (
    <Group gap={4} mt={4}>
      {overdue > 0 && <StateBadge tone="failed" word={`${overdue} việc quá hạn`} />}
      {soon > 0 && <StateBadge tone="waiting" word={`${soon} việc sắp đến hạn`} />}
    </Group>
  );
}

function CellButton({
  row,
  cell,
  period,
  onOpen,
  ...rest
}: {
  row: Row;
  cell: RowCell;
  period: Period;
  onOpen: (cell: Cell) => void;
  tabIndex?: number;
  onFocus?: () => void;
  "data-cell"?: string;
}) {
  const { shown, spoken, look } = wordsOf(cell, period);
  return (
    <UnstyledButton
      className={classes[look]}
      onClick={() => onOpen({ row, period })}
      aria-label={`${row.path}, ${period.label}: ${spoken}`}
      {...rest}
    >
      {look === "gap" && <IconAlertTriangle size={14} aria-hidden className={classes.icon} />}
      {look === "explained" && <IconMessage2 size={14} aria-hidden className={classes.icon} />}
      {/* A space behind each line: the name that is read aloud has the same words. */}
      {shown.map((line) => (
        <span key={line} className={classes.line}>
          {`${line} `}
        </span>
      ))}
    </UnstyledButton>
  );
}

/** What stands above the clause, and by when. */
function Above({ row }: { row: Row }) {
  return row.above.map(({ mark, day }) => (
    <span key={mark} className={classes.days}>
      Theo {mark}
      {day && `, trước ngày ${formatDate(day)}`}
    </span>
  ));
}

const steps: Record<string, [down: number, right: number]> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
};

function BoardTable({ data, rows, rowWord, onOpen }: BoardProps) {
  // One stop for the Tab key; the arrow keys go from cell to cell.
  const [stop, setStop] = useState("0 0");
  const move = (event: KeyboardEvent<HTMLElement>) => {
    const step = steps[event.key];
    const [row, column] = (event.target as HTMLElement).dataset.cell?.split(" ").map(Number) ?? [];
    if (!step || row === undefined || column === undefined) return;
    event.preventDefault();
    event.currentTarget
      .querySelector<HTMLElement>(`[data-cell="${row + step[0]} ${column + step[1]}"]`)
      ?.focus();
  };
  // Twelve months are wider than the screen: the running one is brought into sight.
  const board = useRef<HTMLElement>(null);
  const running = data.periods.findIndex(({ isOpen }) => isOpen);
  useEffect(() => {
    const head = board.current?.querySelectorAll("thead th")[running + 1] as HTMLElement | undefined;
    if (running >= 0 && head && board.current)
      board.current.scrollLeft = head.offsetLeft + head.offsetWidth - board.current.clientWidth;
  }, [running]);
  const reachable = rows.length > Number(stop.split(" ")[0]) ? stop : "0 0";
  return (
    <>
      <Text size="sm" c="gray.7" id="di-giua-cac-o">
        Dùng phím mũi tên để đi giữa các ô, phím Enter để mở.
      </Text>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section ref={board} className={classes.scroll} aria-label="Bảng bao phủ" tabIndex={0}>
        <table className={classes.board} onKeyDown={move} aria-describedby="di-giua-cac-o">
          <thead>
            <tr>
              <th scope="col">{rowWord}</th>
              {data.periods.map(({ code, label, from, to, isOpen }) => (
                <th key={code} scope="col">
                  {label.replace(/ năm \d+$/, "")}
                  <span className={classes.days}>
                    {formatDate(from)} – {formatDate(to)}
                    {isOpen && ", đang chạy"}
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, down) => (
              <tr key={row.rowId} className={row.isGroup ? classes.group : undefined}>
                <th scope="row" style={{ paddingLeft: `${0.5 + Math.min(row.level, 4)}rem` }}>
                  <b>{row.path}</b> {row.name}
                  <Above row={row} />
                  <RowLights row={row} />
                </th>
                {row.cells.map((cell, right) => (
                  <td key={cell.period}>
                    <CellButton
                      row={row}
                      cell={cell}
                      period={data.periods[right]!}
                      onOpen={onOpen}
                      tabIndex={reachable === `${down} ${right}` ? 0 : -1}
                      onFocus={() => setStop(`${down} ${right}`)}
                      data-cell={`${down} ${right}`}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

function BoardCards({ data, rows, rowWord, onOpen }: BoardProps) {
  return (
    <Stack gap="sm">
      {rows.map((row) => (
        <Paper key={row.rowId} withBorder p="sm" component="article" aria-label={`${rowWord} ${row.path}`}>
          <Text size="sm" style={{ overflowWrap: "anywhere" }}>
            <b>{row.path}</b> {row.name}
            <Above row={row} />
          </Text>
          <RowLights row={row} />
          <Group gap="xs" mt="xs" align="stretch">
            {row.cells.map((cell, index) => (
              <Box key={cell.period} className={classes.card}>
                <Text size="xs" c="gray.7">
                  {data.periods[index]!.label.replace(/ năm \d+$/, "")}
                </Text>
                <CellButton row={row} cell={cell} period={data.periods[index]!} onOpen={onOpen} />
              </Box>
            ))}
          </Group>
        </Paper>
      ))}
    </Stack>
  );
}
