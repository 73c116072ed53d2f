import { spawn } from "node:child_process";
import { join } from "node:path";

/**
 * Development: the server from the sources, restarted by Node when a source changes, beside Vite, which serves the
 * workspace with every screen exchanged in the open page as it is edited, and hands everything else on to the server.
 * Both end together.
 */
const root = join(import.meta.dirname, "..");
const start = (args: string[]) =>
  spawn(process.execPath, ["--no-warnings", ...args], { cwd: root, stdio: "inherit", env: process.env });

const vite = join(root, "node_modules", "vite", "bin", "vite.js");
const children = [
  start([vite, "--clearScreen", "false", "--config", "vite.workspace.config.ts"]),
  start([
    "--import",
    join(root, "scripts", "tsx-loader.mjs"),
    "--watch-path=src",
    "--watch-preserve-output",
    join(root, "src", "apps", "cli", "gandan.ts"),
    "serve",
  ]),
];

let ending = false;
function end(): void {
  if (ending) return;
  ending = true;
  for (const child of children) child.kill("SIGTERM");
}
for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(signal, end);
for (const child of children) child.on("exit", end);
