import { Text, UnstyledButton } from "@mantine/core";
import { IconAlertTriangle, IconClock, IconFlag, IconShare2, IconWorld } from "@tabler/icons-react";
import type { KeyboardEvent } from "react";
import { plannedStateLabels } from "../../contract.ts";
import type { CalendarEntry } from "../api.ts";
import { LimitedMark } from "../readers/limited-mark.tsx";
import type { CalendarExtra } from "../slots.ts";
import classes from "./calendar.module.css";
import { clashInWords, hourOf, isLate, meanings, titleOf } from "./entry-words.ts";

const icons = { published: IconWorld, scheduled: IconClock, due: IconFlag } as const;

/** What stands in the calendar: a text, what is to be ready, or what a capability above puts there. */
export type CalendarCard = CalendarEntry | CalendarExtra;

export const isExtra = (card: CalendarCard): card is CalendarExtra => "hindrance" in card;

/** What the cards of a calendar share. */
export interface CardActs {
  chosenId: string;
  choose: (card: CalendarCard) => void;
  heldId: string | null;
  /** Id of the sentence that tells how a card is moved by keyboard. */
  hintId: string;
  onKeyDown: (event: KeyboardEvent, card: CalendarCard) => void;
  onBlur: () => void;
  onDragStart: (card: CalendarCard) => void;
  onDragEnd: () => void;
}

export const cardId = (id: string): string => `muc-${id}`;

/** Whatever stands on a day. Chosen by a click or Enter, moved by hand or with the space bar and arrows. */
export function DayCard({ card, acts, wide }: { card: CalendarCard; acts: CardActs; wide?: boolean }) {
  const isHeld = acts.heldId === card.id;
  return (
    <UnstyledButton
      id={cardId(card.id)}
      className={classes.card}
      data-means={card.means}
      data-extra={isExtra(card) || undefined}
      data-held={isHeld || undefined}
      aria-current={acts.chosenId === card.id || undefined}
      aria-describedby={acts.hintId}
      draggable
      onDragStart={(event) => {
        event.dataTransfer.setData("text/plain", titleOf(card));
        event.dataTransfer.effectAllowed = "move";
        acts.onDragStart(card);
      }}
      onDragEnd={acts.onDragEnd}
      onClick={() => acts.choose(card)}
      onKeyDown={(event) => acts.onKeyDown(event, card)}
      // A button is clicked when the space bar comes up; here it picks up.
      onKeyUp={(event) => event.key === " " && event.preventDefault()}
      onBlur={() => isHeld && acts.onBlur()}
    >
      {isExtra(card) ? <ExtraFace extra={card} wide={wide} /> : <EntryFace entry={card} wide={wide} />}
      {isHeld && (
        <Text span size="xs" fw={600}>
          Đang nhấc
        </Text>
      )}
    </UnstyledButton>
  );
}

/** One text or deliverable. */
function EntryFace({ entry, wide }: { entry: CalendarEntry; wide?: boolean | undefined }) {
  const { at, means, state, kindLabel, channelLabel, unitName, personName, clash } = entry;
  const Icon = icons[means!];
  return (
    <>
      <span className={classes.when}>
        <Icon size={13} aria-hidden /> {meanings[means!]} {hourOf(at!)}
        {isLate(entry) && <strong className={classes.late}>, quá hạn</strong>}
      </span>
      <span className={classes.title} data-wide={wide || undefined}>
        {entry.item?.limited && <LimitedMark small={!wide} />} {titleOf(entry)}
      </span>
      <span className={classes.facts}>
        {kindLabel} · {plannedStateLabels[state]}
        {wide && ` · ${channelLabel} · ${unitName} · ${personName ?? "chưa giao người"}`}
      </span>
      {clash && (
        <span className={classes.clash}>
          <IconAlertTriangle size={13} aria-hidden /> {wide ? clashInWords(clash) : "Gần bài cùng kênh"}
        </span>
      )}
    </>
  );
}

/** What goes out on a channel. */
function ExtraFace({ extra, wide }: { extra: CalendarExtra; wide?: boolean | undefined }) {
  return (
    <>
      <span className={classes.when}>
        <IconShare2 size={13} aria-hidden /> {extra.what} {hourOf(extra.at)}
      </span>
      <span className={classes.title} data-wide={wide || undefined}>
        {titleOf(extra)}
      </span>
      <span className={classes.facts}>{extra.facts}</span>
    </>
  );
}
