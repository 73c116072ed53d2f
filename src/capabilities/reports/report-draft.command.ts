import { access, constants, writeFile } from "node:fs/promises";
import { dirname, extname, resolve } from "node:path";
import { currentAgency } from "#organization";
import { Conflict, NotFound, Unacceptable } from "#platform/auth/policy.ts";
import { formatDate, formatDateTime, today } from "#platform/clock/vietnam-time.ts";
import { PdfUnavailable } from "#platform/official-document/write/write-pdf.ts";
import type { Command } from "#platform/work/plug.ts";
import { reportFormats } from "./contract.ts";
import { draftPeriodReport } from "./draft-period-report.ts";
import { exportReport, type ReportFormat } from "./export-report.ts";
import { portalStandsAt } from "./portal-address.ts";
import { frozenOf } from "./report-queries.ts";

const usage =
  "Cách dùng: gandan report draft --period 2026-11 | 2026-Q4 | 2026-9M | 2026-H2 | 2026 [--calendar] [--refresh] --out TỆP (.docx, .pdf, .xlsx hoặc .json)";

const isFormat = (ending: string): ending is ReportFormat =>
  (reportFormats as readonly string[]).includes(ending);

/** `gandan report draft`: the period report as a file, its format by the file's ending. */
export const reportDraftCommand: Command = {
  name: "report draft",
  summary: "Lập báo cáo của một kỳ: --period 2026-Q4 [--calendar] --out TỆP",
  needsDatabase: true,
  run: async ({ flags, stdout, stderr, database, config }) => {
    portalStandsAt(config);
    const { period, out } = flags;
    if (typeof period !== "string" || typeof out !== "string") {
      stderr(usage);
      return 2;
    }
    const format = extname(out).slice(1).toLowerCase();
    if (!isFormat(format)) {
      stderr(`Không viết được tệp "${out}": tên tệp phải kết thúc bằng .docx, .pdf, .xlsx hoặc .json.`);
      return 2;
    }
    const folder = dirname(resolve(out));
    try {
      await access(folder, constants.W_OK);
    } catch {
      stderr(`Không ghi được vào thư mục "${folder}"; chưa có gì thay đổi. Hãy chọn thư mục khác cho --out.`);
      return 2;
    }
    const agency = await currentAgency(database);
    if (agency === null) {
      stderr("Chưa có cơ quan nào trong cơ sở dữ liệu. Hãy chạy npm start và thiết lập cơ quan trước.");
      return 2;
    }
    try {
      const basis = flags.calendar === true ? "calendar" : "decree";
      const refresh = flags.refresh === true;
      const report = await draftPeriodReport(database, agency.id, { period, basis, refresh });
      const frozen = await frozenOf(database, report);
      await writeFile(out, await exportReport(database, report, format));
      stdout(
        `Đã ghi báo cáo ${report.periodLabel} (từ ${formatDate(report.periodFrom)} đến ${formatDate(report.periodTo)}) vào ${out}. Số liệu chốt lúc ${formatDateTime(frozen!.frozenAt)}.`,
      );
      if (today().toString() <= report.periodTo)
        stderr("Kỳ báo cáo chưa kết thúc; sau ngày chốt hãy chạy lại với --refresh để lấy đủ số liệu.");
      return 0;
    } catch (error) {
      const refused = [Unacceptable, NotFound, Conflict, PdfUnavailable].some(
        (kind) => error instanceof kind,
      );
      if (!refused) throw error;
      stderr((error as Error).message);
      return 2;
    }
  },
};
