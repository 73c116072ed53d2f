import { agencyById } from "#organization";
import { formatDate, formatDateTime } from "#platform/clock/vietnam-time.ts";
import type { Queryable } from "#platform/database/database.ts";
import type { OfficialDocumentModel } from "#platform/official-document/write/document.ts";
import { clauseMark } from "../clause-mark.ts";
import {
  changedWords,
  type DifferenceFormat,
  differenceKinds,
  versionInWords,
  wholeWords,
} from "./difference-words.ts";
import { type OpenedVersion, versionOf } from "./version-queries.ts";

const mark = (side: { path: string } | null): string => (side ? clauseMark(side.path) : "");

const counts = ({ changes }: OpenedVersion): string =>
  (["added", "changed", "moved", "removed"] as const)
    .map((kind) => `${changes.filter((row) => row.kind === kind).length} mục ${words[kind]}`)
    .join(", ");
const words = {
  added: "thêm mới",
  changed: "đổi lời văn",
  moved: "chuyển chỗ hoặc đánh số lại",
  removed: "bỏ",
};

/** What each clause was, what it is, and which words changed. */
const rowsOf = ({ changes }: OpenedVersion): string[][] =>
  changes.map(({ kind, before, after }, index) => [
    String(index + 1),
    differenceKinds[kind],
    mark(before),
    mark(after),
    before ? wholeWords(before) : "",
    after ? wholeWords(after) : "",
    kind === "changed" ? changedWords(before!, after!) : "",
  ]);

const head = [
  "STT",
  "Thay đổi",
  "Mục ở bản trước",
  "Mục ở bản này",
  "Nội dung bản trước",
  "Nội dung bản này",
  "Chữ thay đổi",
];

async function documentOf(q: Queryable, opened: OpenedVersion): Promise<OfficialDocumentModel> {
  const { plan, version, decision, reason, madeAt } = opened;
  const agency = (await agencyById(q, plan.agencyId))!;
  const decided = decision
    ? ` theo Quyết định số ${decision.number}${decision.issuedOn ? ` ngày ${formatDate(decision.issuedOn)}` : ""}`
    : "";
  return {
    parentAgency: agency.superiorName,
    agency: agency.name,
    number: null,
    symbol: agency.symbol,
    place: plan.place ?? agency.place,
    date: null,
    year: plan.year,
    type: "BẢNG SO SÁNH",
    abstract: `Nội dung sửa đổi của ${plan.title}`,
    body: [
      {
        kind: "paragraph",
        text: `${versionInWords(opened)}${decided}, so với bản ${version - 1}: ${counts(opened)}.`,
      },
      { kind: "paragraph", text: `Lý do sửa đổi: ${reason}.`.replace(/\.\.$/u, ".") },
      {
        kind: "paragraph",
        text: `Bảng gồm mọi mục thay đổi (${opened.changes.length}); bản này lập lúc ${formatDateTime(madeAt)}.`,
      },
    ],
    signer: { authority: [], name: null },
    recipients: [],
    appendices: [
      {
        title: "Các mục thay đổi",
        landscape: true,
        body: [{ kind: "table", head, widths: [2, 4, 4, 4, 12, 12, 8], rows: rowsOf(opened) }],
      },
    ],
    // The same list is the same bytes.
    madeAt: madeAt.toISOString(),
    ...(agency.isSample ? { sampleMark: "DỮ LIỆU MẪU" } : {}),
  };
}

/** The list of what a version changed, as .docx in the official look or .xlsx. @throws NotFound */
export async function exportDifferences(
  q: Queryable,
  agencyId: string,
  { id, version, format }: { id: string; version: number; format: DifferenceFormat },
): Promise<Uint8Array> {
  const opened = await versionOf(q, agencyId, { id, version });
  if (format === "docx") {
    const { writeDocx } = await import("#platform/official-document/write/write-docx.ts");
    return writeDocx(await documentOf(q, opened));
  }
  const { writeXlsx } = await import("#platform/official-document/write/write-xlsx.ts");
  const text = { kind: "text" as const };
  return writeXlsx(
    [
      {
        name: "Thay đổi",
        columns: head.map((header, at) => ({
          header,
          width: [6, 18, 14, 14, 60, 60, 40][at]!,
          ...(at === 0 ? { kind: "number" as const } : text),
        })),
        rows: rowsOf(opened),
      },
      {
        name: "Thông tin",
        columns: [
          { header: "Mục", width: 24, ...text },
          { header: "Nội dung", width: 80, ...text },
        ],
        rows: [
          ["Kế hoạch", opened.plan.title],
          ["Bản", versionInWords(opened)],
          ["So với", `Bản ${version - 1}`],
          ["Văn bản quyết định", opened.decision?.number ?? ""],
          ["Ngày văn bản", opened.decision?.issuedOn ? formatDate(opened.decision.issuedOn) : ""],
          ["Lý do", opened.reason ?? ""],
          ["Tổng hợp", counts(opened)],
          ["Hiện", "Mọi mục thay đổi"],
          ["Số dòng", String(opened.changes.length)],
          ["Bản này lập lúc", formatDateTime(opened.madeAt)],
        ],
      },
    ],
    opened.madeAt.toISOString(),
  );
}
