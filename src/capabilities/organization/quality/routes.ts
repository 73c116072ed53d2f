import { implement } from "@orpc/server";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { download, mediaTypes } from "#platform/http/download.ts";
import { qualityContract } from "./contract.ts";
import { exportQuality } from "./export-quality.ts";
import { qualityOf } from "./quality-queries.ts";

const api = implement(qualityContract).$context<ApiContext>().use(authorised);

export const qualityRoutes = {
  quality: api.quality.handler(async ({ input, context: { database, actor } }) => ({
    findings: await qualityOf(database, actor, input),
  })),
  qualityTable: api.qualityTable.handler(({ input, context }) =>
    download(
      context.work((work) => exportQuality(work, input)),
      "chat-luong-du-lieu.xlsx",
      mediaTypes.xlsx,
    ),
  ),
};
