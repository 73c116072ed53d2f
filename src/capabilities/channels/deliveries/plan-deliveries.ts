import { createHash } from "node:crypto";
import type { ContentToDeliver } from "#newsroom";
import { Conflict, Unacceptable } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { SYSTEM_PERSON, type Work } from "#platform/work/work.ts";
import { accountOf, type ChannelAccount } from "../accounts/account-queries.ts";
import type { Choices } from "../networks/choose.ts";
import { permitTime } from "../posting-times/hold-to-rules.ts";
import { prepareRelease, type ReleaseChoice } from "../press-room/choose-recipients.ts";
import { goesToRecipients } from "../press-room/goes-to-recipients.ts";
import { delivery } from "../tables.ts";
import { choicesFor } from "./choices-of-delivery.ts";
import { contentOf, type Delivery, deliveriesOfItem } from "./delivery-queries.ts";
import { noteEvent } from "./move-delivery.ts";
import { deliveryPolicy } from "./policy.ts";
import { followNow, releaseContent } from "./release-deliveries.ts";

/** A later one is a slip of the year. */
const LATEST_DAYS = 366;
/** States of a text from which nothing goes out any more. */
const OVER = ["withdrawn", "removed", "discarded", "refused"];

/** Short, the same on every attempt, and tells nothing about the text. */
const markerOf = (deliveryId: string): string =>
  createHash("sha256")
    .update(deliveryId)
    .digest("base64url")
    .replace(/[^A-Za-z0-9]/g, "")
    .slice(0, 16);

export function refuseImpossibleTime(wanted: Date | null, at: Date): void {
  if (wanted === null) return;
  const message =
    wanted.getTime() < at.getTime() - 60_000
      ? "Giờ đăng đã qua; hãy chọn giờ khác."
      : wanted.getTime() > at.getTime() + LATEST_DAYS * 86_400_000
        ? "Giờ đăng xa hơn một năm; hãy xem lại ngày, nhất là năm."
        : null;
  if (message) throw new Unacceptable(message, [{ field: "wantedAt", message }]);
}

/** One text under one account, unless it stands or waits there already. */
async function planOne(
  work: Work,
  { id: itemId, embargoUntil }: Pick<ContentToDeliver, "id" | "embargoUntil">,
  account: ChannelAccount,
  { wantedAt, timeReason, choices }: Pick<Delivery, "wantedAt" | "timeReason" | "choices">,
  release: ReleaseChoice | null = null,
): Promise<void> {
  const { tx, actor, at } = work;
  const id = uuidv7();
  const [made] = await tx
    .insert(delivery)
    .values({
      ...{ id, agencyId: actor.agencyId, itemId, accountId: account.id, wantedAt, timeReason, choices },
      state: "pending",
      marker: markerOf(id),
      isRehearsal: account.way === "rehearsal",
      plannedBy: actor.personId === SYSTEM_PERSON ? null : actor.personId,
      plannedAt: at,
    })
    .onConflictDoNothing()
    .returning();
  if (!made) return;
  await noteEvent(work, made, `Chọn đăng trên ${account.name}`);
  if (release !== null && goesToRecipients(account)) {
    const note = await prepareRelease(work, { row: made, account, embargoUntil, choice: release });
    if (note) await noteEvent(work, made, note);
  }
  await work.record({
    act: "plan-delivery",
    objectKind: "delivery",
    objectId: id,
    after: { itemId, accountId: account.id, wantedAt, timeReason, choices },
  });
}

const toNobody: ReleaseChoice = { listIds: [], contactIds: [], mediaIds: [], isAhead: false };

/** A public text goes out under an account at once: what stood there before was taken down for it. */
export async function planOnce(
  work: Work,
  content: ContentToDeliver,
  account: ChannelAccount,
  choices: Choices,
): Promise<void> {
  await planOne(work, content, account, { wantedAt: null, timeReason: null, choices });
  await releaseContent(work, content);
}

/**
 * Says under which accounts a text goes out, each once: an account on which it stands or waits already stays as it is.
 * Before the text is public the deliveries wait for it; afterwards they are due at once or at the time wanted.
 */
export async function planDeliveries(
  work: Work,
  {
    itemId,
    accountIds,
    wantedAt,
    choices = {},
    timeReason = null,
    release = null,
  }: {
    itemId: string;
    accountIds: string[];
    wantedAt: Date | null;
    /** By account, what is chosen for its network. */
    choices?: Record<string, Choices>;
    timeReason?: string | null;
    /** Of accounts that write to people by name: to whom. */
    release?: ReleaseChoice | null;
  },
): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId } = actor;
  const content = await contentOf(tx, actor, itemId);
  deliveryPolicy.permit(actor, "plan", { agencyId, unitId: content.unitId });
  if (OVER.includes(content.state)) throw new Conflict("Bài không còn để đăng nên không lên kênh nữa.");
  refuseImpossibleTime(wantedAt, at);
  // With no hour of its own it follows the text; of one that is public already that means now.
  const moment = wantedAt ?? (content.state === "published" ? at : null);
  const already = (await deliveriesOfItem(tx, itemId)).filter(({ state }) => state !== "withdrawn");
  for (const accountId of [...new Set(accountIds)].toSorted()) {
    const account = await accountOf(tx, agencyId, accountId);
    if (account.way === "own") throw new Unacceptable("Bài tự lên cổng của cơ quan khi được đăng.");
    if (account.state === "closed") throw new Conflict(`Tài khoản “${account.name}” đã đóng.`);
    const isRehearsal = account.way === "rehearsal";
    if (already.some((row) => row.accountId === accountId && row.isRehearsal === isRehearsal)) continue;
    const why =
      moment === null
        ? null
        : await permitTime(
            work,
            { account, itemId, unitId: content.unitId, deliveryId: null },
            { at: moment, reason: timeReason },
          );
    const chosen = await choicesFor(work, account, choices[accountId] ?? {});
    const times = { wantedAt, timeReason: why, choices: chosen };
    await planOne(work, content, account, times, release ?? toNobody);
  }
  await followNow(work, content);
}
