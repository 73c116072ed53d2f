import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { beforeAll, describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "..");
const tree = mkdtempSync(join(tmpdir(), "gandan-rules-"));
const put = (path: string, text: string) => {
  mkdirSync(dirname(join(tree, path)), { recursive: true });
  writeFileSync(join(tree, path), text);
};
const capability = (path: string) => `src/capabilities/${path}`;

/** Each rule with a file that breaks it; everything else in the little tree keeps the rules. */
const planted: Record<string, [path: string, text: string]> = {
  "everything-resolves": [capability("plan/lost.ts"), 'import "./nowhere.ts";'],
  "relative-paths-stay-at-home": [capability("plan/climb.ts"), 'import "../organization/index.ts";'],
  "only-through-a-door": [capability("plan/wall.ts"), 'import "#organization/hidden";'],
  "organization-knocks-only-where-it-may": [capability("organization/up.ts"), 'import "#plan";'],
  "plug-web-and-portal-doors-are-for-apps": [capability("plan/plugs-in.ts"), 'import "#organization/plug";'],
  "tables-door-is-for-tables": [capability("plan/reads-tables.ts"), 'import "#organization/tables";'],
  "platform-and-ui-know-no-capability": ["src/platform/knows.ts", 'import "#plan";'],
  "capabilities-know-no-app": [capability("plan/knows-app.ts"), 'import "../../apps/main.ts";'],
  "apps-only-plug-in": ["src/apps/reaches.ts", 'import "#plan";'],
  "pure-rooms-stay-pure": [capability("plan/policy.ts"), 'import "./tables.ts";'],
  "browser-never-reaches-the-server": [capability("plan/web/page.tsx"), 'import "../tables.ts";'],
  "portal-reads-only-what-is-published": [capability("plan/portal/page.tsx"), 'import "../act.ts";'],
  "nothing-calls-back-into-routes-or-jobs": [capability("plan/calls-back.ts"), 'import "./routes.ts";'],
  "the-product-needs-no-tools": [capability("plan/tool.ts"), 'import "fast-check";'],
  "the-product-never-imports-its-tests": [
    capability("plan/rehearses.ts"),
    'import "#platform/testing/stub.ts";',
  ],
  "no-circles": [capability("plan/round.ts"), 'import "./about.ts";'],
};

interface Violation {
  from: string;
  to: string;
  rule: { name: string };
}

async function violations(): Promise<Violation[]> {
  const depcruise = join(root, "node_modules", ".bin", "depcruise");
  const call = promisify(execFile)(
    depcruise,
    ["--config", ".dependency-cruiser.mjs", "--output-type", "json", "src"],
    {
      cwd: tree,
      maxBuffer: 32 * 1024 * 1024,
    },
  );
  const { stdout } = await call.catch((error: { stdout: string }) => error);
  return JSON.parse(stdout).summary.violations;
}

beforeAll(() => {
  cpSync(join(root, ".dependency-cruiser.mjs"), join(tree, ".dependency-cruiser.mjs"));
  put(
    "architecture/neighbours.ts",
    'export const neighbours = { organization: [], plan: ["organization"] };',
  );
  put("package.json", readFileSync(join(root, "package.json"), "utf8"));
  symlinkSync(join(root, "node_modules"), join(tree, "node_modules"));
  for (const name of ["organization", "plan"]) {
    for (const room of ["index", "plug", "tables", "routes", "hidden", "act"])
      put(capability(`${name}/${room}.ts`), "export {};");
  }
  put(capability("plan/good.ts"), 'import "#organization";');
  put(capability("plan/about.ts"), 'import "./round.ts";');
  put(capability("plan/round.ts"), "export {};");
  put("src/platform/testing/stub.ts", "export {};");
  put("src/apps/main.ts", 'import "#plan/plug";');
});

describe("the rules of the house", () => {
  test("raise no alarm where they are kept", async () => {
    expect(await violations()).toEqual([]);
  });

  test("find what nobody uses: a file, an export, a dependency", async () => {
    cpSync(join(root, "knip.config.ts"), join(tree, "knip.config.ts"));
    put("src/apps/entry.ts", 'import { used } from "./offers.ts";\n\nused();\n');
    put("src/apps/offers.ts", "export const used = () => {};\nexport const unused = 1;\n");
    put("src/apps/lonely.ts", "export const lonely = 1;\n");
    put("scripts/run.ts", 'import "../src/apps/entry.ts";\n');
    const knip = join(root, "node_modules", "knip", "bin", "knip.js");
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [knip, "--reporter", "json", "--no-exit-code", "--no-config-hints"],
      { cwd: tree, maxBuffer: 32 * 1024 * 1024 },
    );
    const { issues } = JSON.parse(stdout) as {
      issues: {
        file: string;
        files: unknown[];
        exports: { name: string }[];
        dependencies: { name: string }[];
      }[];
    };
    const about = (file: string) => issues.find((issue) => issue.file === file);
    expect(about("src/apps/lonely.ts")?.files).toHaveLength(1);
    expect(about("src/apps/offers.ts")?.exports.map(({ name }) => name)).toEqual(["unused"]);
    expect(about("package.json")?.dependencies.map(({ name }) => name)).toContain("react");
    expect(about("src/apps/entry.ts")).toBeUndefined();
  });

  test("each catch what breaks them", async () => {
    for (const [path, text] of Object.values(planted)) put(path, text);
    const found = await violations();
    for (const [name, [path]] of Object.entries(planted)) {
      expect(
        found.filter(({ from, to, rule }) => [from, to].includes(path) && rule.name === name),
        name,
      ).not.toEqual([]);
    }
    expect(found.filter(({ from }) => from.endsWith("/good.ts"))).toEqual([]);
  });
});
