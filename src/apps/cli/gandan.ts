import { type Config, InvalidSetting, readConfig } from "#platform/config/config.ts";
import { readCommandLine } from "./command-line.ts";
import { commands } from "./commands.ts";
import { openInstallation } from "./installation.ts";
import { serve } from "./serve.ts";

const stdout = (text: string) => process.stdout.write(`${text}\n`);
const stderr = (text: string) => process.stderr.write(`${text}\n`);

const help = () =>
  [
    "Gần Dân: nền tảng thực hiện kế hoạch tuyên truyền cải cách hành chính.",
    "",
    "Cách dùng: gandan LỆNH [tham số] [--tùy-chọn]",
    "",
    ...[{ name: "serve", summary: "Chạy máy chủ" }, ...commands].map(
      ({ name, summary }) => `  ${name.padEnd(18)} ${summary}`,
    ),
  ].join("\n");

async function main(words: string[]): Promise<number> {
  const config: Config = readConfig(process.env);
  if (words[0] === "serve") return serve(config);
  const call = readCommandLine(
    words,
    commands.map(({ name }) => name),
  );
  const command = commands.find(({ name }) => name === call?.name);
  if (!call || !command) {
    if (words.length === 0 || words[0] === "--help" || words[0] === "help") {
      stdout(help());
      return 0;
    }
    stderr(`Không có lệnh “${words.join(" ")}”. Chạy gandan --help để xem các lệnh.`);
    return 2;
  }
  const { args, flags } = call;
  if (!command.needsDatabase) {
    return command.run({
      args,
      flags,
      stdout,
      stderr,
      config,
      get database(): never {
        throw new Error(`Lệnh ${command.name} không mở cơ sở dữ liệu.`);
      },
      ownerUrl: "",
    });
  }
  const installation = await openInstallation(config, { exclusive: false });
  try {
    return await command.run({
      args,
      flags,
      stdout,
      stderr,
      config,
      database: installation.database,
      ownerUrl: installation.ownerUrl,
    });
  } finally {
    await installation.close();
  }
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (error instanceof InvalidSetting) {
    stderr(error.message);
    process.exitCode = 2;
  } else {
    stderr(`Lỗi ngoài dự kiến: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    process.exitCode = 1;
  }
}
