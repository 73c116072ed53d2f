import type { Browser, CDPSession, Page } from "playwright-core";
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
  await page.getByRole("heading", { level: 1 }).waitFor();
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
    await page.getByRole("combobox", { name: "Chủ đề chính" }).fill("Công khai TTHC");
    await page.getByRole("option", { name: /Công khai TTHC/ }).click();
    await page.getByRole("combobox", { name: "Nhiệm vụ" }).fill("Viết tin, bài");
    await page.getByRole("option", { name: /Viết tin, bài về thủ tục/ }).click();
    await page.getByText("Đã đủ.").waitFor();
    await page.keyboard.press("Escape");
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole("button", { name: "Gửi duyệt" }).click();
    await page.getByText("Chờ duyệt", { exact: true }).first().waitFor();
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
    await page.getByText("Hẹn giờ", { exact: true }).first().waitFor();
    const article = `${product.address}/tin-tuc/thu-tuc-nao-cung-tra-duoc-tren-dien-thoai`;
    expect((await page.request.get(article)).status()).toBe(404);
    await expect
      .poll(async () => (await page.request.get(article)).status(), { timeout: 45_000, interval: 500 })
      .toBe(200);
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
});

/** Key events of an input method as Chromium reports them: the text under the caret grows, then is committed. */
async function compose(cdp: CDPSession, steps: string[]) {
  for (const text of steps) {
    await cdp.send("Input.imeSetComposition", {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
  }
  await cdp.send("Input.insertText", { text: steps.at(-1)! });
}

const telex = {
  tiếng: ["t", "ti", "tie", "tiê", "tiên", "tiêng", "tiếng"],
  Việt: ["V", "Vi", "Vie", "Viê", "Viêt", "Việt"],
  đường: ["d", "đ", "đu", "đuo", "đươ", "đươn", "đương", "đường"],
  người: ["n", "ng", "ngu", "nguo", "ngươ", "ngươi", "người"],
};

describe("người gõ tiếng Việt", () => {
  const draftAddress = async (page: Page) => {
    await open(page, "/noi-dung");
    await page.keyboard.press("c");
    await page.getByRole("dialog").getByRole("button", { name: "Bắt đầu viết" }).click();
    await page.getByLabel("Tiêu đề", { exact: true }).waitFor();
    return new URL(page.url()).pathname.replace("/workspace", "");
  };

  test("gõ Telex trong trình soạn và trong ô chữ không lặp, không mất chữ, kể cả khi đang tự lưu", async () => {
    const { page, context } = await signedIn(browser, product.address, "contributor");
    const address = await draftAddress(page);
    const cdp = await context.newCDPSession(page);
    for (const place of [
      page.getByLabel("Tiêu đề", { exact: true }),
      page.getByRole("textbox", { name: "Nội dung" }),
    ]) {
      await place.click();
      for (const [word, steps] of Object.entries(telex)) {
        // A word left half composed for longer than the autosave waits must come out whole.
        await compose(cdp, steps.slice(0, -1).concat(word));
        if (word === "đường") {
          await cdp.send("Input.imeSetComposition", { text: "x", selectionStart: 1, selectionEnd: 1 });
          await page.waitForTimeout(1600);
          await cdp.send("Input.imeSetComposition", { text: "", selectionStart: 0, selectionEnd: 0 });
        }
        await page.keyboard.press("Space");
      }
    }
    await page.getByText(/^Đã lưu \d/).waitFor();
    await open(page, address);
    expect((await page.getByLabel("Tiêu đề", { exact: true }).inputValue()).trim()).toBe(
      "tiếng Việt đường người",
    );
    expect((await page.getByRole("textbox", { name: "Nội dung" }).textContent())?.trim()).toBe(
      "tiếng Việt đường người",
    );
    await context.close();
  });

  test("phím tắt không chạy khi bộ gõ đang ghép chữ", async () => {
    const { page, context } = await signedIn(browser, product.address, "contributor");
    await open(page, "/noi-dung");
    await page.evaluate(() => {
      document.body.dispatchEvent(
        new KeyboardEvent("keydown", { key: "c", isComposing: true, bubbles: true }),
      );
    });
    expect(await page.getByRole("dialog").count()).toBe(0);
    await context.close();
  });

  test("mất mạng giữa chừng vẫn gõ được, đóng thẻ vẫn còn, có mạng thì lưu", async () => {
    const { page, context } = await signedIn(browser, product.address, "contributor");
    const address = await draftAddress(page);
    await page.getByLabel("Tiêu đề", { exact: true }).fill("Bản đã lưu");
    await page.getByText(/^Đã lưu \d/).waitFor();
    await context.setOffline(true);
    await page.getByLabel("Tiêu đề", { exact: true }).fill("Phần viết khi mất mạng");
    await page
      .getByText(/Mất kết nối/)
      .first()
      .waitFor();
    await page.close();
    await context.setOffline(false);
    const again = await context.newPage();
    await open(again, address);
    await again.getByText("Có phần chưa kịp lưu trên máy này").waitFor();
    expect(await axeViolations(again)).toEqual([]);
    await again.getByRole("button", { name: "Viết tiếp phần này" }).click();
    await again.getByText(/^Đã lưu \d/).waitFor();
    expect(await again.getByLabel("Tiêu đề", { exact: true }).inputValue()).toBe("Phần viết khi mất mạng");
    await context.close();
  });

  test("hai thẻ cùng sửa: thấy cả hai bản, chọn xong không bản nào mất", async () => {
    const { page, context } = await signedIn(browser, product.address, "contributor");
    const address = await draftAddress(page);
    const other = await context.newPage();
    await open(other, address);
    await page.getByLabel("Tiêu đề", { exact: true }).fill("Bản ở thẻ một");
    await page.getByText(/^Đã lưu \d/).waitFor();
    await other.getByLabel("Tiêu đề", { exact: true }).fill("Bản ở thẻ hai");
    await other.getByText("Có bản mới hơn", { exact: true }).waitFor();
    expect(await other.getByRole("region", { name: "Bản của bạn" }).textContent()).toContain("Bản ở thẻ hai");
    expect(await axeViolations(other)).toEqual([]);
    await other.getByRole("button", { name: "Viết tiếp bản của tôi" }).click();
    await other.getByText(/^Đã lưu \d/).waitFor();
    const { rows } = await product.db.pool.query(
      "select title from content_revision where item_id = $1 order by number",
      [address.split("/").at(-1)],
    );
    expect(rows.map(({ title }) => title)).toEqual(["", "Bản ở thẻ một", "Bản ở thẻ hai"]);
    await page.getByLabel("Tiêu đề", { exact: true }).fill("Bản ở thẻ một, viết tiếp");
    await page.getByText("Có bản mới hơn", { exact: true }).waitFor();
    await page.getByRole("button", { name: "Lấy bản kia" }).click();
    await page.getByText(/^Đã lưu \d/).waitFor();
    expect(await page.getByLabel("Tiêu đề", { exact: true }).inputValue()).toBe("Bản ở thẻ hai");
    const kept = await product.db.pool.query(
      "select title from content_revision where item_id = $1 order by number",
      [address.split("/").at(-1)],
    );
    expect(kept.rows.map(({ title }) => title).slice(3)).toEqual([
      "Bản ở thẻ một, viết tiếp",
      "Bản ở thẻ hai",
    ]);
    await context.close();
  });
});
