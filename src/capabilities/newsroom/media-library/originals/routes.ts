import { implement } from "@orpc/server";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { download } from "#platform/http/download.ts";
import { oneOfLibrary } from "../media-queries.ts";
import { originalContract } from "./contract.ts";
import { originalFacts } from "./original-facts.ts";
import { takeOriginal } from "./take-original.ts";

const api = implement(originalContract).$context<ApiContext>().use(authorised);

export const originalRoutes = {
  originalFacts: api.originalFacts.handler(async ({ input: { id }, context: { database, actor } }) => ({
    original: await originalFacts(await oneOfLibrary(database, actor.agencyId, id)),
  })),
  takeOriginal: api.takeOriginal.handler(async ({ input, context: { work } }) => {
    const { bytes, name } = await work((current) => takeOriginal(current, input));
    // No type that a browser would open, whatever a picture's bytes may also be.
    return download(bytes, name, "application/octet-stream");
  }),
};
