import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBrowser } from "#platform/testing/browser.ts";
import { type Product, startProduct } from "./product.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core"), "utf8");

let product: Product;
let browser: Browser;
beforeAll(async () => {
  product = await startProduct();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
});

/** A journey through a dozen pages, each with axe, on a machine that does other things as well. */
const LONG = 180_000;

async function opened(width: number, { script = true } = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 740 }, javaScriptEnabled: script });
  return context.newPage();
}

const firstLink = async (page: Page, from: string, selector: string) => {
  await page.goto(product.address + from);
  return (await page.locator(selector).first().getAttribute("href"))!;
};

/** Every kind of page, in every state that a reader can meet without an account. */
async function addresses(page: Page): Promise<string[]> {
  const article = await firstLink(page, "/tin-tuc", ".card-title a");
  const plan = await firstLink(page, "/ke-hoach", ".card-title a");
  const feed = await (await fetch(`${product.address}/feeds/tin-tuc.atom`)).text();
  const withdrawn = /deleted-entry ref="[^"]+content\/([^"]+)"/.exec(feed)?.[1];
  const { rows } = await product.db.pool.query("select slug from content_item where id = $1", [
    withdrawn ?? null,
  ]);
  return [
    "/",
    "/tin-tuc",
    "/tin-tuc?chu-de=ket-qua-dai-hoi-xiv-cua-dang",
    article,
    ...rows.map(({ slug }) => `/tin-tuc/${slug}`),
    "/ke-hoach",
    plan,
    "/gioi-thieu",
    "/tim-kiem",
    "/tim-kiem?q=thu+tuc",
    "/tim-kiem?q=khongcogi",
    "/tro-nang",
    "/khong-co-trang-nay",
  ];
}

/** Opens a page with letters of the given size and everything that folds unfolded. */
async function visit(page: Page, address: string, letters = "100%"): Promise<void> {
  await page.goto(product.address + address);
  await page.evaluate((size) => {
    document.documentElement.style.fontSize = size;
    for (const section of document.querySelectorAll("details")) section.open = true;
  }, letters);
}

/** What sticks out of the window to the right, outside regions that scroll by themselves. */
const stickingOut = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll("body *")]
      .filter((element) => {
        const { width, right } = element.getBoundingClientRect();
        const scrolls = element.closest(".table-scroll, .progress-scroll, .unseen");
        return width > 0 && right > document.documentElement.clientWidth + 1 && !scrolls;
      })
      .map((element) => `${element.tagName}.${element.className}`),
  );

describe("the public pages in a browser", () => {
  for (const width of [1440, 360]) {
    test(
      `have no fault that axe finds, and nothing is cut, at ${width} px`,
      async () => {
        const page = await opened(width);
        for (const address of await addresses(page)) {
          await visit(page, address);
          expect({ address, out: await stickingOut(page) }).toEqual({ address, out: [] });
          const found = (await page.evaluate(
            `${axe}; axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"] })`,
          )) as { violations: { id: string; nodes: { html: string }[] }[] };
          const faults = found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html}`);
          expect({ address, faults }).toEqual({ address, faults: [] });
        }
        await page.context().close();
      },
      LONG,
    );
  }

  test(
    "hold at twice the letter size, and on a window of 320 px",
    async () => {
      for (const [width, letters] of [
        [320, "100%"],
        [720, "200%"],
        [360, "200%"],
      ] as const) {
        const page = await opened(width);
        for (const address of await addresses(page)) {
          await visit(page, address, letters);
          expect({ width, address, out: await stickingOut(page) }).toEqual({ width, address, out: [] });
        }
        await page.context().close();
      }
    },
    LONG,
  );

  test("lead by keyboard from the skip link through search to an article, without JavaScript", async () => {
    const page = await opened(360, { script: false });
    await page.goto(`${product.address}/`);
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe("Đến nội dung chính");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("q");
    await page.keyboard.type("thu vien");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/tim-kiem\?q=thu\+vien/);
    await page.locator(".hits a").first().focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/(tin-tuc|ke-hoach|thu-tuc|van-ban|phan-anh)\//);
    expect(await page.locator("h1").count()).toBe(1);
    await page.context().close();
  });
});
