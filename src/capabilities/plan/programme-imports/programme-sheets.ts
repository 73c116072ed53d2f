import type { Actor } from "#platform/auth/actor.ts";
import type { Queryable } from "#platform/database/database.ts";
import { writeXlsx } from "#platform/official-document/write/write-xlsx.ts";
import { emptyList, faultyList, textColumn } from "#platform/sheets/list-sheets.ts";
import { planLinks } from "../plan-links.ts";
import { programmeWords } from "./programme-fields.ts";
import { type ProgrammeToTry, tryProgramme } from "./try-programme.ts";

/** An empty programme to fill in, with how each column is written, and what of the plans in force may be named. */
export async function programmeTemplate(q: Queryable, actor: Actor): Promise<Uint8Array> {
  const { plans, clauses, obligations } = await planLinks(q, actor, null);
  const planOf = (planId: string) => plans.find(({ id }) => id === planId)?.title;
  return writeXlsx([
    ...emptyList("Chương trình", programmeWords),
    {
      name: "Danh mục",
      columns: [textColumn("Mục hoặc mã", 16), textColumn("Nội dung", 90), textColumn("Kế hoạch", 50)],
      rows: [
        ...clauses.map(({ path, name, planId }) => [path, name, planOf(planId)]),
        ...obligations
          .filter(({ mayProve }) => mayProve)
          .map(({ code, what, planId }) => [code, what, planOf(planId)]),
      ],
    },
  ]);
}

/** Only the lines with faults, as they were written and with what to mend, to be filled in and imported again. */
export async function faultyProgrammeLines(
  q: Queryable,
  actor: Actor,
  sheet: ProgrammeToTry,
): Promise<Uint8Array> {
  const { lines } = await tryProgramme(q, actor, sheet);
  return writeXlsx([faultyList(programmeWords, lines)]);
}
