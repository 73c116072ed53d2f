import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

function findRoot(from: string): string {
  const manifest = join(from, "package.json");
  if (existsSync(manifest) && JSON.parse(readFileSync(manifest, "utf8")).name === "gan-dan") return from;
  const parent = dirname(from);
  if (parent === from) throw new Error("Không tìm thấy thư mục gốc của Gần Dân (package.json).");
  return findRoot(parent);
}

/** Folder of the installation: holds package.json, migrations/ and dist/. The same from sources and from the bundle. */
export const root = findRoot(import.meta.dirname);
