import { and, eq, isNull, ne, sql } from "drizzle-orm";
import { Conflict, NotFound, Unacceptable } from "#platform/auth/policy.ts";
import type { Queryable } from "#platform/database/database.ts";
import { slugify } from "#platform/text/slugify.ts";
import type { Work } from "#platform/work/work.ts";
import { procedurePolicy } from "../policy.ts";
import { currentOf } from "../procedure-queries.ts";
import { lifeEvent, lifeEventProcedure } from "../tables.ts";
import { eventAt } from "./life-event-queries.ts";
import { redrawEvents } from "./redraw-events.ts";
import type { Side } from "./side.ts";

export interface GivenEvent {
  /** Of an event that may be new. */
  id: string;
  name: string;
  side: Side;
  summary: string;
  position: number;
  /** In their order. */
  procedures: { procedureId: string; note: string }[];
}

/** An address that no event of the agency ever had. */
async function freeSlug(q: Queryable, agencyId: string, name: string): Promise<string> {
  const wanted = slugify(name).slice(0, 80) || "su-kien";
  for (let number = 1; ; number += 1) {
    const slug = number === 1 ? wanted : `${wanted}-${number}`;
    if ((await eventAt(q, agencyId, slug)) === null) return slug;
  }
}

/** Writes an event down, new or as it is now, with the procedures it takes. @throws Conflict, NotFound, Unacceptable */
export async function saveLifeEvent(work: Work, { id, procedures, ...given }: GivenEvent): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId } = actor;
  procedurePolicy.permit(actor, "events", { agencyId });
  const [before] = await tx.select().from(lifeEvent).where(eq(lifeEvent.id, id)).for("update");
  if (before && before.agencyId !== agencyId) throw new NotFound("Không có sự kiện này.");
  if (before?.removedAt) throw new Conflict("Sự kiện này đã được bỏ; hãy thêm sự kiện mới.");
  const ids = procedures.map(({ procedureId }) => procedureId);
  if (new Set(ids).size < ids.length)
    throw new Unacceptable("Có thủ tục được chọn hai lần.", [
      { field: "procedures", message: "Bỏ thủ tục trùng." },
    ]);
  if ((await currentOf(tx, agencyId, ids)).length < ids.length)
    throw new NotFound("Có thủ tục không còn trong sổ của cơ quan; hãy chọn lại.");
  const [same] = await tx
    .select({ id: lifeEvent.id })
    .from(lifeEvent)
    .where(
      and(
        eq(lifeEvent.agencyId, agencyId),
        ne(lifeEvent.id, id),
        isNull(lifeEvent.removedAt),
        sql`lower(${lifeEvent.name}) = lower(${given.name})`,
      ),
    );
  if (same) throw new Unacceptable("Đã có sự kiện cùng tên.", [{ field: "name", message: "Đã có tên này." }]);
  if (before)
    await tx
      .update(lifeEvent)
      .set({ ...given, updatedAt: at })
      .where(eq(lifeEvent.id, id));
  else {
    const slug = await freeSlug(tx, agencyId, given.name);
    await tx.insert(lifeEvent).values({ id, agencyId, slug, ...given, updatedAt: at });
  }
  const former = await tx
    .delete(lifeEventProcedure)
    .where(and(eq(lifeEventProcedure.agencyId, agencyId), eq(lifeEventProcedure.eventId, id)))
    .returning();
  if (procedures.length > 0)
    await tx
      .insert(lifeEventProcedure)
      .values(procedures.map((one, position) => ({ ...one, agencyId, eventId: id, position })));
  await work.record({
    act: "save-life-event",
    objectKind: "life-event",
    objectId: id,
    before: before && {
      ...{ name: before.name, side: before.side, summary: before.summary, position: before.position },
      procedureIds: former.map(({ procedureId }) => procedureId),
    },
    after: { ...given, procedureIds: ids },
  });
  await redrawEvents(tx);
}
