import { expect, test } from "vitest";
import { writeCsv } from "./write-csv.ts";

test("a table as CSV: quotes, lines, days, letters; what a spreadsheet would carry out is text", () => {
  const hostile = ["=1+1", "+84", "-2", "@a", "\t=1", "  =1", "\r=1"];
  const csv = writeCsv(
    ["Tên", "Số"],
    [["Sở “Mẫu”, A", 1], ['nói "có"', null], ["hai\r\ndòng", -5], ...hostile.map((one) => [one, null])],
  );
  expect(csv.startsWith("\uFEFFTên,Số\r\n")).toBe(true);
  expect(csv).toContain('"Sở “Mẫu”, A",1\r\n"nói ""có""",\r\n"hai\ndòng",-5\r\n');
  for (const line of csv.split("\r\n").slice(5)) expect(line).not.toMatch(/^"?[\s]*[=+\-@]/);
});
