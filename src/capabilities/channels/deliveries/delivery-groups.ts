import { and, eq, inArray, isNotNull, isNull, not, or, type SQL } from "drizzle-orm";
import { delivery } from "../tables.ts";
import type { DeliveryGroup } from "./delivery.ts";

/** Words or pictures of its own wait for a second person. */
const ownWaits = and(
  or(
    and(isNotNull(delivery.ownText), isNull(delivery.ownTextApprovedBy)),
    and(isNotNull(delivery.ownPictures), isNull(delivery.ownPicturesApprovedBy)),
  ),
  inArray(delivery.state, ["pending", "failed"]),
)!;

/** A post by hand waits for nobody but a person. */
const todo = or(
  eq(delivery.state, "refused"),
  eq(delivery.needsPerson, true),
  and(eq(delivery.state, "submitted"), isNull(delivery.nextTryAt)),
  ownWaits,
)!;

export const inGroup: Record<DeliveryGroup, SQL> = {
  todo,
  waiting: and(
    inArray(delivery.state, ["pending", "failed", "submitting", "submitted", "unknown"]),
    not(todo),
  )!,
  placed: eq(delivery.state, "placed"),
  over: eq(delivery.state, "withdrawn"),
};
