import { formatDate } from "#platform/clock/vietnam-time.ts";

/** How days are laid out: a month, a week or a day of them, or those on which something stands, one below the other. */
export const layouts = ["thang", "tuan", "ngay", "danh-sach"] as const;
export type Layout = (typeof layouts)[number];

export const layoutLabels: Record<Layout, string> = {
  thang: "Tháng",
  tuan: "Tuần",
  ngay: "Ngày",
  "danh-sach": "Danh sách",
};

/** Days of the list: four weeks. */
const LISTED_DAYS = 28;

const weekdays = ["thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"] as const;
export const weekdayHeads = weekdays.map((name) => name.charAt(0).toLocaleUpperCase("vi") + name.slice(1));

type Day = Temporal.PlainDate;

const mondayOf = (day: Day): Day => day.subtract({ days: day.dayOfWeek - 1 });

/** The days that a layout shows around one of them. */
export function daysOf(layout: Layout, around: Day): Day[] {
  const from = (first: Day, count: number) =>
    Array.from({ length: count }, (_, number) => first.add({ days: number }));
  if (layout === "ngay") return [around];
  if (layout === "tuan") return from(mondayOf(around), 7);
  if (layout === "danh-sach") return from(around, LISTED_DAYS);
  const first = mondayOf(around.with({ day: 1 }));
  const last = mondayOf(around.with({ day: around.daysInMonth })).add({ days: 6 });
  return from(first, first.until(last).days + 1);
}

/** The day around which the next or the one before is laid out. */
export function stepped(layout: Layout, around: Day, by: 1 | -1): Day {
  if (layout === "thang") return around.with({ day: 1 }).add({ months: by });
  if (layout === "tuan") return around.add({ weeks: by });
  return around.add({ days: layout === "ngay" ? by : by * LISTED_DAYS });
}

export const stepWords: Record<Layout, [string, string]> = {
  thang: ["Tháng trước", "Tháng sau"],
  tuan: ["Tuần trước", "Tuần sau"],
  ngay: ["Hôm trước", "Hôm sau"],
  "danh-sach": ["Bốn tuần trước", "Bốn tuần sau"],
};

/** "thứ Ba, 08/12/2026". */
export const dayInWords = (day: Day | string): string => {
  const its = typeof day === "string" ? Temporal.PlainDate.from(day) : day;
  return `${weekdays[its.dayOfWeek - 1]}, ${formatDate(its)}`;
};

/** What the layout shows, in words: "Tháng 12/2026", "07/12/2026 đến 13/12/2026". */
export function spanInWords(layout: Layout, around: Day): string {
  if (layout === "thang") return `Tháng ${around.month}/${around.year}`;
  if (layout === "ngay") {
    const words = dayInWords(around);
    return words.charAt(0).toLocaleUpperCase("vi") + words.slice(1);
  }
  const days = daysOf(layout, around);
  return `${formatDate(days[0]!)} đến ${formatDate(days.at(-1)!)}`;
}

/** By how many days an arrow carries a card. */
const days: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };
/** The same where a day is drawn by its hours. */
const hours: Record<string, number> = { ArrowLeft: -24, ArrowRight: 24, ArrowUp: -1, ArrowDown: 1 };

/** Where an arrow carries a card that is over a day ("2026-12-08") or an hour of it ("2026-12-08T09"). */
export function carried(place: string, key: string): string {
  if (!place.includes("T"))
    return Temporal.PlainDate.from(place)
      .add({ days: days[key] ?? 0 })
      .toString();
  return Temporal.PlainDateTime.from(`${place}:00`)
    .add({ hours: hours[key] ?? 0 })
    .toString()
    .slice(0, 13);
}

/** "thứ Ba, 08/12/2026", "9 giờ, thứ Ba, 08/12/2026". */
export function placeInWords(place: string): string {
  const [day, hour] = place.split("T");
  return hour === undefined ? dayInWords(day!) : `${Number(hour)} giờ, ${dayInWords(day!)}`;
}
