import type { Queryable } from "#platform/database/database.ts";
import { splitCode } from "./procedure-code.ts";
import { proceduresOfAgency } from "./procedure-queries.ts";

/** Those of the codes that stand for no procedure of the agency's register, as written; a suffix tells none apart. */
export async function unknownProcedureCodes(
  q: Queryable,
  agencyId: string,
  codes: string[],
): Promise<string[]> {
  const known = new Set(
    (await proceduresOfAgency(q, agencyId)).map(({ procedure }) => splitCode(procedure.code).code),
  );
  return codes.filter((written) => !known.has(splitCode(written).code));
}
