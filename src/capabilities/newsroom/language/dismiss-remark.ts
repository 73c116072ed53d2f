import { and, eq } from "drizzle-orm";
import { Conflict, NotFound, Unacceptable } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { itemOf, revisionOf } from "../content-queries.ts";
import { contentPolicy } from "../policy.ts";
import { remarkDismissal } from "../tables.ts";
import { remarksOn } from "./language-queries.ts";
import { type Remark, remarkKinds } from "./remark.ts";

/** Of personal data only so much is kept that it is known again. */
const kept = ({ kind, passage }: Remark): string =>
  kind === "personal-data" ? `${passage.slice(0, 3)}…${passage.slice(-2)}` : passage.slice(0, 500);

/**
 * Sets a remark on the current text aside, with the reason why. It stays so for as long as the words do.
 * @throws Conflict when the words have changed meanwhile
 */
export async function dismissRemark(
  work: Work,
  { id, key, reason }: { id: string; key: string; reason: string },
): Promise<void> {
  const { tx, actor, at } = work;
  const item = contentPolicy.permit(actor, "dismissRemark", await itemOf(tx, actor, id, { lock: true }));
  if (reason === "")
    throw new Unacceptable("Hãy ghi vì sao bỏ qua.", [
      { field: "reason", message: "Hãy ghi vì sao bỏ qua." },
    ]);
  const text = await revisionOf(tx, item.currentRevisionId);
  const remark = (await remarksOn(tx, item, text)).find((one) => one.key === key);
  if (!remark)
    throw new Conflict(
      "Đoạn này đã thay đổi hoặc chưa lưu xong; hãy xem lại nhận xét rồi bỏ qua nếu vẫn cần.",
    );
  const given = { reason, dismissedBy: actor.personId, dismissedAt: at };
  await tx
    .insert(remarkDismissal)
    .values({ agencyId: item.agencyId, itemId: id, key, kind: remark.kind, passage: kept(remark), ...given })
    .onConflictDoUpdate({ target: [remarkDismissal.itemId, remarkDismissal.key], set: given });
  await work.record({
    act: "dismiss-remark",
    objectKind: "content",
    objectId: id,
    after: {
      remark: remarkKinds[remark.kind].label,
      ...(!item.limited && { passage: kept(remark) }),
    },
    reason,
  });
}

/** The remark is told again. @throws NotFound */
export async function restoreRemark(work: Work, { id, key }: { id: string; key: string }): Promise<void> {
  const { tx, actor } = work;
  const item = contentPolicy.permit(actor, "dismissRemark", await itemOf(tx, actor, id, { lock: true }));
  const [gone] = await tx
    .delete(remarkDismissal)
    .where(and(eq(remarkDismissal.itemId, id), eq(remarkDismissal.key, key)))
    .returning();
  if (!gone) throw new NotFound("Nhận xét này chưa được bỏ qua.");
  await work.record({
    act: "restore-remark",
    objectKind: "content",
    objectId: id,
    before: {
      remark: remarkKinds[gone.kind]?.label ?? gone.kind,
      ...(!item.limited && { passage: gone.passage }),
      dismissReason: gone.reason,
    },
  });
}
