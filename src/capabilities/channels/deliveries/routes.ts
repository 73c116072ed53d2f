import { implement } from "@orpc/server";
import type { Actor } from "#platform/auth/actor.ts";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import type { Work } from "#platform/work/work.ts";
import { addProof } from "../placements/add-proof.ts";
import { recordByHand } from "../placements/record-by-hand.ts";
import { renewPlacement } from "../placements/renew-placement.ts";
import { sayStillThere } from "../placements/say-still-there.ts";
import { takeDown } from "../placements/take-down.ts";
import { approveWords, changeDelivery, tryAgain, withdrawDelivery } from "./change-delivery.ts";
import { limitsByAccount } from "./choices-of-delivery.ts";
import { deliveryContract } from "./contract.ts";
import { decideUnknown } from "./decide-unknown.ts";
import { deliveryOf, subjectOf } from "./delivery-queries.ts";
import { listDeliveries, presentOfContent, previewOf } from "./list-deliveries.ts";
import { planDeliveries } from "./plan-deliveries.ts";
import { deliveryPolicy } from "./policy.ts";
import { presentDelivery } from "./present-delivery.ts";

const api = implement(deliveryContract).$context<ApiContext>().use(authorised);

interface Acting {
  actor: Actor;
  work: <T>(act: (work: Work) => Promise<T>) => Promise<T>;
}

/** Every act answers with the delivery as it is afterwards. */
const answer =
  <Input extends { id: string }>(act: (work: Work, input: Input) => Promise<unknown>) =>
  ({ input, context }: { input: Input; context: Acting }) =>
    context.work(async (work) => {
      await act(work, input);
      return presentDelivery(work.tx, context.actor, input.id);
    });

export const deliveryRoutes = {
  deliveries: api.deliveries.handler(({ input, context: { database, actor } }) =>
    listDeliveries(database, actor, input),
  ),
  delivery: api.delivery.handler(({ input, context: { database, actor } }) =>
    presentDelivery(database, actor, input.id),
  ),
  deliveriesOfContent: api.deliveriesOfContent.handler(({ input, context: { database, actor } }) =>
    presentOfContent(database, actor, input.id),
  ),
  planDeliveries: api.planDeliveries.handler(({ input: { id: itemId, ...wanted }, context }) =>
    context.work(async (work) => {
      await planDeliveries(work, { itemId, ...wanted });
      return presentOfContent(work.tx, context.actor, itemId);
    }),
  ),
  changeDelivery: api.changeDelivery.handler(answer(changeDelivery)),
  previewDelivery: api.previewDelivery.handler(async ({ input, context: { database, actor } }) => {
    const whole = await deliveryOf(database, actor, input.id);
    deliveryPolicy.permit(actor, "preview", subjectOf(whole));
    const { delivery, content, account } = whole;
    const limits = await limitsByAccount(database, [account]);
    const words = { ...delivery, ownText: input.ownText?.trim() || null };
    return previewOf(content, account.network, words, limits.get(account.id));
  }),
  approveDeliveryWords: api.approveDeliveryWords.handler(answer(approveWords)),
  retryDelivery: api.retryDelivery.handler(answer(tryAgain)),
  withdrawDelivery: api.withdrawDelivery.handler(answer(withdrawDelivery)),
  decideDelivery: api.decideDelivery.handler(answer(decideUnknown)),
  recordPlacement: api.recordPlacement.handler(answer(recordByHand)),
  takeDownDelivery: api.takeDownDelivery.handler(answer(takeDown)),
  sayStillThere: api.sayStillThere.handler(answer(sayStillThere)),
  renewPlacement: api.renewPlacement.handler(answer(renewPlacement)),
  addDeliveryProof: api.addDeliveryProof.handler(async ({ input: { id, file }, context }) => {
    const bytes = new Uint8Array(await file.arrayBuffer());
    return context.work(async (work) => {
      await addProof(work, { id, bytes, fileName: file.name });
      return presentDelivery(work.tx, context.actor, id);
    });
  }),
};
