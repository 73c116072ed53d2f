import type { Browser, Page, Request } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { axeViolations } from "#platform/testing/axe.ts";
import { openBrowser } from "#platform/testing/browser.ts";
import { startProduct } from "./product.ts";

const PASSWORD = "gan-dan-mau-2026";
const product = await startProduct();
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** A page of its own session; whatever the browser complains about fails the test. */
async function openPage(width: number): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext({
    viewport: { width, height: 800 },
    locale: "vi-VN",
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (/content security policy/i.test(message.text())) complaints.push(message.text());
  });
  return { page, complaints };
}

async function signIn(page: Page, email: string, path = "/workspace/"): Promise<void> {
  await page.goto(product.address + path);
  await page.getByRole("textbox", { name: "Thư điện tử" }).waitFor();
  await page.keyboard.type(`${email}@mau.gandan.vn`);
  await page.keyboard.press("Tab");
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press("Enter");
}

const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe.each([1440, 360])("the workspace at %i px", (width) => {
  test("lets in by keyboard alone, back to the page that was wanted, with the focus on its heading", async () => {
    const { page, complaints } = await openPage(width);
    await signIn(page, "editor2", "/workspace/doi-mat-khau");
    await page.getByRole("heading", { level: 1, name: "Đổi mật khẩu" }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("H1");
    expect(await page.title()).toBe("Đổi mật khẩu · Gần Dân");
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test("shows my work, the palette, notices and the menu without a barrier", async () => {
    const { page, complaints } = await openPage(width);
    await signIn(page, "editor2");
    await page.getByRole("heading", { level: 2, name: "Nhiệm vụ phải làm" }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    expect(await page.getByText("Dữ liệu mẫu").isVisible()).toBe(true);

    await page.keyboard.press("Control+k");
    await page.locator("[role=combobox]:focus").waitFor();
    await page.keyboard.type("viec cua");
    await page.getByRole("option", { name: "Việc của tôi" }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.keyboard.press("Escape");

    await page.getByRole("button", { name: /^Thông báo/ }).click();
    const notices = page.getByRole("dialog", { name: "Thông báo" });
    await notices
      .getByText(/Bạn (được duyệt|viết, gửi duyệt)/)
      .first()
      .waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await notices
      .getByRole("button", { name: /^Chép để gửi Zalo: / })
      .first()
      .click();
    await notices.getByRole("button", { name: /^Đã chép: / }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
      /^\S.+\nhttp:\/\/\S+\/workspace\/\S+$/,
    );
    // What nobody needs any more is not sent on to a chat either.
    const settled = notices.locator(".notice").filter({ hasText: "Không còn cần:" });
    await settled.first().waitFor();
    expect(await settled.getByRole("button", { name: /^Chép để gửi Zalo: / }).count()).toBe(0);
    await page.keyboard.press("Escape");
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});

describe("the workspace", () => {
  test("comes to a slow telephone as at most 300 KB of script, the first time, and as compressed answers", async () => {
    const { page } = await openPage(360);
    const finished: Request[] = [];
    page.on("requestfinished", (request) => finished.push(request));
    await signIn(page, "leadership");
    await page.getByRole("heading", { level: 1, name: "Việc của tôi" }).waitFor();
    await page.getByRole("heading", { level: 2 }).first().waitFor();
    const all = await Promise.all(
      finished.map(async (request) => ({
        url: request.url(),
        bytes: (await request.sizes()).responseBodySize,
        encoding: (await request.response())?.headers()["content-encoding"],
      })),
    );
    const scripts = all.filter(({ url }) => new URL(url).pathname.endsWith(".js"));
    expect(scripts.length).toBeGreaterThan(5);
    expect(scripts.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(300 * 1024);
    const answers = all.filter(({ url, bytes }) => url.includes("/api/") && bytes > 1024);
    expect(answers.length).toBeGreaterThan(0);
    expect(answers.map(({ encoding }) => encoding)).toEqual(answers.map(() => "gzip"));
    await page.context().close();
  });

  test("asks for the password over the page when the session has ended, and goes on from there", async () => {
    const { page } = await openPage(1440);
    await signIn(page, "head", "/workspace/doi-mat-khau");
    await page.getByLabel("Mật khẩu hiện tại").fill("đang gõ dở");
    await page.context().clearCookies();
    await page.getByLabel("Nhập lại mật khẩu mới").fill("mot-cau-rat-dai");
    await page.getByLabel("Mật khẩu mới", { exact: true }).fill("mot-cau-rat-dai");
    await page.getByRole("button", { name: "Đổi mật khẩu" }).click();
    await page.getByRole("dialog", { name: "Phiên làm việc đã kết thúc" }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole("textbox", { name: "Thư điện tử" }).fill("head@mau.gandan.vn");
    await page.getByRole("dialog").getByLabel("Mật khẩu", { exact: true }).fill(PASSWORD);
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    expect(await page.getByLabel("Mật khẩu hiện tại").inputValue()).toBe("đang gõ dở");
    await page.context().close();
  });

  test("warns before an unused session ends, and then asks for the password", async () => {
    const { page } = await openPage(360);
    await page.clock.install();
    await signIn(page, "finance");
    await page.getByRole("heading", { level: 1, name: "Việc của tôi" }).waitFor();
    await page.clock.fastForward("28:30");
    await page.getByRole("button", { name: "Tiếp tục làm việc" }).click();
    await page.getByRole("dialog", { name: "Bạn còn ở đó không?" }).waitFor({ state: "detached" });
    await page.clock.fastForward("31:00");
    await page.getByRole("dialog", { name: "Phiên làm việc đã kết thúc" }).waitFor();
    await page.context().close();
  });

  test("says in words that the password was wrong, and keeps the address typed", async () => {
    const { page } = await openPage(360);
    await page.goto(`${product.address}/workspace/`);
    await page.getByRole("textbox", { name: "Thư điện tử" }).fill("office@mau.gandan.vn");
    await page.getByLabel("Mật khẩu", { exact: true }).fill("sai hoàn toàn");
    await page.keyboard.press("Enter");
    await page.getByRole("alert").filter({ hasText: "Thư điện tử hoặc mật khẩu không đúng." }).waitFor();
    expect(await page.getByRole("textbox", { name: "Thư điện tử" }).inputValue()).toBe(
      "office@mau.gandan.vn",
    );
    expect(await axeViolations(page)).toEqual([]);
    // The focus is in the password again; the button beside it shows what was typed, by keyboard as well.
    const field = page.getByLabel("Mật khẩu", { exact: true });
    await expect.poll(() => field.evaluate((one) => one === document.activeElement)).toBe(true);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Ẩn mật khẩu" }).waitFor();
    expect(await field.getAttribute("type")).toBe("text");
    expect(await axeViolations(page)).toEqual([]);
    await page.context().close();
  });

  test("says that it is on its way, with a heading and a title, while nothing has come yet", async () => {
    const { page } = await openPage(360);
    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    await page.route("**/api/me", async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(`${product.address}/workspace/`);
    await page.getByRole("heading", { level: 1, name: "Đang tải" }).waitFor();
    expect(await page.title()).toBe("Đang tải · Gần Dân");
    expect(await axeViolations(page)).toEqual([]);
    letGo();
    await page.getByRole("heading", { level: 1, name: "Đăng nhập" }).waitFor();
    await page.context().close();
  });

  test("does not choose in the palette while a Vietnamese letter is being composed", async () => {
    const { page } = await openPage(1440);
    await signIn(page, "editor");
    await page.getByRole("heading", { level: 1, name: "Việc của tôi" }).waitFor();
    await page.keyboard.press("Control+k");
    await page.locator("[role=combobox]:focus").waitFor();
    const session = await page.context().newCDPSession(page);
    await session.send("Input.imeSetComposition", { text: "doi", selectionStart: 3, selectionEnd: 3 });
    await session.send("Input.imeSetComposition", { text: "đổi", selectionStart: 3, selectionEnd: 3 });
    await page
      .getByRole("combobox")
      .dispatchEvent("keydown", { key: "Enter", keyCode: 229, isComposing: true });
    await session.send("Input.insertText", { text: "đổi" });
    expect(await page.getByRole("combobox").inputValue()).toBe("đổi");
    expect(new URL(page.url()).pathname).toBe("/workspace/");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: "Đổi mật khẩu" }).waitFor();
    await page.context().close();
  });

  test("begins a text from anywhere, and keeps folded what was folded in the navigation", async () => {
    const { page } = await openPage(1440);
    await signIn(page, "editor");
    await page.getByRole("heading", { level: 1, name: "Việc của tôi" }).waitFor();
    await page.keyboard.press("Control+k");
    await page.locator("[role=combobox]:focus").waitFor();
    await page.keyboard.type("viet tin");
    await page.getByRole("option", { name: "Viết tin, bài mới" }).waitFor();
    // What stands in the registers is found too, by its name or its number.
    const field = page.locator("[role=combobox]:focus");
    for (const [words, found] of [
      ["bieu dien nghe thuat", /^9\.\d+ Chấp thuận tổ chức biểu diễn nghệ thuật.*Thủ tục$/],
      ["doi thoai voi co so", /^Đối thoại với cơ sở lưu trú.*Sự kiện$/],
      ["viet tin", "Viết tin, bài mới"],
    ] as const) {
      await field.fill(words);
      await page.getByRole("option", { name: found }).waitFor();
    }
    await page.getByRole("option", { name: "Viết tin, bài mới" }).click();
    await page.getByRole("dialog", { name: "Viết nội dung mới" }).waitFor();
    await page.keyboard.press("Escape");
    const menu = page.getByRole("navigation", { name: "Danh mục" });
    await menu.getByRole("link", { name: "Đề tài" }).waitFor();
    await menu.getByRole("button", { name: "Tuyên truyền" }).click();
    await menu.getByRole("link", { name: "Đề tài" }).waitFor({ state: "detached" });
    expect(await menu.getByRole("link", { name: "Tin, bài" }).getAttribute("aria-current")).toBe("page");
    await page.reload();
    await menu.getByRole("button", { name: "Tuyên truyền", expanded: false }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.context().close();
  });

  test("shows one page for an address that does not exist", async () => {
    const { page } = await openPage(360);
    await signIn(page, "auditor", "/workspace/khong-co-trang-nay");
    await page.getByRole("heading", { level: 1, name: "Không có trang này" }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.context().close();
  });

  test("signs out", async () => {
    const { page } = await openPage(1440);
    await signIn(page, "office");
    await page.getByRole("button", { name: /tài khoản của Hoàng Thị Mẫu/ }).click();
    await page.getByRole("menuitem", { name: "Đăng xuất", exact: true }).click();
    await page.getByRole("heading", { level: 1, name: "Đăng nhập" }).waitFor();
    await page.goto(`${product.address}/workspace/`);
    await page.getByRole("heading", { level: 1, name: "Đăng nhập" }).waitFor();
    await page.context().close();
  });
});
