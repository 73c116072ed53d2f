import { expect, test } from "vitest";
import { unaccentedOptions } from "./unaccented-options.ts";

const units = [
  { value: "1", label: "Văn phòng Sở" },
  { value: "2", label: "Phòng Thông tin, Báo chí, Xuất bản" },
];
const found = (search: string, limit = Number.POSITIVE_INFINITY) =>
  unaccentedOptions({ options: [{ group: "Nội bộ", items: units }, ...units], search, limit });

test("typed words are found without diacritics, in any order, also within groups", () => {
  expect(found("bao chi")).toEqual([{ group: "Nội bộ", items: [units[1]] }, units[1]]);
  expect(found("xuất thong")).toEqual([{ group: "Nội bộ", items: [units[1]] }, units[1]]);
  expect(found("thanh tra")).toEqual([]);
});

test("nothing typed shows everything up to the limit", () => {
  expect(found("")).toEqual([{ group: "Nội bộ", items: units }, ...units]);
  expect(found("", 1)).toEqual([{ group: "Nội bộ", items: [units[0]] }]);
});
