import { asc, eq, sql } from "drizzle-orm";
import { personNames } from "#organization";
import type { Actor } from "#platform/auth/actor.ts";
import type { Queryable } from "#platform/database/database.ts";
import { deliveryOf, subjectOf } from "../deliveries/delivery-queries.ts";
import { deliveryPolicy } from "../deliveries/policy.ts";
import { placement, placementCapture } from "../tables.ts";
import { keptByItself } from "./take-captures.ts";

/** Whether the page is kept without being asked for; what a sample says stands at networks is invented. */
async function byItself(q: Queryable, deliveryId: string, now: Date): Promise<"yes" | "sample" | "no"> {
  const { rows } = await q.execute<{ kept: boolean; invented: boolean }>(sql`
    select ${keptByItself(now)} as kept, a.is_sample and p.url not like '/%' as invented
    from placement p join agency a on a.id = p.agency_id where p.delivery_id = ${deliveryId}`);
  const [found] = rows;
  if (found?.kept) return "yes";
  return found?.invented ? "sample" : "no";
}

/** The pages kept of where a delivery stands, the oldest first; their words as plain text. */
export async function capturesOf(q: Queryable, actor: Actor, deliveryId: string, now = new Date()) {
  const whole = await deliveryOf(q, actor, deliveryId);
  const subject = subjectOf(whole);
  deliveryPolicy.permit(actor, "read", subject);
  const rows = await q
    .select({ capture: placementCapture })
    .from(placementCapture)
    .innerJoin(placement, eq(placement.id, placementCapture.placementId))
    .where(eq(placement.deliveryId, deliveryId))
    .orderBy(asc(placementCapture.askedAt), asc(placementCapture.id));
  const names = await personNames(
    q,
    rows.flatMap(({ capture }) => capture.askedBy ?? []),
  );
  return {
    captures: rows.map(({ capture: { agencyId: _, placementId: __, askedBy, attempts: ___, ...rest } }) => ({
      ...rest,
      askedByName: askedBy ? (names.get(askedBy) ?? "") : null,
      path: rest.state === "taken" ? `/placement-captures/${rest.id}` : null,
    })),
    byItself: await byItself(q, deliveryId, now),
    may: deliveryPolicy.may(actor, subject),
  };
}
