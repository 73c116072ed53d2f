import { Text, UnstyledButton } from "@mantine/core";
import { IconAlertTriangle, IconClock, IconFlag, IconWorld } from "@tabler/icons-react";
import type { KeyboardEvent } from "react";
import { plannedStateLabels } from "../../contract.ts";
import type { CalendarEntry } from "../api.ts";
import { LimitedMark } from "../readers/limited-mark.tsx";
import classes from "./calendar.module.css";
import { clashInWords, hourOf, isLate, meanings, titleOf } from "./entry-words.ts";

const icons = { published: IconWorld, scheduled: IconClock, due: IconFlag } as const;

/** What the cards of a calendar share. */
export interface CardActs {
  chosenId: string;
  choose: (entry: CalendarEntry) => void;
  heldId: string | null;
  /** Id of the sentence that tells how a card is moved by keyboard. */
  hintId: string;
  onKeyDown: (event: KeyboardEvent, entry: CalendarEntry) => void;
  onBlur: () => void;
  onDragStart: (entry: CalendarEntry) => void;
  onDragEnd: () => void;
}

export const cardId = (id: string): string => `muc-${id}`;

/** One text or deliverable on its day. Chosen by a click or Enter, moved by hand or with the space bar and arrows. */
export function EntryCard({ entry, acts, wide }: { entry: CalendarEntry; acts: CardActs; wide?: boolean }) {
  const { id, at, means, state, kindLabel, channelLabel, unitName, personName, clash } = entry;
  const Icon = icons[means!];
  const late = isLate(entry);
  const isHeld = acts.heldId === id;
  return (
    <UnstyledButton
      id={cardId(id)}
      className={classes.card}
      data-means={means}
      data-held={isHeld || undefined}
      aria-current={acts.chosenId === id || undefined}
      aria-describedby={acts.hintId}
      draggable
      onDragStart={(event) => {
        event.dataTransfer.setData("text/plain", titleOf(entry));
        event.dataTransfer.effectAllowed = "move";
        acts.onDragStart(entry);
      }}
      onDragEnd={acts.onDragEnd}
      onClick={() => acts.choose(entry)}
      onKeyDown={(event) => acts.onKeyDown(event, entry)}
      // A button is clicked when the space bar comes up; here it picks up.
      onKeyUp={(event) => event.key === " " && event.preventDefault()}
      onBlur={() => isHeld && acts.onBlur()}
    >
      <span className={classes.when}>
        <Icon size={13} aria-hidden /> {meanings[means!]} {hourOf(at!)}
        {late && <strong className={classes.late}>, quá hạn</strong>}
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
      {isHeld && (
        <Text span size="xs" fw={600}>
          Đang nhấc
        </Text>
      )}
    </UnstyledButton>
  );
}
