import { asc, eq } from "drizzle-orm";
import { personNames } from "#organization";
import type { Actor } from "#platform/auth/actor.ts";
import type { Queryable } from "#platform/database/database.ts";
import { deliveryOf, subjectOf } from "../deliveries/delivery-queries.ts";
import { deliveryPolicy } from "../deliveries/policy.ts";
import { placement, placementCapture } from "../tables.ts";

/** The pages kept of where a delivery stands, the oldest first; their words as plain text. */
export async function capturesOf(q: Queryable, actor: Actor, deliveryId: string) {
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
    may: deliveryPolicy.may(actor, subject),
  };
}
