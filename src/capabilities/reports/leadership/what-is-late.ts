import { deadlineInWords, planOf, taskDeadlines } from "#plan";
import type { ReportingPeriod } from "#platform/clock/reporting-period.ts";
import { formatDate } from "#platform/clock/vietnam-time.ts";
import type { Queryable } from "#platform/database/database.ts";
import { lateRegister } from "#timeliness";
import type { AnnexLine } from "../annex.ts";
import type { Collected } from "../collect-figures.ts";
import { vietnameseNumber } from "../figure.ts";
import { figureRows } from "../figure-rows.ts";
import type { OverviewGroup, OverviewRow } from "./overview.ts";

const row = (id: string, label: string, detail: string, to: string): OverviewRow => ({
  ...{ id, label, detail, to, isMine: false },
});

/** Address of a row as the workspace's own links have it. */
const below = (url: string | null): string => url?.replace(/^\/workspace/u, "") ?? "/bao-cao";

/** Of a hundred: from here on a line of the estimate is told. */
const NEARLY = 90;

/** Lines of which nearly all, all or more than was approved is promised or spent, the fullest first. */
const nearlySpent = ({ budget = [] }: Collected["chain"]): OverviewRow[] =>
  budget
    .map((line) => ({ line, used: Math.max(line.committed, line.spent) }))
    .filter(({ line: { limit }, used }) => used > 0 && used * 100 >= limit * NEARLY)
    .toSorted((one, other) => other.used * one.line.limit - one.used * other.line.limit)
    .map(({ line, used }) =>
      row(
        line.id,
        line.name,
        [
          line.sourceName,
          `đã cam kết, chi ${vietnameseNumber(used)}/${vietnameseNumber(line.limit)} đồng`,
          ...(used > line.limit ? [`vượt ${vietnameseNumber(used - line.limit)} đồng`] : []),
        ].join(" · "),
        `/kinh-phi/dong/${line.id}`,
      ),
    );

/**
 * What is late or missing in a period up to a day: tasks past their day, obligations without proof and reason, dossiers
 * that were or are late, feedback past its day, promises past theirs, criticism past its hour, events that nobody
 * recorded, money nearly spent, procedures not made public in their version, units that have not reported.
 */
export async function whatIsLate(
  q: Queryable,
  agencyId: string,
  { chain, figures, annex }: Collected,
  { period, until }: { period: ReportingPeriod; until: string },
): Promise<OverviewGroup[]> {
  const deadlines = await taskDeadlines(q, await planOf(q, agencyId, chain.plan.id), until);
  const leads = new Map(chain.tasks.map(({ id, leadUnitText }) => [id, leadUnitText]));
  const overdue = deadlines
    .filter(({ deadline, task }) => deadline.light === "overdue" && leads.has(task.id))
    .toSorted((one, other) => (one.deadline.countedTo < other.deadline.countedTo ? -1 : 1));
  const dossiers = await lateRegister(q, { agencyId, period, today: until });
  const behind = (key: string): OverviewRow[] => {
    const figure = figures.find((one) => one.key === key);
    return figure === undefined
      ? []
      : figureRows(chain, figure).map(({ id, label, detail, url }) => row(id, label, detail, below(url)));
  };
  const lacking = (line: AnnexLine) => line.obligationId !== null && line.state === "open";
  return [
    {
      ...{ key: "tasks", label: "Nhiệm vụ quá hạn" },
      rows: overdue.map(({ task, deadline }) =>
        row(
          task.id,
          task.title,
          [
            leads.get(task.id),
            `hạn ${formatDate(deadline.day)}`,
            deadlineInWords(deadline).toLocaleLowerCase("vi"),
          ]
            .filter(Boolean)
            .join(" · "),
          `/nhiem-vu/${task.id}`,
        ),
      ),
    },
    {
      ...{ key: "dossiers", label: "Hồ sơ thủ tục hành chính quá hạn trong kỳ" },
      rows: dossiers.dossiers.map((one) =>
        row(
          one.code,
          `Hồ sơ ${one.code}: ${one.procedureName}`,
          [
            one.unit,
            `hạn ${formatDate(one.dueOn)}`,
            one.finishedOn === null ? "đang giải quyết" : `trả ngày ${formatDate(one.finishedOn)}`,
            one.apologies.some(({ sentOn }) => sentOn !== null)
              ? "đã gửi thư xin lỗi"
              : "chưa gửi thư xin lỗi",
          ].join(" · "),
          `/tien-do-ho-so?the=tre-han&ky=${chain.period.code}`,
        ),
      ),
    },
    {
      ...{ key: "feedback", label: "Phản ánh, kiến nghị quá hạn trả lời" },
      rows: behind("feedback.overdue"),
    },
    {
      ...{ key: "commitments", label: "Cam kết với người dân, doanh nghiệp quá hạn" },
      rows: behind("commitments.overdue"),
    },
    {
      ...{ key: "incidents", label: "Báo chí phê bình quá giờ chưa trả lời" },
      rows: behind("incidents.overdue"),
    },
    {
      ...{ key: "events", label: "Sự kiện đã qua ngày, chưa ghi nhận diễn ra" },
      rows: behind("events.unrecorded"),
    },
    {
      ...{ key: "budget", label: "Dòng dự toán đã dùng từ 90% mức được duyệt" },
      rows: nearlySpent(chain),
    },
    {
      ...{ key: "procedures", label: "Thủ tục chưa công khai đủ, đúng bản" },
      rows: behind("publicity.missing"),
    },
    {
      ...{ key: "units", label: "Đơn vị chưa gửi báo cáo đã quá hạn" },
      rows: (chain.unitsAsked?.missing ?? [])
        .filter(({ behindDays }) => behindDays > 0)
        .map(({ unitName, behindDays }) =>
          row(unitName, unitName, `quá hạn ${behindDays} ngày làm việc`, "/bao-cao-don-vi"),
        ),
    },
    {
      ...{ key: "obligations", label: "Nội dung của kế hoạch chưa có minh chứng, chưa nêu lý do" },
      rows: annex
        .filter(lacking)
        .map((line) =>
          row(
            line.obligationId!,
            `${line.code}: ${line.what}`,
            line.units.join(", ") || "Chưa giao đơn vị",
            `/tong-quan-lanh-dao/noi-dung?ky=${chain.period.code}&ma=${encodeURIComponent(line.code)}`,
          ),
        ),
    },
  ];
}
