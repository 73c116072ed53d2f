import type { PortalPages } from "#platform/http/portal-page.ts";
import { publicationsOf } from "../published.ts";
import { answerApologies, answerOneApology } from "./apologies.page.tsx";
import { answerHomeTimeliness, answerTimeliness } from "./timeliness.page.tsx";
import { APOLOGIES_PATH, TIMELINESS_PATH } from "./timeliness-path.ts";

/** The public side: how the agency kept to its time, and for what it apologised. */
export function timelinessPages(): PortalPages {
  return {
    name: "tien-do-ho-so",
    navigation: [],
    routes: [
      { path: TIMELINESS_PATH, query: [], answer: answerTimeliness },
      { path: APOLOGIES_PATH, query: [], answer: answerApologies },
      { path: `${APOLOGIES_PATH}/:id`, query: [], answer: answerOneApology },
      { path: `${TIMELINESS_PATH}/:period`, query: [], answer: answerTimeliness },
    ],
    home: answerHomeTimeliness,
    sitemap: async ({ database, agency }, page) => {
      const all = page === 1 ? await publicationsOf(database, agency.id) : [];
      const newest = all.filter(
        ({ period, version }) => !all.some((one) => one.period === period && one.version > version),
      );
      return [
        ...(newest.length > 0 ? [{ path: TIMELINESS_PATH, lastModified: newest[0]!.publishedAt }] : []),
        ...newest.map(({ period, publishedAt }) => ({
          ...{ path: `${TIMELINESS_PATH}/${period}`, lastModified: publishedAt },
        })),
      ];
    },
  };
}
