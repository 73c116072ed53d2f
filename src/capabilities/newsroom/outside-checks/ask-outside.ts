import { randomBytes } from "node:crypto";
import { Conflict, Unacceptable } from "#platform/auth/policy.ts";
import { toVietnamDate, VIETNAM } from "#platform/clock/vietnam-time.ts";
import type { Work } from "#platform/work/work.ts";
import { itemOf, revisionOf } from "../content-queries.ts";
import { addEvent } from "../move-content.ts";
import { contentPolicy } from "../policy.ts";
import { refuseStale } from "../stale-text.ts";
import { outsideCheck, outsideCheckToken } from "../tables.ts";
import { MOST_DAYS } from "./outside-check.ts";
import { hashOf } from "./outside-check-queries.ts";

export interface AskedOutside {
  id: string;
  /** Made by the sender: the same one sent again makes no second link. */
  checkId: string;
  /** The text that the sender has before them. */
  revisionId: string;
  name: string;
  organization: string;
  email: string;
  asks: string;
  /** The last day on which the link is open. */
  endsOn: string;
}

/**
 * Asks a named expert outside to check one exact text; gives the secret of the link, which is kept nowhere. @throws
 * Conflict, Unacceptable
 */
export async function askOutside(
  work: Work,
  { id, checkId, revisionId, endsOn, ...asked }: AskedOutside,
): Promise<{ token: string }> {
  const { tx, actor, at } = work;
  const item = contentPolicy.permit(actor, "askOutside", await itemOf(tx, actor, id, { lock: true }));
  const text = await revisionOf(tx, item.currentRevisionId);
  await refuseStale(work, text, revisionId, "Chưa gửi cho chuyên gia; hãy xem bản ấy rồi gửi.");
  const last = Temporal.PlainDate.from(endsOn);
  const today = toVietnamDate(at);
  if (
    Temporal.PlainDate.compare(last, today) < 0 ||
    Temporal.PlainDate.compare(last, today.add({ days: MOST_DAYS })) > 0
  )
    throw new Unacceptable("Hạn trả lời không đúng.", [
      { field: "endsOn", message: `Chọn từ hôm nay đến nhiều nhất ${MOST_DAYS} ngày nữa.` },
    ]);
  const endsAt = new Date(last.add({ days: 1 }).toZonedDateTime({ timeZone: VIETNAM }).epochMilliseconds - 1);
  const token = randomBytes(32).toString("base64url");
  const made = await tx
    .insert(outsideCheck)
    .values({
      id: checkId,
      agencyId: item.agencyId,
      itemId: id,
      revisionId: text.id,
      hash: text.hash,
      ...asked,
      askedBy: actor.personId,
      askedByName: actor.name,
      askedAt: at,
      endsAt,
    })
    .onConflictDoNothing()
    .returning({ id: outsideCheck.id });
  if (made.length === 0)
    throw new Conflict("Liên kết này đã được lập mà chưa kịp hiện ra; hãy thu hồi rồi nhờ lại.");
  await tx.insert(outsideCheckToken).values({ checkId, agencyId: item.agencyId, tokenHash: hashOf(token) });
  await addEvent(work, item, "ask-outside", { note: `${asked.name}, ${asked.organization}` });
  await work.record({
    act: "ask-outside",
    objectKind: "content",
    objectId: id,
    after: { checkId, revisionId: text.id, hash: text.hash, ...asked, endsAt },
  });
  return { token };
}
