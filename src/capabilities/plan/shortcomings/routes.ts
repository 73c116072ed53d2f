import { implement } from "@orpc/server";
import type { Actor } from "#platform/auth/actor.ts";
import type { Queryable } from "#platform/database/database.ts";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { answerWithAll } from "../answer-with-all.ts";
import { shortcomingContract } from "./contract.ts";
import { fixShortcoming } from "./fix-shortcoming.ts";
import { mendShortcoming } from "./mend-shortcoming.ts";
import { noteShortcoming } from "./note-shortcoming.ts";
import { shortcomingPolicy } from "./policy.ts";
import { refuseShortcoming } from "./refuse-shortcoming.ts";
import { shortcomingsOf, unitsToNoteOf } from "./shortcoming-queries.ts";
import { tellOfShortcoming } from "./tell-of-shortcoming.ts";

const api = implement(shortcomingContract).$context<ApiContext>().use(authorised);

async function presentAll(q: Queryable, actor: Actor) {
  const units = await unitsToNoteOf(q, actor);
  return {
    shortcomings: await shortcomingsOf(q, actor),
    units,
    may: shortcomingPolicy.may(actor, { agencyId: actor.agencyId }),
  };
}

const then = answerWithAll(presentAll);

export const shortcomingRoutes = {
  shortcomings: api.shortcomings.handler(({ context: { database, actor } }) => presentAll(database, actor)),
  noteShortcoming: api.noteShortcoming.handler(then(noteShortcoming)),
  fixShortcoming: api.fixShortcoming.handler(then(fixShortcoming)),
  mendShortcoming: api.mendShortcoming.handler(then(mendShortcoming)),
  refuseShortcoming: api.refuseShortcoming.handler(then(refuseShortcoming)),
  tellOfShortcoming: api.tellOfShortcoming.handler(then(tellOfShortcoming)),
};
