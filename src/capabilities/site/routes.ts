import { implement } from "@orpc/server";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { siteContract } from "./contract.ts";
import { followingOf } from "./following/following-queries.ts";
import { stopAddress } from "./following/stop-address.ts";
import { listBrokenLinks } from "./links/broken-link-queries.ts";
import { checkPageLinks } from "./links/check-page-links.ts";
import { settleLink } from "./links/settle-link.ts";
import { careForPage } from "./pages/care-for-page.ts";
import { confirmPage } from "./pages/confirm-page.ts";
import { nameSuccessor } from "./pages/name-successor.ts";
import { listReviews } from "./pages/review-queries.ts";
import { answerReport } from "./reports/answer-report.ts";
import { listReports } from "./reports/report-queries.ts";
import { votesOfPages } from "./reports/vote-queries.ts";
import { confirmSection } from "./sections/confirm-section.ts";
import { lookAfterSection } from "./sections/look-after-section.ts";
import { putTextInSection } from "./sections/put-text-in-section.ts";
import { listSections } from "./sections/section-queries.ts";
import { setEnglishName } from "./sections/set-english-name.ts";
import { takeTextOutOfSection } from "./sections/take-text-out-of-section.ts";
import { setSiteRule } from "./set-site-rule.ts";

const api = implement(siteContract).$context<ApiContext>().use(authorised);

export const siteRoutes = api.router({
  reports: api.reports.handler(({ input, context: { database, actor } }) =>
    listReports(database, actor, input, new Date()),
  ),
  answerReport: api.answerReport.handler(async ({ input, context }) => {
    await context.work((work) => answerReport(work, input));
    return { id: input.id };
  }),
  votes: api.votes.handler(({ input: { days }, context: { database, actor } }) =>
    votesOfPages(database, actor, days, new Date()),
  ),
  following: api.following.handler(({ context: { database, actor } }) =>
    followingOf(database, actor, new Date()),
  ),
  stopAddress: api.stopAddress.handler(async ({ input, context }) => ({
    ended: await context.work((work) => stopAddress(work, input)),
  })),
  sections: api.sections.handler(({ context: { database, actor } }) =>
    listSections(database, actor, new Date()),
  ),
  lookAfterSection: api.lookAfterSection.handler(async ({ input, context }) => {
    await context.work((work) => lookAfterSection(work, input));
    return { slug: input.slug };
  }),
  confirmSection: api.confirmSection.handler(async ({ input, context }) => {
    await context.work((work) => confirmSection(work, input));
    return { slug: input.slug };
  }),
  putText: api.putText.handler(async ({ input, context }) => {
    await context.work((work) => putTextInSection(work, input));
    return { slug: input.slug };
  }),
  takeTextOut: api.takeTextOut.handler(async ({ input, context }) => {
    await context.work((work) => takeTextOutOfSection(work, input));
    return { slug: input.slug };
  }),
  setEnglishName: api.setEnglishName.handler(async ({ input, context }) => {
    await context.work((work) => setEnglishName(work, input));
    return { name: input.name };
  }),
  brokenLinks: api.brokenLinks.handler(({ input, context: { database, actor } }) =>
    listBrokenLinks(database, actor, input, new Date()),
  ),
  checkPageLinks: api.checkPageLinks.handler(async ({ input, context }) => {
    await context.work((work) => checkPageLinks(work, input));
    return { id: input.id };
  }),
  settleLink: api.settleLink.handler(async ({ input, context }) => {
    await context.work((work) => settleLink(work, input));
    return { id: input.id };
  }),
  reviews: api.reviews.handler(({ input, context: { database, actor } }) =>
    listReviews(database, actor, input, new Date()),
  ),
  careForPage: api.careForPage.handler(async ({ input, context }) => {
    await context.work((work) => careForPage(work, input));
    return { id: input.id };
  }),
  confirmPage: api.confirmPage.handler(async ({ input, context }) => {
    await context.work((work) => confirmPage(work, input));
    return { id: input.id };
  }),
  nameSuccessor: api.nameSuccessor.handler(async ({ input, context }) => {
    await context.work((work) => nameSuccessor(work, input));
    return { id: input.id };
  }),
  setRule: api.setRule.handler(async ({ input, context }) => {
    await context.work((work) => setSiteRule(work, input));
    return input;
  }),
});
