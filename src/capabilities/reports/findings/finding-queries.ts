import { notedFindings } from "#plan";
import type { Queryable } from "#platform/database/database.ts";
import { frozenOf, type Report } from "../report-queries.ts";
import { type Finding, findingsOf } from "./findings.ts";

/** What a frozen report shows as lacking, and which of it is noted already; nothing while its figures may change. */
export async function findingsOfReport(
  q: Queryable,
  report: Report,
): Promise<(Finding & { notedAs: string | null })[]> {
  const frozen = await frozenOf(q, report);
  if (frozen === null) return [];
  const findings = findingsOf(frozen.chain);
  const noted = await notedFindings(
    q,
    report.agencyId,
    findings.map(({ taskId }) => taskId),
  );
  return findings.map((finding) => ({
    ...finding,
    notedAs:
      noted.find(
        ({ cause, taskId, kind, state }) =>
          cause === finding.cause ||
          (taskId === finding.taskId && kind === finding.kind && (state === "open" || state === "mending")),
      )?.id ?? null,
  }));
}
