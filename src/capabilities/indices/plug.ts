import { implement } from "@orpc/server";
import type { ApiContext } from "#platform/http/api-context.ts";
import type { Plug } from "#platform/work/plug.ts";
import { auditWords } from "./audit-words.ts";
import { indicesContract } from "./contract.ts";
import { importingRoutes } from "./importing/routes.ts";
import { indicesRoutes } from "./routes.ts";
import { loadSampleIndices } from "./seed.ts";

export const plug: Plug = {
  capability: "indices",
  auditWords,
  contract: indicesContract,
  routes: implement(indicesContract)
    .$context<ApiContext>()
    .router({ ...indicesRoutes, ...importingRoutes }),
  sample: { order: 6, load: loadSampleIndices },
};
