import type { Command } from "#platform/work/plug.ts";
import { firstRunLines, isFirstRun } from "./first-run.ts";

/** A new code where the one that the server printed is out of sight; an earlier one no longer works. */
export const firstRunCommand: Command = {
  name: "setup code",
  summary: "In mã thiết lập lần đầu mới, khi chưa có cơ quan nào",
  needsDatabase: true,
  args: 0,
  run: async ({ database, answer, stderr }) => {
    if (!(await isFirstRun(database))) {
      stderr("Hệ thống đã được thiết lập nên không cần mã; hãy đăng nhập.");
      return 2;
    }
    const lines = await firstRunLines(database);
    answer({ lines }, lines.join("\n"));
    return 0;
  },
};
