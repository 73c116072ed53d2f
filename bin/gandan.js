#!/usr/bin/env node
// The command line. Runs the built product when it is up to date, else the sources; always on the product's Node.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { certificatesRefused } from "../scripts/extra-certificates.mjs";
import { compileCache, isBuilt, isInstalled, productNode, root } from "../scripts/freshness.mjs";

if (!isInstalled()) {
  process.stderr.write("Chưa cài thư viện của Gần Dân; hãy chạy: npm install --no-save\n");
  process.exit(2);
}
const refused = certificatesRefused();
if (refused) {
  process.stderr.write(`${refused}\n`);
  process.exit(2);
}
const script = isBuilt()
  ? [join(root, "dist", "server", "gandan.js")]
  : ["--import", join(root, "scripts", "tsx-loader.mjs"), join(root, "src", "apps", "cli", "gandan.ts")];
const child = spawn(productNode, ["--no-warnings", ...script, ...process.argv.slice(2)], {
  stdio: "inherit",
  env: { ...process.env, ...compileCache },
});
for (const signal of ["SIGTERM", "SIGINT"]) process.on(signal, () => child.kill(signal));
child.on("exit", (code, signal) => process.exit(signal ? 143 : (code ?? 1)));
