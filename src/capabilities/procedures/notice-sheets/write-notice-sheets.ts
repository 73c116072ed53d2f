import { agencyById } from "#organization";
import { NotFound } from "#platform/auth/policy.ts";
import type { Queryable } from "#platform/database/database.ts";
import { currentOf } from "../procedure-queries.ts";
import { type SheetLook, setSheets } from "./set-sheets.ts";

export interface SheetsAsked extends Omit<SheetLook, "cover"> {
  ids: string[];
}

/** Notice sheets of the versions that hold now, as one PDF, tagged for screen readers. @throws NotFound */
export async function writeNoticeSheets(
  q: Queryable,
  agencyId: string,
  { ids, ...look }: SheetsAsked,
): Promise<Uint8Array> {
  const wanted = [...new Set(ids)];
  const found = new Map((await currentOf(q, agencyId, wanted)).map((one) => [one.procedure.id, one]));
  const agency = await agencyById(q, agencyId);
  if (!agency || found.size < wanted.length) throw new NotFound("Có thủ tục không còn trong sổ của cơ quan.");
  return setSheets(
    q,
    agency,
    wanted.map((id) => found.get(id)!),
    look,
  );
}
