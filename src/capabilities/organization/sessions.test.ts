import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Hono } from "hono";
import { beforeAll, describe, expect, test } from "vitest";
import { readConfig } from "#platform/config/config.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { actorOf } from "./actor-of.ts";
import { organizationApi, people } from "./organization.fixture.ts";
import { SAMPLE_PASSWORD, sampleEmail, samplePersonId } from "./seed.ts";
import { signInRoutes } from "./sign-in.ts";

let db: TestDatabase;
const app = new Hono();
const call = organizationApi(() => db.database);
const { head, office, administrator, auditor } = people;
beforeAll(async () => {
  db = await testDatabase("sample");
  const folder = mkdtempSync(join(tmpdir(), "gandan-sessions-"));
  signInRoutes(
    app,
    db.database,
    readConfig({ GANDAN_DATA: folder, GANDAN_SAMPLE: "on", GANDAN_TRUST_PROXY: "on" }),
  );
});

const WINDOWS = "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/142.0 Safari/537.36";
const signIn = async (who: string, headers: Record<string, string> = {}) => {
  const answer = await app.request("/api/auth/sign-in", {
    method: "POST",
    headers: { "content-type": "application/json", "user-agent": WINDOWS, ...headers },
    body: JSON.stringify({ email: sampleEmail(who), password: SAMPLE_PASSWORD }),
  });
  return { cookie: answer.headers.get("set-cookie")!.split(";")[0]! };
};
const alive = async (headers: Record<string, string>) =>
  (await actorOf(db.database, new Headers(headers))) !== null;
const sessionsOf = async (actor: typeof head, headers: Record<string, string>) =>
  (await call(actor, "GET", "/me/sessions", undefined, headers)).json.sessions;
const acts = async (who: string) =>
  (
    await db.pool.query<{ act: string }>(
      "select act from audit_entry where object_id = $1 and act like 'end-%sessions' or object_id = $1 and act = 'end-session' order by at, id",
      [samplePersonId(who)],
    )
  ).rows.map(({ act }) => act);

describe("one's sessions", () => {
  test("are listed by device and address, the one that asks marked; an address the client claims is not believed", async () => {
    const forwarded = "203.0.113.9";
    const own = await signIn("head", { "x-forwarded-for": forwarded, "x-gandan-caller": "198.51.100.1" });
    await signIn("head", { "user-agent": "curl/8" });
    const rows = await sessionsOf(head, own);
    expect(rows).toHaveLength(2);
    expect(rows.find(({ current }: { current: boolean }) => current)).toMatchObject({
      device: "Chrome trên máy tính Windows",
      address: forwarded,
    });
    expect(rows.find(({ current }: { current: boolean }) => !current)).toMatchObject({
      device: "Thiết bị không rõ tên",
    });
    expect(JSON.stringify(rows)).not.toContain(own.cookie.split("=")[1]!.split(".")[0]);
  });

  test("end one by one or all others at once, and each ending is recorded", async () => {
    const [own, lost, third] = [await signIn("office"), await signIn("office"), await signIn("office")];
    const lostId = (await sessionsOf(office, lost)).find(({ current }: { current: boolean }) => current).id;
    expect(await call(office, "POST", `/me/sessions/${lostId}/end`, {}, own)).toMatchObject({ status: 200 });
    expect([await alive(own), await alive(lost), await alive(third)]).toEqual([true, false, true]);
    expect((await call(office, "POST", `/me/sessions/${lostId}/end`, {}, own)).status).toBe(404);
    expect((await call(office, "POST", "/me/sessions/end-others", {}, own)).json).toEqual({ ended: 1 });
    expect([await alive(own), await alive(third)]).toEqual([true, false]);
    expect((await call(office, "POST", "/me/sessions/end-others", {}, own)).json).toEqual({ ended: 0 });
    expect(await acts("office")).toEqual(["end-session", "end-other-sessions"]);
  });

  test("are nobody else's to end, but an administrator's, who ends all of a person at once", async () => {
    const theirs = await signIn("finance");
    const { id } = (await sessionsOf({ ...head, personId: samplePersonId("finance") }, theirs))[0];
    expect((await call(head, "POST", `/me/sessions/${id}/end`, {})).status).toBe(404);
    const path = `/people/${samplePersonId("finance")}/sessions/end`;
    expect((await call(auditor, "POST", path, {})).status).toBe(403);
    expect(await alive(theirs)).toBe(true);
    expect((await call(administrator, "POST", path, {})).json).toEqual({ ended: 1 });
    expect(await alive(theirs)).toBe(false);
    expect(await acts("finance")).toEqual(["end-person-sessions"]);
  });
});
