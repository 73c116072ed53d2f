import { and, eq } from "drizzle-orm";
import { Conflict } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { inWords } from "../database-refusals.ts";
import { budgetPolicy } from "../policy.ts";
import { budgetSource } from "../tables.ts";

/** Writes down where money comes from; one that stands is given other words. */
export async function saveSource(
  work: Work,
  { id, ...fields }: { id: string; name: string; basis: string },
): Promise<void> {
  const { tx, actor } = work;
  const { agencyId } = actor;
  budgetPolicy.permit(actor, "write", { agencyId });
  const [before] = await tx
    .select()
    .from(budgetSource)
    .where(and(eq(budgetSource.agencyId, agencyId), eq(budgetSource.id, id)))
    .for("update");
  if (before) await inWords(tx.update(budgetSource).set(fields).where(eq(budgetSource.id, id)));
  else {
    const [twin] = await tx
      .select({ id: budgetSource.id })
      .from(budgetSource)
      .where(and(eq(budgetSource.agencyId, agencyId), eq(budgetSource.name, fields.name)));
    if (twin) throw new Conflict("Đã có nguồn kinh phí cùng tên.");
    const [made] = await tx
      .insert(budgetSource)
      .values({ id, agencyId, ...fields })
      .onConflictDoNothing()
      .returning({ id: budgetSource.id });
    if (!made) throw new Conflict("Nguồn này vừa được người khác ghi; hãy tải lại trang.");
  }
  await work.record({
    ...{ act: "save-budget-source", objectKind: "budget-source", objectId: id },
    ...(before && { before: { name: before.name, basis: before.basis } }),
    after: fields,
  });
}
