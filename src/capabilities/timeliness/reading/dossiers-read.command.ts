import { today } from "#platform/clock/vietnam-time.ts";
import { UnreadableDocument } from "#platform/official-document/read/unreadable-document.ts";
import { readDay } from "#platform/sheets/columns/read-values.ts";
import { listFile } from "#platform/sheets/list-file.ts";
import type { Command } from "#platform/work/plug.ts";
import { type DossierReading, readDossiers } from "./read-dossiers.ts";
import type { Share } from "./tally-dossiers.ts";

const refused = 2;
const MOST_SHOWN = 20;

const share = ({ numerator, denominator }: Share) =>
  denominator === 0 ? "không phát sinh" : `${numerator}/${denominator}`;

function inWords({ totals, rows, units, errors, asOf }: DossierReading): string {
  return [
    `Tính đến ${asOf.split("-").toReversed().join("/")}: đọc ${rows.read} dòng, nhận ${rows.accepted} hồ sơ, ${rows.duplicates} dòng trùng, ${rows.superseded} dòng bị dòng sau thay, ${rows.rejected} dòng không nhận.`,
    `Đã giải quyết ${totals.resolved}: trước hạn ${totals.early}, đúng hạn ${totals.onTime}, quá hạn ${totals.late}.`,
    `Đang giải quyết: trong hạn ${totals.inProgressOnTime}, quá hạn ${totals.inProgressOverdue}; tạm dừng chờ người nộp ${totals.paused}; kết thúc không có kết quả ${totals.closedWithoutResult}.`,
    `Nộp trực tuyến ${share(totals.online)}; thanh toán trực tuyến ${share(totals.ePayment)}; kết quả điện tử ${share(totals.eResult)}.`,
    ...units.map(
      (one) => `  ${one.unit}: ${one.received} hồ sơ, quá hạn ${one.late + one.inProgressOverdue}`,
    ),
    ...errors.slice(0, MOST_SHOWN).map(({ row, message }) => `  Dòng ${row}: ${message}`),
    ...(errors.length > MOST_SHOWN
      ? [`  … và ${errors.length - MOST_SHOWN} lỗi khác; thêm --json để xem hết.`]
      : []),
  ].join("\n");
}

/** `gandan dossiers read FILE [--as-of DATE] [--json]`: counts one sheet, starts nothing, changes nothing. */
export const dossiersReadCommand: Command = {
  name: "dossiers read",
  summary: "Đếm tiến độ từ một bảng hồ sơ: dossiers read TỆP [--as-of NGÀY] [--json]",
  needsDatabase: false,
  flags: { "as-of": "value" },
  run: async ({ args: [path], flags, answer, stderr }) => {
    if (path === undefined) {
      stderr("Thiếu tên tệp; hãy gọi: gandan dossiers read TỆP [--as-of NGÀY] [--json].");
      return refused;
    }
    const said = flags["as-of"] === undefined ? today().toString() : String(flags["as-of"]);
    const asOf = readDay(said);
    if (asOf === null) {
      stderr(`Ngày chốt số liệu “${said}” không phải ngày có thật; hãy ghi như 2026-11-30 hoặc 30/11/2026.`);
      return refused;
    }
    try {
      const reading = await readDossiers(await listFile(path), asOf);
      answer(reading, inWords(reading));
      return 0;
    } catch (error) {
      if (!(error instanceof UnreadableDocument)) throw error;
      stderr(error.message);
      return refused;
    }
  },
};
