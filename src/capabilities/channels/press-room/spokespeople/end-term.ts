import { eq } from "drizzle-orm";
import { Unacceptable } from "#platform/auth/policy.ts";
import { formatDate, toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Work } from "#platform/work/work.ts";
import { spokesperson } from "../../tables.ts";
import { spokespersonPolicy } from "./policy.ts";
import { redrawSpeakers } from "./redraw-speakers.ts";
import { termStateOf } from "./spokesperson.ts";
import { termOf } from "./spokesperson-queries.ts";

/** Says that somebody speaks no longer than a day, and why; the entry stays. */
export async function endTerm(
  work: Work,
  { id, toDate, reason }: { id: string; toDate: string; reason: string },
): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId } = actor;
  const found = await termOf(tx, agencyId, id);
  const day = toVietnamDate(at).toString();
  spokespersonPolicy.permit(actor, "end", { agencyId, isOver: termStateOf(found, day) === "over" });
  const refuse = (message: string): never => {
    throw new Unacceptable(message, [{ field: "toDate", message }]);
  };
  if (toDate < found.fromDate) refuse("Ngày thôi phát ngôn trước ngày bắt đầu.");
  if (found.toDate !== null && toDate > found.toDate)
    refuse(`Thời hạn chỉ đến ${formatDate(found.toDate)}; muốn kéo dài thì sửa theo văn bản mới.`);
  await tx.update(spokesperson).set({ toDate, endedReason: reason }).where(eq(spokesperson.id, id));
  await work.record({
    act: "end-spokesperson",
    objectKind: "spokesperson",
    objectId: id,
    reason,
    before: { toDate: found.toDate },
    after: { toDate },
  });
  await redrawSpeakers(tx, agencyId);
}
