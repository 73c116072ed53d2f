import { and, eq, sql } from "drizzle-orm";
import { Conflict, NotFound } from "#platform/auth/policy.ts";
import type { Transaction } from "#platform/database/database.ts";
import type { Work } from "#platform/work/work.ts";
import { dossierPolicy } from "../policy.ts";
import { dossier, dossierCount, dossierCountFormer, dossierFormer, dossierImport } from "../tables.ts";
import { keptOf } from "./dossier-row.ts";

/** A later sheet stands on top of what is to be taken back. */
const covered = (lines: number, what: string) =>
  new Conflict(
    `Bảng nhập sau đã thay ${lines} ${what} của lần nhập này nên chưa lấy lại được; không có gì thay đổi.`,
    { advice: "Hãy lấy lại lần nhập sau trước, rồi lấy lại lần nhập này." },
  );

async function takeDossiersBack(tx: Transaction, agencyId: string, id: string): Promise<number> {
  const overwritten = await tx.$count(
    dossierFormer,
    and(eq(dossierFormer.agencyId, agencyId), eq(dossierFormer.importId, id)),
  );
  if (overwritten > 0) throw covered(overwritten, "hồ sơ");
  const { rowCount } = await tx
    .delete(dossier)
    .where(and(eq(dossier.agencyId, agencyId), eq(dossier.importId, id)));
  await tx.execute(sql`
    insert into dossier (${keptOf()})
    select ${keptOf()} from dossier_former where agency_id = ${agencyId} and replaced_by = ${id}`);
  await tx
    .delete(dossierFormer)
    .where(and(eq(dossierFormer.agencyId, agencyId), eq(dossierFormer.replacedBy, id)));
  return rowCount ?? 0;
}

async function takeCountsBack(tx: Transaction, agencyId: string, id: string): Promise<number> {
  const overwritten = await tx.$count(
    dossierCountFormer,
    and(eq(dossierCountFormer.agencyId, agencyId), eq(dossierCountFormer.importId, id)),
  );
  if (overwritten > 0) throw covered(overwritten, "dòng số liệu");
  const { rowCount } = await tx
    .delete(dossierCount)
    .where(and(eq(dossierCount.agencyId, agencyId), eq(dossierCount.importId, id)));
  const former = await tx
    .delete(dossierCountFormer)
    .where(and(eq(dossierCountFormer.agencyId, agencyId), eq(dossierCountFormer.replacedBy, id)))
    .returning();
  if (former.length > 0)
    await tx.insert(dossierCount).values(former.map(({ replacedBy: _, ...count }) => count));
  return rowCount ?? 0;
}

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
  const lines =
    made.kind === "counts"
      ? await takeCountsBack(tx, agencyId, id)
      : await takeDossiersBack(tx, agencyId, id);
  await tx
    .update(dossierImport)
    .set({ undoneBy: personId, undoneAt: at })
    .where(and(eq(dossierImport.agencyId, agencyId), eq(dossierImport.id, id)));
  await work.record({
    act: "undo-dossier-import",
    objectKind: "dossier-import",
    objectId: id,
    before: { fileName: made.fileName, period: made.period, added: made.added, changed: made.changed },
  });
  return { fileName: made.fileName, dossiers: lines };
}
