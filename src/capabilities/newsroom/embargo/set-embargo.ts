import { eq } from "drizzle-orm";
import { hasRole } from "#platform/auth/actor.ts";
import { Conflict, Forbidden, Unacceptable } from "#platform/auth/policy.ts";
import { formatDateTime } from "#platform/clock/vietnam-time.ts";
import type { Work } from "#platform/work/work.ts";
import { itemOf } from "../content-queries.ts";
import { contentPolicy } from "../policy.ts";
import { contentItem } from "../tables.ts";

/** A moment further away is a slip of the year. */
const LATEST_DAYS = 366;

/** Says before which moment an item is not published; null lifts it. Only who may publish lifts it or brings it forward. */
export async function setEmbargo(
  work: Work,
  { id, until }: { id: string; until: Date | null },
): Promise<void> {
  const { tx, actor, at } = work;
  const item = contentPolicy.permit(actor, "embargo", await itemOf(tx, actor, id, { lock: true }));
  const before = item.embargoUntil;
  if (until?.getTime() === before?.getTime()) return;
  if (until !== null && (until <= at || until.getTime() > at.getTime() + LATEST_DAYS * 86_400_000)) {
    const message =
      until <= at
        ? "Thời điểm này đã qua; hãy chọn thời điểm khác hoặc bỏ giờ cấm đăng."
        : "Thời điểm này xa hơn một năm; hãy kiểm tra lại ngày, nhất là năm.";
    throw new Unacceptable(message, [{ field: "until", message }]);
  }
  const isEarlier = before !== null && before > at && (until === null || until < before);
  if (isEarlier && !hasRole(actor, "editor", "office", "leadership"))
    throw new Forbidden("Biên tập, Văn phòng hoặc lãnh đạo mới bỏ, rút ngắn được giờ cấm đăng.");
  if (until !== null && item.state === "scheduled" && item.scheduledAt! < until)
    throw new Conflict(
      `Bài đã hẹn đăng lúc ${formatDateTime(item.scheduledAt!)}; hãy lùi lại giờ hẹn trước.`,
    );
  await tx.update(contentItem).set({ embargoUntil: until }).where(eq(contentItem.id, id));
  await work.record({
    act: "set-embargo",
    objectKind: "content",
    objectId: id,
    before: { embargoUntil: before },
    after: { embargoUntil: until },
  });
}
