import { expect, test } from "vitest";
import { clauseMark } from "./clause-mark.ts";

test("số mục như in; đoạn và ý không số được đếm bằng lời; số in hai lần nói rõ lần nào", () => {
  expect(
    ["II.4.2", "III.đ", "Điều 3.1", "I.1.p2", "p1", "III.2.b1", "I.p1.b3", "II.3~2", "II.3~2.b1", "a.p1"].map(
      clauseMark,
    ),
  ).toEqual([
    "II.4.2",
    "III.đ",
    "Điều 3.1",
    "I.1, đoạn 2",
    "Đoạn 1",
    "III.2, ý 1",
    "I, đoạn 1, ý 3",
    "II.3 (lần 2)",
    "II.3 (lần 2), ý 1",
    "a, đoạn 1",
  ]);
});
