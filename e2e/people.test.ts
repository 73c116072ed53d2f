import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { axeViolations } from "#platform/testing/axe.ts";
import { openBrowser } from "#platform/testing/browser.ts";
import { totpOf } from "../src/capabilities/organization/totp.fixture.ts";
import { type Product, startProduct } from "./product.ts";
import { signedIn } from "./signed-in.ts";

let product: Product;
let browser: Browser;
beforeAll(async () => {
  product = await startProduct();
  browser = await openBrowser();
});
afterAll(() => browser?.close());

/** Accessible and nothing cut, once what fades in has come. */
async function isWell(page: Page) {
  await expect.poll(() => axeViolations(page), { timeout: 20_000 }).toEqual([]);
  const cut = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(cut).toBeLessThanOrEqual(0);
}

const linkShown = async (page: Page) => {
  const dialog = page.getByRole("dialog", { name: /Đường dẫn dùng một lần/ });
  const text = (await dialog.getByText(/dat-lai-mat-khau\?ma=/).textContent()) ?? "";
  await isWell(page);
  await dialog.getByRole("button", { name: "Đóng" }).last().click();
  return text;
};
const choose = async (page: Page, field: string, option: string) => {
  await page.getByRole("dialog").getByRole("combobox", { name: field }).click();
  await page.getByRole("option", { name: option }).click();
};
const stranger = async (width: number) => {
  const context = await browser.newContext({ viewport: { width, height: 740 }, locale: "vi-VN" });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  return page;
};
const password = "mot-cau-rat-dai-va-rieng";

async function setPassword(page: Page, link: string, secret = password) {
  await page.goto(link);
  await page.getByLabel("Mật khẩu mới", { exact: true }).fill(secret);
  await page.getByLabel("Nhập lại mật khẩu mới").fill(secret);
  await isWell(page);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Đã đặt mật khẩu" }).waitFor();
  await page.getByRole("link", { name: "Đăng nhập" }).click();
}
async function enter(page: Page, email: string, secret = password) {
  await page.getByRole("textbox", { name: "Thư điện tử" }).fill(email);
  await page.getByLabel("Mật khẩu", { exact: true }).fill(secret);
  await page.keyboard.press("Enter");
}

for (const width of [1440, 360]) {
  const email = `moi-${width}@mau.gandan.vn`;

  describe(`people and their accounts, ${width} px wide`, () => {
    test("a person is added, enters by the link, changes the password, is locked out and let in again", async () => {
      const { page: admin } = await signedIn(browser, product.address, "administrator", {
        width,
        height: 740,
      });
      await admin.goto(`${product.address}/workspace/nguoi-dung`);
      await admin.getByRole("button", { name: "Thêm người" }).click();
      const send = admin.getByRole("button", { name: "Thêm và tạo đường dẫn mời" });
      await send.click();
      const nameField = admin.getByRole("textbox", { name: "Họ và tên" });
      expect(await nameField.evaluate((field: HTMLInputElement) => field.validationMessage)).toBe(
        "Hãy điền mục này.",
      );
      await admin.getByRole("textbox", { name: "Họ và tên" }).fill(`Trịnh Thị Thí Dụ ${width}`);
      await admin.getByRole("textbox", { name: "Thư điện tử" }).fill("editor@mau.gandan.vn");
      await choose(admin, "Đơn vị", "Phòng Mẫu B");
      await isWell(admin);
      await send.click();
      // A refusal stands at its field, and what was typed is still there.
      await admin.getByText("đã có tài khoản").first().waitFor();
      expect(await admin.getByRole("textbox", { name: "Họ và tên" }).inputValue()).toBe(
        `Trịnh Thị Thí Dụ ${width}`,
      );
      await admin.getByRole("textbox", { name: "Thư điện tử" }).fill(email);
      await admin.getByRole("button", { name: "Thêm và tạo đường dẫn mời" }).click();
      const invitation = await linkShown(admin);

      const page = await stranger(width);
      await setPassword(page, invitation);
      await enter(page, email);
      await page.getByRole("heading", { level: 1, name: "Việc của tôi" }).waitFor();
      await page.goto(`${product.address}/workspace/doi-mat-khau`);
      await page.getByLabel("Mật khẩu hiện tại").fill(password);
      await page.getByLabel("Mật khẩu mới", { exact: true }).fill("mot-cau-khac-rat-dai");
      await page.getByLabel("Nhập lại mật khẩu mới").fill("mot-cau-khac-rat-dai-lam");
      await isWell(page);
      await page.keyboard.press("Enter");
      await page.getByText("Hai lần nhập chưa giống nhau.").first().waitFor();
      await page.getByLabel("Nhập lại mật khẩu mới").fill("mot-cau-khac-rat-dai");
      await page.keyboard.press("Enter");
      await page.getByText("Đã đổi mật khẩu").waitFor();

      await admin
        .getByRole("button", { name: `Trịnh Thị Thí Dụ ${width}` })
        .first()
        .click();
      await admin.getByRole("button", { name: "Khóa tài khoản" }).click();
      await isWell(admin);
      await admin
        .getByRole("dialog", { name: /Khóa tài khoản của/ })
        .getByRole("button", { name: "Khóa tài khoản" })
        .click();
      await admin.getByText("Đã khóa tài khoản.").waitFor();
      const { rows } = await product.db.pool.query(
        "select count(*)::int as n from auth_session s join person p on p.user_id = s.user_id where p.email = $1",
        [email],
      );
      expect(rows[0].n).toBe(0);
      await admin.getByRole("button", { name: "Mở lại tài khoản" }).click();
      await admin.getByText("Đã mở lại tài khoản.").waitFor();
      await admin.getByRole("button", { name: "Tạo đường dẫn đặt lại mật khẩu" }).click();
      const recovery = await linkShown(admin);
      const back = await stranger(width);
      await setPassword(back, recovery, "mot-cau-thu-ba-rat-dai");
      await enter(back, email, "mot-cau-thu-ba-rat-dai");
      await back.getByRole("heading", { level: 1, name: "Việc của tôi" }).waitFor();
      // The link has worked its once.
      await back.goto(recovery);
      await back.getByLabel("Mật khẩu mới", { exact: true }).fill(password);
      await back.getByLabel("Nhập lại mật khẩu mới").fill(password);
      await back.keyboard.press("Enter");
      await back.getByText("đã dùng hoặc đã hết hạn").waitFor();
      await isWell(back);
      for (const open of [admin, page, back]) await open.context().close();
    });
  });
}

describe("people and agencies, on a phone", () => {
  const width = 360;

  test("an appointment is given, refused when held already, and taken back before it begins", async () => {
    const { page } = await signedIn(browser, product.address, "administrator", { width, height: 740 });
    await page.goto(`${product.address}/workspace/nguoi-dung`);
    await page.getByRole("button", { name: "Vũ Văn Thí Dụ" }).click();
    const dialog = page.getByRole("dialog", { name: "Vũ Văn Thí Dụ" });
    const appoint = async (from: string) => {
      await choose(page, "Vai trò", "Trưởng đơn vị");
      await choose(page, "Đơn vị", "Phòng Thông tin");
      await dialog.getByRole("textbox", { name: "Từ ngày" }).fill(from);
      await dialog.getByRole("button", { name: "Phân công", exact: true }).click();
    };
    await appoint("1/1/2099");
    await dialog.getByText("từ 01/01/2099 (chưa bắt đầu)").waitFor();
    await appoint("1/6/2099");
    await dialog.getByText("Người này đã giữ vai trò").waitFor();
    await isWell(page);
    await dialog.getByRole("button", { name: "Hủy phân công: Trưởng đơn vị" }).click();
    await dialog.getByText("từ 01/01/2099 (chưa bắt đầu)").waitFor({ state: "detached" });
    await page.context().close();
  });

  test("who forgot the password without mail is told whom to ask; five wrong tries lock until an administrator lifts it", async () => {
    // Wrong tries of other tests count for this machine's address, too.
    await product.db.pool.query("delete from sign_in_failure");
    const page = await stranger(width);
    await page.goto(`${product.address}/workspace/dang-nhap`);
    await isWell(page);
    await page.getByRole("link", { name: "Quên mật khẩu?" }).click();
    await page.getByRole("textbox", { name: "Thư điện tử" }).fill("head@mau.gandan.vn");
    await page.keyboard.press("Enter");
    await page.getByText("Hãy nhờ người quản trị").waitFor();
    await isWell(page);
    await page.getByRole("link", { name: "Quay lại đăng nhập" }).click();
    for (let attempt = 0; attempt < 6; attempt += 1) {
      const answered = page.waitForResponse((answer) => answer.url().endsWith("/api/auth/sign-in"));
      await enter(page, "head@mau.gandan.vn", "khong-phai-mat-khau");
      await answered;
      await page.getByRole("alert").waitFor();
    }
    await page.getByText(/tạm khóa; hãy thử lại sau 1[45] phút/).waitFor();
    await isWell(page);
    const { page: admin } = await signedIn(browser, product.address, "administrator", {
      width,
      height: 740,
    });
    await admin.goto(`${product.address}/workspace/nguoi-dung`);
    await admin.getByRole("button", { name: "Phạm Văn Mẫu" }).click();
    await admin.getByText("Đang tạm khóa vì nhập sai mật khẩu nhiều lần").waitFor();
    await isWell(admin);
    await admin.getByRole("button", { name: "Gỡ tạm khóa" }).click();
    await admin.getByText("Đã gỡ tạm khóa").waitFor();
    await enter(page, "head@mau.gandan.vn", "gan-dan-mau-2026");
    await page.getByRole("heading", { level: 1, name: "Việc của tôi" }).waitFor();
    for (const open of [admin, page]) await open.context().close();
  });

  test("an agency below is added with its administrator, who sees an empty agency of one's own", async () => {
    const { page } = await signedIn(browser, product.address, "administrator", { width, height: 740 });
    await page.goto(`${product.address}/workspace/co-quan`);
    await page.getByRole("button", { name: "Thêm cơ quan" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("textbox", { name: "Tên cơ quan" }).fill("Ủy ban nhân dân xã Thí Dụ");
    await dialog.getByRole("textbox", { name: "Ký hiệu" }).fill("UBND");
    await dialog.getByRole("textbox", { name: "Địa danh" }).fill(`Thí Dụ ${width}`);
    await dialog.getByRole("textbox", { name: "Họ và tên" }).fill("Người Quản Trị Mẫu");
    await dialog.getByRole("textbox", { name: "Thư điện tử" }).fill(`xa-${width}@mau.gandan.vn`);
    await isWell(page);
    await page.getByRole("button", { name: "Thêm và tạo đường dẫn" }).click();
    const link = await linkShown(page);
    await page.getByRole("button", { name: "Ủy ban nhân dân xã Thí Dụ" }).first().click();
    await isWell(page);

    const chief = await stranger(width);
    await setPassword(chief, link);
    await enter(chief, `xa-${width}@mau.gandan.vn`);
    await chief.getByRole("heading", { level: 1, name: "Việc của tôi" }).waitFor();
    for (const path of ["nguoi-dung", "ke-hoach", "noi-dung", "bao-cao"]) {
      await chief.goto(`${product.address}/workspace/${path}`, { waitUntil: "networkidle" });
      await chief.getByRole("heading", { level: 1 }).filter({ hasNotText: "Đang tải" }).waitFor();
      expect(await chief.locator("main").textContent()).not.toMatch(/Lê Thị Mẫu|Phòng Mẫu A/);
    }
    for (const open of [page, chief]) await open.context().close();
  });
});

test("a second factor is set up with a key, asked for at the next sign-in, and taken off with a reason and the password", async () => {
  await product.db.pool.query("delete from sign_in_failure");
  const { page } = await signedIn(browser, product.address, "finance", { width: 360, height: 740 });
  await page.goto(`${product.address}/workspace/tai-khoan`);
  await page.getByRole("button", { name: "Bật xác thực hai lớp" }).click();
  await page.getByLabel("Mật khẩu của bạn").fill("gan-dan-mau-2026");
  await page.keyboard.press("Enter");
  await page.getByRole("img", { name: "Mã QR" }).waitFor();
  await isWell(page);
  const key = (await page.getByText(/^([A-Z2-7]{4} )+[A-Z2-7]{1,4}$/).textContent()) ?? "";
  await page.getByLabel("Nhập mã đang hiện").fill(totpOf(key));
  await page.keyboard.press("Enter");
  await page
    .getByText(/^\w{4}-\w{4}-\w{4}$/)
    .first()
    .waitFor();
  expect(await page.getByText(/^\w{4}-\w{4}-\w{4}$/).count()).toBe(10);
  await isWell(page);
  await page.getByLabel("Tôi đã cất các mã").check();
  await page.getByRole("button", { name: "Xong" }).click();
  await page.getByText("Đang bật.").waitFor();

  const back = await stranger(360);
  await back.goto(`${product.address}/workspace/dang-nhap`);
  await enter(back, "finance@mau.gandan.vn", "gan-dan-mau-2026");
  await back.getByLabel("Mã xác thực").fill("khong-phai-ma");
  await isWell(back);
  await back.keyboard.press("Enter");
  await back.getByText("Mã không đúng").waitFor();
  await back.getByLabel("Mã xác thực").fill(totpOf(key, 1));
  await back.keyboard.press("Enter");
  await back.getByRole("heading", { level: 1, name: "Việc của tôi" }).waitFor();

  const { page: admin } = await signedIn(browser, product.address, "administrator");
  await admin.goto(`${product.address}/workspace/nguoi-dung`);
  await admin.getByRole("button", { name: "Đỗ Văn Mẫu" }).click();
  await admin.getByRole("button", { name: "Gỡ xác thực hai lớp" }).click();
  await admin.getByRole("textbox", { name: "Lý do" }).fill("Mất điện thoại");
  // As if the administrator had signed in long ago: the act asks who is there, and then goes on.
  await product.db.pool.query("update auth_session set confirmed_at = now() - interval '1 hour'");
  await isWell(admin);
  await admin
    .getByRole("dialog", { name: /Gỡ xác thực/ })
    .getByRole("button", { name: "Gỡ xác thực hai lớp" })
    .click();
  const proof = admin.getByRole("dialog", { name: "Xác nhận đúng là bạn" });
  await proof.getByLabel(/^Mật khẩu, hoặc mã/).fill("gan-dan-mau-2026");
  await isWell(admin);
  await admin.keyboard.press("Enter");
  await admin.getByText("Đã gỡ xác thực hai lớp").waitFor();
  for (const open of [page, back, admin]) await open.context().close();
});

test("a passkey is added, signs in without a password, and no more once it is removed", async () => {
  // Passkeys are bound to a name; an address in numbers has none.
  const home = product.address.replace("127.0.0.1", "localhost");
  const { page, context } = await signedIn(browser, home, "office", { width: 360, height: 740 });
  const device = await context.newCDPSession(page);
  await device.send("WebAuthn.enable");
  await device.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await page.goto(`${home}/workspace/tai-khoan`);
  await page.getByRole("button", { name: "Thêm khóa truy cập" }).click();
  await page.getByLabel("Mật khẩu của bạn").fill("gan-dan-mau-2026");
  await page.keyboard.press("Enter");
  await page.getByLabel("Tên để nhận ra máy này").fill("Máy ở phòng");
  await isWell(page);
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Gỡ Máy ở phòng" }).waitFor();
  await isWell(page);

  await context.clearCookies();
  await page.goto(`${home}/workspace/dang-nhap`);
  await page.getByRole("button", { name: "Dùng khóa truy cập" }).click();
  await page.getByRole("heading", { level: 1, name: "Việc của tôi" }).waitFor();
  await page.goto(`${home}/workspace/tai-khoan`);
  await page.getByRole("button", { name: "Gỡ Máy ở phòng" }).click();
  await page.getByRole("button", { name: "Gỡ khóa", exact: true }).click();
  await page.getByText("Đã gỡ khóa truy cập").waitFor();
  await context.clearCookies();
  await page.goto(`${home}/workspace/dang-nhap`);
  await page.getByRole("button", { name: "Dùng khóa truy cập" }).click();
  await page.getByText("Khóa truy cập này không đăng nhập được.").waitFor();
  await isWell(page);
  const { rows } = await product.db.pool.query(
    "select act, after->>'secondFactor' as by from audit_entry a join person p on p.id::text = a.object_id where p.email = 'office@mau.gandan.vn' and (act like '%passkey' or after->>'secondFactor' is not null) order by a.at, a.id",
  );
  expect(rows).toEqual([
    { act: "add-passkey", by: null },
    { act: "sign-in", by: "khóa truy cập" },
    { act: "remove-passkey", by: null },
  ]);
  await context.close();
});
