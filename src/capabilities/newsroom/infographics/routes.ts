import { implement } from "@orpc/server";
import type { Actor } from "#platform/auth/actor.ts";
import type { Queryable } from "#platform/database/database.ts";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { presentList } from "../present-content.ts";
import { graphicContract } from "./contract.ts";
import {
  drawnPictures,
  type Graphic,
  graphicOf,
  listGraphics,
  presentGraphics,
} from "./infographic-queries.ts";
import { makeInfographic, previewPictures } from "./make-infographic.ts";
import { markedOutlines } from "./marked-outlines.ts";
import { ownFigures } from "./own-figures.ts";
import { beginTextFor, placeInfographic } from "./place-infographic.ts";
import { graphicPolicy } from "./policy.ts";
import { textsForDrawing } from "./texts-for-drawing.ts";

const api = implement(graphicContract).$context<ApiContext>().use(authorised);

const mayOf = (actor: Actor) => graphicPolicy.may(actor, { agencyId: actor.agencyId });

const presentOne = async (q: Queryable, actor: Actor, graphic: Graphic) => ({
  ...(await presentGraphics(q, [graphic]))[0]!,
  may: mayOf(actor),
});

export const graphicRoutes = {
  listInfographics: api.listInfographics.handler(async ({ input, context: { database, actor } }) => {
    const { rows, hasMore } = await listGraphics(database, actor.agencyId, input);
    return { items: await presentGraphics(database, rows), hasMore, may: mayOf(actor) };
  }),
  getInfographic: api.getInfographic.handler(async ({ input: { id }, context: { database, actor } }) =>
    presentOne(database, actor, await graphicOf(database, actor.agencyId, id)),
  ),
  infographicOutlines: api.infographicOutlines.handler(({ input, context: { database, actor } }) =>
    markedOutlines(database, actor.agencyId, input),
  ),
  ownFigures: api.ownFigures.handler(({ input, context: { database, actor } }) =>
    ownFigures(database, actor.agencyId, input),
  ),
  previewInfographic: api.previewInfographic.handler(({ input, context: { database, actor } }) =>
    previewPictures(database, actor.agencyId, input),
  ),
  makeInfographic: api.makeInfographic.handler(
    ({ input: { alt, credit, licence, into, ...input }, context: { actor, work } }) =>
      work(async (current) => {
        if (into) await beginTextFor(current, into);
        const facts = { alt, credit, source: input.source, licence };
        const id = await makeInfographic(current, { ...input, facts });
        if (into) await placeInfographic(current, { id, itemId: into.itemId });
        return presentOne(current.tx, actor, await graphicOf(current.tx, actor.agencyId, id));
      }),
  ),
  drawnPictures: api.drawnPictures.handler(async ({ input, context: { database, actor } }) => {
    const drawn = await drawnPictures(database, actor.agencyId, input.mediaIds);
    const all = drawn.flatMap(({ graphic, newest }) => (newest ? [graphic, newest] : [graphic]));
    const shown = new Map((await presentGraphics(database, all)).map((one) => [one.id, one]));
    return {
      pictures: drawn.map(({ mediaId, graphic, newest }) => ({
        mediaId,
        graphic: shown.get(graphic.id)!,
        newest: newest && shown.get(newest.id)!,
      })),
      may: mayOf(actor),
    };
  }),
  textsForInfographic: api.textsForInfographic.handler(
    async ({ input: { q }, context: { database, actor } }) => ({
      items: await presentList(database, actor, await textsForDrawing(database, actor, q)),
    }),
  ),
  placeInfographic: api.placeInfographic.handler(({ input, context }) =>
    context.work(async (work) => {
      await placeInfographic(work, input);
      return { itemId: input.itemId };
    }),
  ),
};
