import { eq, sql } from "drizzle-orm";
import { backup, backupPath } from "#platform/database/backup.ts";
import type { Database } from "#platform/database/database.ts";
import { filesFolder, keepFilesIn, removeFiles } from "#platform/files/files.ts";
import { unaccent } from "#platform/text/unaccent.ts";
import type { Command } from "#platform/work/plug.ts";
import { systemActor, work } from "#platform/work/work.ts";
import { emptySample } from "./remove-sample.ts";
import { agency } from "./tables.ts";

/** The same word as in the workspace; without diacritics where the console has no input method. */
const WORD = "GỠ MẪU";
const isTyped = (line: string): boolean => unaccent(line).trim().toUpperCase() === unaccent(WORD);

/** Names of the sample agencies, and how many people and rows hang on them. */
async function extentOf(database: Database) {
  const agencies = await database
    .select({ id: agency.id, name: agency.name })
    .from(agency)
    .where(eq(agency.isSample, true));
  const { rows: tables } = await database.execute<{ name: string }>(sql`
    select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'agency_id' and not a.attisdropped
    where n.nspname = 'public' and c.relkind = 'r' order by 1`);
  const counts: Record<string, number> = {};
  for (const { name } of tables) {
    const { rows } = await database.execute<{ n: number }>(
      sql`select count(*)::int as n from ${sql.identifier(name)} where agency_id in (select id from agency where is_sample)`,
    );
    counts[name] = rows[0]!.n;
  }
  const rows = Object.values(counts).reduce((sum, n) => sum + n, 0);
  return {
    ids: agencies.map(({ id }) => id),
    agencies: agencies.map(({ name }) => name),
    people: counts.person ?? 0,
    rows,
  };
}

/** Removes the sample for good: asked first, saved before, with its files, and told what it was. */
export const removeSampleCommand: Command = {
  name: "sample remove",
  summary: "Gỡ đơn vị mẫu cùng mọi dữ liệu, tệp mẫu; hỏi lại trước, hoặc thêm --yes",
  needsDatabase: true,
  args: 0,
  flags: { yes: "switch" },
  run: async ({ database, ownerUrl, config, flags, ask, answer, stderr }) => {
    const { ids, agencies, people, rows } = await extentOf(database);
    if (agencies.length === 0) {
      answer({ removed: 0 }, "Không có đơn vị mẫu nào để gỡ.");
      return 0;
    }
    const what = `${agencies.join(", ")} (${people} người, ${rows} bản ghi)`;
    if (flags.yes !== true) {
      const line = await ask(`Sẽ gỡ hẳn dữ liệu mẫu: ${what}. Gõ ${WORD} rồi Enter để gỡ.`);
      if (line === null || !isTyped(line)) {
        stderr(`Chưa gỡ gì: cần gõ đúng ${WORD}, hoặc thêm --yes.`);
        return 2;
      }
    }
    const saved = backupPath(config.dataDirectory, "before-sample-remove");
    await backup(ownerUrl, filesFolder(config.dataDirectory), saved);
    const { removed, files, lines } = await work(database, systemActor(ids[0]!, "Dòng lệnh"), emptySample);
    keepFilesIn(config.dataDirectory);
    await removeFiles(files);
    answer(
      { removed, agencies, people, rows, files: files.length, saved, lines },
      [
        `Đã gỡ đơn vị mẫu: ${what} và ${files.length} tệp ảnh, tài liệu.`,
        `Bản sao lưu trước khi gỡ: ${saved}`,
        ...lines,
      ].join("\n"),
    );
    return 0;
  },
};
