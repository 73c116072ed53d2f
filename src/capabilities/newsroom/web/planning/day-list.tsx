import { Stack, Text, Title } from "@mantine/core";
import { formatDate, today } from "#platform/clock/vietnam-time.ts";
import { BandButton } from "./band-button.tsx";
import classes from "./calendar.module.css";
import { dayInWords } from "./calendar-days.ts";
import { type DayParts, useDropTarget } from "./day-grid.tsx";
import { DayCard } from "./entry-card.tsx";

const capitalised = (words: string) => words.charAt(0).toLocaleUpperCase("vi") + words.slice(1);

/** Days on which something stands, one below the other. */
export function DayList({ days, parts }: { days: Temporal.PlainDate[]; parts: DayParts }) {
  const { byDay, daysOff, heldOver, acts } = parts;
  const target = useDropTarget(parts);
  const now = today().toString();
  const shown = days
    .map((date) => date.toString())
    .filter((day) => byDay.has(day) || day === heldOver || day === now);
  return (
    <Stack gap="md">
      {parts.bands.length > 0 && (
        <ul className={classes.cards} aria-label="Đợt cao điểm, sự kiện">
          {parts.bands.map((band) => (
            <li key={band.id}>
              <BandButton band={band} parts={parts} />
              <Text span size="xs" c="gray.7">
                {" "}
                {formatDate(band.fromDay)} đến {formatDate(band.toDay)}
              </Text>
            </li>
          ))}
        </ul>
      )}
      {shown.map((day) => {
        const its = byDay.get(day) ?? [];
        const off = daysOff.get(day);
        return (
          <section
            key={day}
            className={classes.listed}
            aria-labelledby={`ngay-${day}`}
            data-target={day === heldOver || day === target.over || undefined}
            {...target.props(day)}
          >
            <Title order={2} size="h5" id={`ngay-${day}`}>
              {capitalised(dayInWords(day))}
              {day === now && " · hôm nay"}
              {off && ` · ${off}`}
            </Title>
            {its.length === 0 ? (
              <Text size="sm" c="gray.7">
                Chưa có gì.
              </Text>
            ) : (
              <ul className={classes.cards}>
                {its.map((card) => (
                  <li key={card.id}>
                    <DayCard card={card} acts={acts} wide />
                  </li>
                ))}
              </ul>
            )}
          </section>
        );
      })}
    </Stack>
  );
}
