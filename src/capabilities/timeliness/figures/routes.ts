import { implement } from "@orpc/server";
import { parsePeriod } from "#platform/clock/reporting-period.ts";
import { formatDate, today } from "#platform/clock/vietnam-time.ts";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { download, mediaTypes } from "#platform/http/download.ts";
import { writeXlsx } from "#platform/official-document/write/write-xlsx.ts";
import { figureContract } from "./contract.ts";
import { dossierFigures } from "./dossier-figures.ts";
import { dossiersBehind } from "./dossiers-behind.ts";
import { figuresOverTime } from "./figures-over-time.ts";
import { dossierSheets, figuresSheets, satisfactionSheets } from "./figures-sheets.ts";
import { type Division, type Measure, measureLabels } from "./measure-words.ts";
import { presentFigures } from "./present-figures.ts";
import { satisfactionOf } from "./satisfaction-queries.ts";
import { sayControl } from "./say-control.ts";
import { saySource } from "./say-source.ts";

const api = implement(figureContract).$context<ApiContext>().use(authorised);

const ON_A_PAGE = 100;
const MOST_IN_A_FILE = 50_000;

const whichOf = (
  agencyId: string,
  { period, measure, by, key }: { period: string; measure: Measure; by: Division; key?: string | undefined },
) => ({
  ...{ agencyId, measure, period: parsePeriod(period, "decree"), today: today().toString() },
  ...(key !== undefined && { part: { by, key } }),
});

export const figureRoutes = {
  figures: api.figures.handler(({ input, context: { database, actor } }) =>
    presentFigures(database, actor, input),
  ),
  figuresFile: api.figuresFile.handler(async ({ input, context: { database, actor } }) => {
    const period = parsePeriod(input.period, "decree");
    const day = today().toString();
    const found = await dossierFigures(database, {
      ...{ agencyId: actor.agencyId, period, today: day, by: input.by },
    });
    const between = { from: formatDate(period.from), until: formatDate(found.until) };
    return download(
      writeXlsx([
        ...figuresSheets(input.by, { ...found, ...between }),
        ...satisfactionSheets(await satisfactionOf(database, actor.agencyId, period)),
      ]),
      `tien-do-ho-so-${period.code}.xlsx`,
      mediaTypes.xlsx,
    );
  }),
  figuresOverTime: api.figuresOverTime.handler(({ input, context: { database, actor } }) =>
    figuresOverTime(database, { ...input, agencyId: actor.agencyId, today: today().toString() }),
  ),
  dossiersBehind: api.dossiersBehind.handler(({ input, context: { database, actor } }) =>
    dossiersBehind(database, whichOf(actor.agencyId, input), { from: input.from, most: ON_A_PAGE }),
  ),
  dossiersFile: api.dossiersFile.handler(async ({ input, context: { database, actor } }) => {
    const which = whichOf(actor.agencyId, input);
    const { dossiers } = await dossiersBehind(database, which, { from: 0, most: MOST_IN_A_FILE });
    return download(
      writeXlsx(dossierSheets(measureLabels[input.measure], dossiers)),
      `ho-so-${which.period.code}.xlsx`,
      mediaTypes.xlsx,
    );
  }),
  sayControl: api.sayControl.handler(({ input, context }) =>
    context.work(async (work) => {
      await sayControl(work, input);
      return presentFigures(work.tx, context.actor, { period: input.period, by: "unit" });
    }),
  ),
  saySource: api.saySource.handler(({ input, context }) =>
    context.work(async (work) => {
      await saySource(work, input);
      return presentFigures(work.tx, context.actor, { period: input.period, by: "unit" });
    }),
  ),
};
