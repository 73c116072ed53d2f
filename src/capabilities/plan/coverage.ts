import { NotFound } from "#platform/auth/policy.ts";
import { type PeriodBasis, periodsOfYear, type ReportingPeriod } from "#platform/clock/reporting-period.ts";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Queryable } from "#platform/database/database.ts";
import type { ChainEvidence } from "./evidence-queries.ts";
import { type PlanChain, planChain } from "./plan-chain.ts";

export interface CoverageQuestion {
  id: string;
  kind: "month" | "quarter";
  basis: PeriodBasis;
}

/** The row of the board for the tasks that stand in an appendix and belong to no clause. */
const APPENDIX = "phu-luc";

/** Obligations and tasks that stand in a clause itself, or (null) in none. */
const standingIn = (chain: PlanChain, clauseId: string | null) => ({
  obligations: chain.obligations.filter((row) => row.clauseId === clauseId),
  tasks: chain.tasks.filter((row) => row.clauseId === clauseId),
});

/** Proofs that serve something of the clause, or the clause as a whole. */
function proofsOf(chain: PlanChain, clauseId: string | null): ChainEvidence[] {
  const { obligations, tasks } = standingIn(chain, clauseId);
  const obligationIds = new Set(obligations.map(({ id }) => id));
  const taskIds = new Set(tasks.map(({ id }) => id));
  return chain.evidence.filter(
    (proof) =>
      (clauseId !== null && proof.clauseIds.includes(clauseId)) ||
      proof.taskIds.some((id) => taskIds.has(id)) ||
      proof.obligationIds.some((id) => obligationIds.has(id)),
  );
}

const within = (proof: ChainEvidence, { startsAt, endsBefore }: ReportingPeriod) =>
  proof.at >= new Date(startsAt) && proof.at < new Date(endsBefore);

const LONGEST_NAME = 140;

/** The first words of a clause that has no title. */
const beginning = (text: string): string =>
  text.length <= LONGEST_NAME ? text : `${text.slice(0, text.lastIndexOf(" ", LONGEST_NAME))}…`;

async function chainOfPeriods(q: Queryable, agencyId: string, { id, kind, basis }: CoverageQuestion) {
  const { plan } = await planChain(q, agencyId, id, { from: "2000-01-01", to: "2000-01-01" });
  const periods = periodsOfYear(plan.year, kind, basis);
  const span = { from: periods[0]!.from, to: periods.at(-1)!.to };
  return { periods, chain: await planChain(q, agencyId, id, span) };
}

/**
 * The coverage board: for each clause that holds obligations, tasks or proofs of its own, and each reporting period, how many proofs
 * there are and how many of them are products of the newsroom. A gap is a period that has begun, without a proof,
 * in a clause whose duties are not all set aside with a reason.
 */
export async function coverage(q: Queryable, agencyId: string, question: CoverageQuestion, now = new Date()) {
  const { periods, chain } = await chainOfPeriods(q, agencyId, question);
  const today = toVietnamDate(now).toString();
  const appendix = {
    id: null,
    path: "Phụ lục",
    label: "",
    title: "Nhiệm vụ giao ở phụ lục",
    text: "",
    level: 0,
  };
  const rows = [...chain.clauses, appendix].flatMap((clause) => {
    const { obligations, tasks } = standingIn(chain, clause.id);
    const proofs = proofsOf(chain, clause.id);
    if (obligations.length + tasks.length + proofs.length === 0) return [];
    const wanted = tasks.length > 0 || obligations.some(({ noneReason }) => noneReason === null);
    return [
      {
        clauseId: clause.id ?? APPENDIX,
        path: clause.path,
        label: clause.label,
        name: clause.title ?? beginning(clause.text),
        level: clause.level,
        obligations: obligations.length,
        tasks: tasks.length,
        cells: periods.map((period) => {
          const inside = proofs.filter((proof) => within(proof, period));
          return {
            period: period.code,
            products: inside.filter(({ source }) => source === "newsroom").length,
            evidence: inside.length,
            gap: wanted && inside.length === 0 && period.from <= today,
          };
        }),
      },
    ];
  });
  return {
    periods: periods.map(({ code, label, from, to }) => ({
      code,
      label,
      from,
      to,
      isOpen: from <= today && today <= to,
      isFuture: from > today,
    })),
    rows,
  };
}

/** The rows behind one cell. */
export async function coverageCell(
  q: Queryable,
  agencyId: string,
  { clauseId: asked, period: code, ...question }: CoverageQuestion & { clauseId: string; period: string },
) {
  const clauseId = asked === APPENDIX ? null : asked;
  const { periods, chain } = await chainOfPeriods(q, agencyId, question);
  const period = periods.find((candidate) => candidate.code === code);
  if (!period || (clauseId !== null && !chain.clauses.some(({ id }) => id === clauseId)))
    throw new NotFound("Bảng bao phủ không có ô này.");
  return {
    ...standingIn(chain, clauseId),
    evidence: proofsOf(chain, clauseId).filter((proof) => within(proof, period)),
  };
}
