import { implement } from "@orpc/server";
import { addressBySettings } from "#platform/config/served-address.ts";
import type { Database } from "#platform/database/database.ts";
import { keepFilesIn } from "#platform/files/files.ts";
import type { ApiContext } from "#platform/http/api-context.ts";
import type { Plug } from "#platform/work/plug.ts";
import { auditWords } from "./audit-words.ts";
import { loudnessRoutes } from "./bulletins/loudness/routes.ts";
import { bulletinRoutes } from "./bulletins/routes.ts";
import { machineVoiceRoutes } from "./bulletins/voice/routes.ts";
import { speechServersBy } from "./bulletins/voice/speech-server.ts";
import { bundleRoutes } from "./bundles/routes.ts";
import { campaignRoutes } from "./campaigns/routes.ts";
import { commendationRoutes } from "./commendations/routes.ts";
import { commentRoutes } from "./comments/routes.ts";
import { newsroomContract } from "./contract.ts";
import { embargoRoutes } from "./embargo/routes.ts";
import { explainedRoutes } from "./explained/routes.ts";
import { practiceRoutes } from "./good-practices/routes.ts";
import { printAddressesUnder } from "./infographics/printed-address.ts";
import { graphicRoutes } from "./infographics/routes.ts";
import { intakeRoutes } from "./intake/routes.ts";
import { newsroomJobs } from "./jobs.ts";
import { languageRoutes } from "./language/routes.ts";
import { searchAbbreviations } from "./language/search-abbreviations.ts";
import { aiMarkRoutes } from "./media-library/ai-mark/routes.ts";
import { folderRoutes } from "./media-library/folders/routes.ts";
import { limitMediaTo } from "./media-library/media-limits.ts";
import { originalRoutes } from "./media-library/originals/routes.ts";
import { mediaRoutes } from "./media-library/routes.ts";
import { sampleMediaKeys } from "./media-library/sample-media-keys.ts";
import { serveMedia } from "./media-library/serve-media.ts";
import { uploadRoutes } from "./media-library/uploads/routes.ts";
import { missedSearchRoutes } from "./missed-searches/routes.ts";
import { noticeMatters } from "./notice-matters.ts";
import { noticeMissedContent } from "./notice-missed-content.ts";
import { serveOutsideChecks } from "./outside-checks/check-page.ts";
import { outsideCheckRoutes } from "./outside-checks/routes.ts";
import { planningRoutes } from "./planning/routes.ts";
import { poolRoutes } from "./pool/routes.ts";
import { presenceRoutes } from "./presence/routes.ts";
import { publishDueContent } from "./publish-due-content.ts";
import { readersRoutes } from "./readers/routes.ts";
import { reviewRoutes } from "./review/routes.ts";
import { contentRoutes } from "./routes.ts";
import { loadSampleContent } from "./seed.ts";
import { duplicatesCommand } from "./similarity/duplicates.command.ts";
import { similarityRoutes } from "./similarity/routes.ts";
import { suggestionRoutes } from "./suggestions/routes.ts";

export const plug: Plug = {
  capability: "newsroom",
  auditWords,
  contract: newsroomContract,
  routes: implement(newsroomContract)
    .$context<ApiContext>()
    .router({
      ...contentRoutes,
      ...bulletinRoutes,
      ...machineVoiceRoutes,
      ...loudnessRoutes,
      ...commentRoutes,
      ...embargoRoutes,
      ...explainedRoutes,
      ...readersRoutes,
      ...planningRoutes,
      ...campaignRoutes,
      ...suggestionRoutes,
      ...intakeRoutes,
      ...practiceRoutes,
      ...commendationRoutes,
      ...poolRoutes,
      ...presenceRoutes,
      ...mediaRoutes,
      ...folderRoutes,
      ...aiMarkRoutes,
      ...originalRoutes,
      ...graphicRoutes,
      ...uploadRoutes,
      ...reviewRoutes,
      ...bundleRoutes,
      ...outsideCheckRoutes,
      ...similarityRoutes,
      ...languageRoutes,
      ...missedSearchRoutes,
    }),
  jobs: newsroomJobs,
  commands: [duplicatesCommand],
  watch: async (database) => {
    await noticeMissedContent(database);
  },
  noticeMatters,
  sample: { order: 5, load: loadSampleContent, files: sampleMediaKeys },
  http: (app, { database, config }) => {
    serveMedia(app, database);
    serveOutsideChecks(app, database, config);
  },
  abbreviations: searchAbbreviations,
  prepare: async (database, config) => {
    keepFilesIn(config.dataDirectory);
    limitMediaTo(config.media);
    speechServersBy(config);
    printAddressesUnder(config.baseUrl ?? addressBySettings(config));
    // What came due while nothing ran goes out now, and is told as late.
    if (config.role !== "web") await publishDueContent(database as Database);
  },
};
