// Behind `npm start`, `npm test` and the others. Plain JavaScript for Node >= 20 without dependencies: installs
// what is missing, builds what is stale, then goes on under the product's own Node.
import { spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { certificatesRefused } from "./scripts/extra-certificates.mjs";
import {
  compileCache,
  hasTools,
  isBuilt,
  isInstalled,
  productNode,
  root,
  sourceFingerprint,
  stamp,
} from "./scripts/freshness.mjs";

const [command = "start", ...rest] = process.argv.slice(2);
const started = Date.now();
const say = (text) => process.stdout.write(`${text}\n`);
const seconds = (from) => `${Math.round((Date.now() - from) / 1000)} giây`;

let running = null;
let stopSignal = null;

function fail(text, code = 1) {
  process.stderr.write(`${text}\n`);
  process.exit(code);
}

/** Runs a program in this process group; resolves with its exit code. Signals are handed on to it. */
function run(program, args, { env = {}, quiet = false } = {}) {
  return new Promise((done) => {
    const output = [];
    const child = spawn(program, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: quiet ? ["ignore", "pipe", "pipe"] : ["ignore", "inherit", "inherit"],
    });
    running = child;
    child.stdout?.on("data", (chunk) => output.push(chunk));
    child.stderr?.on("data", (chunk) => output.push(chunk));
    child.on("error", (error) => done({ code: 1, output: String(error) }));
    child.on("exit", (code, signal) => {
      running = null;
      done({ code: signal ? 143 : (code ?? 1), output: Buffer.concat(output).toString() });
    });
  });
}

for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"]) {
  process.on(signal, () => {
    stopSignal = signal;
    if (running) running.kill(signal === "SIGHUP" ? "SIGTERM" : signal);
    else process.exit(143);
  });
}

// Started by npm: when npm is killed without being able to say so, leave too.
if (process.env.npm_lifecycle_event) {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent && !stopSignal) process.kill(process.pid, "SIGTERM");
  }, 500).unref();
}

/** A long step with a sign of life every ten seconds. */
async function step(text, program, args, env) {
  const from = Date.now();
  say(`· ${text}…`);
  const alive = setInterval(() => say(`  vẫn đang làm, đã ${seconds(from)}`), 10_000);
  const { code, output } = await run(program, args, { env, quiet: true });
  clearInterval(alive);
  if (stopSignal) process.exit(143);
  if (code !== 0) fail(`${output}\nKhông xong bước “${text}” (mã ${code}).`);
  say(`  xong sau ${seconds(from)}`);
}

/** Installs what the product runs on; with `tools`, also what tests and checks need (a browser among them). */
async function install({ tools = false } = {}) {
  if (isInstalled({ tools })) return;
  const npm = process.env.npm_execpath;
  const which = tools || hasTools() ? "--include=dev" : "--omit=dev";
  const args = ["install", "--no-save", which, "--include=optional", "--no-fund", "--no-audit"];
  const [program, all] = npm?.endsWith(".js") ? [process.execPath, [npm, ...args]] : ["npm", args];
  await step("Cài các thư viện (chỉ lần đầu hoặc khi nâng cấp)", program, all);
  if (!isInstalled({ tools })) {
    fail(
      "Đã cài nhưng thư viện vẫn thiếu; nếu npm chặn lệnh cài đặt của gói “node”, hãy chạy: npm rebuild node",
    );
  }
}

async function build() {
  if (isBuilt()) return;
  const fingerprint = sourceFingerprint();
  const vite = join(root, "node_modules", "vite", "bin", "vite.js");
  const env = { NODE_ENV: "production" };
  await step("Dựng phần máy chủ", productNode, [vite, "build", "--config", "vite.server.config.ts"], env);
  await step("Dựng phần làm việc", productNode, [vite, "build", "--config", "vite.workspace.config.ts"], env);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, fingerprint);
}

/** Goes on under the product's Node: in place of this process where this Node can do that, else in a child. */
async function goOn(script, args, { loader = false } = {}) {
  const imports = loader ? ["--import", join(root, "scripts", "tsx-loader.mjs")] : [];
  const all = ["--no-warnings", ...imports, join(root, script), ...args];
  const env = {
    GANDAN_BOOTED: String(started),
    ...(script.startsWith("dist/") && compileCache),
    PATH: `${join(root, "node_modules", ".bin")}:${process.env.PATH}`,
  };
  const fromNpm = process.env.npm_lifecycle_event !== undefined;
  if (process.execve) {
    process.chdir(root);
    const inherited = { ...process.env, ...env, ...(fromNpm && { GANDAN_WATCH_PARENT: "1" }) };
    process.execve(productNode, [productNode, ...all], inherited);
  }
  const { code } = await run(productNode, all, { env: { ...env, GANDAN_WATCH_PARENT: "1" } });
  process.exit(code);
}

const major = Number(process.versions.node.split(".")[0]);
if (major < 20) fail(`Gần Dân cần Node.js 20 trở lên để khởi động; máy này có ${process.version}.`, 2);

const refused = certificatesRefused();
if (refused) fail(refused, 2);

const commands = {
  start: async () => {
    await install();
    await build();
    await goOn("dist/server/gandan.js", ["serve", ...rest]);
  },
  build: async () => {
    await install();
    await build();
  },
  dev: async () => {
    await install({ tools: true });
    await goOn("scripts/dev.ts", rest, { loader: true });
  },
  test: async () => {
    await install({ tools: true });
    await goOn("scripts/test.ts", rest);
  },
  check: async () => {
    await install({ tools: true });
    await goOn("scripts/check.ts", rest);
  },
  bench: async () => {
    await install({ tools: true });
    await goOn("scripts/bench.ts", rest, { loader: true });
  },
  stubs: async () => {
    await install();
    await goOn("scripts/stubs.ts", rest);
  },
  "new-capability": async () => {
    await install({ tools: true });
    await goOn("scripts/new-capability.ts", rest);
  },
};
if (!commands[command]) fail(`Không có lệnh “${command}”. Các lệnh: ${Object.keys(commands).join(", ")}.`, 2);
await commands[command]();
