import type { PortalPages } from "#platform/http/portal-page.ts";
import { publicIndices } from "../published.ts";
import { answerHomeIndices, answerIndices, answerOneIndex } from "./indices.page.tsx";
import { INDICES_PATH } from "./indices-path.ts";

/** The public side: how others measured the province or the agency. */
export function indexPages(): PortalPages {
  return {
    name: "chi-so",
    navigation: [],
    routes: [
      { path: INDICES_PATH, query: [], answer: answerIndices },
      { path: `${INDICES_PATH}/:slug`, query: [], answer: answerOneIndex },
    ],
    home: answerHomeIndices,
    sitemap: async ({ database, agency }, page) => {
      const all = page === 1 ? await publicIndices(database, agency.id) : [];
      if (all.length === 0) return [];
      const newest = new Date(Math.max(...all.map(({ changedAt }) => changedAt.getTime())));
      return [
        { path: INDICES_PATH, lastModified: newest },
        ...all.map(({ slug, changedAt }) => ({
          ...{ path: `${INDICES_PATH}/${slug}`, lastModified: changedAt },
        })),
      ];
    },
  };
}
