import { eq } from "drizzle-orm";
import { Conflict } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { difficulty } from "../tables.ts";
import { difficultyForUpdate } from "./difficulty-queries.ts";
import { difficultyPolicy } from "./policy.ts";

/** Who raised a difficulty takes it back before it is gathered. */
export async function withdrawDifficulty(work: Work, { id }: { id: string }): Promise<void> {
  const { tx, actor, at } = work;
  const found = await difficultyForUpdate(tx, actor.agencyId, id);
  difficultyPolicy.permit(actor, "withdraw", { agencyId: actor.agencyId, raisedBy: found.raisedBy });
  const why = difficultyPolicy.hindrance(actor, "withdraw", found);
  if (why !== null) throw new Conflict(why);
  await tx.update(difficulty).set({ state: "withdrawn", withdrawnAt: at }).where(eq(difficulty.id, id));
  await work.record({
    act: "withdraw-difficulty",
    objectKind: "difficulty",
    objectId: id,
    before: { what: found.what },
  });
}
