import { pressBetween } from "#listening";
import { startOfDay } from "#platform/clock/vietnam-time.ts";
import type { Queryable } from "#platform/database/database.ts";
import type { ChainListening } from "./press-coverage.ts";

/** What the followed sources brought in a period and what came of criticism, as it stands on `today`. */
export async function gatherListening(
  q: Queryable,
  agencyId: string,
  { period: { from, to }, today }: { period: { from: string; to: string }; today: string },
): Promise<ChainListening> {
  const until = today < to ? today : to;
  const end = startOfDay(Temporal.PlainDate.from(until).add({ days: 1 }).toString());
  const at = new Date(Math.min(Date.now(), end.getTime())).toISOString();
  const { incidents, ...found } = await pressBetween(q, agencyId, { from, to: until });
  return {
    ...{ from, until, at, ...found },
    incidents: incidents.map((row) => ({
      ...row,
      endedAt: row.endedAt !== null && row.endedAt < at ? row.endedAt : null,
    })),
  };
}
