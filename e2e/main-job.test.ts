import type { Browser, Page } from "playwright-core";
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

const plan = `UBND TỈNH MẪU
SỞ THÍ DỤ

Số:     /KH-STD

Nơi Mẫu, ngày     tháng     năm 2026

KẾ HOẠCH

Truyền thông cải cách năm 2026

Căn cứ Kế hoạch số 21/KH-UBND ngày 04/01/2026 của UBND tỉnh Mẫu về cải cách hành chính.

I. MỤC ĐÍCH

Người dân biết việc cơ quan làm và làm ra sao.

II. NỘI DUNG

1. Viết tin, bài về thủ tục

Đơn vị chủ trì: Phòng Thông tin, Báo chí, Xuất bản.

Thời gian thực hiện: thường xuyên.

2. Niêm yết tại quầy

Đơn vị chủ trì: Văn phòng Sở.

Thời gian thực hiện: trước ngày 30/6/2026.

Nơi nhận:

- Các phòng, đơn vị thuộc Sở;
- Lưu: VT.
`;

describe("từ tệp kế hoạch đến bài trên cổng", () => {
  let planAddress = "";

  test("kéo tệp kế hoạch vào, xem trước bên văn bản gốc, sửa, xác nhận", async () => {
    const { page, context } = await signedIn(browser, product.address, "editor");
    await open(page, "/ke-hoach");
    await page.setInputFiles("input[type=file]", {
      name: "ke-hoach-2026.txt",
      mimeType: "text/plain",
      buffer: Buffer.from(plan),
    });
    await page.getByRole("heading", { name: "Xem trước kế hoạch" }).waitFor();
    await page.getByText("Nhiệm vụ đọc được (2)").waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.getByLabel("Trích yếu").fill("Truyền thông cải cách hành chính năm 2026");
    await page.getByRole("button", { name: "Xác nhận, đưa vào kế hoạch" }).click();
    await page
      .getByRole("heading", { level: 1, name: "Truyền thông cải cách hành chính năm 2026" })
      .waitFor();
    planAddress = new URL(page.url()).pathname.replace("/workspace", "");
    // Another plan is in force this year; this one comes beside it by an act.
    await page.getByRole("button", { name: "Đưa vào thực hiện" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Đưa vào thực hiện" }).click();
    await page.getByText("Kế hoạch đang được thực hiện.").waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await context.close();
  });

  test("một tệp không phải kế hoạch bị từ chối bằng một câu, không ghi gì", async () => {
    const { page, context } = await signedIn(browser, product.address, "editor");
    await open(page, "/ke-hoach");
    await page.setInputFiles("input[type=file]", {
      name: "thuc-don.txt",
      mimeType: "text/plain",
      buffer: Buffer.from("Thực đơn: cơm, canh, cá."),
    });
    await page.getByRole("alert").waitFor();
    expect(new URL(page.url()).pathname).toBe("/workspace/ke-hoach");
    await context.close();
  });

  test("giao việc cho đủ 6 rõ", async () => {
    const { page, context } = await signedIn(browser, product.address, "leadership");
    await open(page, planAddress);
    await page.getByRole("tab", { name: /Nhiệm vụ/ }).click();
    await page.getByRole("link", { name: "Viết tin, bài về thủ tục" }).last().click();
    await page.getByRole("button", { name: "Giao việc" }).click();
    await page.getByRole("combobox", { name: "Trách nhiệm: người thực hiện" }).click();
    await page.getByRole("option", { name: /Lê Thị Mẫu/ }).click();
    await page.getByRole("combobox", { name: "Thẩm quyền: người phê duyệt" }).click();
    await page.getByRole("option", { name: /Trần Thị Mẫu/ }).click();
    await page.getByLabel("Kết quả: sản phẩm").fill("Mỗi tháng hai tin");
    await page.getByRole("button", { name: "Ghi nhiệm vụ" }).click();
    await page.getByRole("row", { name: /Mỗi tháng hai tin/ }).waitFor();
    expect(await page.getByText("Chưa đủ 6 rõ").count()).toBe(0);
    expect(await axeViolations(page)).toEqual([]);
    await context.close();
  });

  test("viết tin bằng bàn phím, tự lưu, gắn nhiệm vụ, gửi duyệt", async () => {
    const { page, context } = await signedIn(browser, product.address, "editor");
    await open(page, "/noi-dung");
    // The shortcut is there with the list, not yet while it is being loaded.
    await page.getByRole("button", { name: "Viết mới" }).waitFor();
    await page.keyboard.press("c");
    await page.getByRole("dialog").getByRole("button", { name: "Bắt đầu viết" }).click();
    await page.getByLabel("Tiêu đề", { exact: true }).fill("Thủ tục nào cũng tra được trên điện thoại");
    await page.getByLabel("Sapo (tóm tắt)").fill("Danh mục thủ tục được đăng đủ, tìm không dấu cũng thấy.");
    const body = page.getByRole("textbox", { name: "Nội dung" });
    await body.click();
    await page.keyboard.type(
      "Từ nay, người dân mở cổng thông tin, gõ tên thủ tục là thấy ngay giấy tờ cần có, thời hạn, phí và nơi nộp. Việc gì chưa rõ thì gọi số điện thoại ghi cuối trang để được hướng dẫn tận tình.",
    );
    await page.getByText(/^Đã lưu \d/).waitFor();
    await page.getByRole("radio", { name: "Không dùng" }).check();
    await page.getByRole("combobox", { name: "Chủ đề chính" }).fill("Công khai TTHC");
    await page.getByRole("option", { name: /Công khai TTHC/ }).click();
    await page.getByRole("combobox", { name: "Nhiệm vụ" }).fill("Viết tin, bài");
    await page.getByRole("option", { name: /Viết tin, bài về thủ tục/ }).click();
    await page.getByText("Đã đủ.").waitFor();
    await page.keyboard.press("Escape");
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole("button", { name: "Giới hạn người xem…" }).click();
    const readers = page.getByRole("dialog", { name: "Ai xem được bài" });
    await readers.getByRole("radio", { name: "Chỉ những người được nêu tên xem được" }).check();
    await readers.getByRole("combobox", { name: "Đơn vị" }).fill("van phong");
    await page.getByRole("option", { name: /Văn phòng/ }).click();
    await readers.getByRole("combobox", { name: "Đơn vị" }).press("Tab");
    for (const width of [360, 1440]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await axeViolations(page), `${width} px`).toEqual([]);
    }
    await readers.getByRole("button", { name: "Ghi người xem" }).click();
    await page.getByText(/^Chỉ những người được nêu tên xem được: Văn phòng/).waitFor();
    await page.getByRole("button", { name: "Gửi duyệt" }).click();
    await page.getByText("Chờ duyệt", { exact: true }).first().waitFor();
    await page.getByText("Giới hạn người xem", { exact: true }).waitFor();
    await context.close();
  });

  test("lãnh đạo duyệt trên điện thoại 360 px bằng ba lần chạm", async () => {
    const { page, context } = await signedIn(browser, product.address, "leadership", {
      width: 360,
      height: 640,
    });
    await open(page, "/");
    await page
      .getByRole("link", { name: /Thủ tục nào cũng tra được/ })
      .first()
      .click();
    await page.getByText("Giới hạn người xem", { exact: true }).waitFor();
    const approve = page.getByRole("button", { name: "Duyệt", exact: true });
    await approve.waitFor();
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
    ).toBeLessThanOrEqual(0);
    expect(await axeViolations(page)).toEqual([]);
    await approve.click();
    await page.getByText("Đã duyệt.").waitFor();
    await context.close();
  });

  test("Văn phòng đăng; sau nửa phút bài lên cổng, thành minh chứng trên bảng bao phủ và trang kế hoạch công khai", async () => {
    const { page, context } = await signedIn(browser, product.address, "office");
    await open(page, "/noi-dung?trang-thai=approved");
    await page.getByRole("link", { name: "Thủ tục nào cũng tra được trên điện thoại" }).click();
    await page.getByRole("button", { name: "Đăng hoặc hẹn giờ" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Đăng ngay" }).click();
    await page.getByText("Đang đăng", { exact: true }).first().waitFor();
    const article = `${product.address}/tin-tuc/thu-tuc-nao-cung-tra-duoc-tren-dien-thoai`;
    expect((await page.request.get(article)).status()).toBe(404);
    await expect
      .poll(async () => (await page.request.get(article)).status(), { timeout: 45_000, interval: 500 })
      .toBe(200);
    // The page that was left open has seen it as well.
    await page.getByText("Đã đăng", { exact: true }).first().waitFor();
    expect(await page.getByText("Giới hạn người xem").count()).toBe(0);
    await page.goto(article);
    await page
      .getByRole("heading", { level: 1, name: "Thủ tục nào cũng tra được trên điện thoại" })
      .waitFor();
    const listed = await page.request.get(`${product.address}/tim-kiem?q=tra%20duoc%20tren%20dien%20thoai`);
    expect(await listed.text()).toContain("thu-tuc-nao-cung-tra-duoc-tren-dien-thoai");
    await open(page, `/bao-phu?ke-hoach=${planAddress.split("/").at(-1)}`);
    expect(await axeViolations(page)).toEqual([]);
    const { rows } = await product.db.pool.query(
      "select url from evidence where label = 'Thủ tục nào cũng tra được trên điện thoại'",
    );
    expect(rows).toEqual([{ url: "/tin-tuc/thu-tuc-nao-cung-tra-duoc-tren-dien-thoai" }]);
    const planPage = `${product.address}/ke-hoach/truyen-thong-cai-cach-hanh-chinh-nam-2026-2026`;
    expect((await page.request.get(planPage)).status()).toBe(404);
    await open(page, planAddress);
    await page.getByRole("button", { name: "Công khai kế hoạch" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Công khai" }).click();
    await page.getByText(/^Công khai từ /).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    const promised = await page.request.get(planPage);
    expect(await promised.text()).toContain("/tin-tuc/thu-tuc-nao-cung-tra-duoc-tren-dien-thoai");
    await context.close();
  }, 90_000);

  test("bài đã đăng mở ra để đọc; sửa là một việc riêng, người thứ hai thấy bản sửa và mục kế hoạch, trả lại bằng lời", async () => {
    const name = "Thủ tục nào cũng tra được trên điện thoại";
    const writer = await signedIn(browser, product.address, "editor");
    await open(writer.page, "/noi-dung?trang-thai=published");
    await writer.page.getByRole("link", { name }).click();
    await writer.page.getByRole("heading", { level: 2, name }).waitFor();
    expect(await writer.page.getByLabel("Tiêu đề", { exact: true }).count()).toBe(0);
    expect(await axeViolations(writer.page)).toEqual([]);
    await writer.page.getByRole("button", { name: "Sửa bài đã đăng" }).click();
    await writer.page.getByLabel("Tiêu đề", { exact: true }).fill(`${name}, máy tính`);
    await writer.page.getByText(/^Đã lưu \d/).waitFor();
    await writer.page.getByRole("button", { name: "Đề nghị đính chính" }).click();
    await writer.page.getByLabel(/^Điều được đính chính/).fill("Tra được cả trên máy tính.");
    await writer.page.getByRole("button", { name: "Gửi đề nghị" }).click();
    await writer.page.getByText("Bản sửa chờ duyệt", { exact: true }).waitFor();
    await open(writer.page, "/noi-dung?trang-thai=published");
    const row = writer.page.getByRole("row", { name: new RegExp(name) });
    await row.getByText("Đã đăng", { exact: true }).waitFor();
    await row.getByText("Bản sửa chờ duyệt", { exact: true }).waitFor();
    await writer.context.close();

    const { page, context } = await signedIn(browser, product.address, "editor2", {
      width: 360,
      height: 640,
    });
    await open(page, "/");
    await page
      .getByRole("link", { name: `${name}, máy tính` })
      .first()
      .click();
    await page.getByRole("heading", { level: 1, name: /^Duyệt bản sửa/ }).waitFor();
    await page.getByRole("region", { name: "Gắn với kế hoạch" }).getByText("Nhiệm vụ:").waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole("button", { name: "Không đồng ý" }).click();
    const reason = page.getByLabel("Điều cần sửa");
    await reason.fill("Nêu rõ địa chỉ tra cứu.");
    await page.getByRole("button", { name: "Rút ngắn tiêu đề" }).click();
    expect(await reason.inputValue()).toBe("Nêu rõ địa chỉ tra cứu; Rút ngắn tiêu đề");
    await page.getByRole("dialog").getByRole("button", { name: "Không đồng ý" }).click();
    const notice = page.getByRole("alert").filter({ hasText: "Đã quyết định đính chính." });
    await notice.waitFor();
    // Words in passing leave the lower edge, where the thumb decides, free.
    const place = await notice.boundingBox();
    expect(place!.y + place!.height).toBeLessThan(320);
    await context.close();
  }, 90_000);

  test("hai bài duyệt chung: đọc trên một trang, thấy lời chuyên gia ngoài, không duyệt cả hai bằng một lý do", async () => {
    const { page, context } = await signedIn(browser, product.address, "leadership", {
      width: 360,
      height: 740,
    });
    await open(page, "/");
    await page.getByRole("link", { name: "Ban tổ chức lễ hội nộp thông báo ngay tại nhà" }).first().click();
    await page.getByRole("heading", { level: 1, name: "Duyệt chung 2 bài" }).waitFor();
    await page
      .getByRole("region", { name: /^Chuyên gia ngoài về “Thông báo tổ chức lễ hội qua mạng/ })
      .getByText("nộp hộ được nếu có giấy ủy quyền")
      .waitFor();
    await page.getByRole("button", { name: "Không duyệt cả 2 bài…" }).focus();
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "Không duyệt cả 2 bài" });
    await dialog.getByRole("button", { name: "Không phù hợp kế hoạch" }).click();
    for (const width of [1440, 360]) {
      await page.setViewportSize({ width, height: 740 });
      expect(await axeViolations(page), `${width} px`).toEqual([]);
    }
    await dialog.getByRole("button", { name: "Không duyệt cả bộ" }).click();
    await page.getByText("Đã ghi không duyệt cả 2 bài.").waitFor();
    const { rows } = await product.db.pool.query(
      "select distinct d.outcome, d.reason, count(*) from review_decision d join review_run r on r.id = d.run_id where r.together_id is not null group by 1, 2",
    );
    expect(rows).toEqual([{ outcome: "refused", reason: "Không phù hợp kế hoạch", count: "2" }]);
    await context.close();
  }, 60_000);
});
