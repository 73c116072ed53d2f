import { implement } from "@orpc/server";
import type { Actor } from "#platform/auth/actor.ts";
import { today } from "#platform/clock/vietnam-time.ts";
import type { Queryable } from "#platform/database/database.ts";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { documentPolicy } from "../policy.ts";
import { promptnessContract } from "./contract.ts";
import { measuredDocuments, promptnessOf, promptShare } from "./promptness-queries.ts";
import { setPromptness } from "./set-promptness.ts";

const api = implement(promptnessContract).$context<ApiContext>().use(authorised);

async function presented(
  q: Queryable,
  actor: Actor,
  { from, to }: { from?: string | undefined; to?: string | undefined } = {},
) {
  const { agencyId } = actor;
  const now = today();
  const day = now.toString();
  const period = { from: from ?? `${now.year}-01-01`, to: to ?? day };
  const found = await promptnessOf(q, agencyId);
  const all = await measuredDocuments(q, agencyId, { from: "0001-01-01", to: day, day });
  return {
    setting: found && { workingDays: found.workingDays, types: found.types, fromDay: found.fromDay },
    share: {
      ...promptShare(all.filter(({ issuedOn }) => issuedOn >= period.from && issuedOn <= period.to)),
      ...period,
    },
    late: all.filter(({ state, publishedAt }) => state === "late" && publishedAt === null),
    may: documentPolicy.may(actor, { agencyId }),
  };
}

export const promptnessRoutes = {
  promptness: api.promptness.handler(({ input, context: { database, actor } }) =>
    presented(database, actor, input),
  ),
  setPromptness: api.setPromptness.handler(({ input, context }) =>
    context.work(async (work) => {
      await setPromptness(work, input);
      return presented(work.tx, work.actor);
    }),
  ),
};
