import { implement } from "@orpc/server";
import type { Actor } from "#platform/auth/actor.ts";
import type { Queryable } from "#platform/database/database.ts";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { itemOf, revisionOf } from "../content-queries.ts";
import { contentPolicy } from "../policy.ts";
import { answerSimilar } from "./answer-similar.ts";
import { similarityContract } from "./contract.ts";
import { findSimilar } from "./find-similar.ts";
import { presentSimilar } from "./present-similar.ts";

const api = implement(similarityContract).$context<ApiContext>().use(authorised);

async function similarOf(q: Queryable, actor: Actor, id: string) {
  const item = await itemOf(q, actor, id);
  const text = await revisionOf(q, item.currentRevisionId);
  return {
    similar: await presentSimilar(q, await findSimilar(q, actor, { ...text, itemId: id })),
    may: { answer: contentPolicy.may(actor, item).answerSimilar?.allowed ?? false },
  };
}

export const similarityRoutes = {
  similarTo: api.similarTo.handler(async ({ input: { id, ...text }, context: { database, actor } }) => {
    // Of an item of another agency nothing is told, not even that it is there.
    const item = id === null ? null : await itemOf(database, actor, id);
    const found = await findSimilar(database, actor, { itemId: item?.id ?? null, ...text });
    return {
      similar: await presentSimilar(database, found),
      may: { answer: item !== null && (contentPolicy.may(actor, item).answerSimilar?.allowed ?? false) },
    };
  }),
  similar: api.similar.handler(({ input, context: { database, actor } }) =>
    similarOf(database, actor, input.id),
  ),
  answerSimilar: api.answerSimilar.handler(({ input, context: { actor, work } }) =>
    work(async (current) => {
      await answerSimilar(current, input);
      return similarOf(current.tx, actor, input.id);
    }),
  ),
};
