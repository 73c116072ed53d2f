import { UnstyledButton } from "@mantine/core";
import { type DragEvent, Fragment, useState } from "react";
import { today } from "#platform/clock/vietnam-time.ts";
import { type Band, BandButton } from "./band-button.tsx";
import classes from "./calendar.module.css";
import { dayInWords, weekdayHeads } from "./calendar-days.ts";
import { type CalendarCard, type CardActs, DayCard } from "./entry-card.tsx";

export interface DayParts {
  byDay: Map<string, CalendarCard[]>;
  /** Why nobody works on a day; "": it is a weekend. */
  daysOff: Map<string, string>;
  /** The day, or the hour of one, over which something is held by keyboard. */
  heldOver: string | null;
  acts: CardActs;
  bands: Band[];
  /** Shows what belongs to a campaign or an event alone; chosen again, everything. */
  chooseBand: (id: string) => void;
  chosenBand: string;
  onDrop: (place: string) => void;
  /** Whether something is being dragged by hand. */
  isDragging: boolean;
  openDay: (day: string) => void;
}

/** So many stand in a day of a month; the others are behind "Còn …". */
const SHOWN_IN_MONTH = 4;

/** Takes what is dragged onto a day. */
export function useDropTarget({ isDragging, onDrop }: Pick<DayParts, "isDragging" | "onDrop">) {
  const [over, setOver] = useState<string | null>(null);
  return {
    over: isDragging ? over : null,
    props: (day: string) => ({
      onDragOver: (event: DragEvent) => {
        if (!isDragging) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = "move";
        setOver(day);
      },
      onDrop: (event: DragEvent) => {
        event.preventDefault();
        setOver(null);
        onDrop(day);
      },
    }),
  };
}

/** Campaigns and events over the days of a week on which they are, a row each. */
function BandRows({ week, parts }: { week: Temporal.PlainDate[]; parts: DayParts }) {
  const [first, last] = [week[0]!.toString(), week.at(-1)!.toString()];
  return parts.bands
    .filter(({ fromDay, toDay }) => fromDay <= last && toDay >= first)
    .map((band) => {
      const on = week.filter((day) => band.fromDay <= day.toString() && day.toString() <= band.toDay);
      const before = on[0]!.dayOfWeek - 1;
      const after = 7 - before - on.length;
      return (
        <tr key={band.id} className={classes.bands}>
          {before > 0 && <td colSpan={before} />}
          <td colSpan={on.length}>
            <BandButton band={band} parts={parts} />
          </td>
          {after > 0 && <td colSpan={after} />}
        </tr>
      );
    });
}

/** Weeks as rows of a table, days as cells; a month (`month`: its number) or one week (null). */
export function DayGrid({
  caption,
  days,
  month,
  parts,
}: {
  caption: string;
  days: Temporal.PlainDate[];
  month: number | null;
  parts: DayParts;
}) {
  const { byDay, daysOff, heldOver, acts, openDay } = parts;
  const target = useDropTarget(parts);
  const now = today().toString();
  const weeks = Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways is reached by keyboard
    <section className={classes.scroll} aria-label={caption} tabIndex={0}>
      <table className={classes.grid}>
        <caption className="only-read-aloud">{caption}</caption>
        <thead>
          <tr>
            {weekdayHeads.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <Fragment key={week[0]!.toString()}>
              <BandRows week={week} parts={parts} />
              <tr>
                {week.map((date) => {
                  const day = date.toString();
                  const its = byDay.get(day) ?? [];
                  const shown = month === null ? its : its.slice(0, SHOWN_IN_MONTH);
                  const off = daysOff.get(day);
                  return (
                    <td
                      key={day}
                      data-outside={(month !== null && date.month !== month) || undefined}
                      data-today={day === now || undefined}
                      data-off={off !== undefined || undefined}
                      data-target={day === heldOver || day === target.over || undefined}
                      {...target.props(day)}
                    >
                      <UnstyledButton className={classes.day} onClick={() => openDay(day)}>
                        {date.day === 1 || month === null ? `${date.day}/${date.month}` : date.day}
                        <span className="only-read-aloud">
                          , {dayInWords(date)}, {its.length} mục, xem riêng ngày này
                        </span>
                        {day === now && <span className={classes.now}>Hôm nay</span>}
                      </UnstyledButton>
                      {off && <span className={classes.off}>{off}</span>}
                      {shown.length > 0 && (
                        <ul className={classes.cards}>
                          {shown.map((card) => (
                            <li key={card.id}>
                              <DayCard card={card} acts={acts} />
                            </li>
                          ))}
                        </ul>
                      )}
                      {its.length > shown.length && (
                        <UnstyledButton className={classes.more} onClick={() => openDay(day)}>
                          Còn {its.length - shown.length} mục nữa
                        </UnstyledButton>
                      )}
                    </td>
                  );
                })}
              </tr>
            </Fragment>
          ))}
        </tbody>
      </table>
    </section>
  );
}
