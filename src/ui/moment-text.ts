import { VIETNAM } from "#platform/clock/vietnam-time.ts";

/** "2026-11-14T08:30" of a moment in Việt Nam, as `MomentField` holds it. */
export const localOf = (at: string): string =>
  Temporal.Instant.from(at)
    .toZonedDateTimeISO(VIETNAM)
    .toPlainDateTime()
    .toString({ smallestUnit: "minute" });

/** The moment of "2026-11-14T08:30" in Việt Nam, ISO text. */
export const momentOf = (local: string): string => new Date(`${local}:00+07:00`).toISOString();
