import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ended, launch, start } from "./server-process.ts";

const folder = mkdtempSync(join(tmpdir(), "gandan-house-"));

/** Processes whose command line names the data directory: the database's. */
const processesOf = (data: string): number =>
  readdirSync("/proc").filter((name) => {
    try {
      return /^\d+$/.test(name) && readFileSync(`/proc/${name}/cmdline`, "utf8").includes(`${data}/`);
    } catch {
      return false;
    }
  }).length;

async function signedIn(address: string): Promise<string> {
  const answer = await fetch(`${address}/api/auth/sign-in`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ email: "office@mau.gandan.vn", password: "gan-dan-mau-2026" }),
  });
  return answer.headers.get("set-cookie")?.split(";")[0] ?? "";
}

describe("the server as an operator meets it", () => {
  // As under a home that other users cannot enter.
  const closed = join(folder, "kin");
  mkdirSync(closed, { mode: 0o700 });
  const data = join(closed, "data");

  test("starts in a directory of mode 0700, stops on SIGTERM, even told twice, and leaves no process", async () => {
    const { child } = await start({ GANDAN_DATA: data });
    expect(processesOf(data)).toBeGreaterThan(0);
    child.kill("SIGTERM");
    child.kill("SIGTERM");
    expect(await ended(child)).toBe(0);
    expect(processesOf(data)).toBe(0);
  });

  test("killed with its whole group, comes back with every write that it had acknowledged", async () => {
    const { child, address } = await start({ GANDAN_DATA: data });
    const cookie = await signedIn(address);
    const written = await fetch(`${address}/api/documents`, {
      method: "POST",
      headers: { "content-type": "application/json", cookie },
      body: JSON.stringify({
        number: "99/KH-THU",
        type: "Kế hoạch",
        issuedOn: "2026-11-20",
        issuer: null,
        abstract: null,
      }),
    });
    expect(written.status).toBe(200);
    process.kill(-child.pid!, "SIGKILL");
    await ended(child);
    const again = await start({ GANDAN_DATA: data });
    expect(again.output()).toContain("nhận lại máy chủ PostgreSQL");
    const found = await fetch(`${again.address}/api/documents?q=99/KH-THU`, { headers: { cookie } });
    expect((await found.json()).documents).toHaveLength(1);
    again.child.kill("SIGTERM");
    await ended(again.child);
    expect(processesOf(data)).toBe(0);
  });

  test("its database killed alone, as where memory runs out, is started again; what was written is there", async () => {
    const { child, output, address } = await start({ GANDAN_DATA: data });
    const [pid] = readFileSync(join(data, "postgres", "postmaster.pid"), "utf8").split("\n");
    process.kill(Number(pid), "SIGKILL");
    await expect.poll(output, { timeout: 60_000, interval: 100 }).toContain("đã mở lại");
    const cookie = await signedIn(address);
    const found = await fetch(`${address}/api/documents?q=99/KH-THU`, { headers: { cookie } });
    expect((await found.json()).documents).toHaveLength(1);
    child.kill("SIGTERM");
    expect(await ended(child)).toBe(0);
    expect(processesOf(data)).toBe(0);
  });

  test("a second one on the same data is refused with one line and exit code 2, and the first goes on", async () => {
    const first = await start({ GANDAN_DATA: data });
    const second = launch({ GANDAN_DATA: data });
    expect(await ended(second.child)).toBe(2);
    expect(second.output().trim().split("\n")).toEqual([
      expect.stringContaining("đang được một Gần Dân khác dùng"),
    ]);
    expect((await fetch(`${first.address}/readyz`)).status).toBe(200);
    first.child.kill("SIGTERM");
    await ended(first.child);
  });

  test("a setting that cannot be used is one line and exit code 2, and nothing is made", async () => {
    const elsewhere = join(folder, "khong-tao");
    const aFile = join(folder, "tep");
    writeFileSync(aFile, "không phải thư mục");
    const wrong: [env: Record<string, string>, names: string][] = [
      [{ GANDAN_ROLE: "everything" }, "GANDAN_ROLE"],
      [{ NODE_EXTRA_CA_CERTS: join(folder, "khong-co.pem") }, "NODE_EXTRA_CA_CERTS"],
      [{ NODE_EXTRA_CA_CERTS: aFile }, "chứng thư dạng PEM"],
      [{ GANDAN_DATA: aFile }, "GANDAN_DATA"],
      [{ GANDAN_SECRET_FILE: aFile }, aFile],
    ];
    for (const [env, names] of wrong) {
      const { child, output } = launch({ GANDAN_DATA: elsewhere, ...env });
      expect(await ended(child)).toBe(2);
      expect(output().trim().split("\n")).toEqual([expect.stringContaining(names)]);
      expect(existsSync(join(elsewhere, "postgres"))).toBe(false);
    }
  });

  test("a port that is taken or a host of elsewhere is one line and exit code 2, and no database stays behind", async () => {
    const other = createServer();
    await new Promise<void>((done) => other.listen(0, "127.0.0.1", done));
    const { port } = other.address() as AddressInfo;
    for (const [env, words] of [
      [{ PORT: String(port) }, `Cổng ${port} đang được chương trình khác dùng`],
      [{ HOST: "192.0.2.1" }, 'HOST="192.0.2.1" không phải địa chỉ của máy này'],
    ] as const) {
      const { child, errors } = launch({ GANDAN_DATA: data, ...env });
      expect(await ended(child)).toBe(2);
      expect(errors().trim().split("\n")).toEqual([expect.stringContaining(words)]);
      expect(processesOf(data)).toBe(0);
    }
    other.close();
  });

  test("outside sample mode it asks for the first set-up, and only its console's code opens it", async () => {
    const { child, address, output } = await start({
      GANDAN_DATA: join(folder, "moi"),
      GANDAN_SAMPLE: "off",
    });
    // Printed a moment after the addresses.
    const printed = () => /Mã thiết lập: (\w+)\n/.exec(output())?.[1];
    await expect.poll(printed, { timeout: 20_000 }).toBeDefined();
    const code = printed();
    const complete = (given: string) =>
      fetch(`${address}/api/first-run`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({
          code: given,
          agency: {
            name: "Sở Thí Dụ",
            superiorName: null,
            symbol: "STD",
            place: "Nơi Mẫu",
            address: null,
            phone: null,
            email: null,
          },
          units: [{ name: "Văn phòng", shortName: "VP", kind: "office" }],
          administrator: {
            name: "Người Mẫu",
            email: "quan-tri@mau.gandan.vn",
            password: "mot-cau-dai-va-rieng",
          },
        }),
      });
    expect((await complete("SAI")).status).toBe(403);
    expect((await complete(code ?? "")).status).toBe(200);
    expect((await complete(code ?? "")).status).toBe(409);
    child.kill("SIGTERM");
    expect(await ended(child)).toBe(0);
  });
});
