import type { PortalPages } from "#platform/http/portal-page.ts";
import { requiredSections } from "../contract.ts";
import { answerEmbedding, answerFragment, answerWidget, EMBED_PATH } from "./embed.page.tsx";
import { answerEnglish } from "./english.page.tsx";
import { answerThanks, pageFoot, THANKS, takeVote } from "./feedback.tsx";
import { answerAsked, answerFollowForm, FOLLOW_PATH, takeFollowing } from "./follow.page.tsx";
import { answerCatalog, answerDataset, answerOpenData, DATA_PATH } from "./open-data.page.tsx";
import { answerConfirmation, answerOwnFollowing, takeConfirmation, takeStop } from "./own-following.page.tsx";
import { answerReportForm, answerReportState, REPORT_PATH, takeReport } from "./report.page.tsx";
import { answerSection, answerSections, SECTIONS_PATH } from "./sections.page.tsx";

/** What concerns every public page. */
export function sitePages(): PortalPages {
  return {
    name: "cong",
    navigation: [{ label: "Công khai", href: SECTIONS_PATH }],
    routes: [
      { path: REPORT_PATH, query: ["trang", "vi"], keep: false, answer: answerReportForm },
      { path: `${REPORT_PATH}/:code`, query: [], keep: false, answer: answerReportState },
      {
        path: FOLLOW_PATH,
        query: ["chu-de", "thu-tuc", "su-kien", "linh-vuc"],
        keep: false,
        answer: answerFollowForm,
      },
      { path: `${FOLLOW_PATH}/da-gui`, query: [], keep: false, answer: answerAsked },
      { path: `${FOLLOW_PATH}/xac-nhan/:token`, query: [], keep: false, answer: answerConfirmation },
      { path: `${FOLLOW_PATH}/cua-toi/:link`, query: [], keep: false, answer: answerOwnFollowing },
      { path: SECTIONS_PATH, query: [], answer: answerSections },
      { path: `${SECTIONS_PATH}/:slug`, query: [], answer: answerSection },
      { path: "/en", query: [], answer: answerEnglish },
      { path: DATA_PATH, query: [], answer: answerOpenData },
      { path: `${DATA_PATH}/catalog.jsonld`, query: [], answer: answerCatalog },
      { path: `${DATA_PATH}/:file`, query: [], answer: answerDataset },
      { path: EMBED_PATH, query: [], answer: answerEmbedding },
      { path: `${EMBED_PATH}/tin-moi`, query: ["so", "chu-de"], answer: answerWidget },
      { path: `${EMBED_PATH}/tin-moi.html`, query: ["so", "chu-de"], answer: answerFragment },
      // A form's address, opened or read anew by itself.
      { path: "/y-kien", query: [], keep: false, answer: async () => ({ kind: "move", to: "/" }) },
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
    sitemap: async (_, page) =>
      page > 1
        ? []
        : [
            ...[SECTIONS_PATH, "/en", DATA_PATH, EMBED_PATH],
            ...requiredSections.map(({ slug }) => `${SECTIONS_PATH}/${slug}`),
          ].map((path) => ({ path, lastModified: null })),
  };
}
