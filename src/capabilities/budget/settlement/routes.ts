import { implement } from "@orpc/server";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { download, mediaTypes } from "#platform/http/download.ts";
import { writeDocx } from "#platform/official-document/write/write-docx.ts";
import { settlementContract } from "./contract.ts";
import { settlementDocument, settlementWorkbook } from "./export-settlement.ts";
import { presentSettlement } from "./settlement-queries.ts";

const api = implement(settlementContract).$context<ApiContext>().use(authorised);

export const settlementRoutes = {
  settlement: api.settlement.handler(({ input, context: { database, actor } }) =>
    presentSettlement(database, actor, input),
  ),
  settlementWorkbook: api.settlementWorkbook.handler(({ input, context }) =>
    download(
      context.work((work) => settlementWorkbook(work, input)),
      `quyet-toan-${input.year}.xlsx`,
      mediaTypes.xlsx,
    ),
  ),
  settlementDocument: api.settlementDocument.handler(async ({ input, context }) => {
    const model = await context.work((work) => settlementDocument(work, input));
    return download(writeDocx(model), `quyet-toan-${input.year}.docx`, mediaTypes.docx);
  }),
};
