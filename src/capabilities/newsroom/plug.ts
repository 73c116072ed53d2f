import type { Database } from "#platform/database/database.ts";
import { keepFilesIn } from "#platform/files/files.ts";
import type { Plug } from "#platform/work/plug.ts";
import { newsroomContract } from "./contract.ts";
import { newsroomJobs } from "./jobs.ts";
import { mediaRoutes } from "./media.ts";
import { publishDueContent } from "./publish-due-content.ts";
import { newsroomRoutes } from "./routes.ts";
import { loadSampleContent } from "./seed.ts";

export const plug: Plug = {
  capability: "newsroom",
  contract: newsroomContract,
  routes: newsroomRoutes,
  jobs: newsroomJobs,
  sample: { order: 5, load: loadSampleContent },
  http: (app, { database }) => mediaRoutes(app, database),
  prepare: async (database, config) => {
    keepFilesIn(config.dataDirectory);
    // What came due while nothing ran goes out now, and is told as late.
    if (config.role !== "web") await publishDueContent(database as Database);
  },
};
