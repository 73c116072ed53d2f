import { formatDate, formatDateTime } from "#platform/clock/vietnam-time.ts";
import type { Queryable } from "#platform/database/database.ts";
import type { Sheet } from "#platform/official-document/write/write-xlsx.ts";
import type { Work } from "#platform/work/work.ts";
import { coverage } from "./coverage.ts";
import type { CoverageQuestion } from "./coverage-question.ts";
import { namedGapReasons } from "./gaps/gap-reasons.ts";
import { planOf } from "./plan-queries.ts";

export interface CoverageExport extends CoverageQuestion {
  /** Every row, or only those that lack a proof in a period. */
  show: "all" | "lacking";
}

const rowWord = { clause: "Mục", unit: "Đơn vị" };
const periodWord = { quarter: "Quý", month: "Tháng" };
const basisWord = { decree: "Chốt ngày 14 (Nghị định 09/2019/NĐ-CP)", calendar: "Theo lịch" };

/** The board as sheets: its figures, and beside them how they were chosen and counted. */
async function coverageSheets(
  q: Queryable,
  agencyId: string,
  { show, ...question }: CoverageExport,
  now: Date,
): Promise<Sheet[]> {
  const plan = await planOf(q, agencyId, question.id);
  const board = await coverage(q, agencyId, question, now);
  const reasons = await namedGapReasons(q, agencyId, question.id);
  const rows =
    show === "lacking"
      ? board.rows.filter(({ cells }) => cells.some(({ lacking }) => lacking > 0))
      : board.rows;
  const number = (header: string) => ({ header, width: 12, kind: "number" as const });
  return [
    {
      name: "Bảng bao phủ",
      columns: [
        { header: rowWord[question.by], width: 16, kind: "text" },
        { header: "Tên", width: 60, kind: "text" },
        number("Nghĩa vụ"),
        number("Nhiệm vụ"),
        number("Nhiệm vụ quá hạn"),
        ...board.periods.flatMap(({ label }) => [
          number(`${label}: tin, bài`),
          number(`${label}: minh chứng khác`),
          number(`${label}: số ${rowWord[question.by].toLowerCase()} chưa có`),
          number(`${label}: số ${rowWord[question.by].toLowerCase()} chưa có, có lý do`),
        ]),
      ],
      rows: rows.map(({ path, name, obligations, tasks, overdue, cells }) => [
        path,
        name,
        obligations,
        tasks,
        overdue,
        ...cells.flatMap(({ products, evidence, lacking, explained }) => [
          products,
          evidence - products,
          lacking,
          explained,
        ]),
      ]),
    },
    {
      name: "Lý do chưa có",
      columns: [
        { header: rowWord[question.by], width: 16, kind: "text" },
        { header: "Tên", width: 60, kind: "text" },
        { header: "Kỳ", width: 26, kind: "text" },
        { header: "Lý do", width: 60, kind: "text" },
        { header: "Người ghi", width: 26, kind: "text" },
        { header: "Lúc", width: 18, kind: "text" },
      ],
      rows: reasons.flatMap(({ rowId, firstDay, lastDay, reason, ...said }) => {
        const row = rows.find((candidate) => candidate.rowId === rowId);
        if (!row || said.withdrawnAt !== null) return [];
        const by = said.changedByName ?? said.givenByName;
        const days = `${formatDate(firstDay)} – ${formatDate(lastDay)}`;
        return [[row.path, row.name, days, reason, by, formatDateTime(said.changedAt ?? said.givenAt)]];
      }),
    },
    {
      name: "Cách chọn và cách đếm",
      columns: [
        { header: "Nội dung", width: 26, kind: "text" },
        { header: "Giá trị", width: 90, kind: "text" },
      ],
      rows: [
        ["Kế hoạch", plan.title],
        ["Dòng", rowWord[question.by]],
        ["Kỳ", periodWord[question.kind]],
        ["Cách tính kỳ", basisWord[question.basis]],
        ...board.periods.map(({ label, from, to }) => [label, `${formatDate(from)} – ${formatDate(to)}`]),
        ["Hiện", show === "lacking" ? "Chỉ dòng có kỳ chưa có minh chứng" : "Mọi dòng"],
        ["Số dòng", `${rows.length} trên ${board.rows.length}`],
        [
          "Cách đếm",
          "Dòng lớn gộp cả các dòng bên trong, mỗi minh chứng một lần. “Chưa có” chỉ đếm kỳ đã bắt đầu và việc không ghi lý do không thực hiện; “chưa có, có lý do” là nơi đã có người ghi vì sao, chép ở tờ “Lý do chưa có”.",
        ],
        ["Lấy số liệu lúc", formatDateTime(now)],
      ],
    },
  ];
}

/** The board as .xlsx, for reading; that it was taken out stays in the audit. */
export async function exportCoverage(work: Work, wanted: CoverageExport): Promise<Uint8Array> {
  const { tx, actor, at } = work;
  const sheets = await coverageSheets(tx, actor.agencyId, wanted, at);
  const { writeXlsx } = await import("#platform/official-document/write/write-xlsx.ts");
  const file = await writeXlsx(sheets, at.toISOString());
  const { id, ...filters } = wanted;
  await work.record({ act: "export-coverage", objectKind: "plan", objectId: id, after: filters });
  return file;
}
