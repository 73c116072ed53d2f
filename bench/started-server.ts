import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";

const root = join(import.meta.dirname, "..");

/** The built server with the sample department and its data in this folder, once it has said its address. */
export async function startedServer(data: string): Promise<{ child: ChildProcess; address: string }> {
  const child = spawn(process.execPath, [join(root, "boot.mjs"), "start"], {
    cwd: root,
    stdio: ["ignore", "pipe", "inherit"],
    env: {
      ...process.env,
      PORT: "0",
      GANDAN_DATA: data,
      GANDAN_SAMPLE: "on",
      npm_lifecycle_event: undefined,
    },
  });
  let output = "";
  child.stdout.on("data", (chunk) => {
    output += chunk;
  });
  for (;;) {
    const address = /Cổng thông tin:\s+(http:\/\/\S+)\//.exec(output)?.[1];
    if (address) return { child, address };
    if (child.exitCode !== null) throw new Error(`Máy chủ không khởi động được:\n${output}`);
    await delay(100);
  }
}
