import { implement } from "@orpc/server";
import { portalBase } from "#organization";
import type { Actor } from "#platform/auth/actor.ts";
import type { Queryable } from "#platform/database/database.ts";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { procedurePolicy } from "../policy.ts";
import { kioskContract } from "./contract.ts";
import { kioskSettingOf } from "./kiosk-setting.ts";
import { setKiosk } from "./set-kiosk.ts";

const api = implement(kioskContract).$context<ApiContext>().use(authorised);

const presented = async (q: Queryable, actor: Actor) => ({
  ...(await kioskSettingOf(q, actor.agencyId)),
  path: `${await portalBase(q, actor.agencyId)}/quay`,
  may: procedurePolicy.may(actor, { agencyId: actor.agencyId }),
});

export const kioskRoutes = {
  kiosk: api.kiosk.handler(({ context: { database, actor } }) => presented(database, actor)),
  setKiosk: api.setKiosk.handler(({ input, context }) =>
    context.work(async (work) => {
      await setKiosk(work, input);
      return presented(work.tx, work.actor);
    }),
  ),
};
