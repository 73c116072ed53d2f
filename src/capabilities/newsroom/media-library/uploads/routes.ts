import { implement } from "@orpc/server";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { mediaLimits } from "../media-limits.ts";
import { presentMedia } from "../media-queries.ts";
import { beginUpload } from "./begin-upload.ts";
import { uploadContract } from "./contract.ts";
import { dropUpload } from "./drop-upload.ts";
import { finishUpload } from "./finish-upload.ts";
import { receiveUploadPart } from "./receive-part.ts";
import { uploadsOf } from "./upload-queries.ts";

const api = implement(uploadContract).$context<ApiContext>().use(authorised);

export const uploadRoutes = {
  uploads: api.uploads.handler(async ({ context: { database, actor } }) => {
    const { store: _, ...largest } = mediaLimits();
    return { uploads: await uploadsOf(database, actor), largest };
  }),
  beginUpload: api.beginUpload.handler(({ input, context: { work } }) =>
    work((current) => beginUpload(current, input)),
  ),
  sendPart: api.sendPart.handler(async ({ input: { id, offset, part }, context: { work } }) => {
    const bytes = new Uint8Array(await part.arrayBuffer());
    return work((current) => receiveUploadPart(current, { id, offset, bytes }));
  }),
  finishUpload: api.finishUpload.handler(({ input, context: { actor, work } }) =>
    work(async (current) => {
      const made = await finishUpload(current, input);
      return (await presentMedia(current.tx, actor, [made]))[0]!;
    }),
  ),
  dropUpload: api.dropUpload.handler(async ({ input, context: { work } }) => {
    await work((current) => dropUpload(current, input));
    return { dropped: true as const };
  }),
};
