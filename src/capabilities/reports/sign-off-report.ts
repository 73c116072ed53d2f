import { Unacceptable } from "#platform/auth/policy.ts";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Work } from "#platform/work/work.ts";
import { moveReport, personOf } from "./move-report.ts";
import type { Report } from "./report-queries.ts";
import { exactText } from "./review-report.ts";
import { reportSigning } from "./signing.ts";
import { lockUnitReports } from "./unit-reports/lock-unit-reports.ts";

/**
 * Whoever may sign for the agency today agrees to exactly this version of the text; who wrote any of it may not. The
 * authority that was used, and how it stood that day, stays with the report and is printed. Afterwards neither text
 * nor figures change, and its units' reports are closed. Throws Conflict when a newer version has been saved, Unacceptable when it is not said as what
 * one signs and there is more than one way.
 */
export const signOffReport = (
  work: Work,
  { id, version, authorityId }: { id: string; version: number; authorityId?: string | undefined },
): Promise<Report> =>
  moveReport(work, id, "sign-off", "sign-off-report", async (found) => {
    await exactText(work, found, version);
    const { usable, kept } = await reportSigning(work.tx, work.actor, toVietnamDate(work.at).toString());
    const [signedAs, other] = usable.filter((one) => !authorityId || one.authorityId === authorityId);
    if (kept && (!signedAs || other)) {
      const message = signedAs
        ? "Hãy chọn ký với thẩm quyền nào."
        : "Thẩm quyền ký đã chọn không còn hiệu lực; hãy mở lại trang và chọn lại.";
      throw new Unacceptable(message, [{ field: "authorityId", message }]);
    }
    await lockUnitReports(work, found);
    return {
      signedOffBy: personOf(work),
      signedOffAt: work.at,
      ...(signedAs && { signedAs, signedAuthorityId: signedAs.authorityId }),
    };
  });
