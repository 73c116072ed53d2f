import { fileBytes } from "#platform/official-document/read/file-bytes.ts";
import { limits, tooLargeFile } from "#platform/official-document/read/limits.ts";
import { UnreadableDocument } from "#platform/official-document/read/unreadable-document.ts";
import type { Command } from "#platform/work/plug.ts";
import { formatReading } from "./format-reading.ts";
import { readPlan } from "./read-plan.ts";

const refused = 2;

/** `gandan plan read FILE [--json]`: reads one file, starts nothing, changes nothing. */
export const planReadCommand: Command = {
  name: "plan read",
  summary: "Đọc cấu trúc một văn bản kế hoạch (.docx, .odt, .pdf, .txt, .md): plan read TỆP [--json]",
  needsDatabase: false,
  run: async ({ args, flags, stdout, stderr }) => {
    // With `--json FILE` a plain parser takes the file for the flag's value.
    const path = args[0] ?? (typeof flags.json === "string" ? flags.json : undefined);
    if (path === undefined) {
      stderr("Thiếu tên tệp; hãy gọi: gandan plan read TỆP [--json].");
      return refused;
    }
    try {
      const reading = await readPlan(
        await fileBytes(path, { most: limits.fileBytes, tooLarge: tooLargeFile }),
        path,
      );
      stdout(flags.json ? JSON.stringify(reading, null, 2) : formatReading(reading));
      return 0;
    } catch (error) {
      if (!(error instanceof UnreadableDocument)) throw error;
      stderr(error.message);
      return refused;
    }
  },
};
