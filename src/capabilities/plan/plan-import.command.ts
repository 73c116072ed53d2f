import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { currentAgency, peopleWithRole } from "#organization";
import { Conflict, Unacceptable } from "#platform/auth/policy.ts";
import type { Command } from "#platform/work/plug.ts";
import { work } from "#platform/work/work.ts";
import { confirmImport } from "./confirm-import.ts";
import { importPlan } from "./import-plan.ts";

const yearIn = (...texts: (string | null)[]): number | null => {
  for (const text of texts) {
    const found = /\b(20\d\d)\b/.exec(text ?? "");
    if (found) return Number(found[1]);
  }
  return null;
};

/** Reads a plan in without preview, in the name of the agency's first editor. */
export const planImportCommand: Command = {
  name: "plan import",
  summary: "Đưa một tệp kế hoạch vào hệ thống: gandan plan import TỆP",
  needsDatabase: true,
  refuse: async ({ args: [path] }) => {
    if (path === undefined) return "Hãy nêu tệp kế hoạch: gandan plan import TỆP";
    return readFile(path).then(
      () => null,
      () => `Không đọc được tệp “${path}”.`,
    );
  },
  run: async ({ database, args: [path = ""], answer, stderr }) => {
    const bytes = await readFile(path);
    const agency = await currentAgency(database);
    const [editor] = agency ? await peopleWithRole(database, agency.id, "editor") : [];
    if (!agency || !editor) {
      stderr("Chưa có cơ quan hoặc biên tập viên nào; hãy thiết lập lần đầu rồi phân công biên tập.");
      return 2;
    }
    const actor = {
      personId: editor.id,
      name: editor.name,
      agencyId: agency.id,
      appointments: [{ role: "editor" as const, unitId: null }],
    };
    try {
      const made = await work(database, actor, async (current) => {
        const { id, reading, version } = await importPlan(current, { bytes, fileName: basename(path) });
        const year = yearIn(reading.header.title, reading.header.date) ?? new Date().getFullYear();
        return { ...(await confirmImport(current, { id, year, version })), warnings: reading.warnings };
      });
      answer(made, `Đã đưa kế hoạch vào. Còn ${made.warnings.length} chỗ cần xem lại trong nơi làm việc.`);
      return 0;
    } catch (error) {
      if (!(error instanceof Unacceptable || error instanceof Conflict)) throw error;
      stderr(error.message);
      return 2;
    }
  },
};
