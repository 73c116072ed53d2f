import { formatDateTime, toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { CalendarEntry, Entry } from "../api.ts";
import { publishing } from "../publishing-time.ts";

/** What the moment means under which something stands in the calendar. */
export const meanings = { published: "Đăng", scheduled: "Hẹn đăng", due: "Hạn" } as const;

/** The hour of a moment in Việt Nam: "08:30". */
export const hourOf = (at: string): string => formatDateTime(at).slice(0, 5);

/** A moment carried to a day ("2026-12-08"), or to an hour of it ("2026-12-08T09"); the minute stays. */
export function localAt(at: string, place: string): string {
  const [day, hour] = place.split("T");
  const [itsHour, minute] = hourOf(at).split(":");
  return `${day}T${hour ?? itsHour}:${minute}`;
}

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

/** What holds a card up, each in a few words. */
export function hindrances(entry: Entry): string[] {
  const { item, deliverable, state } = entry;
  const turn = item?.turn;
  const found = [
    isLate(entry) && "Quá hạn",
    state === "planned" && deliverable && entry.personName === null && "Chưa giao người",
    state === "returned" && "Bị trả lại, chờ sửa",
    turn &&
      `Chờ bước “${turn.name}”${turn.dueAt && Date.parse(turn.dueAt) < Date.now() ? ", quá hạn duyệt" : ""}`,
    item?.embargoUntil &&
      state !== "published" &&
      Date.parse(item.embargoUntil) > Date.now() &&
      `Không đăng trước ${formatDateTime(item.embargoUntil)}`,
    item && publishing(item) === "missed" && "Quá giờ đăng mà chưa lên",
    item?.postCheckDue && "Chờ hậu kiểm",
  ];
  return found.filter((why) => typeof why === "string");
}
