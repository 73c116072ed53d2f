import { implement } from "@orpc/server";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { searchingContract } from "./contract.ts";
import { searchFiles } from "./search-files.ts";

const api = implement(searchingContract).$context<ApiContext>().use(authorised);

export const searchingRoutes = {
  searchFiles: api.searchFiles.handler(({ input: { q, page }, context: { database, actor } }) =>
    searchFiles(database, { agencyId: actor.agencyId, query: q, page }),
  ),
};
