import type { Browser, Page } from "playwright-core";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { axeViolations } from "#platform/testing/axe.ts";
import { openBrowser } from "#platform/testing/browser.ts";
import { type Product, startProduct } from "./product.ts";
import { signedIn } from "./signed-in.ts";

let product: Product;
let browser: Browser;
let picture: Buffer;
beforeAll(async () => {
  product = await startProduct("sample");
  browser = await openBrowser();
  picture = await sharp({ create: { width: 1500, height: 900, channels: 3, background: "#9b1420" } })
    .jpeg()
    .toBuffer();
});
afterAll(() => browser?.close());

const open = async (page: Page, path: string) => {
  await page.goto(`${product.address}/workspace${path}`);
  await page.getByRole("heading", { level: 1 }).filter({ hasNotText: "Đang tải" }).waitFor();
};
const one = async (where: string): Promise<string> =>
  (await product.db.pool.query(`select id from content_item where ${where} limit 1`)).rows[0].id;
const bodyOf = async (id: string) =>
  (
    await product.db.pool.query(
      "select r.body from content_item i join content_revision r on r.id = i.current_revision_id where i.id = $1",
      [id],
    )
  ).rows[0].body.content as { type: string; attrs?: Record<string, unknown>; content?: unknown[] }[];
const saved = (page: Page) => page.getByText(/^Đã lưu \d/).waitFor();

/** What a paste or a drop brings, as the browser hands it to the page. */
const bring = (
  page: Page,
  kind: "paste" | "drop",
  given: { html?: string; file?: string; name?: string; type?: string },
) =>
  page.getByRole("textbox", { name: "Nội dung" }).evaluate(
    (editor, { event, html, file, name, type }) => {
      const data = new DataTransfer();
      if (html) data.setData("text/html", html);
      if (file) {
        const bytes = Uint8Array.from(atob(file), (letter) => letter.charCodeAt(0));
        data.items.add(new File([bytes], name, { type }));
      }
      const options = { bubbles: true, cancelable: true };
      const place = editor.getBoundingClientRect();
      editor.dispatchEvent(
        event === "paste"
          ? new ClipboardEvent("paste", { ...options, clipboardData: data })
          : new DragEvent("drop", {
              ...options,
              dataTransfer: data,
              clientX: place.x + 20,
              clientY: place.y + 20,
            }),
      );
    },
    { event: kind, name: "keo-vao.jpg", type: "image/jpeg", ...given },
  );

describe("ảnh của bài", { timeout: 180_000 }, () => {
  test("dán từ Word giữ danh sách lồng nhau, bảng; ảnh trên máy không vào bài và được nói rõ", async () => {
    const { page, context } = await signedIn(browser, product.address, "contributor");
    const id = await one("state = 'draft'");
    await open(page, `/noi-dung/${id}`);
    await page.getByRole("textbox", { name: "Nội dung" }).click();
    await page.keyboard.press("Control+A");
    const item = (level: number, mark: string, text: string) =>
      `<p class=MsoListParagraph style='mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='mso-list:Ignore'>${mark}<span style='font:7.0pt "Times New Roman"'>&nbsp; </span></span><![endif]>${text}<o:p></o:p></p>`;
    await bring(page, "paste", {
      html: `<html xmlns:o="urn:schemas-microsoft-com:office:office"><body><!--StartFragment--><h1>Mục</h1>${item(1, "1.", "Một")}${item(2, "a)", "Một a")}${item(1, "2.", "Hai")}<table class=MsoTableGrid><tr><td><p class=MsoNormal>Ô</p></td></tr></table><p class=MsoNormal><img src="file:///C:/a.png"><a href="#_Toc1">Mục lục</a></p><!--EndFragment--></body></html>`,
    });
    await page.getByText(/1 ảnh trong phần dán chưa vào bài/).waitFor();
    await saved(page);
    const [heading, list, table] = await bodyOf(id);
    expect(heading).toMatchObject({ type: "heading", attrs: { level: 2 } });
    expect(list).toMatchObject({
      type: "orderedList",
      content: [
        { type: "listItem", content: [{ type: "paragraph" }, { type: "orderedList", attrs: { type: "a" } }] },
        { type: "listItem" },
      ],
    });
    expect(table?.type).toBe("table");
    await context.close();
  });

  test("địa chỉ liên kết được xem ngay trong ô; tên miền thiếu https:// được bổ sung", async () => {
    const { page, context } = await signedIn(browser, product.address, "contributor");
    const id = await one("state = 'draft'");
    await open(page, `/noi-dung/${id}`);
    await page.getByRole("textbox", { name: "Nội dung" }).click();
    await page.keyboard.press("Control+A");
    await page.getByRole("button", { name: "Liên kết", exact: true }).click();
    const address = page.getByLabel("Địa chỉ liên kết");
    await address.fill("abc");
    await page.keyboard.press("Enter");
    await page.getByText(/“abc” không phải địa chỉ/).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await address.fill("abc.vn");
    await page.keyboard.press("Enter");
    await address.waitFor({ state: "detached" });
    await saved(page);
    await expect
      .poll(async () => JSON.stringify(await bodyOf(id)), { timeout: 10_000 })
      .toContain('"href":"https://abc.vn"');
    await context.close();
  });

  test("kéo một tệp ảnh vào bài thì được hỏi mô tả trước khi ảnh đứng trong bài", async () => {
    const { page, context } = await signedIn(browser, product.address, "contributor");
    const id = await one("state = 'returned'");
    await open(page, `/noi-dung/${id}`);
    await bring(page, "drop", { file: picture.toString("base64") });
    const dialog = page.getByRole("dialog", { name: "Ảnh mới" });
    await dialog.waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await dialog.getByRole("button", { name: "Chèn ảnh" }).click();
    expect(await dialog.isVisible()).toBe(true);
    await dialog.getByLabel("Ảnh trang trí, không mang thông tin").check();
    await dialog.getByLabel("Chú thích dưới ảnh").fill("Kéo vào từ máy");
    await dialog.getByRole("button", { name: "Chèn ảnh" }).click();
    await dialog.waitFor({ state: "detached" });
    await saved(page);
    const images = (await bodyOf(id)).filter(({ type }) => type === "image");
    expect(images).toMatchObject([
      { attrs: { alt: "", caption: "Kéo vào từ máy", width: 1500, height: 900 } },
    ]);
    await page.getByText(/Ảnh “keo-vao.jpg” chưa ghi quyền sử dụng/).waitFor();
    await context.close();
  });

  test("dán ảnh chụp màn hình, ảnh chép từ trang web, kéo tệp khác: ảnh được hỏi mô tả, tệp khác được nói rõ", async () => {
    const { page, context } = await signedIn(browser, product.address, "contributor");
    const id = await one("state = 'draft'");
    await open(page, `/noi-dung/${id}`);
    const file = picture.toString("base64");
    const dialog = page.getByRole("dialog", { name: "Ảnh mới" });
    await bring(page, "paste", { file, name: "image.png", type: "image/png" });
    await dialog.getByLabel("Ảnh cho thấy gì").fill("Màn hình tra cứu hồ sơ");
    await page.route("**/api/media", async (route) => {
      await dialog.getByText(/^Đang tải ảnh lên/).waitFor();
      await route.continue();
    });
    await dialog.getByRole("button", { name: "Chèn ảnh" }).click();
    await dialog.waitFor({ state: "detached" });
    await bring(page, "paste", { file, html: '<meta charset="utf-8"><img src="https://abc.vn/a.png">' });
    await dialog.getByLabel("Ảnh cho thấy gì").fill("Ảnh chép từ trang web");
    await dialog.getByRole("button", { name: "Chèn ảnh" }).click();
    await dialog.waitFor({ state: "detached" });
    await bring(page, "drop", { file, name: "bao-cao.pdf", type: "application/pdf" });
    await page.getByText(/“bao-cao.pdf” không phải ảnh nên không vào bài/).waitFor();
    expect(await dialog.count()).toBe(0);
    await expect
      .poll(
        async () => (await bodyOf(id)).filter(({ type }) => type === "image").map(({ attrs }) => attrs?.alt),
        { timeout: 10_000 },
      )
      .toEqual(expect.arrayContaining(["Màn hình tra cứu hồ sơ", "Ảnh chép từ trang web"]));
    await context.close();
  });

  test("thiếu quyền thì chưa đăng được; ghi đủ thì lên thẻ tin, đầu bài và thẻ chia sẻ", async () => {
    const writer = await signedIn(browser, product.address, "contributor");
    const { page } = writer;
    await open(page, "/noi-dung");
    // The shortcut is there with the list, not yet while it is being loaded.
    await page.getByRole("button", { name: "Viết mới" }).waitFor();
    await page.keyboard.press("c");
    await page.getByRole("dialog").getByRole("button", { name: "Bắt đầu viết" }).click();
    await page.getByLabel("Tiêu đề", { exact: true }).fill("Ảnh có quyền rõ ràng");
    await page
      .getByLabel("Sapo (tóm tắt)")
      .fill("Ảnh nào cũng ghi rõ của ai, người trong ảnh có đồng ý không.");
    await page.getByRole("textbox", { name: "Nội dung" }).click();
    await page.keyboard.insertText("Mỗi ảnh đều có mô tả, tác giả và quyền sử dụng. ".repeat(6));
    await page.getByRole("radio", { name: "Không dùng" }).check();
    await page.getByRole("combobox", { name: "Chủ đề chính" }).fill("cong khai tthc");
    await page.getByRole("option").first().click();
    await page.getByRole("button", { name: "Chọn ảnh đại diện" }).click();
    await page
      .getByRole("dialog")
      .locator("input[type=file]")
      .setInputFiles({ name: "quay.jpg", mimeType: "image/jpeg", buffer: picture });
    const asked = page.getByRole("dialog", { name: "Ảnh mới" });
    await asked.getByLabel("Ảnh cho thấy gì").fill("Quầy Một cửa");
    await asked.getByRole("button", { name: "Đặt làm ảnh đại diện" }).click();
    await asked.waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Chọn mục…" }).click();
    await page.getByLabel("Tìm mục").fill("thu tuc hanh chinh");
    await page.getByRole("checkbox", { name: /^II\.4\.2: / }).check();
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole("button", { name: "Gắn các mục đã chọn" }).click();
    await page.getByText(/Ảnh “Quầy Một cửa” chưa ghi quyền sử dụng, chưa có đồng ý/).waitFor();
    await page.getByText("Đã đủ.").waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole("button", { name: "Gửi duyệt" }).click();
    await page.getByText("Chờ duyệt", { exact: true }).first().waitFor();
    const id = new URL(page.url()).pathname.split("/").at(-1)!;
    await writer.context.close();

    const reviewer = await signedIn(browser, product.address, "editor2");
    await open(reviewer.page, `/noi-dung/${id}/duyet`);
    await reviewer.page.getByRole("img", { name: "Quầy Một cửa" }).waitFor();
    await reviewer.page.getByRole("button", { name: "Duyệt", exact: true }).click();
    await reviewer.page.getByText("Đã duyệt.").waitFor();
    await open(reviewer.page, `/noi-dung/${id}`);
    await reviewer.page.getByRole("button", { name: "Đăng hoặc hẹn giờ" }).click();
    const dialog = reviewer.page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Đăng ngay" }).click();
    await dialog.getByText(/Ảnh “Quầy Một cửa” chưa ghi quyền sử dụng/).waitFor();
    await reviewer.page.keyboard.press("Escape");
    // A dialog that goes gives the focus back, and would close a list that is open by then.
    await dialog.waitFor({ state: "detached" });
    await reviewer.page.getByRole("button", { name: "Thông tin ảnh đại diện" }).click();
    await dialog.getByRole("combobox", { name: "Quyền sử dụng" }).click();
    await reviewer.page.getByRole("option", { name: "Ảnh của cơ quan" }).click();
    await dialog.getByLabel("Tác giả").fill("Nguyễn Văn Mẫu");
    await dialog.getByRole("radio", { name: "Không cần" }).check();
    await dialog.getByRole("button", { name: "Ghi thông tin" }).click();
    await reviewer.page.getByText("Đủ quyền để đăng").waitFor();
    await reviewer.page.getByRole("button", { name: "Đăng hoặc hẹn giờ" }).click();
    await dialog.getByRole("button", { name: "Đăng ngay" }).click();
    await reviewer.page.getByText("Đang đăng", { exact: true }).first().waitFor();
    const article = `${product.address}/tin-tuc/anh-co-quyen-ro-rang`;
    const request = reviewer.context.request;
    await expect
      .poll(async () => (await request.get(article)).status(), { timeout: 60_000, interval: 500 })
      .toBe(200);
    await reviewer.context.close();

    const reader = await browser.newContext();
    const read = await reader.newPage();
    await read.goto(article);
    const shown = read.getByRole("img", { name: "Quầy Một cửa" });
    expect(
      await shown.evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth)),
    ).toBeGreaterThan(0);
    await read.getByText("Ảnh: Nguyễn Văn Mẫu").waitFor();
    const meta = (name: string) => read.locator(`meta[property="${name}"]`).getAttribute("content");
    expect([await meta("og:image:width"), await meta("og:image:height"), await meta("og:image:alt")]).toEqual(
      ["1200", "630", "Quầy Một cửa"],
    );
    const card = await reader.request.get((await meta("og:image"))!);
    expect(card.headers()["content-type"]).toBe("image/jpeg");
    expect((await card.body()).length).toBeLessThanOrEqual(1_000_000);
    expect(await sharp(await card.body()).metadata()).toMatchObject({ width: 1200, height: 630 });
    await read.goto(`${product.address}/tin-tuc`);
    await read.locator("article", { hasText: "Ảnh có quyền rõ ràng" }).locator("img").waitFor();
    const { rows } = await product.db.pool.query(
      "select c.path from evidence e join evidence_clause l on l.evidence_id = e.id join plan_clause c on c.id = l.clause_id where e.source_id = $1",
      [id],
    );
    expect(rows).toEqual([{ path: "II.4.2" }]);
    await reader.close();
  });
});

test("hình vẽ từ số liệu đứng trong bài khi bài mở lại, viết tiếp được ngay", async () => {
  const { page, context } = await signedIn(browser, product.address, "editor");
  const { rows } = await product.db.pool.query("select unit_id from content_item limit 1");
  const begun = await context.request.post(`${product.address}/api/content`, {
    data: { kind: "infographic", unitId: rows[0].unit_id },
  });
  const { id } = await begun.json();
  await open(page, `/noi-dung/${id}`);
  await page.getByRole("link", { name: "Vẽ từ số liệu" }).click();
  await page.getByLabel("Tiêu đề của hình").fill("Số thẻ bạn đọc đã cấp");
  for (const field of await page.locator('input[id^="rows."]').all()) {
    const example = await field.getAttribute("placeholder");
    if (example) await field.fill(example);
  }
  await page.getByLabel("Nguồn số liệu").fill("Thư viện tỉnh");
  await page.getByRole("textbox", { name: "Số liệu tính đến ngày" }).fill("30/06/2026");
  await page.getByRole("button", { name: "Vẽ và đưa vào bài" }).click();
  await page.getByRole("group", { name: "ảnh 1", exact: true }).waitFor();
  await page.getByLabel("Tiêu đề", { exact: true }).fill("Thẻ bạn đọc sáu tháng đầu năm");
  await saved(page);
  const { rows: now } = await product.db.pool.query(
    "select r.title, jsonb_array_length(r.media) as pictures from content_item i join content_revision r on r.id = i.current_revision_id where i.id = $1",
    [id],
  );
  expect(now).toEqual([{ title: "Thẻ bạn đọc sáu tháng đầu năm", pictures: expect.any(Number) }]);
  expect(now[0].pictures).toBeGreaterThan(0);
  await context.close();
});
