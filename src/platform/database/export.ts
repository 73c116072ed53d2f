import { createWriteStream } from "node:fs";
import { copyFile, mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { storedFileNames } from "./stored-files.ts";
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
      const rows = rowsAsJson(client, table);
      await pipeline(rows, createWriteStream(join(target, "tables", `${table.name}.jsonl`)));
      count += rows.rowCount;
    }
  });
  for (const name of await storedFileNames(filesFolder)) {
    await mkdir(dirname(join(target, "files", name)), { recursive: true });
    await copyFile(join(filesFolder, name), join(target, "files", name));
  }
  await writeFile(join(target, "DOC-TRUOC.md"), guide);
  return count;
}
