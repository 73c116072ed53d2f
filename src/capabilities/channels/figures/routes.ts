import { implement } from "@orpc/server";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { download, mediaTypes } from "#platform/http/download.ts";
import { contentOf } from "../deliveries/delivery-queries.ts";
import { figureContract } from "./contract.ts";
import { correctFigure } from "./correct-figure.ts";
import { exportFigures } from "./export-figures.ts";
import { figureBoard } from "./figure-board.ts";
import { figuresOfContent, presentFigures } from "./present-figures.ts";
import { recordFigures } from "./record-figures.ts";

const api = implement(figureContract).$context<ApiContext>().use(authorised);

/** So many groups are drawn; the export has all. */
const MOST_GROUPS = 500;

export const figureRoutes = {
  figureBoard: api.figureBoard.handler(async ({ input, context: { database, actor } }) => {
    const { parts: _, ...board } = await figureBoard(database, actor, input, { most: MOST_GROUPS });
    return board;
  }),
  exportFigures: api.exportFigures.handler(({ input, context }) =>
    context.work((work) => download(exportFigures(work, input), "so-lieu-kenh.xlsx", mediaTypes.xlsx)),
  ),
  figuresOfDelivery: api.figuresOfDelivery.handler(({ input, context: { database, actor } }) =>
    presentFigures(database, actor, input.id),
  ),
  figuresOfContent: api.figuresOfContent.handler(async ({ input, context: { database, actor } }) => {
    const { id } = await contentOf(database, actor, input.id);
    return figuresOfContent(database, actor, id);
  }),
  recordFigures: api.recordFigures.handler(({ input, context }) =>
    context.work(async (work) => {
      await recordFigures(work, input);
      return presentFigures(work.tx, context.actor, input.id);
    }),
  ),
  correctFigure: api.correctFigure.handler(({ input, context }) =>
    context.work(async (work) => {
      await correctFigure(work, input);
      return presentFigures(work.tx, context.actor, input.id);
    }),
  ),
};
