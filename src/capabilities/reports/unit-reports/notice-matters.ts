import { and, eq } from "drizzle-orm";
import type { Queryable } from "#platform/database/database.ts";
import type { LookUpMatter, NoticeMatters } from "#platform/work/notice-matters.ts";
import { unitReportPolicy } from "./policy.ts";
import { lockHindrance } from "./request-queries.ts";
import { unitReport, unitReportRequest, unitReportSending } from "./tables.ts";
import { type UnitReportState, unitReportWords } from "./unit-report.ts";

const GONE = "Phiếu báo cáo này không còn.";

async function found(q: Queryable, agencyId: string, id: string) {
  const [row] = await q
    .select({ report: unitReport, lockedAt: unitReportRequest.lockedAt })
    .from(unitReport)
    .innerJoin(unitReportRequest, eq(unitReportRequest.id, unitReport.requestId))
    .where(and(eq(unitReport.agencyId, agencyId), eq(unitReport.id, id)));
  return row ?? null;
}

/** A unit's report in the states in which it is told of, to who may do what it waits for. */
const ofReport =
  (verb: "write" | "accept" | "read", ...states: UnitReportState[]): LookUpMatter =>
  async (q, { about: [id] }, recipient) => {
    const row = await found(q, recipient.agencyId, id!);
    if (!row) return GONE;
    const { agencyId, state, unitId } = row.report;
    if (!states.includes(state)) return `Báo cáo của đơn vị: ${unitReportWords[state].toLowerCase()}.`;
    return (
      (verb === "write" ? lockHindrance(row) : null) ??
      unitReportPolicy.hindrance(recipient, verb, { agencyId, unitIds: [unitId] })
    );
  };

/** The same by what was sent, as long as nothing newer was. */
const ofSending =
  (lookUp: LookUpMatter): LookUpMatter =>
  async (q, told, recipient) => {
    const [sending] = await q
      .select({ id: unitReport.id, newest: unitReport.sendingId })
      .from(unitReportSending)
      .innerJoin(unitReport, eq(unitReport.id, unitReportSending.unitReportId))
      .where(
        and(eq(unitReportSending.agencyId, recipient.agencyId), eq(unitReportSending.id, told.about[0]!)),
      );
    if (!sending) return GONE;
    if (sending.newest !== told.about[0]) return "Đơn vị đã gửi bản mới hơn.";
    return lookUp(q, { ...told, about: [sending.id] }, recipient);
  };

/** What is told of units' reports, looked up again. */
export const unitReportMatters: NoticeMatters = {
  "unit-reports-reopened": async (q, { about: [id] }, recipient) => {
    const { agencyId } = recipient;
    const [request] = await q
      .select({ lockedAt: unitReportRequest.lockedAt })
      .from(unitReportRequest)
      .where(and(eq(unitReportRequest.agencyId, agencyId), eq(unitReportRequest.id, id!)));
    if (!request) return GONE;
    return lockHindrance(request) ?? unitReportPolicy.hindrance(recipient, "accept", { agencyId });
  },
  "unit-report-asked": ofReport("write", "asked", "writing", "returned"),
  "unit-report-reminder": ofReport("write", "asked", "writing", "returned"),
  "unit-report-returned": ofSending(ofReport("write", "returned")),
  "unit-report-sent": ofSending(ofReport("accept", "sent")),
  "unit-report-accepted": ofSending(ofReport("read", "accepted")),
};
