import { startOfDay } from "#platform/clock/vietnam-time.ts";
import { unaccent } from "#platform/text/unaccent.ts";
import { type PlayState, playStateLabels, playStates } from "./station.ts";

const bare = (text: string) => unaccent(text).toLowerCase().replace(/\s+/gu, " ").trim();

/** "25/11/2026 17:00", "17:00, 25/11/2026", "2026-11-25 17:00:30" (all Việt Nam's time), or with an offset; null: none. */
export function momentWritten(text: string): Date | null {
  const written = text.trim();
  if (/^\d{4}-\d{2}-\d{2}T.*(?:Z|[+-]\d{2}:?\d{2})$/u.test(written)) {
    const moment = new Date(written);
    return Number.isNaN(moment.getTime()) ? null : moment;
  }
  const time = /(\d{1,2})[:hg](\d{2})(?::(\d{2}))?/u.exec(written.replace(/\s*giờ\s*/u, "h"));
  const rest = time ? written.replace(time[0], " ") : written;
  const named = /(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})/u.exec(rest);
  const plain = /(\d{4})-(\d{1,2})-(\d{1,2})/u.exec(rest);
  const [year, month, day] = plain
    ? [plain[1], plain[2], plain[3]]
    : named
      ? [named[3], named[2], named[1]]
      : [];
  if (!time || !year) return null;
  const [hours, minutes, seconds] = [Number(time[1]), Number(time[2]), Number(time[3] ?? 0)];
  if (hours > 23 || minutes > 59 || seconds > 59) return null;
  try {
    const date = Temporal.PlainDate.from(
      { year: Number(year), month: Number(month), day: Number(day) },
      { overflow: "reject" },
    );
    return new Date(startOfDay(date.toString()).getTime() + ((hours * 60 + minutes) * 60 + seconds) * 1000);
  } catch {
    return null;
  }
}

const also: Record<string, PlayState> = {
  "": "played",
  phat: "played",
  "hoan thanh": "played",
  ok: "played",
  "thanh cong": "played",
  loi: "failed",
  "that bai": "failed",
  "chua phat": "skipped",
  "khong phat": "skipped",
};

/** "Đã phát", "da phat" or "played"; null: none of the words known. */
export function stateWritten(text: string): PlayState | null {
  const word = bare(text);
  return (
    playStates.find((state) => state === word || bare(playStateLabels[state]) === word) ?? also[word] ?? null
  );
}
