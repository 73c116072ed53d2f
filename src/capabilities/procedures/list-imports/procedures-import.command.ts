import { basename } from "node:path";
import { currentAgency, peopleWithRole } from "#organization";
import { Conflict, Unacceptable } from "#platform/auth/policy.ts";
import { today } from "#platform/clock/vietnam-time.ts";
import { UnreadableDocument } from "#platform/official-document/read/unreadable-document.ts";
import { listFile } from "#platform/sheets/list-file.ts";
import type { Command } from "#platform/work/plug.ts";
import { work } from "#platform/work/work.ts";
import { type Imported, importProcedures } from "./import-procedures.ts";

const usage = "Hãy nêu danh mục: gandan procedures import TỆP [--full] [--json].";

const inWords = ({ importId, counts }: Imported): string =>
  [
    importId === null ? "Sổ đã có đủ, không ghi gì thêm." : "Đã nhập danh mục vào sổ.",
    `Mới ${counts.new}, thay đổi ${counts.changed}, bãi bỏ ${counts.repealed}, giữ nguyên ${counts.unchanged}, bỏ qua ${counts.left}, chưa đúng ${counts.bad}.`,
  ].join(" ");

/** Takes a list into the register without a preview, in the name of the Office's first person, else of an editor. */
export const proceduresImportCommand: Command = {
  name: "procedures import",
  summary: "Nhập danh mục vào sổ thủ tục; --full: danh mục đầy đủ, không có tên là bãi bỏ",
  needsDatabase: true,
  flags: { full: "switch" },
  refuse: ({ args: [path] }) =>
    path === undefined
      ? usage
      : listFile(path).then(
          () => null,
          (error: Error) => error.message,
        ),
  run: async ({ database, args: [path = ""], flags, answer, stderr }) => {
    const agency = await currentAgency(database);
    if (!agency) {
      stderr("Chưa có cơ quan nào; hãy thiết lập lần đầu.");
      return 2;
    }
    for (const role of ["office", "editor"] as const) {
      const [person] = await peopleWithRole(database, agency.id, role);
      if (!person) continue;
      const actor = {
        ...{ personId: person.id, name: person.name, agencyId: agency.id },
        appointments: [{ role, unitId: null }],
      };
      const day = today().toString();
      try {
        const bytes = await listFile(path);
        const made = await work(database, actor, (current) =>
          importProcedures(current, {
            ...{ bytes, isFull: flags.full === true, fileName: basename(path), seen: null },
            ...{ today: day, validFrom: day, reason: `Nhập danh mục “${basename(path)}”` },
          }),
        );
        answer(made, inWords(made));
        return 0;
      } catch (error) {
        if (
          !(error instanceof Unacceptable || error instanceof Conflict || error instanceof UnreadableDocument)
        )
          throw error;
        stderr(error.message);
        return 2;
      }
    }
    stderr("Chưa có ai ở Văn phòng hay biên tập; hãy phân công trước.");
    return 2;
  },
};
