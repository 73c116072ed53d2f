import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser } from "#platform/testing/browser.ts";
import { type Product, startProduct } from "./product.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core"), "utf8");
const LONG = 180_000;

let product: Product;
let browser: Browser;
beforeAll(async () => {
  product = await startProduct();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
});

/** A voice that says nothing and notes what it was given; the next sentence comes when the last is ended. */
const voice = () => {
  const said: string[] = [];
  let now: { onend?: () => void } | null = null;
  const speech = {
    getVoices: () => [{ lang: "vi-VN" }],
    addEventListener: () => {},
    cancel: () => {
      now = null;
    },
    speak: (one: { text: string }) => {
      said.push(one.text);
      now = one as { onend?: () => void };
    },
  };
  Object.defineProperty(globalThis, "speechSynthesis", { value: speech });
  Object.assign(globalThis, {
    said,
    endSentence: () => now?.onend?.(),
    SpeechSynthesisUtterance: class {
      text: string;
      voice = { lang: "" };
      constructor(text: string) {
        this.text = text;
      }
    },
  });
};

const said = (page: Page) => page.evaluate(() => (globalThis as unknown as { said: string[] }).said);

async function opened(width: number): Promise<{ context: BrowserContext; page: Page; faults: string[] }> {
  const context = await browser.newContext({ viewport: { width, height: width < 600 ? 740 : 1600 } });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (line) => {
    if (/Content Security Policy/i.test(line.text())) faults.push(line.text());
  });
  return { context, page, faults };
}

const heading = (page: Page, name: string | RegExp) => page.getByRole("heading", { level: 1, name });

async function demandAccessible(page: Page): Promise<void> {
  await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    const { axe: run } = globalThis as unknown as {
      axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    return (await run.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  });
  expect(found).toEqual([]);
  const small = await page.locator("#quay button:visible").evaluateAll((buttons) =>
    buttons.flatMap((one) => {
      const { width, height } = one.getBoundingClientRect();
      return width < 64 || height < 64 ? [one.textContent] : [];
    }),
  );
  expect(small).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
}

test.each([1080, 360])(
  "at the counter people find a procedure by touch, take it home, and the screen goes on without a network, %i px",
  async (width) => {
    const { context, page, faults } = await opened(width);
    await page.goto(`${product.address}/quay`);
    await heading(page, "Bạn cần làm thủ tục gì?").waitFor();
    await demandAccessible(page);
    await page.getByRole("button", { name: "Tìm bằng chữ" }).click();
    for (const key of ["h", "o", "i", "dấu nặng", "Dấu cách", "c", "a", "p"])
      await page.getByRole("button", { name: key, exact: true }).click();
    expect(await page.getByLabel("Tên thủ tục, việc cần làm hoặc mã").inputValue()).toBe("họi cap");
    await demandAccessible(page);
    await page.getByRole("button", { name: "Xóa hết" }).click();
    for (const key of ["l", "e", "Dấu cách", "h", "ô", "i", "dấu nặng"])
      await page.getByRole("button", { name: key, exact: true }).click();
    await page.getByRole("status").filter({ hasText: "Tìm thấy 2 thủ tục" }).waitFor();
    await page.getByRole("button", { name: /Đăng ký tổ chức lễ hội cấp tỉnh/ }).click();
    await heading(page, /Đăng ký tổ chức lễ hội cấp tỉnh/).waitFor();
    expect(await page.locator("#quay").textContent()).toMatch(/Nộp ở đâu[\s\S]*Bao lâu[\s\S]*Cần mang theo/);
    await page.getByRole("img", { name: "Mã QR: Mẫu số 01.docx" }).waitFor();
    await demandAccessible(page);

    // The whole set is kept; then the network goes.
    await page.waitForFunction(async () => {
      for (const name of await caches.keys())
        if (await (await caches.open(name)).match("/quay/tron-bo")) return true;
      return false;
    });
    await context.setOffline(true);
    await page.reload();
    await heading(page, "Bạn cần làm thủ tục gì?").waitFor();
    await page.getByText(/Đang ngoại tuyến.*Cập nhật lúc \d\d:\d\d/).waitFor();
    await page.getByRole("button", { name: /Thư viện/ }).click();
    await page.locator(".big-list button").first().click();
    await page.getByRole("heading", { name: "Cần mang theo" }).waitFor();

    // Back online it looks by itself; what changed meanwhile comes when nobody looks at anything.
    await product.db.pool.query(
      "insert into procedure_kiosk (agency_id, message, idle_seconds, changed_at) select id, $1, 30, now() from agency where slug = (select slug from agency where is_sample order by id limit 1) on conflict (agency_id) do update set message = $1, idle_seconds = 30",
      [`Lời chào mới ${width}`],
    );
    await product.db.pool.query(`select pg_notify('page_invalidated', '["procedure:any"]')`);
    await context.setOffline(false);
    await page.getByText("Đang ngoại tuyến").waitFor({ state: "hidden" });
    await page.getByRole("button", { name: "Về màn hình đầu" }).click();
    await page.getByText(`Lời chào mới ${width}`).waitFor();
    expect(faults).toEqual([]);
    await context.close();
  },
  LONG,
);

test(
  "nobody at the screen: it asks, stays for who answers, and forgets for who does not",
  async () => {
    const { context, page } = await opened(1080);
    await page.clock.install();
    await page.goto(`${product.address}/quay`);
    await page.getByRole("button", { name: "Tìm bằng chữ" }).click();
    await page.getByRole("button", { name: "l", exact: true }).click();
    // However long the agency waits: at most a quarter of an hour.
    const dialog = page.getByRole("dialog", { name: "Bạn còn xem không?" });
    const untilAsked = async () => {
      for (let seconds = 0; seconds < 900 && !(await dialog.isVisible()); seconds += 5)
        await page.clock.runFor(5000);
      await dialog.waitFor();
    };
    await untilAsked();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Tôi còn xem");
    await page.keyboard.press("Enter");
    await dialog.waitFor({ state: "hidden" });
    expect(await page.locator("#tim").inputValue()).toBe("l");
    await untilAsked();
    await page.clock.runFor(25_000);
    await heading(page, "Bạn cần làm thủ tục gì?").waitFor();
    await page.getByRole("button", { name: "Tìm bằng chữ" }).click();
    expect(await page.locator("#tim").inputValue()).toBe("");
    expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
    await context.close();
  },
  LONG,
);

test(
  "pages are read aloud where the browser has a Vietnamese voice, and have no dead button where not",
  async () => {
    const { context, page, faults } = await opened(360);
    const silent = await context.newPage();
    const addressOn = async (list: string, link: string) => {
      await page.goto(product.address + list);
      return (await page.locator(link).first().getAttribute("href"))!;
    };
    const procedure = await addressOn("/thu-tuc", "main a[href^='/thu-tuc/9.']");
    const news = await addressOn("/tin-tuc", ".card-title a");
    await silent.addInitScript(() =>
      Object.defineProperty(globalThis, "speechSynthesis", {
        value: { getVoices: () => [{ lang: "en-US" }], addEventListener: () => {}, cancel: () => {} },
      }),
    );
    await silent.goto(product.address + procedure);
    expect(await silent.getByRole("button", { name: "Đọc to" }).count()).toBe(0);
    await page.addInitScript(voice);
    for (const address of [procedure, news]) {
      await page.goto(product.address + address);
      const title = await page.locator("h1").textContent();
      await page.getByRole("button", { name: "Đọc to" }).click();
      for (let count = 0; count < 4; count += 1)
        await page.evaluate(() => (globalThis as unknown as { endSentence: () => void }).endSentence());
      const heard = await said(page);
      expect(heard.some((sentence) => title!.includes(sentence))).toBe(true);
      expect(heard.length).toBe(5);
      await page.getByRole("button", { name: "Tạm dừng" }).click();
      await page.getByRole("button", { name: "Đọc tiếp" }).click();
      // From the sentence that was cut off.
      expect((await said(page)).at(-1)).toBe(heard.at(-1));
      await page.getByRole("button", { name: "Dừng đọc" }).click();
      await page.getByRole("status").filter({ hasText: "Đã dừng đọc." }).waitFor();
      expect(await page.getByRole("button", { name: "Dừng đọc" }).count()).toBe(0);
    }
    expect(faults).toEqual([]);
    await context.close();
  },
  LONG,
);
