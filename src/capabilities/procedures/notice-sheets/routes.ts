import { implement } from "@orpc/server";
import type { Config } from "#platform/config/config.ts";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { download, mediaTypes } from "#platform/http/download.ts";
import { siteOrigin } from "#platform/http/site-origin.ts";
import { sheetContract } from "./contract.ts";
import { bookletRuns } from "./running-booklets.ts";
import { writeBooklet } from "./write-booklet.ts";
import { writeNoticeSheets } from "./write-notice-sheets.ts";

const api = implement(sheetContract).$context<ApiContext>().use(authorised);

let originOf: ReturnType<typeof siteOrigin> = () => "";

/** The codes on the sheets lead to the address under which the portal is known. */
export const printUnder = (config: Config): void => {
  originOf = siteOrigin(config);
};

export const sheetRoutes = {
  noticeSheets: api.noticeSheets.handler(
    ({ input: { ids, paper, large }, context: { database, actor, headers } }) =>
      download(
        writeNoticeSheets(database, actor.agencyId, {
          ...{ ids, paper, isLarge: large },
          host: originOf((name) => headers.get(name) ?? undefined),
        }),
        "phieu-niem-yet.pdf",
        mediaTypes.pdf,
      ),
  ),
  booklet: api.booklet.handler(
    ({ input: { large, runId, ...chosen }, context: { database, actor, headers } }) => {
      const asked = {
        ...{ ...chosen, isLarge: large },
        host: originOf((name) => headers.get(name) ?? undefined),
      };
      const book =
        runId === null
          ? writeBooklet(database, actor.agencyId, asked)
          : bookletRuns.underWatch(actor, runId, (run) =>
              writeBooklet(database, actor.agencyId, { ...asked, run }),
            );
      return download(book, "so-tay-thu-tuc.pdf", mediaTypes.pdf);
    },
  ),
  bookletProgress: api.bookletProgress.handler(({ input: { id }, context: { actor } }) =>
    bookletRuns.progressOf(actor, id),
  ),
  stopBooklet: api.stopBooklet.handler(({ input: { id }, context: { actor } }) => {
    bookletRuns.stop(actor, id);
    return {};
  }),
};
