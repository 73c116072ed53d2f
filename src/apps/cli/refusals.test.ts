import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { runGandan } from "./run-gandan.ts";

/** What `gandan` refuses before it opens anything; e2e/command-line.test.ts starts the real one for some of these. */
const folder = mkdtempSync(join(tmpdir(), "gandan-refusals-"));
const data = join(folder, "data");
const planFile = join(folder, "ke-hoach.txt");
writeFileSync(planFile, "KẾ HOẠCH\n");
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const refusals: [words: string[], line: string][] = [
  [["bakup"], "Không có lệnh “bakup”"],
  [["user"], "Không có lệnh “user”"],
  [["backup", "--jsn"], "không có tùy chọn --jsn"],
  [["backup", "--json=1"], "--json không nhận giá trị"],
  [["backup", "bản", "sao.zip"], "nhiều nhất 1 tham số"],
  [["migrate", "now"], "nhiều nhất 0 tham số"],
  [["serve", "--port", "80"], "serve không nhận tham số"],
  [["restore"], "Hãy nêu tệp sao lưu"],
  [["restore", "khong-co.zip"], "Không đọc được tệp"],
  [["restore", planFile], "bị hỏng hoặc không phải của Gần Dân"],
  [["export"], "Hãy nêu thư mục"],
  [["export", planFile], "như một thư mục"],
  [["export", folder], "đã có tệp"],
  [["plan", "import"], "Hãy nêu tệp kế hoạch"],
  [["plan", "import", "khong-co.docx"], "Không đọc được tệp"],
  [["report", "draft", "--period", "2026-10"], "Cách dùng: gandan report draft"],
  [["report", "draft", "--period", "2026-10", "--out"], "--out cần một giá trị"],
  [["report", "draft", "--period", "2026-10", "--out", "a.odt"], "phải kết thúc bằng"],
  [["report", "draft", "--period", "2026-10", "--out", "khong/co/a.docx"], "Không ghi được tệp"],
  [["user", "add", "a@mau.gandan.vn"], "editor (Biên tập)"],
  [["user", "add", "a@mau.gandan.vn", "--name", "Người Mẫu", "--role", "king"], "--name và --role"],
  [["user", "recover"], "Hãy nêu thư điện tử"],
  [["user", "unlock"], "Hãy nêu thư điện tử"],
];
test.each(refusals)("refuses %j in one line and makes nothing", async (words, line) => {
  const said = { stdout: [] as string[], stderr: [] as string[] };
  const code = await runGandan(words, {
    env: { GANDAN_DATA: data, PORT: "0" },
    ask: async () => null,
    stdout: (text) => said.stdout.push(text),
    stderr: (text) => said.stderr.push(text),
  });
  expect(said).toEqual({ stdout: [], stderr: [expect.stringContaining(line)] });
  expect(said.stderr[0]).not.toContain("\n");
  expect(code).toBe(2);
  expect(existsSync(data)).toBe(false);
});
