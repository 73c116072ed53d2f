import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { axeViolations } from "#platform/testing/axe.ts";
import { openBrowser } from "#platform/testing/browser.ts";
import { type Product, startProduct } from "./product.ts";
import { signedIn } from "./signed-in.ts";

let product: Product;
let browser: Browser;
beforeAll(async () => {
  product = await startProduct();
  browser = await openBrowser();
});
afterAll(() => browser?.close());

/** The dialog in which a person is appointed, in a browser whose own language is English. */
async function appointing(width: number): Promise<Page> {
  const { page } = await signedIn(browser, product.address, "administrator", {
    width,
    height: 740,
    locale: "en-US",
  });
  await page.goto(`${product.address}/workspace/nguoi-dung`);
  await page.getByRole("button", { name: "Lê Thị Mẫu" }).click();
  await page.getByRole("textbox", { name: "Từ ngày" }).waitFor();
  return page;
}

const focused = (place: Locator) =>
  expect
    .poll(() => place.evaluate((element) => element === document.activeElement), { timeout: 20_000 })
    .toBe(true);

for (const width of [1440, 360]) {
  describe(`a date field, ${width} px wide`, () => {
    test("takes what is typed day first, and shows dd/MM/yyyy in an English browser", async () => {
      const page = await appointing(width);
      const from = page.getByRole("textbox", { name: "Từ ngày" });
      expect(await from.inputValue()).toMatch(/^\d\d\/\d\d\/\d{4}$/);
      await from.fill("4/1/2026");
      await from.press("Tab");
      expect(await from.inputValue()).toBe("04/01/2026");
      await page.context().close();
    });

    test("keeps a day that no calendar has, says so, and holds the form back", async () => {
      const page = await appointing(width);
      const until = page.getByRole("textbox", { name: "Đến ngày" });
      await until.fill("31/2/2027");
      await until.press("Tab");
      await page.getByText("Ngày chưa đúng").waitFor();
      expect(await until.getAttribute("aria-invalid")).toBe("true");
      expect(await axeViolations(page)).toEqual([]);
      const asked: string[] = [];
      page.on("request", (request) => asked.push(request.url()));
      await page.getByRole("button", { name: "Phân công", exact: true }).click();
      expect(await until.inputValue()).toBe("31/2/2027");
      expect(asked.filter((url) => url.includes("/appointments"))).toEqual([]);
      await page.context().close();
    });

    test("opens a calendar that is worked by keyboard; Escape closes it and leaves the dialog", async () => {
      const page = await appointing(width);
      const from = page.getByRole("textbox", { name: "Từ ngày" });
      await from.fill("01/02/2026");
      await page.getByRole("button", { name: "Mở lịch: Từ ngày" }).press("Enter");
      const day = (name: string) => page.getByRole("button", { name, exact: true });
      const first = day("Chủ nhật, ngày 1 tháng 2 năm 2026");
      await focused(first);
      // Half way through fading in, the calendar is pale.
      await expect.poll(() => axeViolations(page), { timeout: 20_000 }).toEqual([]);
      await page.keyboard.press("Escape");
      await first.waitFor({ state: "detached" });
      expect(await from.isVisible()).toBe(true);
      await page.keyboard.press("Enter");
      await first.waitFor();
      await focused(first);
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await first.waitFor({ state: "detached" });
      expect(await from.inputValue()).toBe("08/02/2026");
      await page.context().close();
    });
  });
}
