import { eq } from "drizzle-orm";
import { Conflict } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { planPolicy } from "../policy.ts";
import { planImport } from "../tables.ts";
import { previewOf } from "./preview-queries.ts";

/** Throws a preview away with its document; a confirmed one stays, as the source of its plan. */
export async function discardImport(work: Work, { id }: { id: string }): Promise<void> {
  const { tx, actor } = work;
  planPolicy.permit(actor, "import", { agencyId: actor.agencyId });
  const preview = await previewOf(work, id);
  if (preview.planId) throw new Conflict("Bản xem trước này đã thành kế hoạch nên không bỏ được.");
  await tx.delete(planImport).where(eq(planImport.id, id));
  await work.record({
    act: "discard-import",
    objectKind: "plan-import",
    objectId: id,
    before: { fileName: preview.fileName, title: preview.reading.header.title },
  });
}
