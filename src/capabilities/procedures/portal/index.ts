import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import { type PortalPages, SITEMAP_PART } from "#platform/http/portal-page.ts";
import { publicEvents, publicProcedures } from "../published.ts";
import { FINDER_PATH } from "./finder.tsx";
import { answerKiosk, KIOSK_PATH } from "./kiosk/kiosk.page.tsx";
import { answerKioskData } from "./kiosk/kiosk-data.ts";
import { answerKioskFile, answerKioskWorker } from "./kiosk/kiosk-files.ts";
import { answerLifeEvent, eventPath } from "./life-event.page.tsx";
import { answerProcedure } from "./procedure.page.tsx";
import { procedureFeedOffer, procedureFeeds } from "./procedure-feed.ts";
import { answerHomeProcedures, answerProcedureList } from "./procedure-list.page.tsx";

/** The public side of the procedures: what people can do, where, how long it takes, how much, what to bring. */
export function procedurePages(): PortalPages {
  return {
    name: "thu-tuc",
    navigation: [{ label: "Thủ tục", href: FINDER_PATH }],
    routes: [
      {
        path: FINDER_PATH,
        query: ["tu-khoa", "linh-vuc", "doi-tuong", "cap", "su-kien", "trang"],
        answer: answerProcedureList,
      },
      ...procedureFeeds,
      { path: `${FINDER_PATH}/su-kien/:slug`, query: [], answer: answerLifeEvent },
      { path: `${FINDER_PATH}/:address`, query: [], answer: answerProcedure },
      { path: KIOSK_PATH, query: [], answer: answerKiosk },
      { path: `${KIOSK_PATH}/du-lieu.json`, query: [], answer: answerKioskData },
      { path: `${KIOSK_PATH}/tep/:name`, query: [], answer: answerKioskFile },
      { path: `${KIOSK_PATH}-ngoai-tuyen.js`, query: [], answer: answerKioskWorker },
    ],
    feeds: [procedureFeedOffer],
    home: answerHomeProcedures,
    sitemap: async ({ database, agency, now }, page) => {
      const day = toVietnamDate(now).toString();
      const all = await publicProcedures(database, agency.id, day);
      const events = await publicEvents(database, agency.id, day);
      return [
        { path: FINDER_PATH, lastModified: null },
        ...events.map(({ slug, updatedAt }) => ({
          ...{ path: eventPath(slug), lastModified: updatedAt, lasting: "static" as const },
        })),
        ...all.map(({ path, updatedAt }) => ({
          path,
          lastModified: updatedAt,
          lasting: "procedure" as const,
        })),
      ].slice((page - 1) * SITEMAP_PART, page * SITEMAP_PART);
    },
  };
}
