import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { check } from "./check.ts";

/**
 * `npm test`: the checks, a build, then every test with the browser journeys. The last line is "N passed, N failed".
 * Whatever the tests start lives under one temporary folder, so that nothing is left when they are stopped.
 */
const root = join(import.meta.dirname, "..");
const folder = mkdtempSync(join(tmpdir(), "gandan-"));
const only = process.argv.slice(2);
let running: ChildProcess | null = null;
let stopped = false;

/** Processes whose command line names the folder: databases and browsers of the tests. */
function leftOver(): number[] {
  if (process.platform !== "linux") return [];
  return readdirSync("/proc").flatMap((name) => {
    if (!/^\d+$/.test(name) || Number(name) === process.pid) return [];
    try {
      return readFileSync(`/proc/${name}/cmdline`, "utf8").includes(folder) ? [Number(name)] : [];
    } catch {
      return [];
    }
  });
}

const kill = (pid: number, signal: NodeJS.Signals) => {
  try {
    process.kill(pid, signal);
  } catch {
    // Gone already.
  }
};

async function cleanUp(): Promise<void> {
  for (const pid of leftOver()) kill(pid, "SIGTERM");
  for (let waited = 0; waited < 3000 && leftOver().length > 0; waited += 100) await delay(100);
  for (const pid of leftOver()) kill(pid, "SIGKILL");
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

function run(args: string[], env: NodeJS.ProcessEnv = {}): Promise<number> {
  return new Promise((resolve) => {
    // A group of its own, so that stopping reaches the workers as well.
    const child = spawn(process.execPath, ["--no-warnings", ...args], {
      cwd: root,
      stdio: ["ignore", "inherit", "inherit"],
      detached: true,
      env: { ...process.env, TMPDIR: folder, ...env },
    });
    running = child;
    child.on("exit", (code) => {
      running = null;
      resolve(code ?? 1);
    });
  });
}

async function stop(): Promise<void> {
  if (stopped) return;
  stopped = true;
  const group = running?.pid;
  if (group) kill(-group, "SIGTERM");
  for (let waited = 0; waited < 4000 && running; waited += 100) await delay(100);
  if (group) kill(-group, "SIGKILL");
  await cleanUp();
  process.exit(143);
}
for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(signal, () => void stop());
if (process.env.GANDAN_WATCH_PARENT === "1") {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) void stop();
  }, 500).unref();
}

const counts = { passed: 0, failed: 0 };
const count = (passed: number, failed: number) => {
  counts.passed += passed;
  counts.failed += failed;
};

const checked = await check();
count(checked.passed, checked.failed);
const built = await run([join(root, "boot.mjs"), "build"]);
count(built === 0 ? 1 : 0, built === 0 ? 0 : 1);

const resultFile = join(folder, "results.json");
const vitest = join(root, "node_modules", "vitest", "vitest.mjs");
await run([
  vitest,
  "run",
  "--reporter=default",
  "--reporter=json",
  `--outputFile.json=${resultFile}`,
  ...only,
]);
if (!stopped) {
  try {
    const { numPassedTests, numFailedTests, numFailedTestSuites, success } = JSON.parse(
      readFileSync(resultFile, "utf8"),
    );
    // A file that could not even be loaded holds no test that failed; it must not pass unseen.
    count(numPassedTests, numFailedTests > 0 || success ? numFailedTests : Math.max(1, numFailedTestSuites));
  } catch {
    count(0, 1);
  }
  await cleanUp();
  process.stdout.write(`\n${counts.passed} passed, ${counts.failed} failed\n`);
  process.exitCode = counts.failed === 0 && counts.passed > 0 ? 0 : 1;
}
