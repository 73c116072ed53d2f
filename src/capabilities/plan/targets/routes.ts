import { implement } from "@orpc/server";
import type { Actor } from "#platform/auth/actor.ts";
import { today } from "#platform/clock/vietnam-time.ts";
import type { Queryable } from "#platform/database/database.ts";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { planOf } from "../plan-queries.ts";
import { targetContract } from "./contract.ts";
import { targetPolicy } from "./policy.ts";
import { setObligationTarget, setTaskTarget } from "./set-target.ts";
import { targetsOf } from "./target-queries.ts";

const api = implement(targetContract).$context<ApiContext>().use(authorised);

const present = async (q: Queryable, actor: Actor, planId: string) => ({
  targets: await targetsOf(q, await planOf(q, actor.agencyId, planId), today().toString()),
  may: targetPolicy.may(actor, { agencyId: actor.agencyId }),
});

export const targetRoutes = {
  targets: api.targets.handler(({ input, context: { database, actor } }) =>
    present(database, actor, input.id),
  ),
  setTaskTarget: api.setTaskTarget.handler(({ input, context }) =>
    context.work(async (work) => present(work.tx, context.actor, await setTaskTarget(work, input))),
  ),
  setObligationTarget: api.setObligationTarget.handler(({ input, context }) =>
    context.work(async (work) => present(work.tx, context.actor, await setObligationTarget(work, input))),
  ),
};
