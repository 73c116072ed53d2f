import { Button, Group } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { ComponentProps, ReactNode } from "react";
import { formatDateTime } from "#platform/clock/vietnam-time.ts";
import { FilterSelect } from "#ui/filter-select.tsx";
import { whyNot } from "#ui/may-button.tsx";
import { momentOf } from "#ui/moment-text.ts";
import { LinkButton } from "#ui/navigation.tsx";
import { api, type DeliveryOfDay } from "../api.ts";
import { lookOf } from "../list/delivery-words.ts";
import { MoveDialog } from "./move-dialog.tsx";
import { localAt, sayStays, useMoves } from "./use-moves.ts";

const HIDDEN = "an";

interface Extra {
  id: string;
  title: string;
  at: string;
  means: "published" | "scheduled";
  what: string;
  facts: string;
  hindrance: string | null;
}

const whatOf = ({ state, isRehearsal, byHand, follows }: DeliveryOfDay): string => {
  if (state === "placed") return isRehearsal ? "Diễn tập" : "Lên kênh";
  if (byHand) return "Đăng tay từ";
  return follows ? "Cùng bài" : "Hẹn kênh";
};

const extraOf = (row: DeliveryOfDay): Extra => ({
  id: row.id,
  title: row.title,
  at: row.at,
  means: row.state === "placed" ? "published" : "scheduled",
  what: whatOf(row),
  facts: `${row.account.name} · ${lookOf(row).word}`,
  hindrance: whyNot(row.may, "write"),
});

/** Fills the place of the newsroom's calendar for what goes out on the channels: shown, narrowed to an account, moved. */
export function CalendarDeliveries({
  span,
  filter,
  shown,
  show,
  children,
}: {
  span: { from: string; to: string };
  filter: Partial<ComponentFilter>;
  shown: string;
  show: (shown: string) => void;
  children: (extras: {
    extras: Extra[];
    isCut: boolean;
    drop: (extra: Extra, place: string) => void;
    refuse: (extra: Extra) => void;
    acts: (extra: Extra) => ReactNode;
    filter: ReactNode;
    dialog: ReactNode;
  }) => ReactNode;
}) {
  const register = useQuery(api.channels.accounts.queryOptions());
  const found = useQuery(
    api.channels.calendarDeliveries.queryOptions({
      input: { ...filter, ...span, accountId: shown === "" ? undefined : shown },
      enabled: shown !== HIDDEN,
      placeholderData: keepPreviousData,
      refetchInterval: 60_000,
    }),
  );
  const moves = useMoves();
  const rows = shown === HIDDEN ? [] : (found.data?.deliveries ?? []);
  const rowOf = ({ id }: Extra) => rows.find((row) => row.id === id);
  const options: ComponentProps<typeof FilterSelect>["data"] = [
    { value: HIDDEN, label: "Không hiện lượt đăng kênh" },
    ...(register.data?.accounts ?? [])
      .filter(({ way, state }) => way !== "own" && state !== "closed")
      .map(({ id, name, networkLabel }) => ({ value: id, label: `${name} (${networkLabel})` })),
  ];
  return children({
    extras: rows.map(extraOf),
    isCut: shown !== HIDDEN && (found.data?.isCut ?? false),
    drop: (extra, place) => {
      const row = rowOf(extra);
      if (!row) return;
      const local = localAt(row.at, place);
      if (momentOf(local) === row.at || local === localAt(row.at, "")) return;
      if (extra.hindrance !== null) return sayStays(extra.hindrance);
      moves.move({ row, at: momentOf(local) });
    },
    refuse: ({ hindrance }) => sayStays(hindrance ?? ""),
    acts: (extra) => {
      const row = rowOf(extra);
      return (
        <>
          <LinkButton size="xs" to="/dang-kenh/$id" params={{ id: extra.id }}>
            Mở lượt đăng
          </LinkButton>
          {row && extra.hindrance === null && (
            <Button size="xs" variant="default" onClick={() => moves.ask({ row, at: row.at })}>
              Dời giờ…
            </Button>
          )}
        </>
      );
    },
    filter: (
      <Group>
        <FilterSelect label="Lượt đăng trên kênh" data={options} value={shown} onChange={show} />
      </Group>
    ),
    dialog: moves.asked && (
      <MoveDialog
        key={`${moves.asked.row.id} ${moves.asked.at}`}
        {...moves.asked}
        onClose={moves.close}
        onMoved={(at) => moves.settled(moves.asked!.row, at)}
        lead={
          moves.asked.row.follows
            ? "Lượt này đi cùng lúc bài lên cổng; đặt giờ riêng thì từ nay theo giờ ấy."
            : `Đang hẹn ${formatDateTime(moves.asked.row.at)}.`
        }
      />
    ),
  });
}

type ComponentFilter = Omit<
  Parameters<typeof api.channels.calendarDeliveries.call>[0],
  "from" | "to" | "accountId"
>;
