import { and, desc, eq, inArray } from "drizzle-orm";
import { peopleWithRole, personNames, type Unit, unitsOfAgency } from "#organization";
import { calendarOf, planOf } from "#plan";
import { type Actor, hasRole, unitsOf } from "#platform/auth/actor.ts";
import { NotFound } from "#platform/auth/policy.ts";
import { today } from "#platform/clock/vietnam-time.ts";
import { type WorkingCalendar, workingDayFrom, workingDaysAfter } from "#platform/clock/working-days.ts";
import type { Queryable } from "#platform/database/database.ts";
import { stateWords } from "../messages/vi.ts";
import { type Report, reportOfPeriod } from "../report-queries.ts";
import {
  reportText,
  unitReport,
  unitReportGathered,
  unitReportGathering,
  unitReportReminder,
  unitReportRequest,
  unitReportSending,
  unitReportText,
} from "../tables.ts";
import { answerable, unitReportPolicy } from "./policy.ts";
import { moveHindrance, type UnitReportMove, unitReportMoves } from "./unit-report.ts";

export type UnitReportRequest = typeof unitReportRequest.$inferSelect;
export type UnitReport = typeof unitReport.$inferSelect;

/** One request of the agency. @throws NotFound */
export async function requestById(
  q: Queryable,
  agencyId: string,
  id: string,
  { locked = false }: { locked?: boolean } = {},
): Promise<UnitReportRequest> {
  const query = q
    .select()
    .from(unitReportRequest)
    .where(and(eq(unitReportRequest.agencyId, agencyId), eq(unitReportRequest.id, id)));
  const [found] = await (locked ? query.for("update") : query);
  if (!found) throw new NotFound("Không có yêu cầu báo cáo này trong cơ quan.");
  return found;
}

/** People who answer for a unit today, each once. */
export async function answerablePeople(q: Queryable, agencyId: string, unitId: string) {
  const found = new Map<string, string>();
  for (const role of answerable)
    for (const { id, name } of await peopleWithRole(q, agencyId, role, unitId)) found.set(id, name);
  return [...found].map(([id, name]) => ({ id, name }));
}

/** Working days that have gone by since it was due, today counted; 0 while there is time. */
export function daysBehind(calendar: WorkingCalendar, dueOn: string, day: string): number {
  const countedTo = workingDayFrom(calendar, dueOn);
  return countedTo < day ? Math.max(workingDaysAfter(calendar, countedTo, day), 1) : 0;
}

const isOpen = (state: UnitReport["state"]) => state === "asked" || state === "writing";

/** Why the period is closed; null: it is open. */
export const lockHindrance = ({ lockedAt }: Pick<UnitReportRequest, "lockedAt">): string | null =>
  lockedAt === null
    ? null
    : "Báo cáo kỳ này của cơ quan đã ký, kỳ đã khóa. Lãnh đạo mở lại được, có ghi lý do.";

/** Why nothing can be gathered into the agency's report of the period; null: there is a draft to write into. */
export function gatherHindrance(
  request: Pick<UnitReportRequest, "lockedAt">,
  report: Pick<Report, "state"> | null,
): string | null {
  const locked = lockHindrance(request);
  if (locked !== null) return locked;
  if (report === null)
    return "Chưa có báo cáo của cơ quan cho kỳ này. Hãy lập báo cáo, chốt số liệu và lập dự thảo ở mục Báo cáo trước.";
  return report.state === "drafted"
    ? null
    : `Báo cáo kỳ này của cơ quan: ${stateWords[report.state].toLocaleLowerCase("vi")}. Chỉ tổng hợp vào được khi đã có dự thảo và chưa soát.`;
}

/** What the caller may do with a unit's report: the person's right, the state and the lock together. */
export function mayWith(
  actor: Actor,
  found: Pick<UnitReport, "agencyId" | "unitId" | "state">,
  request: UnitReportRequest,
  hasHead: boolean,
) {
  const may = unitReportPolicy.may(actor, { agencyId: found.agencyId, unitIds: [found.unitId], hasHead });
  return Object.fromEntries(
    Object.entries(may).map(([verb, answer]) => {
      if (!answer.allowed || !(verb in unitReportMoves)) return [verb, answer];
      const why = lockHindrance(request) ?? moveHindrance(found.state, verb as UnitReportMove);
      return [verb, { allowed: why === null, why }];
    }),
  );
}

/** Units in which somebody is head today. */
export async function unitsWithHead(q: Queryable, agencyId: string, unitIds: string[]): Promise<Set<string>> {
  const found = new Set<string>();
  for (const unitId of unitIds)
    if ((await peopleWithRole(q, agencyId, "head", unitId)).length > 0) found.add(unitId);
  return found;
}

/** One row of the board: a unit, how far it has come, how far it is behind. */
export async function boardRows(
  q: Queryable,
  actor: Actor,
  request: UnitReportRequest,
  day = today().toString(),
) {
  const reports = await q.select().from(unitReport).where(eq(unitReport.requestId, request.id));
  if (reports.length === 0) return [];
  const ids = reports.map(({ id }) => id);
  const sendings = await q
    .select()
    .from(unitReportSending)
    .where(inArray(unitReportSending.unitReportId, ids))
    .orderBy(desc(unitReportSending.round));
  const reminders = await q
    .select()
    .from(unitReportReminder)
    .where(inArray(unitReportReminder.unitReportId, ids))
    .orderBy(desc(unitReportReminder.day));
  const units = await unitsOfAgency(q, request.agencyId, { closed: true });
  const heads = await unitsWithHead(
    q,
    request.agencyId,
    reports.map(({ unitId }) => unitId),
  );
  const names = await personNames(
    q,
    sendings.flatMap(({ sentBy, returnedBy, acceptedBy }) =>
      [sentBy, returnedBy ?? [], acceptedBy ?? []].flat(),
    ),
  );
  const calendar = await calendarOf(q, request.agencyId);
  const behind = daysBehind(calendar, request.dueOn, day);
  const position = new Map(units.map(({ id }, index) => [id, index]));
  return reports
    .toSorted((a, b) => (position.get(a.unitId) ?? 0) - (position.get(b.unitId) ?? 0))
    .map((row) => {
      const last = sendings.find(({ unitReportId }) => unitReportId === row.id);
      const reminded = reminders.filter(({ unitReportId }) => unitReportId === row.id);
      return {
        id: row.id,
        unitId: row.unitId,
        unitName: units.find(({ id }) => id === row.unitId)?.name ?? "",
        state: row.state,
        /** Working days in arrears: not sent although the day has gone by. */
        arrearsDays: isOpen(row.state) && request.lockedAt === null ? behind : 0,
        lateDays: row.lateDays,
        missed: isOpen(row.state) && request.lockedAt !== null,
        round: last?.round ?? 0,
        sentAt: last?.sentAt ?? null,
        sentByName: last ? (names.get(last.sentBy) ?? "") : null,
        returnedAt: last?.returnedAt ?? null,
        returnReason: row.state === "returned" ? (last?.returnReason ?? null) : null,
        acceptedAt: last?.acceptedAt ?? null,
        reminders: reminded.map(({ remindedAt, told }) => ({ at: remindedAt, told })),
        may: mayWith(actor, row, request, heads.has(row.unitId)),
      };
    });
}
export type BoardRow = Awaited<ReturnType<typeof boardRows>>[number];

/** A request as its page shows it, with the board of units. */
export async function presentRequest(q: Queryable, actor: Actor, id: string, day = today().toString()) {
  const request = await requestById(q, actor.agencyId, id);
  const calendar = await calendarOf(q, actor.agencyId);
  const names = await personNames(q, [request.askedBy, ...(request.reopenedBy ? [request.reopenedBy] : [])]);
  const rows = await boardRows(q, actor, request, day);
  const asked = new Set(rows.map(({ unitId }) => unitId));
  const { planId, basis, periodCode: code } = request;
  const own = await reportOfPeriod(q, actor.agencyId, planId, { code, basis });
  const may = unitReportPolicy.may(actor, { agencyId: actor.agencyId });
  const within = (verb: "gather" | "reopen" | "close", hindrance: string | null) =>
    may[verb].allowed ? { allowed: hindrance === null, why: hindrance } : may[verb];
  return {
    ...request,
    report: own && { id: own.id, state: own.state },
    gatherings: await gatheringsOf(q, request),
    reopened:
      request.reopenedAt === null
        ? null
        : {
            at: request.reopenedAt,
            byName: names.get(request.reopenedBy!) ?? "",
            reason: request.reopenReason!,
          },
    planTitle: (await planOf(q, actor.agencyId, request.planId)).title,
    countedTo: workingDayFrom(calendar, request.dueOn),
    askedByName: names.get(request.askedBy) ?? "",
    rows,
    /** Units that were not asked. */
    others: (await unitsToAsk(q, actor.agencyId)).filter((unit) => !asked.has(unit.id)),
    may: {
      ...may,
      gather: within(
        "gather",
        gatherHindrance(request, own) ??
          (rows.some(({ state }) => state === "accepted")
            ? null
            : "Chưa có báo cáo đơn vị nào được tiếp nhận nên chưa có gì để tổng hợp."),
      ),
      reopen: within("reopen", request.lockedAt === null ? "Kỳ này đang mở." : null),
      close: within(
        "close",
        request.lockedAt !== null
          ? "Kỳ này đã khóa."
          : own?.signedOffAt
            ? null
            : "Báo cáo kỳ này của cơ quan chưa ký; kỳ tự khóa khi báo cáo được ký duyệt.",
      ),
    },
  };
}

/** Each taking over into the agency's report, the latest first, with the sending of each unit. */
async function gatheringsOf(q: Queryable, request: UnitReportRequest) {
  const gatherings = await q
    .select({ gathering: unitReportGathering, version: reportText.version })
    .from(unitReportGathering)
    .innerJoin(reportText, eq(reportText.id, unitReportGathering.textId))
    .where(eq(unitReportGathering.requestId, request.id))
    .orderBy(desc(unitReportGathering.gatheredAt));
  if (gatherings.length === 0) return [];
  const taken = await q
    .select({
      gatheringId: unitReportGathered.gatheringId,
      round: unitReportSending.round,
      version: unitReportText.version,
      unitId: unitReport.unitId,
    })
    .from(unitReportGathered)
    .innerJoin(unitReportSending, eq(unitReportSending.id, unitReportGathered.sendingId))
    .innerJoin(unitReportText, eq(unitReportText.id, unitReportSending.textId))
    .innerJoin(unitReport, eq(unitReport.id, unitReportSending.unitReportId))
    .where(
      inArray(
        unitReportGathered.gatheringId,
        gatherings.map(({ gathering }) => gathering.id),
      ),
    );
  const units = await unitsOfAgency(q, request.agencyId, { closed: true });
  const names = await personNames(
    q,
    gatherings.map(({ gathering }) => gathering.gatheredBy),
  );
  return gatherings.map(({ gathering: { id, gatheredAt, gatheredBy }, version }) => ({
    id,
    at: gatheredAt,
    byName: names.get(gatheredBy) ?? "",
    /** The version of the agency's report. */
    version,
    units: units.flatMap(({ id: unitId, name }) =>
      taken
        .filter((one) => one.gatheringId === id && one.unitId === unitId)
        .map((one) => ({ unitName: name, round: one.round, version: one.version })),
    ),
  }));
}

const named = ({ id, name }: Unit) => ({ id, name });

/** Units that can be asked: those in force, without the leadership. */
export const unitsToAsk = async (q: Queryable, agencyId: string) =>
  (await unitsOfAgency(q, agencyId)).filter(({ kind }) => kind !== "leadership").map(named);

/** All requests of the agency, the latest day first, with how many units have come how far. */
export async function presentRequests(q: Queryable, actor: Actor, day = today().toString()) {
  const requests = await q
    .select()
    .from(unitReportRequest)
    .where(eq(unitReportRequest.agencyId, actor.agencyId))
    .orderBy(desc(unitReportRequest.dueOn), desc(unitReportRequest.askedAt));
  const answers = [];
  for (const request of requests) {
    const rows = await boardRows(q, actor, request, day);
    const count = (...states: UnitReport["state"][]) =>
      rows.filter(({ state }) => states.includes(state)).length;
    answers.push({
      id: request.id,
      periodLabel: request.periodLabel,
      basis: request.basis,
      planTitle: (await planOf(q, actor.agencyId, request.planId)).title,
      dueOn: request.dueOn,
      askedAt: request.askedAt,
      lockedAt: request.lockedAt,
      units: rows.length,
      sent: count("sent", "accepted"),
      accepted: count("accepted"),
      inArrears: rows.filter(({ arrearsDays }) => arrearsDays > 0).map(({ unitName }) => unitName),
    });
  }
  return {
    requests: answers,
    units: await unitsToAsk(q, actor.agencyId),
    may: unitReportPolicy.may(actor, { agencyId: actor.agencyId }),
  };
}

/** What waits for the caller: reports of own units to be written, sent ones to be accepted, units in arrears. */
export async function waitingUnitReports(q: Queryable, actor: Actor, day = today().toString()) {
  const own = unitsOf(actor, ...answerable);
  const asks = hasRole(actor, "editor");
  const open = await q
    .select()
    .from(unitReportRequest)
    .where(eq(unitReportRequest.agencyId, actor.agencyId))
    .orderBy(unitReportRequest.dueOn);
  const [toWrite, toAccept, inArrears]: WaitingRow[][] = [[], [], []];
  for (const request of open.filter(({ lockedAt }) => lockedAt === null)) {
    const { periodLabel, dueOn, id: requestId } = request;
    for (const row of await boardRows(q, actor, request, day)) {
      const { id, unitId, unitName, state, arrearsDays, sentAt, returnReason } = row;
      const waiting = {
        id,
        requestId,
        unitName,
        state,
        arrearsDays,
        sentAt,
        returnReason,
        periodLabel,
        dueOn,
      };
      if (own.includes(unitId) && row.may.write?.allowed) toWrite!.push(waiting);
      if (asks && state === "sent") toAccept!.push(waiting);
      if ((asks || hasRole(actor, "leadership")) && arrearsDays > 0) inArrears!.push(waiting);
    }
  }
  return { toWrite: toWrite!, toAccept: toAccept!, inArrears: inArrears! };
}

type WaitingRow = Pick<BoardRow, "id" | "unitName" | "state" | "arrearsDays" | "sentAt" | "returnReason"> & {
  requestId: string;
  periodLabel: string;
  dueOn: string;
};
