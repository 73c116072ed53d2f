import { and, eq, inArray } from "drizzle-orm";
import type { Actor } from "#platform/auth/actor.ts";
import type { Queryable } from "#platform/database/database.ts";
import { byFirstId, type LookUpMatters, type NoticeMatters } from "#platform/work/notice-matters.ts";
import { unitReportPolicy } from "./policy.ts";
import { lockHindrance } from "./request-queries.ts";
import { unitReport, unitReportRequest, unitReportSending } from "./tables.ts";
import { type UnitReportState, unitReportWords } from "./unit-report.ts";

const GONE = "Phiếu báo cáo này không còn.";

const columns = {
  state: unitReport.state,
  unitId: unitReport.unitId,
  agencyId: unitReport.agencyId,
  lockedAt: unitReportRequest.lockedAt,
};
interface Found {
  state: UnitReportState;
  unitId: string;
  agencyId: string;
  lockedAt: Date | null;
}
type Verb = "write" | "accept" | "read";

/** A unit's report stands in the states in which it is told of, to who may do what it waits for. */
const standing =
  (verb: Verb, states: UnitReportState[]) =>
  (found: Found | undefined, recipient: Actor): string | null => {
    if (!found) return GONE;
    const { agencyId, state, unitId } = found;
    if (!states.includes(state)) return `Báo cáo của đơn vị: ${unitReportWords[state].toLowerCase()}.`;
    return (
      (verb === "write" ? lockHindrance(found) : null) ??
      unitReportPolicy.hindrance(recipient, verb, { agencyId, unitIds: [unitId] })
    );
  };

const reportsOf = (q: Queryable, ids: string[], agencyId: string) =>
  q
    .select({ id: unitReport.id, ...columns })
    .from(unitReport)
    .innerJoin(unitReportRequest, eq(unitReportRequest.id, unitReport.requestId))
    .where(and(eq(unitReport.agencyId, agencyId), inArray(unitReport.id, ids)));

const sendingsOf = (q: Queryable, ids: string[], agencyId: string) =>
  q
    .select({ id: unitReportSending.id, newest: unitReport.sendingId, ...columns })
    .from(unitReportSending)
    .innerJoin(unitReport, eq(unitReport.id, unitReportSending.unitReportId))
    .innerJoin(unitReportRequest, eq(unitReportRequest.id, unitReport.requestId))
    .where(and(eq(unitReportSending.agencyId, agencyId), inArray(unitReportSending.id, ids)));

const ofReport = (verb: Verb, ...states: UnitReportState[]): LookUpMatters => {
  const why = standing(verb, states);
  return byFirstId(reportsOf, (found, _, recipient) => why(found, recipient));
};

/** The same by what was sent, as long as nothing newer was. */
const ofSending = (verb: Verb, ...states: UnitReportState[]): LookUpMatters => {
  const why = standing(verb, states);
  return byFirstId(sendingsOf, (found, _, recipient) =>
    found && found.newest !== found.id ? "Đơn vị đã gửi bản mới hơn." : why(found, recipient),
  );
};

/** What is told of units' reports, looked up again. */
export const unitReportMatters: NoticeMatters = {
  "unit-reports-reopened": byFirstId(
    (q, ids, agencyId) =>
      q
        .select({ id: unitReportRequest.id, lockedAt: unitReportRequest.lockedAt })
        .from(unitReportRequest)
        .where(and(eq(unitReportRequest.agencyId, agencyId), inArray(unitReportRequest.id, ids))),
    (request, _, recipient) =>
      request
        ? (lockHindrance(request) ??
          unitReportPolicy.hindrance(recipient, "accept", { agencyId: recipient.agencyId }))
        : GONE,
  ),
  "unit-report-asked": ofReport("write", "asked", "writing", "returned"),
  "unit-report-reminder": ofReport("write", "asked", "writing", "returned"),
  "unit-report-returned": ofSending("write", "returned"),
  "unit-report-sent": ofSending("accept", "sent"),
  "unit-report-accepted": ofSending("read", "accepted"),
};
