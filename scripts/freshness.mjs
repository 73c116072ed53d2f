// Plain JavaScript for Node 20, no dependencies: boot.mjs and bin/gandan.js run it before anything is installed.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";

export const root = resolve(import.meta.dirname ?? new URL(".", import.meta.url).pathname, "..");

/** The Node that the product runs on, shipped as an npm package. */
export const productNode = join(root, "node_modules", "node", "bin", "node");

/** What Node has compiled of the built server is kept beside it: a third less to do at each start. */
export const compileCache = { NODE_COMPILE_CACHE: join(root, "dist", "server", "compiled") };

const json = (path) => JSON.parse(readFileSync(path, "utf8"));

const fitsThisMachine = (entry) =>
  (!entry.os || entry.os.includes(process.platform)) && (!entry.cpu || entry.cpu.includes(process.arch));

const installed = join(root, "node_modules", ".package-lock.json");

const forWorkOnly = (entry) => entry.dev || entry.devOptional;

/** True when node_modules holds tools that only work on the code needs: they stay when libraries are renewed. */
export const hasTools = () =>
  existsSync(installed) && Object.values(json(installed).packages).some((entry) => entry.dev);

/**
 * True when node_modules holds just what the lock file names; what only work on the code needs (tests, checks,
 * measurements) is asked for with `tools`. npm writes its own list last, so an interrupted install shows.
 */
export function isInstalled({ tools = false } = {}) {
  if (!existsSync(installed) || !existsSync(productNode)) return false;
  const have = json(installed).packages;
  return Object.entries(json(join(root, "package-lock.json")).packages).every(
    ([path, entry]) =>
      path === "" ||
      have[path]?.version === entry.version ||
      (!tools && forWorkOnly(entry)) ||
      entry.optional ||
      entry.peer ||
      !fitsThisMachine(entry),
  );
}

function* files(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  )) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* files(path);
    else if (!/\.test\.tsx?$/.test(entry.name)) yield path;
  }
}

/** A fingerprint of everything that the build reads, from sizes and times. */
export function sourceFingerprint() {
  const hash = createHash("sha256");
  const single = ["package.json", "package-lock.json", "vite.server.config.ts", "vite.workspace.config.ts"];
  // The help pages are the guide.
  single.push(join("docs", "huong-dan-su-dung.md"));
  for (const path of [...single.map((name) => join(root, name)), ...files(join(root, "src"))]) {
    if (!existsSync(path)) continue;
    const { size, mtimeMs } = statSync(path);
    hash.update(`${path}:${size}:${mtimeMs}\n`);
  }
  return hash.digest("hex");
}

const stamp = join(root, "dist", "fingerprint");

export const isBuilt = () => existsSync(stamp) && readFileSync(stamp, "utf8") === sourceFingerprint();
export { stamp };
