import { eq } from "drizzle-orm";
import { NotFound } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { clausesOf, planOf } from "../plan-queries.ts";
import { planPolicy } from "../policy.ts";
import { demandSame } from "../preview/correct-import.ts";
import { type Preview, previewOf } from "../preview/preview-queries.ts";
import { inOrder } from "../reading/in-order.ts";
import { planImport } from "../tables.ts";
import { wordsOf } from "./chosen-pairing.ts";

/** Says which clause of a plan a clause of a preview continues (null: none, it is new); kept with the preview. */
export async function pairClausesByHand(
  work: Work,
  {
    id,
    planId,
    version,
    path,
    clauseId,
  }: { id: string; planId: string; version: number; path: string; clauseId: string | null },
): Promise<Preview> {
  const { tx, actor } = work;
  planPolicy.permit(actor, "import", { agencyId: actor.agencyId });
  const preview = await previewOf(work, id);
  demandSame(preview, version);
  await planOf(tx, actor.agencyId, planId);
  const clause = inOrder(preview.reading.clauses).find((row) => row.path === path);
  const known = clauseId === null || (await clausesOf(tx, planId)).some((row) => row.id === clauseId);
  if (!clause || !known) throw new NotFound("Mục này không còn; hãy tải lại trang rồi ghép lại.");
  const kept = preview.pairing?.planId === planId ? preview.pairing.pairs : [];
  const pairs = [
    ...kept.filter((pair) => pair.path !== path && (clauseId === null || pair.clauseId !== clauseId)),
    { path, words: wordsOf(clause), clauseId },
  ];
  await tx.update(planImport).set({ pairing: { planId, pairs } }).where(eq(planImport.id, id));
  await work.record({
    act: "pair-clauses",
    objectKind: "plan-import",
    objectId: id,
    after: { planId, path, clauseId },
  });
  return previewOf(work, id);
}
