import { implement } from "@orpc/server";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { presentApprovalSheet } from "./approval-sheet.ts";
import { reviewContract } from "./contract.ts";
import { presentRoutes } from "./present-review.ts";
import { removeReviewRoute } from "./remove-route.ts";
import { saveReviewRoute } from "./save-route.ts";

const api = implement(reviewContract).$context<ApiContext>().use(authorised);

export const reviewRoutes = {
  approvalSheet: api.approvalSheet.handler(({ input, context: { database, actor } }) =>
    presentApprovalSheet(database, actor, input.id),
  ),
  reviewRoutes: api.reviewRoutes.handler(({ context: { database, actor } }) =>
    presentRoutes(database, actor),
  ),
  saveReviewRoute: api.saveReviewRoute.handler(({ input, context: { actor, work } }) =>
    work(async (current) => {
      await saveReviewRoute(current, input);
      return presentRoutes(current.tx, actor);
    }),
  ),
  removeReviewRoute: api.removeReviewRoute.handler(({ input, context: { actor, work } }) =>
    work(async (current) => {
      await removeReviewRoute(current, input);
      return presentRoutes(current.tx, actor);
    }),
  ),
};
