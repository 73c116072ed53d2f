import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { SAMPLE_AGENCY_ID, sampleUnitId } from "#organization";
import { Conflict, Forbidden, NotFound, Unacceptable } from "#platform/auth/policy.ts";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import { readConfig } from "#platform/config/config.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { keepFilesIn, putFile } from "#platform/files/files.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { connectAccount, disconnectAccount } from "../src/capabilities/channels/accounts/connect-account.ts";
import { sealWith } from "../src/capabilities/channels/accounts/credentials.ts";
import {
  pauseAccount,
  pauseAll,
  resumeAccount,
  resumeAll,
} from "../src/capabilities/channels/accounts/stop-account.ts";
import { account, playedNetwork } from "../src/capabilities/channels/channels.fixture.ts";
import { NotConnected } from "../src/capabilities/channels/connectors/connector.ts";
import { askNetworks } from "../src/capabilities/channels/deliveries/ask-networks.ts";
import {
  approveWords,
  changeDelivery,
  tryAgain,
  withdrawDelivery,
} from "../src/capabilities/channels/deliveries/change-delivery.ts";
import { decideUnknown } from "../src/capabilities/channels/deliveries/decide-unknown.ts";
import { deliverDue } from "../src/capabilities/channels/deliveries/deliver-due.ts";
import { deliveryOf } from "../src/capabilities/channels/deliveries/delivery-queries.ts";
import { followPlaced } from "../src/capabilities/channels/deliveries/follow-placed.ts";
import { listDeliveries, presentOfContent } from "../src/capabilities/channels/deliveries/list-deliveries.ts";
import { noticeMissedDeliveries } from "../src/capabilities/channels/deliveries/notice-missed.ts";
import { planDeliveries } from "../src/capabilities/channels/deliveries/plan-deliveries.ts";
import { postOf } from "../src/capabilities/channels/deliveries/post-of-delivery.ts";
import { presentDelivery } from "../src/capabilities/channels/deliveries/present-delivery.ts";
import {
  followContent,
  releaseDeliveries,
} from "../src/capabilities/channels/deliveries/release-deliveries.ts";
import { approvePictures, choosePictures } from "../src/capabilities/channels/pictures/choose-pictures.ts";
import { addProof } from "../src/capabilities/channels/placements/add-proof.ts";
import { recordByHand } from "../src/capabilities/channels/placements/record-by-hand.ts";
import { renewPlacement } from "../src/capabilities/channels/placements/renew-placement.ts";
import { takeDown } from "../src/capabilities/channels/placements/take-down.ts";
import { checkTimes } from "../src/capabilities/channels/posting-times/check-times.ts";
import { addQuietDays, removeQuietDays } from "../src/capabilities/channels/posting-times/keep-quiet-days.ts";
import { noLimits } from "../src/capabilities/channels/posting-times/posting-rule.ts";
import { savePostingRule } from "../src/capabilities/channels/posting-times/save-posting-rule.ts";
import { revisionOf } from "../src/capabilities/newsroom/content-queries.ts";
import { correctContent, decideCorrection } from "../src/capabilities/newsroom/correct-content.ts";
import { newsroomOf, ownTitle, people } from "../src/capabilities/newsroom/newsroom.fixture.ts";
import { publishDueContent } from "../src/capabilities/newsroom/publish-due-content.ts";
import { saveContent } from "../src/capabilities/newsroom/save-content.ts";
import { scheduleContent } from "../src/capabilities/newsroom/schedule-content.ts";
import { withdrawContent } from "../src/capabilities/newsroom/withdraw-content.ts";

let db: TestDatabase;
const network = playedNetwork();
beforeAll(async () => {
  db = await testDatabase("sample");
  const folder = mkdtempSync(join(tmpdir(), "channels-"));
  keepFilesIn(folder);
  sealWith(readConfig({ GANDAN_DATA: folder }));
});
beforeEach(() => {
  network.answers.length = 0;
  network.looks.length = 0;
  network.follows.length = 0;
});
const { as, scheduled, approved, exact, item } = newsroomOf(() => db.database);
const { writer, editor, secondEditor, leader, clerk, auditor, administrator } = people;
const unitId = sampleUnitId("ttbcxb");
const rows = async (query: string, values: unknown[] = []) => (await db.pool.query(query, values)).rows;
const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000);
const ahead = (seconds: number) => () => new Date(Date.now() + seconds * 1000);

const opened = (way: "manual" | "connected" | "rehearsal") => as(editor, (w) => account(w, unitId, { way }));
/** A text that is public, and what the signal of it brings about. */
async function published(title = ownTitle("Bài lên kênh")) {
  const id = await scheduled(title, null, ago(2));
  await publishDueContent(db.database);
  await followContent(db.database, { agencyId: SAMPLE_AGENCY_ID, itemId: id });
  return id;
}
const planned = async (itemId: string, accountId: string, wantedAt: Date | null = null) => {
  await as(editor, (w) => planDeliveries(w, { itemId, accountIds: [accountId], wantedAt }));
  const [row] = await rows(
    "select id from delivery where item_id = $1 and account_id = $2 order by planned_at desc limit 1",
    [itemId, accountId],
  );
  return row.id as string;
};
const shown = (id: string) => presentDelivery(db.database, editor, id);
const proofs = (id: string) =>
  rows(
    "select e.url, e.withdrawn_at from evidence e join placement p on p.id::text = e.source_id where e.source = 'channels' and p.delivery_id = $1",
    [id],
  );

test("a text goes out once under each account chosen for it, when it is public, and proves what it proves", async () => {
  const accountId = await opened("connected");
  const itemId = await approved(ownTitle("Chọn kênh trước khi đăng"));
  const id = await planned(itemId, accountId);
  expect(await planned(itemId, accountId)).toBe(id);
  expect(await deliverDue(db.database)).toBe(0);
  await as(clerk, (w) => scheduleContent(w, { id: itemId, at: null }), ago(2));
  await publishDueContent(db.database);
  // The sweep finds it when no signal told of it.
  await releaseDeliveries(db.database);
  await deliverDue(db.database);
  await deliverDue(db.database);
  const found = await shown(id);
  expect(found).toMatchObject({ state: "placed", attempts: 1, outdated: false });
  expect(network.standing.filter((marker) => found.url?.endsWith(marker))).toHaveLength(1);
  expect(await proofs(id)).toEqual([{ url: found.url, withdrawn_at: null }]);
  expect(found.events.map(({ state }) => state)).toEqual(["pending", "submitting", "placed"]);
  const portal = await rows(
    "select p.url, d.state from placement p join delivery d on d.id = p.delivery_id join channel_account a on a.id = p.account_id where a.way = 'own' and p.item_id = $1",
    [itemId],
  );
  expect(portal).toEqual([{ url: expect.stringMatching(/^\/tin-tuc\/chon-kenh/), state: "placed" }]);
});

test("what the network did not confirm is looked for by its marker, never sent again blindly", async () => {
  const accountId = await opened("connected");
  network.answers.push("commit-then-throw");
  const id = await planned(await published(), accountId);
  await deliverDue(db.database);
  expect(await shown(id)).toMatchObject({ state: "unknown", needsPerson: false });
  expect(await askNetworks(db.database)).toBe(0);
  await askNetworks(db.database, ahead(30)());
  const found = await shown(id);
  expect(found).toMatchObject({ state: "placed", attempts: 1 });
  expect(network.standing.filter((marker) => found.url?.endsWith(marker))).toHaveLength(1);
});

test("what the network says is not there is sent once more", async () => {
  const id = await planned(await published(), await opened("connected"));
  network.answers.push({ outcome: "unknown", why: "Mạng trả lời không đọc được." });
  await deliverDue(db.database);
  await askNetworks(db.database, ahead(30)());
  expect(await shown(id)).toMatchObject({ state: "failed" });
  await deliverDue(db.database, ahead(60));
  expect(await shown(id)).toMatchObject({ state: "placed", attempts: 2 });
});

test("where the network cannot tell, a person does, and is asked once", async () => {
  const ids = [];
  for (let n = 0; n < 2; n += 1) {
    network.answers.push({ outcome: "unknown", why: "Mất liên lạc." });
    network.looks.push({ outcome: "unknown", why: "Mạng không cho tìm lại.", askAgainIn: null });
    ids.push(await planned(await published(), await opened("connected")));
    await deliverDue(db.database);
    await askNetworks(db.database, ahead(30)());
  }
  const [stands, absent] = ids as [string, string];
  expect(await shown(stands)).toMatchObject({ state: "unknown", needsPerson: true });
  expect(
    await rows("select distinct cause from notice where cause like $1", [`delivery-unknown:${stands}:%`]),
  ).toHaveLength(1);
  await expect(as(writer, (w) => decideUnknown(w, { id: stands, stands: true, url: null }))).rejects.toThrow(
    Forbidden,
  );
  await expect(
    as(editor, (w) => decideUnknown(w, { id: stands, stands: true, url: "không có" })),
  ).rejects.toThrow(Unacceptable);
  await expect(as(editor, (w) => tryAgain(w, { id: stands }))).rejects.toThrow(/trả lời câu hỏi/);
  const url = `https://mang.mau.vn/bai/${stands}`;
  await as(editor, (w) => decideUnknown(w, { id: stands, stands: true, url: `${url}?fbclid=theo-doi` }));
  expect(await shown(stands)).toMatchObject({ state: "placed", url, attempts: 1 });
  await as(clerk, (w) => decideUnknown(w, { id: absent, stands: false, url: null }));
  await deliverDue(db.database);
  expect(await shown(absent)).toMatchObject({ state: "placed", attempts: 1 });
});

test("what a network tells of an earlier sending is no answer about one that a person began meanwhile", async () => {
  network.answers.push({ outcome: "unknown", why: "Mất liên lạc." });
  network.looks.push({ outcome: "unknown", why: "Mạng không cho tìm lại.", askAgainIn: 30, personMay: true });
  const id = await planned(await published(), await opened("connected"));
  await deliverDue(db.database);
  await askNetworks(db.database, ahead(30)());
  network.answers.push("commit-then-throw");
  network.looks.push(async () => {
    await as(editor, (w) => decideUnknown(w, { id, stands: false, url: null }));
    await deliverDue(db.database);
    return { outcome: "absent" };
  });
  await askNetworks(db.database, ahead(60)());
  expect(await shown(id)).toMatchObject({ state: "unknown", attempts: 1 });
  await askNetworks(db.database, ahead(120)());
  const found = await shown(id);
  expect(found).toMatchObject({ state: "placed", attempts: 1 });
  expect(network.standing.filter((marker) => found.url?.endsWith(marker))).toHaveLength(1);
});

test("a failure before the visible call is tried again; a refusal waits for a person; both say why", async () => {
  const id = await planned(await published(), await opened("connected"));
  network.answers.push("throw-before", { outcome: "rejected", why: "Ảnh quá lớn." });
  await deliverDue(db.database);
  expect(await shown(id)).toMatchObject({
    state: "failed",
    reason: expect.stringMatching(/chưa có gì được đăng/),
  });
  expect(await deliverDue(db.database)).toBe(0);
  await deliverDue(db.database, ahead(10));
  expect(await shown(id)).toMatchObject({ state: "refused", reason: "Ảnh quá lớn.", attempts: 2 });
  await as(editor, (w) => tryAgain(w, { id }));
  await deliverDue(db.database);
  expect(await shown(id)).toMatchObject({ state: "placed" });
});

test("a way in that is lost stops the account and keeps what waits; it goes on in the order in which it was due", async () => {
  const accountId = await opened("connected");
  const [first, second] = [await published(), await published()];
  const id = await planned(first, accountId);
  const other = await planned(second, accountId);
  network.answers.push({ outcome: "reauth", why: "Mã kết nối hết hạn." });
  await deliverDue(db.database);
  expect(await shown(id)).toMatchObject({ state: "pending", attempts: 0, stopped: "Mã kết nối hết hạn." });
  expect(await shown(other)).toMatchObject({ state: "pending", stopped: "Mã kết nối hết hạn." });
  // Who may connect it anew is led there; who may not is told whose it is. What a person stopped is something else.
  expect(await shown(id)).toMatchObject({ reconnect: { allowed: false } });
  expect(await presentDelivery(db.database, administrator, id)).toMatchObject({
    reconnect: { allowed: true },
  });
  await rule(accountId, { minutesApart: 45 });
  const connection = { secret: { token: "bi-mat" }, name: null, expiresAt: null };
  await as(administrator, (w) => connectAccount(w, { id: accountId, ...connection }));
  expect(await shown(id)).toMatchObject({ stopped: null, reconnect: null });
  expect((await shown(other)).dueAt!.getTime()).toBeGreaterThan(Date.now() + 40 * 60_000);
  await deliverDue(db.database);
  expect(await shown(other)).toMatchObject({ state: "pending" });
  await deliverDue(db.database, ahead(50 * 60));
  const times = await rows(
    "select id from delivery where id = any($1) and state = 'placed' order by settled_at",
    [[id, other]],
  );
  expect(times.map((row) => row.id)).toEqual([id, other]);
});

test("one switch stops everything of the agency, with a reason, and loses nothing; the late is told once", async () => {
  await expect(as(editor, (w) => pauseAll(w, { reason: " " }))).rejects.toThrow(Unacceptable);
  await expect(as(writer, (w) => pauseAll(w, { reason: "Bão" }))).rejects.toThrow(Forbidden);
  await as(leader, (w) => pauseAll(w, { reason: "Có tang lễ quốc gia" }));
  const id = await planned(await published(), await opened("connected"));
  expect(await deliverDue(db.database)).toBe(0);
  await noticeMissedDeliveries(db.database, ahead(240)());
  await noticeMissedDeliveries(db.database, ahead(300)());
  const told = await rows(
    "select title, count(*)::int from notice where cause like $1 and person_id = $2 group by 1",
    [`delivery-missed:${id}:%`, editor.personId],
  );
  expect(told).toEqual([{ title: expect.stringContaining("đang tạm dừng (Có tang lễ quốc gia)"), count: 1 }]);
  await as(leader, (w) => resumeAll(w));
  await deliverDue(db.database);
  expect(await shown(id)).toMatchObject({ state: "placed" });
});

test("by hand: the pack waits, the address and the picture come back, once; another's address is refused", async () => {
  const accountId = await opened("manual");
  const itemId = await published();
  const id = await planned(itemId, accountId);
  await deliverDue(db.database);
  const waiting = await shown(id);
  expect(waiting).toMatchObject({ state: "submitted", byHand: true, nextTryAt: null });
  expect(waiting.preview.fields.map(({ text }) => text).join("\n")).toContain("utm_content=");
  const [home] = await rows("select url from channel_account where id = $1", [accountId]);
  const url = `https://mang.mau.vn/bai/${id}`;
  const record = (given: string | null, placedAt: Date | null = null) =>
    as(editor, (w) => recordByHand(w, { id, url: given, placedAt, where: "" }));
  await expect(record(null)).rejects.toThrow(/dán địa chỉ/);
  await expect(record("javascript:alert(1)")).rejects.toThrow(Unacceptable);
  await expect(record(home.url)).rejects.toThrow(/địa chỉ của cả trang/);
  await expect(record(url, new Date(Date.now() + 3_600_000))).rejects.toThrow(/tương lai/);
  await record(url);
  await record(url);
  expect(await shown(id)).toMatchObject({ state: "placed", url });
  expect(await proofs(id)).toHaveLength(1);
  const twin = await planned(await published(), accountId);
  await deliverDue(db.database);
  await expect(
    as(editor, (w) => recordByHand(w, { id: twin, url, placedAt: null, where: "" })),
  ).rejects.toThrow(Conflict);
  const bytes = await sharp({ create: { width: 40, height: 40, channels: 3, background: "#a33" } })
    .png()
    .toBuffer();
  for (let n = 0; n < 2; n += 1)
    await as(editor, (w) => addProof(w, { id, bytes, fileName: "màn hình.png" }));
  await expect(
    as(editor, (w) => addProof(w, { id, bytes: Buffer.from("<svg onload=alert(1)>"), fileName: "a.png" })),
  ).rejects.toThrow(Unacceptable);
  expect((await shown(id)).placement?.proofs).toHaveLength(1);
  await as(editor, (w) => takeDown(w, { id, reason: "Đăng nhầm ảnh" }));
  expect(await proofs(id)).toEqual([{ url, withdrawn_at: expect.any(Date) }]);
  expect(await planned(itemId, accountId)).not.toBe(id);
  await deliverDue(db.database);
});

test("words of its own wait for a second person, exactly these, and longer than the network takes is refused", async () => {
  const id = await planned(await published(), await opened("connected"), new Date(Date.now() + 3_600_000));
  const change = (ownText: string | null, who = editor) =>
    as(who, (w) => changeDelivery(w, { id, wantedAt: null, ownText }));
  await change("  Lời riêng cho trang này.  ");
  expect(await shown(id)).toMatchObject({ ownText: "Lời riêng cho trang này.", waitsForWords: true });
  expect(await deliverDue(db.database)).toBe(0);
  const approve = (who: typeof editor, ownText: string) => as(who, (w) => approveWords(w, { id, ownText }));
  await expect(approve(editor, "Lời riêng cho trang này.")).rejects.toThrow(/không được tự duyệt/);
  await expect(approve(secondEditor, "Lời khác")).rejects.toThrow(Conflict);
  await expect(
    db.pool.query(
      "update delivery set own_text_approved_by = own_text_by, own_text_approved_at = now() where id = $1",
      [id],
    ),
  ).rejects.toThrow(/own_words_need_a_second_person/);
  await approve(secondEditor, "Lời riêng cho trang này.");
  await change("Sửa lại sau khi duyệt.");
  expect(await shown(id)).toMatchObject({ waitsForWords: true });
  await approve(secondEditor, "Sửa lại sau khi duyệt.");
  await deliverDue(db.database);
  expect(await shown(id)).toMatchObject({ state: "placed" });
  await expect(change("Đã lên rồi")).rejects.toThrow(Forbidden);
});

test("a text that is withdrawn does not go out; where it stands those who post are told to take it down", async () => {
  const itemId = await published();
  const standing = await planned(itemId, await opened("connected"));
  await deliverDue(db.database);
  const waiting = await planned(itemId, await opened("connected"), new Date(Date.now() + 3_600_000));
  const byHand = await planned(itemId, await opened("manual"));
  await deliverDue(db.database);
  expect(await shown(byHand)).toMatchObject({ state: "submitted" });
  await as(editor, (w) => withdrawContent(w, { id: itemId, reason: "Sai số liệu" }));
  await followContent(db.database, { agencyId: SAMPLE_AGENCY_ID, itemId });
  expect(await shown(waiting)).toMatchObject({ state: "withdrawn" });
  expect(await shown(byHand)).toMatchObject({ state: "withdrawn" });
  const [told] = await rows("select title from notice where cause = $1 and person_id = $2", [
    `delivery-recalled:${standing}`,
    editor.personId,
  ]);
  expect(told.title).toContain("hãy gỡ");
  await expect(
    as(editor, (w) => planDeliveries(w, { itemId, accountIds: [], wantedAt: null })),
  ).rejects.toThrow(Conflict);
});

test("a text that is corrected after it went out is told where the former one stands, until somebody puts the new one there", async () => {
  const itemId = await published();
  const id = await planned(itemId, await opened("manual"));
  await deliverDue(db.database);
  const url = `https://mang.mau.vn/bai/${id}`;
  await as(editor, (w) => recordByHand(w, { id, url, placedAt: null, where: "" }));
  const [before] = await rows("select revision_id from placement where delivery_id = $1", [id]);
  const { currentRevisionId } = await item(itemId);
  const text = await revisionOf(db.database, currentRevisionId);
  const { title, summary, body, primaryTheme, themes, imageId, imageAlt, own, media, aiUse } = text;
  await as(writer, (w) =>
    saveContent(w, {
      id: itemId,
      saveId: uuidv7(),
      baseRevisionId: currentRevisionId,
      fields: {
        title,
        body,
        primaryTheme,
        themes,
        imageId,
        imageAlt,
        own,
        media,
        aiUse,
        summary: `${summary} Đã sửa.`,
      },
    }),
  );
  await as(writer, (w) => correctContent(w, { id: itemId, note: "Sửa câu tóm tắt" }));
  const corrected = await exact(itemId);
  await as(secondEditor, (w) => decideCorrection(w, { ...corrected, accepted: true, reason: "" }));
  await followContent(db.database, { agencyId: SAMPLE_AGENCY_ID, itemId });
  const stale = await shown(id);
  expect(stale).toMatchObject({ state: "placed", outdated: true, needsPerson: true });
  const todo = async () =>
    (await listDeliveries(db.database, editor, { group: "todo", page: 1 })).deliveries.map((one) => one.id);
  expect(await todo()).toContain(id);
  expect(stale.contentRevisionId).not.toBe(before.revision_id);
  expect(
    await rows("select from notice where cause like $1 and person_id = $2", [
      `delivery-outdated:${id}:%`,
      editor.personId,
    ]),
  ).toHaveLength(1);
  await expect(as(editor, (w) => renewPlacement(w, { id, revisionId: before.revision_id }))).rejects.toThrow(
    Conflict,
  );
  await as(editor, (w) => renewPlacement(w, { id, revisionId: stale.contentRevisionId }));
  expect(await shown(id)).toMatchObject({ state: "placed", outdated: false, url });
  expect(await todo()).not.toContain(id);
  expect(await proofs(id)).toHaveLength(1);
});

test("what was handed to a person stays with the person, and what a network took stays its own, whatever the account becomes", async () => {
  const accountId = await opened("manual");
  const byHand = await planned(await published(), accountId);
  const given = await planned(await published(), accountId);
  await deliverDue(db.database);
  await as(administrator, (w) =>
    connectAccount(w, { id: accountId, secret: { token: "bi-mat" }, name: null, expiresAt: null }),
  );
  expect(await shown(byHand)).toMatchObject({ state: "submitted", byHand: true });
  // Unless a person gives it back.
  const { dueAt: seenAt } = await shown(given);
  await as(editor, (w) => changeDelivery(w, { id: given, wantedAt: null, ownText: null, seenAt }));
  await deliverDue(db.database);
  expect(await shown(given)).toMatchObject({ state: "placed", byHand: false });
  network.answers.push({ outcome: "unknown", why: "Mất liên lạc." });
  const sent = await planned(await published(), accountId);
  await deliverDue(db.database);
  await as(administrator, (w) => disconnectAccount(w, { id: accountId }));
  network.looks.push(new NotConnected());
  await askNetworks(db.database, ahead(60)());
  expect(await shown(sent)).toMatchObject({
    state: "unknown",
    needsPerson: true,
    reason: expect.stringContaining("không còn kết nối"),
  });
  const url = `https://mang.mau.vn/bai/${byHand}`;
  await as(editor, (w) => recordByHand(w, { id: byHand, url, placedAt: null, where: "" }));
  expect(await shown(byHand)).toMatchObject({ state: "placed", url });
});

test("what may stand there is not taken back and sent anew; found after its text was withdrawn, somebody has to take it down", async () => {
  const itemId = await published();
  const accountId = await opened("connected");
  network.answers.push("commit-then-throw");
  const id = await planned(itemId, accountId);
  await deliverDue(db.database);
  await expect(as(editor, (w) => withdrawDelivery(w, { id, reason: "Thôi" }))).rejects.toThrow(
    /Chưa rõ bài đã lên/,
  );
  expect(await planned(itemId, accountId)).toBe(id);
  await as(editor, (w) => withdrawContent(w, { id: itemId, reason: "Sai số liệu" }));
  await followContent(db.database, { agencyId: SAMPLE_AGENCY_ID, itemId });
  await askNetworks(db.database, ahead(30)());
  expect(await shown(id)).toMatchObject({ state: "placed", needsPerson: true });
  expect(
    await rows("select from notice where cause = $1 and person_id = $2", [
      `delivery-recalled:${id}`,
      editor.personId,
    ]),
  ).toHaveLength(1);
});

test("while a network cannot be asked, a person may tell after ten minutes and is asked once; it is asked on for a day", async () => {
  const ids: string[] = [];
  for (let n = 0; n < 2; n += 1) {
    ids.push(await planned(await published(), await opened("connected")));
    network.answers.push("commit-then-throw");
    await deliverDue(db.database);
  }
  const [found, lost] = ids as [string, string];
  const ask = async (minutes: number, told = false) => {
    if (!told) network.looks.push(new Error("connection refused"), new Error("connection refused"));
    await askNetworks(db.database, ahead(minutes * 60)());
  };
  await ask(2);
  expect(await shown(found)).toMatchObject({ state: "unknown", needsPerson: false });
  for (const minutes of [12, 20, 30]) await ask(minutes);
  const waits = await shown(found);
  expect(waits).toMatchObject({ state: "unknown", needsPerson: true, nextTryAt: expect.any(Date) });
  expect(waits.events.filter(({ words }) => words === waits.reason)).toHaveLength(1);
  expect(
    await rows("select distinct cause from notice where cause like $1", [`delivery-unknown:${found}:%`]),
  ).toHaveLength(1);
  await as(editor, (w) =>
    decideUnknown(w, { id: found, stands: true, url: `https://mang.mau.vn/bai/${found}` }),
  );
  await ask(25 * 60);
  expect(await shown(found)).toMatchObject({ state: "placed", attempts: 1 });
  expect(await shown(lost)).toMatchObject({ state: "unknown", needsPerson: true, nextTryAt: null });
  network.looks.length = 0;
});

test("our own portal is no channel to take a text down from", async () => {
  const itemId = await published();
  const [own] = await rows(
    "select d.id from delivery d join channel_account a on a.id = d.account_id where a.way = 'own' and d.item_id = $1",
    [itemId],
  );
  await expect(as(editor, (w) => takeDown(w, { id: own.id, reason: "Thử" }))).rejects.toThrow(
    /trang của bài/,
  );
});

test("a rehearsal goes through everything, stands nowhere and proves nothing", async () => {
  const accountId = await opened("rehearsal");
  const id = await planned(await published(), accountId);
  await deliverDue(db.database);
  expect(await shown(id)).toMatchObject({ state: "placed", isRehearsal: true, placement: null });
  expect(await proofs(id)).toEqual([]);
});

test("a rehearsal stays one when its account is connected, and nothing real is rehearsed away", async () => {
  const accountId = await opened("rehearsal");
  const rehearsed = await planned(await published(), accountId);
  await as(administrator, (w) =>
    connectAccount(w, { id: accountId, secret: { token: "bi-mat" }, name: null, expiresAt: null }),
  );
  const before = network.standing.length;
  await deliverDue(db.database);
  expect(await shown(rehearsed)).toMatchObject({ state: "placed", isRehearsal: true, placement: null });
  expect(network.standing.length).toBe(before);
  const real = await planned(await published(), accountId);
  await db.pool.query("update channel_account set way = 'rehearsal' where id = $1", [accountId]);
  await deliverDue(db.database);
  expect(await shown(real)).toMatchObject({
    state: "refused",
    placement: null,
    reason: expect.stringContaining("diễn tập"),
  });
  expect(await proofs(real)).toEqual([]);
});

test("what has to be chosen is asked before it is planned, and what the network forbids there is refused then", async () => {
  const accountId = await as(editor, (w) => account(w, unitId, { network: "tiktok", way: "connected" }));
  const itemId = await approved(ownTitle("Chọn người xem"));
  const plan = (choices: Record<string, string>) =>
    as(editor, (w) =>
      planDeliveries(w, {
        itemId,
        accountIds: [accountId],
        wantedAt: null,
        choices: { [accountId]: choices },
      }),
    );
  await expect(plan({})).rejects.toThrow(/Hãy chọn “Ai xem được”/);
  await expect(plan({ audience: "anh em" })).rejects.toThrow(/không có lựa chọn này/);
  const limits = [
    { words: "Ứng dụng chưa được kiểm duyệt.", forbids: { audience: "public" } },
    { words: "Bài phải có ảnh.", refuses: "without-picture" },
  ];
  await db.pool.query("update channel_credential set limits = $2 where account_id = $1", [
    accountId,
    JSON.stringify(limits),
  ]);
  await expect(plan({ audience: "public" })).rejects.toThrow(/chưa được kiểm duyệt/);
  await plan({ audience: "self" });
  const [{ id }] = await rows("select id from delivery where account_id = $1", [accountId]);
  expect(await shown(id)).toMatchObject({
    chosen: { audience: "self", comments: "on", ai: "no" },
    limits: ["Ứng dụng chưa được kiểm duyệt."],
    preview: { issues: expect.arrayContaining(["Bài phải có ảnh."]) },
  });
  const change = (choices: Record<string, string>) =>
    as(editor, (w) => changeDelivery(w, { id, wantedAt: null, ownText: null, choices }));
  await expect(change({ audience: "public" })).rejects.toThrow(/chưa được kiểm duyệt/);
  await change({ audience: "self", comments: "off" });
  expect(await shown(id)).toMatchObject({ chosen: { audience: "self", comments: "off" } });
});

test("what the network holds unseen comes out neither in a pause nor after its text was taken back", async () => {
  const accountId = await opened("connected");
  const itemId = await published();
  const processing = { outcome: "pending" as const, askAgainIn: 5, why: "Đang xử lý." };
  network.answers.push(processing);
  const id = await planned(itemId, accountId);
  await deliverDue(db.database);
  expect(await shown(id)).toMatchObject({ state: "submitted" });
  await as(editor, (w) => pauseAccount(w, { id: accountId, reason: "Chờ ý kiến" }));
  network.answers.push({ outcome: "done", remoteId: "1", url: `https://mang.mau.vn/xu-ly/${id}` });
  await askNetworks(db.database, ahead(30)());
  expect(await shown(id)).toMatchObject({ state: "submitted" });
  await as(editor, (w) => resumeAccount(w, { id: accountId }));
  await as(editor, (w) => withdrawContent(w, { id: itemId, reason: "Sai số liệu" }));
  await askNetworks(db.database, ahead(30)());
  expect(network.answers).toHaveLength(1);
  await followContent(db.database, { agencyId: SAMPLE_AGENCY_ID, itemId });
  expect(await shown(id)).toMatchObject({ state: "withdrawn" });
});

test("what a network tells later of what stands is written down, and proves from then on by its address", async () => {
  network.answers.push({ outcome: "done", remoteId: "viec-1", url: null, followIn: 600 });
  const id = await planned(await published(), await opened("connected"));
  await deliverDue(db.database);
  expect(await shown(id)).toMatchObject({ state: "placed", placement: { url: null } });
  expect(await followPlaced(db.database)).toBe(0);
  const url = `https://mang.mau.vn/biet-sau/${id}`;
  network.follows.push({ followIn: 600 }, { url, words: "Mạng đã cho biết địa chỉ", followIn: null });
  await followPlaced(db.database, ahead(700)());
  await Promise.all([followPlaced(db.database, ahead(1400)()), followPlaced(db.database, ahead(1400)())]);
  const found = await shown(id);
  expect(found).toMatchObject({ state: "placed", url, placement: { url } });
  expect(found.events.filter(({ words }) => words === "Mạng đã cho biết địa chỉ")).toHaveLength(1);
  expect((await proofs(id)).filter(({ withdrawn_at }) => withdrawn_at === null)).toMatchObject([{ url }]);
  expect(await followPlaced(db.database, ahead(9000)())).toBe(0);
});

test("who may: the auditor looks, another unit's writer plans nothing, another agency finds nothing", async () => {
  const accountId = await opened("manual");
  const itemId = await published();
  const id = await planned(itemId, accountId);
  const plan = (who: typeof editor) =>
    as(who, (w) => planDeliveries(w, { itemId, accountIds: [accountId], wantedAt: null }));
  await expect(plan(auditor)).rejects.toThrow(Forbidden);
  const elsewhere = {
    ...writer,
    appointments: [{ role: "contributor" as const, unitId: sampleUnitId("phong-mau-b") }],
  };
  await expect(plan(elsewhere)).rejects.toThrow(/đơn vị khác/);
  const stranger = { ...editor, agencyId: uuidv7() };
  await expect(as(stranger, (w) => withdrawDelivery(w, { id, reason: "" }))).rejects.toThrow(NotFound);
  const { deliveries } = await listDeliveries(db.database, auditor, { group: "waiting", page: 1, accountId });
  expect(deliveries.map((one) => one.id)).toEqual([id]);
  expect(deliveries[0]!.may.withdraw!.allowed).toBe(false);
  await as(editor, (w) => pauseAccount(w, { id: accountId, reason: "Nghỉ" }));
  expect(await deliverDue(db.database)).toBe(0);
});

/** Tomorrow at this hour in Việt Nam. */
const tomorrowAt = (clock: string, days = 1) =>
  new Date(`${toVietnamDate(new Date(Date.now() + days * 86_400_000)).toString()}T${clock}:00+07:00`);
const everyDay = [1, 2, 3, 4, 5, 6, 7];
const rule = (accountId: string | null, more: object, who = editor) =>
  as(who, (w) => savePostingRule(w, { network: null, accountId, ...noLimits, ...more }));

test("hours, quota and distance of an account are held by the server, also when two choose at once; a reason of who may overrules", async () => {
  const accountId = await opened("connected");
  await expect(rule(accountId, { minutesApart: 30 }, writer)).rejects.toThrow(Forbidden);
  await rule(accountId, {
    good: [],
    closed: [{ days: everyDay, from: "22:00", to: "05:00" }],
    mostPerDay: 2,
    minutesApart: 30,
  });
  const texts = [await published(), await published(), await published()] as const;
  const plan = (itemId: string, wantedAt: Date, timeReason: string | null = null, who = editor) =>
    as(who, (w) => planDeliveries(w, { itemId, accountIds: [accountId], wantedAt, timeReason }));
  await expect(plan(texts[0], tomorrowAt("23:00"))).rejects.toThrow(/Giờ không đăng: 22:00–05:00 hằng ngày/);
  await expect(plan(texts[0], tomorrowAt("23:00"), "Bão đổ bộ trong đêm", writer)).rejects.toThrow(Forbidden);
  const both = await Promise.allSettled([
    plan(texts[0], tomorrowAt("08:00")),
    plan(texts[1], tomorrowAt("08:20")),
  ]);
  expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  const [open, refused] = both[0]!.status === "fulfilled" ? [texts[0], texts[1]] : [texts[1], texts[0]];
  await expect(plan(refused, tomorrowAt("08:10"))).rejects.toThrow(/Quá gần .* cách nhau ít nhất 30 phút/);
  await plan(refused, tomorrowAt("09:00"));
  await expect(plan(texts[2], tomorrowAt("15:00"))).rejects.toThrow(/đã có 2 bài; mỗi ngày nhiều nhất 2/);
  await plan(texts[2], tomorrowAt("23:00"), "Bão đổ bộ trong đêm");
  const found = await checkTimes(db.database, editor, {
    ...{ itemId: open, accountIds: [accountId], deliveryId: null },
    wantedAt: tomorrowAt("23:10"),
  });
  expect(
    found.accounts[0]!.remarks.flatMap(({ kind, weight }) => (weight === "forbidden" ? [kind] : [])),
  ).toEqual(["closed", "quota", "distance"]);
  expect(found).toMatchObject({ isHindered: true, mayOverrule: true });
  expect(found.nextGood).toEqual(tomorrowAt("05:00", 2));
  const [row] = await rows("select id, due_at from delivery where account_id = $1 and item_id = $2", [
    accountId,
    texts[2],
  ]);
  expect(await shown(row.id)).toMatchObject({ timeReason: "Bão đổ bộ trong đêm" });
  const move = (wantedAt: Date, seenAt: Date) =>
    as(editor, (w) => changeDelivery(w, { id: row.id, wantedAt, ownText: null, seenAt }));
  await expect(move(tomorrowAt("10:00", 2), tomorrowAt("22:59"))).rejects.toThrow(/Có người vừa đổi giờ/);
  await expect(move(tomorrowAt("09:15"), row.due_at)).rejects.toThrow(/Quá gần/);
  await move(tomorrowAt("10:00", 2), row.due_at);
  expect(await shown(row.id)).toMatchObject({ timeReason: null, dueAt: tomorrowAt("10:00", 2) });
});

test("what follows its text waits for the next hour that is allowed; quiet days hold what was due, and let it go in its order", async () => {
  const accountId = await opened("connected");
  await rule(accountId, { closed: [{ days: everyDay, from: "00:00", to: "24:00" }] });
  await rule(accountId, { minutesApart: 60 });
  const first = await approved(ownTitle("Theo bài, lên trước"));
  const second = await approved(ownTitle("Theo bài, lên sau"));
  const ids = [await planned(first, accountId), await planned(second, accountId)] as const;
  for (const itemId of [first, second]) {
    await as(clerk, (w) => scheduleContent(w, { id: itemId, at: null }), ago(2));
    await publishDueContent(db.database);
    await followContent(db.database, { agencyId: SAMPLE_AGENCY_ID, itemId });
  }
  const [one, other] = [await shown(ids[0]), await shown(ids[1])];
  expect(other.dueAt!.getTime() - one.dueAt!.getTime()).toBeGreaterThanOrEqual(60 * 60_000);
  expect(other.events.at(-1)!.words).toMatch(/^Lùi đến .* cách nhau ít nhất 60 phút/);

  const id = uuidv7();
  const today = toVietnamDate(new Date());
  const days = { fromDay: today.toString(), toDay: today.add({ days: 1 }).toString() };
  const silent = { id, network: null, accountId, ...days, reason: "Quốc tang" };
  await as(editor, (w) => addQuietDays(w, silent));
  expect(await deliverDue(db.database)).toBe(0);
  expect(await shown(ids[0])).toMatchObject({ stopped: expect.stringContaining("Quốc tang") });
  await noticeMissedDeliveries(db.database, ahead(300)());
  const told = async () =>
    (
      await rows("select title from notice where cause like $1 and person_id = $2", [
        `delivery-missed:${ids[0]}:%`,
        editor.personId,
      ])
    ).map(({ title }) => title);
  expect(await told()).toEqual([expect.stringContaining("Quốc tang")]);
  // Moved, it is missed no longer; late once more, it is told once more.
  const wantedAt = new Date(Date.now() + 20_000);
  await as(editor, (w) => changeDelivery(w, { id: ids[0], wantedAt, ownText: null, timeReason: "Tin buồn" }));
  await as(leader, (w) => pauseAccount(w, { id: accountId, reason: "Đổi người" }));
  await noticeMissedDeliveries(db.database, ahead(340)());
  expect((await told()).length).toBe(2);
  await as(leader, (w) => resumeAccount(w, { id: accountId }));
  await deliverDue(db.database, ahead(30));
  expect(await shown(ids[0])).toMatchObject({ state: "placed" });
  await as(editor, (w) => removeQuietDays(w, { id }));
});

test("after a pause what waited goes out in its order and as far apart as is wanted; what is let out again keeps to the hours too", async () => {
  const accountId = await opened("connected");
  await as(leader, (w) => pauseAccount(w, { id: accountId, reason: "Chờ ý kiến" }));
  const ids: string[] = [];
  for (const _ of [1, 2, 3]) ids.push(await planned(await published(), accountId));
  // They came due close to each other while nothing went out.
  for (const [index, id] of ids.entries())
    await db.pool.query("update delivery set due_at = now() - interval '1 minute' * $2 where id = $1", [
      id,
      30 - 5 * index,
    ]);
  await rule(accountId, { minutesApart: 45 });
  await as(leader, (w) => resumeAccount(w, { id: accountId }));
  const due = [];
  for (const id of ids) due.push((await shown(id)).dueAt!.getTime());
  expect(due[0]).toBeLessThanOrEqual(Date.now());
  expect(due[1]! - Date.now()).toBeGreaterThan(0);
  expect(due[2]! - due[1]!).toBeGreaterThanOrEqual(45 * 60_000);
  expect((await shown(ids[1]!)).events.at(-1)!.words).toMatch(/^Mở lại sau khi tạm dừng\. Lùi đến/);
  network.answers.push({ outcome: "rejected", why: "Không nhận." });
  expect(await deliverDue(db.database)).toBe(1);
  await rule(accountId, { closed: [{ days: everyDay, from: "00:00", to: "24:00" }] });
  await rule(accountId, { mostPerDay: 2 });
  await as(editor, (w) => tryAgain(w, { id: ids[0]! }));
  const again = await shown(ids[0]!);
  expect(again.dueAt!.getTime()).toBeGreaterThan(Date.now());
  expect(again.events.at(-1)!.words).toMatch(/^Cho gửi lại\. Lùi đến .* mỗi ngày nhiều nhất 2/);
});

test("a broadcast to all who follow is for who posts; whoever plans is told so, and keeps what was decided", async () => {
  const accountId = await as(editor, (w) =>
    account(w, sampleUnitId("ttbcxb"), { network: "zalo", way: "connected" }),
  );
  const itemId = await published();
  const plan = (who: typeof writer, broadcast: string) =>
    as(who, (w) =>
      planDeliveries(w, {
        ...{ itemId, accountIds: [accountId], wantedAt: tomorrowAt("09:00") },
        choices: { [accountId]: { broadcast } },
      }),
    );
  const optionsFor = async (who: typeof writer) =>
    (await presentOfContent(db.database, who, itemId)).accounts
      .find(({ id }) => id === accountId)!
      .choices[0]!.options.map(({ forbidden }) => forbidden !== null);
  expect(await optionsFor(writer)).toEqual([false, true, true, true, true]);
  expect(await optionsFor(editor)).toEqual([false, false, false, false, false]);
  await expect(plan(writer, "all")).rejects.toThrow(/Chỉ biên tập và Văn phòng cho gửi/);
  await plan(editor, "north");
  const [{ id }] = await rows("select id from delivery where account_id = $1", [accountId]);
  const change = (broadcast: string) =>
    as(writer, (w) => changeDelivery(w, { id, wantedAt: tomorrowAt("09:30"), choices: { broadcast } }));
  await expect(change("all")).rejects.toThrow(Forbidden);
  await change("north");
  await change("no");
  expect((await shown(id)).chosen).toEqual({ broadcast: "no" });
});

test("by hand: what waits takes other words, and comes back with them once a second person agreed", async () => {
  const id = await planned(await published(), await opened("manual"));
  await deliverDue(db.database);
  const change = (ownText: string | null) =>
    as(editor, (w) => changeDelivery(w, { id, wantedAt: null, ownText }));
  await change("Lời riêng cho trang này.");
  expect(await shown(id)).toMatchObject({ state: "pending", waitsForWords: true });
  await deliverDue(db.database);
  await as(secondEditor, (w) => approveWords(w, { id, ownText: "Lời riêng cho trang này." }));
  await deliverDue(db.database);
  expect(await shown(id)).toMatchObject({ state: "submitted", byHand: true });
  await change(null);
  await deliverDue(db.database);
  expect(await shown(id)).toMatchObject({ state: "submitted", byHand: true, ownText: null });
});

test("a channel has pictures of its own once a second person agreed to exactly these, cut as it shows them", async () => {
  const [text] = await rows(
    "select i.id, m.id as picture_id from content_item i join content_revision r on r.id = i.live_revision_id join media_asset m on m.id = r.image_id where i.state = 'published' limit 1",
  );
  const blank = { width: 900, height: 600, channels: 3, background: "#36c" } as const;
  await putFile(text.picture_id, await sharp({ create: blank }).png().toBuffer());
  const id = await planned(text.id, await opened("manual"));
  await deliverDue(db.database);
  const before = await shown(id);
  const shared = before.pictures.shared.find((one) => one.id === text.picture_id)!;
  const pictures = [{ id: shared.id, alt: "Mô tả riêng", cut: { shape: "square" as const, x: 0, y: 0 } }];
  const choose = (chosen: typeof pictures | null, who = editor) =>
    as(who, (w) => choosePictures(w, { id, pictures: chosen }));
  await expect(choose([{ ...pictures[0]!, id: uuidv7() }])).rejects.toThrow(/không còn trong bài/);
  await expect(choose(pictures, auditor)).rejects.toThrow(Forbidden);
  await choose(pictures);
  expect(await shown(id)).toMatchObject({ state: "pending", waitsForPictures: true });
  await deliverDue(db.database);
  expect(await shown(id)).toMatchObject({ state: "pending" });
  const approve = (who: typeof editor, chosen = pictures) =>
    as(who, (w) => approvePictures(w, { id, pictures: chosen }));
  await expect(approve(editor)).rejects.toThrow(/không được tự duyệt/);
  await expect(approve(secondEditor, [{ ...pictures[0]!, alt: "Khác" }])).rejects.toThrow(Conflict);
  await expect(
    db.pool.query(
      "update delivery set own_pictures_approved_by = own_pictures_by, own_pictures_approved_at = now() where id = $1",
      [id],
    ),
  ).rejects.toThrow(/own_pictures_need_a_second_person/);
  await expect(db.pool.query("update delivery set state = 'failed' where id = $1", [id])).rejects.toThrow(
    /own_pictures_sent_only_approved/,
  );
  await approve(secondEditor);
  await deliverDue(db.database);
  const packed = await shown(id);
  expect(packed).toMatchObject({ state: "submitted", byHand: true, waitsForPictures: false });
  expect(packed.media.filter(({ sort }) => sort === "picture")).toEqual([
    expect.objectContaining({
      alt: "Mô tả riêng",
      path: expect.stringContaining(`/channel-pictures/${id}/`),
    }),
  ]);
  const whole = await deliveryOf(db.database, editor, id);
  const [sent] = postOf(whole.content, "facebook", whole.delivery, db.database).pictures;
  const { width, height } = await sharp(await sent!.jpeg({ bytes: 4_000_000, side: 2048 })).metadata();
  expect(width).toBe(height);
  expect(sent!.alt).toBe("Mô tả riêng");
});
