import { and, eq, inArray } from "drizzle-orm";
import { NotFound } from "#platform/auth/policy.ts";
import type { Queryable } from "#platform/database/database.ts";
import type { ProcedureRecord } from "../procedure-record.ts";
import { procedureFormFile, type procedureVersionForm } from "../tables.ts";
import { formsOf, withPapers } from "./papers-forms.ts";

/** The record with what the agency's own register knows of its files, whatever was sent about them. @throws NotFound */
export async function withOwnForms(
  q: Queryable,
  agencyId: string,
  record: ProcedureRecord,
): Promise<ProcedureRecord> {
  const ids = formsOf(record).map(({ id }) => id);
  if (ids.length === 0) return record;
  const known = new Map(
    (
      await q
        .select()
        .from(procedureFormFile)
        .where(and(eq(procedureFormFile.agencyId, agencyId), inArray(procedureFormFile.id, ids)))
    ).map(({ id, fileName, contentType, bytes, sha256 }) => [
      id,
      { id, fileName, contentType, bytes, sha256 },
    ]),
  );
  if (ids.some((id) => !known.has(id)))
    throw new NotFound("Có tệp biểu mẫu không còn trong kho của cơ quan; hãy bỏ tệp ấy rồi chọn lại.");
  return withPapers(record, (paper) =>
    paper.forms ? { ...paper, forms: paper.forms.map(({ id }) => known.get(id)!) } : paper,
  );
}

/** By these rows a version holds the files that it names. */
export const formRows = (
  agencyId: string,
  { procedureId, version, record }: { procedureId: string; version: number; record: ProcedureRecord },
): (typeof procedureVersionForm.$inferInsert)[] =>
  formsOf(record).map(({ id }) => ({ procedureId, version, agencyId, fileId: id }));
