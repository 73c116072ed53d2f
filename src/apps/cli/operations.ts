import { readdir } from "node:fs/promises";
import { formatDayAndTime } from "#platform/clock/vietnam-time.ts";
import { backup, backupPath } from "#platform/database/backup.ts";
import { exportData } from "#platform/database/export.ts";
import { pendingMigrations } from "#platform/database/migrate.ts";
import { openBackup, UnusableBackup } from "#platform/database/open-backup.ts";
import { restore } from "#platform/database/restore.ts";
import { filesFolder, keepFilesIn } from "#platform/files/files.ts";
import type { Command } from "#platform/work/plug.ts";
import { recordAtConsole } from "#platform/work/record-everywhere.ts";
import { auditPurge } from "./audit-purge.ts";
import { doctor } from "./doctor.ts";
import { holdsAnAgency, servingRoleOf } from "./installation.ts";
import { isSampleMissing, loadSample } from "./load-sample.ts";

const backupCommand: Command = {
  name: "backup",
  summary: "Sao lưu toàn bộ: gandan backup [TỆP.zip]; không nêu tệp thì vào thư mục backups",
  needsDatabase: true,
  upgrades: false,
  run: async ({ args, config, ownerUrl, answer }) => {
    const file = args[0] ?? backupPath(config.dataDirectory, "gandan");
    const { tables, files } = await backup(ownerUrl, filesFolder(config.dataDirectory), file);
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    await recordAtConsole(ownerUrl, { act: "back-up", after: { rows, files: files.length } });
    answer(
      { file, rows, files: files.length },
      `Đã sao lưu ${rows} bản ghi và ${files.length} tệp vào ${file}`,
    );
    return 0;
  },
};

const restoreCommand: Command = {
  name: "restore",
  summary: "Khôi phục từ bản sao lưu: gandan restore TỆP.zip [--replace]",
  needsDatabase: true,
  begins: true,
  flags: { replace: "switch" },
  refuse: async ({ args: [file] }) => {
    if (file === undefined) return "Hãy nêu tệp sao lưu: gandan restore TỆP.zip";
    try {
      await openBackup(file);
      return null;
    } catch (error) {
      if (error instanceof UnusableBackup) return error.message;
      throw error;
    }
  },
  run: async ({ args: [file = ""], flags, config, ownerUrl, answer }) => {
    const files = filesFolder(config.dataDirectory);
    const replace = flags.replace === true;
    const kept =
      replace && (await holdsAnAgency(ownerUrl)) ? backupPath(config.dataDirectory, "before-restore") : null;
    if (kept) await backup(ownerUrl, files, kept);
    const { madeAt, upgraded } = await restore(ownerUrl, files, await openBackup(file, { check: false }), {
      replace,
      servingRole: servingRoleOf(config),
    });
    await recordAtConsole(ownerUrl, { act: "restore-backup", after: { madeAt } });
    answer(
      { file, madeAt, upgraded, kept },
      [
        `Đã khôi phục bản sao lưu lúc ${formatDayAndTime(madeAt)}.`,
        upgraded.length > 0 ? ` Đã nâng cấp ${upgraded.length} bước.` : "",
        kept ? ` Dữ liệu trước đó được giữ ở ${kept}.` : "",
      ].join(""),
    );
    return 0;
  },
};

const exportCommand: Command = {
  name: "export",
  summary: "Xuất mọi dữ liệu thành tệp mở: gandan export THƯ-MỤC",
  needsDatabase: true,
  upgrades: false,
  refuse: async ({ args: [directory] }) => {
    if (directory === undefined) return "Hãy nêu thư mục: gandan export THƯ-MỤC";
    const present = await readdir(directory).catch((error: NodeJS.ErrnoException) =>
      error.code === "ENOENT" ? [] : null,
    );
    if (present === null) return `Không mở được “${directory}” như một thư mục.`;
    return present.length > 0 ? `Thư mục ${directory} đã có tệp; hãy chọn thư mục trống.` : null;
  },
  run: async ({ args: [directory = ""], config, ownerUrl, answer }) => {
    const rows = await exportData(ownerUrl, filesFolder(config.dataDirectory), directory);
    await recordAtConsole(ownerUrl, { act: "export-data", after: { rows } });
    answer({ directory, rows }, `Đã xuất ${rows} bản ghi vào ${directory}`);
    return 0;
  },
};

const sampleLoad: Command = {
  name: "sample load",
  summary: "Nạp đơn vị mẫu vào hệ thống còn trống",
  needsDatabase: true,
  begins: true,
  args: 0,
  run: async ({ database, config, answer, stderr }) => {
    if (!(await isSampleMissing(database))) {
      stderr("Hệ thống đã có cơ quan nên không nạp mẫu; mẫu chỉ nạp vào hệ thống còn trống.");
      return 2;
    }
    keepFilesIn(config.dataDirectory);
    await loadSample(database);
    answer({ loaded: true }, "Đã nạp đơn vị mẫu.");
    return 0;
  },
};

const migrate: Command = {
  name: "migrate",
  summary: "Nâng cấp cơ sở dữ liệu rồi dừng",
  // Opening the installation brings the database up to date, unless a running server holds it.
  needsDatabase: true,
  begins: true,
  args: 0,
  run: async ({ ownerUrl, answer, stderr }) => {
    const pending = await pendingMigrations(ownerUrl);
    if (pending.length > 0) {
      stderr(`Còn ${pending.length} bước nâng cấp: hãy dừng máy chủ đang chạy rồi chạy lại gandan migrate.`);
      return 2;
    }
    answer({ pending: 0 }, "Cơ sở dữ liệu đã ở bản mới nhất.");
    return 0;
  },
};

/** Commands of the installation as a whole. */
export const operations: Command[] = [
  backupCommand,
  restoreCommand,
  exportCommand,
  doctor,
  auditPurge,
  sampleLoad,
  migrate,
];
