import { and, eq } from "drizzle-orm";
import { NotFound, Unacceptable } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { ruleOf } from "../apologies/rule-queries.ts";
import { dossierPolicy } from "../policy.ts";
import { sureFindings } from "../sure-findings.ts";
import { dossier, lateDossier } from "../tables.ts";

/** Says why a dossier is late, which unit answers for it, and by when it is to be settled. */
export async function explainLate(
  work: Work,
  said: { code: string; reason: string; unit: string; newDueOn: string | null },
): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId, personId } = actor;
  dossierPolicy.permit(actor, "explain", { agencyId });
  const { code, ...facts } = said;
  const [known] = await tx
    .select({ dueOn: dossier.dueOn })
    .from(dossier)
    .where(and(eq(dossier.agencyId, agencyId), eq(dossier.code, code)));
  if (!known) throw new NotFound("Không có hồ sơ này trong các bảng đã nhập.");
  const refuse = (field: string, message: string): never => {
    throw new Unacceptable(message, [{ field, message }]);
  };
  if (!(await ruleOf(tx, agencyId)).reasons.includes(facts.reason))
    refuse("reason", "Hãy chọn một nhóm lý do của cơ quan; nhóm mới thì thêm ở Quy tắc xin lỗi.");
  if (facts.newDueOn !== null && facts.newDueOn <= known.dueOn)
    refuse("newDueOn", "Ngày hẹn mới phải sau ngày đã hẹn.");
  if (sureFindings(facts.unit)) refuse("unit", "Tên đơn vị có thông tin của cá nhân; hãy ghi tên đơn vị.");
  const [before] = await tx
    .select()
    .from(lateDossier)
    .where(and(eq(lateDossier.agencyId, agencyId), eq(lateDossier.code, code)));
  const values = { ...facts, saidBy: personId, saidAt: at };
  await tx
    .insert(lateDossier)
    .values({ agencyId, code, ...values })
    .onConflictDoUpdate({ target: [lateDossier.agencyId, lateDossier.code], set: values });
  await work.record({
    ...{ act: "explain-late-dossier", objectKind: "late-dossier", objectId: agencyId },
    ...(before && { before: { code, reason: before.reason, unit: before.unit, newDueOn: before.newDueOn } }),
    after: { code, ...facts },
  });
}
