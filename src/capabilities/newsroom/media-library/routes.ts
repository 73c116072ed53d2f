import { implement } from "@orpc/server";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { binMedia, restoreMedia } from "./bin/bin-media.ts";
import { captionMedia } from "./caption-media.ts";
import { mediaContract } from "./contract.ts";
import { describeMedia } from "./describe-media.ts";
import { findSimilar } from "./likeness/find-similar.ts";
import { listMedia, mediaByIds, oneOfLibrary, presentMedia } from "./media-queries.ts";
import { mediaPolicy } from "./policy.ts";
import { setFocus } from "./set-focus.ts";
import { setPoster } from "./set-poster.ts";
import { uploadMedia } from "./upload-media.ts";
import { usesSeen } from "./where-used.ts";

const api = implement(mediaContract).$context<ApiContext>().use(authorised);

export const mediaRoutes = {
  uploadMedia: api.uploadMedia.handler(async ({ input: { file, ...facts }, context: { actor, work } }) => {
    const bytes = new Uint8Array(await file.arrayBuffer());
    return work(async (current) => {
      const made = await uploadMedia(current, { bytes, fileName: file.name, ...facts });
      return (await presentMedia(current.tx, actor, [made]))[0]!;
    });
  }),
  listMedia: api.listMedia.handler(async ({ input, context: { database, actor } }) => {
    const { rows, hasMore } = await listMedia(database, actor.agencyId, input);
    return {
      media: await presentMedia(database, actor, rows),
      hasMore,
      may: mediaPolicy.may(actor, { agencyId: actor.agencyId }),
    };
  }),
  getMedia: api.getMedia.handler(async ({ input: { id }, context: { database, actor } }) => {
    const found = await oneOfLibrary(database, actor.agencyId, id);
    return (await presentMedia(database, actor, [found]))[0]!;
  }),
  captionMedia: api.captionMedia.handler(({ input, context: { actor, work } }) =>
    work(async (current) => {
      const changed = await captionMedia(current, input);
      return (await presentMedia(current.tx, actor, [changed]))[0]!;
    }),
  ),
  setPoster: api.setPoster.handler(async ({ input: { id, file }, context: { actor, work } }) => {
    const bytes = new Uint8Array(await file.arrayBuffer());
    return work(async (current) => {
      const changed = await setPoster(current, { id, bytes });
      return (await presentMedia(current.tx, actor, [changed]))[0]!;
    });
  }),
  whereUsed: api.whereUsed.handler(async ({ input: { id }, context: { database, actor } }) => {
    await oneOfLibrary(database, actor.agencyId, id);
    return { uses: (await usesSeen(database, actor, [id])).get(id) ?? [] };
  }),
  similarMedia: api.similarMedia.handler(async ({ input: { id }, context: { database, actor } }) => {
    await oneOfLibrary(database, actor.agencyId, id);
    const ids = await findSimilar(database, actor.agencyId, id);
    const known = await mediaByIds(database, actor.agencyId, ids);
    const uses = await usesSeen(database, actor, ids);
    const rows = ids.flatMap((other) => known.get(other) ?? []);
    return {
      similar: (await presentMedia(database, actor, rows)).map((media) => ({
        media,
        uses: uses.get(media.id) ?? [],
      })),
    };
  }),
  binMedia: api.binMedia.handler(({ input, context: { actor, work } }) =>
    work(async (current) => {
      const changed = await binMedia(current, input);
      return (await presentMedia(current.tx, actor, [changed]))[0]!;
    }),
  ),
  restoreMedia: api.restoreMedia.handler(({ input, context: { actor, work } }) =>
    work(async (current) => {
      const changed = await restoreMedia(current, input);
      return (await presentMedia(current.tx, actor, [changed]))[0]!;
    }),
  ),
  setFocus: api.setFocus.handler(({ input, context: { actor, work } }) =>
    work(async (current) => {
      const changed = await setFocus(current, input);
      return (await presentMedia(current.tx, actor, [changed]))[0]!;
    }),
  ),
  describeMedia: api.describeMedia.handler(({ input, context: { actor, work } }) =>
    work(async (current) => {
      const changed = await describeMedia(current, input);
      return (await presentMedia(current.tx, actor, [changed]))[0]!;
    }),
  ),
};
