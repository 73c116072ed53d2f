import { implement } from "@orpc/server";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { cancelRoyalty } from "./cancel-royalty.ts";
import { royaltiesContract } from "./contract.ts";
import { decideRoyalty } from "./decide-royalty.ts";
import { payRoyalty } from "./pay-royalty.ts";
import { proposeRoyalty } from "./propose-royalty.ts";
import { presentRoyalties, royaltyStart } from "./royalty-queries.ts";
import { saveRateTable } from "./save-rate-table.ts";

const api = implement(royaltiesContract).$context<ApiContext>().use(authorised);

export const royaltiesRoutes = {
  royalties: api.royalties.handler(({ input, context: { database, actor } }) =>
    presentRoyalties(database, actor, input),
  ),
  royaltyStart: api.royaltyStart.handler(({ input: { itemId }, context: { database, actor } }) =>
    royaltyStart(database, actor, itemId),
  ),
  saveRateTable: api.saveRateTable.handler(({ input, context }) =>
    context.work(async (work) => {
      await saveRateTable(work, input);
      return { id: input.id };
    }),
  ),
  proposeRoyalty: api.proposeRoyalty.handler(({ input, context }) =>
    context.work(async (work) => {
      await proposeRoyalty(work, input);
      return { id: input.id };
    }),
  ),
  decideRoyalty: api.decideRoyalty.handler(({ input, context }) =>
    context.work(async (work) => {
      await decideRoyalty(work, input);
      return { id: input.id };
    }),
  ),
  cancelRoyalty: api.cancelRoyalty.handler(({ input, context }) =>
    context.work(async (work) => {
      await cancelRoyalty(work, input);
      return { id: input.id };
    }),
  ),
  payRoyalty: api.payRoyalty.handler(({ input, context }) =>
    context.work(async (work) => {
      await payRoyalty(work, input);
      return { id: input.id };
    }),
  ),
};
