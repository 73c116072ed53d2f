import { uuidv7 } from "#platform/database/id.ts";
import type { Happened } from "../webhooks/tell-outside.ts";
import type { WebhookKind } from "../webhooks/webhook.ts";
import type { DeliveryState } from "./delivery.ts";
import type { Delivery } from "./delivery-queries.ts";

const kinds: Partial<Record<DeliveryState, WebhookKind>> = {
  placed: "delivery.placed",
  refused: "delivery.refused",
  unknown: "delivery.unknown",
};

/** What systems outside are told of a move: how it ended, and that it stands no more. A rehearsal concerns nobody. */
export function whatOthersHear(moved: Delivery, before: DeliveryState, at: Date): Happened[] {
  const { id, agencyId, state, reason, isRehearsal } = moved;
  const kind = state === "withdrawn" && before === "placed" ? "delivery.taken-down" : kinds[state];
  if (!kind || isRehearsal || state === before) return [];
  return [{ agencyId, kind, about: { deliveryId: id, reason }, key: `delivery ${uuidv7()}`, at }];
}
