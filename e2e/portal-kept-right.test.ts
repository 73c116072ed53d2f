import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { axeViolations } from "#platform/testing/axe.ts";
import { openBrowser } from "#platform/testing/browser.ts";
import { type Product, startProduct } from "./product.ts";
import { signedIn } from "./signed-in.ts";

let product: Product;
let browser: Browser;
beforeAll(async () => {
  product = await startProduct("sample");
  browser = await openBrowser();
  const { pool } = product.db;
  await pool.query(`
    insert into public_page (id, agency_id, path, title, seen_at, read_at, lasting, review_days, listed_at)
      select gen_random_uuid(), id, path, title, now(), now(), lasting, days, now() - interval '400 days' from agency,
        (values ('/gioi-thieu', 'Giới thiệu và liên hệ', 'static', 180), ('/tin-tuc', 'Tin tức', null, null::int))
          as page (path, title, lasting, days) where slug = (select slug from agency order by created_at limit 1)`);
  await pool.query(`
    insert into linked_address (agency_id, address, host, state, fault, status, failing_since, checked_at, next_check_at)
      select agency_id, 'https://tinh.example/van-ban-cu.pdf', 'tinh.example', 'broken', 'missing', 404,
        now() - interval '3 days', now() - interval '1 day', now() + interval '6 days' from public_page limit 1`);
  await pool.query(`
    insert into page_link (agency_id, page_id, address, words, found_at)
      select agency_id, id, 'https://tinh.example/van-ban-cu.pdf', 'Văn bản cũ của tỉnh', now() from public_page`);
  await pool.query(
    "insert into page_visit (agency_id, path, day, visits) select agency_id, path, current_date, 1234 from public_page where path = '/gioi-thieu'",
  );
});
afterAll(() => browser?.close());

const widths = [
  { width: 1440, height: 900 },
  { width: 360, height: 740 },
];
/** Accessible and nothing cut, at both widths. */
async function well(page: Page, name: string) {
  for (const size of widths) {
    await page.setViewportSize(size);
    await page.waitForTimeout(300);
    expect(await axeViolations(page), `${name} ${size.width}`).toEqual([]);
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
      `${name} ${size.width}`,
    ).toBeLessThanOrEqual(0);
    if (process.env.SHOTS)
      await page.screenshot({ path: `${process.env.SHOTS}/${name}-${size.width}.png`, fullPage: true });
  }
  await page.setViewportSize(widths[0]!);
}

test("who keeps the portal sees broken links, the most visited page first, has one looked at again, lets one stand", async () => {
  const { page, context } = await signedIn(browser, product.address, "editor", widths[0]);
  await page.goto(`${product.address}/workspace/cong-thong-tin?the=lien-ket`);
  await page.getByText("1.234 lượt xem trong 30 ngày qua").waitFor();
  const titles = await page.getByRole("heading", { level: 2 }).allTextContents();
  expect(titles).toEqual(["Giới thiệu và liên hệ", "Tin tức"]);
  await well(page, "lien-ket");
  await page.getByRole("button", { name: "Kiểm tra lại: Tin tức" }).click();
  await page.getByText("Đang chờ kiểm tra lại, khoảng một phút.").first().waitFor();
  await page
    .getByRole("button", { name: /^Để nguyên, ghi lý do/ })
    .first()
    .click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Lý do").fill("Trang của tỉnh đang sửa.");
  await well(page, "de-nguyen");
  await dialog.getByLabel("Lý do").press("Control+Enter");
  await dialog.waitFor({ state: "hidden" });
  await page.getByText("1 trang có liên kết hỏng").waitFor();
  await page.goto(`${product.address}/workspace/cong-thong-tin?the=lien-ket&xem=de-nguyen`);
  await page.getByText("Trang của tỉnh đang sửa.").waitFor();
  await context.close();
});

test("a page that is due is given to somebody and found right; the public sees the day", async () => {
  const { page, context } = await signedIn(browser, product.address, "editor", widths[0]);
  await page.goto(`${product.address}/workspace/cong-thong-tin?the=xem-lai`);
  await page.getByText("Đến hạn xem lại", { exact: true }).first().waitFor();
  await well(page, "xem-lai");
  await page.getByRole("button", { name: /^Phụ trách, hạn xem lại/ }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Xem lại sau (ngày)").fill("90");
  await well(page, "phu-trach");
  await dialog.getByRole("button", { name: "Ghi", exact: true }).click();
  await dialog.waitFor({ state: "hidden" });
  await page.getByRole("button", { name: /^Đã xem lại, còn đúng/ }).click();
  await page.getByText("Không có trang nào").waitFor();
  await page.goto(`${product.address}/gioi-thieu`);
  await page.getByText("Cơ quan xem lại, xác nhận còn đúng ngày").waitFor();
  await context.close();
});

test("an event is added with its procedures by the keyboard, and the public finds it without a script", async () => {
  const { page, context } = await signedIn(browser, product.address, "office", widths[0]);
  await page.goto(`${product.address}/workspace/thu-tuc/su-kien`);
  await page.getByRole("heading", { level: 2, name: "Tổ chức lễ hội" }).waitFor();
  await well(page, "su-kien");
  await page.getByRole("button", { name: "Thêm sự kiện" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Việc, sự kiện").fill("Mở lớp dạy bơi");
  await dialog.getByRole("button", { name: "Ghi", exact: true }).click();
  await dialog.getByText("Chọn ít nhất một thủ tục.").first().waitFor();
  await dialog.getByLabel("Thêm thủ tục").fill("9.990004");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await dialog.getByLabel("Trường hợp cần làm").fill("trước khi mở");
  await well(page, "them-su-kien");
  await dialog.getByRole("button", { name: "Ghi", exact: true }).click();
  await page.getByRole("heading", { level: 2, name: "Mở lớp dạy bơi" }).waitFor();
  await context.close();
  const reader = await browser.newContext({ javaScriptEnabled: false, viewport: widths[1]! });
  const open = await reader.newPage();
  await open.goto(`${product.address}/thu-tuc`);
  await open.getByRole("link", { name: "Mở lớp dạy bơi" }).click();
  await open.getByText("Trường hợp: trước khi mở").waitFor();
  await open.getByText("Bản tóm tắt về cơ sở vật chất").waitFor();
  await reader.close();
});
