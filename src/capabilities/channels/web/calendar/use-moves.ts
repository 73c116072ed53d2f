import { notifications } from "@mantine/notifications";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { formatDateTime } from "#platform/clock/vietnam-time.ts";
import { explainError, fieldErrors } from "#ui/api-error.ts";
import { localOf } from "#ui/moment-text.ts";
import { sayDoneWithUndo } from "#ui/undo.tsx";
import { api, type DeliveriesByDay, type DeliveryOfDay } from "../api.ts";

interface Move {
  row: DeliveryOfDay;
  at: string;
}

/** A moment carried to a day ("2026-12-08") or an hour of it ("2026-12-08T09"); the minute stays. "": where it is. */
export function localAt(at: string, place: string): string {
  const [itsDay, clock] = localOf(at).split("T");
  const [itsHour, minute] = clock!.split(":");
  const [day, hour] = place.split("T");
  return `${day || itsDay}T${hour ?? itsHour}:${minute}`;
}

/** Says in passing why it stays where it is. */
export function sayStays(why: string): void {
  notifications.show({
    message: `Không dời được, lượt đăng ở nguyên giờ cũ. ${why}`,
    color: "orange",
    autoClose: 12_000,
    closeButtonProps: { "aria-label": "Đóng" },
  });
}

/** The hour of its own under which it was seen. */
const seenOf = ({ dueAt, wantedAt }: DeliveryOfDay) => dueAt ?? wantedAt;

/**
 * Moves deliveries in the calendar: drawn at the new hour at once, back at the old one with the reason where the server
 * refuses; can be taken back.
 */
export function useMoves() {
  const queries = useQueryClient();
  const [asked, ask] = useState<Move | null>(null);
  const key = api.channels.calendarDeliveries.key();
  const refresh = () => {
    void queries.invalidateQueries({ queryKey: key });
    for (const queryKey of [
      api.channels.deliveries.key(),
      api.channels.delivery.key(),
      api.channels.deliveriesOfContent.key(),
      api.channels.checkPostingTime.key(),
    ])
      void queries.invalidateQueries({ queryKey });
  };
  const settled = (row: DeliveryOfDay, at: string | null) => {
    refresh();
    sayDoneWithUndo(
      at === null ? "Lượt đăng đi cùng lúc bài lên cổng." : `Đã dời sang ${formatDateTime(at)}.`,
      async () => {
        const back = { id: row.id, at: row.wantedAt, seenAt: at, timeReason: row.timeReason };
        await api.channels.moveDelivery.call(back);
        refresh();
      },
    );
  };
  const move = useMutation({
    mutationFn: ({ row, at }: Move) =>
      api.channels.moveDelivery.call({ id: row.id, at, seenAt: seenOf(row) }),
    onMutate: async ({ row, at }) => {
      await queries.cancelQueries({ queryKey: key });
      const before = queries.getQueriesData<DeliveriesByDay>({ queryKey: key });
      queries.setQueriesData<DeliveriesByDay>(
        { queryKey: key },
        (drawn) =>
          drawn && {
            ...drawn,
            deliveries: drawn.deliveries.map((one) => (one.id === row.id ? { ...one, at } : one)),
          },
      );
      return before;
    },
    onSuccess: ({ at }, { row }) => settled(row, at),
    onError: (error, asking, before) => {
      for (const [queryKey, drawn] of before ?? []) queries.setQueryData(queryKey, drawn);
      const { title, advice } = explainError(error);
      const why = fieldErrors(error).wantedAt;
      sayStays(why ?? [title, advice].filter(Boolean).join(" "));
      // The hour is what was wrong: there one sees what stands in the way, and the next good one.
      if (why) ask(asking);
      refresh();
    },
  });
  return { asked, ask, close: () => ask(null), move: move.mutate, settled };
}
