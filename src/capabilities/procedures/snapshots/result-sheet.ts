import type { Sheet } from "#platform/official-document/write/write-xlsx.ts";
import { textColumn } from "#platform/sheets/list-sheets.ts";
import { procedureListWords } from "../list-imports/list-words.ts";
import { postingStateLabels } from "../postings/posting.ts";
import type { SnapshotComparison } from "./compare-snapshot.ts";
import { type Standing, standingLabels } from "./standing.ts";

const number = (header: string, width: number) => ({ header, width, kind: "number" as const });

const standings = Object.keys(standingLabels) as Standing[];

/** The result of a comparison: how many of each, a line for each procedure, a line for each field that differs. */
export function resultSheets({ placeName, findings }: SnapshotComparison): Sheet[] {
  return [
    {
      name: "Tổng hợp",
      columns: [textColumn("Kết quả", 28), number("Số thủ tục", 14)],
      rows: standings.map((standing) => [
        standingLabels[standing],
        findings.filter((finding) => finding.standing === standing).length,
      ]),
    },
    {
      name: "Từng thủ tục",
      columns: [
        ...[textColumn("Mã TTHC", 20), textColumn("Tên thủ tục", 60), textColumn("Kết quả", 24)],
        ...[number("Bản trong sổ", 12), number("Bản ở đó", 12), number("Dòng trong danh mục", 14)],
        ...[textColumn("Mục khác", 50), textColumn(`Bảng công khai: ${placeName}`, 24)],
        ...[textColumn("Cập nhật ở đó", 16), textColumn("Ghi chú", 50)],
      ],
      rows: findings.map(
        ({
          code,
          name,
          standing,
          version,
          staleVersion,
          line,
          differences,
          board,
          changedThereOn,
          notes,
        }) => [
          ...[code, name, standingLabels[standing], version, staleVersion, line],
          differences.map(({ field }) => procedureListWords[field].header).join("; "),
          ...[board === null ? null : postingStateLabels[board], changedThereOn, notes.join(" ")],
        ],
      ),
    },
    {
      name: "Từng mục khác",
      columns: [
        ...[textColumn("Mã TTHC", 20), textColumn("Tên thủ tục", 50), textColumn("Mục", 26)],
        ...[textColumn("Trong sổ", 60), textColumn("Ở đó", 60)],
      ],
      rows: findings.flatMap(({ code, name, differences }) =>
        differences.map(({ field, here, there }) => [
          ...[code, name, procedureListWords[field].header],
          ...[here || "(trống)", there || "(trống)"],
        ]),
      ),
    },
  ];
}
