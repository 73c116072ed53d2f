import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { Hono } from "hono";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { SAMPLE_AGENCY_ID } from "#organization";
import { Forbidden, Unacceptable } from "#platform/auth/policy.ts";
import { readConfig } from "#platform/config/config.ts";
import { keepFilesIn } from "#platform/files/files.ts";
import {
  type FollowerStub,
  startFollowerStub,
} from "#platform/testing/stubs/follower/start-follower-stub.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { allowNetworkHosts } from "../src/capabilities/channels/accounts/account-call.ts";
import { sealWith } from "../src/capabilities/channels/accounts/credentials.ts";
import { confirmRequests } from "../src/capabilities/channels/websub/confirm-requests.ts";
import { distributeFeeds } from "../src/capabilities/channels/websub/distribute-feeds.ts";
import { allowSubscription, endSubscription } from "../src/capabilities/channels/websub/end-subscription.ts";
import { hearOfFeeds } from "../src/capabilities/channels/websub/hear-of-feeds.ts";
import { serveHub } from "../src/capabilities/channels/websub/serve-hub.ts";
import { MOST_ASKED_AN_HOUR } from "../src/capabilities/channels/websub/subscription.ts";
import { listSubscriptions } from "../src/capabilities/channels/websub/subscription-queries.ts";
import { followedFeed } from "../src/capabilities/newsroom/followed-feed.ts";
import { newsroomOf, ownTitle, people } from "../src/capabilities/newsroom/newsroom.fixture.ts";
import { publishDueContent } from "../src/capabilities/newsroom/publish-due-content.ts";
import { withdrawContent } from "../src/capabilities/newsroom/withdraw-content.ts";

const ORIGIN = "https://so-mau.example.vn";
const ATOM = `${ORIGIN}/feeds/tin-tuc.atom`;
const SECRET = "khoa-theo-doi-mau";
const HOUR = 3_600_000;
const root = join(import.meta.dirname, "..");
const folder = mkdtempSync(join(tmpdir(), "websub-"));
const config = readConfig({ GANDAN_DATA: folder, GANDAN_BASE_URL: ORIGIN });

let db: TestDatabase;
let stub: FollowerStub;
let hub: Hono;
beforeAll(async () => {
  db = await testDatabase("sample");
  keepFilesIn(folder);
  sealWith(config);
  stub = await startFollowerStub();
  allowNetworkHosts(["127.0.0.1"]);
});
beforeEach(async () => {
  stub.reset();
  await db.pool.query("delete from feed_request");
  await db.pool.query("delete from feed_subscription");
  hub = new Hono();
  serveHub(hub, { database: db.database, config });
});
afterAll(async () => {
  allowNetworkHosts([]);
  await stub.close();
});
const { as, scheduled } = newsroomOf(() => db.database);
const { administrator, auditor, editor } = people;

const ask = (part: Record<string, string>) =>
  hub.request("/websub", {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ "hub.mode": "subscribe", "hub.topic": ATOM, ...part }).toString(),
  });
const at = (path: string) => `${stub.origin}/${path}`;
/** Confirmed subscriptions of these callbacks. */
async function follow(paths: string[], topic = ATOM): Promise<void> {
  for (const path of paths) {
    const asked = { "hub.topic": topic, "hub.callback": at(path), "hub.secret": SECRET };
    expect((await ask(asked)).status).toBe(202);
  }
  await confirmRequests(db.database);
}
async function publish(words: string): Promise<{ id: string; title: string }> {
  const title = ownTitle(words);
  const id = await scheduled(title, null, new Date(Date.now() - 120_000));
  await publishDueContent(db.database);
  await hear();
  return { id, title };
}
const hear = () => hearOfFeeds(db.database, { agencyId: SAMPLE_AGENCY_ID });
const inHours = (hours: number) => () => new Date(Date.now() + hours * HOUR);
const all = async () => (await listSubscriptions(db.database, administrator)).subscriptions;

test("who confirmed is sent a feed when it changed, signed, once, and what is taken back too", async () => {
  await follow(["bao", "bao-khac?ma=%20a+b"]);
  await follow(["bai"], `${ORIGIN}/feeds/loai/bai.rss`);
  expect(stub.asked.map(({ mode, topic, lease }) => [mode, topic, lease])).toEqual([
    ["subscribe", ATOM, "864000"],
    ["subscribe", ATOM, "864000"],
    ["subscribe", `${ORIGIN}/feeds/loai/bai.rss`, "864000"],
  ]);
  expect(stub.requests().some(({ path }) => path.startsWith("/bao-khac?ma=%20a+b&hub.mode"))).toBe(true);
  // Nothing has changed since: nothing is sent.
  await hear();
  await distributeFeeds(db.database);
  expect(stub.received).toEqual([]);
  const { id, title } = await publish("Tin được gửi đi");
  await hear();
  await Promise.all([distributeFeeds(db.database), distributeFeeds(db.database)]);
  await distributeFeeds(db.database);
  expect(stub.received.map(({ path, times }) => [path, times]).toSorted()).toEqual([
    ["/bao", 1],
    ["/bao-khac", 1],
  ]);
  const feed = (await followedFeed(db.database, ATOM))!;
  expect(stub.received[0]).toMatchObject({
    ...{ topic: ATOM, contentType: "application/atom+xml; charset=utf-8", body: feed.body },
  });
  expect(feed.body).toContain(title);
  expect(feed.body).toContain(`<link rel="hub" href="${ORIGIN}/websub"/>`);
  await as(editor, (w) => withdrawContent(w, { id, reason: "Đã thay đổi." }));
  await hear();
  await distributeFeeds(db.database);
  expect(stub.received.at(-1)!.body).toContain(`content/${id}" when=`);
  expect(stub.received.at(-1)!.body).not.toContain(title);
  // Who wants no more confirms that, too.
  await ask({ "hub.mode": "unsubscribe", "hub.callback": at("bao") });
  await confirmRequests(db.database);
  await publish("Tin sau đó");
  await distributeFeeds(db.database);
  const places = stub.received.map(({ path }) => path);
  expect(places.slice(2, 4).toSorted()).toEqual(["/bao", "/bao-khac"]);
  expect(places.slice(4)).toEqual(["/bao-khac"]);
});

test("nothing is sent to who did not ask for it, nor inside the network, and nobody is flooded", async () => {
  const refusals: [Record<string, string>, number][] = [
    [{ "hub.callback": "https://10.0.0.7/nhan" }, 400],
    [{ "hub.callback": "https://[::ffff:10.0.0.7]/nhan" }, 400],
    [{ "hub.callback": "http://mau.vn/nhan" }, 400],
    [{ "hub.callback": "https://ai:biet@mau.vn/" }, 400],
    [{ "hub.callback": `${ORIGIN}/websub` }, 400],
    [{ "hub.callback": "nhan" }, 400],
    [{ "hub.callback": at("a"), "hub.mode": "publish" }, 400],
    [{ "hub.callback": at("a"), "hub.secret": "x".repeat(200) }, 400],
    [{ "hub.callback": at("a"), "hub.lease_seconds": "-1" }, 400],
    [{ "hub.callback": at("a"), "hub.topic": "https://khac.vn/feeds/tin-tuc.atom" }, 404],
    [{ "hub.callback": at("a"), "hub.topic": `${ORIGIN}/feeds/tin-tuc/2026-10.atom` }, 404],
    [{ "hub.callback": at("a"), "hub.topic": `${ORIGIN}/feeds/%2e%2e/tin-tuc.atom` }, 404],
    [{ "hub.callback": at("a"), "hub.extra": "x".repeat(20_000) }, 413],
  ];
  for (const [part, status] of refusals) expect([part, (await ask(part)).status]).toEqual([part, status]);
  expect((await hub.request("/websub", { method: "POST", body: "{}" })).status).toBe(415);
  expect((await hub.request("/websub")).status).toBe(405);
  for (const confirms of ["wrong", "refuse"] as const) {
    stub.reset({ settings: { confirms } });
    await follow(["la"]);
  }
  stub.reset();
  stub.queue({
    behaviour: "status",
    params: { status: 302, headers: { location: "http://169.254.169.254/" } },
  });
  await follow(["chuyen"]);
  // Who is silent is asked three times; what is asked anew takes the place of what waits.
  stub.reset();
  stub.queue({ behaviour: "drop-before", times: 3 });
  await follow(["im"]);
  for (const hours of [0, 1, 2, 3]) await confirmRequests(db.database, inHours(hours));
  expect(stub.requests()).toHaveLength(3);
  expect(await all()).toEqual([]);
  await publish("Tin không ai nhận");
  expect(await distributeFeeds(db.database)).toBe(0);
  await db.pool.query(
    `insert into feed_request (id, agency_id, topic, callback_host, callback_key, mode, lease_seconds, sealed, asked_at, state, next_try_at)
     select gen_random_uuid(), $1, 'https://a', '127.0.0.1', repeat('0', 64), 'subscribe', 1, '', now(), 'refused', now()
     from generate_series(1, $2)`,
    [SAMPLE_AGENCY_ID, MOST_ASKED_AN_HOUR],
  );
  const flooding = await ask({ "hub.callback": at("nan-nhan") });
  expect([flooding.status, flooding.headers.get("retry-after")]).toEqual([429, "3600"]);
});

test("what is not taken comes again, the newest of it, until it is gone or the lease has ended", async () => {
  await follow(["mot"]);
  await publish("Tin thứ nhất");
  stub.queue({ behaviour: "drop-before" }, { behaviour: "commit-then-drop" }, { behaviour: "status" });
  await distributeFeeds(db.database);
  expect(await all()).toMatchObject([{ failingSince: expect.any(Date), lastSentAt: null }]);
  // Not before its time.
  expect(await distributeFeeds(db.database)).toBe(0);
  const { title } = await publish("Tin thứ hai");
  for (const hours of [1, 2, 5]) await distributeFeeds(db.database, inHours(hours));
  expect(stub.received.map(({ times }) => times)).toEqual([2]);
  expect(stub.received[0]!.body).toContain(title);
  expect(await all()).toMatchObject([{ failingSince: null, lastWords: "Đã nhận.", nextTryAt: null }]);
  await publish("Tin thứ ba");
  stub.queue({ behaviour: "status", params: { status: 410 } });
  await distributeFeeds(db.database);
  expect(await all()).toMatchObject([{ isOn: false, isBarred: false }]);
  // Not renewed: nothing more, and what waited is given up.
  await follow(["hai"]);
  await publish("Tin thứ tư");
  await distributeFeeds(db.database, inHours(241));
  expect((await all()).map(({ isOn }) => isOn)).toEqual([false, false]);
  const left = await db.pool.query("select distinct state from feed_delivery where settled_at is null");
  expect(left.rows).toEqual([]);
  expect(stub.received.map(({ path }) => path)).toEqual(["/mot"]);
});

/** A process of its own that confirms and sends, over and over, until it is killed. */
function worker() {
  const from = (path: string) => JSON.stringify(join(root, "src", path));
  const code = `
    const { openDatabase } = await import(${from("platform/database/database.ts")});
    const { readConfig } = await import(${from("platform/config/config.ts")});
    const { sealWith } = await import(${from("capabilities/channels/accounts/credentials.ts")});
    const { allowNetworkHosts } = await import(${from("capabilities/channels/accounts/account-call.ts")});
    const { confirmRequests } = await import(${from("capabilities/channels/websub/confirm-requests.ts")});
    const { distributeFeeds } = await import(${from("capabilities/channels/websub/distribute-feeds.ts")});
    const [url, data] = process.argv.slice(1);
    sealWith(readConfig({ GANDAN_DATA: data }));
    allowNetworkHosts(["127.0.0.1"]);
    const { database } = openDatabase(url, { max: 8 });
    console.log("ready");
    for (;;) { await confirmRequests(database); await distributeFeeds(database); await new Promise((next) => setTimeout(next, 5)); }
  `;
  const loader = join(root, "scripts/tsx-loader.mjs");
  return spawn(
    process.execPath,
    ["--no-warnings", "--import", loader, "--input-type=module", "-e", code, db.url, folder],
    { cwd: root, stdio: ["ignore", "pipe", "inherit"] },
  );
}

test("workers killed at any moment leave nobody without the newest feed", async () => {
  const paths = Array.from({ length: 20 }, (_, n) => `noi-${n}`);
  await follow(paths.slice(0, 12));
  for (const path of paths.slice(12)) await ask({ "hub.callback": at(path), "hub.secret": SECRET });
  await publish("Tin trước khi dừng");
  stub.queue({ match: { method: "POST" }, behaviour: "delay", params: { delayMs: 30 }, times: 200 });
  const both = [worker(), worker()];
  await Promise.all(both.map((child) => once(child.stdout, "data")));
  for (const child of both) {
    await delay(100 + Math.random() * 200);
    child.kill("SIGKILL");
    await once(child, "exit");
  }
  const { title } = await publish("Tin sau khi dừng");
  for (const hours of [0, 1, 2]) {
    await confirmRequests(db.database, inHours(hours));
    await distributeFeeds(db.database, inHours(hours));
  }
  const newest = (await followedFeed(db.database, ATOM))!.body;
  expect(newest).toContain(title);
  for (const path of paths.slice(0, 12)) {
    const came = stub.received.filter((one) => one.path === `/${path}`);
    expect(came.at(-1)?.body === newest ? path : came.length).toBe(path);
    expect(came.length).toBeLessThanOrEqual(2);
  }
  expect((await all()).filter(({ isOn }) => isOn)).toHaveLength(20);
  const left = await db.pool.query("select state from feed_delivery where state <> 'sent'");
  expect(left.rows).toEqual([]);
}, 240_000);

test("an administrator ends one with a reason, it is told and kept out until it is let in; others may not", async () => {
  await follow(["qua-tai"]);
  const { id } = (await all())[0]!;
  const sealed = await db.pool.query("select sealed from feed_subscription_secret");
  expect(JSON.stringify(sealed.rows)).not.toMatch(/qua-tai|khoa-theo-doi/);
  await expect(as(auditor, (w) => endSubscription(w, { id, reason: "Thử" }))).rejects.toThrow(Forbidden);
  await expect(as(administrator, (w) => endSubscription(w, { id, reason: " " }))).rejects.toThrow(
    Unacceptable,
  );
  await as(administrator, (w) => endSubscription(w, { id, reason: "Không rõ của ai." }));
  await expect(as(administrator, (w) => endSubscription(w, { id, reason: "Nữa" }))).rejects.toThrow(
    Forbidden,
  );
  await confirmRequests(db.database);
  expect(stub.asked.at(-1)).toMatchObject({ path: "/qua-tai", mode: "denied", topic: ATOM });
  expect(await all()).toMatchObject([{ isOn: false, isBarred: true, endedReason: "Không rõ của ai." }]);
  expect((await db.pool.query("select 1 from feed_subscription_secret")).rows).toEqual([]);
  const again = { "hub.callback": at("qua-tai"), "hub.secret": SECRET };
  expect((await ask(again)).status).toBe(403);
  await publish("Tin không gửi");
  expect(await distributeFeeds(db.database)).toBe(0);
  await as(administrator, (w) => allowSubscription(w, { id }));
  expect((await ask(again)).status).toBe(202);
  await confirmRequests(db.database);
  expect((await all()).map(({ isOn }) => isOn)).toEqual([true, false]);
});
