import { eq } from "drizzle-orm";
import { notify, peopleWithRole } from "#organization";
import { Conflict } from "#platform/auth/policy.ts";
import { beginning } from "#platform/text/beginning.ts";
import type { Work } from "#platform/work/work.ts";
import { difficulty } from "../tables.ts";
import { difficultyForUpdate } from "./difficulty-queries.ts";
import { difficultyPolicy } from "./policy.ts";

/** The leadership says what is done about a gathered difficulty; the unit and who gathered it are told. */
export async function decideDifficulty(
  work: Work,
  { id, decision }: { id: string; decision: string },
): Promise<void> {
  const { tx, actor, at } = work;
  const found = await difficultyForUpdate(tx, actor.agencyId, id);
  difficultyPolicy.permit(actor, "decide", { agencyId: actor.agencyId });
  const why = difficultyPolicy.hindrance(actor, "decide", found);
  if (why !== null) throw new Conflict(why);
  await tx
    .update(difficulty)
    .set({ state: "decided", decidedBy: actor.personId, decidedAt: at, decision })
    .where(eq(difficulty.id, id));
  await work.record({
    act: "decide-difficulty",
    objectKind: "difficulty",
    objectId: id,
    before: { what: found.what },
    after: { decision },
  });
  const heads = await peopleWithRole(tx, actor.agencyId, "head", found.unitId);
  await notify(work, {
    personIds: [
      found.raisedBy,
      ...(found.gatheredBy ? [found.gatheredBy] : []),
      ...heads.map((head) => head.id),
    ],
    cause: `difficulty-decided:${id}`,
    kind: "difficulty",
    title: `Lãnh đạo đã quyết định về khó khăn: ${beginning(found.what, 160)}`,
    href: "/workspace/kho-khan",
  });
}
