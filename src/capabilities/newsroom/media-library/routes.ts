import { implement } from "@orpc/server";
import { NotFound } from "#platform/auth/policy.ts";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { captionMedia } from "./caption-media.ts";
import { mediaContract } from "./contract.ts";
import { describeMedia } from "./describe-media.ts";
import { listMedia, mediaByIds, presentMedia } from "./media-queries.ts";
import { mediaPolicy } from "./policy.ts";
import { setFocus } from "./set-focus.ts";
import { setPoster } from "./set-poster.ts";
import { uploadMedia } from "./upload-media.ts";

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
    const found = (await mediaByIds(database, actor.agencyId, [id])).get(id);
    if (!found) throw new NotFound("Không có tư liệu này trong kho.");
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
