import { UnreadableDocument } from "#platform/official-document/read/unreadable-document.ts";
import { listFile } from "#platform/sheets/list-file.ts";
import type { Command } from "#platform/work/plug.ts";
import { diffProcedureLists, type ListDiff } from "./diff-procedure-lists.ts";
import { readProcedureList } from "./read-procedure-list.ts";

const refused = 2;

const named = ({ code, name }: { code: string; name: string }) => `  ${code} ${name}`;

function inWords({ added, amended, repealed, spelling, formal, touched }: ListDiff): string {
  return [
    `Mới ${added.length}, sửa đổi ${amended.length}, bãi bỏ ${repealed.length}, chỉ khác cách đặt dấu ${spelling.length}, chỉ khác cách viết ${formal.length}, chỉ khác thời điểm cập nhật ${touched.length}.`,
    ...(added.length > 0 ? ["Mới:", ...added.map(named)] : []),
    ...(amended.length > 0
      ? [
          "Sửa đổi:",
          ...amended.map((one) => `${named(one)}: ${one.changes.map(({ field }) => field).join(", ")}`),
        ]
      : []),
    ...(repealed.length > 0 ? ["Bãi bỏ:", ...repealed.map(named)] : []),
  ].join("\n");
}

/** A list that a command names; a refusal says which of the two files it is about. */
async function listAt(path: string) {
  try {
    return await readProcedureList(await listFile(path));
  } catch (error) {
    if (!(error instanceof UnreadableDocument) || error.code === "missing") throw error;
    throw new UnreadableDocument(error.code, `${path}: ${error.message}`);
  }
}

/** `gandan procedures diff OLD NEW [--json]`: compares two lists, starts nothing, changes nothing. */
export const proceduresDiffCommand: Command = {
  name: "procedures diff",
  summary: "So hai danh mục thủ tục: procedures diff TỆP_CŨ TỆP_MỚI [--json]",
  needsDatabase: false,
  args: 2,
  run: async ({ args: [old, next], answer, stderr }) => {
    if (old === undefined || next === undefined) {
      stderr("Cần hai tệp; hãy gọi: gandan procedures diff TỆP_CŨ TỆP_MỚI [--json].");
      return refused;
    }
    try {
      const diff = diffProcedureLists(await listAt(old), await listAt(next));
      answer(diff, inWords(diff));
      return 0;
    } catch (error) {
      if (!(error instanceof UnreadableDocument)) throw error;
      stderr(error.message);
      return refused;
    }
  },
};
