import type { ItemSummary } from "./api.ts";

/** A publication goes out within this after its time, unless something is wrong. */
const MISSED_MS = 5 * 60_000;
/** "Đăng ngay" leaves half a minute to take it back. */
const AT_ONCE_MS = 40_000;

type Timed = Pick<ItemSummary, "state" | "scheduledAt">;

/** Where a scheduled text stands beside its time; null for any other. */
export function publishing(
  { state, scheduledAt }: Timed,
  now = Date.now(),
): "later" | "now" | "missed" | null {
  if (state !== "scheduled" || scheduledAt === null) return null;
  const left = Date.parse(scheduledAt) - now;
  if (left < -MISSED_MS) return "missed";
  return left < AT_ONCE_MS ? "now" : "later";
}

/** Milliseconds until an open screen looks at the text again; false when nothing is to come. */
export function nextLook(item: Timed | undefined): number | false {
  if (!item || publishing(item) === null) return false;
  const left = Date.parse(item.scheduledAt!) - Date.now();
  // A timer of a browser holds at most 24 days.
  if (left > 0) return Math.min(left + 500, 86_400_000);
  return publishing(item) === "now" ? 2000 : 20_000;
}
