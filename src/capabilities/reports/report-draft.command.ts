import { rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, extname } from "node:path";
import { currentAgency } from "#organization";
import { Conflict, NotFound, Unacceptable } from "#platform/auth/policy.ts";
import { formatDate, formatDateTime, today } from "#platform/clock/vietnam-time.ts";
import { portalStandsAt } from "#platform/http/portal-address.ts";
import { PdfUnavailable } from "#platform/official-document/write/write-pdf.ts";
import type { Command } from "#platform/work/plug.ts";
import { reportFormats } from "./contract.ts";
import { draftPeriodReport } from "./draft-period-report.ts";
import { exportReport, type ReportFormat } from "./export-report.ts";
import { frozenOf } from "./report-queries.ts";

const usage =
  "Cách dùng: gandan report draft --period 2026-11 | 2026-Q4 | 2026-9M | 2026-H2 | 2026 [--calendar] [--refresh] --out TỆP (.docx, .pdf, .xlsx hoặc .json)";

const isFormat = (ending: string): ending is ReportFormat =>
  (reportFormats as readonly string[]).includes(ending);

const formatOf = (file: string): string => extname(file).slice(1).toLowerCase();

const notWritable = (out: string): string =>
  `Không ghi được tệp "${out}"; chưa có gì thay đổi. Hãy chọn nơi khác cho --out.`;

/** `gandan report draft`: the period report as a file, its format by the file's ending. */
export const reportDraftCommand: Command = {
  name: "report draft",
  summary: "Lập báo cáo của một kỳ: --period 2026-Q4 [--calendar] --out TỆP",
  needsDatabase: true,
  args: 0,
  flags: { period: "value", out: "value", calendar: "switch", refresh: "switch" },
  refuse: async ({ flags: { period, out } }) => {
    if (typeof period !== "string" || typeof out !== "string") return usage;
    if (!isFormat(formatOf(out)))
      return `Không viết được tệp "${out}": tên tệp phải kết thúc bằng .docx, .pdf, .xlsx hoặc .json.`;
    const [folder, there] = await Promise.all(
      [dirname(out), out].map((path) => stat(path).catch(() => null)),
    );
    return folder?.isDirectory() && (!there || there.isFile()) ? null : notWritable(out);
  },
  run: async ({ flags, answer, stderr, database, config }) => {
    portalStandsAt(config);
    const { period, out } = flags as { period: string; out: string };
    const format = formatOf(out) as ReportFormat;
    const agency = await currentAgency(database);
    if (agency === null) {
      stderr("Chưa có cơ quan nào trong cơ sở dữ liệu. Hãy chạy npm start và thiết lập cơ quan trước.");
      return 2;
    }
    // The place is tried before anything is drafted, and the file appears whole or not at all.
    const half = `${out}.${process.pid}.tmp`;
    try {
      await writeFile(half, "", { flag: "wx" });
    } catch {
      stderr(notWritable(out));
      return 2;
    }
    try {
      const basis = flags.calendar === true ? "calendar" : "decree";
      const refresh = flags.refresh === true;
      const report = await draftPeriodReport(database, agency.id, { period, basis, refresh });
      const frozen = await frozenOf(database, report);
      await writeFile(half, await exportReport(database, report, format));
      await rename(half, out);
      const { periodLabel, periodFrom, periodTo } = report;
      answer(
        { file: out, period, periodFrom, periodTo, frozenAt: frozen!.frozenAt },
        `Đã ghi báo cáo ${periodLabel} (từ ${formatDate(periodFrom)} đến ${formatDate(periodTo)}) vào ${out}. Số liệu chốt lúc ${formatDateTime(frozen!.frozenAt)}.`,
      );
      if (today().toString() <= periodTo)
        stderr("Kỳ báo cáo chưa kết thúc; sau ngày chốt hãy chạy lại với --refresh để lấy đủ số liệu.");
      return 0;
    } catch (error) {
      const refused = [Unacceptable, NotFound, Conflict, PdfUnavailable].some(
        (kind) => error instanceof kind,
      );
      if (!refused) throw error;
      stderr((error as Error).message);
      return 2;
    } finally {
      await rm(half, { force: true });
    }
  },
};
