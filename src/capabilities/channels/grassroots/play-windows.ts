import { Unacceptable } from "#platform/auth/policy.ts";
import { startOfDay, today } from "#platform/clock/vietnam-time.ts";
import type { SlotTimes } from "./station.ts";

/** So far ahead at most. */
const MOST_DAYS = 31;
const LATEST_DAYS_AHEAD = 92;
/** An emergency without an end would be played for ever. */
const EMERGENCY_HOURS = 24;

export interface PlayWindow {
  playFrom: Date;
  playUntil: Date;
}

const refuse = (field: string, message: string): never => {
  throw new Unacceptable(message, [{ field, message }]);
};

const at = (day: Temporal.PlainDate, time: string): Date => {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return new Date(startOfDay(day.toString()).getTime() + (hours * 60 + minutes) * 60_000);
};

/** The hours of a slot on the days named, those that are over left out. @throws Unacceptable */
export function windowsOfSlot(
  slot: Pick<SlotTimes, "weekdays" | "fromTime" | "toTime">,
  { fromDay, toDay }: { fromDay: string; toDay: string },
  now: Date,
): PlayWindow[] {
  const [first, last] = [Temporal.PlainDate.from(fromDay), Temporal.PlainDate.from(toDay)];
  if (Temporal.PlainDate.compare(last, first) < 0) refuse("toDay", "Ngày cuối phải từ ngày đầu trở đi.");
  if (first.until(last).days >= MOST_DAYS)
    refuse("toDay", `Mỗi lần xếp lịch nhiều nhất ${MOST_DAYS} ngày; hãy chọn ngày cuối gần hơn.`);
  if (today().until(last).days > LATEST_DAYS_AHEAD)
    refuse("toDay", "Ngày phát xa hơn ba tháng; hãy xem lại ngày, nhất là năm.");
  const windows: PlayWindow[] = [];
  for (let day = first; Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 })) {
    const window = { playFrom: at(day, slot.fromTime), playUntil: at(day, slot.toTime) };
    if (slot.weekdays.includes(String(day.dayOfWeek)) && window.playUntil > now) windows.push(window);
  }
  if (windows.length === 0)
    refuse("toDay", "Trong các ngày đã chọn, khung này không có buổi phát nào sắp tới; hãy chọn ngày khác.");
  return windows;
}

/** From now until the moment named. @throws Unacceptable */
export function emergencyWindow(until: Date | null, now: Date): PlayWindow[] {
  if (until === null) return refuse("until", "Bản tin khẩn cấp phải có giờ kết thúc.");
  if (until <= now) refuse("until", "Giờ kết thúc đã qua; hãy chọn giờ khác.");
  if (until.getTime() - now.getTime() > EMERGENCY_HOURS * 3_600_000)
    refuse(
      "until",
      `Bản tin khẩn cấp phát nhiều nhất ${EMERGENCY_HOURS} giờ; hết giờ mà còn cần thì xếp lại.`,
    );
  return [{ playFrom: now, playUntil: until }];
}
