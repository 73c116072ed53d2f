import { eq } from "drizzle-orm";
import { notify, peopleWithRole } from "#organization";
import { Conflict } from "#platform/auth/policy.ts";
import { beginning } from "#platform/text/beginning.ts";
import type { Work } from "#platform/work/work.ts";
import { difficulty } from "../tables.ts";
import { difficultyForUpdate } from "./difficulty-queries.ts";
import { difficultyPolicy } from "./policy.ts";

/** The editors take a difficulty up for the leadership, with a remark of their own where they have one. */
export async function gatherDifficulty(
  work: Work,
  { id, note }: { id: string; note: string | null },
): Promise<void> {
  const { tx, actor, at } = work;
  const found = await difficultyForUpdate(tx, actor.agencyId, id);
  difficultyPolicy.permit(actor, "gather", { agencyId: actor.agencyId });
  const why = difficultyPolicy.hindrance(actor, "gather", found);
  if (why !== null) throw new Conflict(why);
  await tx
    .update(difficulty)
    .set({ state: "gathered", gatheredBy: actor.personId, gatheredAt: at, gatheredNote: note })
    .where(eq(difficulty.id, id));
  await work.record({
    act: "gather-difficulty",
    objectKind: "difficulty",
    objectId: id,
    after: { gatheredNote: note },
  });
  const leaders = await peopleWithRole(tx, actor.agencyId, "leadership");
  await notify(work, {
    personIds: leaders.map((leader) => leader.id),
    cause: `difficulty-gathered:${id}`,
    kind: "decision",
    title: `Khó khăn, vướng mắc chờ quyết định: ${beginning(found.what, 160)}`,
    href: "/workspace/kho-khan",
  });
}
