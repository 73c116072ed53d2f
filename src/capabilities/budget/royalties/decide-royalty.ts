import { eq } from "drizzle-orm";
import { Conflict } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { inWords } from "../database-refusals.ts";
import { refuse } from "../spending/record-commitment.ts";
import { royalty } from "../tables.ts";
import { royaltyPolicy } from "./policy.ts";
import { heldRoyalty } from "./propose-royalty.ts";

/** Leadership approves what authors get, or says why not; neither who proposed it nor who gets of it. */
export async function decideRoyalty(
  work: Work,
  { id, approve, words }: { id: string; approve: boolean; words: string },
): Promise<void> {
  const { tx, actor, at } = work;
  const { found, concerned } = await heldRoyalty(work, id);
  royaltyPolicy.permit(actor, "decide", { agencyId: found.agencyId, concerned });
  if (found.state !== "proposed") throw new Conflict("Nhuận bút này đã có quyết định.");
  if (!approve && words === "") refuse("words", "Hãy ghi lý do không duyệt.");
  const state = approve ? ("approved" as const) : ("refused" as const);
  await inWords(
    tx
      .update(royalty)
      .set({ state, decidedBy: actor.personId, decidedAt: at, decisionWords: words })
      .where(eq(royalty.id, id)),
  );
  await work.record({
    ...{ act: "decide-royalty", objectKind: "royalty", objectId: id },
    after: { state, words },
  });
}
