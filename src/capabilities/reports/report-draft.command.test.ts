import { mkdirSync, mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { today } from "#platform/clock/vietnam-time.ts";
import { readConfig } from "#platform/config/config.ts";
import { portalStandsAt } from "#platform/http/portal-address.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { reportDraftCommand } from "./report-draft.command.ts";

let db: TestDatabase;
const folder = mkdtempSync(join(tmpdir(), "gandan-bao-cao-"));

/** Runs the command and gives its exit code and what it printed. */
async function run(flags: Record<string, string | boolean>) {
  const printed = { out: "", err: "" };
  const words = { args: [], flags, config: readConfig({}) };
  const refused = await reportDraftCommand.refuse?.(words);
  if (refused) return { code: 2, out: "", err: refused };
  const code = await reportDraftCommand.run({
    ...words,
    answer: (_, text) => {
      printed.out += text;
    },
    ask: async () => null,
    stdout: () => {},
    stderr: (text) => {
      printed.err += text;
    },
    database: db.database,
    ownerUrl: "",
  });
  return { code, ...printed };
}
const reports = async () => (await db.pool.query("select count(*)::int as n from report")).rows[0].n;

// The command has told the process where its portal stands.
afterAll(() => portalStandsAt(null));
beforeAll(async () => {
  db = await testDatabase("sample");
});

describe("lệnh gandan report draft", () => {
  test("viết báo cáo theo đuôi tệp, nói kỳ nào, số liệu chốt lúc nào", async () => {
    for (const [ending, start] of Object.entries({ docx: "PK", pdf: "%PDF", xlsx: "PK", json: '{"annex"' })) {
      const file = join(folder, `bao-cao.${ending}`);
      const { code, out } = await run({ period: "2026-10", out: file });
      expect(code).toBe(0);
      expect(out).toContain("Tháng 10 năm 2026 (từ 15/09/2026 đến 14/10/2026)");
      expect(readFileSync(file, "latin1").startsWith(start), ending).toBe(true);
    }
  });

  test("mọi dạng kỳ, hai cách tính, bốn loại tệp: mỗi tệp mở đúng loại, không để lại tệp dở", async () => {
    const place = mkdtempSync(join(folder, "moi-dang-"));
    const starts = { docx: "PK", pdf: "%PDF", xlsx: "PK", json: '{"annex"' };
    for (const period of ["2026-11", "2026-Q4", "2026-9M", "2026-H2", "2026"])
      for (const calendar of [false, true])
        for (const [ending, start] of Object.entries(starts)) {
          const out = join(place, `${period}-${calendar}.${ending}`);
          const { code } = await run({ period, out, ...(calendar ? { calendar } : {}) });
          expect(code, out).toBe(0);
          expect(readFileSync(out, "latin1").startsWith(start), out).toBe(true);
          if (ending !== "json") continue;
          const { chain } = JSON.parse(readFileSync(out, "utf8"));
          expect(chain.period).toMatchObject({ code: period, basis: calendar ? "calendar" : "decree" });
          expect(chain.obligations).toHaveLength(105);
        }
    expect(readdirSync(place)).toHaveLength(40);
  }, 120_000);

  test("chạy hai lần cho cùng tệp JSON đến từng byte", async () => {
    const files = ["a.json", "b.json"].map((name) => join(folder, name));
    for (const out of files) await run({ period: "2026-9M", calendar: true, out });
    expect(readFileSync(files[0]!).equals(readFileSync(files[1]!))).toBe(true);
  });

  test("kỳ chưa kết thúc thì có lời nhắc; kỳ chưa bắt đầu thì không có gì để chốt", async () => {
    const year = String(today().year);
    const { code, err } = await run({ period: year, calendar: true, out: join(folder, "nam.json") });
    expect(code).toBe(0);
    expect(err).toContain("--refresh");
    const future = await run({ period: "2099-Q4", out: join(folder, "q4.json") });
    expect(future.code).toBe(2);
    expect(future.err).toContain("Kỳ báo cáo bắt đầu ngày 15/09/2099");
    expect(readdirSync(folder)).not.toContain("q4.json");
  });

  test("thiếu tham số, kỳ sai, đuôi tệp lạ, thư mục không có: một dòng, mã 2, không lưu gì", async () => {
    const before = await reports();
    mkdirSync(join(folder, "la-thu-muc.docx"), { recursive: true });
    const files = readdirSync(folder).length;
    for (const [flags, said] of [
      [{ period: "2026-Q1", out: join(folder, "la-thu-muc.docx") }, "Không ghi được"],
      [{}, "Cách dùng"],
      [{ period: true, out: "a.docx" }, "Cách dùng"],
      [{ period: "2026-Q7", out: join(folder, "a.docx") }, "Không có kỳ báo cáo"],
      [{ period: "2026-Q1", out: join(folder, "a.odt") }, "phải kết thúc bằng"],
      [{ period: "2026-Q1", out: join(folder, "khong-co", "a.docx") }, "Không ghi được"],
    ] as const) {
      const { code, out, err } = await run(flags);
      expect(code).toBe(2);
      expect(out).toBe("");
      expect(err).toContain(said);
      expect(err).not.toContain("\n");
    }
    expect(await reports()).toBe(before);
    expect(readdirSync(folder)).toHaveLength(files);
  });

  test("báo cáo đã ban hành thì không thu thập lại được từ dòng lệnh", async () => {
    const { code, err } = await run({ period: "2026-11", refresh: true, out: join(folder, "x.json") });
    expect(code).toBe(2);
    expect(err).toContain("Đã ban hành");
  });
});
