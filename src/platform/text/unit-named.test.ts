import { expect, test } from "vitest";
import { unitMeant, unitNamed } from "./unit-named.ts";

const units = [
  { name: "Phòng Mẫu A (văn hóa)", shortName: "PMA" },
  { name: "Phòng Mẫu B (thể thao)", shortName: "PMB" },
  { name: "Phòng Mẫu B (gia đình)", shortName: "PMBG" },
  { name: "Văn phòng Sở", shortName: "VP" },
];

test.each([
  ["Phòng Mẫu A (văn hóa)", "PMA"],
  ["phong mau a (van hoa)", "PMA"],
  ["PMA (chủ trì)", "PMA"],
  ["Văn phòng Sở (phối hợp)", "VP"],
  ["Phòng Mẫu B (gia đình)", "PMBG"],
  ["Phòng Mẫu C (văn hóa)", undefined],
])("%s is the unit %s", (name, shortName) => {
  expect(unitNamed(units, name)?.shortName).toBe(shortName);
});

test("a name without its brackets is meant where one unit alone begins so", () => {
  expect(unitNamed(units, "Phòng Mẫu A")).toBeNull();
  expect(unitMeant(units, "Phòng Mẫu A")?.shortName).toBe("PMA");
  expect(unitMeant(units, "Phòng Mẫu B")).toBeNull();
});
