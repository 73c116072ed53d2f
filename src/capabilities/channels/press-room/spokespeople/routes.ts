import { implement } from "@orpc/server";
import type { Actor } from "#platform/auth/actor.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import type { Work } from "#platform/work/work.ts";
import { appointSpokesperson, changeSpokesperson } from "./appoint-spokesperson.ts";
import { spokespersonContract } from "./contract.ts";
import { endTerm } from "./end-term.ts";
import { listSpokespeople } from "./spokesperson-queries.ts";

const api = implement(spokespersonContract).$context<ApiContext>().use(authorised);

interface Acting {
  actor: Actor;
  work: <T>(act: (work: Work) => Promise<T>) => Promise<T>;
}

/** Every act answers with the register as it is afterwards. */
const answer =
  <Input>(act: (work: Work, input: Input) => Promise<unknown>) =>
  ({ input, context }: { input: Input; context: Acting }) =>
    context.work(async (work) => {
      await act(work, input);
      return listSpokespeople(work.tx, context.actor, work.at);
    });

export const spokespersonRoutes = {
  spokespeople: api.spokespeople.handler(({ context: { database, actor } }) =>
    listSpokespeople(database, actor, new Date()),
  ),
  appointSpokesperson: api.appointSpokesperson.handler(
    answer((work, input) => appointSpokesperson(work, { id: uuidv7(), ...input })),
  ),
  changeSpokesperson: api.changeSpokesperson.handler(answer(changeSpokesperson)),
  endSpokesperson: api.endSpokesperson.handler(answer(endTerm)),
};
