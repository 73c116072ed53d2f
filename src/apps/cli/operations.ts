import type { Command } from "#platform/work/plug.ts";
import { isSampleMissing, loadSample } from "./load-sample.ts";

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
export const operations: Command[] = [sampleLoad, migrate];
