import { eq } from "drizzle-orm";
import { notify } from "#organization";
import { Conflict } from "#platform/auth/policy.ts";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import { beginning } from "#platform/text/beginning.ts";
import type { Work } from "#platform/work/work.ts";
import { toldIn } from "../distribute-plan.ts";
import { guidanceReceipt } from "../tables.ts";
import { addressedBy, guidanceForUpdate, titleOf } from "./guidance-queries.ts";
import { guidancePolicy } from "./policy.ts";

/** Reminds the units that have not acknowledged the edition that holds; each at most once a day. */
export async function remindUnits(work: Work, { id }: { id: string }): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId } = actor;
  guidancePolicy.permit(actor, "remind", { agencyId });
  const found = await guidanceForUpdate(tx, agencyId, id);
  guidancePolicy.permit(actor, "remind", found);
  const waiting = (await addressedBy(tx, found)).filter(({ acknowledgedAt }) => acknowledgedAt === null);
  if (waiting.length === 0) throw new Conflict("Mọi đơn vị đã xác nhận nhận hướng dẫn.");
  const day = toVietnamDate(at).toString();
  const due = waiting.filter(
    ({ remindedAt }) => remindedAt === null || toVietnamDate(remindedAt).toString() < day,
  );
  if (due.length === 0)
    throw new Conflict("Hôm nay đã nhắc các đơn vị chưa xác nhận; ngày mai nhắc lại được.");
  const title = await titleOf(tx, found);
  for (const { id: receiptId, unitId, edition, remindedTimes } of due) {
    await tx
      .update(guidanceReceipt)
      .set({ remindedAt: at, remindedTimes: remindedTimes + 1 })
      .where(eq(guidanceReceipt.id, receiptId));
    await notify(work, {
      personIds: await toldIn(tx, agencyId, unitId),
      cause: `guidance-reminded:${id}:${unitId}:${edition}:${day}`,
      kind: "guidance",
      title: `Nhắc: đơn vị bạn chưa xác nhận đã nhận hướng dẫn “${beginning(title, 160)}”`,
      href: `/workspace/huong-dan?mo=${id}`,
    });
  }
  await work.record({
    act: "remind-guidance",
    objectKind: "guidance",
    objectId: id,
    after: { edition: found.edition, units: due.map(({ unitId }) => unitId) },
  });
}
