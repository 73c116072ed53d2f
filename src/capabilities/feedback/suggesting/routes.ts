import { implement } from "@orpc/server";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { questionContract } from "./contract.ts";
import { draftQuestions } from "./draft-questions.ts";
import { presentOftenAsked } from "./often-asked-queries.ts";

const api = implement(questionContract).$context<ApiContext>().use(authorised);

export const questionRoutes = {
  oftenAsked: api.oftenAsked.handler(({ context: { database, actor } }) =>
    presentOftenAsked(database, actor, new Date()),
  ),
  draftQuestions: api.draftQuestions.handler(async ({ input, context }) => ({
    contentId: await context.work((work) => draftQuestions(work, input)),
  })),
};
