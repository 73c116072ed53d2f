import { implement } from "@orpc/server";
import { cancelUnitChange, recordUnitChange, unitChangesOf } from "#organization";
import type { Actor } from "#platform/auth/actor.ts";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Queryable } from "#platform/database/database.ts";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { restructuringContract } from "./contract.ts";
import { letChangeTakeEffect } from "./let-change-take-effect.ts";
import { restructuringPolicy } from "./policy.ts";

const api = implement(restructuringContract).$context<ApiContext>().use(authorised);

async function presentChanges(q: Queryable, actor: Actor) {
  return {
    changes: (await unitChangesOf(q, actor.agencyId)).map((change) => ({
      ...change,
      may: restructuringPolicy.may(actor, change),
    })),
    may: restructuringPolicy.may(actor, { agencyId: actor.agencyId }),
  };
}

export const restructuringRoutes = api.router({
  list: api.list.handler(({ context: { database, actor } }) => presentChanges(database, actor)),
  record: api.record.handler(({ input, context }) =>
    context.work(async (work) => {
      const id = await recordUnitChange(work, input);
      if (input.takesEffectOn <= toVietnamDate(work.at).toString()) await letChangeTakeEffect(work, id);
      return presentChanges(work.tx, context.actor);
    }),
  ),
  cancel: api.cancel.handler(({ input, context }) =>
    context.work(async (work) => {
      await cancelUnitChange(work, input);
      return presentChanges(work.tx, context.actor);
    }),
  ),
});
