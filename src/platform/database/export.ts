import { copyFile, mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { inTransaction, ONE_MOMENT, rowsAsJson, storedTables } from "./table-rows.ts";

/** Tables that hold passwords, sessions, one-time codes and links (mails do): part of a backup, never of an export. */
const SECRET = new Set([
  "auth_account",
  "auth_session",
  "auth_verification",
  "first_run_code",
  "mail",
  "sign_in_failure",
]);

const guide = `# Dữ liệu xuất từ Gần Dân

- \`tables/TÊN.jsonl\`: mỗi dòng là một bản ghi (JSON, UTF-8), xếp theo khóa chính. Ngày giờ theo ISO 8601.
- \`files/\`: ảnh và tệp, tên là mã trong bảng \`media_asset\`.

Mật khẩu, phiên đăng nhập và mã dùng một lần không được xuất.
`;

/** Writes everything as open files in a stable order into an empty folder. Gives the number of rows. */
export async function exportData(ownerUrl: string, filesFolder: string, target: string): Promise<number> {
  await mkdir(join(target, "tables"), { recursive: true });
  await mkdir(join(target, "files"), { recursive: true });
  let count = 0;
  await inTransaction(ownerUrl, ONE_MOMENT, async (client) => {
    for (const table of await storedTables(client)) {
      if (SECRET.has(table.name)) continue;
      const lines: string[] = [];
      for await (const rows of rowsAsJson(client, table)) lines.push(...rows);
      count += lines.length;
      await writeFile(
        join(target, "tables", `${table.name}.jsonl`),
        lines.map((line) => `${line}\n`).join(""),
      );
    }
  });
  for (const name of (await readdir(filesFolder).catch(() => [])).sort()) {
    await copyFile(join(filesFolder, name), join(target, "files", name));
  }
  await writeFile(join(target, "DOC-TRUOC.md"), guide);
  return count;
}
