import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Hono } from "hono";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { readConfig } from "#platform/config/config.ts";
import { isInside, OutgoingRefused, outgoingFetch } from "#platform/http/outgoing.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { callerOf } from "../actor-of.ts";
import { organizationApi, people } from "../organization.fixture.ts";
import { SAMPLE_AGENCY_ID, SAMPLE_PASSWORD, sampleEmail, samplePersonId } from "../seed.ts";
import { signInRoutes } from "../sign-in.ts";
import { totpOf } from "../totp.fixture.ts";
import {
  CLIENT,
  type CookiesThere,
  type ProviderThere,
  providerThere,
  signOutThere,
  travel,
} from "./oidc-provider.fixture.ts";
import { providersFrom } from "./provider-queries.ts";

let db: TestDatabase;
let there: ProviderThere;
const app = new Hono();
const call = organizationApi(() => db.database);
const { administrator, auditor } = people;
const BACK = "http://localhost/api/auth/provider/callback";
const SIGNED_OUT = "http://localhost/api/auth/provider/signed-out";
const config = readConfig({
  GANDAN_DATA: mkdtempSync(join(tmpdir(), "gandan-provider-")),
  GANDAN_SAMPLE: "on",
  OIDC_ALLOW_HOSTS: "127.0.0.1",
});
const fields = () => ({
  name: "Đăng nhập của tỉnh",
  issuer: there.issuer,
  clientId: CLIENT.id,
  secret: CLIENT.secret as string | null,
  domains: ["mau.gandan.vn"],
  twoFactorValues: ["mfa"],
  active: true,
});
const set = (change: object = {}) =>
  call(administrator, "PUT", "/agency/sign-in-provider", { ...fields(), ...change });

beforeAll(async () => {
  db = await testDatabase("sample");
  providersFrom(config);
  signInRoutes(app, db.database, config);
  there = await providerThere(BACK, SIGNED_OUT);
  // Another agency, with a person of its own.
  const other = "01970000-0000-7000-8000-0000000900ff";
  await db.pool.query(
    `insert into agency (id, kind, name, symbol, place, slug) values ($1, 'department', 'Sở khác', 'SK', 'Bắc Ninh', 'so-khac')`,
    [other],
  );
  await db.pool.query(
    `with u as (insert into auth_user (id, name, email, email_verified) values ('u-khac', 'Người Khác', 'nguoi-khac@mau.gandan.vn', true) returning id)
     insert into person (id, agency_id, name, email, user_id) select '01970000-0000-7000-8000-0000000900fe', $1, 'Người Khác', 'nguoi-khac@mau.gandan.vn', id from u`,
    [other],
  );
});
afterAll(() => {
  providersFrom(readConfig({}));
  return there.close();
});
beforeEach(async () => {
  there.forge = null;
  there.accounts = Object.fromEntries(
    ["editor", "office", "finance", "head", "nguoi-khac", "khong-co"].map((who) => [
      who,
      { email: `${who}@mau.gandan.vn`, email_verified: true },
    ]),
  );
  await set();
});

async function post(path: string, json: object, cookie = "") {
  const answer = await app.request(`/api/auth/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", cookie },
    body: JSON.stringify(json),
  });
  const given = answer.headers.getSetCookie().filter((line) => !line.includes("Max-Age=0"));
  return {
    status: answer.status,
    json: await answer.json(),
    cookie: given.map((line) => line.split(";")[0]).join("; "),
  };
}
const leave = (json: object = {}, cookie = "") =>
  post("provider/leave", { key: SAMPLE_AGENCY_ID, ...json }, cookie);

/** Comes back from the provider: where the browser is sent, and the cookies that it is given. */
async function comeBack(url: URL, cookie: string) {
  const answer = await app.request(`${url.pathname}${url.search}`, { headers: { cookie } });
  const given = answer.headers.getSetCookie().filter((line) => !line.includes("Max-Age=0"));
  return { to: answer.headers.get("location"), cookie: given.map((line) => line.split(";")[0]).join("; ") };
}
async function enter(who: string, cookiesThere?: CookiesThere) {
  there.who = who;
  const { json, cookie } = await leave();
  return comeBack(await travel(json.url, BACK, cookiesThere), cookie);
}
const who = async (cookie: string) => callerOf(db.database, new Headers({ cookie }));
const actsOf = async (email: string) =>
  (
    await db.pool.query<{ act: string }>("select act from audit_entry where object_id = $1 order by at, id", [
      samplePersonId(email),
    ])
  ).rows.map(({ act }) => act);

describe("signing in by a provider", () => {
  test("lets in a person who exists by the address that the provider verified, and links the two", async () => {
    expect((await post("provider/buttons", {})).json).toEqual({
      providers: [{ key: SAMPLE_AGENCY_ID, name: "Đăng nhập của tỉnh" }],
    });
    const { to, cookie } = await enter("editor");
    expect(to).toBe("/workspace/");
    expect(await who(cookie)).toMatchObject({ personId: samplePersonId("editor") });
    expect(await actsOf("editor")).toEqual(["link-provider", "sign-in"]);
    // Known by the account there from now on, whatever address it has.
    there.accounts.editor = { email: "doi-roi@noi-khac.vn", email_verified: false };
    expect((await enter("editor")).to).toBe("/workspace/");
  });

  test.each([
    ["office", { email_verified: false }, "chua-xac-minh"],
    ["office", { email: undefined }, "chua-xac-minh"],
    ["office", { email: "office@noi-khac.vn" }, "ngoai-ten-mien"],
    ["khong-co", {}, "khong-co-nguoi"],
    ["nguoi-khac", {}, "khong-co-nguoi"],
  ])("lets nobody in, and makes no account: %s %j", async (account, change, why) => {
    there.accounts[account] = { ...there.accounts[account], ...change };
    const people = await db.pool.query("select count(*) from auth_user");
    const { to, cookie } = await enter(account);
    expect(to).toBe(`/workspace/dang-nhap?loi=${why}`);
    expect(cookie).toBe("");
    expect((await db.pool.query("select count(*) from auth_user")).rows).toEqual(people.rows);
  });

  test("tells who is disabled, and writes it down", async () => {
    await db.pool.query("update person set active = false where id = $1", [samplePersonId("head")]);
    expect(await enter("head")).toEqual({ to: "/workspace/dang-nhap?loi=ngung-dung", cookie: "" });
    // Both within one millisecond stand in either order.
    expect((await actsOf("head")).toSorted()).toEqual(["fail-sign-in", "link-provider"]);
  });

  test("believes no answer that was not asked for in this browser, and none twice", async () => {
    there.who = "office";
    const { json, cookie } = await leave();
    const url = await travel(json.url, BACK);
    const late = "/workspace/dang-nhap?loi=qua-han";
    expect((await comeBack(url, "")).to).toBe(late);
    expect((await comeBack(url, (await leave()).cookie)).to).toBe(late);
    expect((await comeBack(url, cookie)).to).toBe("/workspace/");
    expect((await comeBack(url, cookie)).to).toBe(late);
    // The code of one journey in another: the provider itself refuses it.
    const again = await leave();
    const mixed = new URL(url);
    mixed.searchParams.set("state", new URL(again.json.url).searchParams.get("state")!);
    expect((await comeBack(mixed, again.cookie)).to).toBe(late);
    const refused = await leave();
    const denied = new URL(BACK);
    denied.search = `?error=access_denied&state=${new URL(refused.json.url).searchParams.get("state")}&iss=${encodeURIComponent(there.issuer)}`;
    expect((await comeBack(denied, refused.cookie)).to).toBe("/workspace/dang-nhap?loi=tu-choi");
    const elsewhere = await leave();
    const wrongIssuer = await travel(elsewhere.json.url, BACK);
    wrongIssuer.searchParams.set("iss", "https://noi-khac.example.vn");
    expect((await comeBack(wrongIssuer, elsewhere.cookie)).to).toBe(
      "/workspace/dang-nhap?loi=khong-tin-duoc",
    );
  });

  test("believes no identity token with a wrong nonce, issuer, audience, time or signature", async () => {
    there.who = "office";
    const now = Math.floor(Date.now() / 1000);
    const stranger = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey;
    const forged = async (change: object, key?: typeof stranger) => {
      const { json, cookie } = await leave();
      const nonce = new URL(json.url).searchParams.get("nonce");
      const claims = {
        iss: there.issuer,
        aud: CLIENT.id,
        sub: "office",
        nonce,
        iat: now,
        exp: now + 60,
        ...there.accounts.office,
      };
      const url = await travel(json.url, BACK);
      there.forge = (sign) => sign({ ...claims, ...change }, key);
      const { to } = await comeBack(url, cookie);
      there.forge = null;
      return to;
    };
    const untrusted = "/workspace/dang-nhap?loi=khong-tin-duoc";
    expect(await forged({})).toBe("/workspace/");
    expect(await forged({ nonce: "khac" })).toBe(untrusted);
    expect(await forged({ iss: "https://noi-khac.example.vn" })).toBe(untrusted);
    expect(await forged({ aud: "ung-dung-khac" })).toBe(untrusted);
    expect(await forged({ iat: now - 900, exp: now - 600 })).toBe(untrusted);
    expect(await forged({}, stranger)).toBe(untrusted);
  });

  test("ends the session there too when one signs out, and comes back to the door", async () => {
    const cookiesThere: CookiesThere = new Map();
    const { cookie } = await enter("editor", cookiesThere);
    // The provider still knows who came: whoever else wants in from this browser is taken for the same.
    const again = await enter("office", cookiesThere);
    expect(await who(again.cookie)).toMatchObject({ personId: samplePersonId("editor") });
    const { json } = await post("sign-out", {}, cookie);
    expect(await who(cookie)).toBeNull();
    expect(new URL(json.url).searchParams.get("id_token_hint")).toBeTruthy();
    const back = await signOutThere(json.url, cookiesThere);
    expect(back).toBe(SIGNED_OUT);
    const door = await app.request(new URL(back!).pathname);
    expect(door.headers.get("location")).toBe("/workspace/dang-nhap?ra=ca-hai");
    const other = await enter("office", cookiesThere);
    expect(await who(other.cookie)).toMatchObject({ personId: samplePersonId("office") });
    // The token that was shown stands in the database only encrypted, and goes with the session.
    const { rows } = await db.pool.query(
      "select provider_key, sealed_id_token from auth_session where provider_key is not null",
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const { sealed_id_token } of rows) expect(sealed_id_token).not.toContain("eyJ");
  });

  test("signs out here also where the provider is gone, and says that it is open there", async () => {
    const { cookie } = await enter("editor");
    await db.pool.query("update sign_in_provider set issuer = 'http://127.0.0.1:9'");
    expect((await post("sign-out", {}, cookie)).json).toEqual({ ok: true, openThere: true });
    expect(await who(cookie)).toBeNull();
  });

  test("asks for the code of a second factor unless the provider is trusted to have asked", async () => {
    const { cookie } = await post("sign-in", { email: sampleEmail("finance"), password: SAMPLE_PASSWORD });
    const { json } = await post("second-factor/begin", { password: SAMPLE_PASSWORD }, cookie);
    await post("second-factor/confirm", { code: totpOf(json.key) }, cookie);
    const half = await enter("finance");
    expect(half.to).toBe("/workspace/dang-nhap?buoc=ma&tiep=%2F");
    expect(await who(half.cookie)).toBeNull();
    const whole = await post("second-step", { code: totpOf(json.key, 1) }, half.cookie);
    expect(await who(whole.cookie)).toMatchObject({ personId: samplePersonId("finance") });
    there.forge = (sign) => {
      const now = Math.floor(Date.now() / 1000);
      return sign({
        iss: there.issuer,
        aud: CLIENT.id,
        sub: "finance",
        nonce,
        iat: now,
        exp: now + 60,
        email: "x",
        amr: ["pwd", "mfa"],
      });
    };
    const left = await leave();
    const nonce = new URL(left.json.url).searchParams.get("nonce");
    const trusted = await comeBack(await travel(left.json.url, BACK), left.cookie);
    expect(await who(trusted.cookie)).toMatchObject({ personId: samplePersonId("finance") });
    const { rows } = await db.pool.query(
      "select distinct signed_in_by from auth_session where signed_in_by like 'provider%' and user_id = (select user_id from person where id = $1)",
      [samplePersonId("finance")],
    );
    expect(rows).toEqual([{ signed_in_by: "provider-and-factor" }]);
  });

  test("is taken off by oneself, and comes back only from within", async () => {
    const { cookie } = await enter("office");
    const me = (await who(cookie))!;
    const { json } = await call(me, "GET", "/me/provider-links");
    expect(json).toMatchObject({ links: [{ issuer: there.issuer, name: "Đăng nhập của tỉnh" }], open: [] });
    const removed = await call(me, "POST", "/me/provider-links/remove", { issuer: there.issuer });
    expect(removed.json).toMatchObject({ links: [], open: [{ key: SAMPLE_AGENCY_ID }] });
    expect((await enter("office")).to).toBe("/workspace/dang-nhap?loi=da-go");
    const link = async (account: string) => {
      there.who = account;
      const left = await leave({ link: true }, cookie);
      return (await comeBack(await travel(left.json.url, BACK), left.cookie)).to;
    };
    expect(await link("khong-co")).toBe("/workspace/tai-khoan?loi=khong-khop");
    expect(await link("editor")).toBe("/workspace/tai-khoan?loi=khong-khop");
    expect(await link("office")).toBe("/workspace/tai-khoan");
    expect((await enter("office")).to).toBe("/workspace/");
  });
});

describe("setting a provider up", () => {
  test("is the administrator's, keeps the secret encrypted and out of the audit, and is tried out", async () => {
    expect((await call(auditor, "PUT", "/agency/sign-in-provider", fields())).status).toBe(403);
    expect((await set({ secret: null, name: "Tên mới" })).json.provider).toEqual({
      ...fields(),
      secret: undefined,
      name: "Tên mới",
    });
    const { rows } = await db.pool.query(
      "select (select string_agg(a::text, '') from audit_entry a) || (select string_agg(p::text, '') from sign_in_provider p) as text",
    );
    expect(rows[0].text).not.toContain(CLIENT.secret);
    const trial = (change: object = {}) =>
      call(administrator, "POST", "/agency/sign-in-provider/trial", {
        issuer: there.issuer,
        clientId: CLIENT.id,
        secret: null,
        ...change,
      });
    const all = (await trial()).json.findings;
    expect(all.every(({ ok }: { ok: boolean }) => ok)).toBe(true);
    expect(all).toHaveLength(4);
    expect((await trial({ secret: "sai" })).json.findings.at(-1)).toEqual({
      ok: false,
      text: "Mã ứng dụng hoặc mã bí mật không đúng.",
    });
    expect((await trial({ issuer: `${there.issuer}/khong-co` })).json.findings[0].text).toContain(
      "bản mô tả",
    );
    expect((await trial({ issuer: "https://10.0.0.1" })).json.findings[0].text).toContain("mạng nội bộ");
    expect((await trial({ issuer: "http://127.0.0.1:1" })).json.findings[0].text).toContain(
      "không nhận kết nối",
    );
  });

  test("tells in words that it does not answer, and is gone once it is switched off", async () => {
    await set({ issuer: "http://127.0.0.1:1" });
    expect(await leave()).toMatchObject({
      status: 502,
      json: { message: expect.stringContaining("không trả lời") },
    });
    await set({ active: false });
    expect((await leave()).status).toBe(404);
    await call(administrator, "POST", "/agency/sign-in-provider/remove");
    expect((await post("provider/buttons", {})).json.providers).toEqual([]);
  });
});

describe("a call that goes out", () => {
  test("reaches no address inside, however it is written, and nothing without TLS", async () => {
    for (const address of [
      "127.0.0.1",
      "10.1.2.3",
      "169.254.169.254",
      "::1",
      "::ffff:192.168.0.1",
      "fd00::1",
      "0.0.0.0",
    ])
      expect(isInside(address)).toBe(true);
    expect([isInside("203.0.113.7"), isInside("2001:4860::1")]).toEqual([false, false]);
    const call = outgoingFetch([]);
    for (const url of [
      "https://127.1/",
      "https://[::1]/",
      "https://0x7f000001/",
      "http://example.gov.vn/",
      "https://localhost/",
    ])
      await expect(call(url, {})).rejects.toThrow(OutgoingRefused);
  });
});
