import { implement } from "@orpc/server";
import type { Actor } from "#platform/auth/actor.ts";
import type { Queryable } from "#platform/database/database.ts";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { reminderContract } from "./contract.ts";
import { reminderPolicy } from "./policy.ts";
import { remindersOf } from "./reminder-queries.ts";
import { setReminders } from "./set-reminders.ts";

const api = implement(reminderContract).$context<ApiContext>().use(authorised);

const presentReminders = async (q: Queryable, actor: Actor) => ({
  ...(await remindersOf(q, actor.agencyId)),
  may: reminderPolicy.may(actor, { agencyId: actor.agencyId }),
});

export const reminderRoutes = {
  getReminders: api.getReminders.handler(({ context: { database, actor } }) =>
    presentReminders(database, actor),
  ),
  setReminders: api.setReminders.handler(({ input, context }) =>
    context.work(async (work) => {
      await setReminders(work, input);
      return presentReminders(work.tx, context.actor);
    }),
  ),
};
