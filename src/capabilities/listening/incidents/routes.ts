import { implement } from "@orpc/server";
import type { Actor } from "#platform/auth/actor.ts";
import { Unacceptable } from "#platform/auth/policy.ts";
import type { Queryable } from "#platform/database/database.ts";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { coverageBetween } from "../coverage/coverage-between.ts";
import { markTone } from "../sorting/mark-tone.ts";
import { setWords } from "../sorting/set-words.ts";
import { wordsOf } from "../sorting/sort-items.ts";
import { sourcePolicy } from "../sources/policy.ts";
import { incidentContract } from "./contract.ts";
import { answerIncident, assignIncident, closeIncident, setIncidentRule } from "./handle-incident.ts";
import { listIncidents } from "./incident-queries.ts";
import { openIncident } from "./open-incident.ts";

const api = implement(incidentContract).$context<ApiContext>().use(authorised);

async function presentWords(q: Queryable, actor: Actor) {
  const { agencyId } = actor;
  sourcePolicy.permit(actor, "read", { agencyId });
  const words = await wordsOf(q, agencyId);
  return {
    words: Object.fromEntries(Object.entries(words).map(([theme, of]) => [theme, [...of]])),
    may: sourcePolicy.may(actor, { agencyId }),
  };
}

export const incidentRoutes = {
  incidents: api.incidents.handler(({ context: { database, actor } }) =>
    listIncidents(database, actor, new Date()),
  ),
  openIncident: api.openIncident.handler(async ({ input, context }) => {
    await context.work((work) => openIncident(work, input));
    return { id: input.id };
  }),
  assignIncident: api.assignIncident.handler(async ({ input, context }) => {
    await context.work((work) => assignIncident(work, input));
    return { id: input.id };
  }),
  answerIncident: api.answerIncident.handler(async ({ input, context }) => {
    await context.work((work) => answerIncident(work, input));
    return { id: input.id };
  }),
  closeIncident: api.closeIncident.handler(async ({ input, context }) => {
    await context.work((work) => closeIncident(work, input));
    return { id: input.id };
  }),
  setIncidentRule: api.setIncidentRule.handler(async ({ input, context }) => {
    await context.work((work) => setIncidentRule(work, input));
    return input;
  }),
  markTone: api.markTone.handler(async ({ input, context }) => {
    await context.work((work) => markTone(work, input));
    return { id: input.id };
  }),
  themeWords: api.themeWords.handler(({ context: { database, actor } }) => presentWords(database, actor)),
  setWords: api.setWords.handler(({ input, context }) =>
    context.work(async (work) => {
      await setWords(work, input);
      return presentWords(work.tx, context.actor);
    }),
  ),
  coverage: api.coverage.handler(({ input, context: { database, actor } }) => {
    sourcePolicy.permit(actor, "read", { agencyId: actor.agencyId });
    if (input.from > input.to) {
      const message = "Ngày đầu đứng sau ngày cuối.";
      throw new Unacceptable(message, [{ field: "to", message }]);
    }
    return coverageBetween(database, actor.agencyId, input);
  }),
};
