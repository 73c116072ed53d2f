import { implement } from "@orpc/server";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { claimTopic } from "./claim-topic.ts";
import { poolContract } from "./contract.ts";
import { endTopicClaim } from "./end-topic-claim.ts";
import { forbidReuse } from "./forbid-reuse.ts";
import { claimsFor, poolFor } from "./pool-queries.ts";
import { reuseContent } from "./reuse-content.ts";
import { traceOfItem } from "./reuse-queries.ts";

const api = implement(poolContract).$context<ApiContext>().use(authorised);

export const poolRoutes = {
  pool: api.pool.handler(({ input, context: { database, actor } }) => poolFor(database, actor, input)),
  reuse: api.reuse.handler(({ input, context }) =>
    context.work(async (work) => ({ id: await reuseContent(work, input) })),
  ),
  traceOfContent: api.traceOfContent.handler(({ input, context: { database, actor } }) =>
    traceOfItem(database, actor, input.id),
  ),
  forbidReuse: api.forbidReuse.handler(({ input, context }) =>
    context.work(async (work) => {
      await forbidReuse(work, input);
      return traceOfItem(work.tx, context.actor, input.id);
    }),
  ),
  topicClaims: api.topicClaims.handler(({ context: { database, actor } }) => claimsFor(database, actor)),
  claimTopic: api.claimTopic.handler(({ input, context }) =>
    context.work(async (work) => {
      await claimTopic(work, input);
      return claimsFor(work.tx, context.actor);
    }),
  ),
  endTopicClaim: api.endTopicClaim.handler(({ input, context }) =>
    context.work(async (work) => {
      await endTopicClaim(work, input);
      return claimsFor(work.tx, context.actor);
    }),
  ),
};
