import { Box, Button, Group, SegmentedControl, Stack, Text } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { formatDate } from "#platform/clock/vietnam-time.ts";
import { Confirm } from "#ui/confirm.tsx";
import { type Column, DataTable } from "#ui/data-table.tsx";
import { MomentText } from "#ui/date-text.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { Asked } from "#ui/loading.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { LinkText, useFilters, useGo } from "#ui/navigation.tsx";
import { Page } from "#ui/page.tsx";
import { Section } from "#ui/section.tsx";
import { sayDoneWithUndo, sayFailed } from "#ui/undo.tsx";
import { api, type Suggestions } from "../api.ts";
import { usePeopleOptions } from "../planning/people-options.ts";
import { AcceptDialog, type OpenSuggestion } from "./accept-dialog.tsx";

type Aside = Suggestions["aside"][number];

const spans = [
  { value: "quarter", label: "Quý này" },
  { value: "month", label: "Tháng này" },
  { value: "next-month", label: "Tháng tới" },
] as const;

const causeOf = ({ source, key }: { source: string; key: string }) => ({ source, key });
const nameOf = ({ source, key }: { source: string; key: string }) => `${source} ${key}`;

/** Why it is suggested, and the way to where that is seen. */
function Why({ why, href, sourceLabel }: { why: string; href: string; sourceLabel: string }) {
  const [path = "", query = ""] = href.split("?");
  return (
    <>
      {why}{" "}
      <LinkText
        to={path}
        search={Object.fromEntries(new URLSearchParams(query))}
        size="sm"
        underline="always"
      >
        Xem trên {sourceLabel}
      </LinkText>
    </>
  );
}

/** What both lists say of a suggestion first. */
const whatAndWhy = (header: string): Column<OpenSuggestion | Aside>[] => [
  {
    key: "goi-y",
    header: "Gợi ý",
    cell: ({ title }) => (
      <Text size="sm" fw={600}>
        {title}
      </Text>
    ),
  },
  { key: "vi-sao", header, cell: (row) => <Why {...row} /> },
];

/** What might be told: taken up as a story, or put aside with a reason for this period. */
export default function SuggestionsPage() {
  const go = useGo();
  const queries = useQueryClient();
  const { ownUnitId } = usePeopleOptions();
  const [view, setView] = useFilters({ ky: "quarter" });
  const { value: span, label: spanLabel } = spans.find(({ value }) => value === view.ky) ?? spans[0];
  const list = useQuery(api.newsroom.suggestions.queryOptions({ input: { span } }));
  const [accepted, setAccepted] = useState<OpenSuggestion | null>(null);
  const [leaving, setLeaving] = useState<OpenSuggestion | null>(null);
  const lists = useRef<HTMLDivElement>(null);
  const buttons = (act: string) => [
    ...(lists.current?.querySelectorAll<HTMLButtonElement>(`[data-act="${act}"]`) ?? []),
  ];
  // The row of what is decided leaves its list: the keyboard goes on at the one that takes its place.
  const place = useRef(0);
  const remember = (pressed: HTMLButtonElement) => {
    place.current = buttons(pressed.dataset.act ?? "").indexOf(pressed);
  };
  const goOn = useRef<"aside" | "take-up" | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it goes on once the new lists are drawn
  useEffect(() => {
    if (goOn.current === null) return;
    const left = buttons(goOn.current);
    (left[Math.min(place.current, left.length - 1)] ?? buttons("aside")[0])?.focus();
    goOn.current = null;
  }, [list.data]);
  const keep = (answer: Suggestions) => {
    queries.setQueryData(api.newsroom.suggestions.queryKey({ input: { span } }), answer);
    // What is left for the quarter is left for its months, too.
    void queries.invalidateQueries({ queryKey: api.newsroom.suggestions.key(), refetchType: "none" });
  };
  const takeUp = useMutation(
    api.newsroom.takeUpSuggestion.mutationOptions({
      onSuccess: (answer) => {
        goOn.current = "take-up";
        keep(answer);
      },
      onError: sayFailed,
    }),
  );
  const putAside = useMutation(
    api.newsroom.putSuggestionAside.mutationOptions({
      onSuccess: (answer, { reason: _, ...taken }) => {
        goOn.current = "aside";
        keep(answer);
        setLeaving(null);
        sayDoneWithUndo("Đã gác lại.", () => takeUp.mutateAsync(taken));
      },
    }),
  );
  const may = list.data?.may;
  const columns: Column<OpenSuggestion>[] = [
    ...whatAndWhy("Vì sao"),
    { key: "don-vi", header: "Đơn vị", cell: ({ unitName }) => unitName ?? "Chưa rõ" },
    {
      key: "viec",
      header: "Việc",
      cell: (row) => (
        <Group gap="xs">
          <MayButton may={may} verb="accept" size="xs" miw="7rem" onClick={() => setAccepted(row)} hideReason>
            Lập đề tài…
          </MayButton>
          {may?.putAside?.allowed && (
            <Button
              size="xs"
              miw="7rem"
              variant="default"
              data-act="aside"
              onClick={({ currentTarget }) => {
                remember(currentTarget);
                putAside.reset();
                setLeaving(row);
              }}
            >
              Gác lại…
            </Button>
          )}
        </Group>
      ),
    },
  ];
  const asideColumns: Column<Aside>[] = [
    ...whatAndWhy("Vì sao gợi ý"),
    {
      key: "ly-do",
      header: "Vì sao gác lại",
      cell: ({ reason, decidedByName, decidedAt }) => (
        <>
          {reason}
          <Text size="xs" c="gray.7">
            {decidedByName}, <MomentText at={decidedAt} />
          </Text>
        </>
      ),
    },
    {
      key: "viec",
      header: "Việc",
      cell: (row) =>
        may?.takeUp?.allowed && (
          <Button
            size="xs"
            variant="default"
            data-act="take-up"
            loading={takeUp.isPending && takeUp.variables.key === row.key}
            onClick={({ currentTarget }) => {
              remember(currentTarget);
              takeUp.mutate({ ...causeOf(row), span });
            }}
          >
            Lấy lại
          </Button>
        ),
    },
  ];
  return (
    <Page
      title="Gợi ý đề tài"
      crumbs={[{ label: "Đề tài", to: "/de-tai" }]}
      lead="Mục và chủ đề của kế hoạch chưa có tin, bài trong kỳ, cũng chưa ai làm. Mỗi gợi ý thành một đề tài, hoặc được gác lại kèm lý do cho hết kỳ."
    >
      <Box>
        <Text size="sm" fw={500} id="ky-goi-y">
          Kỳ
        </Text>
        <SegmentedControl
          aria-labelledby="ky-goi-y"
          value={span}
          onChange={(ky) => setView({ ky })}
          data={[...spans]}
        />
        <Text size="xs" c="gray.7" mt={4} role="status">
          {list.data?.period &&
            `${list.data.period.label}, từ ngày ${formatDate(list.data.period.from)} đến ngày ${formatDate(list.data.period.to)}. `}
          {span !== "quarter" && "Chủ đề còn thiếu thì xem ở “Quý này”."}
        </Text>
      </Box>
      <Asked query={list}>
        {({ period, open, aside }) => (
          <Stack ref={lists}>
            <DataTable
              caption="Gợi ý đang chờ"
              rows={open}
              rowKey={nameOf}
              columns={columns}
              searchText={({ title, why }) => `${title} ${why}`}
              filters={[
                {
                  key: "tu",
                  label: "Gợi ý từ",
                  options: [...new Set(open.map(({ sourceLabel }) => sourceLabel))].map((label) => ({
                    value: label,
                    label,
                  })),
                  matches: ({ sourceLabel }, value) => sourceLabel === value,
                },
                {
                  key: "don-vi",
                  label: "Đơn vị",
                  options: [...new Set(open.flatMap(({ unitName }) => (unitName ? [unitName] : [])))].map(
                    (name) => ({ value: name, label: name }),
                  ),
                  matches: ({ unitName }, value) => unitName === value,
                },
              ]}
              empty={
                <EmptyState
                  title={period ? "Không có gợi ý nào" : "Chưa có kế hoạch của kỳ này"}
                  why={
                    period
                      ? `Mọi mục của kế hoạch đang thực hiện đều đã có tin, bài, minh chứng hoặc đề tài trong ${spanLabel.toLowerCase()}.`
                      : `Không có kế hoạch nào đang thực hiện cho ${spanLabel.toLowerCase()}. Kế hoạch của năm ấy được ban hành trên hệ thống thì gợi ý hiện ở đây.`
                  }
                />
              }
            />
            {aside.length > 0 && (
              <Section id="da-gac" title={`Đã gác lại trong kỳ này (${aside.length})`}>
                <Stack gap="sm">
                  <DataTable caption="Gợi ý đã gác lại" rows={aside} rowKey={nameOf} columns={asideColumns} />
                </Stack>
              </Section>
            )}
          </Stack>
        )}
      </Asked>
      {accepted && (
        <AcceptDialog
          suggestion={accepted}
          ownUnitId={ownUnitId}
          onClose={() => setAccepted(null)}
          onDone={(storyId) => {
            void queries.invalidateQueries({ queryKey: api.newsroom.suggestions.key() });
            go(`/de-tai/${storyId}`);
          }}
        />
      )}
      <Confirm
        opened={leaving !== null}
        onClose={() => setLeaving(null)}
        title="Gác gợi ý lại"
        verb="Gác lại"
        reasonLabel="Lý do"
        quickReasons={["Đã có ở kênh khác", "Chưa có gì mới để kể", "Để kỳ sau"]}
        pending={putAside.isPending}
        error={putAside.error}
        onConfirm={(reason) => leaving && putAside.mutate({ ...causeOf(leaving), span, reason })}
      >
        “{leaving?.title}” không được gợi ý nữa trong kỳ này, với mọi đơn vị. Xem lại và lấy lại được ở cuối
        trang này.
      </Confirm>
    </Page>
  );
}
