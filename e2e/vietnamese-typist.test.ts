import type { Browser, CDPSession, Locator, Page } from "playwright-core";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { axeViolations } from "#platform/testing/axe.ts";
import { openBrowser } from "#platform/testing/browser.ts";
import { compose, expected, retype, telex, typeVietnamese, vni } from "./input-method.ts";
import { type Product, startProduct } from "./product.ts";
import { signedIn } from "./signed-in.ts";

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
const one = async (where: string): Promise<string> =>
  (await product.db.pool.query(`select id from content_item where ${where} limit 1`)).rows[0].id;

/** Types into the field as a person does, and reads what stands there. */
async function typedInto(page: Page, cdp: CDPSession, field: Locator): Promise<string> {
  await field.click();
  await page.keyboard.press("Control+A");
  await page.keyboard.press("Delete");
  await typeVietnamese(page, cdp);
  const isEditor = await field.evaluate((element) => (element as HTMLElement).isContentEditable);
  return isEditor ? ((await field.textContent()) ?? "") : field.inputValue();
}

describe("người gõ tiếng Việt, Telex hay VNI, bộ gõ nào cũng vậy", () => {
  test("không lặp, không mất chữ ở mọi ô chữ của màn soạn bài", async () => {
    const { page, context } = await signedIn(browser, product.address, "contributor");
    const cdp = await context.newCDPSession(page);
    await open(page, `/noi-dung/${await one("state = 'draft'")}`);
    await page.getByRole("button", { name: "Chọn ảnh đại diện" }).click();
    await page
      .getByRole("button", { name: /^Đặt làm ảnh đại diện/ })
      .first()
      .click();
    const fields: Record<string, Locator> = {
      title: page.getByLabel("Tiêu đề", { exact: true }),
      summary: page.getByLabel("Sapo (tóm tắt)"),
      body: page.getByRole("textbox", { name: "Nội dung" }),
      imageAlt: page.getByLabel("Ảnh đại diện cho thấy gì"),
      theme: page.getByRole("combobox", { name: "Chủ đề chính" }),
      themes: page.getByRole("combobox", { name: "Chủ đề khác" }),
      tasks: page.getByRole("combobox", { name: "Nhiệm vụ" }),
      obligations: page.getByRole("combobox", { name: "Nghĩa vụ" }),
    };
    const typed: Record<string, string> = {};
    for (const [name, field] of Object.entries(fields)) {
      typed[name] = (await typedInto(page, cdp, field)).trim();
      await page.keyboard.press("Escape");
    }
    expect(typed).toEqual(Object.fromEntries(Object.keys(fields).map((name) => [name, expected])));
    await page.getByText(/^Đã lưu \d/).waitFor();
    await page.reload();
    await page.getByLabel("Tiêu đề", { exact: true }).waitFor();
    for (const name of ["title", "summary", "imageAlt"])
      expect((await fields[name]!.inputValue()).trim(), name).toBe(expected);
    expect((await fields.body!.textContent())?.trim()).toBe(expected);
    // Leaving the text hands it to whoever writes next.
    await page.getByRole("link", { name: "Việc của tôi" }).click();
    const holds = () =>
      product.db.pool.query("select item_id from content_hold").then(({ rowCount }) => rowCount);
    await expect.poll(holds, { timeout: 20_000 }).toBe(0);
    await context.close();
  }, 180_000);

  test("và ở mọi ô chữ của các hộp thoại", async () => {
    const { page, context } = await signedIn(browser, product.address, "editor");
    const cdp = await context.newCDPSession(page);
    const typed: Record<string, string> = {};
    const dialog = page.getByRole("dialog");
    const fill = async (...labels: string[]) => {
      for (const label of labels) typed[label] = await typedInto(page, cdp, dialog.getByLabel(label));
      await page.keyboard.press("Escape");
      await dialog.waitFor({ state: "detached" });
    };
    await open(page, `/noi-dung/${await one("state = 'draft'")}`);
    await page.getByRole("button", { name: "Chọn mục…" }).click();
    await fill("Tìm mục");
    await page.getByRole("button", { name: "Đổi ảnh đại diện" }).click();
    await fill("Tìm trong kho ảnh");
    await page.getByRole("button", { name: "Chèn ảnh" }).click();
    const buffer = await sharp({ create: { width: 40, height: 30, channels: 3, background: "#9b1420" } })
      .png()
      .toBuffer();
    await dialog.locator("input[type=file]").setInputFiles({ name: "a.png", mimeType: "image/png", buffer });
    await dialog.getByLabel("Đã có đồng ý").check();
    await fill("Ảnh cho thấy gì", "Chú thích dưới ảnh", "Tác giả", "Nguồn ảnh", "Nơi lưu văn bản đồng ý");
    await page.getByRole("button", { name: "Đăng khẩn…" }).click();
    await fill("Vì sao không chờ được");
    await open(page, `/noi-dung/${await one("state = 'published'")}`);
    await page.getByRole("button", { name: "Thu hồi…" }).click();
    await fill("Lý do (người đọc sẽ thấy)");
    await page.getByRole("button", { name: "Gỡ bỏ…" }).click();
    await fill("Căn cứ gỡ bỏ", "Gõ “GỠ BỎ” để xác nhận");
    await open(
      page,
      `/noi-dung/${await one("state = 'submitted' and id not in (select item_id from review_bundle_text)")}/duyet`,
    );
    await page.getByRole("button", { name: "Yêu cầu sửa" }).click();
    await fill("Điều cần sửa");
    await open(page, "/noi-dung");
    const search = page.getByLabel("Tìm trong tiêu đề");
    typed["Tìm trong tiêu đề"] = await typedInto(page, cdp, search);
    for (const [label, text] of Object.entries(typed)) expect(text.trim(), label).toBe(expected);
    expect(Object.keys(typed)).toHaveLength(13);
    await context.close();
  }, 180_000);

  test("một chữ ghép dở lâu hơn lúc tự lưu vẫn nguyên", async () => {
    const { page, context } = await signedIn(browser, product.address, "contributor");
    const id = await one("state = 'returned'");
    await open(page, `/noi-dung/${id}`);
    const cdp = await context.newCDPSession(page);
    for (const place of [
      page.getByLabel("Tiêu đề", { exact: true }),
      page.getByRole("textbox", { name: "Nội dung" }),
    ]) {
      await place.click();
      await page.keyboard.press("Control+A");
      await page.keyboard.press("Delete");
      for (const steps of Object.values(telex)) {
        await compose(cdp, steps);
        await cdp.send("Input.imeSetComposition", { text: "x", selectionStart: 1, selectionEnd: 1 });
        await page.waitForTimeout(1600);
        await cdp.send("Input.imeSetComposition", { text: "", selectionStart: 0, selectionEnd: 0 });
        await page.keyboard.press("Space");
      }
    }
    await page.getByText(/^Đã lưu \d/).waitFor();
    const { rows } = await product.db.pool.query(
      "select r.title, r.plain from content_item i join content_revision r on r.id = i.current_revision_id where i.id = $1",
      [id],
    );
    const words = Object.keys(telex).join(" ");
    expect(rows).toEqual([{ title: words, plain: words }]);
    await context.close();
  }, 90_000);

  test("gạch chân của nhận xét không chạm vào chữ đang ghép; nhận xét ở ô chữ ngắn chọn đúng chữ, sửa, bỏ qua được bằng bàn phím", async () => {
    const { page, context } = await signedIn(browser, product.address, "contributor");
    await open(page, `/noi-dung/${await one("state = 'draft'")}`);
    const cdp = await context.newCDPSession(page);
    const title = page.getByLabel("Tiêu đề", { exact: true });
    await title.fill("Lễ hội ở tỉnh Hà Giang");
    await page.getByLabel("Sapo (tóm tắt)").fill("Gọi số 0912 345 678 để hỏi.");
    const body = page.getByRole("textbox", { name: "Nội dung" });
    await body.click();
    await page.keyboard.press("Control+A");
    await page.keyboard.insertText("Ở tỉnh Hà Giang, nghành văn hóa");
    const patient = { timeout: 20_000 };
    const underlined = () =>
      page.evaluate(() => [...(CSS.highlights.get("soat-nen") ?? [])].map((range) => range.toString()));
    await expect.poll(underlined, patient).toEqual(["nghành", "tỉnh Hà Giang"]);

    // The caret stands within an underlined word; it is judged and painted anew while a letter is put together.
    for (let at = 0; at < "ành văn hóa".length; at += 1) await page.keyboard.press("ArrowLeft");
    const slow = telex.tiếng!;
    for (const text of slow.slice(0, 4))
      await cdp.send("Input.imeSetComposition", {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      });
    await expect.poll(underlined, patient).toEqual(["nghtiêành", "tỉnh Hà Giang"]);
    await compose(cdp, slow.slice(4));
    await retype(page, vni.quyết!);
    await page.keyboard.insertText("đường".normalize("NFD"));
    expect((await body.textContent())?.normalize("NFC")).toBe(
      "Ở tỉnh Hà Giang, nghtiếngquyếtđườngành văn hóa",
    );
    // Right after a composition the browser may still be placing the caret.
    const atEnd = async () => {
      await page.keyboard.press("End");
      return page.evaluate(() => {
        const { anchorNode, anchorOffset } = getSelection()!;
        return anchorNode?.textContent?.endsWith("văn hóa") && anchorOffset === anchorNode.textContent.length;
      });
    };
    await expect.poll(atEnd, patient).toBe(true);
    await page.keyboard.press("Enter");
    await page.keyboard.insertText("Về tỉnh Hà Giang".normalize("NFD"));
    const composed = async () => (await underlined()).map((words) => words.normalize("NFC"));
    await expect.poll(composed, patient).toEqual(["nghtiếngquyếtđườngành", "tỉnh Hà Giang", "tỉnh Hà Giang"]);

    // A remark that stands open over its passage closes at the first letter, and the letter is whole.
    await page.keyboard.press("Control+.");
    await page.getByRole("dialog", { name: /^Nhận xét \d trong \d/ }).waitFor();
    await page.keyboard.press("Escape");
    await page.keyboard.press("ArrowRight");
    await compose(cdp, telex.Việt!);
    expect((await title.inputValue()) + (await body.textContent())).toContain("Việt");

    const of = (where: string) => page.getByRole("list", { name: `Nhận xét về ${where}` });
    for (const width of [1440, 360]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await axeViolations(page), `${width} px`).toEqual([]);
    }
    await title.fill("Lễ hội ở tỉnh Hà Giang");
    await of("Tiêu đề").getByRole("button", { name: "Chọn chữ “tỉnh Hà Giang”" }).press("Enter");
    expect(await page.evaluate(() => getSelection()?.toString())).toBe("tỉnh Hà Giang");
    await of("Tiêu đề")
      .getByRole("button", { name: /^Thay bằng/ })
      .press("Enter");
    expect(await title.inputValue()).toBe("Lễ hội ở tỉnh Tuyên Quang");
    await of("Tiêu đề").waitFor({ state: "detached" });
    await of("Sapo")
      .getByRole("button", { name: /^Bỏ qua/ })
      .press("Enter");
    const dialog = page.getByRole("dialog", { name: "Bỏ qua nhận xét" });
    await dialog.getByRole("button", { name: "Số, địa chỉ công vụ của cơ quan" }).press("Enter");
    await dialog.getByRole("button", { name: "Bỏ qua", exact: true }).press("Enter");
    await page.getByText("Đã bỏ qua nhận xét.").waitFor();
    await of("Sapo").waitFor({ state: "detached" });
    await expect.poll(() => page.evaluate(() => document.activeElement?.id), patient).toBe("summary");
    await context.close();
  }, 90_000);

  test("phím tắt không chạy khi bộ gõ đang ghép chữ", async () => {
    const { page, context } = await signedIn(browser, product.address, "leadership");
    const pressed = (key: string) =>
      page.evaluate((name) => {
        document.body.dispatchEvent(
          new KeyboardEvent("keydown", { key: name, isComposing: true, bubbles: true }),
        );
      }, key);
    await open(page, "/noi-dung");
    await pressed("c");
    await pressed("?");
    expect(await page.getByRole("dialog").count()).toBe(0);
    const id = await one("state = 'submitted' and id not in (select item_id from review_bundle_text)");
    await open(page, `/noi-dung/${id}/duyet`);
    const approve = page.getByRole("button", { name: "Duyệt", exact: true });
    const stateOf = async (item: string) =>
      (await product.db.pool.query("select state from content_item where id = $1", [item])).rows[0].state;
    await expect.poll(() => approve.isEnabled(), { timeout: 20_000 }).toBe(true);
    await pressed("a");
    await page.waitForTimeout(500);
    expect(await stateOf(id)).toBe("submitted");

    // The next text opens by itself: a press that was meant for the one before decides nothing there.
    await page.keyboard.press("a");
    await page.waitForURL((to) => !to.pathname.includes(id) && to.pathname.endsWith("/duyet"));
    const next = new URL(page.url()).pathname.split("/").at(-2)!;
    await page
      .getByRole("button", { name: /^Duyệt/ })
      .first()
      .waitFor();
    await page.keyboard.press("a");
    await page.waitForTimeout(500);
    expect([await stateOf(id), await stateOf(next)]).toEqual(["approved", "submitted"]);
    await context.close();
  });
});
