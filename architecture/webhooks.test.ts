import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { SAMPLE_AGENCY_ID, sampleUnitId } from "#organization";
import { Forbidden, Unacceptable } from "#platform/auth/policy.ts";
import { readConfig } from "#platform/config/config.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { keepFilesIn } from "#platform/files/files.ts";
import {
  type ReceiverStub,
  startReceiverStub,
} from "#platform/testing/stubs/receiver/start-receiver-stub.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { allowNetworkHosts } from "../src/capabilities/channels/accounts/account-call.ts";
import { sealWith } from "../src/capabilities/channels/accounts/credentials.ts";
import { account } from "../src/capabilities/channels/channels.fixture.ts";
import { deliverDue } from "../src/capabilities/channels/deliveries/deliver-due.ts";
import { planDeliveries } from "../src/capabilities/channels/deliveries/plan-deliveries.ts";
import { followContent } from "../src/capabilities/channels/deliveries/release-deliveries.ts";
import { recordByHand } from "../src/capabilities/channels/placements/record-by-hand.ts";
import { takeDown } from "../src/capabilities/channels/placements/take-down.ts";
import { addWebhook } from "../src/capabilities/channels/webhooks/add-webhook.ts";
import { renewWebhookSecret } from "../src/capabilities/channels/webhooks/renew-webhook-secret.ts";
import { sendWebhooks } from "../src/capabilities/channels/webhooks/send-webhooks.ts";
import { newSecret, signedHead } from "../src/capabilities/channels/webhooks/sign-webhook.ts";
import {
  removeWebhook,
  sendWebhookAgain,
  startWebhook,
  stopWebhook,
} from "../src/capabilities/channels/webhooks/switch-webhook.ts";
import { tryWebhook } from "../src/capabilities/channels/webhooks/try-webhook.ts";
import { hearOf } from "../src/capabilities/channels/webhooks/webhook-jobs.ts";
import { listWebhooks, webhookLog } from "../src/capabilities/channels/webhooks/webhook-queries.ts";
import { newsroomOf, ownTitle, people } from "../src/capabilities/newsroom/newsroom.fixture.ts";
import { publishDueContent } from "../src/capabilities/newsroom/publish-due-content.ts";

let db: TestDatabase;
let stub: ReceiverStub;
const root = join(import.meta.dirname, "..");
const folder = mkdtempSync(join(tmpdir(), "webhooks-"));
beforeAll(async () => {
  db = await testDatabase("sample");
  keepFilesIn(folder);
  sealWith(readConfig({ GANDAN_DATA: folder }));
  stub = await startReceiverStub();
  allowNetworkHosts(["127.0.0.1"]);
});
afterAll(async () => {
  allowNetworkHosts([]);
  await stub.close();
});
const { as, scheduled } = newsroomOf(() => db.database);
const { editor, administrator, auditor } = people;

const kinds = ["content.published", "content.corrected", "delivery.placed", "delivery.taken-down"];
async function told(more: Partial<{ url: string; kinds: string[] }> = {}) {
  const key = uuidv7();
  const fields = { name: `Hệ thống ${key}`, url: `${stub.origin}/nhan/${key}`, kinds, ...more };
  const secret = await as(administrator, (w) => addWebhook(w, fields));
  stub.reset({ settings: { secret } });
  const { webhooks } = await listWebhooks(db.database, administrator);
  return webhooks.find(({ name }) => name === fields.name)!.id;
}
const hear = (itemId: string, key: string, isFirst = true) =>
  hearOf((one) => (one.isFirst ? "content.published" : "content.corrected"))(
    db.database,
    { itemId, revisionId: uuidv7(), agencyId: SAMPLE_AGENCY_ID, isFirst },
    { id: key, at: new Date() },
  );
/** What is sent so many hours from now; the receiver's clock goes with ours. */
const sendIn = (hours: number) => {
  const clock = () => new Date(Date.now() + hours * 3_600_000);
  stub.clock.set(clock().toISOString());
  return sendWebhooks(db.database, clock);
};
const log = (id: string) => webhookLog(db.database, administrator, { id });
const system = async (id: string) =>
  (await listWebhooks(db.database, administrator)).webhooks.find((one) => one.id === id)!;

test("signs as the public specification says", () => {
  // The example of the specification itself.
  const secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  const head = signedHead(
    { current: secret, former: newSecret(), formerUntil: new Date(0).toISOString() },
    { messageId: "p5jXN8AQM9LWM0D4loKWxJek", at: new Date(1614265330_000), body: '{"test": 2432232314}' },
  );
  expect(head["webhook-signature"]).toBe("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
});

test("what is public, and where it stands, is told once, in order, with its words and a signature that holds", async () => {
  const id = await told();
  const title = ownTitle("Bài được báo sang hệ thống khác");
  const itemId = await scheduled(title, null, new Date(Date.now() - 120_000));
  await publishDueContent(db.database);
  const [{ live }] = (
    await db.pool.query("select live_revision_id as live from content_item where id = $1", [itemId])
  ).rows;
  const hearing = () =>
    hearOf(() => "content.published")(
      db.database,
      { itemId, revisionId: live, agencyId: SAMPLE_AGENCY_ID, isFirst: true },
      { id: "viec-1", at: new Date() },
    );
  await hearing();
  await hearing();
  await followContent(db.database, { agencyId: SAMPLE_AGENCY_ID, itemId });
  const accountId = await as(editor, (w) => account(w, sampleUnitId("ttbcxb"), { way: "manual" }));
  await as(editor, (w) => planDeliveries(w, { itemId, accountIds: [accountId], wantedAt: null }));
  await deliverDue(db.database);
  const [{ deliveryId }] = (
    await db.pool.query('select id as "deliveryId" from delivery where account_id = $1', [accountId])
  ).rows;
  const url = `https://mang.mau.vn/bai-${id}`;
  await as(editor, (w) => recordByHand(w, { id: deliveryId, url, placedAt: null, where: "" }));
  await sendWebhooks(db.database);
  await as(editor, (w) => takeDown(w, { id: deliveryId, reason: "Đăng nhầm trang" }));
  await Promise.all([sendWebhooks(db.database), sendWebhooks(db.database)]);
  expect(stub.received).toMatchObject([
    { type: "content.published", times: 1, body: { data: { contentId: itemId, title } } },
    { type: "delivery.placed", times: 1, body: { data: { deliveryId, contentId: itemId, url } } },
    { type: "delivery.taken-down", times: 1, body: { data: { deliveryId, url: null } } },
  ]);
  expect((await log(id)).messages.map(({ state }) => state)).toEqual(["sent", "sent", "sent"]);
  await as(administrator, (w) => removeWebhook(w, { id }));
});

test("what is not confirmed comes again under the same id, and the next waits for it", async () => {
  const id = await told();
  await hear(uuidv7(), "a");
  await hear(uuidv7(), "b", false);
  stub.queue({ behaviour: "commit-then-drop" }, { behaviour: "status", params: { status: 503 } });
  await sendWebhooks(db.database);
  expect(stub.received.map(({ type, times }) => [type, times])).toEqual([["content.published", 1]]);
  expect(await system(id)).toMatchObject({ waiting: 2, isOn: true, failingSince: expect.any(Date) });
  // Not before its time.
  expect(await sendWebhooks(db.database)).toBe(0);
  await sendIn(1);
  await sendIn(2);
  expect(stub.received.map(({ type, times }) => [type, times])).toEqual([
    ["content.published", 2],
    ["content.corrected", 1],
  ]);
  expect(await system(id)).toMatchObject({ waiting: 0, failingSince: null });
  const [, first] = (await log(id)).messages;
  expect(first!.attempts.map(({ status }) => status)).toEqual([null, 503, 204]);
  // By hand once more: the same message.
  await as(administrator, (w) => sendWebhookAgain(w, { id, messageId: first!.id }));
  await sendIn(2);
  expect(stub.received[0]).toMatchObject({ id: `msg_${first!.id}`, times: 3 });
  await as(administrator, (w) => removeWebhook(w, { id }));
});

/** A process of its own that sends, over and over, until it is killed. */
function worker() {
  const from = (path: string) => JSON.stringify(join(root, "src", path));
  const code = `
    const { openDatabase } = await import(${from("platform/database/database.ts")});
    const { readConfig } = await import(${from("platform/config/config.ts")});
    const { sealWith } = await import(${from("capabilities/channels/accounts/credentials.ts")});
    const { allowNetworkHosts } = await import(${from("capabilities/channels/accounts/account-call.ts")});
    const { sendWebhooks } = await import(${from("capabilities/channels/webhooks/send-webhooks.ts")});
    const [url, data] = process.argv.slice(1);
    sealWith(readConfig({ GANDAN_DATA: data }));
    allowNetworkHosts(["127.0.0.1"]);
    const { database } = openDatabase(url, { max: 8 });
    console.log("ready");
    for (;;) { await sendWebhooks(database); await new Promise((next) => setTimeout(next, 5)); }
  `;
  const loader = join(root, "scripts/tsx-loader.mjs");
  return spawn(
    process.execPath,
    ["--no-warnings", "--import", loader, "--input-type=module", "-e", code, db.url, folder],
    { cwd: root, stdio: ["ignore", "pipe", "inherit"] },
  );
}

test("workers killed at any moment lose nothing, change nothing and keep the order", async () => {
  const id = await told();
  const items = Array.from({ length: 40 }, () => uuidv7());
  for (const itemId of items) await hear(itemId, `kill ${itemId}`);
  stub.queue(
    { behaviour: "delay", params: { delayMs: 25 }, times: 8 },
    { behaviour: "commit-then-drop" },
    { behaviour: "delay", params: { delayMs: 25 }, times: 100 },
  );
  const both = [worker(), worker()];
  await Promise.all(both.map((child) => once(child.stdout, "data")));
  for (const child of both) {
    await delay(100 + Math.random() * 200);
    child.kill("SIGKILL");
    await once(child, "exit");
  }
  for (const hours of [0, 1, 2]) await sendIn(hours);
  expect(stub.received.map(({ body }) => (body as { data: { contentId: string } }).data.contentId)).toEqual(
    items,
  );
  expect(await system(id)).toMatchObject({ waiting: 0, isOn: true });
  const attempts = (await log(id)).messages.flatMap((message) => message.attempts);
  expect(attempts.length).toBeGreaterThanOrEqual(items.length);
  await as(administrator, (w) => removeWebhook(w, { id }));
}, 60_000);

test("a message that the system refuses holds up the next ones three times only", async () => {
  const id = await told();
  await hear(uuidv7(), "r1");
  await hear(uuidv7(), "r2", false);
  stub.queue({ behaviour: "status", params: { status: 422 }, times: 3 });
  for (const hours of [0, 1, 2]) await sendIn(hours);
  expect(stub.received.map(({ type }) => type)).toEqual(["content.corrected"]);
  expect((await log(id)).messages.map(({ state }) => state)).toEqual(["sent", "given-up"]);
  expect((await system(id)).isOn).toBe(true);
  await as(administrator, (w) => removeWebhook(w, { id }));
});

test("a system that takes nothing for five days is switched off and told of once; what waits goes when it is on again", async () => {
  const id = await told();
  await hear(uuidv7(), "off");
  stub.queue({ behaviour: "status", params: { status: 500 }, times: 20 });
  for (let day = 0; day <= 7; day += 1) await sendIn(day * 24);
  expect(await system(id)).toMatchObject({ isOn: false, waiting: 1 });
  const notices = await db.pool.query("select cause from notice where cause like $1", [
    `webhook-off:${id}:%`,
  ]);
  expect(new Set(notices.rows.map(({ cause }) => cause)).size).toBe(1);
  await hear(uuidv7(), "while-off");
  stub.reset({ settings: { secret: null } });
  await as(administrator, (w) => startWebhook(w, { id }));
  await sendWebhooks(db.database);
  expect(stub.received).toHaveLength(2);
  // Gone for good: at once.
  await hear(uuidv7(), "gone");
  stub.queue({ behaviour: "status", params: { status: 410 } });
  await sendWebhooks(db.database);
  expect((await system(id)).isOn).toBe(false);
  await expect(as(administrator, (w) => stopWebhook(w, { id, reason: "x" }))).rejects.toThrow(Forbidden);
  await as(administrator, (w) => removeWebhook(w, { id }));
});

test("redirects, endless answers and silence are no answer; a test is said at once and holds nothing up", async () => {
  const id = await told();
  stub.queue(
    { behaviour: "status", params: { status: 302, headers: { location: "http://169.254.169.254/" } } },
    { behaviour: "status", params: { status: 200, body: "a".repeat(200_000) } },
    { behaviour: "drop-before" },
  );
  const tries = [];
  for (let n = 0; n < 4; n += 1) tries.push(await tryWebhook(db.database, administrator, { id }));
  expect(tries.map(({ taken }) => taken)).toEqual([false, false, false, true]);
  expect(tries[0]!.words).toContain("không đi theo");
  expect(tries[1]!.words).toContain("64 KB");
  expect(stub.requests()).toHaveLength(4);
  expect(await system(id)).toMatchObject({ isOn: true, waiting: 0, failingSince: null });
  await as(administrator, (w) => removeWebhook(w, { id }));
});

test("the secret is sealed, told once, changed in peace; addresses inside are refused; others may not", async () => {
  const id = await told();
  const fields = { name: "Khác", kinds: ["content.published"] };
  await as(administrator, (w) => renewWebhookSecret(w, { id }));
  // The receiver still holds the former one.
  expect(await tryWebhook(db.database, administrator, { id })).toMatchObject({ taken: true });
  const stored = await db.pool.query("select sealed from webhook_secret where webhook_id = $1", [id]);
  expect(stored.rows[0].sealed).not.toContain("whsec_");
  for (const url of [
    "http://mau.vn/nhan",
    "https://10.0.0.7/nhan",
    "https://[::1]/nhan",
    "https://ai:biet@mau.vn/",
    "https://mau.vn/?token=x",
    (await system(id)).url,
  ])
    await expect(
      as(administrator, (w) => addWebhook(w, { ...fields, url })),
      url,
    ).rejects.toThrow(Unacceptable);
  await expect(as(editor, (w) => addWebhook(w, { ...fields, url: "https://mau.vn/n" }))).rejects.toThrow(
    Forbidden,
  );
  await expect(as(auditor, (w) => removeWebhook(w, { id }))).rejects.toThrow(Forbidden);
  // A name that leads inside is seen when it is called.
  allowNetworkHosts([]);
  expect(await tryWebhook(db.database, administrator, { id })).toMatchObject({ taken: false, status: null });
  allowNetworkHosts(["127.0.0.1"]);
  await expect(as(administrator, (w) => startWebhook(w, { id }))).rejects.toThrow(Forbidden);
});
