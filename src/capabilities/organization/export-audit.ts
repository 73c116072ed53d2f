import type { z } from "zod";
import { formatDate, formatDateTime } from "#platform/clock/vietnam-time.ts";
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
 * a byte order mark, so that Excel reads Vietnamese. After an empty line it says how it was chosen.
 */
function auditTable(entries: Entry[], chosen: [string, string][]): string {
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
  const how = [["Cách chọn", "Giá trị"], ...chosen].map(line);
  return `\uFEFF${line(headings)}${rows.join("")}\r\n${how.join("")}`;
}

type Filter = z.output<typeof auditFilter>;

/** By what the table was narrowed, and of when it is: it must tell so when it stands alone. */
function chosenBy(filter: Filter, entries: Entry[], at: Date): [string, string][] {
  const [first] = entries;
  const asked: [string, string | false | null | undefined][] = [
    ["Ai", filter.personId && (first?.personName ?? "Không có trong nhật ký")],
    ["Việc", filter.act && actName(filter.act)],
    ["Loại đối tượng", filter.objectKind && objectWords(filter.objectKind).name],
    ["Đối tượng", filter.objectId && (first?.objectName ?? "Không có trong nhật ký")],
    ["Từ ngày", filter.from && formatDate(filter.from)],
    ["Đến hết ngày", filter.to && formatDate(filter.to)],
  ];
  const told = asked.flatMap(([name, value]): [string, string][] => (value ? [[name, value]] : []));
  return [
    ...(told.length > 0 ? told : [["Phạm vi", "Toàn bộ nhật ký của cơ quan"] as [string, string]]),
    ["Số việc", String(entries.length)],
    ["Lấy số liệu lúc", formatDateTime(at)],
  ];
}

/**
 * Hands the audit over as a table, and writes that down: how many entries, narrowed by what.
 * @throws Unacceptable when there are too many for one table
 */
export async function exportAudit({ tx, actor, at, record }: Work, filter: Filter): Promise<string> {
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
  return auditTable(entries, chosenBy(filter, entries, at));
}
