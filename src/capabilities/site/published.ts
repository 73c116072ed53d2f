/** What readers of the public pages see and do: each of these gives only what is public, or what is the reader's own. */
export { newestPublishedDocuments } from "#documents";
export { publicIndices } from "#indices";
export { newestBriefs } from "#newsroom";
export { publishedPlanAddresses } from "#plan";
export { isSigned, sealPersonal, sendsMail, signed } from "#platform/config/own-secret.ts";
export { publicProcedures } from "#procedures";
export { averageDays, publicationsOf, type TimelinessPublication, timelinessTag } from "#timeliness";
export { askToFollow } from "./following/ask-to-follow.ts";
export { confirmFollowing, requestOfToken } from "./following/confirm-following.ts";
export {
  CONFIRM_HOURS,
  type Pace,
  paceNames,
  paces,
  themeOfTopic,
  topicOf,
  topicOfTheme,
} from "./following/following.ts";
export { addressOfLink, ownLink } from "./following/reader-address.ts";
export { followedBy, stopFollowing } from "./following/stop-following.ts";
export { type TopicToFollow, topicLabel, topicLabels, topicsToFollow } from "./following/topics.ts";
export { en } from "./messages/en.ts";
export { publicStanding } from "./pages/review-queries.ts";
export {
  isAddress,
  LONGEST_WORDS,
  pagePath,
  type ReportSort,
  reportOutcomes,
  reportSortNames,
  reportSorts,
} from "./reports/page-report.ts";
export { reportPage } from "./reports/report-page.ts";
export { reportByCode } from "./reports/report-queries.ts";
export { voteOnPage } from "./reports/vote-on-page.ts";
export { publicEnglishNames } from "./sections/english-names.ts";
export { sectionsTag } from "./sections/redraw-sections.ts";
export { type SectionStanding, sectionStanding, sectionsOf } from "./sections/section-queries.ts";
export { siteRuleOf } from "./site-setting.ts";
