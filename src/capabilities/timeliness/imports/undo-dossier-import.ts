import { and, eq, sql } from "drizzle-orm";
import { Conflict, NotFound } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { dossierPolicy } from "../policy.ts";
import { dossier, dossierFormer, dossierImport } from "../tables.ts";

/**
 * Takes a whole import back: what it brought goes, what it wrote over stands again. Refused while a later sheet
 * stands on top of it.
 */
export async function undoDossierImport(
  work: Work,
  { id }: { id: string },
): Promise<{ fileName: string; dossiers: number }> {
  const { tx, actor, at } = work;
  const { agencyId, personId } = actor;
  dossierPolicy.permit(actor, "import", { agencyId });
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`dossier-import ${agencyId}`}, 0))`);
  const [made] = await tx
    .select()
    .from(dossierImport)
    .where(and(eq(dossierImport.agencyId, agencyId), eq(dossierImport.id, id)));
  if (!made) throw new NotFound("Không có lần nhập này trong cơ quan.");
  if (made.undoneAt) throw new Conflict("Lần nhập này đã được lấy lại rồi.");
  const overwritten = await tx.$count(
    dossierFormer,
    and(eq(dossierFormer.agencyId, agencyId), eq(dossierFormer.importId, id)),
  );
  if (overwritten > 0)
    throw new Conflict(
      `Bảng nhập sau đã thay ${overwritten} hồ sơ của lần nhập này nên chưa lấy lại được; không có gì thay đổi.`,
      {
        advice: "Hãy lấy lại lần nhập sau trước, rồi lấy lại lần nhập này.",
      },
    );
  const { rowCount } = await tx
    .delete(dossier)
    .where(and(eq(dossier.agencyId, agencyId), eq(dossier.importId, id)));
  await tx.execute(sql`
    insert into dossier (agency_id, code, import_id, unit, unit_key, procedure_code, procedure_name, field, channel,
      is_online, received_on, due_on, finished_on, status, paid_online, digitised, electronic, circulated)
    select agency_id, code, import_id, unit, unit_key, procedure_code, procedure_name, field, channel,
      is_online, received_on, due_on, finished_on, status, paid_online, digitised, electronic, circulated
    from dossier_former where agency_id = ${agencyId} and replaced_by = ${id}`);
  await tx
    .delete(dossierFormer)
    .where(and(eq(dossierFormer.agencyId, agencyId), eq(dossierFormer.replacedBy, id)));
  await tx
    .update(dossierImport)
    .set({ undoneBy: personId, undoneAt: at })
    .where(and(eq(dossierImport.agencyId, agencyId), eq(dossierImport.id, id)));
  const dossiers = rowCount ?? 0;
  await work.record({
    act: "undo-dossier-import",
    objectKind: "dossier-import",
    objectId: id,
    before: { fileName: made.fileName, period: made.period, added: made.added, changed: made.changed },
  });
  return { fileName: made.fileName, dossiers };
}
