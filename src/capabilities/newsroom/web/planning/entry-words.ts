import { formatDateTime, toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { CalendarEntry, Entry } from "../api.ts";

/** What the moment means under which something stands in the calendar. */
export const meanings = { published: "Đăng", scheduled: "Hẹn đăng", due: "Hạn" } as const;

/** The hour of a moment in Việt Nam: "08:30". */
export const hourOf = (at: string): string => formatDateTime(at).slice(0, 5);

export const dayOf = (entry: Pick<Entry, "at">): string | null =>
  entry.at === null ? null : toVietnamDate(entry.at).toString();

/** It was to be ready and is not handed in. */
export const isLate = ({ means, at, state }: Pick<Entry, "means" | "at" | "state">): boolean =>
  means === "due" &&
  at !== null &&
  ["planned", "draft", "returned"].includes(state) &&
  Date.parse(at) < Date.now();

export const titleOf = ({ title }: Pick<Entry, "title">): string => title || "(chưa có tiêu đề)";

/** "Cùng kênh với “X”, cách 10 phút"; null where nothing is near. */
export function clashInWords(clash: CalendarEntry["clash"]): string | null {
  if (!clash) return null;
  return `Cùng kênh với “${clash.title || "(chưa có tiêu đề)"}”, ${
    clash.minutes === 0 ? "cùng lúc" : `chỉ cách ${clash.minutes} phút`
  }`;
}
