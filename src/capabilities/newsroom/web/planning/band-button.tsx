import { UnstyledButton } from "@mantine/core";
import { IconFlag } from "@tabler/icons-react";
import { formatDate } from "#platform/clock/vietnam-time.ts";
import { campaignKindLabels } from "../../contract.ts";
import type { api } from "../api.ts";
import classes from "./calendar.module.css";

export type Band = Awaited<ReturnType<typeof api.newsroom.calendarEntries.call>>["bands"][number];

/** A campaign or an event over the calendar; chosen, only what belongs to it is shown. */
export function BandButton({
  band: { id, kind, name, fromDay, toDay },
  parts: { chooseBand, chosenBand },
}: {
  band: Band;
  parts: { chooseBand: (id: string) => void; chosenBand: string };
}) {
  return (
    <UnstyledButton
      className={classes.band}
      data-kind={kind}
      aria-pressed={chosenBand === id}
      title="Chỉ xem tin, bài của đợt, sự kiện này"
      onClick={() => chooseBand(chosenBand === id ? "" : id)}
    >
      <IconFlag size={13} aria-hidden /> {campaignKindLabels[kind]}: {name}
      <span className="only-read-aloud">
        , từ {formatDate(fromDay)} đến hết {formatDate(toDay)}
      </span>
    </UnstyledButton>
  );
}
