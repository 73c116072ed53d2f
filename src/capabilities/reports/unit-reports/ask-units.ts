import { notify } from "#organization";
import { Conflict, Unacceptable } from "#platform/auth/policy.ts";
import type { PeriodBasis } from "#platform/clock/reporting-period.ts";
import { formatDate, toVietnamDate } from "#platform/clock/vietnam-time.ts";
import { uuidv7 } from "#platform/database/id.ts";
import type { Work } from "#platform/work/work.ts";
import { planToReport } from "../gather-chain.ts";
import { readPeriod } from "../open-report.ts";
import { reportOfPeriod } from "../report-queries.ts";
import { unitReport, unitReportRequest } from "../tables.ts";
import { unitReportPolicy } from "./policy.ts";
import {
  answerablePeople,
  lockHindrance,
  requestById,
  type UnitReportRequest,
  unitsToAsk,
} from "./request-queries.ts";

export interface Asking {
  planId: string | null;
  period: string;
  basis: PeriodBasis;
  dueOn: string;
  note: string | null;
  unitIds: string[];
  extras: { label: string; unit: string }[];
}

const fail = (field: string, message: string): never => {
  throw new Unacceptable(message, [{ field, message }]);
};

/** Asks units for their report on a period of a plan, once for each period; their answerable people are told. */
export async function askUnits(work: Work, asking: Asking): Promise<string> {
  const { tx, actor, at } = work;
  const { agencyId } = actor;
  unitReportPolicy.permit(actor, "ask", { agencyId });
  const period = readPeriod(asking.period, asking.basis);
  const planId = await planToReport(tx, agencyId, asking.planId, Number(period.code.slice(0, 4)));
  const today = toVietnamDate(at).toString();
  if (asking.dueOn < today) fail("dueOn", "Hạn gửi không được ở trước hôm nay.");
  if (asking.dueOn < period.from)
    fail("dueOn", `Kỳ này bắt đầu ngày ${formatDate(period.from)}; hạn gửi phải từ ngày ấy trở đi.`);
  const own = await reportOfPeriod(tx, agencyId, planId, period);
  if (own?.signedOffAt)
    throw new Conflict("Báo cáo kỳ này của cơ quan đã ký, không yêu cầu đơn vị báo cáo nữa.");
  const values = {
    id: uuidv7(),
    agencyId,
    planId,
    periodCode: period.code,
    basis: period.basis,
    periodFrom: period.from,
    periodTo: period.to,
    periodLabel: period.label,
    dueOn: asking.dueOn,
    note: asking.note,
    extras: asking.extras.map((extra, index) => ({ key: `extra-${index + 1}`, ...extra })),
    askedBy: actor.personId,
    askedAt: at,
  };
  const [request] = await tx.insert(unitReportRequest).values(values).onConflictDoNothing().returning();
  if (!request) {
    const message = `Kỳ “${period.label}” đã có yêu cầu báo cáo. Hãy mở yêu cầu ấy để thêm đơn vị.`;
    throw new Conflict(message);
  }
  await work.record({
    act: "ask-units",
    objectKind: "unit-report-request",
    objectId: request.id,
    after: { ...values, extras: asking.extras.map(({ label }) => label).join("; ") || null },
  });
  await askEach(work, request, asking.unitIds);
  return request.id;
}

/** Asks further units within a request that is there already; those asked before are left alone. */
export async function askFurtherUnits(
  work: Work,
  { id, unitIds }: { id: string; unitIds: string[] },
): Promise<void> {
  const { tx, actor } = work;
  const request = await requestById(tx, actor.agencyId, id, { locked: true });
  unitReportPolicy.permit(actor, "ask", { agencyId: request.agencyId });
  const why = lockHindrance(request);
  if (why !== null) throw new Conflict(why);
  await askEach(work, request, unitIds);
}

async function askEach(work: Work, request: UnitReportRequest, unitIds: string[]): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId, id: requestId, dueOn, periodLabel } = request;
  const known = await unitsToAsk(tx, agencyId);
  const wanted = known.filter(({ id }) => unitIds.includes(id));
  if (wanted.length === 0 || wanted.length < new Set(unitIds).size)
    fail("unitIds", "Hãy chọn đơn vị trong danh sách của cơ quan.");
  const made = await tx
    .insert(unitReport)
    .values(wanted.map(({ id: unitId }) => ({ id: uuidv7(), agencyId, requestId, unitId, askedAt: at })))
    .onConflictDoNothing()
    .returning();
  for (const { id, unitId } of made) {
    await work.record({
      act: "ask-unit",
      objectKind: "unit-report",
      objectId: id,
      after: { unitId, periodLabel, dueOn },
    });
    await notify(work, {
      personIds: (await answerablePeople(tx, agencyId, unitId)).flatMap((person) =>
        person.id === actor.personId ? [] : [person.id],
      ),
      cause: `unit-report-asked:${id}`,
      kind: "unit-report",
      title: `Đơn vị gửi báo cáo ${periodLabel.charAt(0).toLocaleLowerCase("vi")}${periodLabel.slice(1)} trước hết ngày ${formatDate(dueOn)}`,
      href: `/workspace/bao-cao-don-vi/phieu/${id}`,
    });
  }
}
