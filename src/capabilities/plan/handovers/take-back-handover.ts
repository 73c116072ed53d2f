import { and, eq, isNull } from "drizzle-orm";
import { agencyById, agencyBySlug, notify } from "#organization";
import { NotFound } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { planForUpdate } from "../plan-queries.ts";
import { planPolicy } from "../policy.ts";
import { planHandoverReceipt } from "../tables.ts";
import { toldOfHandovers } from "./hand-over-plan.ts";

/** Ends what an agency sees of a plan, in every version; the trace stays, and so does what the agency made of it. */
export async function takeBackHandover(
  work: Work,
  { id, agency: slug, reason }: { id: string; agency: string; reason: string },
): Promise<void> {
  const { tx, actor, at } = work;
  const plan = planPolicy.permit(actor, "takeBackHandover", await planForUpdate(tx, actor.agencyId, id));
  const receiver = await agencyBySlug(tx, slug);
  const none = new NotFound("Kế hoạch không được chuyển cho cơ quan này, hoặc đã thu lại.");
  if (!receiver) throw none;
  const ended = await tx
    .update(planHandoverReceipt)
    .set({ takenBackAt: at, takenBackBy: actor.personId, takenBackReason: reason })
    .where(
      and(
        eq(planHandoverReceipt.planId, id),
        eq(planHandoverReceipt.receiverId, receiver.id),
        isNull(planHandoverReceipt.takenBackAt),
      ),
    )
    .returning({ handoverId: planHandoverReceipt.handoverId });
  if (ended.length === 0) throw none;
  const last = ended
    .map(({ handoverId }) => handoverId)
    .toSorted()
    .at(-1)!;
  await notify(work, {
    agencyId: receiver.id,
    personIds: await toldOfHandovers(tx, receiver.id),
    cause: `plan-handover-ended:${last}`,
    kind: "sharing",
    title: `${(await agencyById(tx, actor.agencyId))!.name} thu lại kế hoạch “${plan.title}” đã chuyển. Lý do: ${reason}`,
    href: "/workspace/co-quan-khac",
  });
  await work.record({
    act: "take-back-handover",
    objectKind: "plan",
    objectId: id,
    before: { agency: receiver.name, versions: ended.length },
    reason,
  });
}
