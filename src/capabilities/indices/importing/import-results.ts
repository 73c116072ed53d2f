import { eq, sql } from "drizzle-orm";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import { uuidv7 } from "#platform/database/id.ts";
import type { Work } from "#platform/work/work.ts";
import { indexPolicy } from "../policy.ts";
import { indexPagesChanged } from "../publishing/pages-changed.ts";
import { indexImport, indexImportLine, indexResult } from "../tables.ts";
import { judgeResults, refuseSheet } from "./judge-results.ts";
import type { WrittenResult } from "./read-results.ts";

/** One at a time in an agency: what was judged stands until it is written. */
export const oneImportAtATime = (agencyId: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`index-results ${agencyId}`}, 0))`;

/**
 * Takes all results of a sheet in, or none while a line is at fault. What stands already changes nothing; what says
 * something else than what stands is a correction and asks for a reason.
 */
export async function importResults(
  work: Work,
  { written, fileName, reason }: { written: WrittenResult[]; fileName: string; reason: string },
): Promise<{ added: number; changed: number; unchanged: number }> {
  const { tx, actor, at } = work;
  const { agencyId, personId } = actor;
  indexPolicy.permit(actor, "record", { agencyId });
  await tx.execute(oneImportAtATime(agencyId));
  const today = toVietnamDate(at).toString();
  const lines = await judgeResults(tx, { agencyId, today, written });
  const bad = lines.filter(({ state }) => state === "bad");
  if (bad[0])
    refuseSheet(
      `Có ${bad.length} dòng chưa đúng nên chưa nhập dòng nào. Dòng ${bad[0].line}: ${bad[0].errors[0]}`,
    );
  const added = lines.filter(({ state }) => state === "new");
  const changed = lines.filter(({ state }) => state === "changed");
  if (changed.length > 0 && reason === "")
    refuseSheet(`Bảng sửa ${changed.length} kết quả đã ghi; hãy ghi lý do.`, "reason");
  const counts = { added: added.length, changed: changed.length };
  if (counts.added + counts.changed > 0) {
    const id = uuidv7();
    await tx.insert(indexImport).values({
      ...{ id, agencyId, fileName: fileName.slice(0, 300) || "Bảng kết quả", ...counts },
      ...{ importedBy: personId, importedAt: at },
    });
    const recorded = { recordedBy: personId, recordedAt: at };
    const brought = added.map(({ result }) => ({ resultId: uuidv7(), before: null, after: result! }));
    if (brought.length > 0)
      await tx
        .insert(indexResult)
        .values(brought.map(({ resultId, after }) => ({ id: resultId, agencyId, ...after, ...recorded })));
    for (const { resultId, known, result } of changed) {
      await tx
        .update(indexResult)
        .set({ ...result!, ...recorded })
        .where(eq(indexResult.id, resultId!));
      await work.record({
        ...{ act: "correct-index-result", objectKind: "index-result", objectId: resultId! },
        ...{ before: known, after: result, reason },
      });
    }
    const written = changed.map(({ resultId, known, result }) => ({
      ...{ resultId: resultId!, before: known, after: result! },
    }));
    await tx
      .insert(indexImportLine)
      .values([...brought, ...written].map((line) => ({ agencyId, importId: id, ...line })));
    await work.record({
      ...{ act: "import-index-results", objectKind: "index-import", objectId: id },
      after: { fileName, ...counts },
    });
    await indexPagesChanged(tx);
  }
  return { ...counts, unchanged: lines.length - added.length - changed.length };
}
