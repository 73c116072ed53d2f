/** What the public pages show and do: only what is public, or what is its sender's own. */
export { sendsMail } from "#platform/config/own-secret.ts";
export { readsLikeComplaint } from "./complaint.ts";
export {
  type FeedbackKind,
  type FeedbackState,
  feedbackKinds,
  feedbackStates,
  isOpen,
  kindNames,
  LONGEST_WORDS,
  MOST_PICTURES,
  type Rating,
  ratingNames,
  ratings,
} from "./feedback.ts";
export { eventsOf, type Feedback, picturesOf } from "./feedback-queries.ts";
export { feedbackRuleOf, openFieldsOf } from "./feedback-setting.ts";
export { actAsSender, reopenUntil } from "./own/act-as-sender.ts";
export { CONSENT_WORDS, setNameConsent } from "./own/name-consent.ts";
export { feedbackOfLink, ownLink } from "./own/own-link.ts";
export {
  consentOf,
  isLive,
  livePublications,
  type Publication,
  publicationByCode,
  publicationPath,
  publicationPicturesOf,
  similarPublications,
} from "./publishing/publication-queries.ts";
export { sendFeedback } from "./receiving/send-feedback.ts";
