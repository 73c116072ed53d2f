import { implement } from "@orpc/server";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { UnreadableDocument } from "#platform/official-document/read/unreadable-document.ts";
import { importingContract } from "./contract.ts";
import { listResultImports } from "./import-queries.ts";
import { importResults } from "./import-results.ts";
import { judgeResults, refuseSheet } from "./judge-results.ts";
import { readResults } from "./read-results.ts";
import { undoResultImport } from "./undo-import.ts";

const api = implement(importingContract).$context<ApiContext>().use(authorised);

async function read(file: File) {
  try {
    return await readResults(new Uint8Array(await file.arrayBuffer()));
  } catch (error) {
    if (error instanceof UnreadableDocument) refuseSheet(error.message);
    throw error;
  }
}

export const importingRoutes = {
  resultImports: api.resultImports.handler(({ context: { database, actor } }) =>
    listResultImports(database, actor),
  ),
  tryResults: api.tryResults.handler(async ({ input, context: { database, actor } }) => {
    const today = toVietnamDate(new Date()).toString();
    const written = await read(input.file);
    const lines = await judgeResults(database, { agencyId: actor.agencyId, today, written });
    return {
      lines: lines.map(({ line, state, about, before, after, errors }) => ({
        ...{ line, state, about, before, after, errors },
      })),
    };
  }),
  importResults: api.importResults.handler(async ({ input: { file, reason }, context }) => {
    const written = await read(file);
    return context.work((work) => importResults(work, { written, fileName: file.name, reason }));
  }),
  undoResultImport: api.undoResultImport.handler(({ input, context }) =>
    context.work((work) => undoResultImport(work, input)),
  ),
};
