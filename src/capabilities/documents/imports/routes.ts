import { implement } from "@orpc/server";
import type { Actor } from "#platform/auth/actor.ts";
import type { Queryable } from "#platform/database/database.ts";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { download, mediaTypes } from "#platform/http/download.ts";
import { documentPolicy } from "../policy.ts";
import { documentImportContract } from "./contract.ts";
import { importDocuments } from "./import-documents.ts";
import { importsOfAgency } from "./import-queries.ts";
import { type DocumentsToTry, documentTemplate, faultyDocumentLines, tryDocuments } from "./try-documents.ts";
import { undoDocumentImport } from "./undo-document-import.ts";

const api = implement(documentImportContract).$context<ApiContext>().use(authorised);

const readList = async ({
  file,
  ...said
}: Omit<DocumentsToTry, "bytes"> & { file: File }): Promise<DocumentsToTry> => ({
  bytes: new Uint8Array(await file.arrayBuffer()),
  ...said,
});

const presented = async (q: Queryable, actor: Actor) => ({
  imports: await importsOfAgency(q, actor.agencyId),
  may: documentPolicy.may(actor, { agencyId: actor.agencyId }),
});

export const documentImportRoutes = {
  documentTemplate: api.documentTemplate.handler(() =>
    download(documentTemplate(), "mau-van-ban.xlsx", mediaTypes.xlsx),
  ),
  tryDocuments: api.tryDocuments.handler(async ({ input, context: { database, actor } }) =>
    tryDocuments(database, actor, await readList(input)),
  ),
  faultyDocumentLines: api.faultyDocumentLines.handler(async ({ input, context: { database, actor } }) =>
    download(
      faultyDocumentLines(database, actor, await readList(input)),
      "dong-chua-dung.xlsx",
      mediaTypes.xlsx,
    ),
  ),
  importDocuments: api.importDocuments.handler(async ({ input: { seen, ...list }, context }) => {
    const read = await readList(list);
    return context.work((work) => importDocuments(work, { ...read, fileName: list.file.name, seen }));
  }),
  documentImports: api.documentImports.handler(({ context: { database, actor } }) =>
    presented(database, actor),
  ),
  undoDocumentImport: api.undoDocumentImport.handler(({ input, context }) =>
    context.work(async (work) => {
      await undoDocumentImport(work, input);
      return presented(work.tx, context.actor);
    }),
  ),
};
