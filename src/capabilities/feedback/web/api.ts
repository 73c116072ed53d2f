import { type Answers, apiFor } from "#ui/api.ts";
import { feedbackContract } from "../contract.ts";

export const api = apiFor({ feedback: feedbackContract });

export type FeedbackQueue = Answers<typeof feedbackContract>["list"];
export type FeedbackRow = FeedbackQueue["feedback"][number];
export type MailsView = Answers<typeof feedbackContract>["mails"];
export type MailView = MailsView["mails"][number];
export type FeedbackView = Answers<typeof feedbackContract>["get"];
export type OftenAsked = Answers<typeof feedbackContract>["oftenAsked"];
