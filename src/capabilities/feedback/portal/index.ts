import type { PortalPages } from "#platform/http/portal-page.ts";
import { answerFeedback, FEEDBACK_PATH } from "./feedback.page.tsx";
import { answerOwn, OWN_PATH, takeOwn } from "./own.page.tsx";
import { answerSendForm, takeStep } from "./send.page.tsx";
import { SEND_PATH } from "./send-form.tsx";

/** Words and some pictures. */
const MOST_BYTES = 32 * 1024 * 1024;

/** What citizens send, follow and read. */
export function feedbackPages(): PortalPages {
  return {
    name: "phan-anh",
    navigation: [{ label: "Phản ánh", href: FEEDBACK_PATH }],
    routes: [
      { path: FEEDBACK_PATH, query: [], answer: answerFeedback },
      { path: SEND_PATH, query: [], keep: false, answer: answerSendForm },
      { path: `${OWN_PATH}/:link`, query: ["moi"], keep: false, answer: answerOwn },
    ],
    forms: [
      { path: SEND_PATH, answer: takeStep, mostBytes: MOST_BYTES },
      { path: `${OWN_PATH}/:link`, answer: takeOwn, mostBytes: MOST_BYTES },
    ],
    sitemap: async (_, page) => (page > 1 ? [] : [{ path: FEEDBACK_PATH, lastModified: null }]),
  };
}
