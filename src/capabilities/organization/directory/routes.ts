import { implement } from "@orpc/server";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { directoryContract } from "./contract.ts";
import { directoryOf } from "./directory-queries.ts";
import { endSharingContact } from "./end-sharing-contact.ts";
import { shareContact } from "./share-contact.ts";

const api = implement(directoryContract).$context<ApiContext>().use(authorised);

export const directoryRoutes = {
  directory: api.directory.handler(({ context: { database, actor } }) => directoryOf(database, actor)),
  shareContact: api.shareContact.handler(({ input, context }) =>
    context.work(async (work) => {
      await shareContact(work, input);
      return directoryOf(work.tx, context.actor);
    }),
  ),
  endSharingContact: api.endSharingContact.handler(({ input, context }) =>
    context.work(async (work) => {
      await endSharingContact(work, input);
      return directoryOf(work.tx, context.actor);
    }),
  ),
};
