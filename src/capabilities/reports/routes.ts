import { implement } from "@orpc/server";
import type { Actor } from "#platform/auth/actor.ts";
import { NotFound } from "#platform/auth/policy.ts";
import type { Queryable } from "#platform/database/database.ts";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { download, mediaTypes } from "#platform/http/download.ts";
import type { Work } from "#platform/work/work.ts";
import { acceptNumber } from "./accept-number.ts";
import { collectedOf, collectFigures } from "./collect-figures.ts";
import { reportsContract } from "./contract.ts";
import { correctReportIssue } from "./correct-report-issue.ts";
import { differences } from "./differences.ts";
import { documentUses } from "./document-uses.ts";
import { draftReport } from "./draft-report.ts";
import { editReport } from "./edit-report.ts";
import { exportPlan } from "./export-plan.ts";
import { exportReport, fileName } from "./export-report.ts";
import { figureInWords } from "./figure.ts";
import { figureRows } from "./figure-rows.ts";
import { findingsOfReport } from "./findings/finding-queries.ts";
import { noteFindings } from "./findings/note-findings.ts";
import { freezeFigures } from "./freeze-figures.ts";
import { openReport } from "./open-report.ts";
import { reportPolicy } from "./policy.ts";
import { presentFigure, presentReport, presentSummary } from "./present-report.ts";
import { recordExport } from "./record-export.ts";
import { recordSignedCopy } from "./record-signed-copy.ts";
import { reopenReport } from "./reopen-report.ts";
import { type Report, reportById, reportsOfAgency } from "./report-queries.ts";
import { restoreText } from "./restore-text.ts";
import { returnReport } from "./return-report.ts";
import { reviewReport } from "./review-report.ts";
import { signOffReport } from "./sign-off-report.ts";
import { signedCopyOf } from "./signed-copy.ts";
import { submitReport } from "./submit-report.ts";
import { presentVersion, versionOf, versionsOf } from "./text-versions.ts";

const api = implement(reportsContract).$context<ApiContext>().use(authorised);

/** Runs an act on a report and answers with the report as its page shows it. */
const after = (act: (work: Work) => Promise<Report>) => async (work: Work) =>
  presentReport(work.tx, work.actor, (await act(work)).id);

const presentFindings = async (q: Queryable, actor: Actor, report: Report) => ({
  findings: await findingsOfReport(q, report),
  mayNote: reportPolicy.hindrance(actor, "note-findings", { agencyId: actor.agencyId, writers: [] }) === null,
});

const handed = async (file: File) => ({
  name: file.name,
  bytes: new Uint8Array(await file.arrayBuffer()),
});

export const reportsRoutes = {
  list: api.list.handler(async ({ context: { database, actor } }) => ({
    reports: await Promise.all(
      (await reportsOfAgency(database, actor.agencyId)).map((report) =>
        presentSummary(database, actor, report),
      ),
    ),
    may: reportPolicy.may(actor, { agencyId: actor.agencyId, writers: [] }),
  })),
  get: api.get.handler(({ input, context: { database, actor } }) => presentReport(database, actor, input.id)),
  findings: api.findings.handler(async ({ input, context: { database, actor } }) =>
    presentFindings(database, actor, await reportById(database, actor.agencyId, input.id)),
  ),
  noteFindings: api.noteFindings.handler(({ input, context }) =>
    context.work(async (work) => presentFindings(work.tx, context.actor, await noteFindings(work, input))),
  ),
  figureRows: api.figureRows.handler(async ({ input, context: { database, actor } }) => {
    const { chain, figures } = await collectedOf(
      database,
      await reportById(database, actor.agencyId, input.id),
    );
    const figure = figures.find(({ key }) => key === input.key);
    if (!figure) throw new NotFound("Báo cáo không có số liệu này.");
    return { figure: presentFigure(figure), rows: figureRows(chain, figure) };
  }),
  differences: api.differences.handler(async ({ input, context: { database, actor } }) => {
    const report = await reportById(database, actor.agencyId, input.id);
    const found = differences(await collectedOf(database, report), await collectFigures(database, report));
    return {
      rows: found.rows,
      figures: found.figures.map(({ key, label, frozen, now: today }) => ({
        key,
        label,
        frozen: frozen && figureInWords(frozen),
        now: today && figureInWords(today),
      })),
    };
  }),
  annex: api.annex.handler(async ({ input, context: { database, actor } }) => ({
    lines: (await collectedOf(database, await reportById(database, actor.agencyId, input.id))).annex,
  })),
  versions: api.versions.handler(async ({ input, context: { database, actor } }) => ({
    versions: await versionsOf(database, await reportById(database, actor.agencyId, input.id)),
  })),
  getVersion: api.getVersion.handler(async ({ input, context: { database, actor } }) => {
    const report = await reportById(database, actor.agencyId, input.id);
    return presentVersion(database, await versionOf(database, report, input.version));
  }),
  documentUses: api.documentUses.handler(({ input, context: { database, actor } }) =>
    documentUses(database, actor.agencyId, input.documentId),
  ),
  exportFile: api.exportFile.handler(
    async ({ input: { id, format }, context: { database, actor, work } }) => {
      const report = await reportById(database, actor.agencyId, id);
      const name = fileName(report, format);
      const answer = await download(exportReport(database, report, format), name, mediaTypes[format]);
      const exported = { act: "export-report", objectKind: "report", objectId: id, fileName: name } as const;
      await work((current) => recordExport(current, exported));
      return answer;
    },
  ),
  signedCopy: api.signedCopy.handler(async ({ input: { id }, context: { database, actor, work } }) => {
    const report = await reportById(database, actor.agencyId, id);
    const copy = await signedCopyOf(database, report);
    if (copy === null) throw new NotFound("Báo cáo này chưa có bản PDF đã ký.");
    const name = `da-ky-${fileName(report, "pdf")}`;
    const exported = { act: "export-report", objectKind: "report", objectId: id, fileName: name } as const;
    await work((current) => recordExport(current, exported));
    return download(copy, name, mediaTypes.pdf);
  }),
  exportPlan: api.exportPlan.handler(
    async ({ input: { planId, format }, context: { database, actor, work } }) => {
      const name = `ke-hoach.${format}`;
      const written = exportPlan(database, actor.agencyId, planId, format);
      const answer = await download(written, name, mediaTypes[format]);
      const exported = { act: "export-plan", objectKind: "plan", objectId: planId, fileName: name } as const;
      await work((current) => recordExport(current, exported));
      return answer;
    },
  ),
  open: api.open.handler(({ input, context }) => context.work(after((work) => openReport(work, input)))),
  freeze: api.freeze.handler(({ input, context }) =>
    context.work(after((work) => freezeFigures(work, input))),
  ),
  reopen: api.reopen.handler(({ input, context }) =>
    context.work(after((work) => reopenReport(work, input))),
  ),
  draft: api.draft.handler(({ input, context }) => context.work(after((work) => draftReport(work, input)))),
  edit: api.edit.handler(({ input, context }) => context.work(after((work) => editReport(work, input)))),
  review: api.review.handler(({ input, context }) =>
    context.work(after((work) => reviewReport(work, input))),
  ),
  return: api.return.handler(({ input, context }) =>
    context.work(after((work) => returnReport(work, input))),
  ),
  signOff: api.signOff.handler(({ input, context }) =>
    context.work(after((work) => signOffReport(work, input))),
  ),
  acceptNumber: api.acceptNumber.handler(({ input, context }) =>
    context.work(after((work) => acceptNumber(work, input))),
  ),
  restore: api.restore.handler(({ input, context }) =>
    context.work(after((work) => restoreText(work, input))),
  ),
  submit: api.submit.handler(async ({ input, context }) => {
    const signedCopy = input.signedCopy && (await handed(input.signedCopy));
    return context.work(after((work) => submitReport(work, { ...input, signedCopy })));
  }),
  correctIssue: api.correctIssue.handler(({ input, context }) =>
    context.work(after((work) => correctReportIssue(work, input))),
  ),
  recordSignedCopy: api.recordSignedCopy.handler(async ({ input, context }) => {
    const signedCopy = await handed(input.signedCopy);
    return context.work(after((work) => recordSignedCopy(work, { ...input, signedCopy })));
  }),
};
