import { expect, test } from "vitest";
import { sampleChain } from "../chain.fixture.ts";
import type { Chain, ChainShortcoming } from "../chain.ts";
import { shortcomingLines } from "../shortcoming-lines.ts";
import { findingsOf } from "./findings.ts";

const task = (id: string, more: Partial<Chain["tasks"][number]>) => ({
  ...sampleChain().tasks[1]!,
  id,
  title: `Việc ${id}`,
  ...more,
});

test("nhiệm vụ không minh chứng trong kỳ, hoặc quá hạn, là tồn tại; đến hạn sau kỳ, đã có minh chứng thì không", () => {
  const tasks = [
    sampleChain().tasks[0]!,
    task("a", {}),
    task("b", { dueOn: "2026-11-14" }),
    task("c", { dueOn: "2026-11-15" }),
    task("d", { dueOn: "2026-10-01", doneThisYear: true }),
  ];
  expect(findingsOf(sampleChain({ tasks })).map(({ cause, what }) => [cause, what])).toEqual([
    ["no-proof:a:2026-11", "Nhiệm vụ “Việc a” chưa có minh chứng trong tháng 11 năm 2026"],
    ["late:b:2026-11-14", "Nhiệm vụ “Việc b” quá hạn ngày 14/11/2026, chưa có minh chứng"],
  ]);
});

test("báo cáo nêu tồn tại trước kỳ đã đến đâu, rồi tồn tại trong kỳ; minh chứng thu hồi thì không tính là xong", () => {
  const row: ChainShortcoming = {
    id: "s",
    what: "Gửi tin chậm.",
    why: null,
    unitName: "Phòng Mẫu A",
    personName: null,
    notedAt: "2026-10-20T02:00:00.000Z",
    state: "open",
    fixTask: null,
    fixWords: null,
    fixDay: null,
    mendedAt: null,
    proof: null,
    proofWithdrawn: false,
    refusedAt: null,
    refusedReason: null,
    told: null,
  };
  const mended: ChainShortcoming = {
    ...row,
    state: "mended",
    notedAt: "2026-09-20T02:00:00.000Z",
    mendedAt: "2026-11-02T02:00:00.000Z",
    proof: "Tin tháng 10",
  };
  const fixing: ChainShortcoming = {
    ...row,
    state: "mending",
    why: "Thiếu người",
    fixWords: "Cử người",
    fixDay: "2026-12-01",
  };
  const lines = shortcomingLines(
    sampleChain({ shortcomings: [mended, { ...mended, proofWithdrawn: true }, row, fixing] }),
  );
  expect(lines[0]).toContain("chuyển sang: 2, trong đó đã khắc phục 1, không tiếp nhận 0, còn 1");
  expect(lines[1]).toContain("từ trước kỳ); đã khắc phục ngày 02/11/2026 (minh chứng: Tin tháng 10).");
  expect(lines[2]).toContain("minh chứng đã thu hồi, cần chứng minh lại");
  expect(lines[3]).toContain("ghi trong kỳ: 2");
  expect(lines[4]).toContain("Gửi tin chậm (Phòng Mẫu A; ghi ngày 20/10/2026); chưa có cách khắc phục.");
  expect(lines[5]).toContain(
    "nguyên nhân: Thiếu người; đang khắc phục: Cử người, xong trước ngày 01/12/2026.",
  );
});
