import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { SAMPLE_AGENCY_ID, samplePersonId, sampleUnitId } from "#organization";
import type { Actor, Role } from "#platform/auth/actor.ts";
import { Forbidden, Unacceptable } from "#platform/auth/policy.ts";
import { readConfig } from "#platform/config/config.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { type Work, work } from "#platform/work/work.ts";
import { account, playedNetwork } from "../channels.fixture.ts";
import { linkUnder } from "../deliveries/post-of-delivery.ts";
import { listAccounts } from "./account-queries.ts";
import { checkConnections } from "./check-connections.ts";
import { connectAccount, disconnectAccount, tryConnection } from "./connect-account.ts";
import { credentialsOf, sealWith } from "./credentials.ts";
import { changeAccount, registerAccount } from "./register-account.ts";
import { setAdministrators } from "./set-administrators.ts";
import { closeAccount, pauseAccount } from "./stop-account.ts";
import { setWarnedDays } from "./warned-days.ts";
import { watchAdministrators } from "./watch-administrators.ts";

let db: TestDatabase;
const network = playedNetwork();
beforeAll(async () => {
  db = await testDatabase("sample");
  sealWith(readConfig({ GANDAN_DATA: mkdtempSync(join(tmpdir(), "connections-")) }));
});
const person = (email: string, role: Role): Actor => ({
  personId: samplePersonId(email),
  name: email,
  agencyId: SAMPLE_AGENCY_ID,
  appointments: [{ role, unitId: null }],
});
const [editor, administrator, auditor] = [
  person("editor", "editor"),
  person("administrator", "administrator"),
  person("auditor", "auditor"),
];
const as = <T>(actor: Actor, act: (current: Work) => Promise<T>) => work(db.database, actor, act);
const opened = () => as(editor, (w) => account(w, sampleUnitId("ttbcxb"), { way: "manual" }));
const rows = async (query: string, values: unknown[] = []) => (await db.pool.query(query, values)).rows;
const stands = async (id: string) =>
  (await listAccounts(db.database, administrator)).accounts.find((one) => one.id === id)!;
const connect = async (id: string, token: string) => {
  const tried = await tryConnection(db.database, { agencyId: SAMPLE_AGENCY_ID, id, values: { token } });
  await as(administrator, (w) => connectAccount(w, { id, ...tried }));
};
const fields = {
  handle: "",
  url: "https://mang.mau.vn/trang",
  unitId: sampleUnitId("ttbcxb"),
  decision: "",
  isVerified: false,
  note: "",
  way: "manual" as const,
};

test("an account is entered once, by whoever keeps the register; one that is connected has to be connected first", async () => {
  const id = await opened();
  const { name } = await stands(id);
  const enter = (more: object, who = editor) =>
    as(who, (w) =>
      registerAccount(w, { id: crypto.randomUUID(), network: "website", name, ...fields, ...more }),
    );
  await expect(enter({})).rejects.toThrow(/cùng tên/);
  await expect(enter({ name: "Khác", url: null })).rejects.toThrow(/địa chỉ của trang/);
  await expect(enter({ name: "Khác", way: "connected" })).rejects.toThrow(/chưa được kết nối/);
  await expect(enter({ name: "Khác", network: "portal" })).rejects.toThrow(Unacceptable);
  await expect(enter({ name: "Khác" }, auditor)).rejects.toThrow(Forbidden);
  await as(editor, (w) => closeAccount(w, { id, reason: "Không dùng nữa" }));
  await enter({});
  await expect(as(editor, (w) => changeAccount(w, { id, name, ...fields }))).rejects.toThrow(/đã đóng/);
});

test("what lets us in is tried before it is kept, stands sealed in one place, and is told by no answer", async () => {
  const id = await opened();
  await expect(connect(id, "")).rejects.toThrow(/Hãy điền/);
  await expect(connect(id, "sai")).rejects.toThrow(/Mã không đúng/);
  expect(await stands(id)).toMatchObject({ way: "manual", connection: null });
  await expect(
    as(editor, (w) => connectAccount(w, { id, secret: { token: "bi-mat" }, name: null, expiresAt: null })),
  ).rejects.toThrow(/người quản trị/);
  await connect(id, "bi-mat");
  expect(await stands(id)).toMatchObject({ way: "connected", connection: { isDead: false } });
  expect(await credentialsOf(db.database, id).read()).toEqual({ token: "bi-mat" });
  const [kept] = await rows("select sealed from channel_credential where account_id = $1", [id]);
  expect(kept.sealed).not.toContain("bi-mat");
  expect(JSON.stringify(await listAccounts(db.database, administrator))).not.toContain("bi-mat");
  const audit = await rows("select before, after from audit_entry where object_id = $1", [id]);
  expect(audit.length).toBeGreaterThan(1);
  expect(JSON.stringify(audit)).not.toContain("bi-mat");
  await as(administrator, (w) => disconnectAccount(w, { id }));
  expect(await stands(id)).toMatchObject({ way: "manual", connection: null });
  expect(await rows("select from channel_credential where account_id = $1", [id])).toEqual([]);
});

test("without an address that others reach nothing is connected: the links in posts would lead nowhere", async () => {
  const id = await opened();
  linkUnder("http://127.0.0.1:3000", { reachable: false });
  try {
    await expect(connect(id, "bi-mat")).rejects.toThrow(/GANDAN_BASE_URL/);
  } finally {
    linkUnder("https://so.mau.vn", { reachable: true });
  }
  await connect(id, "bi-mat");
  expect(await stands(id)).toMatchObject({ way: "connected" });
});

test("one page is one account, however its address is written; twins from before are told, and the network itself has a say", async () => {
  const id = crypto.randomUUID();
  const enter = (more: object) =>
    as(editor, (w) =>
      registerAccount(w, {
        ...fields,
        ...{ id: crypto.randomUUID(), network: "facebook", name: crypto.randomUUID(), ...more },
      }),
    );
  await enter({ id, url: "https://www.facebook.com/So.Mau/?locale=vi_VN", handle: "@somau" });
  for (const url of [
    "http://m.facebook.com/so.mau",
    "https://fb.com/SO.MAU#bai",
    "https://facebook.com/so.mau///",
  ])
    await expect(enter({ url }), url).rejects.toThrow(/Địa chỉ này đã ghi/);
  await expect(enter({ url: "https://facebook.com/khac", handle: "SoMau" })).rejects.toThrow(/Tên định danh/);
  await enter({ url: "https://www.facebook.com/profile.php?id=1" });
  await enter({ url: "https://www.facebook.com/profile.php?id=2&ref=x" });
  await expect(enter({ url: "https://facebook.com/profile.php?id=2" })).rejects.toThrow(/đã ghi/);
  // The database keeps it too, save for those that it found when the rule came.
  const copy = `insert into channel_account (id, agency_id, network, name, handle, url, unit_id, decision, is_verified, note, way, state, state_at, made_at, is_twin)
    select $2, agency_id, network, name || ' (cũ)', '', url, unit_id, decision, is_verified, note, way, state, state_at, made_at, $3 from channel_account where id = $1`;
  await expect(db.pool.query(copy, [id, crypto.randomUUID(), false])).rejects.toThrow(/address_once/);
  const twin = crypto.randomUUID();
  await db.pool.query(copy, [id, twin, true]);
  expect(await stands(twin)).toMatchObject({ twinOf: (await stands(id)).name });
  const tried = { secret: {}, name: null, remoteId: "102938", expiresAt: null };
  await as(administrator, (w) => connectAccount(w, { id, ...tried }));
  await expect(as(administrator, (w) => connectAccount(w, { id: twin, ...tried }))).rejects.toThrow(
    /mở đúng tài khoản/,
  );
});

test("people of the agency administer an account, since and until when; of one who leaves those who keep the register hear", async () => {
  const id = await opened();
  const [one, other] = ["contributor", "finance"].map(samplePersonId) as [string, string];
  const set = (...personIds: string[]) => as(editor, (w) => setAdministrators(w, { id, personIds }));
  await expect(set(crypto.randomUUID())).rejects.toThrow(/không còn ở cơ quan/);
  await set(one, other);
  await set(one, other);
  await set(one);
  expect((await stands(id)).administrators).toMatchObject([
    { personId: one, until: null, hasLeft: false },
    { personId: other, until: expect.stringMatching(/^\d{4}-/) },
  ]);
  const told = () =>
    rows("select title from notice where cause like $1 and person_id = $2", [
      `account-administrator-leaves:${one}:%`,
      administrator.personId,
    ]);
  expect(await watchAdministrators(db.database)).toBe(0);
  await db.pool.query("update person set leaves_on = '2027-01-31' where id = $1", [one]);
  await watchAdministrators(db.database);
  await watchAdministrators(db.database);
  expect(await told()).toEqual([{ title: expect.stringContaining((await stands(id)).name) }]);
  expect((await stands(id)).administrators[0]).toMatchObject({ leavesOn: "2027-01-31" });
  await db.pool.query("update person set leaves_on = null where id = $1", [one]);
});

test("two workers renew a token one after the other, and the second gets what the first got", async () => {
  const id = await opened();
  await connect(id, "bi-mat");
  const { rotate } = credentialsOf(db.database, id);
  const seen: unknown[] = [];
  const renew = () =>
    rotate(async (current) => {
      seen.push(current);
      await new Promise((next) => setTimeout(next, 30));
      return { token: `${(current as { token: string }).token}+` };
    });
  await Promise.all([renew(), renew()]);
  expect(seen).toEqual([{ token: "bi-mat" }, { token: "bi-mat+" }]);
  await expect(
    rotate(async () => {
      throw new Error("network is down");
    }),
  ).rejects.toThrow("network is down");
  expect(await credentialsOf(db.database, id).read()).toEqual({ token: "bi-mat++" });
});

test("no transaction is held while a network renews a token; who died renewing keeps nobody out for ever, and the newest pair counts", async () => {
  const id = await opened();
  await connect(id, "bi-mat");
  const { rotate, read } = credentialsOf(db.database, id);
  const open = async () =>
    rows(
      "select from pg_stat_activity where state like 'idle in transaction%' and datname = current_database()",
    );
  let held: unknown[] = [];
  await rotate(async () => {
    held = await open();
    return { token: "một" };
  });
  expect(held).toEqual([]);
  // A process took the lease and was killed; its time is up.
  const dead =
    "update channel_credential set renewed_by = gen_random_uuid(), renewed_until = now() + $2::interval";
  await db.pool.query(`${dead} where account_id = $1`, [id, "-1 second"]);
  expect(await rotate(async () => ({ token: "hai" }))).toEqual({ token: "hai" });
  // One so slow that another took over: whichever pair came first stands, and both use it.
  let takeOver!: Promise<unknown>;
  const late = await rotate(async () => {
    await db.pool.query(`${dead} where account_id = $1`, [id, "-1 second"]);
    takeOver = rotate(async () => ({ token: "ba" }));
    await takeOver;
    throw new Error("the refresh token was spent");
  });
  expect([late, await takeOver, await read()]).toEqual([{ token: "ba" }, { token: "ba" }, { token: "ba" }]);
  const audit = await rows(
    "select before, after from audit_entry where act = 'renew-credential' and object_id = $1",
    [id],
  );
  expect(audit).toEqual([1, 2, 3].map(() => ({ before: null, after: null })));
});

test("it is told 14, 7 and 1 days ahead that a way in ends, once each; a lost one stops the account until it is connected anew", async () => {
  const id = await opened();
  await connect(id, "bi-mat");
  const ends = new Date("2027-03-31T00:00:00Z");
  network.letInUntil(ends);
  for (const days of [20, 14, 13, 7, 7, 2, 1, 0.5])
    await checkConnections(db.database, new Date(ends.getTime() - days * 86_400_000));
  const told = await rows("select title from notice where cause like $1 and person_id = $2 order by at", [
    `account-expires:${id}:%`,
    administrator.personId,
  ]);
  expect(told.map(({ title }) => /còn (\d+) ngày/.exec(title)?.[1])).toEqual(["14", "7", "1"]);
  // The agency says itself when it is told.
  await expect(as(auditor, (w) => setWarnedDays(w, { warnedDays: [40] }))).rejects.toThrow(Forbidden);
  await as(administrator, (w) => setWarnedDays(w, { warnedDays: [3, 40, 3] }));
  expect((await listAccounts(db.database, administrator)).warnedDays).toEqual([40, 3]);
  const later = new Date(ends.getTime() + 100 * 86_400_000);
  network.letInUntil(later);
  for (const days of [41, 39, 14, 7, 3])
    await checkConnections(db.database, new Date(later.getTime() - days * 86_400_000));
  expect(
    await rows("select 1 from notice where cause like $1 and person_id = $2", [
      `account-expires:${id}:%:${later.toISOString().slice(0, 10)}`,
      administrator.personId,
    ]),
  ).toHaveLength(2);
  await credentialsOf(db.database, id).rotate(async () => ({ token: "bị thu hồi" }));
  await checkConnections(db.database);
  await checkConnections(db.database);
  expect(await stands(id)).toMatchObject({
    state: "paused",
    stateReason: "Mã không đúng.",
    connection: { isDead: true, why: "Mã không đúng." },
  });
  expect(
    await rows("select from notice where cause like $1 and person_id = $2", [
      `account-locked-out:${id}:%`,
      administrator.personId,
    ]),
  ).toHaveLength(1);
  await connect(id, "bi-mat");
  expect(await stands(id)).toMatchObject({ state: "open", connection: { isDead: false, why: null } });
  await as(editor, (w) => pauseAccount(w, { id, reason: "Đổi người" }));
  await connect(id, "bi-mat");
  expect(await stands(id)).toMatchObject({ state: "paused", stateReason: "Đổi người" });
});
