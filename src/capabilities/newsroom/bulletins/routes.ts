import { implement } from "@orpc/server";
import type { Actor } from "#platform/auth/actor.ts";
import type { Queryable } from "#platform/database/database.ts";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { bulletinFor, sourceFor } from "./bulletin-queries.ts";
import { bulletinContract } from "./contract.ts";
import { draftBulletin } from "./draft-bulletin.ts";
import { bulletinSettingsOf } from "./manner.ts";
import { bulletinPolicy } from "./policy.ts";
import { setBulletinSettings } from "./set-bulletin-settings.ts";
import { usualWords } from "./speech/spoken-words.ts";

const api = implement(bulletinContract).$context<ApiContext>().use(authorised);

const settingsFor = async (q: Queryable, actor: Actor) => ({
  ...(await bulletinSettingsOf(q, actor.agencyId)),
  usualWords,
  may: bulletinPolicy.may(actor, { agencyId: actor.agencyId }),
});

export const bulletinRoutes = {
  bulletinOf: api.bulletinOf.handler(({ input, context: { database, actor } }) =>
    bulletinFor(database, actor, input.id),
  ),
  draftBulletin: api.draftBulletin.handler(({ input, context }) =>
    context.work(async (work) => ({ id: await draftBulletin(work, input) })),
  ),
  bulletinSource: api.bulletinSource.handler(async ({ input, context: { database, actor } }) => ({
    source: await sourceFor(database, actor, input.id),
  })),
  bulletinSettings: api.bulletinSettings.handler(({ context: { database, actor } }) =>
    settingsFor(database, actor),
  ),
  setBulletinSettings: api.setBulletinSettings.handler(({ input, context }) =>
    context.work(async (work) => {
      await setBulletinSettings(work, input);
      return settingsFor(work.tx, context.actor);
    }),
  ),
};
