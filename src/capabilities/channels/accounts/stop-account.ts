import { and, eq, inArray } from "drizzle-orm";
import { Conflict, Unacceptable } from "#platform/auth/policy.ts";
import { later } from "#platform/jobs/later.ts";
import type { Work } from "#platform/work/work.ts";
import { DELIVER_QUEUE } from "../deliveries/delivery-queues.ts";
import { spaceWaiting } from "../posting-times/space-waiting.ts";
import { channelAccount, channelPause, delivery } from "../tables.ts";
import type { AccountState } from "./account.ts";
import { accountOf, openAccounts, pauseOf } from "./account-queries.ts";
import { accountPolicy } from "./policy.ts";

const needReason = (reason: string) => {
  if (reason.trim() === "")
    throw new Unacceptable("Hãy ghi lý do; người đang chờ đăng sẽ thấy lý do này.", [
      { field: "reason", message: "Hãy ghi lý do." },
    ]);
};

async function setState(
  work: Work,
  id: string,
  state: AccountState,
  { act, reason }: { act: string; reason: string | null },
): Promise<void> {
  const { tx, actor, at } = work;
  await tx
    .update(channelAccount)
    .set({ state, stateReason: reason, stateBy: actor.personId, stateAt: at, heldUntil: null })
    .where(eq(channelAccount.id, id));
  await work.record({ act, objectKind: "channel-account", objectId: id, reason });
}

/** Stops what goes out under the account until somebody lets it go on; what waits stays in its order. */
export async function pauseAccount(
  work: Work,
  { id, reason }: { id: string; reason: string },
): Promise<void> {
  const { tx, actor } = work;
  needReason(reason);
  accountPolicy.permit(actor, "pause", await accountOf(tx, actor.agencyId, id, { lock: true }));
  await setState(work, id, "paused", { act: "pause-account", reason });
}

/** Lets it go on: what waited goes out in the order in which it was due, as far apart as the agency wants. */
export async function resumeAccount(work: Work, { id }: { id: string }): Promise<void> {
  const { tx, actor, at } = work;
  const account = await accountOf(tx, actor.agencyId, id, { lock: true });
  accountPolicy.permit(actor, "resume", account);
  await setState(work, id, "open", { act: "resume-account", reason: null });
  if (!(await pauseOf(tx, actor.agencyId))) await spaceWaiting(work, [account]);
  await later(work, DELIVER_QUEUE, at);
}

/** Closes it for good; nothing may wait there any more. */
export async function closeAccount(
  work: Work,
  { id, reason }: { id: string; reason: string },
): Promise<void> {
  const { tx, actor } = work;
  needReason(reason);
  accountPolicy.permit(actor, "close", await accountOf(tx, actor.agencyId, id, { lock: true }));
  const waiting = await tx.$count(
    delivery,
    and(
      eq(delivery.accountId, id),
      inArray(delivery.state, ["pending", "submitting", "submitted", "failed", "unknown"]),
    ),
  );
  if (waiting > 0)
    throw new Conflict(`Còn ${waiting} bài đang chờ trên tài khoản này; hãy thôi đăng hoặc đăng xong trước.`);
  await setState(work, id, "closed", { act: "close-account", reason });
}

/** Stops everything that the agency sends to any channel. The same said twice is said once. */
export async function pauseAll(work: Work, { reason }: { reason: string }): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId, personId } = actor;
  needReason(reason);
  accountPolicy.permit(actor, "pauseAll", { agencyId });
  const [made] = await tx
    .insert(channelPause)
    .values({ agencyId, reason, pausedBy: personId, pausedAt: at })
    .onConflictDoNothing()
    .returning();
  if (made) await work.record({ act: "pause-channels", objectKind: "agency", objectId: agencyId, reason });
}

/** Lets everything go on, in the order in which it was due, as far apart as the agency wants. */
export async function resumeAll(work: Work): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId } = actor;
  accountPolicy.permit(actor, "pauseAll", { agencyId });
  const pause = await pauseOf(tx, agencyId);
  if (!pause) return;
  await tx.delete(channelPause).where(eq(channelPause.agencyId, agencyId));
  await work.record({
    act: "resume-channels",
    objectKind: "agency",
    objectId: agencyId,
    before: { reason: pause.reason, pausedAt: pause.pausedAt },
  });
  const accounts = await openAccounts(tx, agencyId);
  await spaceWaiting(
    work,
    accounts.filter(({ state }) => state === "open"),
  );
  await later(work, DELIVER_QUEUE, at);
}
