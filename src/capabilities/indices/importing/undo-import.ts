import { and, eq, inArray } from "drizzle-orm";
import { Conflict, NotFound } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { indexPolicy } from "../policy.ts";
import { indexPagesChanged } from "../publishing/pages-changed.ts";
import { indexImport, indexImportLine, indexResult } from "../tables.ts";
import { oneImportAtATime } from "./import-results.ts";
import { keptOf, saysTheSame } from "./kept-result.ts";

/**
 * Takes an import of results back: what it brought goes, what it wrote over stands as before. A result that was
 * corrected or removed since stays as it is and is counted as left.
 */
export async function undoResultImport(
  work: Work,
  { id }: { id: string },
): Promise<{ undone: number; left: number }> {
  const { tx, actor, at } = work;
  const { agencyId, personId } = actor;
  indexPolicy.permit(actor, "remove", { agencyId });
  await tx.execute(oneImportAtATime(agencyId));
  const [made] = await tx
    .select()
    .from(indexImport)
    .where(and(eq(indexImport.agencyId, agencyId), eq(indexImport.id, id)));
  if (!made) throw new NotFound("Không có lần nhập này trong cơ quan.");
  if (made.undoneAt) throw new Conflict("Lần nhập này đã được lấy lại rồi.");
  const lines = await tx.select().from(indexImportLine).where(eq(indexImportLine.importId, id));
  const standing = new Map(
    (
      await tx
        .select()
        .from(indexResult)
        .where(
          inArray(
            indexResult.id,
            lines.map(({ resultId }) => resultId),
          ),
        )
        .for("update")
    ).map((one) => [one.id, one]),
  );
  const untouched = lines.filter(({ resultId, after }) => {
    const stands = standing.get(resultId);
    return stands !== undefined && saysTheSame(keptOf(stands), after);
  });
  const gone = untouched.filter(({ before }) => before === null).map(({ resultId }) => resultId);
  await tx.delete(indexResult).where(inArray(indexResult.id, gone));
  for (const { resultId, before } of untouched)
    if (before)
      await tx
        .update(indexResult)
        .set({ ...before, recordedBy: personId, recordedAt: at })
        .where(eq(indexResult.id, resultId));
  await tx.update(indexImport).set({ undoneBy: personId, undoneAt: at }).where(eq(indexImport.id, id));
  const left = lines.length - untouched.length;
  await work.record({
    ...{ act: "undo-index-import", objectKind: "index-import", objectId: id },
    before: { fileName: made.fileName, added: made.added, changed: made.changed },
    after: { undone: untouched.length, left },
  });
  await indexPagesChanged(tx);
  return { undone: untouched.length, left };
}
