import { implement } from "@orpc/server";
import type { Actor } from "#platform/auth/actor.ts";
import type { Queryable } from "#platform/database/database.ts";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { spokespersonPolicy } from "../spokespeople/policy.ts";
import { limitContract } from "./contract.ts";
import { limitsOf } from "./limits.ts";
import { setLimits } from "./set-limits.ts";

const api = implement(limitContract).$context<ApiContext>().use(authorised);

const shown = async (q: Queryable, actor: Actor) => ({
  ...(await limitsOf(q, actor.agencyId)),
  may: spokespersonPolicy.may(actor, { agencyId: actor.agencyId }),
});

export const limitRoutes = {
  pressLimits: api.pressLimits.handler(({ context: { database, actor } }) => shown(database, actor)),
  setPressLimits: api.setPressLimits.handler(({ input, context }) =>
    context.work(async (work) => {
      await setLimits(work, input);
      return shown(work.tx, context.actor);
    }),
  ),
};
