import { and, eq, gt, isNull, or, sql } from "drizzle-orm";
import { Conflict, NotFound, Unacceptable } from "#platform/auth/policy.ts";
import { today } from "#platform/clock/vietnam-time.ts";
import type { Work } from "#platform/work/work.ts";
import { agencyChanged } from "./agency-changed.ts";
import type { Unit } from "./organization-queries.ts";
import { organizationPolicy } from "./policy.ts";
import { appointment, unit } from "./tables.ts";

/**
 * A unit that is merged or dissolved leaves the lists; what it did stays under its name. Whoever is still appointed
 * there after that day must be moved first.
 */
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
  if (on > today().toString()) {
    const message = "Ngày ngừng hoạt động không được ở tương lai.";
    throw new Unacceptable(message, [{ field: "on", message }]);
  }
  const { rows: changing } = await tx.execute(sql`
    select 1 from unit_change c
      left join unit_change_source s on s.change_id = c.id and s.unit_id = ${id}
      left join unit_change_target t on t.change_id = c.id and t.unit_id = ${id}
    where c.took_effect_at is null and (s.unit_id is not null or t.unit_id is not null) limit 1`);
  if (changing.length > 0)
    throw new Conflict(
      "Đơn vị này đang có thay đổi sáp nhập, chia tách chưa đến ngày; hãy hủy thay đổi đó trước.",
    );
  const open = await tx.$count(
    appointment,
    and(eq(appointment.unitId, id), or(isNull(appointment.toDate), gt(appointment.toDate, on))),
  );
  if (open > 0) {
    throw new Conflict(
      `Còn ${open} phân công ở đơn vị này; hãy kết thúc hoặc chuyển sang đơn vị khác trước, trong mục Người dùng.`,
    );
  }
  const [after] = await tx.update(unit).set({ closedOn: on }).where(eq(unit.id, id)).returning();
  await work.record({ act: "close-unit", objectKind: "unit", objectId: id, before, after });
  await agencyChanged(work);
  return after!;
}
