import { createHash } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from "@zip.js/zip.js";
import type { Hono } from "hono";
import sharp from "sharp";
import { beforeAll, expect, test } from "vitest";
import { SAMPLE_AGENCY_ID, sampleUnitId } from "#organization";
import { sampleObligationId } from "#plan";
import { Conflict, Forbidden, Unacceptable } from "#platform/auth/policy.ts";
import { today } from "#platform/clock/vietnam-time.ts";
import { readConfig } from "#platform/config/config.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { keepFilesIn } from "#platform/files/files.ts";
import { certificateFingerprint } from "#platform/http/client-certificate.ts";
import { mailServerCertificate, mailServerKey } from "#platform/testing/private-ca.ts";
import { StationSimulator } from "#platform/testing/stubs/grassroots/station-simulator.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { readPodcast } from "../e2e/strict-readers.ts";
import { createSite } from "../src/apps/site.ts";
import { account } from "../src/capabilities/channels/channels.fixture.ts";
import { deliverDue } from "../src/capabilities/channels/deliveries/deliver-due.ts";
import { planDeliveries } from "../src/capabilities/channels/deliveries/plan-deliveries.ts";
import { presentDelivery } from "../src/capabilities/channels/deliveries/present-delivery.ts";
import { followContent } from "../src/capabilities/channels/deliveries/release-deliveries.ts";
import { bindCertificate } from "../src/capabilities/channels/grassroots/bind-certificate.ts";
import { takeCertificates } from "../src/capabilities/channels/grassroots/certificates-taken.ts";
import { confirmUrgent } from "../src/capabilities/channels/grassroots/confirm-urgent.ts";
import { coverageOf } from "../src/capabilities/channels/grassroots/coverage.ts";
import { followBroadcasts } from "../src/capabilities/channels/grassroots/follow-broadcasts.ts";
import { importPlayLog } from "../src/capabilities/channels/grassroots/import-play-log.ts";
import {
  planBroadcasts,
  type WantedBroadcasts,
} from "../src/capabilities/channels/grassroots/plan-broadcasts.ts";
import { presentBroadcasts } from "../src/capabilities/channels/grassroots/present-broadcasts.ts";
import { saveArea } from "../src/capabilities/channels/grassroots/save-area.ts";
import { saveSlot } from "../src/capabilities/channels/grassroots/save-slot.ts";
import { saveStation } from "../src/capabilities/channels/grassroots/save-station.ts";
import { makeStationKey, revokeStationKey } from "../src/capabilities/channels/grassroots/station-keys.ts";
import { tryPlayLog } from "../src/capabilities/channels/grassroots/try-play-log.ts";
import { noAi } from "../src/capabilities/newsroom/ai-use/ai-use.ts";
import { approveContent } from "../src/capabilities/newsroom/approve-content.ts";
import { noteLoudness } from "../src/capabilities/newsroom/bulletins/loudness/note-loudness.ts";
import { wavOf } from "../src/capabilities/newsroom/bulletins/loudness/wav.ts";
import { draftContent } from "../src/capabilities/newsroom/draft-content.ts";
import { uploadMedia } from "../src/capabilities/newsroom/media-library/upload-media.ts";
import { fields, newsroomOf, ownTitle, people } from "../src/capabilities/newsroom/newsroom.fixture.ts";
import { publishDueContent } from "../src/capabilities/newsroom/publish-due-content.ts";
import { scheduleContent } from "../src/capabilities/newsroom/schedule-content.ts";
import { submitForReview } from "../src/capabilities/newsroom/submit-for-review.ts";
import { withdrawContent } from "../src/capabilities/newsroom/withdraw-content.ts";

let db: TestDatabase;
let site: Hono;
const faults: unknown[] = [];
const { as, exact } = newsroomOf(() => db.database);
const { writer, editor, secondEditor, leader, clerk } = people;
const SECONDS = 31;
const RATE = 16_000;
const rows = async (query: string, values: unknown[] = []) => (await db.pool.query(query, values)).rows;

const area = { id: "", name: "Xã Thử Một", code: "thu-1", difficultBasis: "", isClosed: false };
const hard = { id: "", name: "Xã Thử Hai", code: "thu-2", difficultBasis: "QĐ mẫu", isClosed: false };
const station = (id: string | null, code: string, areaId: string, way: "package" | "feed") => ({
  ...{ id, code, areaId, way, name: `Đài ${code}`, sort: "station" as const },
  ...{ keeper: "", clusters: 3, note: "", isClosed: false },
});
let [byHand, device, third] = ["", "", ""];
const slotId = uuidv7();
/** The whole of the day, so that the present is always within it. */
const allDay = { earliest: "00:00", latest: "23:59", fromTime: "00:00", toTime: "23:59" };

let recordingId = "";
async function recorded(): Promise<string> {
  if (recordingId) return recordingId;
  const { id } = await as(writer, (w) =>
    uploadMedia(w, {
      bytes: wavOf(
        Float32Array.from(
          { length: SECONDS * RATE },
          (_, at) => 10 ** (-13 / 20) * Math.sin((2 * Math.PI * 997 * at) / RATE),
        ),
        RATE,
      ),
      ...{ fileName: "ban-tin.wav", alt: "Bản tin", decorative: false, credit: "Lê Thị Mẫu" },
      ...{ source: null, licence: "own", consent: "not-needed", consentReference: null },
    }),
  );
  await as(writer, (w) => noteLoudness(w, { id, lufs: -16, truePeakDb: -3 }));
  recordingId = id;
  return id;
}

async function publishedBulletin(title = ownTitle("Bản tin phát thanh")) {
  const mediaId = await recorded();
  const id = await as(writer, (w) =>
    draftContent(w, {
      kind: "audio-bulletin",
      unitId: sampleUnitId("phong-mau-a"),
      fields: fields(title, {
        own: {
          script: `Kính thưa bà con. ${"Từ nay làm thủ tục tại xã. ".repeat(12)}`,
          reader: "Lê Thị Mẫu",
        },
        media: [{ mediaId, role: "recording", alt: "", caption: "" }],
        aiUse: noAi,
      }),
      obligationIds: [sampleObligationId("II.4.2-a")],
    }),
  );
  await as(writer, async (w) => submitForReview(w, { id, revisionId: (await exact(id)).revisionId }));
  const reviewed = await exact(id);
  await as(editor, (w) => approveContent(w, reviewed));
  await as(clerk, (w) => scheduleContent(w, { id, at: null }), new Date(Date.now() - 120_000)).catch(
    (error) => {
      throw new Error(JSON.stringify((error as Unacceptable).issues));
    },
  );
  await publishDueContent(db.database);
  await followContent(db.database, { agencyId: SAMPLE_AGENCY_ID, itemId: id });
  return id;
}

/** A bulletin on its way to loudspeakers, handed to people. */
async function onTheAir() {
  const itemId = await publishedBulletin();
  const accountId = await as(editor, (w) =>
    account(w, sampleUnitId("ttbcxb"), { network: "radio", way: "manual" }),
  );
  await as(editor, (w) => planDeliveries(w, { itemId, accountIds: [accountId], wantedAt: null }));
  await deliverDue(db.database);
  const [row] = await rows("select id, marker from delivery where item_id = $1 and account_id = $2", [
    itemId,
    accountId,
  ]);
  return { itemId, id: row.id as string, marker: row.marker as string };
}
const wanted = (id: string, more: Partial<WantedBroadcasts> = {}): WantedBroadcasts => ({
  ...{ id, stationIds: [byHand, device], priority: "normal", slotId, until: null },
  ...{ fromDay: today().toString(), toDay: today().toString(), repeats: 1, gapSeconds: 60, ...more },
});
const shown = (id: string) => presentBroadcasts(db.database, editor, id);
const ask = async (path: string, init?: RequestInit) => site.request(path, init);
/** As a device asks: redirects to the recording are followed. */
const outside = async (address: string, init?: RequestInit): Promise<Response> => {
  const answer = await ask(new URL(address).pathname + new URL(address).search, init);
  const to = answer.headers.get("location");
  return answer.status === 302 && to ? ask(to) : answer;
};
async function simulator(manners = {}) {
  const key = await as(editor, (w) => makeStationKey(w, { id: device, sort: "device" }));
  const [made] = await rows(
    "select id from loudspeaker_key where station_id = $1 order by made_at desc limit 1",
    [device],
  );
  const sim = new StationSimulator({ base: "http://cong.mau", code: "may-1", key, manners, fetch: outside });
  const end = () => as(editor, (w) => revokeStationKey(w, { keyId: made.id }));
  return { sim, key, end };
}

beforeAll(async () => {
  db = await testDatabase("sample");
  const folder = mkdtempSync(join(tmpdir(), "loudspeakers-"));
  keepFilesIn(folder);
  site = createSite({ database: db.database, config: readConfig({ GANDAN_DATA: folder }) }, (error) =>
    faults.push(error),
  );
  await as(editor, async (w) => {
    area.id = await saveArea(w, { ...area, id: null, isDifficult: false });
    hard.id = await saveArea(w, { ...hard, id: null, isDifficult: true });
    byHand = await saveStation(w, station(null, "tay-1", area.id, "package"));
    device = await saveStation(w, station(null, "may-1", hard.id, "feed"));
    third = await saveStation(w, station(null, "tay-2", hard.id, "package"));
    await w.tx.execute(`insert into loudspeaker_slot (id, agency_id, name, weekdays, from_time, to_time, changed_by, changed_at)
      values ('${slotId}', '${SAMPLE_AGENCY_ID}', 'Cả ngày', '1234567', '${allDay.fromTime}', '${allDay.toTime}', '${editor.personId}', now())`);
  });
});

test("slots stand within the limits of the agency, and the register is kept by who may", async () => {
  const slot = {
    id: null,
    name: "Khuya",
    weekdays: "135",
    fromTime: "21:30",
    toTime: "21:45",
    isClosed: false,
  };
  await expect(as(editor, (w) => saveSlot(w, slot))).rejects.toThrow(/nằm ngoài giờ được phát/);
  await expect(as(writer, (w) => saveSlot(w, slot))).rejects.toThrow(Forbidden);
  const twin = { ...station(null, "TAY-1", area.id, "package") };
  await expect(as(editor, (w) => saveStation(w, twin))).rejects.toThrow(/Mã này đã là của/);
  await expect(
    as(editor, (w) => saveArea(w, { ...area, isDifficult: false, isClosed: true })),
  ).rejects.toThrow(Conflict);
});

test("a device is let in by its certificate, as the proxy that is trusted names it, and by nothing else", async () => {
  const print = certificateFingerprint(mailServerCertificate)!;
  expect(print).toMatch(/^[0-9a-f]{64}$/);
  const der = mailServerCertificate.replace(/-----[A-Z ]+-----|\s/g, "");
  const spelled = [
    ...[`:${der}:`, encodeURIComponent(mailServerCertificate), print.toUpperCase()],
    ...[print.match(/../g)!.join(":"), `sha256:${print}`],
  ];
  for (const one of spelled) expect(certificateFingerprint(one)).toBe(print);
  const noOne = [
    "",
    "(null)",
    `${print}, ${print}`,
    `:${der}:, :${der}:`,
    `:${der.slice(9)}:`,
    print.slice(1),
  ];
  for (const one of [...noOne, mailServerCertificate.repeat(2), mailServerKey])
    expect(certificateFingerprint(one)).toBeNull();

  const bind = (id: string, certificate: string, who = editor) =>
    as(who, (w) => bindCertificate(w, { id, certificate }));
  const schedule = (on: Hono, headers: Record<string, string>) =>
    on.request("/grassroots/v1/schedule", { headers });
  // Nobody in front checks certificates: none is bound, and the header is not believed.
  await expect(bind(device, print)).rejects.toThrow("GANDAN_CLIENT_CERT_HEADER");
  const settings = { GANDAN_DATA: mkdtempSync(join(tmpdir(), "loudspeakers-")) };
  expect(() => readConfig({ ...settings, GANDAN_CLIENT_CERT_HEADER: "Client-Cert" })).toThrow(
    "GANDAN_TRUST_PROXY",
  );
  const behind = createSite(
    {
      database: db.database,
      config: readConfig({
        ...settings,
        ...{ GANDAN_TRUST_PROXY: "on", GANDAN_CLIENT_CERT_HEADER: "Client-Cert" },
      }),
    },
    (error) => faults.push(error),
  );
  await expect(bind(device, print, writer)).rejects.toThrow(Forbidden);
  await expect(bind(device, mailServerKey)).rejects.toThrow(Unacceptable);
  await bind(device, mailServerCertificate);
  await expect(bind(byHand, print)).rejects.toThrow("đang gắn với một đài");
  const told = await schedule(behind, { "client-cert": `:${der}:` });
  expect([told.status, (await told.json()).station]).toEqual([200, "may-1"]);
  expect((await schedule(site, { "client-cert": `:${der}:` })).status).toBe(401);
  expect((await schedule(behind, { "client-cert": `:${der}:, :${der}:` })).status).toBe(401);
  expect(
    (await schedule(behind, { authorization: `Bearer ${"a".repeat(43)}`, "client-cert": print })).status,
  ).toBe(401);
  const other = await behind.request("/grassroots/v1/schedule?station=tay-1", {
    headers: { "client-cert": print },
  });
  expect(other.status).toBe(403);
  // Taken back it lets nobody in, and may be bound to another station.
  const [{ id: keyId }] = await rows("select id from loudspeaker_key where hash = $1", [print]);
  await as(editor, (w) => revokeStationKey(w, { keyId }));
  expect((await schedule(behind, { "client-cert": print })).status).toBe(401);
  await bind(third, print);
  expect((await (await schedule(behind, { "client-cert": print })).json()).station).toBe("tay-2");
  takeCertificates(false);
});

test("a bulletin is given to each station once, and taken as a package whose checksums hold", async () => {
  const { id } = await onTheAir();
  await expect(as(writer, (w) => planBroadcasts(w, wanted(id)))).rejects.toThrow(Forbidden);
  await as(editor, (w) => planBroadcasts(w, wanted(id)));
  await expect(as(editor, (w) => planBroadcasts(w, wanted(id)))).rejects.toThrow(/đều có bản tin này rồi/);
  await Promise.allSettled(
    [1, 2].map(() => as(editor, (w) => planBroadcasts(w, wanted(id, { stationIds: [byHand, third] })))),
  );
  expect(await rows("select count(*)::int as count from broadcast where delivery_id = $1", [id])).toEqual([
    { count: 3 },
  ]);
  await expect(
    as(editor, (w) =>
      planBroadcasts(w, wanted(id, { stationIds: [third], fromDay: "2020-01-01", toDay: "2020-01-02" })),
    ),
  ).rejects.toThrow(Unacceptable);

  const key = await as(editor, (w) => makeStationKey(w, { id: byHand, sort: "page" }));
  const page = `/grassroots/v1/dai/${key}`;
  const opened = await (await ask(page)).text();
  const [own] = (await shown(id)).broadcasts.filter(({ stationId }) => stationId === byHand);
  const [others] = (await shown(id)).broadcasts.filter(({ stationId }) => stationId === device);
  expect(opened).toContain(own!.id);
  expect(opened).not.toContain(others!.id);
  const send = (path: string, form: Record<string, string>) =>
    ask(`${page}/${path}`, { method: "POST", body: new URLSearchParams(form) });
  expect((await send("tai", { id: others!.id, name: "Người lạ" })).status).toBe(422);
  const zip = await send("tai", { id: own!.id, name: "Trần Thị Đài" });
  expect(zip.headers.get("content-type")).toBe("application/zip");
  const files = new Map<string, Uint8Array>();
  const reader = new ZipReader(new Uint8ArrayReader(new Uint8Array(await zip.arrayBuffer())));
  for (const entry of await reader.getEntries())
    if (!entry.directory) files.set(entry.filename, await entry.getData(new Uint8ArrayWriter()));
  expect([...files.keys()].toSorted()).toEqual([
    "SHA256SUMS.txt",
    "bai-phat.wav",
    "huong-dan.txt",
    "lich-phat.csv",
    "loi-doc.txt",
    "thong-tin.csv",
  ]);
  const sums = new TextDecoder().decode(files.get("SHA256SUMS.txt")).trim().split("\n");
  for (const line of sums) {
    const [sum, name] = line.split("  ");
    expect(createHash("sha256").update(files.get(name!)!).digest("hex"), name).toBe(sum);
  }
  expect(new TextDecoder().decode(files.get("loi-doc.txt"))).toContain("Kính thưa bà con");
  expect((await shown(id)).broadcasts.find((one) => one.id === own!.id)!.taken).toMatchObject([
    { takenBy: "Trần Thị Đài" },
  ]);

  // Said twice in the same minute it was played once; the first play is the placement and proves.
  const moment = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 16);
  for (const _ of [1, 2])
    expect((await send("phat", { id: own!.id, startedAt: moment, name: "Trần Thị Đài" })).status).toBe(303);
  expect(await presentDelivery(db.database, editor, id)).toMatchObject({ state: "placed" });
  expect((await shown(id)).broadcasts.find((one) => one.id === own!.id)).toMatchObject({ plays: 1 });
  expect(
    await rows(
      "select count(*)::int as count from evidence e join placement p on p.id::text = e.source_id where p.delivery_id = $1",
      [id],
    ),
  ).toEqual([{ count: 1 }]);
  await db.pool.query(
    "update loudspeaker_key set revoked_at = now(), revoked_by = made_by where station_id = $1",
    [byHand],
  );
  expect((await ask(page)).status).toBe(410);
});

test("a device plays from its schedule with its own key; what it says is taken once, and what it did wrong is told", async () => {
  const { id, itemId } = await onTheAir();
  await as(editor, (w) =>
    planBroadcasts(w, wanted(id, { stationIds: [device], toDay: today().add({ days: 1 }).toString() })),
  );
  const { sim, key, end } = await simulator({ repeatsReceipts: true });
  expect((await ask("/grassroots/v1/schedule?station=may-1")).status).toBe(401);
  const bearer = { headers: { authorization: `Bearer ${key}` } };
  expect((await ask("/grassroots/v1/schedule?station=tay-1", bearer)).status).toBe(403);
  expect(await sim.poll()).toBe(200);
  expect(await sim.poll()).toBe(304);
  expect(await sim.heartbeat()).toBe(200);
  expect(await (await ask("/grassroots/v1/thu-2.m3u8", bearer)).text()).toMatch(/^#EXTM3U\n#EXTINF:31,/);
  // The same as a podcast: any player takes it, one that knows our words plans by it.
  const podcast = await (await ask("/grassroots/v1/may-1.rss", bearer)).text();
  expect(podcast).toContain('xmlns:gb="https://example.gov.vn/ns/grassroots/1"');
  expect(podcast).toMatch(
    /<enclosure url="[^"]+\/audio\/[^"]+" length="\d+" type="audio\/[a-z]+"\/><itunes:duration>31<.*<gb:priority>normal<.*<gb:area>THU-2<.*<gb:playFrom>[\dT:-]+\+07:00<.*<gb:playUntil>.*<gb:repeat>\d<.*<gb:sha256>[0-9a-f]{64}</i,
  );
  expect((await ask("/grassroots/v1/tay-1.rss", bearer)).status).toBe(403);
  await sim.load(Date.now());
  sim.play(Date.now());
  const told = await sim.report();
  expect(told!.accepted).toEqual(expect.arrayContaining([expect.stringContaining("may-1-")]));
  expect(told!.duplicate.length).toBe(told!.accepted.length);
  const again = await sim.report();
  expect(again!.accepted).toEqual([]);
  const counted = async () =>
    rows(
      "select state, doubt, count(*)::int as count from play_log l join broadcast b on b.id = l.broadcast_id where b.delivery_id = $1 group by 1, 2 order by 1, 2",
      [id],
    );
  const once = [
    { state: "downloaded", doubt: null, count: 1 },
    { state: "played", doubt: null, count: 1 },
  ];
  expect(await counted()).toEqual(once);
  expect((await presentDelivery(db.database, editor, id)).state).toBe("placed");
  await end();
  expect(await sim.poll()).toBe(401);

  // Garbled, full, out of reach: nothing counts as played; a restart plays once.
  const bad = await simulator({ garblesAudio: true });
  await bad.sim.poll();
  await bad.sim.load(Date.now());
  bad.sim.play(Date.now());
  await bad.sim.report();
  expect(await counted()).toEqual([once[0], { state: "failed", doubt: null, count: 1 }, once[1]]);
  await bad.end();
  const wrongClock = await simulator({ clockAheadSeconds: 600 });
  await wrongClock.sim.poll();
  await wrongClock.sim.load(Date.now());
  wrongClock.sim.play(Date.now());
  expect((await wrongClock.sim.report())!.rejected).toContainEqual(
    expect.objectContaining({ error: "in-the-future" }),
  );
  await wrongClock.end();

  // What is withdrawn leaves the schedule; a station that goes on is found out.
  const deaf = await simulator({ ignoresWithdrawals: true });
  await deaf.sim.poll();
  await deaf.sim.load(Date.now());
  const [{ url }] = await rows(
    "select '/grassroots/v1/audio/' || id as url from broadcast where delivery_id = $1",
    [id],
  );
  expect((await ask(url)).status).toBe(302);
  await as(leader, (w) => withdrawContent(w, { id: itemId, reason: "Số liệu sai, phải thu hồi" }));
  await followBroadcasts(db.database, { agencyId: SAMPLE_AGENCY_ID, itemId });
  expect((await ask(url)).status).toBe(410);
  const schedule = await (
    await ask("/grassroots/v1/schedule", { headers: { authorization: `Bearer ${deaf.key}` } })
  ).json();
  expect(schedule.items.map(({ bulletinId }: { bulletinId: string }) => bulletinId)).not.toContain(id);
  expect(schedule.withdrawn).toContainEqual(expect.objectContaining({ bulletinId: id, revision: 1 }));
  await deaf.sim.poll();
  deaf.sim.play(Date.now() + 120_000);
  await deaf.sim.report();
  expect(await counted()).toContainEqual({ state: "played", doubt: "after-withdrawal", count: 1 });
  await deaf.end();
  expect(faults).toEqual([]);
});

test("a play log is tried line by line, taken once, and twins are told", async () => {
  const heardIn = async () => {
    const { areas } = await coverageOf(db.database, editor, today().toString().slice(0, 7));
    return (areaId: string) => areas.find((one) => one.areaId === areaId);
  };
  const before = await heardIn();
  const { id, marker } = await onTheAir();
  await as(editor, (w) => planBroadcasts(w, wanted(id, { stationIds: [byHand, third] })));
  const now = new Date(Date.now() + 7 * 3_600_000).toISOString();
  const when = `${now.slice(8, 10)}/${now.slice(5, 7)}/${now.slice(0, 4)} ${now.slice(11, 16)}`;
  const csv = [
    "Mã đài;Mã bản tin;Bắt đầu phát;Kết quả",
    `tay-1;${marker};${when};Đã phát`,
    `tay-1;${marker};${when};đã phát`,
    `TAY-2;${marker};${when};Không phát được`,
    `tay-9;${marker};${when};Đã phát`,
    `tay-1;khong-co;${when};Đã phát`,
    `tay-1;${marker};hôm qua;Đã phát`,
  ].join("\r\n");
  const bytes = new TextEncoder().encode(csv);
  const tried = await tryPlayLog(db.database, SAMPLE_AGENCY_ID, { bytes });
  expect(tried.lines.map(({ line, state }) => [line, state])).toEqual([
    [2, "new"],
    [3, "present"],
    [4, "new"],
    [5, "bad"],
    [6, "bad"],
    [7, "bad"],
  ]);
  const bring = (seen: string, more = bytes) =>
    as(editor, (w) => importPlayLog(w, { bytes: more, fileName: "nhat-ky.csv", seen }));
  expect(await bring(tried.seen)).toEqual({ plays: 2, stations: 2 });
  await expect(bring(tried.seen)).rejects.toThrow(Conflict);
  const json = new TextEncoder().encode(
    JSON.stringify({
      station: "tay-1",
      receipts: [
        {
          receiptId: "x-1",
          bulletinId: marker,
          state: "played",
          startedAt: new Date(`${now.slice(0, 16)}:00+07:00`).toISOString(),
        },
        {
          receiptId: "x-2",
          bulletinId: marker,
          state: "played",
          startedAt: new Date(Date.now() - 600_000).toISOString(),
        },
      ],
    }),
  );
  const second = await tryPlayLog(db.database, SAMPLE_AGENCY_ID, { bytes: json });
  expect(second.lines.map(({ line, state }) => [line, state])).toEqual([
    [1, "present"],
    [2, "new"],
  ]);
  expect(await bring(second.seen, json)).toEqual({ plays: 1, stations: 1 });
  expect((await presentDelivery(db.database, editor, id)).state).toBe("placed");
  const after = await heardIn();
  expect(after(area.id)).toMatchObject({ isDifficult: false, stations: 1 });
  expect(after(hard.id)).toMatchObject({ isDifficult: true, stations: 2 });
  const more = (areaId: string, what: "heard" | "given" | "plays") =>
    (after(areaId)?.[what] ?? 0) - (before(areaId)?.[what] ?? 0);
  expect([more(area.id, "given"), more(area.id, "heard"), more(area.id, "plays")]).toEqual([1, 1, 2]);
  expect([more(hard.id, "given"), more(hard.id, "heard"), more(hard.id, "plays")]).toEqual([1, 0, 0]);
});

test("what is urgent interrupts only when a second person let it, and ends", async () => {
  const { id } = await onTheAir();
  const { key, end } = await simulator();
  const urgent = { priority: "emergency" as const, stationIds: [device], slotId: null };
  await expect(as(editor, (w) => planBroadcasts(w, wanted(id, urgent)))).rejects.toThrow(
    /phải có giờ kết thúc/,
  );
  await as(editor, (w) =>
    planBroadcasts(w, wanted(id, { ...urgent, until: new Date(Date.now() + 3_600_000) })),
  );
  const asked = async (since = "", seconds = 0) =>
    (
      await ask(`/grassroots/v1/emergency?station=may-1&since=${since}&wait=${seconds}`, {
        headers: { authorization: `Bearer ${key}` },
      })
    ).json();
  const before = await asked();
  expect(before.items).toEqual([]);
  await expect(as(editor, (w) => confirmUrgent(w, { id }))).rejects.toThrow(/không được tự xác nhận/);
  const waiting = asked(before.cursor, 20);
  const urgently = { bulletinId: id, priority: "emergency", interrupt: true };
  const stream = await ask("/grassroots/v1/emergency/stream?station=may-1", {
    headers: { authorization: `Bearer ${key}`, "last-event-id": before.cursor },
  });
  expect(stream.headers.get("content-type")).toContain("text/event-stream");
  const listening = stream.body!.pipeThrough(new TextDecoderStream()).getReader();
  // Who has what there is hears nothing until there is more.
  const heard = (async () => {
    for (;;) {
      const { value = "" } = await listening.read();
      // Lines that say nothing keep the connection.
      if (value !== ": \n\n") return value;
    }
  })();
  await as(secondEditor, (w) => confirmUrgent(w, { id }));
  expect((await waiting).items).toMatchObject([urgently]);
  const event = /^data: (.+)\nid: (\w+)\n\n$/.exec(await heard)!;
  expect(JSON.parse(event[1]!)).toMatchObject({ cursor: event[2], items: [urgently] });
  await listening.cancel();
  expect((await ask("/grassroots/v1/emergency/stream")).status).toBe(401);
  await end();
});

test("players of podcasts take the bulletins: the sound with its true length, what is said, and a cover", async () => {
  const itemId = await publishedBulletin();
  const feed = async () => readPodcast(await (await ask("/feeds/loai/ban-tin-phat-thanh.rss")).text());
  const { cover, episodes } = await feed();
  const episode = episodes.find(({ guid }) => guid.endsWith(`:content/${itemId}`))!;
  const inside = (address: string) => ask(new URL(address).pathname, { headers: { range: "bytes=10-" } });
  const whole = await (await ask(new URL(episode.url).pathname)).arrayBuffer();
  expect([whole.byteLength, episode.seconds, episode.type]).toEqual([episode.length, SECONDS, "audio/wav"]);
  const rest = await inside(episode.url);
  expect([rest.status, (await rest.arrayBuffer()).byteLength]).toEqual([206, episode.length - 10]);
  expect(await (await ask(new URL(episode.transcript).pathname)).text()).toContain("Kính thưa bà con.");
  const { width, height, format } = await sharp(
    Buffer.from(await (await ask(new URL(cover).pathname)).arrayBuffer()),
  ).metadata();
  expect([width, height, format]).toEqual([1400, 1400, "jpeg"]);
  await as(leader, (w) => withdrawContent(w, { id: itemId, reason: "Đọc nhầm lịch." }));
  expect((await feed()).episodes.some(({ guid }) => guid === episode.guid)).toBe(false);
  expect((await ask(new URL(episode.transcript).pathname)).status).toBe(404);
});
