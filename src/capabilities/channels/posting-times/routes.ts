import { implement } from "@orpc/server";
import type { Actor } from "#platform/auth/actor.ts";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import type { Work } from "#platform/work/work.ts";
import { changeDelivery } from "../deliveries/change-delivery.ts";
import { calendarDeliveries } from "./calendar-deliveries.ts";
import { checkTimes } from "./check-times.ts";
import { postingContract } from "./contract.ts";
import { addQuietDays, removeQuietDays } from "./keep-quiet-days.ts";
import { presentPostingHours } from "./present-posting-hours.ts";
import { savePostingRule } from "./save-posting-rule.ts";

const api = implement(postingContract).$context<ApiContext>().use(authorised);

interface Acting {
  actor: Actor;
  work: <T>(act: (work: Work) => Promise<T>) => Promise<T>;
}

/** Every act answers with what holds afterwards. */
const answer =
  <Input>(act: (work: Work, input: Input) => Promise<unknown>) =>
  ({ input, context }: { input: Input; context: Acting }) =>
    context.work(async (work) => {
      await act(work, input);
      return presentPostingHours(work.tx, context.actor);
    });

export const postingRoutes = {
  postingHours: api.postingHours.handler(({ context: { database, actor } }) =>
    presentPostingHours(database, actor),
  ),
  savePostingRule: api.savePostingRule.handler(answer(savePostingRule)),
  addQuietDays: api.addQuietDays.handler(answer(addQuietDays)),
  removeQuietDays: api.removeQuietDays.handler(answer(removeQuietDays)),
  calendarDeliveries: api.calendarDeliveries.handler(({ input, context: { database, actor } }) =>
    calendarDeliveries(database, actor, input),
  ),
  moveDelivery: api.moveDelivery.handler(({ input: { at: wantedAt, ...input }, context }) =>
    context.work(async (work) => ({ at: await changeDelivery(work, { ...input, wantedAt }) })),
  ),
  checkPostingTime: api.checkPostingTime.handler(
    ({ input: { id: itemId, ...wanted }, context: { database, actor } }) =>
      checkTimes(database, actor, { itemId, ...wanted }),
  ),
};
