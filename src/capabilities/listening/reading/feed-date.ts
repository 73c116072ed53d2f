import { VIETNAM } from "#platform/clock/vietnam-time.ts";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** Names of zones that feeds print, in hours from UTC. The letters of the military are left out: they were used both ways round. */
const ZONES: Record<string, string> = {
  ...{ z: "+00:00", ut: "+00:00", utc: "+00:00", gmt: "+00:00", wet: "+00:00" },
  ...{ ict: "+07:00", indochina: "+07:00", wib: "+07:00", hanoi: "+07:00", vn: "+07:00", vnt: "+07:00" },
  ...{ est: "-05:00", edt: "-04:00", cst: "-06:00", cdt: "-05:00", mst: "-07:00", mdt: "-06:00" },
  ...{ pst: "-08:00", pdt: "-07:00", cet: "+01:00", cest: "+02:00", bst: "+01:00", msk: "+03:00" },
  ...{ jst: "+09:00", kst: "+09:00", sgt: "+08:00", hkt: "+08:00" },
};
const IN_VIETNAM =
  /^(?:asia\/(?:ho_chi_minh|saigon|bangkok|hanoi)|se asia standard time|indochina time|gio viet nam|viet nam|vietnam)$/;

const unaccented = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/đ/giu, "d")
    .replace(/\s+/gu, " ")
    .trim()
    .toLowerCase();

/** A zone as an offset: "" is Việt Nam's time, as nobody said another; null: a zone that nobody knows. */
function offsetOf(printed: string): string | null {
  const zone = printed.replace(/[()[\]]/g, " ").trim();
  if (zone === "" || IN_VIETNAM.test(zone)) return "+07:00";
  const [, name = "", sign, hours, minutes = "00"] =
    /^([a-z/_]*)\s*(?:([+-])\s*(\d{1,2})(?::?(\d{2}))?)?(?:\s.*)?$/.exec(zone) ?? [];
  if (sign && hours && Number(hours) <= 14 && Number(minutes) < 60)
    return name === "" || ["gmt", "utc", "ut"].includes(name)
      ? `${sign}${hours.padStart(2, "0")}:${minutes}`
      : null;
  return sign ? null : (ZONES[name] ?? null);
}

interface Parts {
  year: string;
  month: string | number;
  day: string;
  hour?: string | undefined;
  minute?: string | undefined;
  second?: string | undefined;
  half?: string | undefined;
  zone?: string | undefined;
}

/** Earlier than any feed, or later than any news: an empty date of a program, not a day. */
const isPlausible = (year: number): boolean => year >= 1990 && year <= 2100;

function momentOf(parts: Parts): string | null {
  const { year, month, day, hour = "0", minute = "0", second = "0", half } = parts;
  const offset = offsetOf(parts.zone ?? "");
  if (offset === null) return null;
  let fullYear = Number(year);
  if (year.length === 2) fullYear += fullYear < 70 ? 2000 : 1900;
  let hours = Number(hour);
  if (half) {
    if (hours < 1 || hours > 12) {
      if (hours > 23 || /^(?:am|sa)$/.test(half)) return null;
    } else hours = (hours % 12) + (/^(?:pm|ch)$/.test(half) ? 12 : 0);
  }
  try {
    const local = Temporal.PlainDateTime.from(
      {
        ...{ year: fullYear, month: Number(month), day: Number(day), hour: hours },
        ...{ minute: Number(minute), second: Math.min(Number(second), 59) },
      },
      { overflow: "reject" },
    );
    return said(Temporal.Instant.from(`${local.toString()}${offset}`));
  } catch {
    return null;
  }
}

function said(instant: Temporal.Instant): string | null {
  const local = instant.toZonedDateTimeISO(VIETNAM);
  if (!isPlausible(local.year)) return null;
  return local.round("second").toString({ timeZoneName: "never" });
}

const TIME =
  "(?<hour>\\d{1,2})(?:[:h](?<minute>\\d{2}))(?::(?<second>\\d{2})(?:[.,]\\d+)?)?(?:\\s*(?<half>am|pm|sa|ch)\\b)?";
const WEEKDAY = "(?:[a-z]+(?: [a-z]+| ?[2-8])?\\.?(?:,\\s*|\\s+))?";
const shape = (pattern: string): RegExp => new RegExp(`^${pattern}$`);

/** The order in which they are tried; none reads a month before its day but by name. */
const shapes: readonly RegExp[] = [
  // 2026-11-23T07:30:00+07:00, 2026/11/23 07:30, 2026-11-23
  shape(
    `(?<year>\\d{4})(?<sep>[-/.])(?<month>\\d{1,2})\\k<sep>(?<day>\\d{1,2})(?:(?:t|\\s+|,\\s*)${TIME}\\s*(?<zone>.*))?`,
  ),
  // 20261123T073000Z
  shape(
    "(?<year>(?:19|20)\\d{2})(?<month>\\d{2})(?<day>\\d{2})(?:t?(?<hour>\\d{2})(?<minute>\\d{2})(?<second>\\d{2})(?<zone>.*))?",
  ),
  // Mon, 23 Nov 2026 07:30:00 +0700; Thứ Hai, 23 tháng 11 năm 2026, 07:30 (GMT+7)
  shape(
    `${WEEKDAY}(?:ngay )?(?<day>\\d{1,2})(?:st|nd|rd|th)?[\\s-]+(?<name>[a-z]+\\.?(?:\\s*\\d{1,2})?),?[\\s-]+(?:nam\\s+)?(?<year>\\d{4}|\\d{2})(?:,?\\s*[-–|]?\\s*(?:luc\\s+)?${TIME}\\s*(?<zone>.*))?`,
  ),
  // November 23, 2026 07:30
  shape(
    `${WEEKDAY}(?<name>[a-z]{3,9})\\.?\\s+(?<day>\\d{1,2}),?\\s+(?<year>\\d{4})(?:,?\\s+${TIME}\\s*(?<zone>.*))?`,
  ),
  // Mon Nov 23 07:30:00 ICT 2026
  shape(
    `[a-z]{3}\\s+(?<name>[a-z]{3})\\s+(?<day>\\d{1,2})\\s+${TIME}\\s+(?:(?<zone>\\S+)\\s+)?(?<year>\\d{4})`,
  ),
  // Thứ Hai, 23/11/2026 - 07:30 (GMT+7)
  shape(
    `${WEEKDAY}(?:ngay )?(?<day>\\d{1,2})(?<sep>[-/.])(?<month>\\d{1,2})\\k<sep>(?<year>\\d{4})(?:t|,?\\s*[-–|]?\\s*(?:luc\\s+)?)?(?:${TIME}\\s*(?<zone>.*))?`,
  ),
  // 07:30 23/11/2026
  shape(
    `${TIME},?\\s*[-–|]?\\s*(?:ngay )?${WEEKDAY}(?<day>\\d{1,2})(?<sep>[-/.])(?<month>\\d{1,2})\\k<sep>(?<year>\\d{4})\\s*(?<zone>.*)`,
  ),
];

/** A month by its name, or as "thang 11", "thg 11", "th11"; null: none. */
function monthNamed(name: string): number | null {
  const number = /^(?:thang|thg|th)\.?\s*(\d{1,2})$/.exec(name)?.[1];
  if (number) return Number(number);
  if (!/^[a-z]{3,9}\.?$/.test(name)) return null;
  const at = MONTHS.indexOf(name.slice(0, 3));
  return at < 0 ? null : at + 1;
}

/**
 * When a feed says that something came out, as ISO 8601 in Việt Nam's time; null when it cannot be read for sure.
 * What has no zone is Việt Nam's time. Digits alone with the month first are never guessed at.
 */
export function readFeedDate(printed: string | null | undefined): string | null {
  const text = unaccented((printed ?? "").slice(0, 120));
  if (text === "") return null;
  const dotNet = /^\/date\((-?\d{1,14})(?:[+-]\d{4})?\)\/$/.exec(text)?.[1];
  const epoch = dotNet ?? /^(?:\d{9,10}|\d{12,13})(?:\.\d+)?$/.exec(text)?.[0];
  if (epoch) {
    const number = Math.trunc(Number(epoch));
    return said(
      Temporal.Instant.fromEpochMilliseconds(dotNet || number > 99_999_999_999 ? number : number * 1000),
    );
  }
  for (const one of shapes) {
    const found = one.exec(text)?.groups;
    if (!found) continue;
    const month = found.month ?? (found.name ? monthNamed(found.name) : null);
    if (month === null || !found.year || !found.day) continue;
    return momentOf({ ...found, year: found.year, day: found.day, month });
  }
  return null;
}
