import type { Work } from "#platform/work/work.ts";
import { redrawEvents } from "../event-queries.ts";
import { eventPolicy } from "../policy.ts";
import { eventSetting } from "../tables.ts";
import type { EventRule } from "./event-rule.ts";
import { eventRuleOf } from "./event-rule-queries.ts";

/** From now on; what was sent under a shorter time is still forgotten after that one. @throws Forbidden */
export async function setEventRule(work: Work, rule: EventRule): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId, personId: setBy } = actor;
  eventPolicy.permit(actor, "rule", { agencyId });
  const before = await eventRuleOf(tx, agencyId);
  const values = { ...rule, setBy, setAt: at };
  await tx
    .insert(eventSetting)
    .values({ agencyId, ...values })
    .onConflictDoUpdate({ target: eventSetting.agencyId, set: values });
  await work.record({
    ...{ act: "set-event-rule", objectKind: "event-rule", objectId: agencyId },
    ...{ before, after: rule },
  });
  await redrawEvents(tx);
}
