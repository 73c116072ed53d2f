import { Button, Group, Stack, Table, Text, Title } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { formatDate, startOfDay, today, toVietnamDate } from "#platform/clock/vietnam-time.ts";
import { Asked } from "#ui/loading.tsx";
import { LinkText } from "#ui/navigation.tsx";
import { type EventKind, type EventState, eventStates, timeInWords } from "../contract.ts";
import { api, type EventRow } from "./api.ts";

const weekdays = ["Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật"];

function Shown({ one }: { one: EventRow }) {
  return (
    <Text size="sm" lh={1.35}>
      {one.state !== "announced" && one.state !== "held" && `${eventStates[one.state]}: `}
      <LinkText to={"/su-kien/$id" as never} params={{ id: one.id } as never} underline="always">
        {one.title}
      </LinkText>
    </Text>
  );
}

/** Days on which it takes place. */
const fallsOn = (one: EventRow, day: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(toVietnamDate(one.startsAt), day) <= 0 &&
  Temporal.PlainDate.compare(toVietnamDate(one.endsAt), day) >= 0;

/** A month as a table of weeks; on a narrow screen as a list of its days. */
export function Month({
  month,
  onMonth,
  filter,
}: {
  /** "2026-12"; "": this one. */
  month: string;
  onMonth: (month: string) => void;
  filter: { kind?: EventKind; state?: EventState; unitId?: string; q?: string };
}) {
  const isWide = useMediaQuery("(min-width: 62em)", true, { getInitialValueInEffect: false });
  const first = /^\d{4}-(0[1-9]|1[0-2])$/.test(month)
    ? Temporal.PlainDate.from(`${month}-01`)
    : today().with({ day: 1 });
  const next = first.add({ months: 1 });
  const list = useQuery(
    api.events.list.queryOptions({
      input: {
        ...filter,
        when: "month",
        from: startOfDay(first.toString()).toISOString(),
        to: startOfDay(next.toString()).toISOString(),
      },
      placeholderData: (before) => before,
    }),
  );
  const go = (months: number) => onMonth(first.add({ months }).toString().slice(0, 7));
  const name = `Tháng ${first.month}, ${first.year}`;
  return (
    <Stack>
      <Group justify="space-between" gap="xs">
        <Title order={2} size="h4" aria-live="polite">
          {name}
        </Title>
        <Group gap="xs">
          <Button variant="default" onClick={() => go(-1)}>
            Tháng trước
          </Button>
          <Button variant="default" onClick={() => onMonth("")}>
            Tháng này
          </Button>
          <Button variant="default" onClick={() => go(1)}>
            Tháng sau
          </Button>
        </Group>
      </Group>
      <Asked query={list}>
        {({ events }) =>
          isWide ? (
            <Weeks first={first} events={events} name={name} />
          ) : (
            <Stack gap="sm">
              {events.length === 0 && <Text>Tháng này chưa có sự kiện nào.</Text>}
              {events.map((one) => (
                <div key={one.id}>
                  <Shown one={one} />
                  <Text size="sm" c="gray.7">
                    {timeInWords(one)} · {one.place || "chưa có địa điểm"}
                  </Text>
                </div>
              ))}
            </Stack>
          )
        }
      </Asked>
    </Stack>
  );
}

function Weeks({ first, events, name }: { first: Temporal.PlainDate; events: EventRow[]; name: string }) {
  const begin = first.subtract({ days: first.dayOfWeek - 1 });
  const weeks = Math.ceil((first.dayOfWeek - 1 + first.daysInMonth) / 7);
  const now = today();
  return (
    <Table withTableBorder withColumnBorders layout="fixed" verticalSpacing="xs">
      <Table.Caption>{`Sự kiện trong ${name.toLowerCase()}, giờ Việt Nam`}</Table.Caption>
      <Table.Thead>
        <Table.Tr>
          {weekdays.map((day) => (
            <Table.Th key={day} scope="col">
              {day}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {Array.from({ length: weeks }, (_, week) => (
          <Table.Tr key={begin.add({ days: week * 7 }).toString()}>
            {Array.from({ length: 7 }, (__, at) => {
              const day = begin.add({ days: week * 7 + at });
              const own = day.month === first.month ? events.filter((one) => fallsOn(one, day)) : [];
              return (
                <Table.Td key={day.toString()} style={{ verticalAlign: "top", height: "5.5rem" }}>
                  {day.month === first.month && (
                    <Text size="sm" fw={day.equals(now) ? 700 : 400} c="gray.7">
                      <time dateTime={day.toString()}>
                        <span className="only-read-aloud">{formatDate(day)}</span>
                        <span aria-hidden>{day.day}</span>
                      </time>
                      {day.equals(now) && " · hôm nay"}
                    </Text>
                  )}
                  <Stack gap={4}>
                    {own.map((one) => (
                      <Shown key={one.id} one={one} />
                    ))}
                  </Stack>
                </Table.Td>
              );
            })}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
