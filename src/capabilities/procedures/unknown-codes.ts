import type { Queryable } from "#platform/database/database.ts";
import { splitCode } from "./procedure-code.ts";
import { namesOfRegister } from "./register-queries.ts";

/** Those of the codes that stand for no procedure of the agency's register, as written; a suffix tells none apart. */
export async function unknownProcedureCodes(
  q: Queryable,
  agencyId: string,
  codes: string[],
): Promise<string[]> {
  const register = await namesOfRegister(q, agencyId);
  const known = new Set(register.map(({ code }) => splitCode(code).code));
  return codes.filter((written) => !known.has(splitCode(written).code));
}
