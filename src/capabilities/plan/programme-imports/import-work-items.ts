import { sql } from "drizzle-orm";
import { Conflict } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import type { Work } from "#platform/work/work.ts";
import { checkServed } from "../check-served.ts";
import {
  workItem,
  workItemClause,
  workItemImport,
  workItemImportLine,
  workItemObligation,
} from "../tables.ts";
import { type ProgrammeToTry, tryProgramme } from "./try-programme.ts";
import { writtenWorkItem } from "./written-work-item.ts";

/**
 * Puts what is new in a table into a unit's own programme, all in one act; lines with faults are left out, as the trial
 * that was `seen` has said. Gives the import's id and how many items there were.
 */
export async function importWorkItems(
  work: Work,
  { fileName, seen, ...table }: ProgrammeToTry & { fileName: string; seen: string },
): Promise<{ importId: string; added: number }> {
  const { tx, actor, at } = work;
  const { agencyId, personId } = actor;
  const { unitId } = table;
  // Two who paste the same table at once: the second sees what the first has written.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`programme ${unitId}`}, 0))`);
  const trial = await tryProgramme(tx, actor, table);
  if (trial.seen !== seen)
    throw new Conflict("Chương trình của đơn vị hoặc bảng đã thay đổi từ lúc xem thử nên chưa nhập.", {
      advice: "Chưa có gì thay đổi. Bản xem thử đã được đọc lại; hãy xem rồi nhập.",
    });
  const lines = trial.lines.flatMap(({ state, line, item }) =>
    state === "new" && item ? [{ line, item, workItemId: uuidv7() }] : [],
  );
  if (lines.length === 0) throw new Conflict("Không có hoạt động mới nào để nhập.");
  await checkServed(work, {
    taskIds: [],
    obligationIds: [...new Set(lines.flatMap(({ item }) => item.obligationIds))],
    clauseIds: [...new Set(lines.flatMap(({ item }) => item.clauseIds))],
  });

  const importId = uuidv7();
  await tx
    .insert(workItemImport)
    .values({ id: importId, agencyId, unitId, fileName, importedBy: personId, importedAt: at });
  await tx.insert(workItem).values(
    lines.map(({ workItemId, item: { taskIds: _, obligationIds: __, clauseIds: ___, ...fields } }) => ({
      id: workItemId,
      agencyId,
      unitId,
      ...fields,
      enteredBy: personId,
      enteredAt: at,
    })),
  );
  const obligations = lines.flatMap(({ workItemId, item }) =>
    item.obligationIds.map((obligationId) => ({ agencyId, workItemId, obligationId })),
  );
  if (obligations.length > 0) await tx.insert(workItemObligation).values(obligations);
  const clauses = lines.flatMap(({ workItemId, item }) =>
    item.clauseIds.map((clauseId) => ({ agencyId, workItemId, clauseId })),
  );
  if (clauses.length > 0) await tx.insert(workItemClause).values(clauses);
  await tx.insert(workItemImportLine).values(
    lines.map(({ line, workItemId, item }) => ({
      agencyId,
      importId,
      workItemId,
      line,
      written: writtenWorkItem({ unitId, ...item }),
    })),
  );
  await work.record({
    act: "import-work-items",
    objectKind: "work-item-import",
    objectId: importId,
    after: { unitId, fileName, items: lines.map(({ item }) => item.title) },
  });
  return { importId, added: lines.length };
}
