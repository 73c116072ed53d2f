import { implement } from "@orpc/server";
import { today } from "#platform/clock/vietnam-time.ts";
import type { ApiContext } from "#platform/http/api-context.ts";
import type { Plug } from "#platform/work/plug.ts";
import { auditWords } from "./audit-words.ts";
import { documentsContract } from "./contract.ts";
import { filesRoutes } from "./files/routes.ts";
import { serveDocumentFiles } from "./files/serve-file.ts";
import { documentImportRoutes } from "./imports/routes.ts";
import { documentJobs } from "./jobs.ts";
import { noticeMatters } from "./notice-matters.ts";
import { promptnessRoutes } from "./promptness/routes.ts";
import { newestPublishedDocuments } from "./published.ts";
import { publishingRoutes } from "./publishing/routes.ts";
import { documentsRoutes } from "./routes.ts";
import { searchingRoutes } from "./searching/routes.ts";
import { loadSampleDocuments } from "./seed.ts";
import { sharingRoutes } from "./sharing/routes.ts";
import { trustRoutes } from "./trust/routes.ts";

export const plug: Plug = {
  capability: "documents",
  publicParts: [
    {
      section: "van-ban",
      label: "Văn bản",
      href: "/van-ban",
      look: async (q, agencyId) => {
        const asked = { agencyId, day: today().toString(), limit: 1000 };
        const { documents, total } = await newestPublishedDocuments(q, asked);
        const newest = Math.max(...documents.map(({ publishedAt }) => publishedAt.getTime()));
        return { count: total, lastChange: total > 0 ? new Date(newest) : null };
      },
    },
  ],
  auditWords,
  contract: documentsContract,
  routes: implement(documentsContract)
    .$context<ApiContext>()
    .router({
      ...documentsRoutes,
      ...sharingRoutes,
      ...filesRoutes,
      ...documentImportRoutes,
      ...promptnessRoutes,
      ...publishingRoutes,
      ...trustRoutes,
      ...searchingRoutes,
    }),
  http: (app, { database }) => serveDocumentFiles(app, database),
  jobs: documentJobs,
  noticeMatters,
  sample: { order: 2, load: loadSampleDocuments },
};
