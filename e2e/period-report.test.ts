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
  await page.getByRole("heading", { level: 1 }).filter({ hasNotText: "Đang tải" }).waitFor();
}

describe("lập báo cáo kỳ từ đầu đến lúc ký duyệt", () => {
  let address = "";

  test("người soạn mở kỳ, chốt số liệu, lập dự thảo, bổ sung chỗ trống; văn bản tự lưu thành bản mới", async () => {
    const page = await signedIn("editor");
    await openPage(page, "/bao-cao");
    await page.getByRole("button", { name: "Lập báo cáo" }).click();
    await page.getByText("Hãy chọn kỳ báo cáo.").waitFor();
    await page.getByLabel("Kỳ báo cáo").first().click();
    await page.getByRole("option", { name: "Tháng 10 năm 2026" }).click();
    await page.getByRole("button", { name: "Lập báo cáo" }).click();
    await page.getByRole("button", { name: "Chốt số liệu" }).click();
    const asked = page.getByRole("dialog", { name: "Chốt số liệu" });
    await asked.getByText("đến hết 14/10/2026").waitFor();
    expect(await asked.getByText("Kỳ báo cáo chưa kết thúc").count()).toBe(0);
    await asked.getByRole("button", { name: "Chốt số liệu" }).click();
    await page.getByRole("button", { name: "Lập dự thảo" }).click();
    await page.getByLabel("Nội dung mục “Nguyên nhân”").fill("Nguyên nhân mẫu.");
    await page.getByLabel("Nội dung mục “Đề xuất, kiến nghị”").fill("Không có.");
    await page.getByText(/^Đã lưu \d\d:\d\d$/).waitFor();
    await page.getByText(/Văn bản: bản \d/).waitFor();
    await page.reload();
    const reason = page.getByLabel("Nội dung mục “Nguyên nhân”");
    await reason.waitFor();
    expect(await reason.inputValue()).toBe("Nguyên nhân mẫu.");
    expect(await page.getByText("Trước khi soát, báo cáo còn cần").count()).toBe(0);
    // A figure changed by hand is marked as it is typed; put back, nothing is left to say.
    const general = page.getByLabel("Nội dung mục “Kết quả chung so với kế hoạch”");
    const drafted = await general.inputValue();
    await general.fill(drafted.replace(/\d+\/105 nội dung/u, "99/105 nội dung"));
    await page.getByText(/Bản thảo ghi 99, số liệu đã chốt là \d+\./).waitFor();
    await page.getByText(/Trước khi soát/).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole("button", { name: /^Trả về \d+$/ }).click();
    expect(await general.inputValue()).toBe(drafted);
    await page.getByText(/Trước khi soát/).waitFor({ state: "hidden" });
    expect(await page.getByText("Bạn đã soạn báo cáo này nên cần người khác soát.").count()).toBe(1);
    expect(await axeViolations(page)).toEqual([]);
    address = new URL(page.url()).pathname.replace("/workspace", "");
    await page.context().close();
  });

  test("mất mạng vẫn gõ được, đóng thẻ vẫn còn; mở lại thì chọn viết tiếp và tự lưu", async () => {
    const page = await signedIn("editor");
    await openPage(page, address);
    const field = page.getByLabel("Nội dung mục “Kết quả đạt được”");
    await field.waitFor();
    await page.context().setOffline(true);
    await field.fill("Viết lúc mất mạng.");
    await page
      .getByText(/Mất kết nối/)
      .first()
      .waitFor();
    await page.close();
    const again = await page.context().newPage();
    again.setDefaultTimeout(15_000);
    await again.context().setOffline(false);
    await openPage(again, address);
    await again.getByText("Có phần chưa kịp lưu trên máy này").waitFor();
    expect(await axeViolations(again)).toEqual([]);
    await again.getByRole("button", { name: "Viết tiếp phần chưa lưu" }).click();
    await again.getByText(/^Đã lưu \d\d:\d\d$/).waitFor();
    expect(await again.getByLabel("Nội dung mục “Kết quả đạt được”").inputValue()).toBe("Viết lúc mất mạng.");
    await again.context().close();
  });

  test("bộ gõ đang ghép chữ thì chưa lưu; ghép xong mới lưu, chữ không lặp, không mất", async () => {
    const page = await signedIn("editor");
    await openPage(page, address);
    const field = page.getByLabel("Nội dung mục “Đề xuất, kiến nghị”");
    await field.waitFor();
    const versions = async () =>
      (
        await (
          await page.request.get(`${product.address}/api/reports/${address.split("/").at(-1)}/versions`)
        ).json()
      ).versions.length;
    const before = await versions();
    const ime = await page.context().newCDPSession(page);
    await field.fill("");
    await field.focus();
    await ime.send("Input.imeSetComposition", { text: "Đề ngh", selectionStart: 6, selectionEnd: 6 });
    await page.waitForTimeout(2_500);
    // Only the clearing may have been saved; what is still being put together was not.
    const texts = async () =>
      (await (await page.request.get(`${product.address}/api/reports/${address.split("/").at(-1)}`)).json())
        .text.content.sections;
    const last = async () =>
      (await texts()).find(({ heading }: { heading: string }) => /^Đề xuất/u.test(heading)).text;
    expect(await last()).not.toContain("Đề ngh");
    await ime.send("Input.insertText", { text: "Đề nghị bố trí người viết." });
    await expect.poll(last, { timeout: 15_000 }).toBe("Đề nghị bố trí người viết.");
    expect(await versions()).toBeGreaterThan(before);
    await page.context().close();
  });

  test("hai người cùng sửa: thấy cả hai bản, nối lại, không bản nào mất", async () => {
    const mine = await signedIn("editor");
    await openPage(mine, address);
    const field = mine.getByLabel("Nội dung mục “Kết quả đạt được”");
    await field.waitFor();
    const id = address.split("/").at(-1);
    const theirs = await signedIn("editor");
    const report = await (await theirs.request.get(`${product.address}/api/reports/${id}`)).json();
    const sections = report.text.content.sections.map((section: { heading: string; text: string }) =>
      section.heading === "Kết quả đạt được" ? { ...section, text: "Dòng của thẻ kia." } : section,
    );
    await theirs.request.put(`${product.address}/api/reports/${id}/text`, {
      data: {
        saveId: crypto.randomUUID(),
        baseId: report.text.id,
        text: { ...report.text.content, sections },
      },
    });
    await field.fill("Dòng của thẻ này.");
    await mine.getByText("Có bản mới hơn", { exact: true }).waitFor();
    expect(await axeViolations(mine)).toEqual([]);
    await mine.getByRole("button", { name: "Nối cả hai để tự ghép" }).click();
    await mine.getByText(/^Đã lưu \d\d:\d\d$/).waitFor();
    expect(await mine.getByLabel("Nội dung mục “Kết quả đạt được”").inputValue()).toBe(
      "Dòng của thẻ kia.\nDòng của thẻ này.",
    );
    await mine.context().close();
    await theirs.context().close();
  });

  test("so sánh hai bản bất kỳ, khôi phục một bản trước thành bản mới", async () => {
    const page = await signedIn("editor");
    await openPage(page, `${address}/cac-ban`);
    await page.getByText("Khôi phục bản").first().waitFor();
    await page.locator("ins").first().waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.getByLabel("Bản trước").first().click();
    await page.getByRole("option", { name: /^Bản 1 ·/ }).click();
    await page.getByRole("button", { name: "Khôi phục bản 1 thành bản mới" }).click();
    await page.waitForURL(new RegExp(`${address}$`));
    await openPage(page, `${address}/cac-ban`);
    await page.getByText("Khôi phục từ bản 1").waitFor();
    await openPage(page, address);
    await page.getByLabel("Nội dung mục “Nguyên nhân”").fill("Nguyên nhân mẫu.");
    await page.getByLabel("Nội dung mục “Đề xuất, kiến nghị”").fill("Không có.");
    await page.getByText(/^Đã lưu \d\d:\d\d$/).waitFor();
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
    await openPage(leader, "/");
    await leader.getByRole("link", { name: /Báo cáo tháng 10 năm 2026/ }).click();
    await leader.getByRole("button", { name: "Ký duyệt" }).click();
    expect(await axeViolations(leader)).toEqual([]);
    await leader.getByRole("dialog").getByRole("button", { name: "Ký duyệt" }).click();
    await leader.getByText("Ký duyệt lúc").waitFor();
    await leader.context().close();
  });

  test("văn thư ghi số, ngày và bản PDF đã ký; báo cáo vào sổ văn bản, mã SHA-256 hiện ra", async () => {
    const id = address.split("/").at(-1);
    await product.db.pool.query("update report set signed_off_at = '2026-10-18T03:00:00Z' where id = $1", [
      id,
    ]);
    const page = await signedIn("office");
    await openPage(page, address);
    await page.getByRole("button", { name: "Ghi số, ngày ban hành" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Số văn bản").fill("152");
    await dialog.getByRole("textbox", { name: "Ngày ban hành" }).fill("17/10/2026");
    await dialog.getByText("Báo cáo số 152/BC-SVHTTDL ngày 17/10/2026").waitFor();
    await dialog.getByLabel("Tôi đã đối chiếu số, ngày này").check();
    await dialog.getByRole("button", { name: "Ghi nhận" }).click();
    await dialog
      .getByText(/ở trước ngày ký duyệt 18\/10\/2026/)
      .first()
      .waitFor();
    await dialog.getByLabel("Số văn bản").fill("152");
    await dialog.getByRole("textbox", { name: "Ngày ban hành" }).fill("19/10/2026");
    await dialog.locator("input[type=file]").setInputFiles({
      name: "da-ky.pdf",
      mimeType: "application/pdf",
      buffer: await (await page.request.get(`${product.address}/api/reports/${id}/files/pdf`)).body(),
    });
    await dialog.getByRole("button", { name: "Ghi nhận" }).click();
    await dialog.getByText(/Số 152\/BC-SVHTTDL năm 2026 đã cấp/).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await dialog.getByLabel("Số văn bản").fill("140");
    await dialog.getByRole("button", { name: "Ghi nhận" }).click();
    await page.getByText("Không thấy chữ ký số trong tệp").waitFor();
    expect(await page.getByText(/SHA-256/).count()).toBe(1);
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole("link", { name: "Xem trong sổ văn bản" }).click();
    await page.getByRole("heading", { level: 1, name: "Báo cáo 140/BC-SVHTTDL" }).waitFor();
    await page.getByRole("link", { name: "Tháng 10 năm 2026" }).first().waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.context().close();
  });

  test("phụ lục trên màn hình: lọc, mở riêng một mã từ liên kết trong tệp, ở 360 điểm ảnh không tràn", async () => {
    const page = await signedIn("auditor", 360);
    await openPage(page, `${address}/phu-luc`);
    await page.getByText("Chưa có, chưa nêu lý do").first().waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await openPage(page, `${address}/phu-luc?ma=II.1-a`);
    await page.getByText("Đang xem riêng dòng II.1-a.").waitFor();
    expect(await page.getByRole("row").count()).toBe(2);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await page.getByRole("button", { name: "Xem cả 105 dòng" }).click();
    await page.getByText("I.1-a", { exact: true }).waitFor();
    await page.context().close();
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
