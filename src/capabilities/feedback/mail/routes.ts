import { implement } from "@orpc/server";
import { mailOauth } from "#channels";
import { removeFiles } from "#platform/files/files.ts";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { feedbackPolicy } from "../policy.ts";
import { mailContract } from "./contract.ts";
import { dismissMail, redirectMail, takeMail } from "./decide-mail.ts";
import { listMails, openMail } from "./mail-queries.ts";
import { dropMailbox, setMailbox, tryMailbox } from "./set-mailbox.ts";

const api = implement(mailContract).$context<ApiContext>().use(authorised);

export const mailRoutes = {
  mails: api.mails.handler(({ context: { database, actor } }) => listMails(database, actor, new Date())),
  openMail: api.openMail.handler(({ input, context }) => context.work((work) => openMail(work, input))),
  takeMail: api.takeMail.handler(async ({ input, context }) => {
    const { id, code } = await context.work((work) => takeMail(work, input));
    return { id, code };
  }),
  dismissMail: api.dismissMail.handler(async ({ input, context }) => {
    await removeFiles(await context.work((work) => dismissMail(work, input)));
    return { id: input.id };
  }),
  redirectMail: api.redirectMail.handler(async ({ input, context }) => {
    await removeFiles(await context.work((work) => redirectMail(work, input)));
    return { id: input.id };
  }),
  setMailbox: api.setMailbox.handler(async ({ input, context }) => {
    const { database, actor } = context;
    feedbackPolicy.permit(actor, "mailbox", { agencyId: actor.agencyId });
    // The mailbox is tried before the transaction: nobody waits for it.
    const { tokenUrl, clientId, clientSecret, refreshToken, scope, ...fields } = input;
    const oauth = mailOauth({ tokenUrl, clientId, clientSecret, refreshToken, scope });
    const tried = await tryMailbox(database, actor.agencyId, { ...fields, oauth });
    return context.work(async (work) => {
      await setMailbox(work, tried);
      return listMails(work.tx, actor, work.at);
    });
  }),
  dropMailbox: api.dropMailbox.handler(({ context }) =>
    context.work(async (work) => {
      await dropMailbox(work);
      return listMails(work.tx, context.actor, work.at);
    }),
  ),
};
