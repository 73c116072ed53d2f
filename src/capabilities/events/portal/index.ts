import { type PortalPages, SITEMAP_PART } from "#platform/http/portal-page.ts";
import { EVENTS_PATH, eventPath, publicEvents } from "../published.ts";
import { answerFeed, answerFile, FEED_PATH } from "./calendar.ts";
import { answerEvent } from "./event.page.tsx";
import { answerEventList, homeEvents } from "./event-list.page.tsx";
import { answerQuestionForm, takeQuestion } from "./question.page.tsx";
import { answerRegisterForm, answerTicket, takeCancellation, takeRegistration } from "./register.page.tsx";

const REGISTER_PATH = `${EVENTS_PATH}/:slug/dang-ky`;
const TICKET_PATH = `${EVENTS_PATH}/:slug/giay-moi/:code`;
const QUESTION_PATH = `${EVENTS_PATH}/:slug/cau-hoi`;

/** What the public is told of events, and asks at dialogues. */
export function eventPages(): PortalPages {
  return {
    name: "su-kien",
    navigation: [{ label: "Sự kiện", href: EVENTS_PATH }],
    routes: [
      { path: EVENTS_PATH, query: ["trang"], answer: answerEventList },
      { path: FEED_PATH, query: [], answer: answerFeed },
      { path: `${EVENTS_PATH}/:slug/lich.ics`, query: [], answer: answerFile },
      { path: REGISTER_PATH, query: [], keep: false, answer: answerRegisterForm },
      { path: TICKET_PATH, query: [], keep: false, answer: answerTicket },
      { path: QUESTION_PATH, query: ["da-gui"], keep: false, answer: answerQuestionForm },
      { path: `${EVENTS_PATH}/:slug`, query: [], answer: answerEvent },
    ],
    forms: [
      { path: QUESTION_PATH, answer: takeQuestion },
      { path: REGISTER_PATH, answer: takeRegistration },
      { path: TICKET_PATH, answer: takeCancellation },
    ],
    home: homeEvents,
    sitemap: async ({ database, agency }, page) => [
      ...(page > 1 ? [] : [{ path: EVENTS_PATH, lastModified: null }]),
      ...(await publicEvents(database, agency.id, SITEMAP_PART - 1, (page - 1) * (SITEMAP_PART - 1))).map(
        (one) => ({
          path: eventPath(one),
          lastModified: one.changedAt,
        }),
      ),
    ],
  };
}
