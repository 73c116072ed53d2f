import { implement } from "@orpc/server";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { contentKinds } from "../kinds/index.ts";
import { presentApprovalSheet } from "./approval-sheet.ts";
import { approveSeveral, presentSeveral } from "./approve-several.ts";
import { reviewContract } from "./contract.ts";
import { presentRoutes } from "./present-review.ts";
import { removeReviewRoute } from "./remove-route.ts";
import { saveReviewRoute } from "./save-route.ts";
import { seeContent } from "./see-content.ts";

const api = implement(reviewContract).$context<ApiContext>().use(authorised);

export const reviewRoutes = {
  approvalSheet: api.approvalSheet.handler(({ input, context: { database, actor } }) =>
    presentApprovalSheet(database, actor, input.id),
  ),
  seeContent: api.seeContent.handler(({ input, context: { work } }) =>
    work(async (current) => {
      await seeContent(current, input);
      return {};
    }),
  ),
  severalToApprove: api.severalToApprove.handler(async ({ context: { database, actor } }) => ({
    items: await presentSeveral(database, actor),
    kinds: contentKinds.flatMap(({ label, lowRisk }) => (lowRisk ? [label] : [])),
  })),
  approveSeveral: api.approveSeveral.handler(async ({ input, context: { work } }) => ({
    results: await approveSeveral(work, input.approvals),
  })),
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
