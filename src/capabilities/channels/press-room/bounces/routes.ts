import { implement } from "@orpc/server";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { accountOf, listAccounts } from "../../accounts/account-queries.ts";
import { accountPolicy } from "../../accounts/policy.ts";
import { mailOauth } from "../../connectors/press/mail-token.ts";
import { mailboxContract } from "./contract.ts";
import { dropMailbox, setMailbox, tryMailbox } from "./set-mailbox.ts";

const api = implement(mailboxContract).$context<ApiContext>().use(authorised);

export const mailboxRoutes = {
  setPressMailbox: api.setPressMailbox.handler(async ({ input, context }) => {
    const { database, actor } = context;
    const { agencyId } = actor;
    accountPolicy.permit(actor, "connect", await accountOf(database, agencyId, input.id));
    // The mailbox is tried before the transaction: nobody waits for it.
    const { tokenUrl, clientId, clientSecret, refreshToken, scope, ...fields } = input;
    const oauth = mailOauth({ tokenUrl, clientId, clientSecret, refreshToken, scope });
    const tried = await tryMailbox(database, { agencyId, ...fields, oauth });
    return context.work(async (work) => {
      await setMailbox(work, { id: input.id, ...tried });
      return listAccounts(work.tx, actor);
    });
  }),
  dropPressMailbox: api.dropPressMailbox.handler(({ input, context }) =>
    context.work(async (work) => {
      await dropMailbox(work, input);
      return listAccounts(work.tx, context.actor);
    }),
  ),
};
