import type { PortalPages } from "#platform/http/portal-page.ts";
import { answerThanks, pageFoot, THANKS, takeVote } from "./feedback.tsx";
import { answerAsked, answerFollowForm, FOLLOW_PATH, takeFollowing } from "./follow.page.tsx";
import { answerConfirmation, answerOwnFollowing, takeConfirmation, takeStop } from "./own-following.page.tsx";
import { answerReportForm, answerReportState, REPORT_PATH, takeReport } from "./report.page.tsx";

/** What concerns every public page. */
export function sitePages(): PortalPages {
  return {
    name: "cong",
    navigation: [],
    routes: [
      { path: REPORT_PATH, query: ["trang", "vi"], keep: false, answer: answerReportForm },
      { path: `${REPORT_PATH}/:code`, query: [], keep: false, answer: answerReportState },
      { path: FOLLOW_PATH, query: ["chu-de"], keep: false, answer: answerFollowForm },
      { path: `${FOLLOW_PATH}/da-gui`, query: [], keep: false, answer: answerAsked },
      { path: `${FOLLOW_PATH}/xac-nhan/:token`, query: [], keep: false, answer: answerConfirmation },
      { path: `${FOLLOW_PATH}/cua-toi/:link`, query: [], keep: false, answer: answerOwnFollowing },
      { path: THANKS, query: ["trang"], keep: false, answer: answerThanks },
    ],
    forms: [
      { path: REPORT_PATH, answer: takeReport },
      { path: "/y-kien", answer: takeVote },
      { path: FOLLOW_PATH, answer: takeFollowing },
      { path: `${FOLLOW_PATH}/xac-nhan/:token`, answer: takeConfirmation },
      { path: `${FOLLOW_PATH}/cua-toi/:link`, answer: takeStop },
    ],
    foot: pageFoot,
  };
}
