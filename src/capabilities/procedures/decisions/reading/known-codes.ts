import type { Queryable } from "#platform/database/database.ts";
import { plain } from "#platform/text/unit-named.ts";
import { namesOfRegister } from "../../register-queries.ts";
import type { ReadDecision } from "./read-decision.ts";

/** A row without a code takes that of the one procedure in the register which is called the same; a person is told. */
export async function withKnownCodes(
  q: Queryable,
  agencyId: string,
  read: ReadDecision,
): Promise<ReadDecision> {
  if (read.rows.every(({ code }) => code !== "")) return read;
  const byName = Map.groupBy(await namesOfRegister(q, agencyId), ({ name }) => plain(name));
  const taken = new Set(read.rows.map(({ code }) => code));
  const warnings = [...read.warnings];
  const rows = read.rows.map((row) => {
    const [known, ...others] = row.code === "" ? (byName.get(plain(row.name)) ?? []) : [];
    if (!known || others.length > 0 || taken.has(known.code)) return row;
    const { code } = known;
    taken.add(code);
    warnings.push(
      `“${row.name}” không có mã trong quyết định; lấy mã ${code} của thủ tục cùng tên trong sổ.`,
    );
    return { ...row, code };
  });
  return { ...read, rows, warnings };
}
