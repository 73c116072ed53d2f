const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Hours after it was posted at which a post is looked at while it is young. */
const DENSE = [1, 3, 6, 12, 24, 36, 48];
const DAILY_UNTIL = 30;
/** After half a year a post hardly moves. */
export const LAST_DAY = 182;

/** When the figures of a post are asked for next: often at first, then daily, then weekly; null: no more. */
export function nextReading(placedAt: Date, now: Date): Date | null {
  const lived = now.getTime() - placedAt.getTime();
  const young = DENSE.find((hours) => hours * HOUR > lived);
  if (young !== undefined) return new Date(placedAt.getTime() + young * HOUR);
  const every = lived < DAILY_UNTIL * DAY ? DAY : 7 * DAY;
  const next = (Math.floor(lived / every) + 1) * every;
  return next > LAST_DAY * DAY ? null : new Date(placedAt.getTime() + next);
}

const BACK_OFF = [5 * 60, 15 * 60, 3600, 4 * 3600, 24 * 3600];

/** How many seconds an account is left alone after so many failures in a row. */
export const backOff = (failures: number): number => BACK_OFF[Math.min(failures, BACK_OFF.length) - 1]!;
