import { expect, test } from "vitest";
import { partsOf } from "./split-at-sentences.ts";

test("a text is split where sentences end, and nothing of it is lost", () => {
  const sentence = "Bộ phận một cửa làm việc cả sáng thứ bảy. ";
  const text = sentence.repeat(300);
  const parts = partsOf(text, 3_600);
  expect(parts.length).toBe(4);
  for (const part of parts) {
    expect(part.length).toBeLessThanOrEqual(3_600);
    expect(part.endsWith("bảy.")).toBe(true);
  }
  expect(parts.join(" ")).toBe(text.trim());
  expect(partsOf("Một câu.", 3_600)).toEqual(["Một câu."]);
  expect(partsOf("  \n ", 3_600)).toEqual([]);
});

test("a sentence that is too long is cut where a word ends, a word that is too long wherever no sign breaks", () => {
  expect(partsOf("mười hai mười ba mười bốn", 9)).toEqual(["mười hai", "mười ba", "mười bốn"]);
  expect(partsOf(`aaa${"😀".repeat(4)}`, 6).join("")).toBe(`aaa${"😀".repeat(4)}`);
  for (const part of partsOf(`aaa${"😀".repeat(40)}`, 6)) expect(part.isWellFormed()).toBe(true);
});
