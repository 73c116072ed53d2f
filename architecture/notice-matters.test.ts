import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { plugs } from "../src/apps/plugs.ts";

const source = join(import.meta.dirname, "..", "src", "capabilities");

test("whatever people are told of can be looked up again before it leaves the application", () => {
  const told = globSync("**/*.ts", { cwd: source })
    .filter((file) => !/\.(test|fixture)\.ts$/.test(file))
    .flatMap((file) => {
      const text = readFileSync(join(source, file), "utf8");
      if (!text.includes("notify(")) return [];
      return [...text.matchAll(/cause: `([a-z-]+):|causeOf\w+ = [^`]*`([a-z-]+):/g)].map(
        ([, word, named]) => word ?? named!,
      );
    });
  expect(told.length).toBeGreaterThan(20);
  const known = new Set(plugs.flatMap(({ noticeMatters }) => Object.keys(noticeMatters ?? {})));
  expect(told.filter((word) => !known.has(word))).toEqual([]);
});
