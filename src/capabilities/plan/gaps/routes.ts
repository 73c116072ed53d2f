import { implement } from "@orpc/server";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { gapContract } from "./contract.ts";
import { explainGap } from "./explain-gap.ts";
import { gapOfCell } from "./gap-of-cell.ts";
import { remindOfGap } from "./remind-of-gap.ts";
import { withdrawGapReason } from "./withdraw-gap-reason.ts";

const api = implement(gapContract).$context<ApiContext>().use(authorised);

export const gapRoutes = {
  gapOfCell: api.gapOfCell.handler(({ input, context: { database, actor } }) =>
    gapOfCell(database, actor, input),
  ),
  explainGap: api.explainGap.handler(({ input, context }) =>
    context.work(async (work) => {
      await explainGap(work, input);
      return gapOfCell(work.tx, work.actor, input);
    }),
  ),
  withdrawGapReason: api.withdrawGapReason.handler(({ input, context }) =>
    context.work(async (work) => {
      await withdrawGapReason(work, input);
      return gapOfCell(work.tx, work.actor, input);
    }),
  ),
  remindOfGap: api.remindOfGap.handler(({ input, context }) =>
    context.work(async (work) => {
      await remindOfGap(work, input);
      return gapOfCell(work.tx, work.actor, input);
    }),
  ),
};
