import { implement } from "@orpc/server";
import type { Actor } from "#platform/auth/actor.ts";
import { NotFound } from "#platform/auth/policy.ts";
import type { Queryable } from "#platform/database/database.ts";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { documentById } from "../document-queries.ts";
import { documentPolicy } from "../policy.ts";
import { trustedPem } from "../trust/trusted-queries.ts";
import { attachFile } from "./attach-file.ts";
import { filesContract } from "./contract.ts";
import { filesOfDocument } from "./file-queries.ts";
import { readFile } from "./read-file.ts";
import { withdrawFile } from "./withdraw-file.ts";

const api = implement(filesContract).$context<ApiContext>().use(authorised);

async function presented(q: Queryable, actor: Actor, id: string) {
  const document = await documentById(q, actor.agencyId, id);
  if (!document) throw new NotFound("Không có văn bản này trong sổ của cơ quan.");
  return { files: await filesOfDocument(q, document), may: documentPolicy.may(actor, document) };
}

/** What the file is, read before the transaction begins: it may take seconds. */
async function read({ database, actor }: { database: Queryable; actor: Actor }, id: string, file: File) {
  if (!(await documentById(database, actor.agencyId, id)))
    throw new NotFound("Không có văn bản này trong sổ của cơ quan.");
  const bytes = new Uint8Array(await file.arrayBuffer());
  return readFile({ name: file.name, bytes }, await trustedPem(database, actor.agencyId), new Date());
}

export const filesRoutes = {
  files: api.files.handler(({ input, context: { database, actor } }) => presented(database, actor, input.id)),
  attachFile: api.attachFile.handler(async ({ input: { id, file }, context }) => {
    const found = await read(context, id, file);
    return context.work(async (work) => {
      await attachFile(work, { id, file: found, replaces: null });
      return presented(work.tx, work.actor, id);
    });
  }),
  replaceFile: api.replaceFile.handler(async ({ input: { id, file, fileId, reason }, context }) => {
    const found = await read(context, id, file);
    return context.work(async (work) => {
      await attachFile(work, { id, file: found, replaces: { fileId, reason } });
      return presented(work.tx, work.actor, id);
    });
  }),
  withdrawFile: api.withdrawFile.handler(({ input, context }) =>
    context.work(async (work) => {
      await withdrawFile(work, input);
      return presented(work.tx, work.actor, input.id);
    }),
  ),
};
