import { and, eq, sql } from "drizzle-orm";
import type { z } from "zod";
import { Conflict, NotFound, Unacceptable } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { slugify } from "#platform/text/slugify.ts";
import type { Work } from "#platform/work/work.ts";
import { agencyChanged } from "./agency-changed.ts";
import type { unitFields } from "./contract.ts";
import type { Unit } from "./organization-queries.ts";
import { organizationPolicy } from "./policy.ts";
import { unit } from "./tables.ts";

/** Adds a unit at the end of the list, or renames the one with `id`; its address (slug) never changes. */
export async function saveUnit(
  work: Work,
  { id, ...fields }: z.output<typeof unitFields> & { id?: string },
): Promise<Unit> {
  const { tx, actor } = work;
  organizationPolicy.permit(actor, "manage", { agencyId: actor.agencyId });
  if (id === undefined) {
    const slug = slugify(fields.shortName) || slugify(fields.name);
    if (!slug) {
      const message = "Tên viết tắt cần có chữ hoặc số.";
      throw new Unacceptable(message, [{ field: "shortName", message }]);
    }
    const [made] = await tx
      .insert(unit)
      .values({
        id: uuidv7(),
        agencyId: actor.agencyId,
        slug,
        position:
          sql`(select coalesce(max(position), 0) + 1 from unit where agency_id = ${actor.agencyId})` as never,
        ...fields,
      })
      .onConflictDoNothing()
      .returning();
    if (!made) {
      const message = "Đã có đơn vị với tên viết tắt này.";
      throw new Unacceptable(message, [{ field: "shortName", message }]);
    }
    await work.record({ act: "create-unit", objectKind: "unit", objectId: made.id, after: made });
    await agencyChanged(work);
    return made;
  }
  const [before] = await tx
    .select()
    .from(unit)
    .where(and(eq(unit.agencyId, actor.agencyId), eq(unit.id, id)))
    .for("update");
  if (!before) throw new NotFound("Không có đơn vị này trong cơ quan.");
  if (before.closedOn) throw new Conflict("Đơn vị này đã ngừng hoạt động nên giữ nguyên tên.");
  const [after] = await tx.update(unit).set(fields).where(eq(unit.id, id)).returning();
  await work.record({ act: "update-unit", objectKind: "unit", objectId: id, before, after });
  await agencyChanged(work);
  return after!;
}
