import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import { beforeAll, describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "..");
const tree = join(mkdtempSync(join(tmpdir(), "gandan-new-")), "house");
const leftOut = new Set(["node_modules", "dist", "data", ".git"]);

interface Ended {
  code: number;
  stdout: string;
  stderr: string;
}

const node = (...args: string[]): Promise<Ended> =>
  promisify(execFile)(process.execPath, ["--no-warnings", ...args], { cwd: tree }).then(
    (done) => ({ code: 0, ...done }),
    (error: Ended) => error,
  );

beforeAll(() => {
  cpSync(root, tree, { recursive: true, filter: (path) => !leftOut.has(basename(path)) });
  symlinkSync(join(root, "node_modules"), join(tree, "node_modules"));
});

describe("npm run new:capability", () => {
  test("makes a capability that keeps every rule before a line of it is written", async () => {
    expect(await node("scripts/new-capability.ts", "sample-trials")).toMatchObject({ code: 0, stderr: "" });
    // The types of all the rest are checked where they stand: here those of what was made, and of what it was entered in.
    const types = join(tree, "tsconfig.json");
    const made = '"include": ["src/capabilities/sample-trials", "architecture/neighbours.ts"]';
    writeFileSync(types, readFileSync(types, "utf8").replace(/"include": \[[^\]]*\]/, made));
    const checked = await node("scripts/check.ts");
    expect(checked.stdout).not.toContain("✗");
    expect(checked.code, checked.stdout).toBe(0);
    // The rooms alone, without the database that the other tests share.
    const config = join(tree, "rooms.config.ts");
    writeFileSync(config, 'export default { test: { include: ["architecture/rooms.test.ts"] } };\n');
    const rooms = await node(
      "node_modules/vitest/vitest.mjs",
      "run",
      "--reporter=verbose",
      "--config",
      config,
    );
    expect(rooms.stdout + rooms.stderr).toContain("sample-trials has its required rooms");
    expect(rooms.code, rooms.stdout).toBe(0);
    // Room for a slow machine: the check runs once more, on the copy.
  }, 300_000);

  test("refuses a name that is taken or cannot be one, and changes nothing", async () => {
    const before = readFileSync(join(tree, "package.json"), "utf8");
    for (const name of ["plan", "Procedures", "../escape", ""]) {
      const { code, stderr } = await node("scripts/new-capability.ts", name);
      expect(code, name).toBe(2);
      expect(stderr.trim().split("\n"), name).toHaveLength(1);
    }
    expect(readFileSync(join(tree, "package.json"), "utf8")).toBe(before);
  });
});
