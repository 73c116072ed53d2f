import { findPersonalData } from "./find-personal-data.ts";
import { type PersonalSpan, personalKinds } from "./personal-span.ts";

/** The text with what tells of a person replaced by what it was; spans that overlap are covered together. */
export function redact(text: string, spans: readonly PersonalSpan[] = findPersonalData(text)): string {
  let [redacted, at] = ["", 0];
  for (const { kind, from, to } of spans.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    if (to <= at) continue;
    redacted += from >= at ? text.slice(at, from) + personalKinds[kind].mark : "";
    at = to;
  }
  return redacted + text.slice(at);
}

/** A code of which only the last two signs are left to read: “H05.12-261130-0012” → “•••.••-••••••-••12”. */
export const maskCode = (code: string): string =>
  [...code]
    .map((sign, place, all) => (/[\p{L}\d]/u.test(sign) && place < all.length - 2 ? "•" : sign))
    .join("");
