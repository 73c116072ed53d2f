import { implement } from "@orpc/server";
import type { Actor } from "#platform/auth/actor.ts";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Queryable } from "#platform/database/database.ts";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { download, mediaTypes } from "#platform/http/download.ts";
import { agencyById } from "../organization-queries.ts";
import { cancelRightsReview } from "./cancel-rights-review.ts";
import { closeRightsReview } from "./close-rights-review.ts";
import { rightsReviewContract } from "./contract.ts";
import { decideRights } from "./decide-rights.ts";
import { exportReviewTable, writeReviewMinutes } from "./export-review.ts";
import { openRightsReview } from "./open-rights-review.ts";
import { rightsReviewPolicy } from "./policy.ts";
import { presentReview, reviewAskedSince, reviewMonthOf, reviewsOf } from "./rights-review-queries.ts";
import { setReviewMonth } from "./set-review-month.ts";

const api = implement(rightsReviewContract).$context<ApiContext>().use(authorised);

async function presentAll(q: Queryable, actor: Actor, now = new Date()) {
  const agency = (await agencyById(q, actor.agencyId))!;
  return {
    reviews: await reviewsOf(q, actor, now),
    month: await reviewMonthOf(q, actor.agencyId),
    askedSince: await reviewAskedSince(q, agency, toVietnamDate(now).toString()),
    may: rightsReviewPolicy.may(actor, { agencyId: actor.agencyId }),
  };
}

export const rightsReviewRoutes = {
  rightsReviews: api.rightsReviews.handler(({ context: { database, actor } }) => presentAll(database, actor)),
  rightsReview: api.rightsReview.handler(({ input, context: { database, actor } }) =>
    presentReview(database, actor, input.id),
  ),
  openRightsReview: api.openRightsReview.handler(({ input, context }) =>
    context.work(async (work) =>
      presentReview(work.tx, context.actor, await openRightsReview(work, input), work.at),
    ),
  ),
  decideRights: api.decideRights.handler(({ input, context }) =>
    context.work(async (work) => {
      await decideRights(work, input);
      return presentReview(work.tx, context.actor, input.id, work.at);
    }),
  ),
  closeRightsReview: api.closeRightsReview.handler(({ input, context }) =>
    context.work(async (work) => {
      await closeRightsReview(work, input);
      return presentReview(work.tx, context.actor, input.id, work.at);
    }),
  ),
  cancelRightsReview: api.cancelRightsReview.handler(({ input, context }) =>
    context.work(async (work) => {
      await cancelRightsReview(work, input);
      return presentReview(work.tx, context.actor, input.id, work.at);
    }),
  ),
  setRightsReviewMonth: api.setRightsReviewMonth.handler(({ input, context }) =>
    context.work(async (work) => {
      await setReviewMonth(work, input);
      return presentAll(work.tx, context.actor, work.at);
    }),
  ),
  rightsReviewTable: api.rightsReviewTable.handler(({ input, context }) =>
    download(
      context.work((work) => exportReviewTable(work, input)),
      "ra-soat-quyen.xlsx",
      mediaTypes.xlsx,
    ),
  ),
  rightsReviewMinutes: api.rightsReviewMinutes.handler(({ input, context }) =>
    download(
      context.work((work) => writeReviewMinutes(work, input)),
      "bien-ban-ra-soat-quyen.docx",
      mediaTypes.docx,
    ),
  ),
};
