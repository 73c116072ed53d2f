import { Button, Group, SegmentedControl, Stack, Text, Title } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useId, useRef, useState } from "react";
import { today } from "#platform/clock/vietnam-time.ts";
import { Asked } from "#ui/loading.tsx";
import { api, type CalendarEntry } from "../api.ts";
import {
  dayInWords,
  daysOf,
  layoutLabels,
  layouts,
  spanInWords,
  stepped,
  stepWords,
} from "./calendar-days.ts";
import { ChosenEntry } from "./chosen-entry.tsx";
import { DayGrid, type DayParts } from "./day-grid.tsx";
import { DayList } from "./day-list.tsx";
import { cardId } from "./entry-card.tsx";
import { type EntryView, filterOf } from "./entry-view.ts";
import { dayOf } from "./entry-words.ts";
import { HeldStatus } from "./held-status.tsx";
import { useHeld } from "./use-held.ts";
import { useMoves } from "./use-moves.tsx";

/** By how many days an arrow carries a card. */
const carries: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/** The day in the address; today where none or no day stands there. */
function dayOfView(text: string): Temporal.PlainDate {
  try {
    return text === "" ? today() : Temporal.PlainDate.from(text);
  } catch {
    return today();
  }
}

/** What came out, is to come out or is to be ready, by days: month, week, day, or a list of days. */
export default function EntryCalendar({
  view,
  narrow,
}: {
  view: EntryView;
  narrow: (change: Partial<EntryView>) => void;
}) {
  const isPhone = useMediaQuery("(max-width: 639.98px)", undefined, { getInitialValueInEffect: false });
  const layout = layouts.find((name) => name === view.kieu) ?? (isPhone ? "danh-sach" : "thang");
  const around = dayOfView(view.ngay);
  const days = daysOf(layout, around);
  const span = { from: days[0]!.toString(), to: days.at(-1)!.toString() };
  const calendar = useQuery(
    api.newsroom.calendarEntries.queryOptions({
      input: { ...filterOf(view), ...span },
      placeholderData: (before) => before,
    }),
  );
  const moves = useMoves();
  const { held, said, letGo, onKeyDown } = useHeld({
    placeOf: (entry) => dayOf(entry)!,
    onward: (day, key) =>
      Temporal.PlainDate.from(day)
        .add({ days: carries[key] ?? 0 })
        .toString(),
    inWords: dayInWords,
    hinders: ({ move }) => move.what === null,
    refuse: moves.refuse,
    drop: moves.drop,
  });
  const [dragged, setDragged] = useState<CalendarEntry | null>(null);
  const hintId = useId();

  // A card that was moved is drawn anew on its new day; the focus goes with it.
  const focused = useRef<string | null>(null);
  const { dataUpdatedAt } = calendar;
  useEffect(() => {
    const id = focused.current;
    if (id === null || dataUpdatedAt === 0 || document.activeElement !== document.body) return;
    document.getElementById(cardId(id))?.focus();
  }, [dataUpdatedAt]);

  const entries = calendar.data?.entries ?? [];
  const chosen = entries.find(({ id }) => id === view.chon);
  const parts: DayParts = {
    byDay: Map.groupBy(entries, (entry) => dayOf(entry)!),
    daysOff: new Map(
      calendar.data?.daysOff.map(({ day, why }) => [day, dayInWords(day).startsWith(why) ? "" : why]),
    ),
    heldOver: held?.over ?? null,
    bands: calendar.data?.bands ?? [],
    chosenBand: view.dot,
    chooseBand: (dot) => narrow({ dot }),
    isDragging: dragged !== null,
    onDrop: (day) => {
      if (dragged) moves.drop(dragged, day);
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
      <Text size="sm" c="gray.7" id={hintId}>
        Chọn thẻ để xem và chuyển sang ngày khác
        {!isPhone && (
          <>
            ; hoặc kéo thẻ; hoặc bấm phím cách để nhấc, phím mũi tên để chọn ngày, Enter để thả, Esc để thôi
          </>
        )}
        . Theo giờ Việt Nam.
      </Text>
      <HeldStatus said={said} over={held && dayInWords(held.over)} />
      <Asked query={calendar}>
        {({ isCut }) => (
          <Stack gap="sm">
            {isCut && (
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
            ) : (
              <DayList days={days} every={layout === "ngay"} parts={parts} />
            )}
            {entries.length === 0 && (
              <Text size="sm">
                Không có tin, bài hay sản phẩm nào
                {layout === "ngay" ? " trong ngày này" : " trong những ngày này"}; bài có ngày khi được hẹn
                giờ hoặc là sản phẩm của một đề tài.
              </Text>
            )}
          </Stack>
        )}
      </Asked>
      {chosen && <ChosenEntry entry={chosen} moves={moves} onClose={() => narrow({ chon: "" })} />}
      {moves.dialog}
    </Stack>
  );
}
