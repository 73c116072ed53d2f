import { implement } from "@orpc/server";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { sharingContract } from "./contract.ts";
import { shareDocument } from "./share-document.ts";
import { receivedDocuments, sharingOf } from "./sharing-queries.ts";

const api = implement(sharingContract).$context<ApiContext>().use(authorised);

export const sharingRoutes = {
  sharing: api.sharing.handler(({ input, context: { database, actor } }) =>
    sharingOf(database, actor, input.id),
  ),
  share: api.share.handler(({ input, context }) =>
    context.work(async (work) => {
      await shareDocument(work, input);
      return sharingOf(work.tx, context.actor, input.id);
    }),
  ),
  receivedDocuments: api.receivedDocuments.handler(({ context: { database, actor } }) =>
    receivedDocuments(database, actor),
  ),
};
