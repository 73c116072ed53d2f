import { eq } from "drizzle-orm";
import { notify, peopleWithRole } from "#organization";
import { Unacceptable } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { beginning } from "#platform/text/beginning.ts";
import type { Work } from "#platform/work/work.ts";
import { linksOf, planOfClause, taskOf } from "../plan-queries.ts";
import { difficulty, proposal } from "../tables.ts";
import { proposalPolicy } from "./policy.ts";

interface About {
  taskId: string | null;
  clauseId: string | null;
  difficultyId: string | null;
}

/** The plan of what a proposal is about; null: it is about nothing in particular. */
async function planAbout({ tx, actor }: Work, about: About): Promise<string | null> {
  const { agencyId } = actor;
  const { taskId, clauseId, difficultyId } = about;
  const named = [taskId, clauseId, difficultyId].filter((id) => id !== null).length;
  if (named === 0) return null;
  const { taskIds, clauseIds } = await linksOf(tx, agencyId, {
    taskIds: taskId ? [taskId] : [],
    obligationIds: [],
    clauseIds: clauseId ? [clauseId] : [],
  });
  if (named === 1 && taskIds[0]) return (await taskOf(tx, agencyId, taskIds[0])).planId;
  if (named === 1 && clauseIds[0]) return planOfClause(tx, agencyId, clauseIds[0]);
  const [found] = difficultyId
    ? await tx.select().from(difficulty).where(eq(difficulty.id, difficultyId))
    : [];
  if (named === 1 && found?.agencyId === agencyId) return found.planId;
  const message = "Hãy chọn một nhiệm vụ, một mục hoặc một khó khăn; hoặc để trống.";
  throw new Unacceptable(message, [{ field: "about", message }]);
}

/** Anybody proposes a measure; the editors are told. Gives its id. */
export async function makeProposal(
  work: Work,
  fields: About & { what: string; benefit: string | null },
): Promise<string> {
  const { tx, actor, at } = work;
  const { agencyId, personId } = actor;
  proposalPolicy.permit(actor, "propose", { agencyId });
  const planId = await planAbout(work, fields);
  const id = uuidv7();
  await tx.insert(proposal).values({ id, agencyId, planId, ...fields, proposedBy: personId, proposedAt: at });
  await work.record({ act: "make-proposal", objectKind: "proposal", objectId: id, after: fields });
  await notify(work, {
    personIds: (await peopleWithRole(tx, agencyId, "editor")).flatMap((editor) =>
      editor.id === personId ? [] : [editor.id],
    ),
    cause: `proposal-made:${id}`,
    kind: "proposal",
    title: `${actor.name} đề xuất giải pháp: ${beginning(fields.what, 160)}`,
    href: "/workspace/de-xuat",
  });
  return id;
}
