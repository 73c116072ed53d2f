import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { decodeText } from "#platform/official-document/read/decode-text.ts";
import type { Command } from "#platform/work/plug.ts";
import { type FoundPair, findPairs, type NamedText } from "./find-pairs.ts";

const refused = 2;
/** Nobody writes a longer piece of news; what comes after is not looked at. */
const LONGEST_BYTES = 8 * 1024 * 1024;

const kinds = { duplicate: "trùng", possible: "có thể trùng" } as const;

/** Bytes that are no Vietnamese text in any encoding are read as well as they can be: a broken letter spoils one syllable. */
async function textOf(path: string): Promise<string> {
  const bytes = (await readFile(path)).subarray(0, LONGEST_BYTES);
  return decodeText(bytes) ?? new TextDecoder("utf-8").decode(bytes).replaceAll("\u0000", " ");
}

const because = (error: unknown): string => {
  const code = error instanceof Error && "code" in error ? error.code : null;
  if (code === "ENOENT") return "không có thư mục này";
  if (code === "ENOTDIR") return "đây không phải thư mục";
  return "không mở được";
};

async function* textsIn(folder: string, files: string[]): AsyncGenerator<NamedText> {
  for (const file of files) yield { name: file.slice(0, -4), text: await textOf(join(folder, file)) };
}

const line = ({ a, b, score, kind }: FoundPair) =>
  `${kinds[kind]} ${score.toFixed(2).replace(".", ",")}: ${a} và ${b}`;

/** `gandan duplicates DIR [--json]`: compares the .txt files of one folder, starts nothing, changes nothing. */
export const duplicatesCommand: Command = {
  name: "duplicates",
  summary: "Tìm tin, bài trùng nhau trong các tệp .txt: duplicates THƯ_MỤC [--json]",
  needsDatabase: false,
  run: async ({ args, answer, stderr }) => {
    const folder = args[0];
    if (folder === undefined) {
      stderr("Thiếu tên thư mục; hãy gọi: gandan duplicates THƯ_MỤC [--json].");
      return refused;
    }
    let pairs: FoundPair[];
    try {
      const files: string[] = [];
      for (const file of (await readdir(folder)).sort())
        if (/\.txt$/i.test(file) && (await stat(join(folder, file))).isFile()) files.push(file);
      pairs = await findPairs(textsIn(folder, files));
    } catch (error) {
      if (!(error instanceof Error && "code" in error)) throw error;
      const path = "path" in error && typeof error.path === "string" ? error.path : folder;
      stderr(`Không đọc được “${path}”: ${because(error)}. Hãy kiểm tra lại đường dẫn rồi thử lại.`);
      return refused;
    }
    const found = pairs.map(({ a, b, score, kind }) => ({ a, b, score, kind }));
    answer(found, pairs.length === 0 ? "Không có tin, bài nào trùng nhau." : pairs.map(line).join("\n"));
    return 0;
  },
};
