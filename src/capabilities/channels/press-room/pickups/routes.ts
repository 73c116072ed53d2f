import { implement } from "@orpc/server";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { download, mediaTypes } from "#platform/http/download.ts";
import { addPickupProof } from "./add-pickup-proof.ts";
import { changePickup } from "./change-pickup.ts";
import { pickupContract } from "./contract.ts";
import { dropPickup } from "./drop-pickup.ts";
import { exportPickups } from "./export-pickups.ts";
import { notePickup } from "./note-pickup.ts";
import { listPickups } from "./pickup-queries.ts";

const api = implement(pickupContract).$context<ApiContext>().use(authorised);

const given = async (file: File) => ({
  bytes: new Uint8Array(await file.arrayBuffer()),
  fileName: file.name,
});

export const pickupRoutes = {
  pressPickups: api.pressPickups.handler(({ input, context: { database, actor } }) =>
    listPickups(database, actor, input),
  ),
  pressPickupsTable: api.pressPickupsTable.handler(({ input, context }) =>
    download(
      context.work((work) => exportPickups(work, input)),
      "tin-bao-chi-dung-lai.xlsx",
      mediaTypes.xlsx,
    ),
  ),
  notePressPickup: api.notePressPickup.handler(async ({ input: { file, outletId, ...input }, context }) => {
    const picture = file ? await given(file) : null;
    await context.work((work) => notePickup(work, { ...input, outletId: outletId ?? null, file: picture }));
    return { id: input.id };
  }),
  changePressPickup: api.changePressPickup.handler(async ({ input: { outletId, ...input }, context }) => {
    await context.work((work) => changePickup(work, { ...input, outletId: outletId ?? null }));
    return { id: input.id };
  }),
  addPressPickupProof: api.addPressPickupProof.handler(async ({ input: { id, file }, context }) => {
    const picture = await given(file);
    await context.work((work) => addPickupProof(work, { id, ...picture }));
    return { id };
  }),
  dropPressPickup: api.dropPressPickup.handler(async ({ input, context }) => {
    await context.work((work) => dropPickup(work, input));
    return { id: input.id };
  }),
};
