import { implement } from "@orpc/server";
import type { ApiContext } from "#platform/http/api-context.ts";
import type { Plug } from "#platform/work/plug.ts";
import { auditWords } from "./audit-words.ts";
import { closingRoutes } from "./closing/routes.ts";
import { budgetContract } from "./contract.ts";
import { costsRoutes } from "./costs/routes.ts";
import { estimatesRoutes } from "./estimates/routes.ts";
import { noticeMatters } from "./notice-matters.ts";
import { royaltiesRoutes } from "./royalties/routes.ts";
import { savingsRoutes } from "./savings/routes.ts";
import { loadSampleBudget } from "./seed.ts";
import { settlementRoutes } from "./settlement/routes.ts";
import { spendingRoutes } from "./spending/routes.ts";
import { sampleDocumentKeys } from "./spending/sample-document-keys.ts";
import { documentRoutes } from "./spending/serve-document.ts";

export const plug: Plug = {
  capability: "budget",
  auditWords,
  noticeMatters,
  contract: budgetContract,
  routes: implement(budgetContract)
    .$context<ApiContext>()
    .router({
      ...estimatesRoutes,
      ...spendingRoutes,
      ...settlementRoutes,
      ...royaltiesRoutes,
      ...costsRoutes,
      ...savingsRoutes,
      ...closingRoutes,
    }),
  http: (app, { database }) => documentRoutes(app, database),
  sample: { order: 6, load: loadSampleBudget, files: sampleDocumentKeys },
};
