import { formatDateTime } from "#platform/clock/vietnam-time.ts";
import type { AuditChange } from "./present-audit.ts";

interface Entry {
  at: Date;
  personName: string;
  actName: string;
  objectName: string;
  changes: AuditChange[];
  reason: string | null;
}

/** Quoted (RFC 4180); what a spreadsheet would take for a formula is made text. */
const cell = (text: string): string => `"${text.replace(/^(?=[=+\-@\t\r])/, "'").replaceAll('"', '""')}"`;

const line = (cells: string[]): string => `${cells.map(cell).join(",")}\r\n`;

/**
 * The audit as a CSV table: one line for each field that an act changed, one for an act that changed none. UTF-8 with
 * a byte order mark, so that Excel reads Vietnamese.
 */
export function auditTable(entries: Entry[]): string {
  const rows = entries.flatMap(({ at, personName, actName, objectName, changes, reason }) => {
    const act = [formatDateTime(at), personName, actName, objectName];
    if (changes.length === 0) return [line([...act, "", "", "", reason ?? ""])];
    return changes.map(({ field, before, after }) =>
      line([...act, field, before ?? "", after ?? "", reason ?? ""]),
    );
  });
  return `\uFEFF${line(["Lúc", "Ai", "Việc", "Đối tượng", "Mục", "Cũ", "Mới", "Lý do"])}${rows.join("")}`;
}
