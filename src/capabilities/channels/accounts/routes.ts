import { implement } from "@orpc/server";
import type { Actor } from "#platform/auth/actor.ts";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import type { Work } from "#platform/work/work.ts";
import { accountOf, listAccounts } from "./account-queries.ts";
import { connectAccount, disconnectAccount, tryConnection } from "./connect-account.ts";
import { accountContract } from "./contract.ts";
import { accountPolicy } from "./policy.ts";
import { changeAccount, registerAccount } from "./register-account.ts";
import { setAdministrators } from "./set-administrators.ts";
import { closeAccount, pauseAccount, pauseAll, resumeAccount, resumeAll } from "./stop-account.ts";
import { setWarnedDays } from "./warned-days.ts";

const api = implement(accountContract).$context<ApiContext>().use(authorised);

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
      return listAccounts(work.tx, context.actor);
    });

export const accountRoutes = {
  accounts: api.accounts.handler(({ context: { database, actor } }) => listAccounts(database, actor)),
  registerAccount: api.registerAccount.handler(answer(registerAccount)),
  changeAccount: api.changeAccount.handler(answer(changeAccount)),
  setAdministrators: api.setAdministrators.handler(answer(setAdministrators)),
  connectAccount: api.connectAccount.handler(async ({ input: { id, values }, context }) => {
    const { database, actor } = context;
    accountPolicy.permit(actor, "connect", await accountOf(database, actor.agencyId, id));
    // The network is asked before the transaction: nobody waits for it.
    const tried = await tryConnection(database, { agencyId: actor.agencyId, id, values });
    return context.work(async (work) => {
      await connectAccount(work, { id, ...tried });
      return listAccounts(work.tx, actor);
    });
  }),
  disconnectAccount: api.disconnectAccount.handler(answer(disconnectAccount)),
  pauseAccount: api.pauseAccount.handler(answer(pauseAccount)),
  resumeAccount: api.resumeAccount.handler(answer(resumeAccount)),
  closeAccount: api.closeAccount.handler(answer(closeAccount)),
  setConnectionWarning: api.setConnectionWarning.handler(answer(setWarnedDays)),
  pauseChannels: api.pauseChannels.handler(answer(pauseAll)),
  resumeChannels: api.resumeChannels.handler(answer(resumeAll)),
};
