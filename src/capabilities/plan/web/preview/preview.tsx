import { Alert, Button, Grid, Group, Paper, SegmentedControl, Stack, Text, Title } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useRef, useState } from "react";
import { formatDateTime } from "#platform/clock/vietnam-time.ts";
import { statusOf } from "#ui/api-error.ts";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { sayDoneWithUndo } from "#ui/undo.tsx";
import type { CorrectedTask, Correction } from "../../preview/correction.ts";
import { inOrder } from "../../reading/in-order.ts";
import type { Clause } from "../../reading/plan-reading.ts";
import { api, type ImportView } from "../api.ts";
import { ClauseDialog } from "./clause-dialog.tsx";
import type { ClauseAct } from "./clause-tools.tsx";
import { CompareWith } from "./compare-with.tsx";
import { ConfirmSection } from "./confirm-section.tsx";
import { HeaderSection } from "./header-section.tsx";
import { OutlinePane } from "./outline-pane.tsx";
import { ReadTaskDialog } from "./read-task-dialog.tsx";
import { showInPane } from "./rows.ts";
import { SourcePane } from "./source-pane.tsx";
import { TaskSection } from "./task-section.tsx";
import { printedAt, type Unsure, unsurePlaces } from "./unsure.ts";
import { UnsureList } from "./unsure-list.tsx";
import { useCorrections } from "./use-corrections.ts";
import { useHeader } from "./use-header.ts";

/** What is chosen: a clause, or a paragraph of the source that belongs to none. */
interface Chosen {
  clause: string | null;
  paragraph: number | null;
}

type Asked =
  | { kind: "clause"; clause: Clause; adding: boolean }
  | { kind: "task"; index: number | null; clause: string | null };

/** The reading beside the document's own words, corrected step by step; every step is kept at the server at once. */
export function Preview({ found }: { found: ImportView }) {
  const queries = useQueryClient();
  const corrections = useCorrections(found);
  const { reading, paragraphs } = found;
  const clauses = useMemo(() => inOrder(reading.clauses), [reading.clauses]);
  const unsure = useMemo(() => unsurePlaces(found), [found]);
  const [chosen, setChosen] = useState<Chosen>({ clause: null, paragraph: null });
  const latestChosen = useRef(chosen);
  latestChosen.current = chosen;
  const [asked, setAsked] = useState<Asked | null>(null);
  const [open, setOpen] = useState(false);
  const [side, setSide] = useState<"outline" | "source">("outline");
  const narrow = useMediaQuery("(max-width: 62em)") ?? false;
  const outline = useRef<HTMLDivElement>(null);
  const source = useRef<HTMLDivElement>(null);
  const page = useRef<HTMLDivElement>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the pane that has just been opened is scrolled too
  useEffect(() => {
    const { clause, paragraph } = chosen;
    const row =
      clause === null ? null : outline.current?.querySelector(`[data-clause="${CSS.escape(clause)}"]`);
    showInPane(outline.current, row as HTMLElement | null);
    const first = paragraph ?? (clause === null ? null : printedAt(found, clause));
    const printed = first === null ? null : source.current?.querySelector(`[data-paragraph="${first}"]`);
    showInPane(source.current, printed as HTMLElement | null);
  }, [chosen, side]);

  const send = (correction: Correction) => corrections.mutateAsync(correction);
  const header = useHeader(reading.header, (parts) =>
    corrections.mutateAsync((now) => ({ kind: "header", header: { ...now.reading.header, ...parts } })),
  );
  const quietly = (correction: Correction) => void send(correction).catch(() => undefined);
  const undo = () => send({ kind: "undo" });
  const settle = ({ index }: Unsure) => quietly({ kind: "settle-warning", index });
  const choose = (clause: string | null, paragraph: number | null = null) => setChosen({ clause, paragraph });

  const focusOn = (selector: string) => {
    const place = page.current?.querySelector<HTMLElement>(selector);
    place?.scrollIntoView({ block: "center" });
    (place?.querySelector<HTMLElement>("textarea, input") ?? place)?.focus({ preventScroll: true });
  };
  const act = ({ correction, step, done }: ClauseAct, at: number) => {
    const before = latestChosen.current;
    return void send(correction)
      .then((next) => {
        sayDoneWithUndo(done, undo);
        // Whoever went on to another row meanwhile stays there.
        if (latestChosen.current !== before) return;
        const path = inOrder(next.reading.clauses)[Math.max(0, at + step)]?.path ?? null;
        choose(path);
        if (path !== null) setTimeout(() => focusOn(`[data-clause="${CSS.escape(path)}"] [data-row]`));
      })
      .catch(() => undefined);
  };

  // What stands here is the newest before the warning goes: a correction sent in between would be refused again.
  const newest = useMutation({
    mutationFn: () =>
      queries.invalidateQueries({ queryKey: api.plan.getImport.key() }, { throwOnError: true }),
    onSuccess: corrections.reset,
  });
  const ask = (next: Asked) => {
    setAsked(next);
    setOpen(true);
  };
  const jump = ({ header: field, clause, tasks, paragraph }: Unsure) => {
    if (field) return focusOn(`[data-header="${field}"]`);
    if (clause === null && tasks[0] !== undefined) return focusOn(`[data-task="${tasks[0]}"]`);
    setSide(clause === null ? "source" : "outline");
    choose(clause, clause === null ? paragraph : null);
    setTimeout(() =>
      focusOn(
        clause === null
          ? `[data-paragraph="${paragraph}"] [data-row]`
          : `[data-clause="${CSS.escape(clause)}"] [data-row]`,
      ),
    );
  };
  const showTask = (index: number) => {
    const printed = paragraphs.find(({ tasks }) => tasks?.includes(index));
    const clause = reading.tasks[index]?.clause ?? null;
    setSide("source");
    choose(clause, printed?.index ?? null);
    setTimeout(() => source.current?.scrollIntoView({ block: "nearest" }));
  };
  const askedTask = asked?.kind === "task" && asked.index !== null ? reading.tasks[asked.index] : undefined;
  const submitTask = (index: number | null) => (task: CorrectedTask) =>
    send(index === null ? { kind: "add-task", task } : { kind: "edit-task", index, task });

  return (
    <Stack ref={page}>
      <CompareWith found={found} />
      <UnsureList unsure={unsure} onJump={jump} />
      <Group justify="space-between">
        <Text size="sm" role="status">
          {corrections.isPending
            ? "Đang lưu…"
            : found.correctedAt
              ? `Đã lưu ${formatDateTime(found.correctedAt)}. Mỗi chỗ sửa được lưu ngay.`
              : "Mỗi chỗ sửa được lưu ngay."}
        </Text>
        <Button
          size="xs"
          variant="default"
          disabled={!found.canUndo || corrections.isPending}
          onClick={() => quietly({ kind: "undo" })}
        >
          Hoàn tác lần sửa gần nhất
        </Button>
      </Group>
      <ErrorNotice error={corrections.error} />
      {statusOf(corrections.error) === 409 && (
        <Alert color="yellow" variant="light">
          <ErrorNotice error={newest.error} />
          <Button variant="default" loading={newest.isPending} onClick={() => newest.mutate()}>
            Tải bản mới nhất
          </Button>
        </Alert>
      )}
      <HeaderSection
        fields={header}
        citations={reading.citations}
        unsure={unsure}
        saving={corrections.isPending}
        onSettle={settle}
      />
      {narrow && (
        <SegmentedControl
          aria-label="Đang xem"
          value={side}
          onChange={(value) => setSide(value as typeof side)}
          data={[
            { value: "outline", label: `Các mục (${clauses.length})` },
            { value: "source", label: "Văn bản gốc" },
          ]}
        />
      )}
      <Grid>
        {(!narrow || side === "outline") && (
          <Grid.Col span={{ base: 12, md: 6 }}>
            <Paper withBorder p="xs" component="section" aria-labelledby="cac-muc">
              <Title order={2} size="h4" id="cac-muc" mb="xs" px="xs">
                Các mục đọc được ({clauses.length})
              </Title>
              <OutlinePane
                clauses={reading.clauses}
                unsure={unsure}
                selected={chosen.clause}
                pane={outline}
                onSelect={choose}
                onSettle={settle}
                onAct={act}
                onEdit={(clause, adding) => ask({ kind: "clause", clause, adding })}
                onAddTask={({ path }) => ask({ kind: "task", index: null, clause: path })}
                onShowSource={narrow ? () => setSide("source") : null}
              />
            </Paper>
          </Grid.Col>
        )}
        {(!narrow || side === "source") && (
          <Grid.Col span={{ base: 12, md: 6 }}>
            <Paper withBorder p="xs" component="section" aria-labelledby="van-ban-goc">
              <Title order={2} size="h4" id="van-ban-goc" mb="xs" px="xs">
                Văn bản gốc: {found.fileName}
              </Title>
              <SourcePane
                paragraphs={paragraphs}
                selected={chosen.clause}
                shown={chosen.paragraph ?? (chosen.clause === null ? null : printedAt(found, chosen.clause))}
                pane={source}
                onSelect={({ index, clausePath }) => choose(clausePath, clausePath === null ? index : null)}
              />
            </Paper>
          </Grid.Col>
        )}
      </Grid>
      <TaskSection
        tasks={reading.tasks}
        unsure={unsure}
        onEdit={(index) => ask({ kind: "task", index, clause: null })}
        onAdd={() => ask({ kind: "task", index: null, clause: chosen.clause })}
        onRemove={(index) =>
          void send({ kind: "remove-task", index })
            .then(() => sayDoneWithUndo("Đã bỏ nhiệm vụ.", undo))
            .catch(() => undefined)
        }
        onShow={showTask}
        onSettle={settle}
      />
      <ConfirmSection
        found={found}
        unsent={header.hasUnsent && !corrections.isPending}
        whenKept={corrections.whenKept}
      />
      {asked?.kind === "clause" && (
        <ClauseDialog
          key={`${asked.clause.path} ${asked.adding}`}
          clause={asked.clause}
          adding={asked.adding}
          opened={open}
          onClose={() => setOpen(false)}
          submit={({ label, title, text }) => {
            const words = { label, title: title || null, text };
            const { path } = asked.clause;
            return send(
              asked.adding
                ? { kind: "add-clause", after: path, ...words }
                : { kind: "edit-clause", path, ...words },
            );
          }}
        />
      )}
      {asked?.kind === "task" && (
        <ReadTaskDialog
          key={`${asked.index} ${asked.clause}`}
          clauses={clauses}
          task={askedTask ?? { clause: asked.clause, isNew: true }}
          opened={open}
          onClose={() => setOpen(false)}
          submit={submitTask(asked.index)}
        />
      )}
    </Stack>
  );
}
