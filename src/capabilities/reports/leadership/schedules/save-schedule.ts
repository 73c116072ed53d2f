import { eq } from "drizzle-orm";
import { recipientOf } from "#organization";
import { Conflict, Unacceptable } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import type { Work } from "#platform/work/work.ts";
import { leadershipPolicy } from "../policy.ts";
import { daysOf, type Rhythm, type SentThing } from "./schedule.ts";
import { heldSchedule, peopleOfSchedule, whyWithheld } from "./schedule-queries.ts";
import { briefSchedule, briefSchedulePerson } from "./tables.ts";

/**
 * Makes a schedule or changes one. From then on what falls due goes out; what was due before does not. The people must be
 * able to see what they are sent.
 */
export async function saveSchedule(
  work: Work,
  {
    id: given,
    personIds,
    ...fields
  }: Rhythm & { id: string | null; name: string; what: SentThing; personIds: string[] },
): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId } = actor;
  leadershipPolicy.permit(actor, "schedule", { agencyId });
  const before = given === null ? null : await heldSchedule(tx, agencyId, given);
  if (before?.state === "ended")
    throw new Conflict("Lịch này đã kết thúc nên không sửa được; hãy lập lịch mới.");
  const { from, to } = daysOf(fields.every);
  if (fields.day < from || fields.day > to)
    throw new Unacceptable(`Hãy chọn ngày từ ${from} đến ${to}.`, [
      { field: "day", message: `Hãy chọn ngày từ ${from} đến ${to}.` },
    ]);
  const chosen = [...new Set(personIds)].toSorted();
  for (const personId of chosen) {
    if (whyWithheld(await recipientOf(tx, personId), agencyId, fields.what) === null) continue;
    const message = "Có người không thuộc cơ quan hoặc không có quyền xem thứ được gửi; hãy chọn lại.";
    throw new Unacceptable(message, [{ field: "personIds", message }]);
  }
  const id = before?.id ?? uuidv7();
  const people = before === null ? [] : await peopleOfSchedule(tx, id);
  if (before === null)
    await tx
      .insert(briefSchedule)
      .values({ id, agencyId, ...fields, state: "active", since: at, madeBy: actor.personId, madeAt: at });
  else
    await tx
      .update(briefSchedule)
      .set({ ...fields, since: at })
      .where(eq(briefSchedule.id, id));
  await tx.delete(briefSchedulePerson).where(eq(briefSchedulePerson.scheduleId, id));
  await tx
    .insert(briefSchedulePerson)
    .values(chosen.map((personId) => ({ agencyId, scheduleId: id, personId })));
  await work.record({
    act: "save-brief-schedule",
    objectKind: "brief-schedule",
    objectId: id,
    before: before && { ...told(before), people },
    after: { ...told(fields), people: chosen },
  });
}

const told = ({ name, what, every, day, hour }: Rhythm & { name: string; what: SentThing }) => ({
  ...{ name, what, every, day, hour },
});
