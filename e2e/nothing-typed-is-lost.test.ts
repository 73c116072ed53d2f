import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { axeViolations } from "#platform/testing/axe.ts";
import { openBrowser, openBrowserWithProfile } from "#platform/testing/browser.ts";
import { type Product, startProduct } from "./product.ts";
import { signedIn, signInOf } from "./signed-in.ts";

let product: Product;
let browser: Browser;
beforeAll(async () => {
  product = await startProduct("sample");
  browser = await openBrowser();
});
afterAll(() => browser?.close());

const open = async (page: Page, path: string) => {
  await page.goto(`${product.address}/workspace${path}`);
  await page.getByRole("heading", { level: 1 }).filter({ hasNotText: "Đang tải" }).waitFor();
};
const title = (page: Page) => page.getByLabel("Tiêu đề", { exact: true });
const saved = (page: Page) => page.getByText(/^Đã lưu \d/).waitFor();

/** A new draft of Phòng Mẫu A, open at its address. */
async function newDraft(page: Page): Promise<string> {
  await open(page, "/noi-dung");
  // The shortcut is there with the list, not yet while it is being loaded.
  await page.getByRole("button", { name: "Viết mới" }).waitFor();
  await page.keyboard.press("c");
  await page.getByRole("dialog").getByRole("button", { name: "Bắt đầu viết" }).click();
  await title(page).waitFor();
  return new URL(page.url()).pathname.replace("/workspace", "");
}
const titlesOf = async (address: string): Promise<string[]> =>
  (
    await product.db.pool.query("select title from content_revision where item_id = $1 order by number", [
      address.split("/").at(-1),
    ])
  ).rows.map((row) => row.title);

/** A browser that keeps its profile for the one that `reopen` starts after it, with the same person signed in. */
async function browserOfItsOwn() {
  const profile = mkdtempSync(join(tmpdir(), "gandan-profile-"));
  const before = await openBrowserWithProfile(profile);
  onTestFinished(async () => {
    await before.kill();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  });
  const reopen = async (): Promise<BrowserContext> => {
    const after = await openBrowserWithProfile(profile);
    onTestFinished(after.kill);
    const context = after.browser.contexts()[0]!;
    await signInOf(context, product.address, "contributor");
    return context;
  };
  return { before, reopen };
}

/** Opened again, the text is there: offered from what the machine kept, or saved by the tab as it closed. */
async function isThere(context: BrowserContext, address: string, text: string): Promise<void> {
  const again = await context.newPage();
  await open(again, address);
  const goOn = again.getByRole("button", { name: "Viết tiếp phần này" });
  await goOn.or(title(again)).waitFor();
  if (await goOn.isVisible()) {
    expect(await axeViolations(again)).toEqual([]);
    await goOn.click();
  }
  await expect.poll(() => title(again).inputValue(), { timeout: 10_000 }).toBe(text);
  await expect.poll(async () => (await titlesOf(address)).at(-1), { timeout: 10_000 }).toBe(text);
}

/** Waits for what the page hands to the browser at once, and no longer: a slow machine may need a moment for it. */
const onDisk = (page: Page, text: string) =>
  expect
    .poll(
      () =>
        page.evaluate(
          () =>
            new Promise<string>((resolve) => {
              indexedDB.open("gandan.drafts").onsuccess = ({ target }) => {
                const database = (target as IDBOpenDBRequest).result;
                database.transaction("draft").objectStore("draft").getAll().onsuccess = (event) => {
                  database.close();
                  resolve(String((event.target as IDBRequest).result));
                };
              };
            }),
        ),
      { interval: 20, timeout: 10_000 },
    )
    .toContain(text);

describe("chữ đã gõ không mất", { timeout: 120_000 }, () => {
  test("khi mất mạng giữa chừng: vẫn gõ được, đóng thẻ vẫn còn, có mạng thì lưu", async () => {
    const { page, context } = await signedIn(browser, product.address, "contributor");
    const address = await newDraft(page);
    await title(page).fill("Bản đã lưu");
    await saved(page);
    await context.setOffline(true);
    await title(page).fill("Phần viết khi mất mạng");
    await page
      .getByText(/Mất kết nối/)
      .first()
      .waitFor();
    await page.close();
    await context.setOffline(false);
    await isThere(context, address, "Phần viết khi mất mạng");
    await context.close();
  });

  test("khi mở lại lúc mất mạng: viết tiếp và viết bài mới trên máy; có mạng thì đưa lên, một lần", async () => {
    const { page, context } = await signedIn(browser, product.address, "contributor");
    const address = await newDraft(page);
    await title(page).fill("Bản đã lưu");
    await saved(page);
    await page.waitForFunction(
      async () => (await (await caches.open("gandan-offline")).match("/workspace/viet-tam")) !== undefined,
    );
    await context.setOffline(true);
    await title(page).fill("Phần chưa lên máy chủ");
    await onDisk(page, "Phần chưa lên máy chủ");
    await page.reload();
    await page.getByRole("link", { name: "Viết khi mất mạng" }).click();
    await page.getByText("Phần chưa lên máy chủ").waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole("button", { name: "Viết bài mới" }).click();
    await title(page).fill("Viết nơi không có sóng");
    await onDisk(page, "Viết nơi không có sóng");
    await context.setOffline(false);
    await open(page, "/");
    await page.getByRole("link", { name: "Xem và đưa lên" }).click();
    await page.getByRole("button", { name: "Đưa lên thành bản nháp" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Đưa lên" }).click();
    await expect.poll(() => title(page).inputValue(), { timeout: 10_000 }).toBe("Viết nơi không có sóng");
    const made = await product.db.pool.query(
      "select count(distinct item_id)::int as items from content_revision where title = 'Viết nơi không có sóng'",
    );
    expect(made.rows).toEqual([{ items: 1 }]);
    // Nothing had to be decided about the other one, so it went up by itself.
    await expect
      .poll(async () => (await titlesOf(address)).at(-1), { timeout: 20_000 })
      .toBe("Phần chưa lên máy chủ");
    await open(page, "/viet-tam");
    await page.getByText("Máy này không giữ bài nào").waitFor();
    await context.close();
  });

  test("khi mạng có lại mà thẻ vẫn mở: tự lưu, một lần", async () => {
    const { page, context } = await signedIn(browser, product.address, "contributor");
    const address = await newDraft(page);
    await context.setOffline(true);
    await title(page).fill("Viết lúc mất mạng");
    await page
      .getByText(/Mất kết nối/)
      .first()
      .waitFor();
    await context.setOffline(false);
    await saved(page);
    expect(await titlesOf(address)).toEqual(["", "Viết lúc mất mạng"]);
    await context.close();
  });

  test("khi câu trả lời của máy chủ bị mất: gửi lại không thành hai bản", async () => {
    const { page, context } = await signedIn(browser, product.address, "contributor");
    const address = await newDraft(page);
    let lost = 0;
    await page.route("**/api/content/*/revisions", async (route) => {
      if (lost > 0) return route.continue();
      lost += 1;
      // A kept connection may just have been closed by the server, which is not the loss that is meant.
      await route.fetch({ maxRetries: 3 });
      await route.abort("connectionreset");
    });
    await title(page).fill("Câu trả lời bị mất");
    await page.getByText(/Mất kết nối/).waitFor();
    await saved(page);
    expect(await titlesOf(address)).toEqual(["", "Câu trả lời bị mất"]);
    await context.close();
  });

  test("khi trang sập ngay sau khi gõ", async () => {
    const { before, reopen } = await browserOfItsOwn();
    const context = before.browser.contexts()[0]!;
    await signInOf(context, product.address, "contributor");
    const page = await context.newPage();
    const address = await newDraft(page);
    await title(page).fill("Gõ xong thì trang sập");
    const cdp = await context.newCDPSession(page);
    const crashed = page.waitForEvent("crash");
    void cdp.send("Page.crash").catch(() => undefined);
    await crashed;
    // Beside a crashed tab this browser at times gives the next one no process for minutes: it is opened anew.
    await before.close();
    await isThere(await reopen(), address, "Gõ xong thì trang sập");
  });

  test("khi cả trình duyệt bị giết ngay sau khi gõ, máy chủ chưa kịp nghe gì", async () => {
    const { before, reopen } = await browserOfItsOwn();
    const context = before.browser.contexts()[0]!;
    await signInOf(context, product.address, "contributor");
    const page = await context.newPage();
    const address = await newDraft(page);
    await page.route("**/api/content/*/revisions", (route) => route.abort());
    await title(page).pressSequentially("Gõ xong thì máy mất điện");
    await onDisk(page, "Gõ xong thì máy mất điện");
    await before.kill();
    expect(await titlesOf(address)).toEqual([""]);
    await isThere(await reopen(), address, "Gõ xong thì máy mất điện");
  });

  test("khi bấm đúp lúc bắt đầu viết: một bản nháp; bỏ nó đi rồi khôi phục thì chữ còn nguyên", async () => {
    const { page, context } = await signedIn(browser, product.address, "contributor");
    const drafts = async () =>
      (await product.db.pool.query("select count(*)::int as n from content_item")).rows[0].n as number;
    const before = await drafts();
    await open(page, "/noi-dung");
    // The shortcut is there with the list, not yet while it is being loaded.
    await page.getByRole("button", { name: "Viết mới" }).waitFor();
    await page.keyboard.press("c");
    await page.getByRole("dialog").getByRole("button", { name: "Bắt đầu viết" }).dblclick();
    await title(page).fill("Nháp không cần nữa");
    expect(await drafts()).toBe(before + 1);
    await page.getByRole("button", { name: "Bỏ bản nháp" }).click();
    await page.getByText("Bản nháp đã bỏ", { exact: true }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await open(page, "/noi-dung");
    expect(await page.getByRole("link", { name: "Nháp không cần nữa" }).count()).toBe(0);
    await open(page, "/noi-dung?trang-thai=discarded");
    await page.getByRole("link", { name: "Nháp không cần nữa" }).click();
    await page.getByRole("button", { name: "Khôi phục bản nháp" }).click();
    await expect.poll(() => title(page).inputValue(), { timeout: 10_000 }).toBe("Nháp không cần nữa");
    await title(page).fill("Bản viết lại");
    await saved(page);
    await page.getByRole("link", { name: "Các bản đã lưu" }).click();
    await page.getByRole("combobox", { name: "Bản" }).click();
    await page.getByRole("option", { name: /^Bản 2 / }).click();
    await page.getByRole("heading", { level: 2, name: "Nháp không cần nữa" }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole("button", { name: "Khôi phục bản này" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Khôi phục" }).click();
    await expect.poll(() => title(page).inputValue(), { timeout: 10_000 }).toBe("Nháp không cần nữa");
    expect(await titlesOf(new URL(page.url()).pathname)).toEqual([
      "",
      "Nháp không cần nữa",
      "Bản viết lại",
      "Nháp không cần nữa",
    ]);
    await context.close();
  });

  test("khi thẻ bị đóng ngay sau khi gõ", async () => {
    const { page, context } = await signedIn(browser, product.address, "contributor");
    const address = await newDraft(page);
    await title(page).fill("Gõ xong thì đóng thẻ");
    await page.close();
    await isThere(context, address, "Gõ xong thì đóng thẻ");
    await context.close();
  });
});

describe("phiên làm việc kết thúc giữa chừng", { timeout: 120_000 }, () => {
  const endSessions = (person: string) =>
    product.db.pool.query(
      "delete from auth_session s using person p where p.user_id = s.user_id and p.email = $1",
      [`${person}@mau.gandan.vn`],
    );
  const signInAgain = async (page: Page, person: string) => {
    const dialog = page.getByRole("dialog", { name: "Phiên làm việc đã kết thúc" });
    await dialog.getByRole("textbox", { name: "Thư điện tử" }).fill(`${person}@mau.gandan.vn`);
    await dialog.getByLabel("Mật khẩu", { exact: true }).fill("gan-dan-mau-2026");
    await page.keyboard.press("Enter");
    await dialog.waitFor({ state: "detached" });
  };
  const told = (page: Page) => page.getByRole("alert").filter({ hasText: "Phiên làm việc đã kết thúc" });

  test("người đang gõ được báo ngay, gõ tiếp không mất chữ nào, đăng nhập tại chỗ là bài tự lưu", async () => {
    const { page, context } = await signedIn(browser, product.address, "contributor");
    const address = await newDraft(page);
    await title(page).fill("Bản đã lưu");
    await saved(page);
    await endSessions("contributor");
    await title(page).pressSequentially(", rồi viết tiếp");
    await told(page).waitFor();
    // The words go on into the field, not into the notice.
    await page.keyboard.type(" thêm nữa");
    expect(await title(page).inputValue()).toBe("Bản đã lưu, rồi viết tiếp thêm nữa");
    expect(await axeViolations(page)).toEqual([]);
    expect(await titlesOf(address)).not.toContain("Bản đã lưu, rồi viết tiếp thêm nữa");
    await told(page).getByRole("button", { name: "Đăng nhập lại" }).click();
    await signInAgain(page, "contributor");
    await expect
      .poll(async () => (await titlesOf(address)).at(-1), { timeout: 10_000 })
      .toBe("Bản đã lưu, rồi viết tiếp thêm nữa");
    await told(page).waitFor({ state: "detached" });
    await expect.poll(() => title(page).evaluate((field) => field === document.activeElement)).toBe(true);
    await context.close();
  });

  test("ở biểu mẫu không tự lưu: được báo khi đang gõ, trước khi gửi; đăng nhập ở thẻ khác cũng được", async () => {
    const { page, context } = await signedIn(browser, product.address, "administrator", { width: 360 });
    await page.clock.install();
    await open(page, "/nguoi-dung");
    await page.getByRole("button", { name: "Thêm người" }).click();
    const name = page.getByRole("dialog").getByRole("textbox", { name: "Họ và tên" });
    await name.fill("Trịnh Thị");
    await endSessions("administrator");
    await page.clock.fastForward("00:20");
    await name.pressSequentially(" Thí Dụ");
    await told(page).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    const other = await context.newPage();
    await other.goto(`${product.address}/workspace/dang-nhap`);
    await other.getByRole("textbox", { name: "Thư điện tử" }).fill("administrator@mau.gandan.vn");
    await other.getByLabel("Mật khẩu", { exact: true }).fill("gan-dan-mau-2026");
    await other.keyboard.press("Enter");
    await told(page).waitFor({ state: "detached" });
    expect(await name.inputValue()).toBe("Trịnh Thị Thí Dụ");
    await context.close();
  });
});

describe("hai thẻ của một người", { timeout: 120_000 }, () => {
  test("thẻ kia theo ngay bản vừa lưu khi chưa gõ gì", async () => {
    const { page, context } = await signedIn(browser, product.address, "contributor");
    const address = await newDraft(page);
    const other = await context.newPage();
    await open(other, address);
    await title(page).fill("Bản ở thẻ một");
    await expect.poll(() => title(other).inputValue(), { timeout: 10_000 }).toBe("Bản ở thẻ một");
    await title(other).fill("Viết tiếp ở thẻ hai");
    await expect.poll(() => title(page).inputValue(), { timeout: 10_000 }).toBe("Viết tiếp ở thẻ hai");
    expect(await titlesOf(address)).toEqual(["", "Bản ở thẻ một", "Viết tiếp ở thẻ hai"]);
    await context.close();
  });

  test("cả hai cùng gõ: thấy cả hai bản, chọn xong không bản nào mất", async () => {
    const { page, context } = await signedIn(browser, product.address, "contributor");
    const address = await newDraft(page);
    const other = await context.newPage();
    await open(other, address);
    // The second tab's network is slow: both texts are typed before either is known to the other.
    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    await other.route("**/api/content/*/revisions", async (route) => {
      await held;
      await route.continue();
    });
    await title(other).fill("Bản ở thẻ hai");
    await title(page).fill("Bản ở thẻ một");
    await saved(page);
    letGo();
    await other.getByText("Có bản mới hơn", { exact: true }).waitFor();
    await other.getByText(/^Chính bạn, ở thẻ khác, đã lưu bản 2 lúc/).waitFor();
    expect(await other.getByRole("region", { name: "Bản của bạn" }).textContent()).toContain("Bản ở thẻ hai");
    expect(await axeViolations(other)).toEqual([]);
    await other.getByRole("button", { name: "Viết tiếp bản của tôi" }).click();
    await saved(other);
    expect(await titlesOf(address)).toEqual(["", "Bản ở thẻ một", "Bản ở thẻ hai"]);
    await context.close();
  });
});

describe("hai người một bài", { timeout: 180_000 }, () => {
  test("người sau thấy ai đang sửa, xin, được nhường; bản vừa lưu theo sang", async () => {
    const first = await signedIn(browser, product.address, "contributor");
    const second = await signedIn(browser, product.address, "editor2");
    const address = await newDraft(first.page);
    await title(first.page).fill("Người thứ nhất viết");
    await saved(first.page);
    await open(second.page, "/noi-dung");
    await second.page
      .getByRole("row", { name: /Người thứ nhất viết/ })
      .getByText("Nguyễn Văn Mẫu đang sửa")
      .waitFor();
    await open(second.page, address);
    await second.page.getByText(/^Nguyễn Văn Mẫu đang sửa từ \d\d:\d\d$/).waitFor();
    expect(await title(second.page).count()).toBe(0);
    expect(await axeViolations(second.page)).toEqual([]);
    await second.page.getByRole("button", { name: "Xin sửa" }).click();
    await first.page.getByText("Vũ Văn Thí Dụ xin được sửa bài này").waitFor({ timeout: 30_000 });
    expect(await axeViolations(first.page)).toEqual([]);
    await title(first.page).fill("Người thứ nhất viết xong");
    await first.page.getByRole("button", { name: "Lưu và nhường" }).click();
    await first.page.getByText(/^Vũ Văn Thí Dụ đang sửa từ/).waitFor();
    await title(second.page).waitFor({ timeout: 30_000 });
    expect(await title(second.page).inputValue()).toBe("Người thứ nhất viết xong");
    expect(await titlesOf(address)).toEqual(["", "Người thứ nhất viết", "Người thứ nhất viết xong"]);
    await first.context.close();
    await second.context.close();
  });

  test("tiếp quản: người trước chuyển sang đọc, chữ của cả hai còn nguyên và được đặt cạnh nhau", async () => {
    const first = await signedIn(browser, product.address, "contributor");
    const second = await signedIn(browser, product.address, "editor2");
    const address = await newDraft(first.page);
    await title(first.page).fill("Bản gốc");
    await saved(first.page);
    await open(second.page, address);
    await first.page.route("**/api/content/*/revisions", (route) => route.abort());
    await title(first.page).fill("Phần người trước chưa kịp lưu");
    await second.page.getByRole("button", { name: "Tiếp quản" }).click();
    await title(second.page).fill("Bản của người tiếp quản");
    await saved(second.page);
    await first.page.getByText(/^Vũ Văn Thí Dụ đã tiếp quản bài lúc/).waitFor({ timeout: 30_000 });
    await first.page.getByText(/Phần bạn đã viết được giữ trên máy này/).waitFor();
    await first.page.getByRole("heading", { level: 2, name: "Bản của người tiếp quản" }).waitFor();
    await first.page.unroute("**/api/content/*/revisions");
    await first.page.getByRole("button", { name: "Tiếp quản" }).click();
    await first.page.getByText("Có bản mới hơn", { exact: true }).waitFor({ timeout: 30_000 });
    const mine = first.page.getByRole("region", { name: "Bản của bạn" });
    expect(await mine.textContent()).toContain("Phần người trước chưa kịp lưu");
    await first.page.getByRole("button", { name: "Ghép từng đoạn" }).click();
    const merging = first.page.getByRole("dialog", { name: "Ghép từng đoạn" });
    const heading = merging.getByRole("radiogroup", { name: /Tiêu đề · hai bản sửa khác nhau/ });
    await heading.getByText("Phần người trước chưa kịp lưu").waitFor();
    expect(await axeViolations(first.page)).toEqual([]);
    await heading.getByRole("radio", { name: "Lấy bản kia" }).check();
    await merging.getByRole("button", { name: "Lưu bản ghép" }).click();
    await merging.waitFor({ state: "detached" });
    await saved(first.page);
    expect(await titlesOf(address)).toEqual([
      "",
      "Bản gốc",
      "Bản của người tiếp quản",
      "Phần người trước chưa kịp lưu",
      "Bản của người tiếp quản",
    ]);
    await first.context.close();
    await second.context.close();
  });
});
