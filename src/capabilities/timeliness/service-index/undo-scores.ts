import { and, eq } from "drizzle-orm";
import { Conflict, NotFound } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { dossierPolicy } from "../policy.ts";
import { serviceIndexImport } from "../tables.ts";

/** Takes an import of scores back as a whole: what held before holds again. */
export async function undoScores(work: Work, { id }: { id: string }): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId, personId } = actor;
  dossierPolicy.permit(actor, "import", { agencyId });
  const [made] = await tx
    .select()
    .from(serviceIndexImport)
    .where(and(eq(serviceIndexImport.agencyId, agencyId), eq(serviceIndexImport.id, id)))
    .for("update");
  if (!made) throw new NotFound("Không có lần nhập này trong cơ quan.");
  if (made.undoneAt) throw new Conflict("Lần nhập này đã được lấy lại rồi.");
  await tx
    .update(serviceIndexImport)
    .set({ undoneBy: personId, undoneAt: at })
    .where(eq(serviceIndexImport.id, id));
  await work.record({
    ...{ act: "undo-service-index", objectKind: "service-index-import", objectId: id },
    before: { fileName: made.fileName, added: made.added, changed: made.changed },
  });
}
