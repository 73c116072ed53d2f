export { type FeedbackBetween, feedbackBetween } from "./feedback-between.ts";
