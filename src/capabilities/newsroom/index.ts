export { campaignsBetween } from "./campaigns/campaign-queries.ts";
export { contentAuthors } from "./content-authors.ts";
export { contentFactsThere } from "./content-facts.ts";
export { type ContentInPeriod, contentInPeriod } from "./content-in-period.ts";
export { type DraftStanding, draftStandings } from "./content-origin.ts";
export {
  type ContentToDeliver,
  contentToDeliver,
  type DeliverableMedia,
  mediaBytes,
  mediaCaptions,
  mediaPath,
  mediaToAttach,
  planLinksOfContents,
  publishedSince,
} from "./content-to-deliver.ts";
export { draftFromElsewhere } from "./draft-from-elsewhere.ts";
export { followedFeed, nameOfFeed } from "./followed-feed.ts";
export { correctionNote, formerText } from "./former-text.ts";
export { inheritContent } from "./inherit-content.ts";
export { samplePictureId } from "./media-library/sample-picture-id.ts";
export { textsAmong } from "./planning/texts-among.ts";
export { type PublicationTimes, publicationTimes } from "./publication-times.ts";
export { themesWithPublished } from "./published.ts";
export {
  newestBriefs,
  newestWords,
  type PublishedWords,
  publishedBriefs,
  publishedIdAt,
} from "./published-briefs.ts";
export { type ApprovalSheet, presentApprovalSheet as approvalSheetOf } from "./review/approval-sheet.ts";
export { type TextToDecide, textsToDecide } from "./review/texts-to-decide.ts";
export { runsInText } from "./similarity/runs-in-text.ts";
export { type NewSuggestion, suggestContent, withdrawSuggestion } from "./suggestions/suggest-content.ts";
