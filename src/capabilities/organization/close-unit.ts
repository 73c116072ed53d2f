import { and, eq } from "drizzle-orm";
import { Conflict, NotFound } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { agencyChanged } from "./agency-changed.ts";
import type { Unit } from "./organization-queries.ts";
import { organizationPolicy } from "./policy.ts";
import { unit } from "./tables.ts";

/** A unit that is merged or dissolved leaves the lists from that day; what it did stays under its name. */
export async function closeUnit(work: Work, { id, on }: { id: string; on: string }): Promise<Unit> {
  const { tx, actor } = work;
  organizationPolicy.permit(actor, "manage", { agencyId: actor.agencyId });
  const [before] = await tx
    .select()
    .from(unit)
    .where(and(eq(unit.agencyId, actor.agencyId), eq(unit.id, id)))
    .for("update");
  if (!before) throw new NotFound("Không có đơn vị này trong cơ quan.");
  if (before.closedOn) throw new Conflict("Đơn vị này đã ngừng hoạt động từ trước.");
  const [after] = await tx.update(unit).set({ closedOn: on }).where(eq(unit.id, id)).returning();
  await work.record({ act: "close-unit", objectKind: "unit", objectId: id, before, after });
  await agencyChanged(work);
  return after!;
}
