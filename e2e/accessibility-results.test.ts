import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { AxeResults } from "axe-core";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { root } from "#platform/config/root.ts";
import { openBrowser } from "#platform/testing/browser.ts";
import { criteria } from "../src/apps/portal/accessibility/criteria.ts";
import {
  type AccessibilityResults,
  RESULTS_FILE,
  readAccessibility,
} from "../src/apps/portal/accessibility/results.ts";
import { type Product, startProduct } from "./product.ts";

/**
 * Opens every kind of public page and lets axe look at it. `UPDATE_ACCESSIBILITY=1` writes what was found down for the
 * statement on accessibility; without it the run holds the statement to what it finds.
 */
const WIDTHS = [1440, 360];
const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

let product: Product;
let browser: Browser;
let pages: { label: string; path: string }[];
beforeAll(async () => {
  product = await startProduct("sample");
  browser = await openBrowser();
  const one = async (query: string) =>
    (await product.db.pool.query<{ path: string }>(`${query} limit 1`)).rows[0]?.path;
  const found: [string, string | undefined][] = [
    ["Trang chủ", "/"],
    ["Tin tức", "/tin-tuc"],
    ["Một bài", await one("select '/tin-tuc/' || slug as path from content_item where state = 'published'")],
    [
      "Một bài đã thu hồi",
      await one("select '/tin-tuc/' || slug as path from content_item where state = 'withdrawn'"),
    ],
    ["Thủ tục hành chính", "/thu-tuc"],
    ["Thủ tục theo việc", "/thu-tuc/su-kien/to-chuc-bieu-dien-nghe-thuat"],
    ["Một thủ tục", await one("select '/thu-tuc/' || code as path from procedure where state = 'in-force'")],
    ["Tiến độ hồ sơ", "/tien-do-ho-so"],
    ["Văn bản", "/van-ban"],
    [
      "Một văn bản",
      await one("select '/van-ban/' || slug as path from official_document where published_at is not null"),
    ],
    ["Kế hoạch", "/ke-hoach"],
    [
      "Một kế hoạch",
      await one("select '/ke-hoach/' || slug as path from plan where published_at is not null"),
    ],
    ["Giới thiệu, liên hệ", "/gioi-thieu"],
    ["Phản ánh, kiến nghị", "/phan-anh"],
    ["Gửi phản ánh", "/phan-anh/gui"],
    ["Thông tin công khai", "/thong-tin-cong-khai"],
    ["Một mục công khai", "/thong-tin-cong-khai/van-ban"],
    ["Dữ liệu mở", "/du-lieu-mo"],
    ["Theo dõi qua thư", "/theo-doi"],
    ["Báo lỗi thông tin", "/bao-loi"],
    ["Nguồn tin", "/nguon-tin"],
    ["Nhúng tin", "/nhung"],
    ["Trang tiếng Anh", "/en"],
    ["Tuyên bố về khả năng tiếp cận", "/tro-nang"],
    ["Tìm kiếm", "/tim-kiem?q=le+hoi"],
    ["Trang không có", "/khong-co-trang-nay"],
  ];
  pages = found.flatMap(([label, path]) => (path ? [{ label, path }] : []));
});
afterAll(() => browser?.close());

/** "wcag1410" → "1.4.10" */
const criterionOf = (tag: string) => {
  const [, a, b, c] = /^wcag(\d)(\d)(\d+)$/.exec(tag) ?? [];
  return a ? `${a}.${b}.${c}` : null;
};

test("the statement tells what axe finds on every kind of public page, at both widths", async () => {
  const counted = new Map<string, { passed: number; failed: number; unsure: number }>();
  const faults: string[] = [];
  const context = await browser.newContext({ locale: "vi-VN" });
  const page = await context.newPage();
  const source = readFileSync(axe, "utf8");
  for (const { path } of pages)
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(product.address + path);
      await page.evaluate(source);
      const found = await page.evaluate<AxeResults>(
        `axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] })`,
      );
      for (const [kind, rules] of [
        ["passed", found.passes],
        ["failed", found.violations],
        ["unsure", found.incomplete],
      ] as const)
        for (const { id, tags, nodes } of rules) {
          if (kind === "failed") faults.push(`${path} ${width}: ${id}: ${nodes[0]?.target.join(" ")}`);
          for (const criterion of tags.map(criterionOf)) {
            if (criterion === null) continue;
            const sum = counted.get(criterion) ?? { passed: 0, failed: 0, unsure: 0 };
            sum[kind] += nodes.length;
            counted.set(criterion, sum);
          }
        }
    }
  await context.close();
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const order = criteria.map(({ id }) => id);
  const results: AccessibilityResults = {
    testedOn: new Date().toISOString().slice(0, 10),
    version,
    tool: `axe-core ${JSON.parse(readFileSync(join(axe, "..", "package.json"), "utf8")).version}`,
    browser: `Chromium ${browser.version().split(".")[0]}`,
    widths: WIDTHS,
    pages: pages.map(({ label, path }) => ({ label, path })),
    criteria: [...counted]
      .map(([id, sums]) => ({ id, ...sums }))
      .filter(({ id }) => order.includes(id))
      .toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id)),
  };
  if (process.env.UPDATE_ACCESSIBILITY === "1")
    writeFileSync(RESULTS_FILE, `${JSON.stringify(results, null, 2)}\n`);
  const told = readAccessibility().results;
  const failing = ({ criteria: all }: AccessibilityResults) =>
    all.filter(({ failed }) => failed > 0).map(({ id }) => id);
  expect(told?.version).toBe(version);
  expect(told?.pages.map(({ label }) => label)).toEqual(results.pages.map(({ label }) => label));
  expect(failing(told!), faults.join("\n")).toEqual(failing(results));
});
