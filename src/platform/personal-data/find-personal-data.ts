import { readable } from "#platform/text/readable.ts";
import { findNames } from "./names.ts";
import type { PersonalSpan } from "./personal-span.ts";
import { sorts } from "./sorts.ts";

const AROUND = 90;

/** Of two on the same words the first of the list is meant, as far as either reaches. */
function apart(found: PersonalSpan[]): PersonalSpan[] {
  if (found.length < 2) return found;
  const taken: PersonalSpan[] = [];
  for (const { each } of found
    .map((one, rank) => ({ each: one, rank }))
    .toSorted((a, b) => a.each.from - b.each.from || a.rank - b.rank)) {
    const last = taken.at(-1);
    if (!last || each.from >= last.to) taken.push({ ...each });
    else last.to = Math.max(last.to, each.to);
  }
  return taken;
}

/**
 * What tells of a person in a text, by its places in the text as it was given. Patterns alone miss names that look
 * like other words: a person confirms before anything is published. `sureOnly` leaves out names and what is often
 * taken for something else.
 */
export function findPersonalData(given: string, { sureOnly = false } = {}): PersonalSpan[] {
  const { text, places } = readable(given);
  const found: PersonalSpan[] = [];
  // Numbers alone are looked at where there are any.
  if (!sureOnly || /\d|@|trú |nhà /u.test(text))
    for (const { kind, pattern, unless, sure, wide } of sorts) {
      if (sureOnly ? !sure : wide) continue;
      for (const { 0: words, index } of text.matchAll(pattern)) {
        const to = index + words.trimEnd().replace(/,$/u, "").length;
        if (unless?.(words, text.slice(Math.max(0, index - AROUND), index), text.slice(to, to + AROUND)))
          continue;
        found.push({ kind, from: index, to });
      }
    }
  if (!sureOnly) for (const { from, to } of findNames(text)) found.push({ kind: "name", from, to });
  const spans = apart(found);
  return places ? spans.map(({ kind, from, to }) => ({ kind, from: places[from]!, to: places[to]! })) : spans;
}
