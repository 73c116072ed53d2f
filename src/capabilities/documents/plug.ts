import type { Plug } from "#platform/work/plug.ts";
import { documentsContract } from "./contract.ts";
import { documentsRoutes } from "./routes.ts";

export const plug: Plug = {
  capability: "documents",
  contract: documentsContract,
  routes: documentsRoutes,
};
