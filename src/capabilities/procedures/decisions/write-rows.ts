import { eq } from "drizzle-orm";
import { Unacceptable } from "#platform/auth/policy.ts";
import { insertMany } from "#platform/database/insert-many.ts";
import { toNfc } from "#platform/text/nfc.ts";
import type { Work } from "#platform/work/work.ts";
import { splitCode } from "../procedure-code.ts";
import { procedureDecisionRow } from "../tables.ts";
import { type DecisionRow, replacedCodes } from "./decision.ts";

/** What names and describes a decision. */
export interface DecisionFields {
  number: string;
  issuedOn: string;
  issuer: string;
  abstract: string;
  url: string | null;
  effectiveOn: string;
  note: string;
  rows: DecisionRow[];
}

/** The document as the register of documents takes it. */
export const documentOf = ({ number, issuedOn, issuer, abstract, url }: DecisionFields) => ({
  ...{ number, issuedOn, url, type: "Quyết định", issuer: issuer || null, abstract: abstract || null },
});

/** Each code once, none without what it needs. @throws Unacceptable */
function cleanRows(rows: DecisionRow[]): DecisionRow[] {
  const seen = new Map<string, number>();
  return rows.map((row, index) => {
    const { code } = splitCode(row.code);
    const twin = seen.get(code);
    if (twin !== undefined)
      throw new Unacceptable(`Mã ${code} có ở dòng ${twin + 1} và dòng ${index + 1}; hãy bỏ một dòng.`, [
        { field: `rows.${index}.code`, message: "Mã này đã có ở dòng trên." },
      ]);
    seen.set(code, index);
    const replaced = row.action === "replaced" ? replacedCodes(row).map((one) => splitCode(one).code) : [];
    if (replaced.includes(code))
      throw new Unacceptable("Thủ tục không thể thay cho chính nó.", [
        { field: `rows.${index}.replacesCode`, message: "Hãy ghi mã của thủ tục bị thay thế." },
      ]);
    const replacesCode = [...new Set(replaced)].join(", ");
    return { ...row, code, replacesCode, name: toNfc(row.name), field: toNfc(row.field) };
  });
}

/** The rows of a decision in place of those that were there. @throws Unacceptable */
export async function writeRows(
  { tx, actor }: Work,
  decisionId: string,
  given: DecisionRow[],
): Promise<void> {
  const rows = cleanRows(given);
  await tx.delete(procedureDecisionRow).where(eq(procedureDecisionRow.decisionId, decisionId));
  await insertMany(
    tx,
    procedureDecisionRow,
    rows.map((row, index) => ({ ...row, decisionId, agencyId: actor.agencyId, place: index + 1 })),
  );
}
