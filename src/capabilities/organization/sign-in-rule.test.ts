import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Hono } from "hono";
import { beforeAll, describe, expect, test } from "vitest";
import { today } from "#platform/clock/vietnam-time.ts";
import { readConfig } from "#platform/config/config.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { actorOf, callerOf } from "./actor-of.ts";
import { organizationApi, people } from "./organization.fixture.ts";
import { SAMPLE_PASSWORD, sampleEmail } from "./seed.ts";
import { signInRoutes } from "./sign-in.ts";
import { totpOf } from "./totp.fixture.ts";

let db: TestDatabase;
const app = new Hono();
const call = organizationApi(() => db.database);
const { administrator, auditor } = people;
beforeAll(async () => {
  db = await testDatabase("sample");
  const data = mkdtempSync(join(tmpdir(), "gandan-sign-in-rule-"));
  signInRoutes(app, db.database, readConfig({ GANDAN_DATA: data, GANDAN_SAMPLE: "on" }));
});

const post = async (path: string, json: object, cookie = "") => {
  const answer = await app.request(`/api/auth/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", cookie },
    body: JSON.stringify(json),
  });
  return {
    status: answer.status,
    json: await answer.json(),
    cookie: answer.headers.get("set-cookie")?.split(";")[0] ?? "",
  };
};
const password = { password: SAMPLE_PASSWORD };
const signIn = async (who: string) =>
  (await post("sign-in", { email: sampleEmail(who), ...password })).cookie;
/** Calls as whoever the cookie names. */
const callWith = async (cookie: string, path: string) =>
  call(await callerOf(db.database, new Headers({ cookie })), "GET", path);
const rule = (secondFactorRoles: string[], secondFactorFrom: string | null) =>
  call(administrator, "PUT", "/agency/sign-in-rule", { secondFactorRoles, secondFactorFrom });

describe("the agency's rule of signing in", () => {
  test("asks nothing of anybody until an administrator sets it", async () => {
    expect((await call(administrator, "GET", "/agency/sign-in-rule")).json).toEqual({
      secondFactorRoles: [],
      secondFactorFrom: null,
    });
    expect((await callWith(await signIn("editor"), "/me")).json.secondFactor).toBeNull();
    expect((await call(auditor, "PUT", "/agency/sign-in-rule", {})).status).toBe(403);
    expect((await rule(["editor"], null)).json.data.issues).toEqual([
      { field: "secondFactorFrom", message: "Hãy chọn ngày bắt đầu bắt buộc." },
    ]);
  });

  test("tells people of the roles until its day, and from that day holds them until it is set up", async () => {
    const cookie = await signIn("editor");
    const tomorrow = today().add({ days: 1 }).toString();
    expect((await rule(["editor", "head"], tomorrow)).status).toBe(200);
    expect((await callWith(cookie, "/me")).json.secondFactor).toEqual({
      from: tomorrow,
      overdue: false,
      passkeys: false,
    });
    expect((await callWith(cookie, "/people")).status).toBe(200);

    await rule(["editor", "head"], today().toString());
    expect((await callWith(cookie, "/me")).json.secondFactor).toMatchObject({ overdue: true });
    expect(await callWith(cookie, "/people")).toMatchObject({
      status: 403,
      json: { code: "SECOND_FACTOR_REQUIRED" },
    });
    // Downloads beside the API ask for this one.
    expect(await actorOf(db.database, new Headers({ cookie }))).toBeNull();
    expect((await callWith(await signIn("office"), "/people")).status).toBe(200);

    const { json } = await post("second-factor/begin", password, cookie);
    const confirmed = await post("second-factor/confirm", { code: totpOf(json.key) }, cookie);
    expect((await callWith(confirmed.cookie, "/me")).json.secondFactor).toBeNull();
    expect((await callWith(confirmed.cookie, "/people")).status).toBe(200);
    expect((await post("second-factor/remove", password, confirmed.cookie)).status).toBe(409);
  });

  test("is lifted by naming no role, and each change is in the audit", async () => {
    expect((await rule([], null)).status).toBe(200);
    expect((await callWith(await signIn("head"), "/people")).status).toBe(200);
    const { rows } = await db.pool.query(
      "select after->'secondFactorRoles' as roles from audit_entry where act = 'set-sign-in-rule' order by id",
    );
    expect(rows.map(({ roles }) => roles)).toEqual([["editor", "head"], ["editor", "head"], []]);
  });
});
