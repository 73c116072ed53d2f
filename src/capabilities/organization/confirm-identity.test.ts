import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Hono } from "hono";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { readConfig } from "#platform/config/config.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { callerOf } from "./actor-of.ts";
import { organizationApi } from "./organization.fixture.ts";
import { SAMPLE_PASSWORD, sampleEmail, samplePersonId } from "./seed.ts";
import { signInRoutes } from "./sign-in.ts";
import { totpOf } from "./totp.fixture.ts";

let db: TestDatabase;
const app = new Hono();
const call = organizationApi(() => db.database);
let cookie = "";
const post = async (path: string, json: object) => {
  const answer = await app.request(`/api/auth/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", cookie },
    body: JSON.stringify(json),
  });
  const set = answer.headers.get("set-cookie")?.split(";")[0];
  if (set) cookie = set;
  return { status: answer.status, json: await answer.json() };
};
beforeAll(async () => {
  db = await testDatabase("sample");
  const data = mkdtempSync(join(tmpdir(), "gandan-confirm-"));
  signInRoutes(app, db.database, readConfig({ GANDAN_DATA: data, GANDAN_SAMPLE: "on" }));
  await post("sign-in", { email: sampleEmail("administrator"), password: SAMPLE_PASSWORD });
});
beforeEach(() => db.pool.query("delete from sign_in_failure"));

const later = () =>
  db.pool.query("update auth_session set confirmed_at = confirmed_at - interval '16 minutes'");
const caller = () => callerOf(db.database, new Headers({ cookie }));
const recover = async () => call(await caller(), "POST", `/people/${samplePersonId("editor")}/recovery`, {});
const prove = (proof: string) => post("confirm-identity", { proof });

describe("a sensitive act", () => {
  test("goes through after signing in, and a quarter of an hour later asks for the password anew", async () => {
    expect((await recover()).status).toBe(200);
    await later();
    expect(await recover()).toMatchObject({ status: 403, json: { code: "CONFIRM_IDENTITY" } });
    expect((await call(await caller(), "GET", "/people")).status).toBe(200);
    expect((await prove("sai-mat-khau-roi")).status).toBe(422);
    expect((await recover()).status).toBe(403);
    expect((await prove(SAMPLE_PASSWORD)).status).toBe(200);
    expect((await recover()).status).toBe(200);
  });

  test("takes a code of the second factor as well, each once", async () => {
    const { json } = await post("second-factor/begin", { password: SAMPLE_PASSWORD });
    await post("second-factor/confirm", { code: totpOf(json.key) });
    await later();
    const code = totpOf(json.key, 1);
    expect((await prove(code)).status).toBe(200);
    expect((await recover()).status).toBe(200);
    expect((await prove(code)).status).toBe(422);
  });

  test("locks after five wrong proofs like signing in does", async () => {
    for (let attempt = 0; attempt < 5; attempt += 1)
      expect((await prove("sai-mat-khau-roi")).status).toBe(422);
    expect((await prove(SAMPLE_PASSWORD)).status).toBe(429);
  });
});

test("nobody proves anything without a session", async () => {
  cookie = "";
  expect((await prove(SAMPLE_PASSWORD)).status).toBe(401);
});
