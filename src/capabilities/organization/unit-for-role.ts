import { and, eq, isNull } from "drizzle-orm";
import { type Role, roleLabels } from "#platform/auth/actor.ts";
import { NotFound, Unacceptable } from "#platform/auth/policy.ts";
import type { Transaction } from "#platform/database/database.ts";
import { unit } from "./tables.ts";

/** Roles that are held in a unit alone. */
export const needUnit: readonly Role[] = ["contributor", "head"];

/**
 * Checks that a role can be given in a unit (null: the whole agency), and holds the unit so that it is not closed
 * before this transaction ends. @throws Unacceptable, NotFound
 */
export async function checkUnitForRole(
  tx: Transaction,
  agencyId: string,
  { role, unitId }: { role: Role; unitId: string | null },
): Promise<void> {
  if (unitId === null) {
    if (!needUnit.includes(role)) return;
    const message = `Vai trò ${roleLabels[role]} cần một đơn vị.`;
    throw new Unacceptable(message, [{ field: "unitId", message }]);
  }
  const [open] = await tx
    .select({ id: unit.id })
    .from(unit)
    .where(and(eq(unit.agencyId, agencyId), eq(unit.id, unitId), isNull(unit.closedOn)))
    .for("share");
  if (!open) throw new NotFound("Không có đơn vị này trong cơ quan, hoặc đơn vị đã ngừng hoạt động.");
}
