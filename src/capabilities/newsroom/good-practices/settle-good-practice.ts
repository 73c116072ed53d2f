import { eq } from "drizzle-orm";
import { notify } from "#organization";
import { Conflict, Unacceptable } from "#platform/auth/policy.ts";
import { beginning } from "#platform/text/beginning.ts";
import type { Work } from "#platform/work/work.ts";
import { clean } from "../clean-words.ts";
import { goodPractice } from "../tables.ts";
import type { PracticeState } from "./good-practice.ts";
import { practicePolicy } from "./policy.ts";
import { type GoodPractice, practiceOf } from "./practice-queries.ts";
import { proveByGoodPractice } from "./prove-by-good-practice.ts";

async function move(
  { tx, actor, at }: Work,
  { id }: GoodPractice,
  state: PracticeState,
  reason: string | null,
): Promise<void> {
  await tx
    .update(goodPractice)
    .set({ state, reason, decidedBy: actor.personId, decidedAt: at, updatedAt: at })
    .where(eq(goodPractice.id, id));
}

async function tell(
  work: Work,
  { id, registeredBy, title }: GoodPractice,
  state: PracticeState,
  what: string,
) {
  if (registeredBy === work.actor.personId) return;
  await notify(work, {
    personIds: [registeredBy],
    cause: `practice-decided:${id}:${state}:${work.at.toISOString()}`,
    kind: "good-practice",
    title: `${what}: ${title}`,
    href: `/workspace/mo-hinh-sang-kien/${id}`,
  });
}

function needReason(reason: string): string {
  const why = clean(reason);
  if (why === "") throw new Unacceptable("Hãy ghi lý do.", [{ field: "reason", message: "Hãy ghi lý do." }]);
  return why;
}

/**
 * Puts what a unit proposed, or what had been refused or ended, into the register, as a proof of these obligations of the
 * plan.
 */
export async function acceptGoodPractice(
  work: Work,
  { id, obligationIds = [] }: { id: string; obligationIds?: string[] },
): Promise<void> {
  const { tx, actor } = work;
  const found = practicePolicy.permit(actor, "accept", await practiceOf(tx, actor, id, { lock: true }));
  if (found.tipId !== null && found.state === "refused") {
    const others = await tx.select().from(goodPractice).where(eq(goodPractice.tipId, found.tipId));
    if (others.some((one) => one.id !== id && one.state !== "refused"))
      throw new Conflict("Tin ấy đã có một mục khác trong sổ; hãy sửa mục ấy.");
  }
  await move(work, found, "registered", null);
  await work.record({
    act: "accept-good-practice",
    objectKind: "good-practice",
    objectId: id,
    before: { state: found.state },
    after: { state: "registered" },
  });
  if (obligationIds.length > 0) await proveByGoodPractice(work, { id, obligationIds });
  await tell(work, found, "registered", "Đã ghi vào sổ mô hình, sáng kiến");
}

/** Says why a proposal does not come into the register; who proposed it reads the reason. */
export async function refuseGoodPractice(
  work: Work,
  { id, reason }: { id: string; reason: string },
): Promise<void> {
  const { tx, actor } = work;
  const why = needReason(reason);
  const found = practicePolicy.permit(actor, "refuse", await practiceOf(tx, actor, id, { lock: true }));
  await move(work, found, "refused", why);
  await work.record({
    act: "refuse-good-practice",
    objectKind: "good-practice",
    objectId: id,
    before: { state: found.state },
    after: { state: "refused" },
    reason: why,
  });
  await tell(work, found, "refused", `Không ghi vào sổ (${beginning(why, 80)})`);
}

/** Says that nobody does it so any more; it stays in the register with the reason. */
export async function endGoodPractice(
  work: Work,
  { id, reason }: { id: string; reason: string },
): Promise<void> {
  const { tx, actor } = work;
  const why = needReason(reason);
  const found = practicePolicy.permit(actor, "end", await practiceOf(tx, actor, id, { lock: true }));
  await move(work, found, "ended", why);
  await work.record({
    act: "end-good-practice",
    objectKind: "good-practice",
    objectId: id,
    before: { state: found.state },
    after: { state: "ended" },
    reason: why,
  });
  await tell(work, found, "ended", `Thôi áp dụng (${beginning(why, 80)})`);
}
