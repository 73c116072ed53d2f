import { eq } from "drizzle-orm";
import { Conflict, Unacceptable } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { demandStanding } from "../correctable.ts";
import { taskOf } from "../plan-queries.ts";
import { shortcoming } from "../tables.ts";
import { demandOwner } from "./owner.ts";
import { shortcomingPolicy } from "./policy.ts";
import { shortcomingForUpdate } from "./shortcoming-queries.ts";
import { tellOwners } from "./tell-owners.ts";

/** Says whose a shortcoming is, why it came, and how it is mended: by a task, or by words and a day. */
export async function fixShortcoming(
  work: Work,
  {
    id,
    taskId,
    words,
    day,
    ...owner
  }: {
    id: string;
    unitId: string;
    personId: string | null;
    why: string | null;
    taskId: string | null;
    words: string | null;
    day: string | null;
  },
): Promise<void> {
  const { tx, actor, at } = work;
  const { found, subject } = await shortcomingForUpdate(tx, actor.agencyId, id);
  const { agencyId, unitIds } = subject;
  shortcomingPolicy.permit(actor, "fix", { agencyId, unitIds });
  // A head gives nothing to another unit.
  shortcomingPolicy.permit(actor, "fix", { agencyId, unitIds: [owner.unitId] });
  const why = shortcomingPolicy.hindrance(actor, "fix", subject);
  if (why !== null) throw new Conflict(why);
  await demandOwner(work, owner);
  const fail = (field: string, message: string) => {
    throw new Unacceptable(message, [{ field, message }]);
  };
  if (taskId) demandStanding(await taskOf(tx, agencyId, taskId), "Nhiệm vụ");
  else if (words === null) fail("words", "Hãy ghi cách khắc phục, hoặc chọn nhiệm vụ khắc phục.");
  else if (day === null) fail("day", "Hãy chọn ngày khắc phục xong.");
  const fixed = {
    ...owner,
    fixTaskId: taskId,
    fixWords: taskId ? null : words,
    fixDay: taskId ? null : day,
  };
  await tx
    .update(shortcoming)
    .set({ ...fixed, state: "mending", fixBy: actor.personId, fixAt: at })
    .where(eq(shortcoming.id, id));
  const { unitId, personId, why: cause, fixTaskId, fixWords, fixDay } = found;
  await work.record({
    act: "fix-shortcoming",
    objectKind: "shortcoming",
    objectId: id,
    before: { unitId, personId, why: cause, fixTaskId, fixWords, fixDay },
    after: fixed,
  });
  await tellOwners(work, { ...found, ...owner }, { step: "fixed", said: "Đã giao khắc phục tồn tại" });
}
