import { implement } from "@orpc/server";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { download, mediaTypes } from "#platform/http/download.ts";
import type { Work } from "#platform/work/work.ts";
import { acceptUnitReport } from "./accept-unit-report.ts";
import { askFurtherUnits, askUnits } from "./ask-units.ts";
import { unitReportContract } from "./contract.ts";
import { exportBoard } from "./export-board.ts";
import { gatherUnitReports } from "./gather-unit-reports.ts";
import { closeUnitReports } from "./lock-unit-reports.ts";
import { remindUnit } from "./remind-unit.ts";
import { reopenUnitReports } from "./reopen-unit-reports.ts";
import { presentRequest, presentRequests, waitingUnitReports } from "./request-queries.ts";
import { returnUnitReport } from "./return-unit-report.ts";
import { saveUnitReport } from "./save-unit-report.ts";
import { sendUnitReport } from "./send-unit-report.ts";
import { presentUnitReport, unitReportById } from "./unit-report-queries.ts";

const api = implement(unitReportContract).$context<ApiContext>().use(authorised);

/** Runs an act on a unit's report and answers with it as its page shows it. */
const after = (act: (work: Work) => Promise<void>, id: string) => async (work: Work) => {
  await act(work);
  return presentUnitReport(work.tx, work.actor, id);
};

/** Runs an act on a request and answers with its board. */
const onBoard = (act: (work: Work) => Promise<void>, id: string) => async (work: Work) => {
  await act(work);
  return presentRequest(work.tx, work.actor, id);
};

export const unitReportRoutes = {
  unitReportRequests: api.unitReportRequests.handler(({ context: { database, actor } }) =>
    presentRequests(database, actor),
  ),
  askUnits: api.askUnits.handler(({ input, context }) =>
    context.work(async (work) => presentRequest(work.tx, work.actor, await askUnits(work, input))),
  ),
  getUnitReportRequest: api.getUnitReportRequest.handler(({ input, context: { database, actor } }) =>
    presentRequest(database, actor, input.id),
  ),
  askFurtherUnits: api.askFurtherUnits.handler(({ input, context }) =>
    context.work(onBoard((work) => askFurtherUnits(work, input), input.id)),
  ),
  exportUnitReports: api.exportUnitReports.handler(({ input, context }) =>
    download(
      context.work((work) => exportBoard(work, input)),
      "don-vi-bao-cao.xlsx",
      mediaTypes.xlsx,
    ),
  ),
  gatherUnitReports: api.gatherUnitReports.handler(({ input, context }) =>
    context.work(onBoard((work) => gatherUnitReports(work, input), input.id)),
  ),
  reopenUnitReports: api.reopenUnitReports.handler(({ input, context }) =>
    context.work(onBoard((work) => reopenUnitReports(work, input), input.id)),
  ),
  closeUnitReports: api.closeUnitReports.handler(({ input, context }) =>
    context.work(onBoard((work) => closeUnitReports(work, input), input.id)),
  ),
  waitingUnitReports: api.waitingUnitReports.handler(({ context: { database, actor } }) =>
    waitingUnitReports(database, actor),
  ),
  getUnitReport: api.getUnitReport.handler(({ input, context: { database, actor } }) =>
    presentUnitReport(database, actor, input.id),
  ),
  saveUnitReport: api.saveUnitReport.handler(({ input, context }) =>
    context.work(after((work) => saveUnitReport(work, input), input.id)),
  ),
  sendUnitReport: api.sendUnitReport.handler(({ input, context }) =>
    context.work(after((work) => sendUnitReport(work, input), input.id)),
  ),
  remindUnit: api.remindUnit.handler(({ input, context }) =>
    context.work(async (work) => {
      await remindUnit(work, input);
      const { request } = await unitReportById(work.tx, work.actor.agencyId, input.id);
      return presentRequest(work.tx, work.actor, request.id);
    }),
  ),
  returnUnitReport: api.returnUnitReport.handler(({ input, context }) =>
    context.work(after((work) => returnUnitReport(work, input), input.id)),
  ),
  acceptUnitReport: api.acceptUnitReport.handler(({ input, context }) =>
    context.work(after((work) => acceptUnitReport(work, input), input.id)),
  ),
};
