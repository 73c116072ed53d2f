import { implement } from "@orpc/server";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import type { Work } from "#platform/work/work.ts";
import { addProcedure } from "./add-procedure.ts";
import { proceduresContract } from "./contract.ts";
import { pauseProcedure } from "./pause-procedure.ts";
import { presentProcedure } from "./present-procedure.ts";
import { pageOfRegister, registerChoices } from "./register-queries.ts";
import { repealProcedure } from "./repeal-procedure.ts";
import { resumeProcedure } from "./resume-procedure.ts";
import { saveProcedure } from "./save-procedure.ts";

const api = implement(proceduresContract).$context<ApiContext>().use(authorised);

/** Runs an act on a procedure and answers with the procedure as its page shows it. */
const after = (id: string, act: (work: Work) => Promise<void>) => async (work: Work) => {
  await act(work);
  return presentProcedure(work.tx, work.actor, id);
};

export const procedureRoutes = {
  list: api.list.handler(({ input, context: { database, actor } }) => pageOfRegister(database, actor, input)),
  registerChoices: api.registerChoices.handler(({ context: { database, actor } }) =>
    registerChoices(database, actor),
  ),
  get: api.get.handler(({ input, context: { database, actor } }) =>
    presentProcedure(database, actor, input.id),
  ),
  add: api.add.handler(({ input, context }) =>
    context.work(after(input.id, (work) => addProcedure(work, input))),
  ),
  save: api.save.handler(({ input, context }) =>
    context.work(after(input.id, (work) => saveProcedure(work, input))),
  ),
  repeal: api.repeal.handler(({ input, context }) =>
    context.work(after(input.id, (work) => repealProcedure(work, input))),
  ),
  pause: api.pause.handler(({ input, context }) =>
    context.work(after(input.id, (work) => pauseProcedure(work, input))),
  ),
  resume: api.resume.handler(({ input, context }) =>
    context.work(after(input.id, (work) => resumeProcedure(work, input))),
  ),
};
