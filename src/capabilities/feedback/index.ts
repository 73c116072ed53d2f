export { type CaseBetween, casesBetween } from "./cases/case-queries.ts";
export { readsLikeComplaint } from "./complaint.ts";
export { type FeedbackBetween, feedbackBetween } from "./feedback-between.ts";
export { feedbackRuleOf } from "./feedback-setting.ts";
export { feedbackToDecide } from "./handling/feedback-to-decide.ts";
export { inheritFeedback } from "./inherit-feedback.ts";
