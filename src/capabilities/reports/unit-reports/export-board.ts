import { formatDate, formatDateTime } from "#platform/clock/vietnam-time.ts";
import type { Work } from "#platform/work/work.ts";
import { arrearsInWords, type BoardFilter, boardFilterWords, boardShows } from "./board-filter.ts";
import { presentRequest } from "./request-queries.ts";
import { unitReportWords } from "./unit-report.ts";

const basisWord = { decree: "Chốt ngày 14 (Nghị định 09/2019/NĐ-CP)", calendar: "Theo lịch" };

/** The board of a request as .xlsx, with its filter and the moment of its data; that it was taken out is kept. */
export async function exportBoard(
  work: Work,
  { id, show }: { id: string; show: BoardFilter },
): Promise<Uint8Array> {
  const { tx, actor, at } = work;
  const request = await presentRequest(tx, actor, id);
  const rows = request.rows.filter((row) => boardShows(row, show));
  const { writeXlsx } = await import("#platform/official-document/write/write-xlsx.ts");
  const text = (header: string, width: number) => ({ header, width, kind: "text" as const });
  const file = await writeXlsx(
    [
      {
        name: "Đơn vị báo cáo",
        columns: [
          text("Đơn vị", 40),
          text("Trạng thái", 16),
          text("Hạn", 28),
          text("Gửi lúc", 20),
          text("Người gửi", 24),
          { header: "Lần gửi", width: 10, kind: "number" },
          text("Tiếp nhận lúc", 20),
          text("Lý do trả lại", 40),
          text("Đã nhắc", 50),
        ],
        rows: rows.map((row) => [
          row.unitName,
          unitReportWords[row.state],
          arrearsInWords(row),
          row.sentAt && formatDateTime(row.sentAt),
          row.sentByName,
          row.round,
          row.acceptedAt && formatDateTime(row.acceptedAt),
          row.returnReason,
          row.reminders.map((one) => `${formatDateTime(one.at)}: ${one.told.join(", ")}`).join("\n"),
        ]),
      },
      {
        name: "Cách chọn và cách đếm",
        columns: [text("Nội dung", 26), text("Giá trị", 90)],
        rows: [
          ["Kế hoạch", request.planTitle],
          [
            "Kỳ báo cáo",
            `${request.periodLabel} (${formatDate(request.periodFrom)} – ${formatDate(request.periodTo)})`,
          ],
          ["Cách tính kỳ", basisWord[request.basis]],
          ["Hạn gửi", formatDate(request.dueOn)],
          ["Hiện", boardFilterWords[show]],
          ["Số dòng", `${rows.length} trên ${request.rows.length}`],
          ["Cách đếm", "Số ngày quá hạn, gửi muộn tính theo ngày làm việc của cơ quan, từ sau hạn gửi."],
          ["Lấy số liệu lúc", formatDateTime(at)],
        ],
      },
    ],
    at.toISOString(),
  );
  await work.record({
    act: "export-unit-reports",
    objectKind: "unit-report-request",
    objectId: id,
    after: { show },
  });
  return file;
}
