import type { Queryable } from "#platform/database/database.ts";
import type { TableChoice } from "#platform/sheets/columns/read-table.ts";
import { saidHeads } from "#platform/sheets/said-heads.ts";
import type { ProcedureKey } from "../reading/procedure-columns.ts";
import type { ProcedureList } from "../reading/read-procedure-list.ts";
import { type JudgedList, judgeList } from "./judge-list.ts";
import { readGivenList } from "./read-given-list.ts";
import { type ListRun, unwatchedList } from "./running-lists.ts";

/** What people say of heads is remembered for lists of this sort. */
export const REMEMBERED_AS = "procedures";

export interface ListToTry extends Omit<TableChoice<ProcedureKey>, "heads"> {
  bytes: Uint8Array;
  /** The list is all that holds: what it does not name is repealed. */
  isFull: boolean;
  reason: string;
  today: string;
}

/**
 * What a list would make of the register, row by row, without writing it. Where required columns are still to be
 * matched, no row is judged. @throws Unacceptable for a file that is refused
 */
export async function tryProcedureList(
  q: Queryable,
  agencyId: string,
  { bytes, isFull, reason, today, ...choice }: ListToTry,
  run: ListRun = unwatchedList(),
): Promise<ProcedureList & { judged: JudgedList }> {
  const heads = await saidHeads(q, agencyId, REMEMBERED_AS);
  const list = await readGivenList(bytes, { ...choice, heads }, run);
  const judged =
    list.lacking.length > 0
      ? { rows: [], seen: "" }
      : await judgeList(q, agencyId, list, { isFull, reason, today }, run);
  return { ...list, judged };
}
