import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { SAMPLE_AGENCY_ID, sampleUnitId } from "#organization";
import { Conflict, Forbidden } from "#platform/auth/policy.ts";
import { readConfig } from "#platform/config/config.ts";
import { keepFilesIn } from "#platform/files/files.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { sealWith } from "../src/capabilities/channels/accounts/credentials.ts";
import { pauseAll, resumeAll } from "../src/capabilities/channels/accounts/stop-account.ts";
import { approveChangeWords } from "../src/capabilities/channels/changes/approve-change-words.ts";
import { askChanges } from "../src/capabilities/channels/changes/ask-changes.ts";
import { carryOutChanges } from "../src/capabilities/channels/changes/carry-out-changes.ts";
import {
  decideChange,
  leaveChange,
  tryChangeAgain,
} from "../src/capabilities/channels/changes/decide-change.ts";
import { lookAtChanges } from "../src/capabilities/channels/changes/look-at-changes.ts";
import { noticeMissedChanges } from "../src/capabilities/channels/changes/notice-missed-changes.ts";
import { presentChanges } from "../src/capabilities/channels/changes/present-changes.ts";
import { account, playedNetwork } from "../src/capabilities/channels/channels.fixture.ts";
import { askNetworks } from "../src/capabilities/channels/deliveries/ask-networks.ts";
import { decideUnknown } from "../src/capabilities/channels/deliveries/decide-unknown.ts";
import { deliverDue } from "../src/capabilities/channels/deliveries/deliver-due.ts";
import { followPlaced } from "../src/capabilities/channels/deliveries/follow-placed.ts";
import { planDeliveries } from "../src/capabilities/channels/deliveries/plan-deliveries.ts";
import { presentDelivery } from "../src/capabilities/channels/deliveries/present-delivery.ts";
import { followContent } from "../src/capabilities/channels/deliveries/release-deliveries.ts";
import { renewPlacement } from "../src/capabilities/channels/placements/renew-placement.ts";
import { takeDown } from "../src/capabilities/channels/placements/take-down.ts";
import { newsroomOf, ownTitle, people } from "../src/capabilities/newsroom/newsroom.fixture.ts";
import { publishDueContent } from "../src/capabilities/newsroom/publish-due-content.ts";
import { withdrawContent } from "../src/capabilities/newsroom/withdraw-content.ts";

let db: TestDatabase;
const network = playedNetwork({ changes: true });
beforeAll(async () => {
  db = await testDatabase("sample");
  const folder = mkdtempSync(join(tmpdir(), "changes-"));
  keepFilesIn(folder);
  sealWith(readConfig({ GANDAN_DATA: folder }));
});
beforeEach(() => {
  network.answers.length = 0;
  network.looks.length = 0;
});
const newsroom = newsroomOf(() => db.database);
const { as, scheduled } = newsroom;
const { writer, editor, secondEditor, leader, clerk } = people;
const rows = async (query: string, values: unknown[] = []) => (await db.pool.query(query, values)).rows;
const ahead = (seconds: number) => new Date(Date.now() + seconds * 1000);
const follow = (itemId: string) => followContent(db.database, { agencyId: SAMPLE_AGENCY_ID, itemId });

/** A public text that the network was sent. */
async function standing() {
  const itemId = await scheduled(ownTitle("Bài được sửa trên kênh"), null, ahead(-120));
  await publishDueContent(db.database);
  await follow(itemId);
  const accountId = await as(editor, (w) => account(w, sampleUnitId("ttbcxb"), { way: "connected" }));
  await as(editor, (w) => planDeliveries(w, { itemId, accountIds: [accountId], wantedAt: null }));
  await deliverDue(db.database);
  const [row] = await rows("select id, marker from delivery where item_id = $1 and account_id = $2", [
    itemId,
    accountId,
  ]);
  return { itemId, accountId, id: row.id as string, marker: row.marker as string };
}
async function corrected(itemId: string) {
  const words = await newsroom.corrected(itemId);
  await follow(itemId);
  return words;
}
const placeOf = async (itemId: string, id: string) =>
  (await presentChanges(db.database, editor, itemId)).places.find((one) => one.deliveryId === id)!;
const shown = (id: string) => presentDelivery(db.database, editor, id);
const noticed = (cause: string) =>
  rows("select from notice where cause like $1 and person_id = $2", [`${cause}%`, editor.personId]);
const proofs = (id: string) =>
  rows(
    "select e.revision_hash, e.withdrawn_at is not null as withdrawn from evidence e join placement p on p.id::text = e.source_id where e.source = 'channels' and p.delivery_id = $1",
    [id],
  );

test("a text corrected on the portal is corrected where it stands, by itself and once, and history and proof say which text stands there", async () => {
  const { itemId, id, marker } = await standing();
  expect(await placeOf(itemId, id)).toMatchObject({ standing: "current", way: "network", change: null });
  const words = await corrected(itemId);
  await follow(itemId);
  expect(await placeOf(itemId, id)).toMatchObject({
    standing: "outdated",
    change: { act: "correct", state: "waiting", askedByName: null },
  });
  expect(await shown(id)).toMatchObject({ needsPerson: false, outdated: true });
  expect(await carryOutChanges(db.database)).toBe(1);
  expect(await carryOutChanges(db.database)).toBe(0);
  expect(network.words.get(marker)).toContain(words);
  const place = await placeOf(itemId, id);
  expect(place).toMatchObject({ standing: "current", change: { state: "done", isOpen: false } });
  expect(place.renewedAt).not.toBeNull();
  expect(await proofs(id)).toEqual([{ revision_hash: place.revisionHash, withdrawn: false }]);
  expect((await shown(id)).events.map((event) => event.words).join()).toContain(
    `Bản ${place.revisionHash.slice(0, 12)} đứng trên`,
  );
});

test("a lost answer is read back; corrected once more meanwhile, the newest text comes to stand there", async () => {
  const { itemId, id, marker } = await standing();
  await corrected(itemId);
  network.answers.push("commit-then-throw");
  await carryOutChanges(db.database);
  expect(await placeOf(itemId, id)).toMatchObject({ change: { state: "unknown", needsPerson: false } });
  await expect(as(editor, (w) => takeDown(w, { id, reason: "Gỡ tay" }))).rejects.toThrow(/đang sửa, gỡ/);
  const newest = await corrected(itemId);
  await lookAtChanges(db.database, ahead(30));
  await carryOutChanges(db.database, () => ahead(600));
  expect(network.words.get(marker)).toContain(newest);
  expect(await placeOf(itemId, id)).toMatchObject({ standing: "current", change: { state: "done" } });
});

test("what the network refuses is told with why, and is tried again, replaced or left to a person", async () => {
  const { itemId, accountId, id } = await standing();
  await corrected(itemId);
  network.answers.push({ outcome: "rejected", why: "Không cho đổi ảnh." });
  await carryOutChanges(db.database);
  const { change } = await placeOf(itemId, id);
  expect(change).toMatchObject({ state: "refused", why: "Không cho đổi ảnh." });
  expect(await noticed(`change-refused:${change!.id}`)).toHaveLength(1);
  expect((await shown(id)).needsPerson).toBe(true);
  network.answers.push({ outcome: "rejected", why: "Vẫn không." });
  await as(editor, (w) => tryChangeAgain(w, { id: change!.id }));
  await carryOutChanges(db.database);
  await as(editor, (w) => leaveChange(w, { id: change!.id }));
  expect((await shown(id)).needsPerson).toBe(true);
  const { contentRevisionId } = await shown(id);
  await as(editor, (w) => renewPlacement(w, { id, revisionId: contentRevisionId }));
  expect(await placeOf(itemId, id)).toMatchObject({ standing: "current" });
  await corrected(itemId);
  const replace = { id: itemId, act: "replace" as const, deliveryIds: [id], reason: "Thay ảnh", words: null };
  await as(editor, (w) => askChanges(w, replace));
  await carryOutChanges(db.database);
  await deliverDue(db.database);
  expect(await placeOf(itemId, id)).toMatchObject({ standing: "gone" });
  const anew = await rows(
    "select state from delivery where item_id = $1 and account_id = $2 and state <> 'withdrawn'",
    [itemId, accountId],
  );
  expect(anew).toEqual([{ state: "placed" }]);
  expect(network.words.size).toBeGreaterThan(0);
});

test("nothing is taken down by itself: who may says so with a reason, and it proves nothing any more", async () => {
  const { itemId, id, marker } = await standing();
  await corrected(itemId);
  await as(editor, (w) => withdrawContent(w, { id: itemId, reason: "Sai số liệu" }));
  await follow(itemId);
  await carryOutChanges(db.database);
  expect(network.words.has(marker)).toBe(true);
  expect(await placeOf(itemId, id)).toMatchObject({ standing: "recalled", change: { state: "dropped" } });
  const wish = { id: itemId, act: "remove" as const, deliveryIds: [id], reason: "Sai số liệu", words: null };
  await expect(as(writer, (w) => askChanges(w, wish))).rejects.toThrow(Forbidden);
  await expect(as(leader, (w) => askChanges(w, { ...wish, reason: " " }))).rejects.toThrow(/lý do/);
  await expect(as(leader, (w) => askChanges(w, { ...wish, act: "correct" }))).rejects.toThrow(Forbidden);
  await expect(as(clerk, (w) => askChanges(w, { ...wish, act: "correct" }))).rejects.toThrow(Conflict);
  await as(leader, (w) => askChanges(w, wish));
  await carryOutChanges(db.database);
  expect(network.words.has(marker)).toBe(false);
  expect(await placeOf(itemId, id)).toMatchObject({
    standing: "gone",
    change: { act: "remove", state: "done" },
  });
  expect(await shown(id)).toMatchObject({ state: "withdrawn", needsPerson: false });
  expect(await proofs(id)).toMatchObject([{ withdrawn: true }]);
  await expect(as(leader, (w) => askChanges(w, wish))).rejects.toThrow(/không còn trên kênh/);
});

test("a pause holds it and loses nothing; what is late is told once", async () => {
  const { itemId, id } = await standing();
  await as(editor, (w) => pauseAll(w, { reason: "Chờ ý kiến" }));
  await corrected(itemId);
  expect(await carryOutChanges(db.database)).toBe(0);
  const { change } = await placeOf(itemId, id);
  expect(change).toMatchObject({ state: "waiting", stopped: "Chờ ý kiến" });
  await noticeMissedChanges(db.database, ahead(240));
  await noticeMissedChanges(db.database, ahead(300));
  expect(await noticed(`change-missed:${change!.id}`)).toHaveLength(1);
  await as(editor, resumeAll);
  await carryOutChanges(db.database);
  expect(await placeOf(itemId, id)).toMatchObject({ standing: "current" });
});

test("one call at a time under an account, posting or changing; who died is taken over as far as it came", async () => {
  const { itemId, accountId, id } = await standing();
  await corrected(itemId);
  const { change } = await placeOf(itemId, id);
  const other = await scheduled(ownTitle("Bài khác trên cùng tài khoản"), null, ahead(-120));
  await publishDueContent(db.database);
  await as(editor, (w) => planDeliveries(w, { itemId: other, accountIds: [accountId], wantedAt: null }));
  const take =
    "update placement_change set state = 'running', taken_by = gen_random_uuid(), risky_at = $2 where id = $1";
  const post =
    "update delivery set state = 'submitting', taken_by = gen_random_uuid() where item_id = $1 and account_id = $2";
  await db.pool.query(take, [change!.id, null]);
  await expect(db.pool.query(post, [other, accountId])).rejects.toThrow(/called already/);
  expect(await deliverDue(db.database)).toBe(0);
  await carryOutChanges(db.database);
  expect(await placeOf(itemId, id)).toMatchObject({ change: { state: "failed" } });
  await db.pool.query(post, [other, accountId]);
  await expect(db.pool.query(take, [change!.id, null])).rejects.toThrow(/called already/);
  await deliverDue(db.database, () => ahead(60));
  // Died after the visible call was announced: it is read back first, and only then done again.
  await db.pool.query(take, [change!.id, new Date()]);
  await carryOutChanges(db.database);
  expect(await placeOf(itemId, id)).toMatchObject({ change: { state: "unknown" } });
  await expect(
    db.pool.query("update placement_change set risky_at = now() + interval '1 hour' where id = $1", [
      change!.id,
    ]),
  ).rejects.toThrow(/made already/);
  await lookAtChanges(db.database, ahead(60));
  await carryOutChanges(db.database, () => ahead(600));
  expect(await placeOf(itemId, id)).toMatchObject({ standing: "current", change: { state: "done" } });
});

test("where nobody but a person can tell, both answers are theirs", async () => {
  const { itemId, id } = await standing();
  await corrected(itemId);
  network.answers.push({ outcome: "unknown", why: "Mất liên lạc." });
  await carryOutChanges(db.database);
  const { change } = await placeOf(itemId, id);
  await expect(as(editor, (w) => decideChange(w, { id: change!.id, isDone: true }))).rejects.toThrow(
    /hỏi lại/,
  );
  await db.pool.query(
    "update channel_account set way = 'manual' where id = (select account_id from delivery where id = $1)",
    [id],
  );
  await lookAtChanges(db.database, ahead(60));
  expect(await placeOf(itemId, id)).toMatchObject({ change: { state: "unknown", needsPerson: true } });
  expect(await noticed(`change-unknown:${change!.id}`)).toHaveLength(1);
  await as(editor, (w) => decideChange(w, { id: change!.id, isDone: true }));
  expect(await placeOf(itemId, id)).toMatchObject({ standing: "current", change: { state: "done" } });
  expect((await shown(id)).needsPerson).toBe(false);
});

test("what a person found standing is changed by the network once it carries the mark of what was sent, else by hand", async () => {
  const confirmed = async (addressOf: (marker: string) => string) => {
    network.answers.push("commit-then-throw");
    network.looks.push({ outcome: "unknown", why: "Mạng không cho tìm lại.", askAgainIn: null });
    const stood = await standing();
    await askNetworks(db.database, ahead(30));
    const url = addressOf(stood.marker);
    await as(editor, (w) => decideUnknown(w, { id: stood.id, stands: true, url }));
    expect(await placeOf(stood.itemId, stood.id)).toMatchObject({ way: "by-hand", url });
    await followPlaced(db.database, ahead(60));
    return stood;
  };
  const own = await confirmed((marker) => `https://mang.mau.vn/bai/${marker}`);
  expect(await placeOf(own.itemId, own.id)).toMatchObject({ way: "network" });
  const words = await corrected(own.itemId);
  await carryOutChanges(db.database);
  expect(network.words.get(own.marker)).toContain(words);
  await as(editor, (w) =>
    askChanges(w, { id: own.itemId, act: "remove", deliveryIds: [own.id], reason: "Sai số", words: null }),
  );
  await carryOutChanges(db.database);
  expect(await placeOf(own.itemId, own.id)).toMatchObject({ standing: "gone", change: { state: "done" } });
  // Another post's address was pasted: nothing is called about it, and the pack says what to do.
  const other = await confirmed((marker) => `https://mang.mau.vn/khac/${marker}-2`);
  expect((await shown(other.id)).events.at(-1)?.words).toContain("không mang dấu");
  await corrected(other.itemId);
  expect(await carryOutChanges(db.database)).toBe(0);
  const { contentRevisionId: revisionId, changeSteps, needsPerson } = await shown(other.id);
  expect([changeSteps.correct.length > 0, needsPerson]).toEqual([true, true]);
  await as(editor, (w) => renewPlacement(w, { id: other.id, revisionId }));
  expect(await placeOf(other.itemId, other.id)).toMatchObject({ way: "by-hand", standing: "current" });
});

test("what was read back of an earlier call says nothing of one that was begun meanwhile", async () => {
  const { itemId, id } = await standing();
  await corrected(itemId);
  network.answers.push("commit-then-throw");
  await carryOutChanges(db.database);
  const { change } = await placeOf(itemId, id);
  // While the network is asked, time runs out, a person has it done again, and that answer is lost as well.
  network.looks.push(async () => {
    await db.pool.query("update placement_change set needs_person = true where id = $1", [change!.id]);
    await as(editor, (w) => decideChange(w, { id: change!.id, isDone: false }));
    network.answers.push("commit-then-throw");
    await carryOutChanges(db.database);
    return { outcome: "absent" };
  });
  await lookAtChanges(db.database, ahead(60));
  expect(await placeOf(itemId, id)).toMatchObject({ change: { state: "unknown" } });
  await lookAtChanges(db.database, ahead(600));
  expect(await placeOf(itemId, id)).toMatchObject({ standing: "current", change: { state: "done" } });
});

test("new words of a channel's own are written in the correcting act, stand nowhere before a second person agreed, and take over once they stand", async () => {
  const { itemId, id, marker } = await standing();
  await db.pool.query(
    "update delivery set own_text = 'Lời riêng cũ', own_text_by = $2, own_text_at = now(), own_text_approved_by = $3, own_text_approved_at = now() where id = $1",
    [id, writer.personId, secondEditor.personId],
  );
  await corrected(itemId);
  // Words of its own do not follow a correction by themselves.
  expect(await placeOf(itemId, id)).toMatchObject({ change: null, ownText: "Lời riêng cũ" });
  const ask = { id: itemId, act: "correct" as const, deliveryIds: [id], reason: "", words: null };
  await expect(as(editor, (w) => askChanges(w, ask))).rejects.toThrow(/có lời riêng/);
  const newWords = [{ deliveryId: id, text: " Lời riêng mới " }];
  await as(editor, (w) => askChanges(w, { ...ask, newWords }));
  expect(await carryOutChanges(db.database)).toBe(0);
  const { change } = await placeOf(itemId, id);
  expect(change).toMatchObject({ state: "waiting", ownText: "Lời riêng mới", waitsForWords: true });
  const take = "update placement_change set state = 'running', taken_by = gen_random_uuid() where id = $1";
  await expect(db.pool.query(take, [change!.id])).rejects.toThrow(/sent_only_approved/);
  const approve = { id: change!.id, ownText: "Lời riêng mới" };
  await expect(as(editor, (w) => approveChangeWords(w, approve))).rejects.toThrow(/không được tự duyệt/);
  await expect(as(clerk, (w) => approveChangeWords(w, approve))).rejects.toThrow(Forbidden);
  await expect(
    as(secondEditor, (w) => approveChangeWords(w, { ...approve, ownText: "Lời riêng cũ" })),
  ).rejects.toThrow(Conflict);
  // The head of the text's own unit agrees like others who approve, of another unit not.
  const headOf = (unitId: string) => ({ ...people.head, appointments: [{ role: "head" as const, unitId }] });
  const [{ unit_id: unitId }] = (
    await db.pool.query("select unit_id from content_item where id = $1", [itemId])
  ).rows;
  await expect(
    as(headOf(sampleUnitId("phong-mau-b")), (w) => approveChangeWords(w, approve)),
  ).rejects.toThrow("của đơn vị khác");
  await as(headOf(unitId), (w) => approveChangeWords(w, approve));
  expect(await carryOutChanges(db.database)).toBe(1);
  expect(network.words.get(marker)).toMatch(/\nLời riêng mới$/);
  expect(await placeOf(itemId, id)).toMatchObject({ standing: "current", ownText: "Lời riêng mới" });
  expect(await shown(id)).toMatchObject({ ownText: "Lời riêng mới", state: "placed" });
  // Corrected again: the shared words take over only once they stand there.
  await corrected(itemId);
  network.answers.push({ outcome: "rejected", why: "Không." });
  await as(editor, (w) => askChanges(w, { ...ask, words: "shared" }));
  await carryOutChanges(db.database);
  const refused = await shown(id);
  expect(refused.ownText).toBe("Lời riêng mới");
  expect(refused.preview.fields.map(({ text }) => text).join()).not.toContain("Lời riêng mới");
  // Left to a hand, it is copied in the words that were asked for, and they are the channel's from then on.
  const left = (await placeOf(itemId, id)).change!;
  await as(editor, (w) => leaveChange(w, { id: left.id }));
  expect(await placeOf(itemId, id)).toMatchObject({ change: { state: "handed" } });
  await as(editor, (w) => renewPlacement(w, { id, revisionId: refused.contentRevisionId }));
  expect(await placeOf(itemId, id)).toMatchObject({ ownText: null, change: { state: "done" } });
});

test("where a network changes nothing, the same act gives it to a person: what to do, in which words, and that it is done", async () => {
  const { itemId, id } = await standing();
  await db.pool.query(
    "update channel_account set way = 'manual', network = 'tiktok' where id = (select account_id from delivery where id = $1)",
    [id],
  );
  await corrected(itemId);
  expect(await placeOf(itemId, id)).toMatchObject({ way: "by-hand", can: { correct: true, replace: false } });
  const ask = { id: itemId, deliveryIds: [id], reason: "", words: null };
  const newWords = [{ deliveryId: id, text: "Chú thích mới" }];
  await as(editor, (w) => askChanges(w, { ...ask, act: "correct", newWords }));
  const { change } = await placeOf(itemId, id);
  const { contentRevisionId: revisionId, changeSteps } = await shown(id);
  expect(changeSteps.correct.join()).toContain("ứng dụng TikTok");
  expect(await shown(id)).toMatchObject({ waitsForNewWords: true, needsPerson: true });
  await expect(as(editor, (w) => renewPlacement(w, { id, revisionId }))).rejects.toThrow(
    /chưa có người thứ hai/,
  );
  await as(secondEditor, (w) => approveChangeWords(w, { id: change!.id, ownText: "Chú thích mới" }));
  expect(await placeOf(itemId, id)).toMatchObject({ change: { state: "handed" } });
  expect(await carryOutChanges(db.database)).toBe(0);
  expect((await shown(id)).preview.fields[0]!.text).toContain("Chú thích mới");
  await as(editor, (w) => renewPlacement(w, { id, revisionId }));
  expect(await placeOf(itemId, id)).toMatchObject({ standing: "current", ownText: "Chú thích mới" });
  await expect(as(editor, (w) => askChanges(w, { ...ask, act: "replace", reason: "Sai" }))).rejects.toThrow(
    /làm bằng tay/,
  );
  await as(editor, (w) => askChanges(w, { ...ask, act: "remove", reason: "Sai số liệu" }));
  await as(editor, (w) => takeDown(w, { id, reason: "Đã xóa trong ứng dụng" }));
  expect(await placeOf(itemId, id)).toMatchObject({
    standing: "gone",
    change: { act: "remove", state: "done" },
  });
});
