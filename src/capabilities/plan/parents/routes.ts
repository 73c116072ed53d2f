import { implement } from "@orpc/server";
import type { Actor } from "#platform/auth/actor.ts";
import type { Queryable } from "#platform/database/database.ts";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { parentContract } from "./contract.ts";
import { linkParent } from "./link-parent.ts";
import { linkParentClause } from "./link-parent-clause.ts";
import { parentsOf } from "./parent-queries.ts";
import { unlinkParent } from "./unlink-parent.ts";

const api = implement(parentContract).$context<ApiContext>().use(authorised);

const presentParents = async (q: Queryable, actor: Actor, planId: string) => ({
  parents: await parentsOf(q, actor.agencyId, planId),
});

export const parentRoutes = {
  parents: api.parents.handler(({ input, context: { database, actor } }) =>
    presentParents(database, actor, input.id),
  ),
  linkParent: api.linkParent.handler(({ input, context }) =>
    context.work(async (work) => presentParents(work.tx, context.actor, (await linkParent(work, input)).id)),
  ),
  unlinkParent: api.unlinkParent.handler(({ input, context }) =>
    context.work(async (work) =>
      presentParents(work.tx, context.actor, (await unlinkParent(work, input)).id),
    ),
  ),
  linkParentClause: api.linkParentClause.handler(({ input, context }) =>
    context.work(async (work) =>
      presentParents(work.tx, context.actor, (await linkParentClause(work, input)).id),
    ),
  ),
};
