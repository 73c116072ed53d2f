import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { afterAll } from "vitest";
import { root } from "#platform/config/root.ts";

/** The real thing, as `npm start` runs it once built; needs `dist/`, which `npm test` builds first. */
export interface Started {
  child: ChildProcess;
  output: () => string;
  address: string;
}

const children: ChildProcess[] = [];

/** Starts the server with these settings, and does not wait. */
export function launch(env: Record<string, string>) {
  const child = spawn(process.execPath, [join(root, "boot.mjs"), "start"], {
    cwd: root,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, PORT: "0", npm_lifecycle_event: undefined, ...env },
  });
  children.push(child);
  let text = "";
  let wrong = "";
  child.stdout.on("data", (chunk) => {
    text += chunk;
  });
  child.stderr.on("data", (chunk) => {
    text += chunk;
    wrong += chunk;
  });
  return { child, output: () => text, errors: () => wrong };
}

/** Starts the server with these settings, and waits until it has said its address. */
export async function start(env: Record<string, string>): Promise<Started> {
  const { child, output } = launch(env);
  for (let waited = 0; waited < 110_000; waited += 50) {
    const address = /Cổng thông tin:\s+(http:\/\/\S+)\//.exec(output())?.[1];
    if (address) return { child, output, address };
    if (child.exitCode !== null) break;
    await delay(50);
  }
  throw new Error(`không khởi động được:\n${output()}`);
}

/** The exit code, once the process is gone. */
export const ended = (child: ChildProcess): Promise<number | null> =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve(child.exitCode)
    : new Promise((resolve) => child.once("exit", (code) => resolve(code)));

afterAll(() => {
  for (const { pid } of children) {
    try {
      if (pid) process.kill(-pid, "SIGKILL");
    } catch {
      // Gone already.
    }
  }
});
