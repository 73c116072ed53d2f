import { documentsOfAgency } from "#documents";
import { citationsOf, plansOfAgency } from "#plan";
import { NotFound } from "#platform/auth/policy.ts";
import type { Queryable } from "#platform/database/database.ts";
import { frozenOf, reportsOfAgency } from "./report-queries.ts";

/** Where a document of the register is used: plans that cite it, the plan or report that it is, reports that list it. */
export async function documentUses(q: Queryable, agencyId: string, documentId: string) {
  if (!(await documentsOfAgency(q, agencyId)).some(({ id }) => id === documentId))
    throw new NotFound("Không tìm thấy văn bản này trong sổ.");
  const plans = await plansOfAgency(q, agencyId);
  const plan = plans.find((one) => one.documentId === documentId);
  const cited = await Promise.all(
    plans.map(async ({ id, title }) =>
      (await citationsOf(q, id)).flatMap((citation) =>
        citation.documentId === documentId ? [{ id, title, role: citation.role }] : [],
      ),
    ),
  );
  const reports = await reportsOfAgency(q, agencyId);
  const own = reports.find((report) => report.documentId === documentId);
  const listedIn: { id: string; periodLabel: string }[] = [];
  for (const report of reports) {
    const frozen = await frozenOf(q, report);
    if (frozen?.chain.documents.some(({ id }) => id === documentId))
      listedIn.push({ id: report.id, periodLabel: report.periodLabel });
  }
  return {
    plans: cited.flat(),
    plan: plan ? { id: plan.id, title: plan.title } : null,
    report: own ? { id: own.id, periodLabel: own.periodLabel } : null,
    listedIn,
  };
}
