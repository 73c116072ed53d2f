import { and, eq } from "drizzle-orm";
import { unitsOfAgency } from "#organization";
import { Conflict, Forbidden, NotFound, Unacceptable } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import type { Work } from "#platform/work/work.ts";
import { clean } from "../clean-words.ts";
import { goodPracticeSpread } from "../tables.ts";
import { practicePolicy } from "./policy.ts";
import { keeps, practiceOf } from "./practice-queries.ts";

const ONLY_KEEPERS = "Nơi ngoài cơ quan do biên tập, Văn phòng ghi.";

/** Notes that a unit, or a place elsewhere, works in this way now. */
export async function noteSpread(
  work: Work,
  taken: {
    id: string;
    unitId: string | null;
    place: string | null;
    since: string | null;
    note: string | null;
  },
): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId } = actor;
  const { id, unitId, since } = taken;
  const place = taken.place && clean(taken.place);
  const found = practicePolicy.permit(actor, "read", await practiceOf(tx, actor, id, { lock: true }));
  practicePolicy.permit(actor, "spread", { agencyId, state: found.state, ...(unitId && { unitId }) });
  const refuse = (field: string, message: string): never => {
    throw new Unacceptable(message, [{ field, message }]);
  };
  if (Boolean(unitId) === Boolean(place)) refuse("unitId", "Hãy chọn một đơn vị, hoặc ghi một nơi khác.");
  if (place && !keeps(actor, found)) throw new Forbidden(ONLY_KEEPERS);
  if (unitId === found.unitId) refuse("unitId", "Đây là đơn vị có mô hình, sáng kiến này.");
  if (unitId && !(await unitsOfAgency(tx, agencyId)).some((unit) => unit.id === unitId))
    throw new NotFound("Không có đơn vị này trong cơ quan.");
  const note = taken.note && clean(taken.note);
  const [made] = await tx
    .insert(goodPracticeSpread)
    .values({
      id: uuidv7(),
      agencyId,
      practiceId: id,
      unitId,
      place: place || null,
      since,
      note,
      notedBy: actor.personId,
      notedAt: at,
    })
    .onConflictDoNothing()
    .returning();
  if (!made) throw new Conflict("Đơn vị này đã được ghi là áp dụng.");
  await work.record({
    act: "note-spread",
    objectKind: "good-practice",
    objectId: id,
    after: { unitId, place, since, note },
  });
}

/** Takes out a unit or place that was noted by mistake. */
export async function dropSpread(
  work: Work,
  { id, spreadId }: { id: string; spreadId: string },
): Promise<void> {
  const { tx, actor } = work;
  const found = practicePolicy.permit(actor, "read", await practiceOf(tx, actor, id, { lock: true }));
  const [noted] = await tx
    .select()
    .from(goodPracticeSpread)
    .where(and(eq(goodPracticeSpread.practiceId, id), eq(goodPracticeSpread.id, spreadId)));
  if (!noted) {
    practicePolicy.permit(actor, "spread", found);
    throw new NotFound("Nơi áp dụng này không còn trong sổ.");
  }
  const { agencyId } = actor;
  const { unitId, place, since, note } = noted;
  practicePolicy.permit(actor, "spread", { agencyId, state: found.state, ...(unitId && { unitId }) });
  if (place && !keeps(actor, found)) throw new Forbidden(ONLY_KEEPERS);
  await tx.delete(goodPracticeSpread).where(eq(goodPracticeSpread.id, spreadId));
  await work.record({
    act: "drop-spread",
    objectKind: "good-practice",
    objectId: id,
    before: { unitId, place, since, note },
  });
}
