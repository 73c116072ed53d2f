import type { PortalPages } from "#platform/http/portal-page.ts";
import { answerSpokespeople, SPEAKERS_PATH } from "./spokespeople.page.tsx";

/** What the channels show to the public: who speaks for the agency. */
export function channelPages(): PortalPages {
  return {
    name: "bao-chi",
    navigation: [{ label: "Người phát ngôn", href: SPEAKERS_PATH }],
    routes: [{ path: SPEAKERS_PATH, query: [], answer: answerSpokespeople }],
    sitemap: async (_, page) => (page > 1 ? [] : [{ path: SPEAKERS_PATH, lastModified: null }]),
  };
}
