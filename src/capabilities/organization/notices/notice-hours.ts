import { VIETNAM } from "#platform/clock/vietnam-time.ts";
import type { IsDayOff } from "#platform/clock/working-days.ts";

/** When what is gathered is sent: not at all, each morning, also in the afternoon, on Mondays. */
export const digestRhythms = ["off", "morning", "twice", "weekly"] as const;
export type DigestRhythm = (typeof digestRhythms)[number];

export const digestWords: Record<DigestRhythm, string> = {
  off: "Không gom: thư nào cũng gửi riêng",
  morning: "Mỗi sáng, lúc 7 giờ 30",
  twice: "Sáng lúc 7 giờ 30 và chiều lúc 16 giờ",
  weekly: "Mỗi tuần, sáng thứ Hai lúc 7 giờ 30",
};

/** Hours in which a person is not disturbed; minutes count from midnight in Việt Nam. */
export interface NoticeHours {
  quiet: boolean;
  quietFrom: number;
  quietTo: number;
  quietDaysOff: boolean;
  digest: DigestRhythm;
  /** Devices say only that there is something new. */
  pushDiscreet: boolean;
}

export const usualHours: NoticeHours = {
  quiet: true,
  quietFrom: 19 * 60,
  quietTo: 7 * 60,
  quietDaysOff: true,
  digest: "off",
  pushDiscreet: false,
};

const MORNING = 7 * 60 + 30;
const AFTERNOON = 16 * 60;
/** Longer than any row of days off. */
const LONGEST_REST = 60;

type Local = Temporal.ZonedDateTime;
const local = (at: Date): Local =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(VIETNAM);
const moment = ({ epochMilliseconds }: Local): Date => new Date(epochMilliseconds);
const dayOf = (at: Local): string => at.toPlainDate().toString();
const atMinute = (day: Local, minute: number): Local => day.startOfDay().add({ minutes: minute });

/** The first moment from `at` on at which the person may be disturbed; `at` itself when that is so now. */
export function endOfQuiet(at: Date, hours: NoticeHours, isDayOff: IsDayOff): Date {
  if (!hours.quiet) return at;
  const { quietFrom, quietTo, quietDaysOff } = hours;
  let now = local(at);
  for (let rest = 0; rest < LONGEST_REST; rest += 1) {
    if (quietDaysOff && isDayOff(dayOf(now))) {
      now = now.startOfDay().add({ days: 1 });
      continue;
    }
    const minute = now.hour * 60 + now.minute;
    if (quietFrom < quietTo && minute >= quietFrom && minute < quietTo) return moment(atMinute(now, quietTo));
    if (quietFrom > quietTo && minute < quietTo) return moment(atMinute(now, quietTo));
    if (quietFrom <= quietTo || minute < quietFrom) break;
    now = now.startOfDay().add({ days: 1 });
  }
  return moment(now);
}

/** The first moment after `at` at which what is gathered is sent, never in quiet hours. */
export function nextDigest(at: Date, hours: NoticeHours, isDayOff: IsDayOff): Date {
  const told = local(at);
  const minutes = hours.digest === "twice" ? [MORNING, AFTERNOON] : [MORNING];
  for (let days = 0; days < LONGEST_REST; days += 1) {
    const day = told.startOfDay().add({ days });
    if (hours.digest === "weekly" && day.dayOfWeek !== 1) continue;
    for (const minute of minutes) {
      const sent = endOfQuiet(moment(atMinute(day, minute)), hours, isDayOff);
      // What would fall into a rest goes with the first digest after it; a week's waits for the rest to end.
      const counts = hours.digest === "weekly" || dayOf(local(sent)) === dayOf(day);
      if (counts && sent > at) return sent;
    }
  }
  return endOfQuiet(at, hours, isDayOff);
}
