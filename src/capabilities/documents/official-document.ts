/** Whether a legal instrument holds on a day. "unknown": no date says so either way. */
export const forces = ["in-force", "not-yet", "ended", "unknown"] as const;
export type Force = (typeof forces)[number];

interface Dated {
  topic: string | null;
  effectiveFrom: string | null;
  effectiveTo: string | null;
  replacedBy: unknown;
}

/**
 * Whether an instrument holds on a day (YYYY-MM-DD); null for a document that is no legal instrument. One that names
 * a successor has ended even where its last day is not known.
 */
export function forceOn({ topic, effectiveFrom, effectiveTo, replacedBy }: Dated, day: string): Force | null {
  if (topic === null) return null;
  if (effectiveTo !== null && effectiveTo < day) return "ended";
  if (effectiveTo === null && replacedBy !== null) return "ended";
  if (effectiveFrom !== null) return effectiveFrom <= day ? "in-force" : "not-yet";
  return "unknown";
}
