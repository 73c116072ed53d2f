import { implement } from "@orpc/server";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { approveCase } from "./approve-case.ts";
import { caseContract } from "./contract.ts";
import { deleteCase } from "./delete-case.ts";
import { presentCase, presentCases } from "./present-cases.ts";
import { returnCase } from "./return-case.ts";
import { saveCase } from "./save-case.ts";
import { showCasePhotos } from "./show-case-photos.ts";
import { submitCase } from "./submit-case.ts";
import { tellCase } from "./tell-case.ts";

const api = implement(caseContract).$context<ApiContext>().use(authorised);

export const caseRoutes = {
  cases: api.cases.handler(({ input, context: { database, actor } }) => presentCases(database, actor, input)),
  caseById: api.caseById.handler(({ input, context: { database, actor } }) =>
    presentCase(database, actor, input.id),
  ),
  saveCase: api.saveCase.handler(async ({ input, context }) => ({
    id: await context.work((work) => saveCase(work, input)),
  })),
  casePhotos: api.casePhotos.handler(async ({ input, context }) => {
    await context.work((work) => showCasePhotos(work, input));
    return { id: input.id };
  }),
  deleteCase: api.deleteCase.handler(async ({ input, context }) => {
    await context.work((work) => deleteCase(work, input));
    return { id: input.id };
  }),
  submitCase: api.submitCase.handler(async ({ input, context }) => {
    await context.work((work) => submitCase(work, input));
    return { id: input.id };
  }),
  approveCase: api.approveCase.handler(async ({ input, context }) => {
    await context.work((work) => approveCase(work, { ...input, submittedAt: new Date(input.submittedAt) }));
    return { id: input.id };
  }),
  returnCase: api.returnCase.handler(async ({ input, context }) => {
    await context.work((work) => returnCase(work, input));
    return { id: input.id };
  }),
  tellCase: api.tellCase.handler(async ({ input, context }) => ({
    contentId: await context.work((work) => tellCase(work, input)),
  })),
};
