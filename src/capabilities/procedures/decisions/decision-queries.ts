import { asc, eq } from "drizzle-orm";
import { documentsOfAgency, type OfficialDocument } from "#documents";
import { NotFound } from "#platform/auth/policy.ts";
import type { Queryable } from "#platform/database/database.ts";
import { procedureDecision, procedureDecisionRow } from "../tables.ts";

export type Decision = typeof procedureDecision.$inferSelect;
export type KeptRow = typeof procedureDecisionRow.$inferSelect;

export interface DecisionFacts {
  decision: Decision;
  document: OfficialDocument;
  /** In the order of the document. */
  rows: KeptRow[];
}

/** The agency's decisions with their documents and rows, newest document first. */
export async function decisionsOf(q: Queryable, agencyId: string): Promise<DecisionFacts[]> {
  const decisions = await q.select().from(procedureDecision).where(eq(procedureDecision.agencyId, agencyId));
  if (decisions.length === 0) return [];
  const rows = await q
    .select()
    .from(procedureDecisionRow)
    .where(eq(procedureDecisionRow.agencyId, agencyId))
    .orderBy(asc(procedureDecisionRow.place));
  const byDecision = Map.groupBy(rows, ({ decisionId }) => decisionId);
  const byDocument = new Map(decisions.map((decision) => [decision.documentId, decision]));
  return (await documentsOfAgency(q, agencyId)).flatMap((document) => {
    const decision = byDocument.get(document.id);
    return decision ? [{ decision, document, rows: byDecision.get(decision.id) ?? [] }] : [];
  });
}

/** One of them. @throws NotFound */
export async function decisionFacts(q: Queryable, agencyId: string, id: string): Promise<DecisionFacts> {
  const found = (await decisionsOf(q, agencyId)).find(({ decision }) => decision.id === id);
  if (!found) throw new NotFound("Không có quyết định này trong cơ quan.");
  return found;
}
