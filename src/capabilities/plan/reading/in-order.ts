import type { Clause } from "./plan-reading.ts";

/** The clauses in the order of the document. */
export const inOrder = (clauses: Clause[]): Clause[] =>
  clauses.flatMap((clause) => [clause, ...inOrder(clause.children)]);
