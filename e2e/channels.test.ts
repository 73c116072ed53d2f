import type { Browser, Page } from "playwright-core";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { formatDate, today } from "#platform/clock/vietnam-time.ts";
import { axeViolations } from "#platform/testing/axe.ts";
import { openBrowser } from "#platform/testing/browser.ts";
import { type Product, startProduct } from "./product.ts";
import { signedIn } from "./signed-in.ts";

let product: Product;
let browser: Browser;
let screenshot: Buffer;
let item: { id: string; title: string };
beforeAll(async () => {
  product = await startProduct("sample");
  browser = await openBrowser();
  screenshot = await sharp({ create: { width: 800, height: 1200, channels: 3, background: "#f3f5f8" } })
    .png()
    .toBuffer();
  item = (
    await product.db.pool.query(
      "select i.id, r.title from content_item i join content_revision r on r.id = i.current_revision_id where i.state = 'approved' and exists (select from content_task t where t.item_id = i.id)",
    )
  ).rows[0];
});
afterAll(() => browser?.close());

const PAGE = "Trang Sở Văn hóa, Thể thao và Du lịch (mẫu)";
const phone = { width: 360, height: 740 };
const desktop = { width: 1440, height: 900 };

const open = async (page: Page, path: string) => {
  await page.goto(`${product.address}/workspace${path}`);
  await page.getByRole("heading", { level: 1 }).filter({ hasNotText: "Đang tải" }).waitFor();
};
const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

describe("từ bài đã duyệt đến nơi đã đăng trên kênh", () => {
  test("chọn kênh cho bài trước khi đăng, bằng bàn phím; lời riêng của kênh cần người thứ hai", async () => {
    const writer = await signedIn(browser, product.address, "editor", desktop);
    await open(writer.page, `/noi-dung/${item.id}`);
    const part = writer.page.getByRole("region", { name: "Đăng ở đâu" });
    await part.getByRole("button", { name: "Chọn kênh" }).focus();
    await writer.page.keyboard.press("Enter");
    const dialog = writer.page.getByRole("dialog", { name: "Chọn kênh" });
    await dialog.getByText(/Sẽ bị từ chối: YouTube cần một video/).waitFor();
    await dialog.getByRole("button", { name: "Đưa vào hàng chờ" }).click();
    await dialog.getByText("Hãy chọn ít nhất một tài khoản.").waitFor();
    await dialog.getByRole("checkbox", { name: PAGE }).focus();
    await writer.page.keyboard.press("Space");
    expect(await axeViolations(writer.page)).toEqual([]);
    await writer.page.keyboard.press("Enter");
    await dialog.waitFor({ state: "detached" });
    await part.getByText("Chờ đến lượt", { exact: true }).waitFor();
    await part.getByText(/Cùng lúc bài lên cổng/).waitFor();

    await part.getByRole("link", { name: PAGE }).click();
    await writer.page.getByText("Chờ bài lên cổng", { exact: true }).waitFor();
    await writer.page.getByRole("button", { name: "Viết lời riêng" }).click();
    const words = writer.page.getByLabel(`Lời đăng trên ${PAGE}`);
    await words.fill("Tuần này có gì dễ hơn cho bà con khi làm thủ tục?");
    await writer.page
      .getByRole("figure")
      .getByText(/Tuần này có gì dễ hơn/)
      .first()
      .waitFor();
    expect(await axeViolations(writer.page)).toEqual([]);
    await writer.page.getByRole("button", { name: "Ghi lời riêng" }).click();
    await writer.page.getByText("Lời riêng chờ người thứ hai duyệt", { exact: true }).waitFor();
    await writer.page.getByText("Người viết lời riêng không được tự duyệt.").waitFor();
    const address = new URL(writer.page.url()).pathname.replace("/workspace", "");
    await writer.context.close();

    const second = await signedIn(browser, product.address, "leadership", phone);
    await open(second.page, "/");
    await second.page
      .getByRole("region", { name: "Đăng kênh chờ tôi" })
      .getByRole("link", { name: item.title })
      .click();
    await second.page.waitForURL(`**${address}`);
    await second.page.getByRole("button", { name: "Duyệt lời riêng" }).click();
    await second.page.getByText("Chờ bài lên cổng", { exact: true }).waitFor();
    expect(await overflow(second.page)).toBeLessThanOrEqual(0);
    expect(await axeViolations(second.page)).toEqual([]);
    await second.context.close();
  }, 90_000);

  test("bài lên cổng thì bộ tài liệu đăng tay mở trên điện thoại: chép lời, dán địa chỉ, thêm ảnh chụp, thành minh chứng", async () => {
    const office = await signedIn(browser, product.address, "office", desktop);
    await open(office.page, `/noi-dung/${item.id}`);
    await office.page.getByRole("button", { name: "Đăng hoặc hẹn giờ" }).click();
    await office.page.getByRole("dialog").getByRole("button", { name: "Đăng ngay" }).click();
    const part = office.page.getByRole("region", { name: "Đăng ở đâu" });
    await part.getByText("Chờ đăng tay", { exact: true }).waitFor({ timeout: 75_000 });
    await part.getByText("Cổng thông tin của cơ quan", { exact: true }).waitFor();
    await office.context.close();

    const { page, context } = await signedIn(browser, product.address, "editor", phone);
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await open(page, "/");
    await page
      .getByRole("region", { name: "Đăng kênh chờ tôi" })
      .getByRole("link", { name: item.title })
      .click();
    await page.getByRole("heading", { level: 2, name: /^Đăng tay: \d bước$/ }).waitFor();
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole("button", { name: "Chép: Nội dung bài đăng" }).click();
    await page.getByRole("button", { name: "Đã chép: Nội dung bài đăng" }).waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/^Tuần này có gì dễ hơn/);
    expect(copied).toContain("/tin-tuc/");
    expect(await page.getByRole("link", { name: /^Mở Facebook/ }).getAttribute("target")).toBe("_blank");

    const url = page.getByLabel("Địa chỉ bài trên kênh");
    await url.fill("https://www.facebook.com/mau.gandan");
    await page.getByRole("button", { name: "Ghi đã đăng" }).click();
    await page
      .getByText(/^Đây là địa chỉ của cả trang/)
      .first()
      .waitFor();
    expect(await url.getAttribute("aria-invalid")).toBe("true");
    await url.fill("https://www.facebook.com/mau.gandan/posts/42?fbclid=theo-doi");
    await url.press("Enter");
    const place = page.getByRole("region", { name: "Nơi đã đăng" });
    await place.getByRole("link", { name: /posts\/42/ }).waitFor();
    await page.locator("#noi-dang:focus").waitFor();
    await page.setInputFiles("input[type=file]", {
      name: "anh-chup.png",
      mimeType: "image/png",
      buffer: screenshot,
    });
    await place.getByRole("link", { name: /^Ảnh chụp 1/ }).waitFor();
    // Pasted beside, the same picture is the same proof.
    await page.evaluate(async (bytes) => {
      const data = new DataTransfer();
      data.items.add(
        new File([Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0))], "dan.txt", {
          type: "text/plain",
        }),
      );
      window.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true }));
    }, screenshot.toString("base64"));
    await place
      .getByRole("alert")
      .getByText(/“dan.txt” không phải ảnh/)
      .waitFor();
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    expect(await axeViolations(page)).toEqual([]);

    const { rows } = await product.db.pool.query<{ url: string; task_id: string }>(
      "select e.url, t.task_id from evidence e join evidence_task t on t.evidence_id = e.id where e.source = 'channels' and e.label like $1",
      [`${item.title}%`],
    );
    expect(new Set(rows.map((row) => row.url))).toEqual(
      new Set(["https://www.facebook.com/mau.gandan/posts/42"]),
    );
    await page.setViewportSize(desktop);
    await open(page, `/nhiem-vu/${rows[0]!.task_id}`);
    await page
      .getByRole("link", { name: new RegExp(`^${item.title} \\(Trang Sở`) })
      .first()
      .waitFor();
    await context.close();
  }, 150_000);

  test("giờ không đăng được nói ngay khi chọn, giờ tốt lấy bằng một nút; trong lịch, lượt đăng dời bằng phím và trên điện thoại", async () => {
    const { rows } = await product.db.pool.query<{ id: string }>(
      "select id from content_item where state = 'scheduled' order by scheduled_at limit 1",
    );
    const { page, context } = await signedIn(browser, product.address, "editor", desktop);
    await open(page, `/noi-dung/${rows[0]!.id}`);
    await page.getByRole("region", { name: "Đăng ở đâu" }).getByRole("button", { name: "Chọn kênh" }).click();
    const dialog = page.getByRole("dialog", { name: "Chọn kênh" });
    await dialog.getByRole("checkbox", { name: /^Kênh YouTube/ }).check();
    await dialog.getByRole("radio", { name: "Hẹn giờ" }).check();
    await dialog.getByRole("textbox", { name: "Ngày đăng" }).fill(formatDate(today().add({ days: 20 })));
    await dialog.getByLabel("Giờ đăng: giờ").fill("23");
    await dialog.getByLabel("Giờ đăng: phút").fill("15");
    await dialog.getByText("Không đăng được vào giờ này").waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await dialog.getByRole("button", { name: "Đưa vào hàng chờ" }).click();
    await dialog
      .getByText(/nếu buộc phải đăng lúc ấy thì ghi lý do/)
      .first()
      .waitFor();
    await dialog.getByRole("button", { name: /^Chọn giờ tốt gần nhất: 07:00/ }).click();
    await dialog.getByText("Không đăng được vào giờ này").waitFor({ state: "detached" });
    await dialog.getByRole("button", { name: "Đưa vào hàng chờ" }).click();
    await dialog.waitFor({ state: "detached" });

    const day = today().add({ days: 21 });
    await open(page, `/noi-dung?xem=lich&kieu=ngay&ngay=${day}`);
    const card = page.getByRole("button", { name: /^Hẹn kênh/ });
    await card.focus();
    for (const key of ["Space", "ArrowDown", "ArrowDown", "Enter"]) await page.keyboard.press(key);
    await page.getByText(`Đã dời sang 09:00, ${formatDate(day)}.`).waitFor();
    await page.getByRole("button", { name: /^Hẹn kênh 09:00/ }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.setViewportSize(phone);
    await card.click();
    await page.getByRole("button", { name: "Dời giờ…" }).click();
    const move = page.getByRole("dialog", { name: "Dời giờ đăng trên kênh" });
    await move.getByLabel("Giờ đăng: giờ").fill("23");
    await move.getByLabel("Vẫn đăng vào giờ này, vì").fill("Bão đổ bộ trong đêm");
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    expect(await axeViolations(page)).toEqual([]);
    await move.getByRole("button", { name: "Dời giờ" }).click();
    await move.waitFor({ state: "detached" });
    await page.getByRole("button", { name: /^Hẹn kênh 23:00/ }).waitFor();
    await context.close();
  }, 60_000);

  test("Ctrl K dừng mọi kênh kèm lý do, ai cũng thấy; mở lại thì đăng tiếp", async () => {
    const { page, context } = await signedIn(browser, product.address, "office", desktop);
    await open(page, "/noi-dung");
    await page.keyboard.press("Control+k");
    await page.locator("[role=combobox]:focus").waitFor();
    await page.keyboard.type("tam dung moi kenh");
    await page.getByRole("option", { name: "Tạm dừng mọi kênh" }).click();
    const dialog = page.getByRole("dialog", { name: "Tạm dừng mọi kênh" });
    await dialog.getByLabel("Lý do").fill("Chờ xác minh một thông tin");
    await page.keyboard.press("Control+Enter");
    await dialog.waitFor({ state: "detached" });
    const banner = page.getByRole("alert").filter({ hasText: "Đang tạm dừng mọi kênh" });
    await banner.getByText(/Chờ xác minh một thông tin/).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await open(page, "/dang-kenh");
    await banner.waitFor();
    await page.setViewportSize(phone);
    await expect.poll(() => overflow(page)).toBeLessThanOrEqual(0);
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole("link", { name: "Mở sổ tài khoản" }).click();
    await page.getByRole("button", { name: "Mở lại mọi kênh" }).click();
    await banner.waitFor({ state: "detached" });

    await page.getByRole("button", { name: /^Sửa: Trang Sở/ }).click();
    const change = page.getByRole("dialog", { name: /^Sửa tài khoản/ });
    await change.getByRole("textbox", { name: "Địa chỉ", exact: true }).fill("facebook chấm com");
    await change.getByRole("button", { name: "Ghi bản sửa" }).click();
    await change.getByText("Địa chỉ chưa đúng; hãy chép cả https://.").first().waitFor();
    expect(
      await change.getByRole("textbox", { name: "Địa chỉ", exact: true }).getAttribute("aria-invalid"),
    ).toBe("true");
    expect(await axeViolations(page)).toEqual([]);
    await context.close();
  });

  test("chưa rõ đã lên chưa: cả hai câu trả lời được giải thích, gửi lại hỏi thêm một lần; bản cũ trên kênh được thay", async () => {
    const { rows } = await product.db.pool.query<{ id: string }>(
      "update delivery set state = 'unknown', risky_at = now(), needs_person = true, next_try_at = null, reason = 'Facebook không trả lời.' where id = (select id from delivery where state = 'submitted' limit 1) returning id",
    );
    const { page, context } = await signedIn(browser, product.address, "editor", phone);
    await open(page, `/dang-kenh/${rows[0]!.id}`);
    await page.getByText("Hệ thống không tự gửi lần nữa, để không thành hai bài.").waitFor();
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole("button", { name: "Chưa lên, gửi lại…" }).click();
    const dialog = page.getByRole("dialog", { name: "Gửi lại bài này?" });
    await dialog.getByText(/gửi lại sẽ thành hai bài/).waitFor();
    await dialog.getByRole("button", { name: "Không, quay lại" }).click();
    await page.getByLabel("Địa chỉ bài").fill("https://www.facebook.com/mau.gandan/posts/43");
    await page.getByRole("button", { name: "Đã lên, ghi lại" }).click();
    await page
      .getByRole("region", { name: "Nơi đã đăng" })
      .getByRole("link", { name: /posts\/43/ })
      .waitFor();
    // The text on the portal has become another one since.
    await product.db.pool.query(
      "update placement set revision_id = gen_random_uuid() where delivery_id = $1",
      [rows[0]!.id],
    );
    await open(page, `/dang-kenh/${rows[0]!.id}`);
    await page.getByText("Trên kênh còn bản cũ", { exact: true }).waitFor();
    await page.getByRole("button", { name: "Chép: Nội dung bài đăng" }).waitFor();
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole("button", { name: "Đã sửa trên kênh theo bản mới" }).click();
    await page.getByText("Đã lên kênh", { exact: true }).waitFor();
    await context.close();
  });
});
