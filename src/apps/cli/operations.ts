import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { backup } from "#platform/database/backup.ts";
import { exportData } from "#platform/database/export.ts";
import { UnusableBackup } from "#platform/database/open-backup.ts";
import { restore } from "#platform/database/restore.ts";
import { filesFolder } from "#platform/files/files.ts";
import type { Command } from "#platform/work/plug.ts";
import { doctor } from "./doctor.ts";
import { servingRoleOf } from "./installation.ts";
import { isSampleMissing, loadSample } from "./load-sample.ts";

const stampOf = (at: Date): string => at.toISOString().slice(0, 19).replace(/[-:T]/g, "");

const backupCommand: Command = {
  name: "backup",
  summary: "Sao lưu toàn bộ: gandan backup [TỆP.zip]; không nêu tệp thì vào thư mục backups",
  needsDatabase: true,
  run: async ({ args, config, ownerUrl, stdout }) => {
    const target = args[0] ?? join(config.dataDirectory, "backups", `gandan-${stampOf(new Date())}.zip`);
    const { tables, files } = await backup(ownerUrl, filesFolder(config.dataDirectory), target);
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    stdout(`Đã sao lưu ${rows} bản ghi và ${files.length} tệp vào ${target}`);
    return 0;
  },
};

const restoreCommand: Command = {
  name: "restore",
  summary: "Khôi phục từ bản sao lưu: gandan restore TỆP.zip [--replace]",
  needsDatabase: true,
  run: async ({ args, flags, config, ownerUrl, stdout, stderr }) => {
    if (args[0] === undefined) {
      stderr("Hãy nêu tệp sao lưu: gandan restore TỆP.zip");
      return 2;
    }
    try {
      const { madeAt } = await restore(ownerUrl, filesFolder(config.dataDirectory), args[0], {
        replace: flags.replace === true,
        servingRole: servingRoleOf(config),
      });
      stdout(`Đã khôi phục bản sao lưu lúc ${madeAt}.`);
      return 0;
    } catch (error) {
      if (!(error instanceof UnusableBackup)) throw error;
      stderr(error.message);
      return 2;
    }
  },
};

const exportCommand: Command = {
  name: "export",
  summary: "Xuất mọi dữ liệu thành tệp mở: gandan export THƯ-MỤC",
  needsDatabase: true,
  run: async ({ args, config, ownerUrl, stdout, stderr }) => {
    const [target] = args;
    if (target === undefined || (await readdir(target).catch(() => [])).length > 0) {
      stderr(
        target === undefined
          ? "Hãy nêu thư mục: gandan export THƯ-MỤC"
          : `Thư mục ${target} đã có tệp; hãy chọn thư mục trống.`,
      );
      return 2;
    }
    const rows = await exportData(ownerUrl, filesFolder(config.dataDirectory), target);
    stdout(`Đã xuất ${rows} bản ghi vào ${target}`);
    return 0;
  },
};

const sampleLoad: Command = {
  name: "sample load",
  summary: "Nạp đơn vị mẫu vào hệ thống còn trống",
  needsDatabase: true,
  run: async ({ database, stdout, stderr }) => {
    if (!(await isSampleMissing(database))) {
      stderr("Hệ thống đã có cơ quan nên không nạp mẫu; mẫu chỉ nạp vào hệ thống còn trống.");
      return 2;
    }
    await loadSample(database);
    stdout("Đã nạp đơn vị mẫu.");
    return 0;
  },
};

const migrate: Command = {
  name: "migrate",
  summary: "Nâng cấp cơ sở dữ liệu rồi dừng",
  // Opening the installation brings the database up to date.
  needsDatabase: true,
  run: async ({ stdout }) => {
    stdout("Cơ sở dữ liệu đã ở bản mới nhất.");
    return 0;
  },
};

/** Commands of the installation as a whole. */
export const operations: Command[] = [
  backupCommand,
  restoreCommand,
  exportCommand,
  doctor,
  sampleLoad,
  migrate,
];
