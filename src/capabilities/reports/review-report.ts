import { notify, peopleWithRole } from "#organization";
import { Conflict, Unacceptable } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { moveReport, personOf } from "./move-report.ts";
import { numbersOf } from "./numbers-of-report.ts";
import { type Report, textOf } from "./report-queries.ts";
import { issuesToReview } from "./report-requirements.ts";

/**
 * A person who did not write the report states that this very version was read and holds; the leadership is told.
 * Throws Unacceptable with what is still missing, Conflict when a newer version has been saved.
 */
export async function reviewReport(
  work: Work,
  { id, version }: { id: string; version: number },
): Promise<Report> {
  const reviewed = await moveReport(work, id, "review", "review-report", async (found) => {
    const text = await exactText(work, found, version);
    const issues = issuesToReview(text.content, await numbersOf(work.tx, found));
    if (issues.length > 0)
      throw new Unacceptable("Báo cáo còn chỗ phải xem lại nên chưa xác nhận soát được.", issues);
    return { reviewedBy: personOf(work), reviewedAt: work.at };
  });
  const leaders = await peopleWithRole(work.tx, reviewed.agencyId, "leadership");
  await notify(work, {
    personIds: leaders.map((leader) => leader.id).filter((leader) => leader !== work.actor.personId),
    cause: `report-reviewed:${id}:${reviewed.textId}`,
    kind: "decision",
    title: `Báo cáo ${reviewed.periodLabel} đang chờ ký duyệt`,
    href: `/workspace/bao-cao/${id}`,
  });
  return reviewed;
}

/** The text in force when it is the version that the person has read; throws Conflict otherwise. */
export async function exactText(work: Work, found: Report, version: number) {
  const text = (await textOf(work.tx, found))!;
  if (text.version !== version)
    throw new Conflict(
      `Bạn đã đọc bản ${version} nhưng báo cáo nay là bản ${text.version}; chưa có gì thay đổi. Hãy đọc lại bản mới.`,
      { version: text.version },
    );
  return text;
}
