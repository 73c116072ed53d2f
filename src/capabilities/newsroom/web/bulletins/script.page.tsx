import { Alert, Badge, Box, Group, List, Paper, SimpleGrid, Stack, Switch, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { type Column, DataTable } from "#ui/data-table.tsx";
import { MomentText } from "#ui/date-text.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { Asked } from "#ui/loading.tsx";
import { LinkButton, useParam } from "#ui/navigation.tsx";
import { Page } from "#ui/page.tsx";
import { kindOf, saidInField } from "../../contract.ts";
import { api, type Item } from "../api.ts";
import { TextView } from "../text-view.tsx";
import { changesOf, markedRuns } from "./rule-marks.ts";
import { SpokenLength } from "./spoken-length.tsx";

type Source = NonNullable<Awaited<ReturnType<typeof api.newsroom.bulletinSource.call>>["source"]>;

/** A bulletin's words beside the article that they were made of, with what the rules read otherwise and why. */
export default function ScriptPage() {
  const id = useParam("id");
  const item = useQuery(api.newsroom.get.queryOptions({ input: { id }, refetchOnMount: "always" }));
  const found = useQuery(api.newsroom.bulletinSource.queryOptions({ input: { id } }));
  return (
    <Page
      title={`Kịch bản và bài gốc: ${item.data?.title || "bản tin"}`}
      crumbs={[
        { label: "Tin, bài", to: "/noi-dung" },
        { label: "Bản tin phát thanh", to: `/noi-dung/${id}` },
      ]}
      actions={
        <LinkButton to="/noi-dung/$id" params={{ id }}>
          Sửa lời bản tin
        </LinkButton>
      }
    >
      <Asked query={found}>
        {({ source }) =>
          source === null ? (
            <EmptyState
              title="Bản tin này viết tay"
              why="Chỉ bản tin soạn từ một bài đã duyệt hoặc đã đăng mới có bài gốc để so."
            />
          ) : (
            <Asked query={item}>{(bulletin) => <BothTexts source={source} bulletin={bulletin} />}</Asked>
          )
        }
      </Asked>
    </Page>
  );
}

function BothTexts({ source, bulletin }: { source: Source; bulletin: Item }) {
  const kind = kindOf(bulletin.kind);
  const said = kind && saidInField(kind);
  const script = (said && bulletin.current.own[said.field]) ?? "";
  const runs = useMemo(() => markedRuns(source.lines, script), [source.lines, script]);
  const standing = runs.filter(({ piece }) => piece !== null).length;
  return (
    <Stack gap="lg">
      {source.isOutdated && (
        <Alert color="yellow" title="Bài gốc đã có bản mới">
          Bên trái là bản đã dùng để soạn. Hãy mở bài gốc xem chỗ đã đổi rồi sửa lời bản tin cho khớp.
        </Alert>
      )}
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
        <Paper withBorder p="md" component="section" aria-labelledby="bai-goc">
          <Title order={2} size="h3" id="bai-goc" mb="sm">
            Bài gốc
          </Title>
          <TextView {...source.text} />
        </Paper>
        <Paper withBorder p="md" component="section" aria-labelledby="loi-ban-tin">
          <Title order={2} size="h3" id="loi-ban-tin" mb="sm">
            Lời bản tin
          </Title>
          <Text size="sm" c="gray.7">
            Chỗ tô là cách đọc do máy đổi và chưa ai sửa ({standing} chỗ); chỗ gạch chân nên xem lại. Vì sao
            đổi: bảng bên dưới.
          </Text>
          <SpokenLength text={script} limits={said?.rule.recording ?? null} />
          <Box mt="sm" style={{ whiteSpace: "pre-line", overflowWrap: "anywhere", lineHeight: 1.8 }}>
            {runs.map(({ text, piece }, place) =>
              piece === null ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: runs of one text, in its order.
                <span key={place}>{text}</span>
              ) : (
                <mark
                  // biome-ignore lint/suspicious/noArrayIndexKey: runs of one text, in its order.
                  key={place}
                  title={`${piece.written.trim() || "Do máy thêm"}: ${piece.why}`}
                  style={{
                    background: "var(--mantine-color-yellow-1)",
                    color: "inherit",
                    ...(piece.check && { textDecoration: "underline wavy" }),
                  }}
                >
                  {text}
                </mark>
              ),
            )}
          </Box>
        </Paper>
      </SimpleGrid>
      <Changes lines={source.lines} />
      {source.leftOut.length > 0 && (
        <section aria-labelledby="khong-doc">
          <Title order={2} size="h3" id="khong-doc" mb="sm">
            Không đọc trên loa
          </Title>
          <List>
            {source.leftOut.map(({ what, why }, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes.
              <List.Item key={place}>
                {what}. {why}
              </List.Item>
            ))}
          </List>
        </section>
      )}
      <Text size="sm" c="gray.7">
        {source.madeByName} soạn từ bài lúc <MomentText at={source.madeAt} />.
      </Text>
    </Stack>
  );
}

interface Change {
  written: string;
  said: string;
  why: string;
  check: boolean;
  times: number;
}

const changeColumns: Column<Change>[] = [
  { key: "trong-bai", header: "Trong bài", cell: ({ written }) => written.trim() || "(máy thêm)" },
  { key: "doc-la", header: "Đọc là", cell: ({ said }) => said.trim() || "(không đọc)" },
  {
    key: "vi-sao",
    header: "Vì sao",
    cell: ({ why, check }) => (
      <>
        {why}{" "}
        {check && (
          <Badge color="orange" variant="light" tt="none">
            Nên xem lại
          </Badge>
        )}
      </>
    ),
  },
  { key: "so-lan", header: "Số lần", numeric: true, cell: ({ times }) => times },
];

/** What was read otherwise, each once with how often; what a person should look at first. */
function Changes({ lines }: { lines: Source["lines"] }) {
  const [doubtfulOnly, setDoubtfulOnly] = useState(false);
  const rows = useMemo(() => {
    const counted = new Map<string, Change>();
    for (const { written, said, why, check } of changesOf(lines)) {
      const key = `${written}\n${said}\n${why}`;
      const before = counted.get(key);
      counted.set(key, { written, said, why: why!, check, times: (before?.times ?? 0) + 1 });
    }
    return [...counted.values()].sort((one, other) => Number(other.check) - Number(one.check));
  }, [lines]);
  const shown = doubtfulOnly ? rows.filter(({ check }) => check) : rows;
  return (
    <section aria-labelledby="doi-cach-doc">
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h3" id="doi-cach-doc">
          Chỗ máy đổi cách đọc
        </Title>
        <Switch
          label="Chỉ chỗ nên xem lại"
          checked={doubtfulOnly}
          onChange={(event) => setDoubtfulOnly(event.currentTarget.checked)}
        />
      </Group>
      {shown.length === 0 ? (
        <Text>{doubtfulOnly ? "Không có chỗ nào cần xem lại." : "Máy không đổi chữ nào."}</Text>
      ) : (
        <DataTable
          caption="Chỗ máy đổi cách đọc"
          rows={shown}
          rowKey={({ written, said, why }) => `${written} ${said} ${why}`}
          columns={changeColumns}
          counted={`${shown.length} chỗ`}
        />
      )}
    </section>
  );
}
