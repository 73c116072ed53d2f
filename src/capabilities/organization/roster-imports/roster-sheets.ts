import { roleLabels } from "#platform/auth/actor.ts";
import type { Queryable } from "#platform/database/database.ts";
import { writeXlsx } from "#platform/official-document/write/write-xlsx.ts";
import { emptyList, faultyList, textColumn } from "#platform/sheets/list-sheets.ts";
import { unitKindLabels } from "../agency.ts";
import { unitsOfAgency } from "../organization-queries.ts";
import { rosterWords } from "./roster-fields.ts";
import { type RosterToTry, tryRoster } from "./try-roster.ts";

/** An empty list to fill in, with how each column is written, and roles, kinds and the agency's units to copy. */
export async function rosterTemplate(q: Queryable, agencyId: string): Promise<Uint8Array> {
  const units = await unitsOfAgency(q, agencyId);
  const [roles, kinds] = [Object.values(roleLabels), Object.values(unitKindLabels)];
  return writeXlsx([
    ...emptyList("Đơn vị và người dùng", rosterWords),
    {
      name: "Danh mục",
      columns: [
        textColumn("Các vai trò", 28),
        textColumn("Các loại", 22),
        textColumn("Đơn vị đã có", 44),
        textColumn("Viết tắt", 20),
      ],
      rows: Array.from({ length: Math.max(roles.length, units.length) }, (_, at) => [
        roles[at],
        kinds[at],
        units[at]?.name,
        units[at]?.shortName,
      ]),
    },
  ]);
}

/** Only the lines with faults, as they were written and with what to mend, to be filled in and imported again. */
export async function faultyRosterLines(
  q: Queryable,
  agencyId: string,
  sheet: RosterToTry,
): Promise<Uint8Array> {
  const { lines } = await tryRoster(q, agencyId, sheet);
  return writeXlsx([faultyList(rosterWords, lines)]);
}
