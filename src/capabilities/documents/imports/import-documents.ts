import { sql } from "drizzle-orm";
import { Conflict } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { insertMany } from "#platform/database/insert-many.ts";
import { rememberHeads } from "#platform/sheets/said-heads.ts";
import type { Work } from "#platform/work/work.ts";
import { documentImport, documentImportLine, officialDocument } from "../tables.ts";
import { documentListWords } from "./document-fields.ts";
import { idOfLine } from "./judged-document.ts";
import { type DocumentsToTry, tryDocuments } from "./try-documents.ts";
import { writeRelations } from "./write-relations.ts";

/**
 * Writes what is new in a list into the register, documents and what replaces or amends what, all in one act; lines with
 * faults are left out, as the trial that was `seen` has said. Gives the import's id, how many documents there were, and
 * how many relations. @throws Conflict
 */
export async function importDocuments(
  work: Work,
  { fileName, seen, ...list }: DocumentsToTry & { fileName: string; seen: string },
): Promise<{ importId: string; added: number; related: number }> {
  const { tx, actor, at } = work;
  const { agencyId, personId } = actor;
  // Two who bring the same list at once: the second sees what the first has written.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`documents ${agencyId}`}, 0))`);
  const trial = await tryDocuments(tx, actor, list);
  if (trial.seen !== seen)
    throw new Conflict("Sổ văn bản hoặc bảng đã thay đổi từ lúc xem thử nên chưa nhập.", {
      advice: "Chưa có gì thay đổi. Bản xem thử đã được đọc lại; hãy xem rồi nhập.",
    });
  const lines = trial.lines.flatMap(({ state, line, item }) =>
    state === "new" && item ? [{ line, item, documentId: uuidv7() }] : [],
  );
  const made = new Map(lines.map(({ line, documentId }) => [idOfLine(line), documentId]));
  const relations = trial.lines
    .flatMap((line) => line.relations)
    .map(({ kind, older, newer, fromDay }) => ({
      ...{ kind, fromDay },
      documentId: made.get(older) ?? older,
      byId: made.get(newer) ?? newer,
    }));
  if (lines.length + relations.length === 0)
    throw new Conflict("Không có văn bản, quan hệ nào mới để nhập.", {
      advice: "Sổ đã có mọi dòng nhập được của danh sách này; chưa có gì thay đổi.",
    });
  const importId = uuidv7();
  await tx
    .insert(documentImport)
    .values({ id: importId, agencyId, fileName, importedBy: personId, importedAt: at });
  await insertMany(
    tx,
    officialDocument,
    lines.map(({ documentId, item }) => ({ id: documentId, agencyId, ...item })),
  );
  await insertMany(
    tx,
    documentImportLine,
    lines.map(({ line, documentId, item }) => ({ agencyId, importId, documentId, line, written: item })),
  );
  await writeRelations(work, { importId, fileName, relations });
  if (list.columns) await rememberHeads(work, "documents", documentListWords, trial.columns);
  await work.record({
    act: "import-documents",
    objectKind: "document-import",
    objectId: importId,
    after: { fileName, numbers: lines.map(({ item }) => item.number), relations: relations.length },
  });
  return { importId, added: lines.length, related: relations.length };
}
