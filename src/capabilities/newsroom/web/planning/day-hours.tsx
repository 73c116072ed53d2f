import { formatDate } from "#platform/clock/vietnam-time.ts";
import { BandButton } from "./band-button.tsx";
import classes from "./calendar.module.css";
import { type DayParts, useDropTarget } from "./day-grid.tsx";
import { DayCard } from "./entry-card.tsx";
import { hourOf } from "./entry-words.ts";

/** Hours that are drawn though nothing stands in them. */
const [FIRST, LAST] = [5, 22];

const two = (hour: number) => String(hour).padStart(2, "0");

/** One day by its hours; a card goes to another hour as it goes to another day. */
export function DayHours({ date, parts }: { date: Temporal.PlainDate; parts: DayParts }) {
  const { byDay, daysOff, heldOver, acts, bands } = parts;
  const target = useDropTarget(parts);
  const day = date.toString();
  const byHour = Map.groupBy(byDay.get(day) ?? [], ({ at }) => Number(hourOf(at!).slice(0, 2)));
  const hours = Array.from({ length: 24 }, (_, hour) => hour).filter(
    (hour) => (FIRST <= hour && hour <= LAST) || byHour.has(hour) || heldOver === `${day}T${two(hour)}`,
  );
  const off = daysOff.get(day);
  return (
    <div>
      {bands.map((band) => (
        <BandButton key={band.id} band={band} parts={parts} />
      ))}
      {off && <span className={classes.off}>{off}</span>}
      <table className={classes.hours}>
        <caption className="only-read-aloud">Ngày {formatDate(day)}, theo giờ</caption>
        <tbody>
          {hours.map((hour) => {
            const place = `${day}T${two(hour)}`;
            return (
              <tr
                key={hour}
                data-target={place === heldOver || place === target.over || undefined}
                {...target.props(place)}
              >
                <th scope="row" className={classes.hour}>
                  {two(hour)}:00
                </th>
                <td className={classes.slot}>
                  {byHour.has(hour) && (
                    <ul className={classes.cards}>
                      {byHour.get(hour)!.map((card) => (
                        <li key={card.id}>
                          <DayCard card={card} acts={acts} wide />
                        </li>
                      ))}
                    </ul>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
