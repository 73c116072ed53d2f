import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { axeViolations } from "#platform/testing/axe.ts";
import { openBrowser } from "#platform/testing/browser.ts";
import { type Product, startProduct } from "./product.ts";

let product: Product;
let browser: Browser;
beforeAll(async () => {
  product = await startProduct("sample");
  browser = await openBrowser();
});
afterAll(() => browser?.close());

/** A page of the workspace in which the sample person is signed in. */
async function signedIn(who: string, width = 1200): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, acceptDownloads: true });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await page.goto(`${product.address}/workspace/`);
  await page.locator("input[type=email], input[autocomplete=username]").first().fill(`${who}@mau.gandan.vn`);
  await page.locator("input[type=password]").fill("gan-dan-mau-2026");
  await page.getByRole("button", { name: "Đăng nhập" }).click();
  await page.getByRole("link", { name: "Báo cáo" }).first().waitFor({ state: "attached" });
  return page;
}

async function openPage(page: Page, path: string) {
  await page.goto(`${product.address}/workspace${path}`);
  await page.getByRole("heading", { level: 1 }).waitFor();
}

describe("lập báo cáo kỳ từ đầu đến lúc ký duyệt", () => {
  let address = "";

  test("người soạn mở kỳ, chốt số liệu, lập dự thảo, bổ sung chỗ trống; phần chưa lưu không mất khi tải lại", async () => {
    const page = await signedIn("editor");
    await openPage(page, "/bao-cao");
    await page.getByLabel("Kỳ báo cáo").first().click();
    await page.getByRole("option", { name: "Tháng 10 năm 2026" }).click();
    await page.getByRole("button", { name: "Lập báo cáo" }).click();
    await page.getByRole("button", { name: "Chốt số liệu" }).click();
    await page.getByRole("button", { name: "Lập dự thảo" }).click();
    await page.getByLabel("Nội dung mục “Nguyên nhân”").fill("Nguyên nhân mẫu.");
    await page.reload();
    const reason = page.getByLabel("Nội dung mục “Nguyên nhân”");
    await reason.waitFor();
    expect(await reason.inputValue()).toBe("Nguyên nhân mẫu.");
    await page.getByLabel("Nội dung mục “Đề xuất, kiến nghị”").fill("Không có.");
    await page.getByRole("button", { name: "Lưu bản mới" }).click();
    await page.getByText("Văn bản: bản 2").waitFor();
    expect(await page.getByText("Bạn đã soạn báo cáo này nên cần người khác soát.").count()).toBe(1);
    expect(await axeViolations(page)).toEqual([]);
    address = new URL(page.url()).pathname.replace("/workspace", "");
    await page.context().close();
  });

  test("mỗi con số mở ra các dòng đứng sau, bằng bàn phím", async () => {
    const page = await signedIn("auditor");
    await openPage(page, address);
    const figure = page.getByRole("button", { name: /^Nhiệm vụ đã có minh chứng/ }).last();
    await figure.focus();
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").getByRole("listitem").first().waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await page.context().close();
  });

  test("người khác soát, lãnh đạo ký duyệt trên màn hình 360 điểm ảnh", async () => {
    const reviewer = await signedIn("editor2");
    await openPage(reviewer, address);
    await reviewer.getByRole("button", { name: "Xác nhận đã soát" }).click();
    await reviewer.getByText("Đã soát lúc").waitFor();
    await reviewer.context().close();
    const leader = await signedIn("leadership", 360);
    await openPage(leader, address);
    const overflow = await leader.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await leader.getByRole("button", { name: "Ký duyệt" }).click();
    await leader.getByRole("dialog").getByRole("button", { name: "Ký duyệt" }).click();
    await leader.getByText("Ký duyệt lúc").waitFor();
    await leader.context().close();
  });

  test("tải được báo cáo .docx của kỳ", async () => {
    const page = await signedIn("office");
    await openPage(page, address);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Báo cáo .docx" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("bao-cao-2026-10.docx");
    await page.context().close();
  });
});
