import { NotFound } from "#platform/auth/policy.ts";
import type { LookUpMatter, NoticeMatters } from "#platform/work/notice-matters.ts";
import { leadershipPolicy } from "./leadership/policy.ts";
import { reportPolicy } from "./policy.ts";
import { type Report, reportById, writersOf } from "./report-queries.ts";
import { unitReportMatters } from "./unit-reports/notice-matters.ts";

const ofReport =
  (verb: "sign-off" | "edit", why: (found: Report, about: string[]) => string | null): LookUpMatter =>
  async (q, { about }, recipient) => {
    try {
      const found = await reportById(q, recipient.agencyId, about[0]!);
      const writers = await writersOf(q, found.id);
      return (
        why(found, about) ?? reportPolicy.hindrance(recipient, verb, { agencyId: found.agencyId, writers })
      );
    } catch (error) {
      if (error instanceof NotFound) return "Báo cáo không còn.";
      throw error;
    }
  };

/** What the reports tell of, looked up again. */
export const noticeMatters: NoticeMatters = {
  ...unitReportMatters,
  "brief-not-sent": async (_, __, recipient) =>
    leadershipPolicy.hindrance(recipient, "schedule", { agencyId: recipient.agencyId }),
  "report-returned": ofReport("edit", ({ state }) =>
    state === "drafted" ? null : "Báo cáo đã qua bước này.",
  ),
  "report-reviewed": ofReport("sign-off", ({ state, textId }, [, read]) =>
    state === "reviewed" && textId === read ? null : "Báo cáo không còn chờ ký duyệt bản này.",
  ),
};
