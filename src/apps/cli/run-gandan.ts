import { Conflict, Forbidden, NotFound, Unacceptable } from "#platform/auth/policy.ts";
import { InvalidSetting, readConfig } from "#platform/config/config.ts";
import { FailedUpgrade } from "#platform/database/migrate.ts";
import { UnusableBackup } from "#platform/database/open-backup.ts";
import type { CommandCall } from "#platform/work/plug.ts";
import { readCommandLine } from "./command-line.ts";
import { commands } from "./commands.ts";
import { openInstallation } from "./installation.ts";
import { serve } from "./serve.ts";

/** Who asks for a command: settings of the environment, where lines of answers and errors go, and what is typed. */
export type Terminal = Pick<CommandCall, "ask" | "stdout" | "stderr"> & { env: NodeJS.ProcessEnv };

/** What was asked cannot be done as it is; nothing was changed. */
const refusals = [InvalidSetting, UnusableBackup, Unacceptable, Conflict, Forbidden, NotFound];

const help = () =>
  [
    "Gần Dân: nền tảng thực hiện kế hoạch tuyên truyền cải cách hành chính.",
    "",
    "Cách dùng: gandan LỆNH [tham số] [--json]",
    "",
    ...[{ name: "serve", summary: "Chạy máy chủ" }, ...commands].map(
      ({ name, summary }) => `  ${name.padEnd(18)} ${summary}`,
    ),
    "",
    "Mã thoát: 0 xong; 1 có việc cần xem lại (doctor) hoặc lỗi giữa chừng; 2 bị từ chối, chưa thay đổi gì; 143 bị dừng bằng SIGTERM.",
  ].join("\n");

async function answer(words: string[], { env, ask, stdout, stderr }: Terminal): Promise<number> {
  if (words.length === 0 || ["--help", "-h", "help"].includes(words[0]!)) {
    stdout(help());
    return 0;
  }
  if (words[0] === "serve") {
    if (words.length === 1) return serve(readConfig(env));
    stderr("Lệnh serve không nhận tham số; hãy đặt PORT, HOST và các thiết lập khác bằng biến môi trường.");
    return 2;
  }
  const line = readCommandLine(words, commands);
  if (typeof line === "string") {
    stderr(line);
    return 2;
  }
  const { command, args, flags } = line;
  if (flags.help) {
    stdout(`${command.name}: ${command.summary}`);
    return 0;
  }
  const config = readConfig(env);
  const refused = await command.refuse?.({ args, flags, config });
  if (refused) {
    stderr(refused);
    return 2;
  }
  const print: CommandCall["answer"] = (data, text) =>
    stdout(flags.json ? JSON.stringify(data, null, 2) : text);
  const call = { args, flags, config, answer: print, ask, stdout, stderr };
  if (!command.needsDatabase) {
    return command.run({
      ...call,
      get database(): never {
        throw new Error(`Lệnh ${command.name} không mở cơ sở dữ liệu.`);
      },
      ownerUrl: "",
    });
  }
  const { begins = false, upgrades = true } = command;
  const installation = await openInstallation(config, { exclusive: false, begins, upgrades });
  try {
    const { database, ownerUrl } = installation;
    return await command.run({ ...call, database, ownerUrl });
  } finally {
    await installation.close();
  }
}

/** Does what a line of words asks. Exit code: 0 done; 1 failed, or doctor found something; 2 refused, nothing changed. */
export async function runGandan(words: string[], terminal: Terminal): Promise<number> {
  try {
    return await answer(words, terminal);
  } catch (error) {
    if (refusals.some((kind) => error instanceof kind)) {
      terminal.stderr((error as Error).message);
      return 2;
    }
    terminal.stderr(
      error instanceof FailedUpgrade
        ? error.message
        : `Lỗi ngoài dự kiến: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
    return 1;
  }
}
