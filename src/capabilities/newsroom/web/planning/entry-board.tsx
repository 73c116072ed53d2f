import { Button, Stack, Text, Title, UnstyledButton } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type DragEvent, useId, useState } from "react";
import { formatDateTime } from "#platform/clock/vietnam-time.ts";
import { Asked } from "#ui/loading.tsx";
import { useGo } from "#ui/navigation.tsx";
import { sayDone, sayDoneWithUndo, sayFailed } from "#ui/undo.tsx";
import { boardStates, plannedStateLabels } from "../../contract.ts";
import { api, type Entry } from "../api.ts";
import { PublishDialog } from "../publish-dialog.tsx";
import { LimitedMark } from "../readers/limited-mark.tsx";
import { nextOf, stepTo } from "./board-steps.ts";
import classes from "./calendar.module.css";
import { ChosenEntry } from "./chosen-entry.tsx";
import { cardId } from "./entry-card.tsx";
import { type EntryView, filterOf } from "./entry-view.ts";
import { dayOf, hindrances, meanings, titleOf } from "./entry-words.ts";
import { HeldStatus } from "./held-status.tsx";
import { KindIcon } from "./kind-icon.tsx";
import { sayRefused } from "./say-refused.ts";
import { useHeld } from "./use-held.ts";
import { useMoves } from "./use-moves.tsx";

type Column = Awaited<ReturnType<typeof api.newsroom.boardEntries.call>>["columns"][number];
type State = Column["state"];

/** Verbs of the steps that a chosen card offers. */
const verbs: Partial<Record<State, string>> = {
  draft: "Bắt đầu viết",
  submitted: "Mở bài để gửi duyệt",
  approved: "Mở bài để duyệt",
  scheduled: "Hẹn giờ đăng…",
};

/** What is planned by where it stands. A card goes into another column only by the step that leads there. */
export default function EntryBoard({
  view,
  narrow,
}: {
  view: EntryView;
  narrow: (change: Partial<EntryView>) => void;
}) {
  const go = useGo();
  const queries = useQueryClient();
  const board = useQuery(
    api.newsroom.boardEntries.queryOptions({
      input: filterOf(view),
      placeholderData: (before) => before,
    }),
  );
  const moves = useMoves();
  const hintId = useId();
  const [dragged, setDragged] = useState<Entry | null>(null);
  const [over, setOver] = useState<State | null>(null);
  const [publishing, setPublishing] = useState<Entry | null>(null);
  const refresh = () => queries.invalidateQueries({ queryKey: api.newsroom.key() });
  const act = useMutation({
    mutationFn: async ({ entry, verb }: { entry: Entry; verb: "start" | "recall" | "takeBack" }) => {
      const { id } = entry;
      if (verb === "start") {
        const { itemId } = await api.newsroom.startDeliverable.call({ id: entry.deliverable!.id });
        go(`/noi-dung/${itemId}`);
        return;
      }
      if (verb === "recall") {
        await api.newsroom.recall.call({ id });
        sayDone(`Đã rút lại “${titleOf(entry)}” để sửa.`);
        return;
      }
      const at = entry.item!.scheduledAt;
      await api.newsroom.takeBack.call({ id });
      sayDoneWithUndo("Đã bỏ giờ đăng; lượt duyệt vẫn giữ.", async () => {
        await api.newsroom.schedule.call({ id, at });
        await refresh();
      });
    },
    onSuccess: () => void refresh(),
    onError: (error) => {
      sayFailed(error);
      void refresh();
    },
  });
  const schedule = useMutation({
    mutationFn: ({ entry, at }: { entry: Entry; at: string | null }) =>
      api.newsroom.schedule.call({ id: entry.id, at }),
    onSuccess: ({ scheduledAt }, { entry: { id } }) => {
      setPublishing(null);
      void refresh();
      sayDoneWithUndo(`Sẽ đăng lúc ${formatDateTime(scheduledAt!)}.`, async () => {
        await api.newsroom.takeBack.call({ id });
        await refresh();
      });
    },
  });
  const drop = (entry: Entry, to: State) => {
    if (to === entry.state) return;
    const step = stepTo(entry, to);
    if (step.act === "refuse") return sayRefused(step.why);
    if (step.act === "open") return go(step.address);
    if (step.act === "schedule") {
      schedule.reset();
      return setPublishing(entry);
    }
    act.mutate({ entry, verb: step.act });
  };
  const shownStates = boardStates.filter((state) => !view["trang-thai"] || state === view["trang-thai"]);
  const inWords = (state: string) => `cột “${plannedStateLabels[state as State]}”`;
  const { held, said, letGo, onKeyDown } = useHeld<Entry>({
    placeOf: ({ state }) => state,
    onward: (from, key) => {
      const by = key === "ArrowLeft" ? -1 : key === "ArrowRight" ? 1 : 0;
      return by === 0 ? null : (shownStates[shownStates.indexOf(from as State) + by] ?? null);
    },
    inWords,
    hinders: () => false,
    refuse: () => undefined,
    drop: (entry, to) => drop(entry, to as State),
  });
  const chosen = board.data?.columns.flatMap(({ entries }) => entries).find(({ id }) => id === view.chon);
  const next = chosen && nextOf(chosen.state);
  const nextStep = chosen && next ? stepTo(chosen, next) : null;

  const card = (entry: Entry) => {
    const isHeld = held?.id === entry.id;
    return (
      <UnstyledButton
        id={cardId(entry.id)}
        className={classes.card}
        data-held={isHeld || undefined}
        aria-current={view.chon === entry.id || undefined}
        aria-describedby={hintId}
        draggable
        onDragStart={(event) => {
          event.dataTransfer.setData("text/plain", titleOf(entry));
          setDragged(entry);
        }}
        onDragEnd={() => setDragged(null)}
        onClick={() =>
          narrow({
            chon: view.chon === entry.id ? "" : entry.id,
            // The calendar opens where the chosen card stands.
            ngay: dayOf(entry) ?? view.ngay,
          })
        }
        onKeyDown={(event) => onKeyDown(event, entry)}
        onKeyUp={(event) => event.key === " " && event.preventDefault()}
        onBlur={() => isHeld && letGo()}
      >
        <span className={classes.when}>
          <KindIcon kind={entry.kind} /> {entry.kindLabel} · {entry.channelLabel}
        </span>
        <span className={classes.title} data-wide>
          {titleOf(entry)}
        </span>
        {entry.item?.limited && (
          <span className={classes.facts}>
            <LimitedMark />
          </span>
        )}
        <span className={classes.facts}>
          {entry.unitName} · {entry.personName ?? "chưa giao người"}
        </span>
        {entry.at && entry.means && (
          <span className={classes.facts}>
            {meanings[entry.means]} {formatDateTime(entry.at)}
          </span>
        )}
        {hindrances(entry).map((why) => (
          <span key={why} className={classes.clash}>
            <IconAlertTriangle size={13} aria-hidden /> {why}
          </span>
        ))}
        {isHeld && <strong>Đang nhấc</strong>}
      </UnstyledButton>
    );
  };

  return (
    <Stack gap="sm">
      <Text size="sm" c="gray.7" id={hintId}>
        Chọn thẻ để xem bước kế tiếp; hoặc kéo thẻ sang cột; hoặc bấm phím cách để nhấc, phím mũi tên để chọn
        cột, Enter để thả, Esc để thôi.
      </Text>
      <HeldStatus said={said} over={held && inWords(held.over)} />
      <Asked query={board}>
        {({ columns }) => (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways is reached by keyboard
          <section className={classes.board} aria-label="Tin, bài theo trạng thái" tabIndex={0}>
            {columns.map(({ state, entries, isMore }) => (
              <section
                key={state}
                className={classes.column}
                aria-labelledby={`cot-${state}`}
                data-target={(dragged !== null && over === state) || held?.over === state || undefined}
                onDragOver={(event: DragEvent) => {
                  if (!dragged) return;
                  event.preventDefault();
                  setOver(state);
                }}
                onDrop={(event: DragEvent) => {
                  event.preventDefault();
                  setOver(null);
                  if (dragged) drop(dragged, state);
                  setDragged(null);
                }}
              >
                <Title order={2} size="h6" id={`cot-${state}`}>
                  {plannedStateLabels[state]} · {entries.length}
                  {isMore && "+"}
                </Title>
                {entries.length === 0 ? (
                  <Text size="xs" c="gray.7">
                    Chưa có gì.
                  </Text>
                ) : (
                  <ul className={classes.cards}>
                    {entries.map((entry) => (
                      <li key={entry.id}>{card(entry)}</li>
                    ))}
                  </ul>
                )}
                {isMore && (
                  <UnstyledButton
                    className={classes.more}
                    onClick={() => narrow({ xem: "", "trang-thai": state })}
                  >
                    Xem hết trong bảng
                  </UnstyledButton>
                )}
              </section>
            ))}
          </section>
        )}
      </Asked>
      {chosen && (
        <ChosenEntry entry={chosen} moves={moves} onClose={() => narrow({ chon: "" })}>
          {next && nextStep?.act === "refuse" && (
            <Text size="xs" c="gray.7">
              Bước kế tiếp, “{plannedStateLabels[next]}”: {nextStep.why}
            </Text>
          )}
          {next && nextStep && nextStep.act !== "refuse" && (
            <Button size="xs" loading={act.isPending} onClick={() => drop(chosen, next)}>
              {verbs[next]}
            </Button>
          )}
        </ChosenEntry>
      )}
      <PublishDialog
        key={publishing?.id}
        opened={publishing !== null}
        onClose={() => setPublishing(null)}
        onPublish={(at) => publishing && schedule.mutate({ entry: publishing, at })}
        pending={schedule.isPending}
        error={schedule.error}
      />
      {moves.dialog}
    </Stack>
  );
}
