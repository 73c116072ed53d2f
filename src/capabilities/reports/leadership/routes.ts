import { implement } from "@orpc/server";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { download, mediaTypes } from "#platform/http/download.ts";
import { figureInWords } from "../figure.ts";
import { setBrief } from "./brief/set-brief.ts";
import { leadershipContract } from "./contract.ts";
import { gatherOverview, linesOfOverview, rowsOfOverview } from "./gather-overview.ts";
import { leadershipPolicy } from "./policy.ts";

const api = implement(leadershipContract).$context<ApiContext>().use(authorised);

export const leadershipRoutes = {
  overview: api.overview.handler(async ({ input, context: { database, actor } }) => ({
    ...(await gatherOverview(database, actor, input)),
    may: leadershipPolicy.may(actor, { agencyId: actor.agencyId }),
  })),
  overviewRows: api.overviewRows.handler(async ({ input, context: { database, actor } }) => {
    const { figure, rows, label } = await rowsOfOverview(database, actor, input);
    const { key, numerator, denominator } = figure;
    return {
      figure: { key, label: figure.label, words: figureInWords(figure), numerator, denominator },
      periodLabel: label,
      rows: rows.map((row) => ({ id: row.id, label: row.label, detail: row.detail, url: row.url })),
    };
  }),
  overviewLines: api.overviewLines.handler(async ({ input, context: { database, actor } }) => {
    const { label, lines } = await linesOfOverview(database, actor, input);
    return {
      periodLabel: label,
      lines: lines.map((line) => ({
        ...{ code: line.code, what: line.what, clause: line.clause, units: line.units, state: line.state },
        ...{ why: line.noneReason, tasks: line.tasks },
        proofs: line.evidence.flatMap(({ id, label: name, url, withdrawn }) =>
          withdrawn === null ? [{ id, label: name, url }] : [],
        ),
      })),
    };
  }),
  brief: api.brief.handler(async ({ input, context: { database, actor } }) => {
    const overview = await gatherOverview(database, actor, input);
    return download(setBrief(overview), `tom-tat-lanh-dao-${overview.period.code}.pdf`, mediaTypes.pdf);
  }),
};
