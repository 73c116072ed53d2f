import { and, eq } from "drizzle-orm";
import { evidenceById } from "#plan";
import { NotFound } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { selfScoreProof } from "../tables.ts";
import { selfScorePolicy } from "./policy.ts";
import { criterionOf } from "./sheet-queries.ts";

/** Adds what proves a criterion: an entry of the register of evidence, or a document named by hand; once. Gives the sheet. */
export async function addProof(
  work: Work,
  given: { id: string; criterionId: string; evidenceId: string | null; label: string; url: string | null },
): Promise<string> {
  const { tx, actor, at } = work;
  const { agencyId } = actor;
  const { sheet } = await criterionOf(tx, agencyId, given.criterionId);
  selfScorePolicy.permit(actor, "claim", sheet);
  const known = given.evidenceId === null ? null : await evidenceById(tx, agencyId, given.evidenceId);
  if (known?.withdrawnAt) throw new NotFound("Minh chứng này đã được thu hồi.");
  const facts = known ? { label: known.label, url: known.url } : { label: given.label, url: given.url };
  const [made] = await tx
    .insert(selfScoreProof)
    .values({ ...given, agencyId, ...facts, addedBy: actor.personId, addedAt: at })
    .onConflictDoNothing()
    .returning({ id: selfScoreProof.id });
  if (made)
    await work.record({
      ...{ act: "add-self-score-proof", objectKind: "self-score-criterion", objectId: given.criterionId },
      after: facts,
    });
  return sheet.id;
}

/** Takes a proof away from a criterion; in the register it stays. Gives the sheet. */
export async function removeProof(work: Work, { id }: { id: string }): Promise<string> {
  const { tx, actor } = work;
  const mine = and(eq(selfScoreProof.agencyId, actor.agencyId), eq(selfScoreProof.id, id));
  const [found] = await tx.select().from(selfScoreProof).where(mine);
  if (!found) throw new NotFound("Minh chứng này không còn ở tiêu chí.");
  const { sheet } = await criterionOf(tx, actor.agencyId, found.criterionId);
  selfScorePolicy.permit(actor, "claim", sheet);
  await tx.delete(selfScoreProof).where(mine);
  await work.record({
    ...{ act: "remove-self-score-proof", objectKind: "self-score-criterion", objectId: found.criterionId },
    before: { label: found.label, url: found.url },
  });
  return sheet.id;
}
