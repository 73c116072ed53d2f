import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const source = join(import.meta.dirname, "..", "src");

test("what is sent twice at the same moment is made once, whichever unique index its twin meets first", () => {
  const files = globSync("**/*.ts", { cwd: source }).filter((file) => !/\.(test|fixture)\.ts$/.test(file));
  const texts = files.map((file) => ({ file, text: readFileSync(join(source, file), "utf8") }));
  expect(texts.filter(({ text }) => text.includes("onConflictDoNothing()")).length).toBeGreaterThan(5);
  // A table has its id in several unique indexes; a conflict named by one of them leaves the others an error.
  const named = texts.filter(({ text }) => /onConflictDoNothing\(\{\s*target: \w+\.id\b/.test(text));
  expect(named.map(({ file }) => file)).toEqual([]);
});
