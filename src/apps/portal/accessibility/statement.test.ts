import { expect, test } from "vitest";
import type { PortalCall } from "#platform/http/portal-page.ts";
import { criteria } from "./criteria.ts";
import type { AccessibilityFacts } from "./results.ts";
import { accessibilityPage } from "./statement.page.tsx";

const results: NonNullable<AccessibilityFacts["results"]> = {
  ...{
    testedOn: "2026-11-30",
    version: "1.0.0",
    tool: "axe-core 4",
    browser: "Chromium 153",
    widths: [1440, 360],
  },
  pages: [{ label: "Trang chủ", path: "/" }],
  criteria: [
    { id: "1.1.1", passed: 12, failed: 0, unsure: 1 },
    { id: "1.4.3", passed: 90, failed: 2, unsure: 0 },
  ],
};
const facts = (part: Partial<AccessibilityFacts> = {}): AccessibilityFacts => ({
  ...{ results, version: "1.0.0", byHand: { known: [], tried: [] } },
  ...part,
});
const shown = async (given: AccessibilityFacts) => {
  const call = { agency: { name: "Sở Mẫu", email: null, phone: null } } as unknown as PortalCall;
  return String(await accessibilityPage(call, given).body).replace(/\s+/g, " ");
};

test("the criteria of levels A and AA are all named, each once", () => {
  expect(new Set(criteria.map(({ id }) => id)).size).toBe(55);
  expect(criteria.filter(({ level }) => level === "A")).toHaveLength(31);
});

test("the statement says what failed, what was not tested, and claims no more", async () => {
  const text = await shown(facts());
  expect(text).toContain("tìm thấy lỗi ở 1 trong 2 tiêu chí");
  expect(text).toContain("53 trong 55 tiêu chí");
  expect(text).toContain("không tuyên bố đáp ứng đầy đủ");
  expect(text).toContain("2.1.1 (mức A) Dùng được hết bằng bàn phím");
  expect(text).toContain("Chưa ghi lần kiểm tra nào bằng tay");
  expect(text).not.toContain("chưa có kết quả kiểm tra riêng");
});

test("without results it says so, and results of another version are called that", async () => {
  const none = await shown(facts({ results: null }));
  expect(none).toContain("Chưa có kết quả kiểm tra nào được ghi lại cho phiên bản đang chạy (1.0.0).");
  expect(none).not.toContain("Công cụ không tìm thấy lỗi");
  expect(await shown(facts({ version: "1.1.0" }))).toContain("Phiên bản đang chạy là 1.1.0");
  const tried = { known: [], tried: [{ what: "Trang chủ", with: "NVDA", on: "2026-12-01" }] };
  expect(await shown(facts({ byHand: tried }))).toContain("Trang chủ, với NVDA, ngày 01/12/2026");
});
