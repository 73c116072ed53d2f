import { eq } from "drizzle-orm";
import { Conflict, Unacceptable } from "#platform/auth/policy.ts";
import { formatDate } from "#platform/clock/vietnam-time.ts";
import type { Work } from "#platform/work/work.ts";
import { demandStanding } from "../correctable.ts";
import { planOf, taskOf } from "../plan-queries.ts";
import { addTask } from "../save-task.ts";
import { proposal } from "../tables.ts";
import { proposalPolicy } from "./policy.ts";
import { type Proposal, proposalForUpdate } from "./proposal-queries.ts";
import { tellProposer } from "./tell-proposer.ts";

interface NewTask {
  planId: string;
  title: string;
  leadUnitId: string;
  /** YYYY-MM-DD */
  dueDate: string;
  deliverable: string | null;
}

async function makeTask(work: Work, found: Proposal, task: NewTask): Promise<string> {
  const { planId, title, leadUnitId, dueDate, deliverable } = task;
  const { agencyId } = work.actor;
  const plan = await planOf(work.tx, agencyId, planId);
  const fail = (field: string, message: string) => {
    throw new Unacceptable(message, [{ field, message }]);
  };
  if (plan.standing !== "in-force") fail("planId", "Kế hoạch này không còn hoặc chưa được thực hiện.");
  if (!dueDate.startsWith(`${plan.year}-`))
    fail(
      "dueDate",
      `Ngày ${formatDate(dueDate)} nằm ngoài năm ${plan.year} của kế hoạch. Hãy chọn ngày trong năm, hoặc thêm nhiệm vụ ở trang kế hoạch rồi nối vào đây.`,
    );
  const made = await addTask(work, {
    id: planId,
    title,
    clauseId: found.planId === planId ? found.clauseId : null,
    leadUnitId,
    allUnits: false,
    responsiblePersonId: null,
    approverPersonId: found.decidedBy,
    coordinatingUnitIds: [],
    due: { kind: "date", text: null, date: dueDate, from: null, to: null, every: null },
    deliverable,
    obligationIds: [],
  });
  return made.id;
}

/** What was accepted becomes a task: a new one, or one that is there already. */
export async function followProposal(
  work: Work,
  { id, taskId, task }: { id: string; taskId: string | null; task: NewTask | null },
): Promise<void> {
  const { tx, actor, at } = work;
  const found = await proposalForUpdate(tx, actor.agencyId, id);
  proposalPolicy.permit(actor, "follow", { agencyId: actor.agencyId });
  const why = proposalPolicy.hindrance(actor, "follow", found);
  if (why !== null) throw new Conflict(why);
  if ((taskId === null) === (task === null)) {
    const message = "Hãy chọn nhiệm vụ đã có, hoặc ghi nhiệm vụ mới.";
    throw new Unacceptable(message, [{ field: "taskId", message }]);
  }
  if (taskId) {
    const chosen = await taskOf(tx, actor.agencyId, taskId);
    demandStanding(chosen, "Nhiệm vụ");
    const { issuer } = await planOf(tx, actor.agencyId, chosen.planId);
    if (issuer) throw new Conflict(`Nhiệm vụ này thuộc kế hoạch của ${issuer}, chỉ để đối chiếu.`);
  }
  const followedTaskId = taskId ?? (await makeTask(work, found, task!));
  await tx
    .update(proposal)
    .set({ state: "followed", followedTaskId, followedBy: actor.personId, followedAt: at })
    .where(eq(proposal.id, id));
  await work.record({
    act: "follow-proposal",
    objectKind: "proposal",
    objectId: id,
    before: { what: found.what },
    after: { followedTaskId },
  });
  await tellProposer(work, found, {
    step: "followed",
    said: "Đề xuất đã được giao thành nhiệm vụ",
    others: found.decidedBy ? [found.decidedBy] : [],
    href: `/workspace/nhiem-vu/${followedTaskId}`,
  });
}
