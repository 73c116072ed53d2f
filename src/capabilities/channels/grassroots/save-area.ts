import { and, eq, ne, or, sql } from "drizzle-orm";
import { Conflict, NotFound, Unacceptable } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import type { Work } from "#platform/work/work.ts";
import { loudspeakerPolicy } from "./policy.ts";
import { loudspeakerArea, loudspeakerStation } from "./tables.ts";

export interface AreaFields {
  name: string;
  code: string;
  isDifficult: boolean;
  /** By which document it counts as such. */
  difficultBasis: string;
  isClosed: boolean;
}

async function refuseTwin({ tx, actor }: Work, id: string, { name, code }: AreaFields): Promise<void> {
  const [twin] = await tx
    .select({ name: loudspeakerArea.name })
    .from(loudspeakerArea)
    .where(
      and(
        eq(loudspeakerArea.agencyId, actor.agencyId),
        eq(loudspeakerArea.isClosed, false),
        ne(loudspeakerArea.id, id),
        or(
          sql`lower(${loudspeakerArea.name}) = lower(${name})`,
          sql`lower(${loudspeakerArea.code}) = lower(${code})`,
        ),
      ),
    );
  if (!twin) return;
  const field = twin.name.toLowerCase() === name.toLowerCase() ? "name" : "code";
  const message = `Sổ đã có địa bàn “${twin.name}” cùng ${field === "name" ? "tên" : "mã"}.`;
  throw new Unacceptable(message, [{ field, message }]);
}

/** Enters a commune (`id` null) or changes it. */
export async function saveArea(
  work: Work,
  { id: known, ...fields }: AreaFields & { id: string | null },
): Promise<string> {
  const id = known ?? uuidv7();
  const { tx, actor, at } = work;
  const { agencyId, personId } = actor;
  loudspeakerPolicy.permit(actor, "keep", { agencyId });
  const [before] = await tx
    .select()
    .from(loudspeakerArea)
    .where(and(eq(loudspeakerArea.agencyId, agencyId), eq(loudspeakerArea.id, id)))
    .for("update");
  if (known !== null && !before) throw new NotFound("Không có địa bàn này trong sổ của cơ quan.");
  if (!fields.isClosed) await refuseTwin(work, id, fields);
  if (fields.isClosed) {
    const [inUse] = await tx
      .select({ name: loudspeakerStation.name })
      .from(loudspeakerStation)
      .where(and(eq(loudspeakerStation.areaId, id), eq(loudspeakerStation.isClosed, false)))
      .limit(1);
    if (inUse)
      throw new Conflict(`Địa bàn còn “${inUse.name}”; hãy chuyển hoặc thôi dùng các đài, cụm loa trước.`);
  }
  const own = { ...fields, changedBy: personId, changedAt: at };
  if (before) await tx.update(loudspeakerArea).set(own).where(eq(loudspeakerArea.id, id));
  else {
    const [made] = await tx
      .insert(loudspeakerArea)
      .values({ id, agencyId, ...own })
      .onConflictDoNothing()
      .returning({ id: loudspeakerArea.id });
    if (!made) throw new Conflict("Địa bàn này vừa được ghi; chưa có gì thay đổi, hãy tải lại trang.");
  }
  const { name, code, isDifficult, difficultBasis, isClosed } = before ?? {};
  await work.record({
    act: "save-area",
    objectKind: "loudspeaker-area",
    objectId: id,
    ...(before && { before: { name, code, isDifficult, difficultBasis, isClosed } }),
    after: fields,
  });
  return id;
}
