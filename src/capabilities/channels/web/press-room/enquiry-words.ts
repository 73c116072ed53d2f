import type { StateTone } from "#ui/state-badge.tsx";
import type { Light } from "../../contract.ts";
import type { PressEnquiry } from "../api.ts";

const MINUTES_OF_HOUR = 60;

/** "3 giờ 20 phút" of a span of minutes. */
function spanOf(minutes: number): string {
  const hours = Math.floor(minutes / MINUTES_OF_HOUR);
  const rest = Math.round(minutes % MINUTES_OF_HOUR);
  if (hours === 0) return `${rest} phút`;
  return rest === 0 ? `${hours} giờ` : `${hours} giờ ${rest} phút`;
}

/** How an enquiry stands against its clock, as word and tone. */
export function clockOf({ state, light, dueAt, closedAt }: PressEnquiry): { tone: StateTone; word: string } {
  const moment = closedAt === null ? Temporal.Now.instant() : Temporal.Instant.from(closedAt);
  const minutes = Math.floor(moment.until(Temporal.Instant.from(dueAt)).total("minutes"));
  if (state !== "open")
    return light === "red"
      ? { tone: "failed", word: `Muộn ${spanOf(-minutes)}` }
      : { tone: "done", word: "Đúng hạn" };
  const tones: Record<Light, StateTone> = { green: "ahead", amber: "waiting", red: "failed" };
  return {
    tone: tones[light],
    word: light === "red" ? `Quá hạn ${spanOf(-minutes)}` : `Còn ${spanOf(minutes)}`,
  };
}
