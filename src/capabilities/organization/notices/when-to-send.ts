import type { IsDayOff } from "#platform/clock/working-days.ts";
import { kindOf } from "../notice-kinds.ts";
import { endOfQuiet, type NoticeHours, nextDigest } from "./notice-hours.ts";
import type { MailWay } from "./notice-preferences.ts";

export interface WaitingNotice {
  kind: string;
  /** When the person was told in the application. */
  at: Date;
  /** Since when it waits for being sent; later than `at` when it was held back. */
  dueAt: Date;
}

/** "alone": a mail of its own, now · "gathered": now, with whatever else is gathered · a moment: not before it. */
export type Sending = "alone" | "gathered" | Date;

/** How a notice that has come due is sent to a person at `now`. Urgent kinds wait for nothing. */
export function whenToSend(
  { kind, at, dueAt }: WaitingNotice,
  {
    way,
    hours,
    isDayOff,
    now,
  }: { way: Exclude<MailWay, "off">; hours: NoticeHours; isDayOff: IsDayOff; now: Date },
): Sending {
  if (kindOf(kind)?.urgent) return "alone";
  const digested = way === "digest" && hours.digest !== "off";
  const due = digested ? nextDigest(at, hours, isDayOff) : now;
  if (due > now) return due;
  const awake = endOfQuiet(now, hours, isDayOff);
  if (awake > now) return awake;
  return digested || dueAt > at ? "gathered" : "alone";
}
