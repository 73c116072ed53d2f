import { spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";
import { beforeAll, expect, test } from "vitest";
import { SAMPLE_AGENCY_ID, sampleUnitId } from "#organization";
import { readConfig } from "#platform/config/config.ts";
import { root } from "#platform/config/root.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { keepFilesIn } from "#platform/files/files.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { allowNetworkHosts } from "../src/capabilities/channels/accounts/account-call.ts";
import { sealWith } from "../src/capabilities/channels/accounts/credentials.ts";
import { account } from "../src/capabilities/channels/channels.fixture.ts";
import { askNetworks } from "../src/capabilities/channels/deliveries/ask-networks.ts";
import { decideUnknown } from "../src/capabilities/channels/deliveries/decide-unknown.ts";
import { deliverDue } from "../src/capabilities/channels/deliveries/deliver-due.ts";
import { planDeliveries } from "../src/capabilities/channels/deliveries/plan-deliveries.ts";
import { followContent } from "../src/capabilities/channels/deliveries/release-deliveries.ts";
import { noteContact } from "../src/capabilities/channels/press-room/note-contact.ts";
import { noteOutlet } from "../src/capabilities/channels/press-room/note-outlet.ts";
import { videoOf, wavOf } from "../src/capabilities/newsroom/media-library/recordings.fixture.ts";
import { uploadMedia } from "../src/capabilities/newsroom/media-library/upload-media.ts";
import { newsroomOf, ownTitle, people } from "../src/capabilities/newsroom/newsroom.fixture.ts";
import { publishDueContent } from "../src/capabilities/newsroom/publish-due-content.ts";
import { type PlayedNetwork, playedNetworks } from "./played-networks.ts";

/** Deliveries of each network that are interrupted; more by the environment, for a night's run. */
const RUNS = Number(process.env.KILL_RUNS ?? 20);
/** So many are due at once. */
const BATCH = 20;
const KILLS = 5;

let db: TestDatabase;
const data = mkdtempSync(join(tmpdir(), "delivery-kill-"));
beforeAll(async () => {
  db = await testDatabase("sample");
  keepFilesIn(data);
  sealWith(readConfig({ GANDAN_DATA: data }));
  allowNetworkHosts(["127.0.0.1"]);
});
const { as, scheduled } = newsroomOf(() => db.database);
const { editor } = people;
const unitId = sampleUnitId("ttbcxb");

/** A process of its own that delivers and asks, over and over, until it is killed. */
function worker() {
  const from = (path: string) => JSON.stringify(join(root, "src", path));
  const code = `
    const { openDatabase } = await import(${from("platform/database/database.ts")});
    const { readConfig } = await import(${from("platform/config/config.ts")});
    const { keepFilesIn } = await import(${from("platform/files/files.ts")});
    const { sealWith } = await import(${from("capabilities/channels/accounts/credentials.ts")});
    const { allowNetworkHosts } = await import(${from("capabilities/channels/accounts/account-call.ts")});
    const { deliverDue } = await import(${from("capabilities/channels/deliveries/deliver-due.ts")});
    const { askNetworks } = await import(${from("capabilities/channels/deliveries/ask-networks.ts")});
    const [url, data] = process.argv.slice(1);
    keepFilesIn(data);
    sealWith(readConfig({ GANDAN_DATA: data }));
    allowNetworkHosts(["127.0.0.1"]);
    const { database } = openDatabase(url, { max: 8 });
    console.log("ready");
    for (;;) { await deliverDue(database); await askNetworks(database); await new Promise((next) => setTimeout(next, 5)); }
  `;
  return spawn(
    process.execPath,
    [
      "--no-warnings",
      "--import",
      join(root, "scripts/tsx-loader.mjs"),
      "--input-type=module",
      "-e",
      code,
      db.url,
      data,
    ],
    { cwd: root, stdio: ["ignore", "pipe", "inherit"] },
  );
}

const rows = async (query: string, values: unknown[] = []) => (await db.pool.query(query, values)).rows;

/** Gives a text that is public a film or its sound, as if it had been written with it. */
async function addRecording(itemId: string, sort: "video" | "audio"): Promise<void> {
  const bytes = sort === "video" ? await videoOf("mp4") : wavOf(1);
  const facts = { alt: "Bộ phận một cửa", decorative: false, credit: null, source: null, licence: null };
  const made = await as(editor, (current) =>
    uploadMedia(current, {
      bytes,
      fileName: sort === "video" ? "phim.mp4" : "ban-thu.wav",
      ...facts,
      consent: "not-needed",
      consentReference: null,
    }),
  );
  const owner = new pg.Client({ connectionString: db.ownerUrl });
  await owner.connect();
  await owner.query(
    `update content_revision set media = $2 where id = (select live_revision_id from content_item where id = $1)`,
    [itemId, JSON.stringify([{ role: sort, mediaId: made.id, alt: "", caption: "" }])],
  );
  await owner.end();
}

/** An address for what goes to people by name; the networks are played at the same time. */
let toNewsroom: Promise<string> | null = null;
async function newsroom(): Promise<string> {
  const [outletId, id] = [uuidv7(), uuidv7()];
  await as(editor, async (current) => {
    await noteOutlet(current, {
      id: outletId,
      name: "Báo Mẫu",
      kind: "newspaper",
      address: "",
      phone: "",
      note: "",
    });
    await noteContact(current, {
      ...{ id, outletId, basis: "official", name: "", jobTitle: "", phone: "", consent: null },
      email: "toasoan@bao.example",
    });
  });
  return id;
}

/** A text under so many accounts of the network, due now. */
async function dueDeliveries(network: PlayedNetwork, count: number): Promise<string[]> {
  const itemId = await scheduled(ownTitle("Bài bị ngắt"), null, new Date(Date.now() - 120_000));
  await publishDueContent(db.database);
  if (network.needs) await addRecording(itemId, network.needs);
  await followContent(db.database, { agencyId: SAMPLE_AGENCY_ID, itemId });
  const accountIds = await as(editor, async (current) => {
    const made: string[] = [];
    for (let number = 0; number < count; number += 1)
      made.push(
        await account(current, unitId, { network: network.slug, way: "connected", secret: network.secret() }),
      );
    return made;
  });
  const choices = Object.fromEntries(accountIds.map((id) => [id, network.choices ?? {}]));
  toNewsroom ??= newsroom();
  const release = { listIds: [], contactIds: [await toNewsroom], mediaIds: [], isAhead: false };
  const planned = { itemId, accountIds, wantedAt: null, choices, release };
  await as(editor, (current) => planDeliveries(current, planned));
  return (
    await rows("select id from delivery where item_id = $1 and account_id = any($2)", [itemId, accountIds])
  ).map(({ id }) => id);
}

/** Two workers at once, one of them killed at a moment that nobody chose. */
async function killed(): Promise<void> {
  const [one, other] = [worker(), worker()];
  await Promise.all([one, other].map((child) => new Promise((ready) => child.stdout.once("data", ready))));
  await delay(Math.random() * 150);
  for (const child of [one, other]) {
    child.kill("SIGKILL");
    await new Promise((gone) => child.once("exit", gone));
    await delay(Math.random() * 60);
  }
}

const open = "state not in ('placed', 'refused', 'withdrawn') and not needs_person";

/** Time goes on: what waits is tried and asked about until nothing is left that goes on by itself. */
async function settle(ids: string[]): Promise<void> {
  for (let seconds = 30; seconds < 40_000; seconds *= 1.6) {
    const later = () => new Date(Date.now() + seconds * 1000);
    await deliverDue(db.database, later);
    await askNetworks(db.database, later());
    const [left] = await rows(`select count(*)::int as left from delivery where id = any($1) and ${open}`, [
      ids,
    ]);
    if (left.left === 0) return;
  }
}

/** Whoever is asked looks at the network and says what stands there; gives how often somebody was. */
async function decide(ids: string[], network: PlayedNetwork): Promise<number> {
  const asked = await rows("select id, marker from delivery where id = any($1) and needs_person", [ids]);
  for (const { id, marker } of asked) {
    const stands = network.standing(marker) > 0;
    const url = stands ? `https://mang.mau.vn/${marker}` : null;
    await as(editor, (current) => decideUnknown(current, { id, stands, url }));
  }
  return asked.length;
}

/** All networks at the same moment, so that whoever is killed was at work on several. */
async function runOf(networks: (PlayedNetwork & { name: string })[], count: number): Promise<void> {
  const all = new Map<(typeof networks)[number], string[]>();
  for (const network of networks) all.set(network, await dueDeliveries(network, count));
  const ids = [...all.values()].flat();
  await db.pool.query(
    "update delivery set due_at = due_at - random() * interval '1 minute' where id = any($1)",
    [ids],
  );
  for (const network of networks) network.queue(...network.troubles);
  for (let kill = 0; kill < KILLS; kill += 1) await killed();
  // What was sent again because somebody said so may meet a trouble that is still to come, and somebody is asked again.
  for (let asked = 1; asked > 0; ) {
    await settle(ids);
    asked = 0;
    for (const [network, own] of all) asked += await decide(own, network);
  }
  for (const [network, own] of all) {
    const found = await rows(
      `select d.marker, d.state, case when d.state <> 'placed' then d.reason end as why,
         (select count(*)::int from placement p where p.delivery_id = d.id) as placements,
         (select count(*)::int from evidence e join placement p on p.id::text = e.source_id
          where p.delivery_id = d.id and e.source = 'channels' and e.withdrawn_at is null) as proofs
       from delivery d where d.id = any($1)`,
      [own],
    );
    expect(
      found.map(({ marker, ...rest }) => ({ ...rest, standing: network.standing(marker) })),
      network.name,
    ).toEqual(found.map(() => ({ state: "placed", why: null, placements: 1, proofs: 1, standing: 1 })));
  }
}

test(
  `workers killed at any moment, against ${playedNetworks.length} networks that drop, delay and lie: nothing doubled, nothing lost`,
  async () => {
    const networks: (PlayedNetwork & { name: string })[] = [];
    try {
      for (const { name, start } of playedNetworks) networks.push({ name, ...(await start()) });
      for (let run = 0; run < RUNS; run += BATCH) await runOf(networks, Math.min(BATCH, RUNS - run));
    } finally {
      await Promise.all(networks.map(({ close }) => close()));
    }
  },
  60_000 * Math.max(5, RUNS / 4),
);
