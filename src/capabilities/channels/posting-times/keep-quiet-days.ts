import { and, eq } from "drizzle-orm";
import { NotFound, Unacceptable } from "#platform/auth/policy.ts";
import { later } from "#platform/jobs/later.ts";
import type { Work } from "#platform/work/work.ts";
import { DELIVER_QUEUE } from "../deliveries/delivery-queues.ts";
import { quietDays } from "../tables.ts";
import { objectOf, permitScope, type Scope } from "./save-posting-rule.ts";

/** Days on which nothing is posted. What is due on them waits; what had a reason for its hour goes out all the same. */
export async function addQuietDays(
  work: Work,
  input: Scope & { id: string; fromDay: string; toDay: string; reason: string },
): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId, personId } = actor;
  const { id, network, accountId, fromDay, toDay, reason } = input;
  await permitScope(work, { network, accountId });
  const days = Temporal.PlainDate.from(fromDay).until(Temporal.PlainDate.from(toDay)).days;
  if (days < 0 || days > 365) {
    const message = days < 0 ? "Ngày cuối trước ngày đầu." : "Dài hơn một năm; hãy xem lại ngày.";
    throw new Unacceptable(message, [{ field: "toDay", message }]);
  }
  const [made] = await tx
    .insert(quietDays)
    .values({ id, agencyId, network, accountId, fromDay, toDay, reason, madeBy: personId, madeAt: at })
    .onConflictDoNothing()
    .returning({ id: quietDays.id });
  if (!made) return;
  await work.record({
    act: "add-quiet-days",
    ...objectOf(agencyId, accountId),
    reason,
    after: { network, fromDay, toDay },
  });
}

/** They hold no longer: what waited goes out in its order. */
export async function removeQuietDays(work: Work, { id }: { id: string }): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId } = actor;
  const [found] = await tx
    .select()
    .from(quietDays)
    .where(and(eq(quietDays.agencyId, agencyId), eq(quietDays.id, id)))
    .for("update");
  if (!found) throw new NotFound("Những ngày này không còn trong danh sách.");
  await permitScope(work, found);
  await tx.delete(quietDays).where(eq(quietDays.id, id));
  const { network, accountId, fromDay, toDay, reason } = found;
  await work.record({
    act: "remove-quiet-days",
    ...objectOf(agencyId, accountId),
    before: { network, fromDay, toDay, reason },
  });
  await later(work, DELIVER_QUEUE, at);
}
