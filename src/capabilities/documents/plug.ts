import { implement } from "@orpc/server";
import type { ApiContext } from "#platform/http/api-context.ts";
import type { Plug } from "#platform/work/plug.ts";
import { auditWords } from "./audit-words.ts";
import { documentsContract } from "./contract.ts";
import { noticeMatters } from "./notice-matters.ts";
import { documentsRoutes } from "./routes.ts";
import { loadSampleDocuments } from "./seed.ts";
import { sharingRoutes } from "./sharing/routes.ts";

export const plug: Plug = {
  capability: "documents",
  auditWords,
  contract: documentsContract,
  routes: implement(documentsContract)
    .$context<ApiContext>()
    .router({ ...documentsRoutes, ...sharingRoutes }),
  noticeMatters,
  sample: { order: 2, load: loadSampleDocuments },
};
