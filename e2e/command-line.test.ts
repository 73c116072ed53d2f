import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test, vi } from "vitest";
import { root } from "#platform/config/root.ts";

/** The real `gandan`, as a person at the server runs it. */
const folder = mkdtempSync(join(tmpdir(), "gandan-cli-"));
const data = join(folder, "data");
const children: ChildProcess[] = [];
vi.setConfig({ testTimeout: 180_000 });

interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** `typed`: a line that the person types; null: nobody is there. */
function launch(words: string[], env: Record<string, string> = {}, typed: string | null = null) {
  const child = spawn(process.execPath, [join(root, "bin", "gandan.js"), ...words], {
    cwd: folder,
    stdio: ["pipe", "pipe", "pipe"],
    env: { ...process.env, GANDAN_DATA: data, GANDAN_SAMPLE: "on", PORT: "0", ...env },
  });
  children.push(child);
  child.stdin.end(typed === null ? "" : `${typed}\n`);
  const result: Ended = { code: null, stdout: "", stderr: "" };
  child.stdout.setEncoding("utf8").on("data", (text) => {
    result.stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text) => {
    result.stderr += text;
  });
  const ended = new Promise<Ended>((resolve) =>
    child.once("close", (code) => resolve(Object.assign(result, { code }))),
  );
  return { child, result, ended };
}
const gandan = (words: string[], env?: Record<string, string>): Promise<Ended> => launch(words, env).ended;

/** One clear line on the error stream, nothing on the other, exit code 2. */
function expectRefused({ code, stdout, stderr }: Ended, line: string): void {
  expect(stderr.trimEnd().split("\n")).toEqual([expect.stringContaining(line)]);
  expect(stdout).toBe("");
  expect(code).toBe(2);
}

/** The one JSON document that --json prints, and nothing beside it. */
function document({ code, stdout, stderr }: Ended, expected = 0) {
  expect(stderr).toBe("");
  const parsed = JSON.parse(stdout);
  expect(code).toBe(expected);
  return parsed;
}

/** A success told in words: no error, and no JSON. */
function told({ code, stdout, stderr }: Ended): string {
  expect(stderr).toBe("");
  expect(code).toBe(0);
  expect(stdout).not.toMatch(/^[[{]/);
  return stdout;
}

const processesOf = (directory: string): number =>
  readdirSync("/proc").filter((name) => {
    try {
      return /^\d+$/.test(name) && readFileSync(`/proc/${name}/cmdline`, "utf8").includes(`${directory}/`);
    } catch {
      return false;
    }
  }).length;

const contents = (where: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(where, { recursive: true, encoding: "utf8" })
      .filter((name) => statSync(join(where, name)).isFile())
      .toSorted()
      .map((name) => [name, readFileSync(join(where, name), "base64")]),
  );

const planFile = join(folder, "ke-hoach.txt");
writeFileSync(
  planFile,
  `SỞ THÍ DỤ
Số: 12/KH-STD
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Nơi Mẫu, ngày 05 tháng 01 năm 2026

KẾ HOẠCH
Tuyên truyền cải cách hành chính năm 2026

I. MỤC ĐÍCH
1. Nâng cao nhận thức của cán bộ, công chức về cải cách hành chính.

II. NHIỆM VỤ
1. Viết tin, bài về cải cách hành chính
- Đơn vị chủ trì: Văn phòng Sở.
- Thời gian thực hiện: Thường xuyên trong năm 2026.
`,
);

afterAll(() => {
  for (const child of children) if (child.exitCode === null) child.kill("SIGKILL");
});

describe("gandan without a database", () => {
  test("says what it can do", async () => {
    for (const words of [[], ["--help"], ["help"]]) {
      const text = told(await gandan(words));
      for (const name of [
        "serve",
        "migrate",
        "backup",
        "restore",
        "export",
        "doctor",
        "audit purge",
        "user add",
        "plan read",
      ])
        expect(text).toContain(name);
      expect(text).toContain("Mã thoát: 0 xong");
    }
    expect(told(await gandan(["restore", "--help"]))).toContain("--replace");
  });

  test("reads a plan file and starts nothing", async () => {
    const reading = document(await gandan(["plan", "read", planFile, "--json"]));
    expect(reading.header).toMatchObject({ number: "12", date: "2026-01-05" });
    expect(told(await gandan(["plan", "read", planFile]))).toContain("năm 2026");
    expectRefused(
      await gandan(["plan", "read", join(folder, "khong-co.docx"), "--json"]),
      "Không tìm thấy tệp",
    );
    expectRefused(await gandan(["plan", "read"]), "Thiếu tên tệp");
    expect(existsSync(data)).toBe(false);
  });

  test("refuses what is wrong in one line and makes nothing", async () => {
    const refusals: [words: string[], line: string][] = [
      [["backup", "--jsn"], "không có tùy chọn --jsn"],
      [["restore", planFile], "bị hỏng hoặc không phải của Gần Dân"],
      [["report", "draft", "--period", "2026-10", "--out", "khong/co/a.docx"], "Không ghi được tệp"],
    ];
    for (const [words, line] of refusals) expectRefused(await gandan(words), line);
    expect(existsSync(data)).toBe(false);
  });

  test("refuses to look into an installation that is not there, instead of making an empty one", async () => {
    const commands = [
      ["backup"],
      ["export", join(folder, "xuat-0")],
      ["doctor"],
      ["user", "list"],
      ["user", "recover", "a@mau.gandan.vn"],
      ["sample", "remove"],
      ["plan", "import", planFile],
    ];
    for (const words of commands) expectRefused(await gandan(words), `Chưa có dữ liệu ở ${data}`);
    expect(existsSync(data)).toBe(false);
  });

  test("refuses a wrong setting before a command does anything", async () => {
    expectRefused(await gandan(["sample", "load"], { GANDAN_TRUST_PROXY: "yes" }), "GANDAN_TRUST_PROXY");
    expectRefused(
      await gandan(["user", "list"], {
        DATABASE_URL: "postgres://serving@127.0.0.1:1/gandan",
        DATABASE_OWNER_URL: "postgres://owner@127.0.0.1:1/gandan",
      }),
      "Không vào được cơ sở dữ liệu của DATABASE_OWNER_URL (127.0.0.1:1)",
    );
    expect(existsSync(join(data, "postgres"))).toBe(false);
  });
});

describe("gandan on an installation of its own", () => {
  /** Runs from when a test below starts it; starting and stopping a database for each command is tried before that. */
  let server: ReturnType<typeof launch>;
  const address = () => /Cổng thông tin:\s+(http:\S+)\//.exec(server.result.stdout)?.[1];

  test("sample load begins it, and starts and stops its database", async () => {
    expect(document(await gandan(["sample", "load", "--json"]))).toEqual({ loaded: true });
    expect(processesOf(data)).toBe(0);
    expectRefused(await gandan(["sample", "load"]), "chỉ nạp vào hệ thống còn trống");
  });

  test("migrate says that nothing is due", async () => {
    expect(document(await gandan(["migrate", "--json"]))).toEqual({ pending: 0 });
    expect(told(await gandan(["migrate"]))).toContain("bản mới nhất");
  });

  test("doctor misses a backup, and is content when there is one", async () => {
    const before = await gandan(["doctor"]);
    expect(before.code).toBe(1);
    expect(before.stdout).toMatch(/✗ Sao lưu: chưa có bản nào .*chạy gandan backup/);
    const made = document(await gandan(["backup", "--json"]));
    expect(made.file.startsWith(join(data, "backups", "gandan-"))).toBe(true);
    expect(made.rows).toBeGreaterThan(300);
    const findings = document(await gandan(["doctor", "--json"]));
    expect(findings.length).toBeGreaterThan(7);
    expect(findings.filter(({ ok }: { ok: boolean }) => !ok)).toEqual([]);
    // Links with this machine's own address are of no use once it is no trial.
    const real = await gandan(["doctor"], { GANDAN_SAMPLE: "off" });
    expect([real.code, real.stdout]).toEqual([
      1,
      expect.stringMatching(/✗ Địa chỉ trong đường dẫn: http:\/\/127\.0\.0\.1:0 .*đặt GANDAN_BASE_URL/),
    ]);
    const set = { GANDAN_SAMPLE: "off", GANDAN_BASE_URL: "https://so.mau.gandan.vn" };
    expect((await gandan(["doctor"], set)).stdout).toContain(
      "✓ Địa chỉ trong đường dẫn: https://so.mau.gandan.vn",
    );
  });

  test("backup, restore elsewhere and export of both give the same", async () => {
    const saved = join(folder, "saved.zip");
    expect(told(await gandan(["backup", saved]))).toContain(saved);
    const elsewhere = { GANDAN_DATA: join(folder, "elsewhere") };
    const restored = document(await gandan(["restore", saved, "--json"], elsewhere));
    expect(restored).toMatchObject({ file: saved, upgraded: [], kept: null });
    const [one, two] = [join(folder, "export-1"), join(folder, "export-2")];
    expect(document(await gandan(["export", one, "--json"])).rows).toBeGreaterThan(300);
    told(await gandan(["export", two], elsewhere));
    expectRefused(await gandan(["audit", "purge", "--reason", "QĐ 01 (mẫu)"]), "GANDAN_AUDIT_YEARS");
    const purged = ["audit", "purge", "--reason", "QĐ 01 (mẫu)", "--json"];
    expect(document(await gandan(purged, { GANDAN_AUDIT_YEARS: "2" })).purged).toBeNull();
    // Each has written down in its own audit what was done with it.
    const apart = (where: string) =>
      Object.entries(contents(where)).filter(([name]) => !name.startsWith("tables/audit_"));
    expect(apart(two)).toEqual(apart(one));
    const audit = (where: string) => readFileSync(join(where, "tables/audit_entry.jsonl"), "utf8");
    expect(audit(one)).toMatch(/"back-up".*"installation"/);
    expect(audit(two)).toMatch(/"restore-backup".*"installation"/);
    expectRefused(await gandan(["export", one]), "đã có tệp");
  });

  test("restore refuses to write over data, and with --replace keeps a copy of it", async () => {
    const saved = join(folder, "saved.zip");
    expectRefused(await gandan(["restore", saved]), "--replace");
    const { kept } = document(await gandan(["restore", saved, "--replace", "--json"]));
    expect(statSync(kept).size).toBeGreaterThan(10_000);
    const text = told(await gandan(["restore", saved, "--replace"]));
    expect(text).toMatch(/bản sao lưu lúc \d\d\/\d\d\/\d{4} \d\d:\d\d\. .*Dữ liệu trước đó được giữ ở/);
    expect(document(await gandan(["user", "list", "--json"])).length).toBeGreaterThan(8);
  });

  test("serve keeps its data to itself, and commands beside it use its database", async () => {
    server = launch(["serve"]);
    await expect.poll(address, { timeout: 60_000 }).toBeDefined();
    expectRefused(await gandan(["serve"]), "đang được một Gần Dân khác dùng");
  });

  test("user list, add and recover", async () => {
    expect(told(await gandan(["user", "list"]))).toMatch(
      /^office@mau.gandan.vn\t.*\toffice \(Văn thư, Văn phòng\)\t/m,
    );
    const words = ["user", "add", "moi@mau.gandan.vn", "--name", "Người Mẫu Mới", "--role", "editor"];
    const added = document(await gandan([...words, "--json"]));
    expect(added.link).toContain("/workspace/dat-lai-mat-khau?ma=");
    expectRefused(await gandan(words), "đã có tài khoản");
    expectRefused(await gandan([...words, "--unit", "khong-co"]), "Không có đơn vị “khong-co”");
    expect(document(await gandan(["user", "recover", "MOI@mau.gandan.vn", "--json"]))).toMatchObject({
      email: "moi@mau.gandan.vn",
      minutes: expect.any(Number),
    });
    expect(told(await gandan(["user", "recover", "moi@mau.gandan.vn"]))).toContain("dùng một lần");
    expectRefused(await gandan(["user", "recover", "la@mau.gandan.vn"]), "Không có tài khoản");
  });

  test("plan import reads a plan in", async () => {
    expect(document(await gandan(["plan", "import", planFile, "--json"]))).toHaveProperty("warnings");
    const nonsense = join(folder, "khong-phai.docx");
    writeFileSync(nonsense, "không phải tệp Word");
    const refused = await gandan(["plan", "import", nonsense, "--json"]);
    expectRefused(refused, "");
  });

  test("report draft writes the report of a period", async () => {
    const out = join(folder, "bao-cao.docx");
    const words = ["report", "draft", "--period", "2026-10", "--out", out];
    expect(document(await gandan([...words, "--json"]))).toMatchObject({
      file: out,
      periodFrom: "2026-09-15",
      periodTo: "2026-10-14",
    });
    expect(readFileSync(out).subarray(0, 2).toString()).toBe("PK");
    expect(told(await gandan(words))).toContain("Đã ghi báo cáo");
    expectRefused(await gandan(["report", "draft", "--period", "2026-13", "--out", out]), "2026-13");
  });

  test("beside a running server the commands lift locks, save and restore, and leave it running", async () => {
    const signIn = async (password: string) =>
      (
        await fetch(`${address()}/api/auth/sign-in`, {
          method: "POST",
          headers: { "content-type": "application/json", origin: address()! },
          body: JSON.stringify({ email: "office@mau.gandan.vn", password }),
        })
      ).status;
    for (let attempt = 0; attempt < 5; attempt += 1) expect(await signIn("khong-phai-mat-khau")).toBe(401);
    expect(await signIn("gan-dan-mau-2026")).toBe(429);
    expect(document(await gandan(["user", "unlock", "office@mau.gandan.vn", "--json"])).lifted).toBe(true);
    expect(await signIn("gan-dan-mau-2026")).toBe(200);
    expect(told(await gandan(["user", "unlock", "office@mau.gandan.vn"]))).toContain("không bị tạm khóa");
    // The commands know the port no better than this; the server does.
    const { link } = document(await gandan(["user", "recover", "office@mau.gandan.vn", "--json"]));
    expect(link).toContain(`${address()}/workspace/dat-lai-mat-khau?ma=`);
    const saved = join(folder, "running.zip");
    expect(document(await gandan(["backup", saved, "--json"])).file).toBe(saved);
    expect(told(await gandan(["migrate"]))).toContain("bản mới nhất");
    told(await gandan(["restore", saved, "--replace"]));
    expect((await fetch(`${address()}/readyz`)).status).toBe(200);
    expect((await fetch(`${address()}/`)).status).toBe(200);
    server.child.kill("SIGTERM");
    expect((await server.ended).code).toBe(0);
    expect(processesOf(data)).toBe(0);
  });

  test("sample remove takes the sample away, once", async () => {
    for (const answer of [null, "có"]) {
      const refused = await launch(["sample", "remove"], {}, answer).ended;
      expect([refused.code, refused.stdout]).toEqual([2, ""]);
      expect(refused.stderr).toMatch(/Sở Văn hóa, Thể thao và Du lịch \(\d+ người[\s\S]*Chưa gỡ gì/);
    }
    const pictures = readdirSync(join(data, "files")).length;
    expect(pictures).toBeGreaterThan(0);
    const removed = await launch(["sample", "remove", "--json"], {}, "go mau").ended;
    expect(removed.code).toBe(0);
    // Nothing is left, so the first set-up waits and its code is said.
    const { saved, ...what } = JSON.parse(removed.stdout);
    expect(what).toMatchObject({
      removed: 1,
      agencies: ["Sở Văn hóa, Thể thao và Du lịch"],
      files: pictures,
      lines: expect.arrayContaining([expect.stringMatching(/mã/i)]),
    });
    expect(statSync(saved).size).toBeGreaterThan(10_000);
    expect(readdirSync(join(data, "files"))).toEqual([]);
    expect(told(await gandan(["sample", "remove"]))).toContain("Không có đơn vị mẫu nào");
    expectRefused(await gandan(["plan", "import", planFile]), "Chưa có cơ quan");
    expectRefused(
      await gandan(["report", "draft", "--period", "2026-10", "--out", join(folder, "b.json")]),
      "Chưa có cơ quan nào",
    );
    expectRefused(
      await gandan(["user", "add", "b@mau.gandan.vn", "--name", "Người Mẫu", "--role", "editor"]),
      "Chưa có cơ quan",
    );
  });
});
