import { formatDate, VIETNAM } from "#platform/clock/vietnam-time.ts";
import type { OwnField } from "./kinds/index.ts";

/** Values of the fields that a kind has of its own, by their names. */
export type OwnValues = Record<string, string>;

/** Syllables that a presenter usually reads in a minute, numbers and pauses included. */
const SYLLABLES_A_MINUTE = 200;

export const wordsIn = (text: string): number => text.split(/\s+/u).filter(Boolean).length;

/** Seconds that a text takes to be read aloud. */
export const spokenSeconds = (text: string, syllablesAMinute = SYLLABLES_A_MINUTE): number =>
  Math.round((wordsIn(text) / syllablesAMinute) * 60);

/** "3:05" as seconds; null when it is none. */
function secondsOf(value: string): number | null {
  const parts = /^(?:(\d{1,2}):)?(\d{1,3}):([0-5]\d)$/.exec(value.trim());
  return parts && Number(parts[1] ?? 0) * 3600 + Number(parts[2]) * 60 + Number(parts[3]);
}

/** Seconds in words: "3 phút 5 giây". */
export function durationWords(seconds: number): string {
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60];
  return [minutes > 0 && `${minutes} phút`, (rest > 0 || minutes === 0) && `${rest} giây`]
    .filter(Boolean)
    .join(" ");
}

const isDay = (value: string): boolean => {
  if (!/^\d{4}-\d\d-\d\d$/.test(value)) return false;
  try {
    Temporal.PlainDate.from(value);
    return true;
  } catch {
    return false;
  }
};

/** "2026-11-30T08:30" of Việt Nam as a moment; null when a part is missing. */
export function momentOf(value: string): Date | null {
  const [day = "", time = ""] = value.split("T");
  if (!isDay(day) || !/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return null;
  return new Date(Temporal.PlainDateTime.from(value).toZonedDateTime(VIETNAM).epochMilliseconds);
}

/** A value as it is read. */
export function ownWords(field: OwnField, value: string): string {
  if (field.type === "day") return isDay(value) ? formatDate(value) : value;
  if (field.type === "moment") {
    const [day = "", time = ""] = value.split("T");
    return momentOf(value) ? `${time}, ${formatDate(day)}` : value;
  }
  if (field.type === "duration") {
    const seconds = secondsOf(value);
    return seconds === null ? value : durationWords(seconds);
  }
  return value;
}

/** What keeps a value from being stored, as a sentence; null: nothing. What is unfinished is stored. */
export function faultToSave(field: OwnField, value: string): string | null {
  const called = `Mục “${field.label}”`;
  if ((field.type === "line" || field.type === "text") && value.length > field.longest)
    return `${called} dài ${value.length} ký tự; nhiều nhất ${field.longest}.`;
  if (field.type !== "text" && field.type !== "line" && value.length > 200)
    return `${called} dài quá 200 ký tự.`;
  if (field.type !== "text" && value.includes("\n")) return `${called} chỉ viết trên một dòng.`;
  if (field.type === "day" && !isDay(value)) return `${called} phải là một ngày có thật.`;
  return null;
}

/** What a reviewer would stumble over in a value that is there; null: nothing. */
export function faultToSubmit(field: OwnField, value: string, values: OwnValues): string | null {
  const called = `Mục “${field.label}”`;
  switch (field.type) {
    case "text": {
      const count = wordsIn(value);
      return count < field.fewestWords
        ? `${called} có ${count} chữ; cần ít nhất ${field.fewestWords} chữ.`
        : null;
    }
    case "phone": {
      const digits = value.replace(/[\s.()+-]/g, "");
      return /^\d{3,15}$/.test(digits) ? null : `${called} chưa phải số điện thoại, ví dụ 0222 3822 000.`;
    }
    case "email":
      return /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]{2,}$/.test(value)
        ? null
        : `${called} chưa phải địa chỉ thư điện tử.`;
    case "day": {
      const from = field.notBefore === null ? undefined : values[field.notBefore];
      return from !== undefined && value < from ? `${called} đứng trước ngày bắt đầu.` : null;
    }
    case "moment":
      return momentOf(value) ? null : `${called} cần đủ ngày và giờ.`;
    case "duration": {
      const seconds = secondsOf(value);
      if (seconds === null) return `${called} viết theo phút:giây, ví dụ 3:05.`;
      return seconds < field.shortest || seconds > field.longest
        ? `${called} là ${durationWords(seconds)}; loại này từ ${durationWords(field.shortest)} đến ${durationWords(field.longest)}.`
        : null;
    }
    default:
      return null;
  }
}
