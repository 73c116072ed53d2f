import { expect, test } from "vitest";
import { faultReporter } from "./report-fault.ts";

test("a fault is written whole, its repetitions within a minute are counted, whatever it is made of", () => {
  const lines: string[] = [];
  let now = 0;
  const report = faultReporter(
    (text) => lines.push(text),
    () => now,
  );
  const queue = (name: string) => ({
    message: `mất kết nối (Queue: ${name}, Worker: 1)`,
    stack: `error: mất kết nối (Queue: ${name}, Worker: 1)\n    at chỗ này`,
  });
  report(queue("a"));
  report(queue("b"));
  report(new Error("lỗi khác"));
  report({ code: 5 });
  expect(lines).toEqual([
    "error: mất kết nối (Queue: a, Worker: 1)\n    at chỗ này\n",
    expect.stringMatching(/^Error: lỗi khác\n {4}at /),
    "{ code: 5 }\n",
  ]);
  now = 60_000;
  report(queue("c"));
  expect(lines.at(-1)).toBe(
    "error: mất kết nối (Queue: c, Worker: 1)\n    at chỗ này\n(lỗi này lặp lại 1 lần từ lần ghi trước)\n",
  );
});
