import { implement } from "@orpc/server";
import type { Actor } from "#platform/auth/actor.ts";
import type { Queryable } from "#platform/database/database.ts";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { answerWithAll } from "../answer-with-all.ts";
import { difficultyContract } from "./contract.ts";
import { decideDifficulty } from "./decide-difficulty.ts";
import { difficultiesOf, unitsToRaiseFor } from "./difficulty-queries.ts";
import { gatherDifficulty } from "./gather-difficulty.ts";
import { difficultyPolicy } from "./policy.ts";
import { raiseDifficulty } from "./raise-difficulty.ts";
import { withdrawDifficulty } from "./withdraw-difficulty.ts";

const api = implement(difficultyContract).$context<ApiContext>().use(authorised);

async function presentAll(q: Queryable, actor: Actor) {
  const units = await unitsToRaiseFor(q, actor);
  return {
    difficulties: await difficultiesOf(q, actor),
    units,
    may: difficultyPolicy.may(actor, { agencyId: actor.agencyId }),
  };
}

const then = answerWithAll(presentAll);

export const difficultyRoutes = {
  difficulties: api.difficulties.handler(({ context: { database, actor } }) => presentAll(database, actor)),
  raiseDifficulty: api.raiseDifficulty.handler(then(raiseDifficulty)),
  withdrawDifficulty: api.withdrawDifficulty.handler(then(withdrawDifficulty)),
  gatherDifficulty: api.gatherDifficulty.handler(then(gatherDifficulty)),
  decideDifficulty: api.decideDifficulty.handler(then(decideDifficulty)),
};
