import {
  Anchor,
  Box,
  Button,
  Drawer,
  Group,
  List,
  Paper,
  Select,
  Stack,
  Text,
  UnstyledButton,
} from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { IconDownload } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Fragment } from "react";
import { formatDate, toVietnamDate } from "#platform/clock/vietnam-time.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { Asked } from "#ui/loading.tsx";
import { LinkButton, useFilters } from "#ui/navigation.tsx";
import { Page } from "#ui/page.tsx";
import { isShown, type ShownThemes } from "../../theme-channels/shown-themes.ts";
import { api } from "../api.ts";
import classes from "./theme-channels.module.css";
import { ThemeViews } from "./theme-views.tsx";

type Board = Awaited<ReturnType<typeof api.reports.themeChannels.call>>;
type Theme = Board["themes"][number];
type Open = (theme: string, channel: string) => void;

const shows: Record<string, ShownThemes> = { co: "with", trong: "without" };

/** Theme × channel: what of each theme was published or proven where, as far as it is known. */
export default function ThemeChannelsPage() {
  const [view, setView] = useFilters({ "ke-hoach": "", ky: "", "cach-tinh": "decree", chi: "co", o: "" });
  const plans = useQuery(api.plan.list.queryOptions());
  const planId = view["ke-hoach"] || plans.data?.plans[0]?.id;
  const show = shows[view.chi] ?? "all";
  const question = {
    id: planId ?? "",
    basis: view["cach-tinh"] === "calendar" ? ("calendar" as const) : ("decree" as const),
    period: view.ky,
  };
  const board = useQuery(
    api.reports.themeChannels.queryOptions({ input: question, enabled: planId !== undefined }),
  );
  const kept = {
    "ke-hoach": question.id,
    ky: view.ky,
    "cach-tinh": view["cach-tinh"],
    chi: view.chi,
  };
  const [theme = "", ...rest] = view.o.split("~");
  const channel = rest.join("~");
  if (plans.data?.plans.length === 0)
    return (
      <Page title="Chủ đề × kênh">
        <EmptyState
          title="Chưa có kế hoạch"
          why="Bảng này cho thấy mỗi chủ đề tuyên truyền đã có gì trên từng kênh."
          action={<LinkButton to="/ke-hoach">Nhập kế hoạch</LinkButton>}
        />
      </Page>
    );
  return (
    <Page
      title="Chủ đề × kênh"
      lead="Mỗi ô đếm tin, bài đã đăng và minh chứng khác của một chủ đề trên một kênh. Kênh được nhận ra theo địa chỉ; thứ không có địa chỉ đứng ở cột “Chưa có kênh”. Nơi đăng mà chưa ai ghi minh chứng thì không có ở đây."
    >
      <Group align="flex-end">
        {plans.data && plans.data.plans.length > 1 && (
          <Select
            label="Kế hoạch"
            flex="1 1 16rem"
            maw="32rem"
            allowDeselect={false}
            searchable
            data={plans.data.plans.map(({ id, title, year }) => ({
              value: id,
              label: `${title} (năm ${year})`,
            }))}
            value={planId ?? null}
            onChange={(id) => setView({ "ke-hoach": id ?? "", ky: "", o: "" })}
          />
        )}
        <Select
          label="Kỳ"
          placeholder="Cả năm"
          clearable
          clearButtonProps={{ "aria-label": "Xem cả năm" }}
          data={(board.data?.periods ?? []).map(({ code, label }) => ({ value: code, label }))}
          value={view.ky || null}
          onChange={(ky) => setView({ ky: ky ?? "", o: "" })}
        />
        <Select
          label="Cách tính kỳ"
          w="18rem"
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
          allowDeselect={false}
          data={[
            { value: "co", label: "Chủ đề đã có" },
            { value: "trong", label: "Chủ đề chưa có" },
            { value: "tat-ca", label: "Mọi chủ đề" },
          ]}
          value={view.chi in shows ? view.chi : "tat-ca"}
          onChange={(chi) => setView({ chi: chi ?? "co" })}
        />
      </Group>
      <Asked query={board}>
        {(data) => {
          const themes = data.themes.filter(({ count }) => isShown(show, count));
          const open: Open = (of, on) => setView({ o: `${of}~${on}` });
          const query = new URLSearchParams({ basis: question.basis, period: question.period, show });
          return (
            <Stack>
              <Group justify="space-between">
                <Text size="sm" role="status">
                  {themes.length} trên {data.themes.length} chủ đề; {data.total} tin, bài và minh chứng từ{" "}
                  {formatDate(data.span.from)} đến {formatDate(data.span.to)}.
                </Text>
                <Group gap="xs">
                  <ThemeViews filters={kept} />
                  <LinkButton to="/bao-phu" search={{ "ke-hoach": question.id }} variant="default">
                    Bảng bao phủ
                  </LinkButton>
                  <Button
                    component="a"
                    href={`/api/plans/${question.id}/theme-channels-table?${query}`}
                    download
                    variant="default"
                    leftSection={<IconDownload size={16} aria-hidden />}
                  >
                    Tải bảng Excel
                  </Button>
                </Group>
              </Group>
              <ThemeRows board={data} themes={themes} onOpen={open} />
              <Rows
                board={data}
                cell={theme ? { theme, channel } : null}
                question={question}
                onClose={() => setView({ o: "" })}
              />
            </Stack>
          );
        }}
      </Asked>
    </Page>
  );
}

function Cell({ board, theme, at, onOpen }: { board: Board; theme: Theme; at: number; onOpen: Open }) {
  const count = theme.cells[at]!;
  const channel = board.channels[at]!;
  if (count === 0) return <span className={classes.none}>chưa có</span>;
  return (
    <UnstyledButton
      className={classes.full}
      aria-label={`${theme.label}, ${channel.label}: ${count}`}
      onClick={() => onOpen(theme.id, channel.id)}
    >
      {count}
    </UnstyledButton>
  );
}

/** A table, on a narrow screen a card for each theme. */
function ThemeRows({ board, themes, onOpen }: { board: Board; themes: Theme[]; onOpen: Open }) {
  const narrow = useMediaQuery("(max-width: 48em)");
  if (themes.length === 0) return <Text>Không có chủ đề nào như vậy trong kỳ này.</Text>;
  const groups = Map.groupBy(themes, ({ group }) => group);
  if (narrow)
    return (
      <Stack gap="sm">
        {themes.map((theme) => (
          <Paper key={theme.id} withBorder p="sm" component="article" aria-label={theme.label}>
            <Text size="sm" fw={600}>
              {theme.label}
            </Text>
            {theme.group && (
              <Text size="xs" c="gray.7">
                {theme.group}
              </Text>
            )}
            <Group gap="md" mt="xs">
              {board.channels.map(({ id, label }, at) => (
                <Box key={id}>
                  <Text size="xs" c="gray.7">
                    {label}
                  </Text>
                  <Cell board={board} theme={theme} at={at} onOpen={onOpen} />
                </Box>
              ))}
            </Group>
          </Paper>
        ))}
      </Stack>
    );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className={classes.scroll} aria-label="Bảng chủ đề × kênh" tabIndex={0}>
      <table className={classes.board}>
        <thead>
          <tr>
            <th scope="col">Chủ đề</th>
            {board.channels.map(({ id, label, count }) => (
              <th key={id} scope="col">
                {label} ({count})
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...groups].map(([group, its]) => (
            <Fragment key={group}>
              {group && (
                <tr className={classes.group}>
                  <th scope="rowgroup" colSpan={board.channels.length + 1}>
                    {group}
                  </th>
                </tr>
              )}
              {its.map((theme) => (
                <tr key={theme.id}>
                  <th scope="row">{theme.label}</th>
                  {board.channels.map(({ id }, at) => (
                    <td key={id}>
                      <Cell board={board} theme={theme} at={at} onOpen={onOpen} />
                    </td>
                  ))}
                </tr>
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The rows behind a cell. */
function Rows({
  board,
  cell,
  question,
  onClose,
}: {
  board: Board;
  cell: { theme: string; channel: string } | null;
  question: { id: string; basis: "decree" | "calendar"; period: string };
  onClose: () => void;
}) {
  const rows = useQuery(
    api.reports.themeChannelCell.queryOptions({
      input: { ...question, theme: cell?.theme ?? "", channel: cell?.channel ?? "" },
      enabled: cell !== null,
    }),
  );
  const theme = board.themes.find(({ id }) => id === cell?.theme)?.label ?? "";
  const channel = board.channels.find(({ id }) => id === cell?.channel)?.label ?? cell?.channel ?? "";
  return (
    <Drawer
      opened={cell !== null}
      onClose={onClose}
      position="right"
      size="lg"
      title={`${theme} · ${channel}`}
      closeButtonProps={{ "aria-label": "Đóng" }}
    >
      {cell && (
        <Asked query={rows}>
          {({ rows: found }) => (
            <>
              {found.length === 0 && <Text size="sm">Ô này không còn gì trong kỳ.</Text>}
              <List size="sm" spacing="xs">
                {found.map(({ id, label, url, at, product }) => (
                  <List.Item key={id} style={{ overflowWrap: "anywhere" }}>
                    {url ? <Anchor href={url}>{label}</Anchor> : label}
                    <Text size="sm" c="gray.7">
                      {formatDate(toVietnamDate(at))} · {product ? "tin, bài" : "minh chứng khác"}
                      {!url && " · không có địa chỉ"}
                    </Text>
                  </List.Item>
                ))}
              </List>
            </>
          )}
        </Asked>
      )}
    </Drawer>
  );
}
