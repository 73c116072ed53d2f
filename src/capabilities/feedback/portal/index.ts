import { type PortalPages, SITEMAP_PART } from "#platform/http/portal-page.ts";
import { livePublications, publicationPath } from "../published.ts";
import { answerFeedback, FEEDBACK_PATH } from "./feedback.page.tsx";
import { answerOutcome, OUTCOME_PATH } from "./outcome.page.tsx";
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
      { path: FEEDBACK_PATH, query: ["trang"], answer: answerFeedback },
      { path: `${OUTCOME_PATH}/:code`, query: [], answer: answerOutcome },
      { path: SEND_PATH, query: [], keep: false, answer: answerSendForm },
      { path: `${OWN_PATH}/:link`, query: ["moi"], keep: false, answer: answerOwn },
    ],
    forms: [
      { path: SEND_PATH, answer: takeStep, mostBytes: MOST_BYTES },
      { path: `${OWN_PATH}/:link`, answer: takeOwn, mostBytes: MOST_BYTES },
    ],
    sitemap: async ({ database, agency }, page) => [
      ...(page > 1 ? [] : [{ path: FEEDBACK_PATH, lastModified: null }]),
      ...(await livePublications(database, agency.id, SITEMAP_PART - 1, (page - 1) * (SITEMAP_PART - 1))).map(
        (one) => ({
          path: publicationPath(one),
          lastModified: one.publishedAt,
        }),
      ),
    ],
  };
}
