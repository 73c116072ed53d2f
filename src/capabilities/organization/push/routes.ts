import { implement } from "@orpc/server";
import { asc, eq } from "drizzle-orm";
import type { Queryable } from "#platform/database/database.ts";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { deviceName } from "../device-name.ts";
import { publicPushKey } from "../notices/ways.ts";
import { pushDevice } from "../tables.ts";
import { addPushDevice } from "./add-push-device.ts";
import { pushContract } from "./contract.ts";
import { endPushDevice } from "./end-push-device.ts";

const api = implement(pushContract).$context<ApiContext>().use(authorised);

const present = async (q: Queryable, personId: string) => ({
  publicKey: publicPushKey(),
  devices: await q
    .select()
    .from(pushDevice)
    .where(eq(pushDevice.personId, personId))
    .orderBy(asc(pushDevice.addedAt)),
});

export const pushRoutes = {
  listPushDevices: api.listPushDevices.handler(({ context: { database, actor } }) =>
    present(database, actor.personId),
  ),
  addPushDevice: api.addPushDevice.handler(({ input, context: { headers, work } }) =>
    work(async (current) => {
      await addPushDevice(current, { ...input, name: deviceName(headers.get("user-agent")) });
      return present(current.tx, current.actor.personId);
    }),
  ),
  endPushDevice: api.endPushDevice.handler(({ input, context }) =>
    context.work(async (current) => {
      await endPushDevice(current, input);
      return present(current.tx, current.actor.personId);
    }),
  ),
};
