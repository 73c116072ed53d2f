import { spawn } from "node:child_process";
import { availableParallelism } from "node:os";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
const bin = (name: string) => join(root, "node_modules", ".bin", name);

/** What `npm run check` looks at, cheapest first; the same list is the first part of `npm test`. */
const steps: { name: string; command: string; args: string[] }[] = [
  {
    name: "Định dạng và quy tắc viết mã (Biome)",
    command: bin("biome"),
    args: ["check", "--error-on-warnings", "."],
  },
  {
    name: "Kiểu dữ liệu (TypeScript)",
    command: bin("tsc"),
    // Each checker works out the common types anew: more of them than cores only cost time and memory.
    args: ["--noEmit", "--checkers", String(Math.min(4, availableParallelism()))],
  },
  {
    name: "Cửa và láng giềng (dependency-cruiser)",
    command: process.execPath,
    args: [bin("depcruise"), "--config", ".dependency-cruiser.mjs", "src"],
  },
  {
    name: "Tệp, hàm và thư viện không ai dùng (knip)",
    command: process.execPath,
    args: [bin("knip"), "--no-progress", "--no-config-hints"],
  },
];

function run(command: string, args: string[]): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const child = spawn(command, args, { cwd: root, env: { ...process.env, NO_COLOR: "1" } });
    child.stdout.on("data", (chunk) => chunks.push(chunk));
    child.stderr.on("data", (chunk) => chunks.push(chunk));
    child.on("error", (error) => resolve({ code: 1, output: String(error) }));
    child.on("close", (code) => resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString() }));
  });
}

/** Runs all steps, says each with its time, and counts; a failed step prints what its tool said. */
export async function check(): Promise<{ passed: number; failed: number }> {
  let failed = 0;
  for (const { name, command, args } of steps) {
    const from = performance.now();
    const { code, output } = await run(command, args);
    const seconds = ((performance.now() - from) / 1000).toFixed(1);
    process.stdout.write(`${code === 0 ? "✓" : "✗"} ${name} (${seconds} s)\n`);
    if (code !== 0) {
      failed += 1;
      process.stdout.write(`${output.split("\n").slice(-80).join("\n")}\n`);
    }
  }
  return { passed: steps.length - failed, failed };
}

if (import.meta.main) process.exitCode = (await check()).failed === 0 ? 0 : 1;
