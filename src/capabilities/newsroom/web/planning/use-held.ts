import { type KeyboardEvent, useState } from "react";
import type { Entry } from "../api.ts";
import { dayInWords } from "./calendar-days.ts";
import { dayOf, titleOf } from "./entry-words.ts";
import type { Moves } from "./use-moves.tsx";

const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/** What is picked up with the space bar, and over which day it is held. */
export interface Held {
  id: string;
  day: string;
}

/**
 * Moving a card by keyboard: space picks it up, arrows carry it by a day or a week, Enter or space puts it down,
 * Escape leaves it where it was. `said` is what is read aloud.
 */
export function useHeld({ drop, refuse }: Moves) {
  const [held, setHeld] = useState<Held | null>(null);
  const [said, setSaid] = useState("");
  const letGo = () => {
    if (!held) return;
    setHeld(null);
    setSaid("Đã thôi, thẻ ở nguyên chỗ cũ.");
  };
  const onKeyDown = (event: KeyboardEvent, entry: Entry) => {
    const { key } = event;
    if (held?.id !== entry.id) {
      if (key !== " ") return;
      event.preventDefault();
      if (entry.move.what === null) return refuse(entry);
      setHeld({ id: entry.id, day: dayOf(entry)! });
      setSaid(`Đã nhấc “${titleOf(entry)}”, đang ở ${dayInWords(dayOf(entry)!)}.`);
      return;
    }
    const step = steps[key];
    if (step === undefined && ![" ", "Enter", "Escape"].includes(key)) return;
    event.preventDefault();
    event.stopPropagation();
    if (step !== undefined) {
      const day = Temporal.PlainDate.from(held.day).add({ days: step }).toString();
      setHeld({ id: held.id, day });
      setSaid(`Sang ${dayInWords(day)}.`);
      return;
    }
    if (key === "Escape") return letGo();
    setHeld(null);
    setSaid("");
    drop(entry, held.day);
  };
  return { held, said, letGo, onKeyDown };
}
