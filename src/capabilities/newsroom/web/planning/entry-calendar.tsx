import { Button, Group, SegmentedControl, Stack, Text, Title } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useId, useRef, useState } from "react";
import { today } from "#platform/clock/vietnam-time.ts";
import { Asked } from "#ui/loading.tsx";
import { api } from "../api.ts";
import { type CalendarExtras, slots } from "../slots.ts";
import {
  carried,
  dayInWords,
  daysOf,
  type Layout,
  layoutLabels,
  layouts,
  placeInWords,
  spanInWords,
  stepped,
  stepWords,
} from "./calendar-days.ts";
import { ChosenEntry } from "./chosen-entry.tsx";
import { ChosenExtra } from "./chosen-extra.tsx";
import { DayGrid, type DayParts } from "./day-grid.tsx";
import { DayHours } from "./day-hours.tsx";
import { DayList } from "./day-list.tsx";
import { type CalendarCard, cardId, isExtra } from "./entry-card.tsx";
import { type EntryView, filterOf } from "./entry-view.ts";
import { dayOf, hourOf } from "./entry-words.ts";
import { HeldStatus } from "./held-status.tsx";
import { useHeld } from "./use-held.ts";
import { useMoves } from "./use-moves.tsx";

interface Look {
  view: EntryView;
  narrow: (change: Partial<EntryView>) => void;
}

/** The day in the address; today where none or no day stands there. */
function dayOfView(text: string): Temporal.PlainDate {
  try {
    return text === "" ? today() : Temporal.PlainDate.from(text);
  } catch {
    return today();
  }
}

/** What came out, is to come out or is to be ready, by days: month, week, day, or a list of days. */
export default function EntryCalendar(look: Look) {
  const { view, narrow } = look;
  const isPhone = useMediaQuery("(max-width: 639.98px)", undefined, { getInitialValueInEffect: false });
  const layout = layouts.find((name) => name === view.kieu) ?? (isPhone ? "danh-sach" : "thang");
  const around = dayOfView(view.ngay);
  const days = daysOf(layout, around);
  const span = { from: days[0]!.toString(), to: days.at(-1)!.toString() };
  const shown = { ...look, isPhone, layout, around, days, span };
  const Extras = slots.calendarExtras;
  if (!Extras) return <Calendar {...shown} extras={noExtras} />;
  return (
    <Extras
      span={span}
      filter={filterOf(view)}
      shown={view["luot-dang"]}
      show={(kept) => narrow({ "luot-dang": kept })}
    >
      {(extras) => <Calendar {...shown} extras={extras} />}
    </Extras>
  );
}

const noExtras: CalendarExtras = {
  extras: [],
  isCut: false,
  drop: () => {},
  refuse: () => {},
  acts: () => null,
  filter: null,
  dialog: null,
};

function Calendar({
  view,
  narrow,
  isPhone,
  layout,
  around,
  days,
  span,
  extras,
}: Look & {
  isPhone: boolean | undefined;
  layout: Layout;
  around: Temporal.PlainDate;
  days: Temporal.PlainDate[];
  span: { from: string; to: string };
  extras: CalendarExtras;
}) {
  const calendar = useQuery(
    api.newsroom.calendarEntries.queryOptions({
      input: { ...filterOf(view), ...span },
      placeholderData: (before) => before,
    }),
  );
  const moves = useMoves();
  const byHours = layout === "ngay";
  const drop = (card: CalendarCard, place: string) =>
    isExtra(card) ? extras.drop(card, place) : moves.drop(card, place);
  const { held, said, letGo, onKeyDown } = useHeld<CalendarCard>({
    placeOf: (card) => (byHours ? `${dayOf(card)}T${hourOf(card.at!).slice(0, 2)}` : dayOf(card)!),
    onward: carried,
    inWords: placeInWords,
    hinders: (card) => (isExtra(card) ? card.hindrance !== null : card.move.what === null),
    refuse: (card) => (isExtra(card) ? extras.refuse(card) : moves.refuse(card)),
    drop,
  });
  const [dragged, setDragged] = useState<CalendarCard | null>(null);
  const hintId = useId();

  // A card that was moved is drawn anew on its new day; the focus goes with it.
  const focused = useRef<string | null>(null);
  const { dataUpdatedAt } = calendar;
  const extraMoments = extras.extras.map(({ at }) => at).join();
  useEffect(() => {
    const id = focused.current;
    if (
      id === null ||
      (dataUpdatedAt === 0 && extraMoments === "") ||
      document.activeElement !== document.body
    )
      return;
    document.getElementById(cardId(id))?.focus();
  }, [dataUpdatedAt, extraMoments]);

  const entries = calendar.data?.entries ?? [];
  const cards: CalendarCard[] = [...entries, ...extras.extras].toSorted(
    (one, other) => Date.parse(one.at!) - Date.parse(other.at!),
  );
  const chosen = cards.find(({ id }) => id === view.chon);
  const parts: DayParts = {
    byDay: Map.groupBy(cards, (card) => dayOf(card)!),
    daysOff: new Map(
      calendar.data?.daysOff.map(({ day, why }) => [day, dayInWords(day).startsWith(why) ? "" : why]),
    ),
    heldOver: held?.over ?? null,
    bands: calendar.data?.bands ?? [],
    chosenBand: view.dot,
    chooseBand: (dot) => narrow({ dot }),
    isDragging: dragged !== null,
    onDrop: (place) => {
      if (dragged) drop(dragged, place);
      setDragged(null);
    },
    openDay: (day) => narrow({ kieu: "ngay", ngay: day }),
    acts: {
      chosenId: view.chon,
      choose: ({ id }) => narrow({ chon: id === view.chon ? "" : id }),
      heldId: held?.id ?? null,
      hintId,
      onKeyDown: (event, entry) => {
        focused.current = entry.id;
        onKeyDown(event, entry);
      },
      onBlur: letGo,
      onDragStart: setDragged,
      onDragEnd: () => setDragged(null),
    },
  };
  const go = (day: Temporal.PlainDate) => narrow({ ngay: day.equals(today()) ? "" : day.toString() });
  const [before, after] = stepWords[layout];
  const title = spanInWords(layout, around);
  return (
    <Stack gap="sm">
      <Group justify="space-between" gap="sm">
        <Group gap="xs">
          <Button
            variant="default"
            px="xs"
            aria-label={before}
            title={before}
            onClick={() => go(stepped(layout, around, -1))}
          >
            <IconChevronLeft size={18} aria-hidden />
          </Button>
          <Button variant="default" onClick={() => narrow({ ngay: "" })}>
            Hôm nay
          </Button>
          <Button
            variant="default"
            px="xs"
            aria-label={after}
            title={after}
            onClick={() => go(stepped(layout, around, 1))}
          >
            <IconChevronRight size={18} aria-hidden />
          </Button>
          <Title order={2} size="h4" aria-live="polite">
            {title}
          </Title>
        </Group>
        <SegmentedControl
          aria-label="Kiểu lịch"
          value={layout}
          onChange={(kieu) => narrow({ kieu })}
          data={layouts.map((value) => ({ value, label: layoutLabels[value] }))}
        />
      </Group>
      {extras.filter}
      <Text size="sm" c="gray.7" id={hintId}>
        Chọn thẻ để xem và chuyển sang ngày khác
        {!isPhone && (
          <>
            ; hoặc kéo thẻ; hoặc bấm phím cách để nhấc, phím mũi tên để chọn {byHours ? "giờ" : "ngày"}, Enter
            để thả, Esc để thôi
          </>
        )}
        . Theo giờ Việt Nam.
      </Text>
      <HeldStatus said={said} over={held && placeInWords(held.over)} />
      <Asked query={calendar}>
        {({ isCut }) => (
          <Stack gap="sm">
            {(isCut || extras.isCut) && (
              <Text size="sm" c="gray.9" fw={600}>
                Có quá nhiều mục nên lịch không hiện hết; hãy lọc bớt hoặc xem theo tuần, theo ngày.
              </Text>
            )}
            {layout === "thang" || layout === "tuan" ? (
              <DayGrid
                caption={`Lịch tin, bài: ${title}`}
                days={days}
                month={layout === "thang" ? around.month : null}
                parts={parts}
              />
            ) : byHours ? (
              <DayHours date={around} parts={parts} />
            ) : (
              <DayList days={days} parts={parts} />
            )}
            {cards.length === 0 && (
              <Text size="sm">
                Không có tin, bài hay sản phẩm nào
                {layout === "ngay" ? " trong ngày này" : " trong những ngày này"}; bài có ngày khi được hẹn
                giờ hoặc là sản phẩm của một đề tài.
              </Text>
            )}
          </Stack>
        )}
      </Asked>
      {chosen &&
        (isExtra(chosen) ? (
          <ChosenExtra extra={chosen} onClose={() => narrow({ chon: "" })}>
            {extras.acts(chosen)}
          </ChosenExtra>
        ) : (
          <ChosenEntry entry={chosen} moves={moves} onClose={() => narrow({ chon: "" })} />
        ))}
      {moves.dialog}
      {extras.dialog}
    </Stack>
  );
}
