import type { Queryable } from "#platform/database/database.ts";
import type { ProcedureList } from "../reading/read-procedure-list.ts";
import { type JudgedList, judgeList } from "./judge-list.ts";
import { readGivenList } from "./read-given-list.ts";

export interface ListToTry {
  bytes: Uint8Array;
  /** The list is all that holds: what it does not name is repealed. */
  isFull: boolean;
  reason: string;
  today: string;
}

/** What a list would make of the register, row by row, without writing it. @throws Unacceptable for a file that is refused */
export async function tryProcedureList(
  q: Queryable,
  agencyId: string,
  { bytes, ...said }: ListToTry,
): Promise<ProcedureList & { judged: JudgedList }> {
  const list = await readGivenList(bytes);
  return { ...list, judged: await judgeList(q, agencyId, list, said) };
}
