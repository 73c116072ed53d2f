import { implement } from "@orpc/server";
import type { Actor } from "#platform/auth/actor.ts";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import type { Work } from "#platform/work/work.ts";
import { folderContract } from "./contract.ts";
import { presentFolders } from "./folder-queries.ts";
import { makeFolder } from "./make-folder.ts";
import { moveMedia } from "./move-media.ts";
import { removeFolder } from "./remove-folder.ts";
import { renameFolder } from "./rename-folder.ts";

const api = implement(folderContract).$context<ApiContext>().use(authorised);

interface Acting {
  actor: Actor;
  work: <T>(act: (work: Work) => Promise<T>) => Promise<T>;
}

/** Every act on a folder answers with all of them as they are afterwards. */
const answer =
  <Input>(act: (work: Work, input: Input) => Promise<void>) =>
  ({ input, context: { actor, work } }: { input: Input; context: Acting }) =>
    work(async (current) => {
      await act(current, input);
      return presentFolders(current.tx, actor);
    });

export const folderRoutes = {
  mediaFolders: api.mediaFolders.handler(({ context: { database, actor } }) =>
    presentFolders(database, actor),
  ),
  makeFolder: api.makeFolder.handler(answer(makeFolder)),
  renameFolder: api.renameFolder.handler(answer(renameFolder)),
  removeFolder: api.removeFolder.handler(answer(removeFolder)),
  moveMedia: api.moveMedia.handler(async ({ input, context: { work } }) => ({
    moved: await work((current) => moveMedia(current, input)),
  })),
};
