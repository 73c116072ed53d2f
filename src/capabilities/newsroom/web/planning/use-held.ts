import { type KeyboardEvent, useState } from "react";
import { titleOf } from "./entry-words.ts";

/** What is picked up with the space bar, and over which place it is held: a day ("2026-12-08") or a column. */
export interface Held {
  id: string;
  over: string;
}

/**
 * Moving a card by keyboard: space picks it up, arrows carry it on, Enter or space puts it down, Escape leaves it where
 * it was. `said` is what is read aloud.
 */
export function useHeld<Card extends { id: string; title: string }>({
  placeOf,
  onward,
  inWords,
  hinders,
  refuse,
  drop,
}: {
  /** Where it is now. */
  placeOf: (card: Card) => string;
  /** The place that an arrow leads to; null: none, or the key is no arrow. */
  onward: (over: string, key: string) => string | null;
  inWords: (place: string) => string;
  /** It cannot be moved at all. */
  hinders: (card: Card) => boolean;
  refuse: (card: Card) => void;
  drop: (card: Card, place: string) => void;
}) {
  const [held, setHeld] = useState<Held | null>(null);
  const [said, setSaid] = useState("");
  const letGo = () => {
    if (!held) return;
    setHeld(null);
    setSaid("Đã thôi, thẻ ở nguyên chỗ cũ.");
  };
  const onKeyDown = (event: KeyboardEvent, entry: Card) => {
    const { key } = event;
    if (held?.id !== entry.id) {
      if (key !== " ") return;
      event.preventDefault();
      if (hinders(entry)) return refuse(entry);
      const over = placeOf(entry);
      setHeld({ id: entry.id, over });
      setSaid(`Đã nhấc “${titleOf(entry)}”, đang ở ${inWords(over)}.`);
      return;
    }
    if (!key.startsWith("Arrow") && ![" ", "Enter", "Escape"].includes(key)) return;
    event.preventDefault();
    event.stopPropagation();
    if (key.startsWith("Arrow")) {
      const over = onward(held.over, key);
      if (over === null) return;
      setHeld({ id: held.id, over });
      setSaid(`Sang ${inWords(over)}.`);
      return;
    }
    if (key === "Escape") return letGo();
    setHeld(null);
    setSaid("");
    drop(entry, held.over);
  };
  return { held, said, letGo, onKeyDown };
}
