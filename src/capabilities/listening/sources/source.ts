/** Whose feed it is. */
export const sourceKinds = ["press", "agency"] as const;
export type SourceKind = (typeof sourceKinds)[number];

export const sourceKindLabels: Record<SourceKind, string> = {
  press: "Báo chí",
  agency: "Cổng của cơ quan khác",
};

const MINUTE = 60_000;
/** How often a feed is asked for news. */
const USUAL = 30 * MINUTE;
const LONGEST = 24 * 60 * MINUTE;
/** A server may ask to be left alone for long, but not for good. */
const LONGEST_ASKED = 7 * LONGEST;
/** Times in a row that a feed is not read before people are told. */
export const TOLD_AFTER = 3;

/** When a feed is asked again: as usual, later the more often it failed, and never before its server allows it. */
export function nextAsk(at: Date, failures: number, retryAfter: number | null): Date {
  const usual = Math.min(USUAL * 2 ** Math.max(0, failures - 1), LONGEST);
  const asked = Math.min((retryAfter ?? 0) * 1000, LONGEST_ASKED);
  return new Date(at.getTime() + Math.max(usual, asked));
}

/** By what one feed is known, however its address was written. */
export function keyOfAddress(address: string): string {
  const { host, pathname, search } = new URL(address);
  return `${host.replace(/^www\./, "")}${pathname.replace(/\/+$/, "")}${search}`;
}
