import type { Chain, ChainEvidence, ChainTask } from "./chain.ts";

/** Evidence that stands: what was withdrawn proves nothing. */
export const standing = (evidence: ChainEvidence[]): ChainEvidence[] =>
  evidence.filter(({ withdrawnAt }) => withdrawnAt === null);

/** The evidence of one obligation: named for it, or for a task that discharges it when it names no obligation. */
export function evidenceOfObligation(chain: Chain, obligationId: string): ChainEvidence[] {
  const tasks = new Set(
    chain.tasks.filter(({ obligationIds }) => obligationIds.includes(obligationId)).map(({ id }) => id),
  );
  return chain.evidence.filter(
    ({ obligationIds, taskIds }) =>
      obligationIds.includes(obligationId) ||
      (obligationIds.length === 0 && taskIds.some((id) => tasks.has(id))),
  );
}

/** The evidence of one task: named for it or for one of its obligations, as the plan counts progress. */
export const evidenceOfTask = (chain: Chain, { id, obligationIds }: ChainTask): ChainEvidence[] =>
  chain.evidence.filter(
    (proof) => proof.taskIds.includes(id) || proof.obligationIds.some((duty) => obligationIds.includes(duty)),
  );

/** Tasks of the plan that belong to no obligation. */
export const tasksOfNoObligation = ({ tasks }: Chain): ChainTask[] =>
  tasks.filter(({ obligationIds }) => obligationIds.length === 0);
