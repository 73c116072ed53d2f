import { and, desc, eq } from "drizzle-orm";
import { personNames, unitsOfAgency } from "#organization";
import { calendarOf } from "#plan";
import type { Actor } from "#platform/auth/actor.ts";
import { NotFound } from "#platform/auth/policy.ts";
import { today } from "#platform/clock/vietnam-time.ts";
import { workingDayFrom } from "#platform/clock/working-days.ts";
import type { Queryable } from "#platform/database/database.ts";
import { unitReport, unitReportSending, unitReportText } from "../tables.ts";
import {
  daysBehind,
  mayWith,
  requestById,
  type UnitReport,
  type UnitReportRequest,
  unitsWithHead,
} from "./request-queries.ts";
import { unitFigures } from "./unit-figures.ts";
import { emptyText, issuesToSend, type SentFigure } from "./unit-report.ts";

/** A unit's report of the agency with its request, both held until the act is over where `locked`. @throws NotFound */
export async function unitReportById(
  q: Queryable,
  agencyId: string,
  id: string,
  { locked = false }: { locked?: boolean } = {},
): Promise<{ report: UnitReport; request: UnitReportRequest }> {
  const query = q
    .select()
    .from(unitReport)
    .where(and(eq(unitReport.agencyId, agencyId), eq(unitReport.id, id)));
  const [seen] = await query;
  if (!seen) throw new NotFound("Không có báo cáo đơn vị này trong cơ quan.");
  // The request first, as the signing of the agency's report holds it first.
  const request = await requestById(q, agencyId, seen.requestId, { locked });
  const [report] = locked ? await query.for("update") : [seen];
  return { report: report!, request };
}

/** The saved text in force; null before the first word. */
export async function unitTextOf(q: Queryable, { textId }: UnitReport) {
  if (textId === null) return null;
  const [found] = await q.select().from(unitReportText).where(eq(unitReportText.id, textId));
  return found ?? null;
}

/** A saved version as the editor's screen takes it. */
export async function presentUnitText(q: Queryable, text: typeof unitReportText.$inferSelect) {
  const { id, version, content, writtenAt, writtenBy } = text;
  return {
    id,
    version,
    content,
    writtenAt,
    writtenBy: (await personNames(q, [writtenBy])).get(writtenBy) ?? "",
  };
}

/** Figures as the chain gives them now, without a correction. */
const live = (figures: Awaited<ReturnType<typeof unitFigures>>): SentFigure[] =>
  figures.map((figure) => ({ ...figure, corrected: null }));

/** A unit's report as its page shows it: figures (frozen once sent), text, rounds, what stands against sending. */
export async function presentUnitReport(q: Queryable, actor: Actor, id: string, day = today().toString()) {
  const { report, request } = await unitReportById(q, actor.agencyId, id);
  const unit = (await unitsOfAgency(q, actor.agencyId, { closed: true })).find(
    (row) => row.id === report.unitId,
  )!;
  const heads = await unitsWithHead(q, actor.agencyId, [unit.id]);
  const text = await unitTextOf(q, report);
  const sendings = await q
    .select({ sending: unitReportSending, content: unitReportText.content, version: unitReportText.version })
    .from(unitReportSending)
    .innerJoin(unitReportText, eq(unitReportText.id, unitReportSending.textId))
    .where(eq(unitReportSending.unitReportId, id))
    .orderBy(desc(unitReportSending.round));
  const names = await personNames(
    q,
    sendings.flatMap(({ sending: { sentBy, returnedBy, acceptedBy } }) =>
      [sentBy, returnedBy ?? [], acceptedBy ?? []].flat(),
    ),
  );
  const isSent = report.state === "sent" || report.state === "accepted";
  const figures = isSent
    ? sendings[0]!.sending.figures
    : live(await unitFigures(q, request, report.unitId, day));
  const calendar = await calendarOf(q, actor.agencyId);
  const nameOf = (personId: string | null) => personId && (names.get(personId) ?? "");
  return {
    id,
    requestId: request.id,
    unitName: unit.name,
    periodLabel: request.periodLabel,
    periodFrom: request.periodFrom,
    periodTo: request.periodTo,
    dueOn: request.dueOn,
    countedTo: workingDayFrom(calendar, request.dueOn),
    note: request.note,
    extras: request.extras,
    lockedAt: request.lockedAt,
    state: report.state,
    lateDays: report.lateDays,
    arrearsDays:
      report.sendingId === null && !request.lockedAt ? daysBehind(calendar, request.dueOn, day) : 0,
    figures,
    text: text && (await presentUnitText(q, text)),
    issues: isSent ? [] : issuesToSend(text?.content ?? emptyText, figures, request.extras),
    sendings: sendings.map(({ sending, content, version }) => ({
      id: sending.id,
      round: sending.round,
      version,
      content,
      figures: sending.figures,
      sentAt: sending.sentAt,
      sentByName: nameOf(sending.sentBy) ?? "",
      returnedAt: sending.returnedAt,
      returnedByName: nameOf(sending.returnedBy),
      returnReason: sending.returnReason,
      acceptedAt: sending.acceptedAt,
      acceptedByName: nameOf(sending.acceptedBy),
    })),
    may: mayWith(actor, report, request, heads.has(unit.id)),
  };
}

/** How many versions of a report's text there are. */
export const countTexts = (q: Queryable, id: string): Promise<number> =>
  q.$count(unitReportText, eq(unitReportText.unitReportId, id));
