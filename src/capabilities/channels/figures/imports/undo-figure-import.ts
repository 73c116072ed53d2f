import { and, eq, sql } from "drizzle-orm";
import { Conflict, NotFound } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { figureImport } from "../../tables.ts";
import { figurePolicy } from "../policy.ts";

/**
 * Takes a whole import back: each of its numbers that still stands is superseded by none, with why. What a person has
 * put right since stays as it is; nothing is deleted.
 */
export async function undoFigureImport(work: Work, { id }: { id: string }): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId, personId } = actor;
  figurePolicy.permit(actor, "import", { agencyId });
  const [made] = await tx
    .select()
    .from(figureImport)
    .where(and(eq(figureImport.agencyId, agencyId), eq(figureImport.id, id)))
    .for("update");
  if (!made) throw new NotFound("Không có lần nhập này trong cơ quan.");
  if (made.undoneAt) throw new Conflict("Lần nhập này đã được lấy lại rồi.");
  const { rowCount } = await tx.execute(sql`
    insert into figure_reading (id, agency_id, placement_id, metric, value, taken_at, day_only, source, definition_id,
      recorded_by, recorded_at, supersedes, reason)
    select gen_random_uuid(), r.agency_id, r.placement_id, r.metric, null, r.taken_at, r.day_only, 'person', r.definition_id,
      ${personId}, ${at.toISOString()}::timestamptz, r.id, ${`Lấy lại lần nhập tệp “${made.fileName}”.`}
    from figure_reading r
    where r.import_id = ${id} and r.value is not null
      and not exists (select from figure_reading later where later.supersedes = r.id)`);
  await tx.update(figureImport).set({ undoneBy: personId, undoneAt: at }).where(eq(figureImport.id, id));
  await work.record({
    act: "undo-figure-import",
    objectKind: "figure-import",
    objectId: id,
    before: { fileName: made.fileName, sourceName: made.sourceName, figures: rowCount ?? 0 },
  });
}
