import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { AxeResults } from "axe-core";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Role } from "#platform/auth/actor.ts";
import { root } from "#platform/config/root.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { openBrowser } from "#platform/testing/browser.ts";
import { type Work, work } from "#platform/work/work.ts";
import { criteria } from "../src/apps/portal/accessibility/criteria.ts";
import {
  type AccessibilityResults,
  RESULTS_FILE,
  readAccessibility,
} from "../src/apps/portal/accessibility/results.ts";
import { portalPages } from "../src/apps/portal/mount-portal.ts";
import { publishDocument } from "../src/capabilities/documents/publishing/publish-document.ts";
import { announceEvent } from "../src/capabilities/events/announce-event.ts";
import { saveEvent } from "../src/capabilities/events/save-event.ts";
import { SAMPLE_AGENCY_ID, samplePersonId, sampleUnitId } from "../src/capabilities/organization/seed.ts";
import { type Product, startProduct } from "./product.ts";

/**
 * Opens every kind of public page and lets axe look at it. `UPDATE_ACCESSIBILITY=1` writes what was found down for the
 * statement on accessibility; without it the run holds the statement to what it finds.
 */
const WIDTHS = [1440, 360];
const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/** Routes that answer no page of their own, or one that a single reader has the address of. */
const NO_PAGE =
  /[.](?:ics|json|jsonld|js|txt|html|atom|rss)$|^[/]feeds[/]|[/]tep[/]|^[/]du-lieu-mo[/]:|^[/]nhung[/]|^[/]y-kien/;
const OF_ONE_READER =
  /^[/](?:su-kien[/]:slug[/]giay-moi|phan-anh[/]theo-doi|bao-loi[/]:|theo-doi[/](?:da-gui|xac-nhan|cua-toi))/;

const as = <T>(role: Role, act: (current: Work) => Promise<T>): Promise<T> => {
  const appointments = [{ role, unitId: null }];
  const actor = { personId: samplePersonId(role), name: role, agencyId: SAMPLE_AGENCY_ID, appointments };
  return work(product.db.database, actor, act);
};

/** What the sample does not have at every hour: a document on the portal, and a dialogue that may still be asked for. */
async function addWhatIsOpen(): Promise<void> {
  const { rows } = await product.db.pool.query(
    "select id from official_document where number <> '' and issued_on is not null order by number limit 1",
  );
  await as("office", (current) => publishDocument(current, { id: rows[0].id }));
  const id = uuidv7();
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);
  const { changedAt } = await as("office", (current) =>
    saveEvent(current, {
      ...{ id, kind: "dialogue", title: "Đối thoại sắp tới (mẫu)", summary: "Nghe và trả lời về thủ tục." },
      ...{ place: "Hội trường (mẫu)", audience: "Người dân", expected: 40, reformPart: "Giải đáp thủ tục." },
      ...{ startsAt: inDays(6), endsAt: inDays(7), questionsUntil: inDays(5), reason: "" },
      ...{ leadUnitId: sampleUnitId("van-phong"), items: [], obligationIds: [], takesRegistration: true },
      capacity: 40,
    }),
  );
  await as("leadership", (current) => announceEvent(current, { id, changedAt }));
}

let product: Product;
let browser: Browser;
let pages: { label: string; path: string }[];
beforeAll(async () => {
  product = await startProduct("sample");
  browser = await openBrowser();
  await addWhatIsOpen();
  const one = async (query: string) =>
    (await product.db.pool.query<{ path: string }>(`${query} limit 1`)).rows[0]?.path;
  const text = async (path: string) => (await fetch(product.address + path)).text();
  const parts = [...(await text("/sitemap.xml")).matchAll(/<loc>[^<]*?([/]sitemaps[/][^<]+)</g)];
  const addresses = (await Promise.all(parts.map(([, part]) => text(part!)))).flatMap((part) =>
    [...part.matchAll(/<loc>([^<]+)</g)].map(([, address]) => new URL(address!).pathname),
  );
  const listed = (under: string) => addresses.find((address) => address.startsWith(`${under}/`));
  const events = addresses.filter((address) => address.startsWith("/su-kien/"));
  const offered = async (what: string) => {
    for (const event of events)
      if ((await text(event)).includes(`${event}/${what}"`)) return `${event}/${what}`;
    return undefined;
  };
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
    ["Màn hình tra cứu tại quầy", "/quay"],
    ["Tiến độ hồ sơ", "/tien-do-ho-so"],
    ["Tiến độ hồ sơ một kỳ", addresses.find((address) => /^[/]tien-do-ho-so[/](?!xin-loi)/.test(address))],
    ["Thư xin lỗi", "/tien-do-ho-so/xin-loi"],
    [
      "Một thư xin lỗi",
      await one("select '/tien-do-ho-so/xin-loi/' || id as path from apology where published_at is not null"),
    ],
    ["Chỉ số", "/chi-so"],
    ["Một chỉ số", listed("/chi-so")],
    ["Tiết kiệm cho người dân", "/tiet-kiem-cho-nguoi-dan"],
    ["Tiết kiệm cho người dân một năm", listed("/tiet-kiem-cho-nguoi-dan")],
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
    ["Người phát ngôn", "/nguoi-phat-ngon"],
    ["Phản ánh, kiến nghị", "/phan-anh"],
    ["Gửi phản ánh", "/phan-anh/gui"],
    ["Một kết quả giải quyết phản ánh", listed("/phan-anh/ket-qua")],
    ["Sự kiện, đối thoại", "/su-kien"],
    ["Một sự kiện", events[0]],
    ["Đăng ký dự sự kiện", await offered("dang-ky")],
    ["Gửi câu hỏi cho buổi đối thoại", await offered("cau-hoi")],
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
  const unseen = found.filter(([, path]) => path === undefined).map(([label]) => label);
  expect(unseen, "pages that the sample does not have").toEqual([]);
  pages = found.flatMap(([label, path]) => (path ? [{ label, path }] : []));
});
afterAll(() => browser?.close());

/** "wcag1410" → "1.4.10" */
const criterionOf = (tag: string) => {
  const [, a, b, c] = /^wcag(\d)(\d)(\d+)$/.exec(tag) ?? [];
  return a ? `${a}.${b}.${c}` : null;
};

test("every kind of public page is looked at", () => {
  const opened = pages.map(({ path }) => path.split("?")[0]!);
  const routes = portalPages.flatMap((part) => part.routes.map(({ path }) => path));
  const missing = routes.filter((route) => {
    if (NO_PAGE.test(route) || OF_ONE_READER.test(route)) return false;
    const pattern = new RegExp(`^${route.replace(/:\w+(?:\{[^}]+\})?/g, "[^/]+")}$`);
    return !opened.some((path) => pattern.test(path));
  });
  expect(missing).toEqual([]);
});

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
