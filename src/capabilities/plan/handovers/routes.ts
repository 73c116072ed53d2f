import { implement } from "@orpc/server";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { download } from "#platform/http/download.ts";
import { acknowledgeHandover } from "./acknowledge-handover.ts";
import { adoptHandover } from "./adopt-handover.ts";
import { handoverContract } from "./contract.ts";
import { handOverPlan } from "./hand-over-plan.ts";
import { handoverFile } from "./handover-file.ts";
import { handoversOf, receivedHandover, receivedHandovers } from "./handover-queries.ts";
import { openHandover } from "./open-handover.ts";
import { takeBackHandover } from "./take-back-handover.ts";

const api = implement(handoverContract).$context<ApiContext>().use(authorised);

export const handoverRoutes = {
  handovers: api.handovers.handler(({ input, context: { database, actor } }) =>
    handoversOf(database, actor, input.id),
  ),
  handOver: api.handOver.handler(({ input, context }) => context.work((work) => handOverPlan(work, input))),
  takeBackHandover: api.takeBackHandover.handler(({ input, context }) =>
    context.work(async (work) => {
      await takeBackHandover(work, input);
      return handoversOf(work.tx, context.actor, input.id);
    }),
  ),
  receivedHandovers: api.receivedHandovers.handler(async ({ context: { database, actor } }) => ({
    handovers: await receivedHandovers(database, actor),
  })),
  receivedHandover: api.receivedHandover.handler(({ input, context }) =>
    context.work((work) => openHandover(work, input)),
  ),
  handoverFile: api.handoverFile.handler(async ({ input, context: { database, actor } }) => {
    const { bytes, fileName } = await handoverFile(database, actor, input.id);
    return download(bytes, fileName.replace(/[^A-Za-z0-9._-]/g, "_"), "application/octet-stream");
  }),
  acknowledgeHandover: api.acknowledgeHandover.handler(({ input, context }) =>
    context.work(async (work) => {
      await acknowledgeHandover(work, input);
      return receivedHandover(work.tx, context.actor, input.id);
    }),
  ),
  adoptHandover: api.adoptHandover.handler(({ input, context }) =>
    context.work((work) => adoptHandover(work, input)),
  ),
};
