import type { Browser, Page } from "playwright-core";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { axeViolations } from "#platform/testing/axe.ts";
import { openBrowser } from "#platform/testing/browser.ts";
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
const widthOver = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

/** Another department's plan with another structure, and with places that no reader can be sure of. */
const plan = `UBND TỈNH MẪU
SỞ NÔNG NGHIỆP THÍ DỤ

Số:     /KH-SNN

Nơi Mẫu, ngày     tháng 01 năm 2026

KẾ HOẠCH

Truyền thông cải cách ngành nông nghiệp năm 2026

PHẦN I
MỤC TIÊU

1. Mục tiêu chung

Người dân làm thủ tục nhanh hơn, biết rõ cơ quan

làm gì và làm đến đâu.

PHẦN II
NHIỆM VỤ

1. Công khai thủ tục

1.1. Niêm yết danh mục tại quầy

Đơn vị chủ trì: Văn phòng Sở.

Thời gian thực hiện: thường xuyên.

1.2. In mã QR tra cứu

Thời gian hoàn thành: trước ngày 30/4.

Nơi nhận:

- Các phòng, đơn vị thuộc Sở;
- Lưu: VT.

KT. GIÁM ĐỐC
PHÓ GIÁM ĐỐC

Trịnh Văn Thí Dụ
`;

describe("bản xem trước", () => {
  let address = "";

  test("chỗ chưa chắc được đánh dấu ngay tại chỗ; từ mục đến văn bản gốc và ngược lại", async () => {
    const { page, context } = await signedIn(browser, product.address, "editor", {
      width: 1440,
      height: 900,
    });
    await open(page, "/ke-hoach");
    await page.setInputFiles("input[type=file]", {
      name: "ke-hoach.rtf",
      mimeType: "application/rtf",
      buffer: Buffer.from("{\\rtf1 x}"),
    });
    await page.getByText(/“ke-hoach.rtf” không thuộc loại đọc được/).waitFor();
    await page.setInputFiles("input[type=file]", {
      name: "ke-hoach.pdf",
      mimeType: "application/pdf",
      buffer: Buffer.from("%PDF-1.7"),
    });
    await page.getByText(/Tệp PDF bị hỏng hoặc tải về chưa đủ/).waitFor();
    await page.setInputFiles("input[type=file]", {
      name: "ke-hoach-nong-nghiep.txt",
      mimeType: "text/plain",
      buffer: Buffer.from(plan),
    });
    await page.getByRole("heading", { name: "Xem trước kế hoạch" }).waitFor();
    address = new URL(page.url()).pathname.replace("/workspace", "");
    const outline = page.getByRole("list", { name: "Các mục đọc được" });
    const source = page.getByRole("list", { name: "Văn bản gốc" });
    await outline.getByText("Chưa chắc:").first().waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole("button", { name: /^Đến mục Phần II\.1\.2: Nhiệm vụ chưa nêu đơn vị/ }).click();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain("In mã QR tra cứu");
    expect(await source.locator('[aria-current="true"]').allTextContents()).toEqual([
      expect.stringContaining("1.2. In mã QR"),
      expect.stringContaining("trước ngày 30/4"),
    ]);
    await source.getByRole("button", { name: /Niêm yết danh mục/ }).click();
    await outline.locator('[aria-current="true"]', { hasText: "Phần II.1.1" }).waitFor();
    await page.keyboard.press("ArrowDown");
    expect(await axeViolations(page)).toEqual([]);
    await context.close();
  });

  test("sửa mục, nối mục, sửa nhiệm vụ, thêm nhiệm vụ, sửa đầu văn bản; tải lại trang vẫn còn", async () => {
    const { page, context } = await signedIn(browser, product.address, "editor", {
      width: 1440,
      height: 900,
    });
    await open(page, address);
    const outline = page.getByRole("list", { name: "Các mục đọc được" });
    await outline.getByRole("button", { name: /làm gì và làm đến đâu/ }).click();
    await page.getByRole("button", { name: "Nối vào mục trên" }).click();
    const current = outline.locator('[aria-current="true"]');
    await current.filter({ hasText: "biết rõ cơ quan làm gì và làm đến đâu." }).waitFor();
    await page.getByText(/^Đã nối mục/).waitFor();
    await outline.getByRole("button", { name: /In mã QR tra cứu/ }).click();
    await current.filter({ hasText: "In mã QR tra cứu" }).waitFor();
    await outline.getByRole("button", { name: "Sửa", exact: true }).click();
    const dialog = page.getByRole("dialog");
    expect(await dialog.getByLabel("Tiêu đề").inputValue()).toBe("In mã QR tra cứu");
    await dialog.getByLabel("Tiêu đề").fill("In và dán mã QR tra cứu");
    expect(await axeViolations(page)).toEqual([]);
    await dialog.getByRole("button", { name: "Ghi chỗ sửa" }).click();
    await outline.getByText("In và dán mã QR tra cứu").waitFor();
    await page.getByRole("button", { name: /^Sửa nhiệm vụ: In mã QR/ }).click();
    await dialog.getByRole("combobox", { name: "Đơn vị chủ trì" }).fill("Văn phòng");
    await page.getByRole("option", { name: "Văn phòng Sở" }).click();
    await dialog.getByLabel("Kết quả, sản phẩm").fill("Mã QR ở mọi quầy");
    await dialog.getByRole("button", { name: "Ghi chỗ sửa" }).click();
    await page.getByText(/Sản phẩm: Mã QR ở mọi quầy/).waitFor();
    await page.getByRole("button", { name: "Thêm nhiệm vụ" }).last().click();
    await dialog.getByLabel("Việc").fill("Quay video hướng dẫn");
    await dialog.getByRole("button", { name: "Thêm nhiệm vụ" }).click();
    await page.getByText("Quay video hướng dẫn").waitFor();
    await page.getByRole("button", { name: "Bỏ nhiệm vụ: Quay video hướng dẫn" }).click();
    await page.getByText("Đã bỏ nhiệm vụ.").waitFor();
    await page.getByLabel("Số", { exact: true }).fill("15");
    await page.getByLabel("Trích yếu").fill("Truyền thông cải cách nông nghiệp năm 2026");
    await page.getByLabel("Họ và tên người ký").fill("Trịnh Thị Thí Dụ");
    await page.keyboard.press("Tab");
    await page.getByText(/^Đã lưu /).waitFor();
    // Each field is saved by itself; one word of it stands for all only when the last has come.
    const saved = async () =>
      (
        await product.db.pool.query(
          "select reading->'header'->>'number' as number, reading->'header'->'signer'->>'name' as signer from plan_import where id = $1",
          [address.split("/").at(-1)],
        )
      ).rows;
    await expect
      .poll(saved, { timeout: 20_000 })
      .toEqual([{ number: expect.stringContaining("15"), signer: "Trịnh Thị Thí Dụ" }]);
    await page.reload();
    await outline.getByText("biết rõ cơ quan làm gì và làm đến đâu.").waitFor();
    await outline.getByText("In và dán mã QR tra cứu").waitFor();
    expect(await page.getByLabel("Số", { exact: true }).inputValue()).toBe("15");
    expect(await page.getByLabel("Họ và tên người ký").inputValue()).toBe("Trịnh Thị Thí Dụ");
    expect(await page.getByText("Quay video hướng dẫn").count()).toBe(0);
    expect(await axeViolations(page)).toEqual([]);
    await context.close();
  });

  test("hai người cùng sửa: người sau được báo, chữ đang gõ không mất", async () => {
    const one = await signedIn(browser, product.address, "editor");
    const two = await signedIn(browser, product.address, "leadership");
    await open(one.page, address);
    await open(two.page, address);
    const kept = (field: string) => async () =>
      (
        await product.db.pool.query("select reading->'header'->>$2 as kept from plan_import where id = $1", [
          address.split("/").at(-1),
          field,
        ])
      ).rows[0].kept;
    await one.page.getByLabel("Nơi ký").fill("Thành phố Mẫu");
    await one.page.keyboard.press("Tab");
    await expect.poll(kept("place"), { timeout: 20_000 }).toBe("Thành phố Mẫu");
    await two.page.getByLabel("Ký hiệu").fill("KH-SNNTD");
    await two.page.keyboard.press("Tab");
    await two.page.getByText("Bản xem trước vừa được sửa ở nơi khác").waitFor();
    expect(await two.page.getByLabel("Ký hiệu").inputValue()).toBe("KH-SNNTD");
    expect(await axeViolations(two.page)).toEqual([]);
    await two.page.getByRole("button", { name: "Tải bản mới nhất" }).click();
    await two.page.getByText("Bản xem trước vừa được sửa ở nơi khác").waitFor({ state: "hidden" });
    await two.page.getByRole("button", { name: "Lưu lại" }).click();
    await expect.poll(kept("symbol"), { timeout: 20_000 }).toBe("KH-SNNTD");
    await two.page.getByText("Chỗ vừa sửa ở đây chưa lưu được").waitFor({ state: "hidden" });
    await two.page.reload();
    await two.page.getByLabel("Ký hiệu").waitFor();
    expect(await two.page.getByLabel("Ký hiệu").inputValue()).toBe("KH-SNNTD");
    expect(await two.page.getByLabel("Nơi ký").inputValue()).toBe("Thành phố Mẫu");
    await one.context.close();
    await two.context.close();
  });

  test("trên điện thoại 360 px vẫn sửa được, và xác nhận đúng bản đã sửa", async () => {
    const { page, context } = await signedIn(browser, product.address, "editor", { width: 360, height: 740 });
    await open(page, "/ke-hoach");
    await page.getByRole("link", { name: "Truyền thông cải cách nông nghiệp năm 2026" }).click();
    const outline = page.getByRole("list", { name: "Các mục đọc được" });
    await outline.getByRole("button", { name: /Niêm yết danh mục/ }).click();
    await page.getByRole("button", { name: "Xem trong văn bản gốc", exact: true }).click();
    await page.getByRole("list", { name: "Văn bản gốc" }).locator('[aria-current="true"]').first().waitFor();
    expect(await axeViolations(page)).toEqual([]);
    expect(await widthOver(page)).toBeLessThanOrEqual(0);
    // Left and confirmed in one movement: what was typed last is in the plan too.
    await page.getByLabel("Cơ quan chủ quản").fill("UBND TỈNH THÍ DỤ");
    await page.getByRole("button", { name: "Xác nhận, đưa vào kế hoạch" }).click();
    await page
      .getByRole("heading", { level: 1, name: "Truyền thông cải cách nông nghiệp năm 2026" })
      .waitFor();
    await page.getByText("Chưa công khai").waitFor();
    const { rows } = await product.db.pool.query(
      "select c.path, t.deliverable from task t join plan_clause c on c.id = t.clause_id where c.title = 'In và dán mã QR tra cứu'",
    );
    expect(rows).toEqual([{ path: "Phần II.1.2", deliverable: "Mã QR ở mọi quầy" }]);
    const kept = await product.db.pool.query(
      "select reading -> 'header' ->> 'parentAgency' as parent from plan_import where plan_id is not null",
    );
    expect(kept.rows).toEqual([{ parent: "UBND TỈNH THÍ DỤ" }]);
    await context.close();
  });
});

describe("kế hoạch", () => {
  test("thêm nghĩa vụ, thêm nhiệm vụ từ nghĩa vụ, ghi và bỏ lý do không thực hiện", async () => {
    const { page, context } = await signedIn(browser, product.address, "editor");
    await open(page, "/ke-hoach");
    await page.getByRole("link", { name: "Truyền thông cải cách nông nghiệp năm 2026" }).click();
    await page.getByRole("button", { name: /PHẦN II|NHIỆM VỤ/ }).click();
    await page.getByRole("button", { name: "Thêm vào mục Phần II.1.1" }).click();
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole("menuitem", { name: "Thêm nghĩa vụ" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Nội dung phải thực hiện").fill("Niêm yết đủ danh mục");
    expect(await dialog.getByLabel("Mã nghĩa vụ").inputValue()).toBe("Phần II.1.1-a");
    await dialog.getByRole("combobox", { name: "Đơn vị thực hiện" }).click();
    await page.getByRole("option", { name: "Văn phòng Sở" }).click();
    await dialog.getByRole("heading").click();
    await dialog.getByLabel("Minh chứng cần có").fill("Ảnh niêm yết");
    expect(await axeViolations(page)).toEqual([]);
    await dialog.getByRole("button", { name: "Ghi nghĩa vụ" }).click();
    await page.getByText("Chưa có nhiệm vụ", { exact: true }).waitFor();
    const acts = page.getByRole("button", { name: "Thao tác với nghĩa vụ Phần II.1.1-a" });
    await acts.click();
    await page.getByRole("menuitem", { name: "Ghi lý do không thực hiện" }).click();
    await dialog.getByRole("button", { name: "Không phát sinh trong năm" }).click();
    await dialog.getByRole("button", { name: "Ghi lý do" }).click();
    await page.getByText("Không thực hiện: Không phát sinh trong năm").waitFor();
    await acts.click();
    await page.getByRole("menuitem", { name: "Thực hiện trở lại" }).click();
    await page.getByText("Không thực hiện: Không phát sinh trong năm").waitFor({ state: "hidden" });
    await acts.click();
    await page.getByRole("menuitem", { name: "Thêm nhiệm vụ" }).click();
    expect(await dialog.getByLabel("Việc").inputValue()).toBe("Niêm yết đủ danh mục");
    await dialog.getByRole("button", { name: "Ghi nhiệm vụ" }).click();
    await page.getByRole("link", { name: "Niêm yết đủ danh mục" }).first().waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await context.close();
  });

  test("nhiệm vụ chưa rõ được lọc ra, nói rõ thiếu điều nào", async () => {
    const { page, context } = await signedIn(browser, product.address, "editor");
    await open(page, "/ke-hoach");
    await page.getByRole("link", { name: "Truyền thông cải cách nông nghiệp năm 2026" }).click();
    await page.getByRole("button", { name: "Xem nhiệm vụ chưa rõ" }).click();
    await page
      .getByText(/Chưa rõ: .*thẩm quyền \(người phê duyệt\)/)
      .first()
      .waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await context.close();
  });

  test("trưởng đơn vị ghi minh chứng kèm ảnh và PDF; tệp chỉ người trong cơ quan tải được", async () => {
    const { page, context } = await signedIn(browser, product.address, "office", { width: 360, height: 740 });
    await open(page, "/ke-hoach");
    await page.getByRole("link", { name: "Truyền thông cải cách nông nghiệp năm 2026" }).click();
    await page.getByRole("tab", { name: /Nhiệm vụ/ }).click();
    await page.getByRole("link", { name: "Niêm yết đủ danh mục" }).click();
    await page.getByRole("button", { name: "Ghi minh chứng" }).first().click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Tên minh chứng").fill("Ảnh bảng niêm yết tháng này");
    const photo = await sharp({ create: { width: 80, height: 60, channels: 3, background: "#a33" } })
      .withExif({ IFD0: { Make: "Máy ảnh mẫu" } })
      .jpeg()
      .toBuffer();
    const choose = dialog.locator("input[type=file]");
    await choose.setInputFiles({ name: "anh.jpg", mimeType: "image/jpeg", buffer: Buffer.from("<script>") });
    await dialog.getByRole("button", { name: "Ghi minh chứng" }).click();
    await dialog
      .getByText(/không phải ảnh/)
      .first()
      .waitFor();
    expect(await axeViolations(page)).toEqual([]);
    expect(await dialog.getByLabel("Tên minh chứng").inputValue()).toBe("Ảnh bảng niêm yết tháng này");
    await choose.setInputFiles([
      { name: "niem-yet.jpg", mimeType: "image/jpeg", buffer: photo },
      { name: "biên bản.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7\n%%EOF\n") },
    ]);
    await dialog.getByRole("button", { name: "Ghi minh chứng" }).click();
    await page.getByText("Đã ghi minh chứng.").waitFor();
    await page.getByRole("link", { name: /niem-yet\.jpg/ }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    expect(await widthOver(page)).toBeLessThanOrEqual(0);
    const address = async (name: RegExp) =>
      `${product.address}${await page.getByRole("link", { name }).getAttribute("href")}`;
    const [picture, record] = [await address(/niem-yet\.jpg/), await address(/biên bản\.pdf/)];
    const shown = await page.request.get(picture);
    expect((await sharp(await shown.body()).metadata()).exif).toBeUndefined();
    const loaded = await page.request.get(record);
    expect(loaded.headers()).toMatchObject({
      "content-disposition": expect.stringMatching(/^attachment; .*bi%C3%AAn%20b%E1%BA%A3n\.pdf/),
      "x-content-type-options": "nosniff",
      "content-security-policy": "default-src 'none'; sandbox",
    });
    const anyone = await browser.newContext();
    expect((await anyone.request.get(picture)).status()).toBe(404);
    await anyone.close();
    await context.close();
  });

  test("biên tập thu hồi minh chứng kèm lý do; minh chứng còn đọc được nhưng không tính", async () => {
    const { page, context } = await signedIn(browser, product.address, "editor");
    await open(page, "/ke-hoach");
    await page.getByRole("link", { name: "Truyền thông cải cách nông nghiệp năm 2026" }).click();
    await page.getByRole("tab", { name: /Nhiệm vụ/ }).click();
    await page.getByRole("link", { name: "Niêm yết đủ danh mục" }).click();
    await page.getByRole("button", { name: "Thu hồi minh chứng: Ảnh bảng niêm yết tháng này" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Tệp không đúng" }).click();
    await dialog.getByRole("button", { name: "Thu hồi", exact: true }).click();
    await page.getByText(/^Đã thu hồi .*: Tệp không đúng/).waitFor();
    await page.getByText("Chưa có minh chứng").first().waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await context.close();
  });

  test("công khai rồi rút kế hoạch: cổng nói rõ đã rút và vì sao", async () => {
    const { page, context } = await signedIn(browser, product.address, "office");
    await open(page, "/ke-hoach");
    await page.getByRole("link", { name: "Truyền thông cải cách nông nghiệp năm 2026" }).click();
    await page.getByRole("button", { name: "Công khai kế hoạch" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText(/chưa có số và ngày/).waitFor();
    await dialog.getByRole("button", { name: "Công khai", exact: true }).click();
    const link = page.getByRole("link", { name: "Xem trên cổng" });
    const address = `${product.address}${await link.getAttribute("href")}`;
    await expect.poll(async () => (await page.request.get(address)).status(), { timeout: 15_000 }).toBe(200);
    expect(await (await page.request.get(address)).text()).toContain("Quý");
    await page.getByRole("button", { name: "Rút khỏi cổng" }).click();
    await dialog.getByRole("button", { name: "Công khai nhầm bản dự thảo" }).click();
    await dialog.getByRole("button", { name: "Rút khỏi cổng" }).click();
    await page.getByText("Lý do: Công khai nhầm bản dự thảo").waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await expect.poll(async () => (await page.request.get(address)).status(), { timeout: 15_000 }).toBe(410);
    await page.goto(address);
    await page.getByText("Lý do: Công khai nhầm bản dự thảo").waitFor();
    expect(await axeViolations(page)).toEqual([]);
    expect(await (await page.request.get(`${product.address}/ke-hoach`)).text()).not.toContain("nông nghiệp");
    await context.close();
  });

  test("hai kế hoạch trong một năm: đưa vào thực hiện, cùng hiện ở nơi gắn bài, bảng bao phủ, báo cáo; rồi kết thúc", async () => {
    const { page, context } = await signedIn(browser, product.address, "editor");
    const title = "Truyền thông cải cách nông nghiệp năm 2026";
    await open(page, "/ke-hoach");
    await page.getByRole("link", { name: title }).click();
    await page.getByText("Kế hoạch chưa được thực hiện").waitFor();
    const address = new URL(page.url()).pathname.replace("/workspace", "");
    await page.getByRole("button", { name: "Đưa vào thực hiện" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("radio", { name: "Vẫn thực hiện tất cả" }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await dialog.getByRole("button", { name: "Đưa vào thực hiện" }).click();
    await page.getByRole("button", { name: "Kết thúc, thay thế" }).waitFor();
    await open(page, "/");
    await page.getByText("Kế hoạch: Triển khai tuyên truyền").first().waitFor();
    await open(page, "/bao-phu");
    await page.getByRole("combobox", { name: "Kế hoạch" }).click();
    await page.getByRole("option", { name: title }).click();
    await expect.poll(() => page.url()).toContain(`ke-hoach=${address.split("/").at(-1)}`);
    await page
      .getByRole("table")
      .getByText(/Niêm yết danh mục/)
      .first()
      .waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await open(page, "/bao-cao");
    await page.getByRole("combobox", { name: "Báo cáo về kế hoạch" }).waitFor();
    await open(page, "/noi-dung");
    await page.getByRole("button", { name: "Viết mới" }).first().click();
    await dialog.getByRole("combobox", { name: "Đơn vị" }).click();
    await page.getByRole("option").first().click();
    await dialog.getByRole("button", { name: /^Bắt đầu|^Viết/ }).click();
    const tasks = page.getByRole("combobox", { name: "Nhiệm vụ" });
    const wanted = page.getByRole("option", { name: /Niêm yết đủ danh mục/ });
    // A screen that has just opened takes the focus to its heading, which closes a list opened a moment too early.
    const isTaken = async () => {
      await tasks.fill("");
      await tasks.fill("Niêm yết đủ danh mục");
      return wanted.click({ timeout: 5_000 }).then(
        () => true,
        () => false,
      );
    };
    await expect.poll(isTaken, { timeout: 60_000 }).toBe(true);
    await page.keyboard.press("Escape");
    const chip = page.getByText("Phần II.1.1: Niêm yết đủ danh mục").first();
    await chip.waitFor();
    const article = new URL(page.url()).pathname.replace("/workspace", "");
    await open(page, address);
    await page.getByRole("button", { name: "Kết thúc, thay thế" }).click();
    await dialog.getByLabel("Lý do").fill("Đã làm xong đợt này");
    expect(await axeViolations(page)).toEqual([]);
    await dialog.getByRole("button", { name: "Kết thúc thực hiện" }).click();
    await page.getByText("Lý do: Đã làm xong đợt này").waitFor();
    await open(page, article);
    await chip.waitFor();
    await context.close();
  });

  test("sửa sau khi xác nhận: mục, tên, số và ngày kèm lý do; nhiệm vụ có minh chứng không bỏ được", async () => {
    const { page, context } = await signedIn(browser, product.address, "editor", { width: 360, height: 740 });
    await open(page, "/ke-hoach");
    await page.getByRole("link", { name: "Truyền thông cải cách nông nghiệp năm 2026" }).click();
    const dialog = page.getByRole("dialog");
    await page.getByRole("button", { name: "Ghi số, ngày" }).click();
    await dialog.getByRole("textbox", { name: "Số", exact: true }).fill("15/KH");
    await dialog.getByRole("textbox", { name: "Ngày ban hành" }).fill("03/02/2026");
    await dialog.getByLabel(/Đã đối chiếu/).check();
    await dialog.getByRole("button", { name: "Ghi số" }).click();
    await dialog
      .getByText(/chỉ gõ phần số/)
      .first()
      .waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await dialog.getByRole("textbox", { name: "Số", exact: true }).fill("15");
    await dialog.getByRole("button", { name: "Ghi số" }).click();
    await page.getByText(/^Số 15\/KH-\S* ngày 03\/02\/2026/).waitFor();
    await page.getByRole("button", { name: "Sửa số, ngày" }).click();
    await dialog.getByRole("textbox", { name: "Số", exact: true }).fill("51");
    await dialog.getByLabel("Lý do sửa").fill("Gõ nhầm số");
    await dialog.getByLabel(/Đã đối chiếu/).check();
    await dialog.getByRole("button", { name: "Sửa số, ngày" }).click();
    await page.getByText(/^Số 51\/KH-\S* ngày 03\/02\/2026/).waitFor();
    await page.getByRole("button", { name: "Sửa mục Phần I", exact: true }).click();
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole("menuitem", { name: "Sửa tiêu đề, nội dung" }).click();
    await dialog.getByLabel("Tiêu đề").fill("MỤC TIÊU NĂM 2026");
    await dialog.getByLabel("Lý do sửa").fill("Theo văn bản đã ký");
    expect(await axeViolations(page)).toEqual([]);
    await dialog.getByRole("button", { name: "Ghi chỗ sửa" }).click();
    await page.getByRole("button", { name: /MỤC TIÊU NĂM 2026/ }).waitFor();
    await page.getByRole("tab", { name: /Nhiệm vụ/ }).click();
    await page.getByRole("link", { name: "Niêm yết đủ danh mục" }).click();
    await page.getByRole("button", { name: "Bỏ nhiệm vụ" }).click();
    await dialog.getByRole("button", { name: "Nhập trùng" }).click();
    await dialog.getByRole("button", { name: "Bỏ nhiệm vụ" }).click();
    await dialog.getByText(/1 minh chứng/).waitFor();
    expect(await widthOver(page)).toBeLessThanOrEqual(0);
    await context.close();
  });

  test("gửi đến các đơn vị đã chọn, nói rõ bao nhiêu người; thông báo mở đúng chỗ và cho xác nhận ngay", async () => {
    const { page, context } = await signedIn(browser, product.address, "office", { width: 360, height: 740 });
    await open(page, "/ke-hoach");
    await page.getByRole("link", { name: "Truyền thông cải cách nông nghiệp năm 2026" }).click();
    await page.getByRole("tab", { name: "Nơi nhận" }).click();
    await page.getByRole("button", { name: "Gửi đến các đơn vị" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText(/^Sẽ gửi đến 6 đơn vị/).waitFor();
    await dialog.getByRole("checkbox", { name: "Văn phòng Sở" }).uncheck();
    await dialog.getByText(/^Sẽ gửi đến 5 đơn vị/).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    expect(await widthOver(page)).toBeLessThanOrEqual(0);
    await dialog.getByRole("button", { name: "Gửi và báo cho các đơn vị" }).click();
    await page.getByText(/^Đã gửi đến 5 đơn vị/).waitFor();
    await context.close();
    const unit = await signedIn(browser, product.address, "head");
    const { rows } = await product.db.pool.query(
      "select href from notice where cause like 'plan-distributed:%' order by at desc limit 1",
    );
    await open(unit.page, rows[0].href.replace("/workspace", ""));
    await unit.page.getByRole("button", { name: "Xác nhận đã nhận" }).waitFor();
    await unit.page.getByRole("button", { name: /^Thông báo/ }).click();
    const notices = unit.page.getByRole("dialog", { name: "Thông báo" });
    const acknowledge = notices.getByRole("button", { name: "Xác nhận đã nhận", exact: true });
    await acknowledge.waitFor();
    expect(await axeViolations(unit.page)).toEqual([]);
    await acknowledge.click();
    await unit.page.getByText("Đã nhận", { exact: true }).first().waitFor();
    await acknowledge.waitFor({ state: "detached" });
    await unit.context.close();
  });

  test("bảng bao phủ: từ mọi ô đến từng dòng bằng bàn phím, ô trống nói “chưa có”", async () => {
    const { page, context } = await signedIn(browser, product.address, "auditor");
    await open(page, "/bao-phu");
    const board = page.getByRole("table");
    await board
      .getByRole("button", { name: /chưa có minh chứng/ })
      .first()
      .focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowRight");
    const name = await page.evaluate(() => document.activeElement?.getAttribute("aria-label"));
    await page.keyboard.press("Enter");
    const drawer = page.getByRole("dialog");
    await drawer.getByRole("heading", { name: /^Nhiệm vụ \(/ }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await drawer.waitFor({ state: "hidden" });
    expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe(name);
    expect(await board.getByText("chưa có", { exact: true }).count()).toBeGreaterThan(0);
    await page.getByRole("radiogroup", { name: "Xem theo" }).getByText("Đơn vị", { exact: true }).click();
    await board.getByRole("rowheader", { name: /^TTBCXB / }).waitFor();
    expect(new URL(page.url()).searchParams.get("xem")).toBe("don-vi");
    const [table] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Tải bảng Excel" }).click(),
    ]);
    expect(table.suggestedFilename()).toMatch(/^bang-bao-phu-.*\.xlsx$/);
    await board.getByRole("button", { name: /^TTBCXB, Quý I / }).click();
    await drawer.getByRole("heading", { name: /^Nghĩa vụ \(/ }).waitFor();
    await context.close();
  });

  test("ô chưa có: ghi lý do ngay ở ô, bảng hiện “có lý do”; địa chỉ mở lại đúng ô", async () => {
    const { page, context } = await signedIn(browser, product.address, "editor", { width: 360, height: 740 });
    await open(page, "/bao-phu");
    const gap = page.getByRole("button", { name: /, Quý I năm \d+: chưa có minh chứng$/ }).last();
    const name = (await gap.getAttribute("aria-label"))!;
    await gap.click();
    const drawer = page.getByRole("dialog", { name: / · Quý I năm/ });
    await drawer.getByRole("button", { name: "Ghi lý do" }).click();
    const asked = page.getByRole("dialog", { name: "Ghi lý do chưa có minh chứng" });
    await asked.getByRole("textbox", { name: "Lý do" }).fill("Dời sang quý II");
    await page.keyboard.press("Control+Enter");
    await drawer.getByText("Dời sang quý II").waitFor();
    await drawer.getByRole("button", { name: "Rút lý do" }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    expect(await widthOver(page)).toBeLessThanOrEqual(0);
    await page.reload();
    await drawer.getByText("Dời sang quý II").waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: `${name}, có lý do` }).waitFor();
    await context.close();
  });
});
