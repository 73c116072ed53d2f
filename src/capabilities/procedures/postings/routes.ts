import { implement } from "@orpc/server";
import { today } from "#platform/clock/vietnam-time.ts";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { procedurePolicy } from "../policy.ts";
import { postingContract } from "./contract.ts";
import { dropPosting } from "./drop-posting.ts";
import { placesOf } from "./place-queries.ts";
import { postingBoard } from "./posting-board.ts";
import { recordPosting } from "./record-posting.ts";
import { savePlaces } from "./save-places.ts";

const api = implement(postingContract).$context<ApiContext>().use(authorised);
const done = { done: true } as const;

export const postingRoutes = {
  postings: api.postings.handler(async ({ context: { database, actor } }) => ({
    ...(await postingBoard(database, actor.agencyId, today().toString())),
    allPlaces: await placesOf(database, actor.agencyId),
    may: procedurePolicy.may(actor, { agencyId: actor.agencyId }),
  })),
  recordPosting: api.recordPosting.handler(async ({ input: { url, file, ...given }, context }) => {
    const kept = file && { bytes: new Uint8Array(await file.arrayBuffer()), fileName: file.name };
    await context.work((work) => recordPosting(work, { ...given, url: url ?? null, file: kept ?? null }));
    return done;
  }),
  dropPosting: api.dropPosting.handler(async ({ input, context }) => {
    await context.work((work) => dropPosting(work, input));
    return done;
  }),
  savePlaces: api.savePlaces.handler(async ({ input, context }) => {
    await context.work((work) => savePlaces(work, input.places));
    return done;
  }),
};
