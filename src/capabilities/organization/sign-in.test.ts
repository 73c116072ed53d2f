import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { Hono } from "hono";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { Conflict } from "#platform/auth/policy.ts";
import { readConfig } from "#platform/config/config.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { work } from "#platform/work/work.ts";
import { actorOf } from "./actor-of.ts";
import { appointPerson } from "./appoint-person.ts";
import { endAppointment } from "./end-appointment.ts";
import { askOfPasswords } from "./passwords/password-rule-queries.ts";
import { recoverPerson } from "./recover-person.ts";
import { SAMPLE_PASSWORD, sampleEmail, samplePersonId } from "./seed.ts";
import { setPersonActive } from "./set-person-active.ts";
import { signInRoutes } from "./sign-in.ts";

let db: TestDatabase;
const folder = mkdtempSync(join(tmpdir(), "gandan-sign-in-"));

const siteWith = (env: Record<string, string>) => {
  const app = new Hono();
  signInRoutes(app, db.database, readConfig({ GANDAN_DATA: folder, ...env }));
  return app;
};
const post = (app: Hono, path: string, json: unknown, headers: Record<string, string> = {}) =>
  app.request(`/api/auth/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(json),
  });
const signIn = (app: Hono, email: string, password = SAMPLE_PASSWORD, headers = {}) =>
  post(app, "sign-in", { email: sampleEmail(email), password }, headers);
const cookieOf = (answer: Response) => answer.headers.get("set-cookie")?.split(";")[0] ?? "";
const who = (cookie: string) => actorOf(db.database, new Headers({ cookie }));

beforeAll(async () => {
  // Passwords are changed back and forth here.
  askOfPasswords(readConfig({ GANDAN_PASSWORD_REMEMBERED: "0" }));
  db = await testDatabase("sample");
});
// Files share what a process was told at its start.
afterAll(() => askOfPasswords(readConfig({})));
beforeEach(async () => {
  await db.database.execute(sql`delete from sign_in_failure`);
});

describe("signing in", () => {
  test("gives a session that knows the person's appointments", async () => {
    const answer = await signIn(siteWith({}), "editor");
    expect(answer.status).toBe(200);
    expect(answer.headers.get("set-cookie")).toMatch(/HttpOnly.*SameSite=Strict/i);
    expect(await who(cookieOf(answer))).toMatchObject({
      personId: samplePersonId("editor"),
      appointments: [{ role: "editor" }],
    });
  });

  test("answers the same for a wrong password and for an unknown address", async () => {
    const app = siteWith({});
    const wrong = await signIn(app, "editor", "sai-mat-khau-roi");
    const unknown = await signIn(app, "khong-co", "sai-mat-khau-roi");
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    expect(await wrong.json()).toEqual(await unknown.json());
  });

  test("locks an account after five failures, for the right password too, and says for how long", async () => {
    const app = siteWith({});
    for (let attempt = 0; attempt < 5; attempt += 1) await signIn(app, "office", "sai-mat-khau-roi");
    const locked = await signIn(app, "office");
    expect(locked.status).toBe(429);
    expect(await locked.json()).toMatchObject({ message: expect.stringMatching(/sau 1[45] phút/) });
    // The audit has each wrong password with its address, and not what was refused while the lock lasts.
    const { rows } = await db.database.execute(
      sql`select after->>'address' as address, after->'lockedUntil' is not null as locked from audit_entry
        where act = 'fail-sign-in' and object_id = ${samplePersonId("office")} order by id`,
    );
    expect(rows).toEqual(
      [false, false, false, false, true].map((isLocked) => ({ address: "127.0.0.1", locked: isLocked })),
    );
    expect((await signIn(app, "editor")).status).toBe(200);
  });

  test("says what to do after each wrong password: how many tries are left, and at the last that it is locked", async () => {
    const app = siteWith({});
    const advices: string[] = [];
    for (let attempt = 0; attempt < 5; attempt += 1)
      advices.push((await (await signIn(app, "office", "sai-mat-khau-roi")).json()).advice);
    expect(advices.map((advice) => /Còn \d|tạm khóa 15 phút\. Quên/.exec(advice)?.[0] ?? null)).toEqual([
      null,
      null,
      "Còn 2",
      "Còn 1",
      "tạm khóa 15 phút. Quên",
    ]);
  });

  test("from an address where many accounts were tried is locked for all, and says that it is the address", async () => {
    const app = siteWith({});
    const { headers } = await signIn(app, "khong-co", "sai-mat-khau-roi");
    expect(headers.get("set-cookie")).toBeNull();
    await db.database.execute(sql`
      insert into sign_in_failure (id, email, address)
      select gen_random_uuid(), email || n, address from sign_in_failure, generate_series(1, 19) as n`);
    const locked = await signIn(app, "editor");
    expect([locked.status, (await locked.json()).message]).toEqual([
      429,
      expect.stringContaining("Từ mạng này"),
    ]);
    // Asking for a recovery link is counted by itself.
    expect((await post(app, "forgotten-password", { email: sampleEmail("editor") })).status).toBe(200);
  });

  test("guessed many times at once gets no more tries than guesses one after the other", async () => {
    const app = siteWith({});
    const guesses = Array.from({ length: 20 }, () => signIn(app, "finance", "sai-mat-khau-roi"));
    const statuses = (await Promise.all([...guesses, signIn(app, "finance")])).map(({ status }) => status);
    expect(statuses.filter((status) => status === 401).length).toBeLessThanOrEqual(5);
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThanOrEqual(15);
  });

  test("with a sample account is refused when sample mode is off", async () => {
    expect((await signIn(siteWith({ GANDAN_SAMPLE: "off" }), "editor")).status).toBe(403);
  });

  test("with a sample account is refused from another machine unless sample mode was switched on by hand", async () => {
    const forwarded = { "x-forwarded-for": "203.0.113.9" };
    expect(
      (await signIn(siteWith({ GANDAN_TRUST_PROXY: "on" }), "editor", undefined, forwarded)).status,
    ).toBe(403);
    const byHand = siteWith({ GANDAN_TRUST_PROXY: "on", GANDAN_SAMPLE: "on" });
    expect((await signIn(byHand, "editor", undefined, forwarded)).status).toBe(200);
  });
});

describe("a cookie", () => {
  const password = "mot-cau-rat-dai-va-rieng";
  const cookiesOf = (answer: Response) => answer.headers.getSetCookie();

  /** Every answer that sets a cookie: sign-in, change of password, sign-out, sign-out everywhere. */
  async function everyCookie(app: Hono, base: string, headers: Record<string, string> = {}) {
    const call = (path: string, json: unknown, cookie = "") =>
      app.request(`${base}/api/auth/${path}`, {
        method: "POST",
        headers: { "content-type": "application/json", ...headers, ...(cookie && { cookie }) },
        body: JSON.stringify(json),
      });
    const enter = () => call("sign-in", { email: sampleEmail("editor"), password: SAMPLE_PASSWORD });
    const [one, two, three] = [await enter(), await enter(), await enter()];
    const changed = await call("change-password", { current: SAMPLE_PASSWORD, password }, cookieOf(one));
    const back = { current: password, password: SAMPLE_PASSWORD };
    const restored = await call("change-password", back, cookieOf(changed));
    const left = await call("sign-out", {}, cookieOf(restored));
    const everywhere = await call("sign-out-everywhere", {}, cookieOf(await enter()));
    const answers = [one, two, three, changed, restored, left, everywhere];
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    const lines = answers.map(cookiesOf);
    expect(lines.every((set) => set.length > 0)).toBe(true);
    return lines.flat();
  }

  test("over TLS is secure and of this host alone, with the configured address or without", async () => {
    const proxied = { "x-forwarded-proto": "https", "x-forwarded-host": "so.mau.gandan.vn" };
    const overTls = [
      ...(await everyCookie(siteWith({}), "https://so.mau.gandan.vn")),
      ...(await everyCookie(siteWith({ GANDAN_TRUST_PROXY: "on" }), "http://127.0.0.1:3000", proxied)),
      ...(await everyCookie(
        siteWith({ GANDAN_BASE_URL: "https://so.mau.gandan.vn" }),
        "http://127.0.0.1:3000",
      )),
    ];
    for (const line of overTls) expect(line).toMatch(/; Path=\/;.*HttpOnly; SameSite=Strict; Secure$/);
    const given = overTls.filter((line) => !line.includes("Max-Age=0"));
    for (const line of given) expect(line).toMatch(/^__Host-gandan\.session=[^;]+; /);
  });

  test("without TLS is not, and a forwarded header counts only behind a trusted proxy", async () => {
    const untrusted = { "x-forwarded-proto": "https" };
    const plain = [
      ...(await everyCookie(siteWith({}), "http://127.0.0.1:3000")),
      ...(await everyCookie(siteWith({}), "http://127.0.0.1:3000", untrusted)),
    ];
    for (const line of plain) expect(line).toMatch(/^gandan\.session=.*HttpOnly; SameSite=Strict$/);
  });

  test("of the host is believed before one that an unencrypted answer could have planted", async () => {
    const app = siteWith({});
    const planted = cookieOf(await signIn(app, "auditor"));
    const own = cookieOf(await signIn(app, "editor")).replace("gandan", "__Host-gandan");
    expect(await who(`${planted}; ${own}`)).toMatchObject({ personId: samplePersonId("editor") });
  });
});

describe("a session", () => {
  test("ends on sign-out", async () => {
    const app = siteWith({});
    const cookie = cookieOf(await signIn(app, "head"));
    await post(app, "sign-out", {}, { cookie });
    expect(await who(cookie)).toBeNull();
  });

  test("ends everywhere when one asks for that", async () => {
    const app = siteWith({});
    const [one, two] = [cookieOf(await signIn(app, "head")), cookieOf(await signIn(app, "head"))];
    await post(app, "sign-out-everywhere", {}, { cookie: one });
    expect([await who(one), await who(two)]).toEqual([null, null]);
  });

  test("is over when it was not used for half an hour, and lives on while it is used", async () => {
    const cookie = cookieOf(await signIn(siteWith({}), "finance"));
    await db.database.execute(sql`update auth_session set last_seen_at = now() - interval '29 minutes'`);
    expect(await who(cookie)).not.toBeNull();
    await db.database.execute(
      sql`update auth_session set last_seen_at = last_seen_at - interval '29 minutes'`,
    );
    expect(await who(cookie)).not.toBeNull();
    await db.database.execute(sql`update auth_session set last_seen_at = now() - interval '31 minutes'`);
    expect(await who(cookie)).toBeNull();
  });

  test("ends at once when the person is locked out", async () => {
    const app = siteWith({});
    const cookie = cookieOf(await signIn(app, "contributor"));
    const administrator = (await who(cookieOf(await signIn(app, "administrator"))))!;
    const person = { id: samplePersonId("contributor") };
    await work(db.database, administrator, (w) => setPersonActive(w, { ...person, active: false }));
    expect(await who(cookie)).toBeNull();
    // Only who knows the password is told why.
    expect((await signIn(app, "contributor")).status).toBe(403);
    expect((await signIn(app, "contributor", "sai-mat-khau-roi")).status).toBe(401);
    await work(db.database, administrator, (w) => setPersonActive(w, { ...person, active: true }));
  });

  test("carries no role of an appointment that has ended or not begun", async () => {
    const cookie = cookieOf(await signIn(siteWith({}), "leadership"));
    const id = samplePersonId("leadership");
    await db.database.execute(
      sql`update appointment set to_date = (now() at time zone 'Asia/Ho_Chi_Minh')::date - 1 where person_id = ${id}`,
    );
    expect(await who(cookie)).toMatchObject({ appointments: [] });
    await db.database.execute(
      sql`update appointment set to_date = null, from_date = (now() at time zone 'Asia/Ho_Chi_Minh')::date + 1 where person_id = ${id}`,
    );
    expect(await who(cookie)).toMatchObject({ appointments: [] });
  });
});

describe("the last administrator", () => {
  test("cannot be ended tomorrow, nor replaced by somebody who begins later", async () => {
    const administrator = (await who(cookieOf(await signIn(siteWith({}), "administrator"))))!;
    const { rows } = await db.pool.query(
      "select id from appointment where role = 'administrator' and to_date is null",
    );
    await work(db.database, administrator, (w) =>
      appointPerson(w, {
        id: samplePersonId("office"),
        role: "administrator",
        unitId: null,
        fromDate: "2099-01-01",
        toDate: null,
      }),
    );
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
    await expect(
      work(db.database, administrator, (w) => endAppointment(w, { id: rows[0].id, on: tomorrow })),
    ).rejects.toThrow(Conflict);
    await expect(
      work(db.database, administrator, (w) =>
        setPersonActive(w, { id: administrator.personId, active: false }),
      ),
    ).rejects.toThrow(Conflict);
  });
});

test("a session cookie that is no text is nobody's", async () => {
  expect(await who("gandan.session=%E0%A4%A")).toBeNull();
});

describe("recovering an account", () => {
  const recover = async (email: string) => {
    const administrator = (await who(cookieOf(await signIn(siteWith({}), "administrator"))))!;
    return work(db.database, administrator, (w) => recoverPerson(w, { id: samplePersonId(email) }));
  };

  test("by the administrator's link works once, and ends the old sessions", async () => {
    const app = siteWith({});
    const old = cookieOf(await signIn(app, "editor2"));
    const token = await recover("editor2");
    const fresh = { token, password: "mot-cau-rat-dai-va-rieng" };
    expect((await post(app, "reset-password", fresh)).status).toBe(200);
    expect((await post(app, "reset-password", fresh)).status).toBe(410);
    expect(await who(old)).toBeNull();
    expect((await signIn(app, "editor2", fresh.password)).status).toBe(200);
    expect((await signIn(app, "editor2")).status).toBe(401);
  });

  test("by a link works while wrong passwords lock the account, and lifts the lock", async () => {
    const app = siteWith({});
    const token = await recover("office");
    for (let attempt = 0; attempt < 6; attempt += 1) await signIn(app, "office", "sai-mat-khau-roi");
    expect((await signIn(app, "office")).status).toBe(429);
    expect((await post(app, "forgotten-password", { email: sampleEmail("office") })).status).toBe(200);
    const password = "mot-cau-rat-dai-va-rieng";
    expect((await post(app, "reset-password", { token, password })).status).toBe(200);
    expect((await signIn(app, "office", password)).status).toBe(200);
    const { rows } = await db.pool.query(
      "select before->>'lockedUntil' is not null as told from audit_entry where act = 'reset-password' and object_id = $1",
      [samplePersonId("office")],
    );
    expect(rows).toEqual([{ told: true }]);
  });

  test("by a link that is not valid lifts nothing", async () => {
    const app = siteWith({});
    for (let attempt = 0; attempt < 5; attempt += 1) await signIn(app, "head", "sai-mat-khau-roi");
    const guess = { token: "khong-co-that", password: "mot-cau-rat-dai-va-rieng" };
    expect((await post(app, "reset-password", guess)).status).toBe(410);
    expect((await signIn(app, "head")).status).toBe(429);
  });

  test("makes every older link useless, and is recorded", async () => {
    const app = siteWith({});
    const [older, newer] = [await recover("head"), await recover("head")];
    const password = "mot-cau-rat-dai-va-rieng";
    expect((await post(app, "reset-password", { token: older, password })).status).toBe(410);
    expect((await post(app, "reset-password", { token: newer, password })).status).toBe(200);
    const { rows } = await db.pool.query("select act from audit_entry where act = 'reset-password'");
    expect(rows.length).toBeGreaterThan(0);
  });

  test("by mail never leads to an address that the request named", async () => {
    expect(() => siteWith({ SMTP_URL: "smtp://127.0.0.1:1" })).toThrow("GANDAN_BASE_URL");
  });

  test("by an expired link is refused", async () => {
    const token = await recover("auditor");
    await db.database.execute(sql`update auth_verification set expires_at = now() - interval '1 second'`);
    const answer = await post(siteWith({}), "reset-password", {
      token,
      password: "mot-cau-rat-dai-va-rieng",
    });
    expect(answer.status).toBe(410);
  });

  test("refuses a password that is easy to guess, and keeps the link", async () => {
    const token = await recover("auditor");
    const app = siteWith({});
    expect((await post(app, "reset-password", { token, password: "matkhau123" })).status).toBe(422);
    expect((await post(app, "reset-password", { token, password: "mot-cau-rat-dai-va-rieng" })).status).toBe(
      200,
    );
  });

  test("answers the same whether the address has an account or not", async () => {
    const app = siteWith({});
    const answers = await Promise.all(
      ["editor", "khong-co"].map((email) => post(app, "forgotten-password", { email: sampleEmail(email) })),
    );
    const [known, unknown] = await Promise.all(answers.map((answer) => answer.text()));
    expect(known).toBe(unknown);
  });
});
