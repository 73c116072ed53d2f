import { createHash } from "node:crypto";
import type { Actor } from "#platform/auth/actor.ts";
import { today } from "#platform/clock/vietnam-time.ts";
import type { Queryable } from "#platform/database/database.ts";
import { writeXlsx } from "#platform/official-document/write/write-xlsx.ts";
import { emptyList, faultyList } from "#platform/sheets/list-sheets.ts";
import { type ReadList, readList, type SheetChoice } from "#platform/sheets/read-list.ts";
import { saidHeads } from "#platform/sheets/said-heads.ts";
import { documentPolicy } from "../policy.ts";
import { type DocumentField, documentListWords } from "./document-fields.ts";
import { knownRegister } from "./import-queries.ts";
import { documentList, judgeDocuments } from "./judge-documents.ts";
import { judgeRelations } from "./judge-relations.ts";
import type { JudgedDocument } from "./judged-document.ts";

export interface DocumentsToTry extends SheetChoice<DocumentField> {
  bytes: Uint8Array;
}

export interface DocumentsTrial extends Omit<ReadList<DocumentField>, "lines"> {
  lines: JudgedDocument[];
  /** Who confirms names the trial that was seen. */
  seen: string;
}

/** What a list would do to the register, line by line, without doing it. @throws Unacceptable for a refused file */
export async function tryDocuments(
  q: Queryable,
  actor: Actor,
  { bytes, ...choice }: DocumentsToTry,
): Promise<DocumentsTrial> {
  documentPolicy.permit(actor, "import", { agencyId: actor.agencyId });
  const { lines, ...sheet } = await readList(documentList, bytes, {
    ...choice,
    heads: await saidHeads(q, actor.agencyId, "documents"),
  });
  const register = await knownRegister(q, actor.agencyId);
  const judged = judgeDocuments(lines, register);
  judgeRelations(judged, register, {
    day: today().toString(),
    hindrance: ({ keptBy }) =>
      documentPolicy.hindrance(actor, "correct", { agencyId: actor.agencyId, keptBy }),
  });
  const seen = createHash("sha256")
    .update(JSON.stringify([sheet, judged]))
    .digest("hex");
  return { ...sheet, lines: judged, seen };
}

/** An empty list to fill in, with how each column is written. */
export const documentTemplate = (): Promise<Uint8Array> => writeXlsx(emptyList("Văn bản", documentListWords));

/** Only the lines with faults, as they were written and with what to mend, to be filled in and imported again. */
export async function faultyDocumentLines(
  q: Queryable,
  actor: Actor,
  sheet: DocumentsToTry,
): Promise<Uint8Array> {
  const { lines } = await tryDocuments(q, actor, sheet);
  return writeXlsx([faultyList(documentListWords, lines)]);
}
