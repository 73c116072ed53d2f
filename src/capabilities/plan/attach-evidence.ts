import { and, eq, sql } from "drizzle-orm";
import { uuidv7 } from "#platform/database/id.ts";
import { insertMany, insertMissing } from "#platform/database/insert-many.ts";
import type { Work } from "#platform/work/work.ts";
import { planPagesChanged } from "./plan-changed.ts";
import { evidence, evidenceClause, evidenceObligation, evidenceTask } from "./tables.ts";

export interface NewEvidence {
  taskIds: string[];
  obligationIds: string[];
  /** Clauses that it serves as a whole; it counts on the coverage board, and for none of their obligations. */
  clauseIds?: string[];
  /** The capability that made the proof, or "person". */
  source: string;
  sourceId: string;
  label: string;
  url: string | null;
  at: Date;
  revisionHash: string | null;
}

/** The same proof once more: it counts again if it had been withdrawn, which is an act of its own. Gives its id. */
async function sayAgain(
  work: Work,
  { source, sourceId, url, label, revisionHash }: NewEvidence,
): Promise<string> {
  const { tx, actor } = work;
  const [known] = await tx
    .select()
    .from(evidence)
    .where(
      and(
        eq(evidence.agencyId, actor.agencyId),
        eq(evidence.source, source),
        eq(evidence.sourceId, sourceId),
        sql`coalesce(${evidence.url}, '') = ${url ?? ""}`,
      ),
    )
    .for("update");
  const { id, withdrawnAt, withdrawnReason } = known!;
  await tx
    .update(evidence)
    .set({ withdrawnAt: null, withdrawnReason: null, label, revisionHash })
    .where(eq(evidence.id, id));
  if (withdrawnAt) {
    await work.record({
      act: "restore-evidence",
      objectKind: "evidence",
      objectId: id,
      before: { withdrawnAt, withdrawnReason },
      after: { label, revisionHash },
    });
  }
  return id;
}

/**
 * Links a proof to tasks, obligations and clauses of the actor's agency, in the caller's transaction; whoever makes proofs
 * calls this and has checked the right. Saying the same again (source, sourceId, url) adds links and nothing else;
 * a proof that had been withdrawn counts again.
 */
export async function attachEvidence(work: Work, proof: NewEvidence): Promise<{ evidenceId: string }> {
  const { tx, actor } = work;
  const { taskIds, obligationIds, clauseIds = [], ...facts } = proof;
  const values = { id: uuidv7(), agencyId: actor.agencyId, recordedBy: actor.name, ...facts };
  const [made] = await tx
    .insert(evidence)
    .values(values)
    .onConflictDoNothing()
    .returning({ id: evidence.id });
  const evidenceId = made?.id ?? (await sayAgain(work, proof));
  const link = { agencyId: actor.agencyId, evidenceId };
  if (taskIds.length > 0) {
    const rows = [...new Set(taskIds)].map((taskId) => ({ ...link, taskId }));
    await tx.insert(evidenceTask).values(rows).onConflictDoNothing();
  }
  if (obligationIds.length > 0) {
    const rows = [...new Set(obligationIds)].map((obligationId) => ({ ...link, obligationId }));
    await tx.insert(evidenceObligation).values(rows).onConflictDoNothing();
  }
  if (clauseIds.length > 0) {
    const rows = [...new Set(clauseIds)].map((clauseId) => ({ ...link, clauseId }));
    await tx.insert(evidenceClause).values(rows).onConflictDoNothing();
  }
  if (made) {
    await work.record({ act: "attach-evidence", objectKind: "evidence", objectId: evidenceId, after: proof });
  }
  await planPagesChanged(work);
  return { evidenceId };
}

/** The same for many proofs at once, in a few statements; one that was said before is said again. */
export async function attachManyEvidence(work: Work, proofs: NewEvidence[]): Promise<void> {
  const { tx, actor } = work;
  if (proofs.length === 0) return;
  const { agencyId } = actor;
  const wanted = proofs.map((proof) => ({ id: uuidv7(), proof }));
  const madeIds = await insertMissing(
    tx,
    evidence,
    wanted.map(({ id, proof: { taskIds: _, obligationIds: __, clauseIds: ___, ...facts } }) => ({
      ...{ id, agencyId },
      recordedBy: actor.name,
      ...facts,
    })),
  );
  const fresh = wanted.filter(({ id }) => madeIds.has(id));
  const links = <Name extends string>(name: Name, of: (proof: NewEvidence) => string[]) =>
    fresh.flatMap(({ id: evidenceId, proof }) =>
      [...new Set(of(proof))].map(
        (id) =>
          ({ agencyId, evidenceId, [name]: id }) as Record<Name, string> & {
            agencyId: string;
            evidenceId: string;
          },
      ),
    );
  const tasks = links("taskId", ({ taskIds }) => taskIds);
  const obligations = links("obligationId", ({ obligationIds }) => obligationIds);
  const clauses = links("clauseId", ({ clauseIds = [] }) => clauseIds);
  await insertMany(tx, evidenceTask, tasks);
  await insertMany(tx, evidenceObligation, obligations);
  await insertMany(tx, evidenceClause, clauses);
  await work.recordAll(
    fresh.map(({ id, proof }) => ({
      act: "attach-evidence",
      objectKind: "evidence",
      objectId: id,
      after: proof,
    })),
  );
  for (const { id, proof } of wanted) if (!madeIds.has(id)) await attachEvidence(work, proof);
  if (tasks.length + obligations.length + clauses.length > 0) await planPagesChanged(work);
}
