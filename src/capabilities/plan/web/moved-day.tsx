import { Text } from "@mantine/core";
import { formatDate } from "#platform/clock/vietnam-time.ts";

/** That a task's day was moved, and from which; that another is asked for. */
export function MovedDay({
  task: { extendedFrom, askedDay },
}: {
  task: { extendedFrom: string | null; askedDay: string | null };
}) {
  if (extendedFrom === null && askedDay === null) return null;
  return (
    <Text size="sm" c="gray.7">
      {[
        extendedFrom && `Đã gia hạn, hạn ban đầu ${formatDate(extendedFrom)}`,
        askedDay && `Đang đề nghị gia hạn đến ${formatDate(askedDay)}`,
      ]
        .filter(Boolean)
        .join(". ")}
      .
    </Text>
  );
}
