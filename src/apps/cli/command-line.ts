import type { Command } from "#platform/work/plug.ts";

export interface CommandLine {
  command: Command;
  args: string[];
  flags: Record<string, string | boolean>;
}

const common = { json: "switch", help: "switch" } as const;

const starts = (words: string[], name: string): boolean =>
  name.split(" ").every((part, index) => words[index] === part);

/**
 * Finds the longest known command that the words begin with, its arguments and its flags: `--flag value`,
 * `--flag=value`, bare `--flag`; everything after `--` is an argument. A text says why the words cannot be used.
 */
export function readCommandLine(words: string[], commands: Command[]): CommandLine | string {
  const plain = words.filter((word) => !word.startsWith("--"));
  const command = commands
    .filter(({ name }) => starts(plain, name))
    .sort((a, b) => b.name.length - a.name.length)[0];
  if (!command) return `Không có lệnh “${words.join(" ")}”. Chạy gandan --help để xem các lệnh.`;
  const known: Record<string, "switch" | "value" | "list"> = { ...common, ...command.flags };
  const args: string[] = [];
  const flags: Record<string, string | boolean> = {};
  let toSkip = command.name.split(" ").length;
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index]!;
    if (word === "--") {
      args.push(...words.slice(index + 1));
      break;
    }
    if (!word.startsWith("--")) {
      if (toSkip > 0) toSkip -= 1;
      else args.push(word);
      continue;
    }
    const [flag = "", inline] = word.slice(2).split(/=(.*)/s);
    const kind = known[flag];
    if (!kind) {
      const names = Object.keys(known).map((name) => `--${name}`);
      return `Lệnh “${command.name}” không có tùy chọn --${flag}. Các tùy chọn: ${names.join(", ")}.`;
    }
    const next = words[index + 1];
    if (kind === "switch") {
      if (inline !== undefined) return `Tùy chọn --${flag} không nhận giá trị.`;
      flags[flag] = true;
      continue;
    }
    const before = kind === "list" && flags[flag] !== undefined ? `${flags[flag]},` : "";
    if (inline !== undefined) flags[flag] = before + inline;
    else if (next !== undefined && !next.startsWith("--")) {
      flags[flag] = before + next;
      index += 1;
    } else return `Tùy chọn --${flag} cần một giá trị.`;
  }
  const most = command.args ?? 1;
  if (args.length > most && !flags.help)
    return `Lệnh “${command.name}” nhận nhiều nhất ${most} tham số, ở đây có ${args.length}: ${args.join(" ")}. Tên có dấu cách phải đặt trong ngoặc kép.`;
  return { command, args, flags };
}
