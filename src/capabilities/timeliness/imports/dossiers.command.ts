import { basename } from "node:path";
import { currentAgency, peopleWithRole } from "#organization";
import type { Actor } from "#platform/auth/actor.ts";
import { Conflict, NotFound, Unacceptable } from "#platform/auth/policy.ts";
import { InvalidPeriod, parsePeriod, periodContaining } from "#platform/clock/reporting-period.ts";
import { formatDate, today } from "#platform/clock/vietnam-time.ts";
import { UnreadableDocument } from "#platform/official-document/read/unreadable-document.ts";
import { listFile } from "#platform/sheets/list-file.ts";
import type { Command, CommandCall, CommandWords } from "#platform/work/plug.ts";
import { work } from "#platform/work/work.ts";
import { importCounts } from "../counts/import-counts.ts";
import { lookAtCounts } from "../counts/look-at-counts.ts";
import { dossierFigures } from "../figures/dossier-figures.ts";
import { type Division, divisions } from "../figures/measure-words.ts";
import type { PeriodFigures } from "../figures/period-figures.ts";
import type { Share } from "../reading/tally-dossiers.ts";
import { dossierImports } from "./dossier-imports.ts";
import { importDossiers } from "./import-dossiers.ts";
import { undoDossierImport } from "./undo-dossier-import.ts";

const refused = 2;

/** Thrown to leave a transaction whose work was only tried. */
class OnlyTried extends Error {}

/** The agency's Office, or its first editor, in whose name a command acts. */
async function actorOf({ database }: CommandCall): Promise<Actor | null> {
  const agency = await currentAgency(database);
  if (!agency) return null;
  for (const role of ["office", "editor"] as const) {
    const [person] = await peopleWithRole(database, agency.id, role);
    if (person)
      return {
        personId: person.id,
        name: person.name,
        agencyId: agency.id,
        appointments: [{ role, unitId: null }],
      };
  }
  return null;
}

const nobody = "Chưa có cơ quan, văn phòng hoặc biên tập viên nào; hãy thiết lập lần đầu rồi phân công.";

const isRefusal = (error: unknown): error is Error =>
  error instanceof Unacceptable ||
  error instanceof Conflict ||
  error instanceof NotFound ||
  error instanceof UnreadableDocument ||
  error instanceof InvalidPeriod;

const periodOf = (flags: CommandWords["flags"]) =>
  flags.period === undefined
    ? periodContaining(today(), "month", "decree")
    : parsePeriod(String(flags.period), "decree");

function refusePeriod({ flags }: CommandWords): string | null {
  try {
    periodOf(flags);
    return null;
  } catch (error) {
    if (!(error instanceof InvalidPeriod)) throw error;
    return error.message;
  }
}

/** What has not begun has no figures: not a dossier of it, and none of another is “overdue” in it. */
function refuseFuture({ flags }: CommandWords): string | null {
  const { from, label } = periodOf(flags);
  return from > today().toString()
    ? `${label} bắt đầu ngày ${formatDate(Temporal.PlainDate.from(from))} nên chưa có số liệu; hãy chọn kỳ khác.`
    : null;
}

function refuseKind({ flags: { kind, mode } }: CommandWords): string | null {
  if (kind !== undefined && kind !== "ho_so" && kind !== "ho_so_thang")
    return `Không có loại bảng “${kind}”; hãy chọn ho_so (từng hồ sơ) hoặc ho_so_thang (số tổng hợp).`;
  if (mode !== undefined && mode !== "upsert" && mode !== "snapshot")
    return `Không có cách nhập “${mode}”; hãy chọn upsert (thêm và thay) hoặc snapshot (bảng là toàn bộ hồ sơ).`;
  return kind === "ho_so_thang" && mode === "snapshot"
    ? "Bảng số tổng hợp không nhập theo cách toàn bộ; hãy bỏ --mode snapshot."
    : null;
}

/** Takes a sheet in; with --dry-run tells what would become of it and leaves everything as it was. */
export const dossiersImportCommand: Command = {
  name: "dossiers import",
  summary:
    "Nhập một bảng hồ sơ cho một kỳ: dossiers import TỆP [--period KỲ] [--kind ho_so|ho_so_thang] [--mode upsert|snapshot] [--dry-run] [--json]",
  needsDatabase: true,
  flags: { period: "value", kind: "value", mode: "value", "dry-run": "switch" },
  refuse: (call) =>
    call.args[0] === undefined
      ? "Hãy nêu tệp: gandan dossiers import TỆP [--period KỲ]"
      : (refuseKind(call) ?? refusePeriod(call)),
  run: async (call) => {
    const { database, args, flags, answer, stderr } = call;
    const [path = ""] = args;
    const actor = await actorOf(call);
    if (!actor) {
      stderr(nobody);
      return refused;
    }
    const period = periodOf(flags);
    const dry = flags["dry-run"] === true;
    const ofCounts = flags.kind === "ho_so_thang";
    const mode = flags.mode === "snapshot" ? "snapshot" : "upsert";
    try {
      const bytes = await listFile(path);
      let result: Awaited<ReturnType<typeof importDossiers>> | null = null;
      await work(database, actor, async (current) => {
        const sheet = { bytes, fileName: basename(path), period: period.code };
        result = ofCounts
          ? await importCounts(current, sheet)
          : await importDossiers(current, { ...sheet, mode });
        if (dry) throw new OnlyTried();
      }).catch((error: unknown) => {
        if (!(error instanceof OnlyTried)) throw error;
      });
      const { already, read, rejected, added, changed, unchanged, absent, importId } = result!;
      const counts = `đọc ${read} dòng, không nhận ${rejected}; ${added} ${ofCounts ? "dòng số liệu" : "hồ sơ"} mới, ${changed} thay đổi, ${unchanged} như cũ${mode === "snapshot" ? `, ${absent} không còn trong bảng toàn bộ nên đóng, không có kết quả` : ""}.`;
      const remarks = ofCounts
        ? await lookAtCounts(
            database,
            actor.agencyId,
            { bytes, fileName: "", period: period.code },
            new Date(),
          )
        : null;
      for (const { row, message } of remarks
        ? [...remarks.reading.errors, ...remarks.warnings].toSorted((a, b) => a.row - b.row)
        : [])
        stderr(`Dòng ${row}: ${message}`);
      answer(
        { ...result!, period: period.code, dryRun: dry },
        already
          ? `Tệp này đã được nhập cho ${period.label} rồi (lần nhập ${importId}); không có gì thay đổi.`
          : dry
            ? `Xem thử cho ${period.label}, chưa ghi gì: ${counts}`
            : `Đã nhập cho ${period.label}: ${counts} Muốn lấy lại: gandan dossiers take-back ${importId}`,
      );
      return 0;
    } catch (error) {
      if (!isRefusal(error)) throw error;
      stderr(error.message);
      return refused;
    }
  },
};

/** Takes an import back as a whole; without an id tells which there are. */
export const dossiersTakeBackCommand: Command = {
  name: "dossiers take-back",
  summary: "Xem các lần nhập bảng hồ sơ, lấy lại một lần: dossiers take-back [MÃ] [--json]",
  needsDatabase: true,
  refuse: ({ args: [id] }) =>
    id === undefined || /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u.test(id)
      ? null
      : `“${id}” không phải mã của lần nhập; chạy gandan dossiers take-back để xem các mã.`,
  run: async (call) => {
    const { database, args, answer, stderr } = call;
    const actor = await actorOf(call);
    if (!actor) {
      stderr(nobody);
      return refused;
    }
    const [id] = args;
    if (id === undefined) {
      const imports = await dossierImports(database, actor.agencyId);
      const lines = imports.map(
        (one) =>
          `${one.id} ${one.period} ${one.fileName}: ${one.added} mới, ${one.changed} thay đổi${one.undoneAt ? " (đã lấy lại)" : ""}`,
      );
      answer(imports, lines.join("\n") || "Chưa nhập bảng hồ sơ nào.");
      return 0;
    }
    try {
      const taken = await work(database, actor, (current) => undoDossierImport(current, { id }));
      answer(taken, `Đã lấy lại lần nhập tệp “${taken.fileName}”: ${taken.dossiers} hồ sơ trở về như trước.`);
      return 0;
    } catch (error) {
      if (!isRefusal(error)) throw error;
      stderr(error.message);
      return refused;
    }
  },
};

const share = ({ numerator, denominator }: Share): string =>
  denominator === 0
    ? "không phát sinh"
    : `${numerator}/${denominator} (${((numerator / denominator) * 100).toFixed(1).replace(".", ",")} %)`;

const line = (label: string, one: PeriodFigures): string =>
  `${label}: ${one.received} hồ sơ (kỳ trước chuyển sang ${one.carriedOver}, mới ${one.filed}); giải quyết ${one.resolved}: trước hạn ${one.early}, đúng hạn ${one.onTime}, quá hạn ${one.late}; đang giải quyết trong hạn ${one.inProgressOnTime}, quá hạn ${one.inProgressOverdue}; tạm dừng ${one.paused}; kết thúc không có kết quả ${one.closedWithoutResult}; đúng hạn ${share(one.onTimeShare)}; trực tuyến ${share(one.online)}; thanh toán trực tuyến ${share(one.ePayment)}; kết quả điện tử ${share(one.eResult)}; số hóa ${share(one.digitised)}; luân chuyển điện tử ${share(one.circulated)}`;

/** The figures of a period by unit, procedure, field or channel. */
export const dossiersFiguresCommand: Command = {
  name: "dossiers figures",
  summary:
    "Số liệu tiến độ hồ sơ của một kỳ: dossiers figures [--period KỲ] [--by unit|procedure|field|channel] [--json]",
  needsDatabase: true,
  args: 0,
  flags: { period: "value", by: "value" },
  refuse: (call) =>
    call.flags.by !== undefined && !(String(call.flags.by) in divisions)
      ? `Không chia được theo “${call.flags.by}”; hãy chọn một trong: ${Object.keys(divisions).join(", ")}.`
      : (refusePeriod(call) ?? refuseFuture(call)),
  run: async (call) => {
    const { database, flags, answer, stderr } = call;
    const agency = await currentAgency(database);
    if (!agency) {
      stderr(nobody);
      return refused;
    }
    const period = periodOf(flags);
    const by = String(flags.by ?? "unit") as Division;
    const figures = await dossierFigures(database, {
      agencyId: agency.id,
      period,
      today: today().toString(),
      by,
    });
    answer(
      { period: period.code, from: period.from, to: period.to, by, ...figures },
      [
        `${period.label}, từ ${formatDate(Temporal.PlainDate.from(period.from))} đến ${formatDate(Temporal.PlainDate.from(figures.until))}`,
        line("Cả cơ quan", figures.totals),
        ...figures.rows.map(({ label, ...one }) => line(`  ${label}`, one)),
      ].join("\n"),
    );
    return 0;
  },
};
