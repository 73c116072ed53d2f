import { implement } from "@orpc/server";
import type { Actor } from "#platform/auth/actor.ts";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import type { Work } from "#platform/work/work.ts";
import { addWebhook, changeWebhook } from "./add-webhook.ts";
import { webhookContract } from "./contract.ts";
import { renewWebhookSecret } from "./renew-webhook-secret.ts";
import { removeWebhook, sendWebhookAgain, startWebhook, stopWebhook } from "./switch-webhook.ts";
import { tryWebhook } from "./try-webhook.ts";
import { listWebhooks, webhookLog } from "./webhook-queries.ts";

const api = implement(webhookContract).$context<ApiContext>().use(authorised);

interface Acting {
  actor: Actor;
  work: <T>(act: (work: Work) => Promise<T>) => Promise<T>;
}

/** Every act answers with the list as it is afterwards. */
const answer =
  <Input>(act: (work: Work, input: Input) => Promise<unknown>) =>
  ({ input, context }: { input: Input; context: Acting }) =>
    context.work(async (work) => {
      await act(work, input);
      return listWebhooks(work.tx, context.actor);
    });

const answerWithSecret =
  <Input>(act: (work: Work, input: Input) => Promise<string>) =>
  ({ input, context }: { input: Input; context: Acting }) =>
    context.work(async (work) => {
      const secret = await act(work, input);
      return { ...(await listWebhooks(work.tx, context.actor)), secret };
    });

export const webhookRoutes = {
  webhooks: api.webhooks.handler(({ context: { database, actor } }) => listWebhooks(database, actor)),
  addWebhook: api.addWebhook.handler(answerWithSecret(addWebhook)),
  changeWebhook: api.changeWebhook.handler(answer(changeWebhook)),
  renewWebhookSecret: api.renewWebhookSecret.handler(answerWithSecret(renewWebhookSecret)),
  tryWebhook: api.tryWebhook.handler(({ input, context: { database, actor } }) =>
    tryWebhook(database, actor, input),
  ),
  stopWebhook: api.stopWebhook.handler(answer(stopWebhook)),
  startWebhook: api.startWebhook.handler(answer(startWebhook)),
  removeWebhook: api.removeWebhook.handler(answer(removeWebhook)),
  webhookLog: api.webhookLog.handler(({ input, context: { database, actor } }) =>
    webhookLog(database, actor, input),
  ),
  sendWebhookAgain: api.sendWebhookAgain.handler(({ input, context }) =>
    context.work(async (work) => {
      await sendWebhookAgain(work, input);
      return webhookLog(work.tx, context.actor, { id: input.id });
    }),
  ),
};
