import type { Plug } from "#platform/work/plug.ts";
import { auditWords } from "./audit-words.ts";
import { documentsContract } from "./contract.ts";
import { documentsRoutes } from "./routes.ts";
import { loadSampleDocuments } from "./seed.ts";

export const plug: Plug = {
  capability: "documents",
  auditWords,
  contract: documentsContract,
  routes: documentsRoutes,
  sample: { order: 2, load: loadSampleDocuments },
};
