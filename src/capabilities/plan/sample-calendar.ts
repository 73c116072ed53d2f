import type { ListedDay } from "./calendar/read-calendar-list.ts";

/** Stands beside each day, so that nobody takes the sample for an official list. */
export const SAMPLE_CALENDAR_SOURCE = "Dữ liệu mẫu, chưa đối chiếu với thông báo chính thức";

const off = (day: string, name: string): ListedDay => ({ day, kind: "off", name });
const worked = (day: string, name: string): ListedDay => ({ day, kind: "worked", name });

/** Days off of the sample department's year. */
export const sampleCalendar: ListedDay[] = [
  off("2026-01-01", "Tết Dương lịch"),
  off("2026-01-02", "Nghỉ hoán đổi dịp Tết Dương lịch"),
  worked("2026-01-10", "Làm bù ngày 02/01/2026"),
  ...["16", "17", "18", "19", "20"].map((day) => off(`2026-02-${day}`, "Tết Nguyên đán")),
  off("2026-04-26", "Giỗ Tổ Hùng Vương"),
  off("2026-04-27", "Nghỉ bù Giỗ Tổ Hùng Vương"),
  off("2026-04-30", "Ngày Chiến thắng"),
  off("2026-05-01", "Ngày Quốc tế Lao động"),
  worked("2026-08-22", "Làm bù ngày 31/08/2026"),
  off("2026-08-31", "Nghỉ hoán đổi dịp Quốc khánh"),
  off("2026-09-01", "Quốc khánh"),
  off("2026-09-02", "Quốc khánh"),
];
