import type { z } from "zod";
import { formatDateTime } from "#platform/clock/vietnam-time.ts";
import { actName, objectWords } from "#platform/work/audit-words.ts";
import type { Work } from "#platform/work/work.ts";
import { wholeAudit } from "./audit-queries.ts";
import type { auditFilter } from "./contract.ts";
import type { AuditChange } from "./present-audit.ts";

interface Entry {
  at: Date;
  personName: string;
  actName: string;
  objectName: string;
  changes: AuditChange[];
  reason: string | null;
  seal: { position: number; hash: string; at: Date } | null;
}

/** Quoted (RFC 4180); what a spreadsheet would take for a formula is made text. */
const cell = (text: string): string => `"${text.replace(/^(?=[=+\-@\t\r])/, "'").replaceAll('"', '""')}"`;

const line = (cells: string[]): string => `${cells.map(cell).join(",")}\r\n`;

const headings = [
  "Lúc",
  "Ai",
  "Việc",
  "Đối tượng",
  "Mục",
  "Cũ",
  "Mới",
  "Lý do",
  "Số niêm phong",
  "Mã niêm phong",
  "Niêm phong lúc",
];

/**
 * The audit as a CSV table: one line for each field that an act changed, one for an act that changed none. UTF-8 with
 * a byte order mark, so that Excel reads Vietnamese.
 */
function auditTable(entries: Entry[]): string {
  const rows = entries.flatMap(({ at, personName, actName, objectName, changes, reason, seal }) => {
    const act = [formatDateTime(at), personName, actName, objectName];
    const end = [
      reason ?? "",
      ...(seal ? [String(seal.position), seal.hash, formatDateTime(seal.at)] : ["Chờ niêm phong", "", ""]),
    ];
    if (changes.length === 0) return [line([...act, "", "", "", ...end])];
    return changes.map(({ field, before, after }) =>
      line([...act, field, before ?? "", after ?? "", ...end]),
    );
  });
  return `\uFEFF${line(headings)}${rows.join("")}`;
}

/**
 * Hands the audit over as a table, and writes that down: how many entries, narrowed by what.
 * @throws Unacceptable when there are too many for one table
 */
export async function exportAudit(
  { tx, actor, record }: Work,
  filter: z.output<typeof auditFilter>,
): Promise<string> {
  const entries = await wholeAudit(tx, actor.agencyId, filter);
  // What none of the agency's entries knows is not repeated: it may be the id of somebody of another agency.
  const known = entries.length > 0;
  await record({
    act: "export-audit",
    objectKind: "audit",
    objectId: actor.agencyId,
    after: {
      entries: entries.length,
      personId: known ? filter.personId : undefined,
      actAsked: filter.act && actName(filter.act),
      kindAsked: filter.objectKind && objectWords(filter.objectKind).name,
      objectAsked: known ? filter.objectId : undefined,
      from: filter.from,
      to: filter.to,
    },
  });
  return auditTable(entries);
}
