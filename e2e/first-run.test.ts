import { execFile } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { root } from "#platform/config/root.ts";
import { axeViolations } from "#platform/testing/axe.ts";
import { openBrowser } from "#platform/testing/browser.ts";
import { ended, type Started, start } from "./server-process.ts";

const folder = mkdtempSync(join(tmpdir(), "gandan-first-run-"));
const codeIn = (text: string) => [...text.matchAll(/Mã thiết lập: (\w+)\n/g)].at(-1)?.[1];

const post = (address: string, path: string, json: object, cookie = "") =>
  fetch(`${address}/api${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...(cookie && { cookie }) },
    body: JSON.stringify(json),
  });
const enter = (address: string, email: string, password = "gan-dan-mau-2026") =>
  post(address, "/auth/sign-in", { email, password });
const office = { name: "Văn phòng", shortName: "VP", kind: "office" };
const complete = (address: string, code: string, units = [office]) =>
  post(address, "/first-run", {
    code,
    agency: {
      kind: "department",
      name: "Sở Thí Dụ",
      superiorName: null,
      symbol: "STD",
      place: "Nơi Mẫu",
      address: null,
      phone: null,
      email: null,
    },
    units,
    administrator: { name: "Người Mẫu", email: "quan-tri@mau.gandan.vn", password: "mot-cau-dai-va-rieng" },
  });
const isOpen = async (address: string) => (await (await fetch(`${address}/api/first-run`)).json()).needed;
const stop = async ({ child }: Started) => {
  child.kill("SIGTERM");
  expect(await ended(child)).toBe(0);
};

/** Up to the last step, on a phone and with the keyboard alone. */
async function walkTheSteps(address: string): Promise<void> {
  const browser = await openBrowser();
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: "vi-VN" });
  const page = await context.newPage();
  await page.goto(`${address}/workspace/`);
  await page.getByRole("heading", { level: 1, name: "Thiết lập lần đầu" }).waitFor();
  expect(await axeViolations(page)).toEqual([]);
  for (const [field, text] of [
    ["Tên cơ quan", "Sở Thí Dụ"],
    ["Ký hiệu cơ quan", "STD"],
    ["Địa danh", "Thí Dụ"],
  ] as const)
    await page.getByRole("textbox", { name: field }).fill(text);
  await page.keyboard.press("Enter");
  await page.getByRole("group", { name: "Đơn vị 1" }).waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await page.getByRole("textbox", { name: "Tên đơn vị" }).first().press("Enter");
  await page.getByRole("textbox", { name: "Mã thiết lập" }).waitFor();
  await page.getByText("Ít nhất 10 ký tự").waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await page.getByRole("button", { name: "Cơ quan", exact: true }).press("Enter");
  expect(await page.getByRole("textbox", { name: "Tên cơ quan" }).inputValue()).toBe("Sở Thí Dụ");
  await browser.close();
}

/** What the first administrator finds: the steps that come next, the first with its button. */
async function seeFirstSteps(address: string): Promise<void> {
  const browser = await openBrowser();
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: "vi-VN" });
  await context.request.post(`${address}/api/auth/sign-in`, {
    data: { email: "quan-tri@mau.gandan.vn", password: "mot-cau-dai-va-rieng" },
  });
  const page = await context.newPage();
  await page.goto(`${address}/workspace/`);
  const steps = page.getByRole("region", { name: "Những bước đầu" });
  await steps.getByRole("link", { name: "Thêm người" }).waitFor();
  expect(await steps.getByRole("listitem").allInnerTexts()).toEqual([
    expect.stringContaining("Thêm các phòng, đơn vị"),
    expect.stringContaining("Thêm người viết và người duyệt"),
    expect.stringContaining("Nhập kế hoạch"),
    expect.stringContaining("Viết tin, bài đầu tiên"),
  ]);
  expect(await axeViolations(page)).toEqual([]);
  await browser.close();
}

describe("once the sample is removed", () => {
  test("from the workspace, the first set-up opens at once with a code on the console, and sample accounts are gone", async () => {
    const data = { GANDAN_DATA: join(folder, "workspace") };
    const server = await start(data);
    const entered = await enter(server.address, "administrator@mau.gandan.vn");
    const cookie = entered.headers.get("set-cookie")!.split(";")[0]!;
    expect(await isOpen(server.address)).toBe(false);
    expect((await post(server.address, "/sample/remove", {}, cookie)).status).toBe(200);
    expect(await isOpen(server.address)).toBe(true);
    await expect.poll(() => codeIn(server.output()), { timeout: 20_000 }).toBeDefined();
    expect((await fetch(`${server.address}/api/me`, { headers: { cookie } })).status).toBe(401);
    expect((await enter(server.address, "editor@mau.gandan.vn")).status).toBe(401);
    await stop(server);

    // Sample mode does not bring back what somebody has removed; the console has a new code, the old one is void.
    const again = await start(data);
    await expect.poll(() => codeIn(again.output()), { timeout: 20_000 }).toBeDefined();
    expect(again.output()).not.toContain("Nạp đơn vị mẫu");
    expect((await complete(again.address, codeIn(server.output())!)).status).toBe(403);
    await walkTheSteps(again.address);
    const twice = await complete(again.address, codeIn(again.output())!, [
      office,
      { ...office, name: "VĂN  PHÒNG", shortName: "V2" },
    ]);
    const { data: refused } = await twice.json();
    expect([twice.status, refused.issues[0].field]).toEqual([422, "units.1.name"]);
    expect((await complete(again.address, codeIn(again.output())!)).status).toBe(200);
    expect((await enter(again.address, "quan-tri@mau.gandan.vn", "mot-cau-dai-va-rieng")).status).toBe(200);
    expect(await isOpen(again.address)).toBe(false);
    await seeFirstSteps(again.address);
    await stop(again);
  });

  test("from the command line beside a running server, both consoles show the code; a newer one can be asked for", async () => {
    const data = { GANDAN_DATA: join(folder, "command") };
    const server = await start(data);
    const gandan = async (...words: string[]) =>
      (
        await promisify(execFile)(process.execPath, [join(root, "bin", "gandan.js"), ...words], {
          env: { ...process.env, ...data },
        })
      ).stdout;
    const printed = await gandan("sample", "remove", "--yes");
    expect(printed).toContain("Đã gỡ đơn vị mẫu");
    const code = codeIn(printed)!;
    await expect.poll(() => codeIn(server.output()), { timeout: 20_000 }).toBe(code);
    expect(await isOpen(server.address)).toBe(true);
    const newer = codeIn(await gandan("setup", "code"))!;
    expect((await complete(server.address, code)).status).toBe(403);
    expect((await complete(server.address, newer)).status).toBe(200);
    await stop(server);
  });
});
