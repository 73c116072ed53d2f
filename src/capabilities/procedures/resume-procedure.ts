import { eq } from "drizzle-orm";
import type { Work } from "#platform/work/work.ts";
import { procedurePolicy } from "./policy.ts";
import { proceduresChanged } from "./procedure-changed.ts";
import { heldProcedure, recordOf } from "./procedure-queries.ts";
import { procedure } from "./tables.ts";
import { putProcedureInSearch } from "./write-version.ts";

/** Says that a procedure is carried out again: the pause is over, or it had been repealed by mistake. */
export async function resumeProcedure(
  work: Work,
  { id, reason }: { id: string; reason: string },
): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId } = actor;
  procedurePolicy.permit(actor, "repeal", { agencyId });
  const { procedure: found, version } = await heldProcedure(tx, agencyId, id);
  if (found.state === "in-force") return;
  await tx
    .update(procedure)
    .set({ state: "in-force", stateReason: "", repealedOn: null, successorId: null, updatedAt: at })
    .where(eq(procedure.id, id));
  await putProcedureInSearch(work, { procedureId: id, ...found, record: recordOf(version) });
  await work.record({
    act: "resume-procedure",
    objectKind: "procedure",
    objectId: id,
    before: { state: found.state, repealedOn: found.repealedOn },
    after: { state: "in-force" },
    reason,
  });
  await proceduresChanged(tx, [id]);
}
