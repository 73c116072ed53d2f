export { type ContentInPeriod, contentInPeriod } from "./content-in-period.ts";
export {
  type ContentToDeliver,
  contentToDeliver,
  type DeliverableMedia,
  mediaBytes,
  mediaCaptions,
  mediaPath,
  planLinksOfContents,
  publishedSince,
} from "./content-to-deliver.ts";
export { correctionNote, formerText } from "./former-text.ts";
export { inheritContent } from "./inherit-content.ts";
export { type NewSuggestion, suggestContent, withdrawSuggestion } from "./suggestions/suggest-content.ts";
