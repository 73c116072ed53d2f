interface Proof {
  taskIds: string[];
  obligationIds: string[];
  /** Clauses that it serves as a whole. */
  clauseIds?: string[];
}

interface Task {
  id: string;
  obligationIds: string[];
}

/** Which proofs serve what, for many questions about the same proofs; answers keep the proofs' order. */
export interface ProofIndex<P extends Proof> {
  /** Proofs that name one of these tasks, obligations or clauses. */
  naming: (taskIds: Iterable<string>, obligationIds: Iterable<string>, clauseIds?: Iterable<string>) => P[];
  /** Proofs that serve the task: by name, or by one of the obligations that the task discharges. */
  serving: (task: Task) => P[];
  /** Proofs for the obligation: by name, or for a task that discharges it where they name no obligation. */
  proving: (obligationId: string) => P[];
}

/** `tasks` are those that discharge the obligations asked about. */
export function proofIndex<P extends Proof>(proofs: P[], tasks: Task[]): ProofIndex<P> {
  const byTask = new Map<string, number[]>();
  const byObligation = new Map<string, number[]>();
  const byClause = new Map<string, number[]>();
  const discharging = new Map<string, number[]>();
  const add = (map: Map<string, number[]>, key: string, at: number) => {
    const known = map.get(key);
    if (known) known.push(at);
    else map.set(key, [at]);
  };
  for (const [at, { taskIds, obligationIds, clauseIds = [] }] of proofs.entries()) {
    for (const id of taskIds) add(byTask, id, at);
    for (const id of obligationIds) add(byObligation, id, at);
    for (const id of clauseIds) add(byClause, id, at);
  }
  for (const [at, { obligationIds }] of tasks.entries())
    for (const id of obligationIds) add(discharging, id, at);
  const inOrder = (places: Set<number>): P[] => [...places].sort((a, b) => a - b).map((at) => proofs[at]!);
  const naming: ProofIndex<P>["naming"] = (taskIds, obligationIds, clauseIds = []) => {
    const places = new Set<number>();
    for (const id of taskIds) for (const at of byTask.get(id) ?? []) places.add(at);
    for (const id of obligationIds) for (const at of byObligation.get(id) ?? []) places.add(at);
    for (const id of clauseIds) for (const at of byClause.get(id) ?? []) places.add(at);
    return inOrder(places);
  };
  return {
    naming,
    serving: ({ id, obligationIds }) => naming([id], obligationIds),
    proving: (obligationId) => {
      const places = new Set(byObligation.get(obligationId) ?? []);
      for (const task of discharging.get(obligationId) ?? [])
        for (const at of byTask.get(tasks[task]!.id) ?? [])
          if (proofs[at]!.obligationIds.length === 0) places.add(at);
      return inOrder(places);
    },
  };
}
