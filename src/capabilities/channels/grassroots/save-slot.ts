import { and, eq } from "drizzle-orm";
import { Conflict, NotFound, Unacceptable } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import type { Work } from "#platform/work/work.ts";
import { loudspeakerPolicy } from "./policy.ts";
import { limitsOf, openSlots } from "./register-queries.ts";
import { type SlotTimes, slotIssues } from "./station.ts";
import { loudspeakerSlot } from "./tables.ts";

/** Enters a slot (`id` null) or changes it, within the limits of the agency; what is planned already keeps its hours. */
export async function saveSlot(
  work: Work,
  { id: wanted, weekdays: days, ...rest }: SlotTimes & { id: string | null; isClosed: boolean },
): Promise<void> {
  const id = wanted ?? uuidv7();
  const fields = { ...rest, weekdays: [...new Set(days)].toSorted().join("") };
  const { tx, actor, at } = work;
  const { agencyId, personId } = actor;
  loudspeakerPolicy.permit(actor, "keep", { agencyId });
  const [known] = await tx
    .select()
    .from(loudspeakerSlot)
    .where(and(eq(loudspeakerSlot.agencyId, agencyId), eq(loudspeakerSlot.id, id)))
    .for("update");
  if (wanted !== null && !known) throw new NotFound("Không có khung giờ này trong cơ quan.");
  if (fields.fromTime >= fields.toTime) {
    const message = "Giờ kết thúc phải sau giờ bắt đầu.";
    throw new Unacceptable(message, [{ field: "toTime", message }]);
  }
  const others = (await openSlots(tx, agencyId)).filter((slot) => slot.id !== id);
  if (others.some(({ name }) => name.toLowerCase() === fields.name.toLowerCase()) && !fields.isClosed) {
    const message = "Đã có khung giờ cùng tên.";
    throw new Unacceptable(message, [{ field: "name", message }]);
  }
  const limits = await limitsOf(tx, agencyId);
  const before = new Set(slotIssues(others, limits));
  const [issue] = fields.isClosed
    ? []
    : slotIssues([...others, fields], limits).filter((one) => !before.has(one));
  if (issue) throw new Unacceptable(issue, [{ field: "toTime", message: issue }]);
  const own = { ...fields, changedBy: personId, changedAt: at };
  if (known) await tx.update(loudspeakerSlot).set(own).where(eq(loudspeakerSlot.id, id));
  else {
    const [made] = await tx
      .insert(loudspeakerSlot)
      .values({ id, agencyId, ...own })
      .onConflictDoNothing()
      .returning({ id: loudspeakerSlot.id });
    if (!made) throw new Conflict("Khung giờ này vừa được ghi; chưa có gì thay đổi, hãy tải lại trang.");
  }
  const { name, weekdays, fromTime, toTime, isClosed } = known ?? {};
  await work.record({
    act: "save-slot",
    objectKind: "loudspeaker-slot",
    objectId: id,
    ...(known && { before: { name, weekdays, fromTime, toTime, isClosed } }),
    after: fields,
  });
}
