import { createHash } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Hono } from "hono";
import pg from "pg";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { SAMPLE_AGENCY_ID, sampleUnitId } from "#organization";
import { Forbidden, Unacceptable } from "#platform/auth/policy.ts";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import { readConfig } from "#platform/config/config.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { keepFilesIn, readFile } from "#platform/files/files.ts";
import { contentPdf } from "#platform/official-document/read/pdf/raw-pdf.fixture.ts";
import { privateRoot } from "#platform/testing/private-ca.ts";
import { type PressStub, startPressStub } from "#platform/testing/stubs/press/start-press-stub.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { allowNetworkHosts } from "../src/capabilities/channels/accounts/account-call.ts";
import { listAccounts } from "../src/capabilities/channels/accounts/account-queries.ts";
import { openSealed, seal, sealWith } from "../src/capabilities/channels/accounts/credentials.ts";
import { askChanges } from "../src/capabilities/channels/changes/ask-changes.ts";
import { carryOutChanges } from "../src/capabilities/channels/changes/carry-out-changes.ts";
import { presentChanges } from "../src/capabilities/channels/changes/present-changes.ts";
import { account } from "../src/capabilities/channels/channels.fixture.ts";
import { recipientKey } from "../src/capabilities/channels/connectors/press/ledger.ts";
import { type MailOauth, mailOauth } from "../src/capabilities/channels/connectors/press/mail-token.ts";
import { withdrawDelivery } from "../src/capabilities/channels/deliveries/change-delivery.ts";
import { deliverDue } from "../src/capabilities/channels/deliveries/deliver-due.ts";
import { planDeliveries } from "../src/capabilities/channels/deliveries/plan-deliveries.ts";
import { linkUnder } from "../src/capabilities/channels/deliveries/post-of-delivery.ts";
import { presentDelivery } from "../src/capabilities/channels/deliveries/present-delivery.ts";
import { followContent } from "../src/capabilities/channels/deliveries/release-deliveries.ts";
import { noticeMatters } from "../src/capabilities/channels/notice-matters.ts";
import { answerSpokespeople } from "../src/capabilities/channels/portal/spokespeople.page.tsx";
import { addQuietDays } from "../src/capabilities/channels/posting-times/keep-quiet-days.ts";
import { readMailboxes } from "../src/capabilities/channels/press-room/bounces/read-mailboxes.ts";
import {
  dropMailbox,
  setMailbox,
  tryMailbox,
} from "../src/capabilities/channels/press-room/bounces/set-mailbox.ts";
import {
  keepBounce,
  recordBounce,
  resumeContact,
} from "../src/capabilities/channels/press-room/bounces/suspend-contact.ts";
import { watchBounces } from "../src/capabilities/channels/press-room/bounces/watch-bounces.ts";
import { carryOverRecipients } from "../src/capabilities/channels/press-room/carry-over-recipients.ts";
import { changeRelease, sendToRest } from "../src/capabilities/channels/press-room/change-release.ts";
import { clockOf } from "../src/capabilities/channels/press-room/enquiries/answer-clock.ts";
import { assignEnquiry } from "../src/capabilities/channels/press-room/enquiries/assign-enquiry.ts";
import { closeEnquiry } from "../src/capabilities/channels/press-room/enquiries/close-enquiry.ts";
import { listEnquiries } from "../src/capabilities/channels/press-room/enquiries/enquiry-queries.ts";
import { exportEnquiries } from "../src/capabilities/channels/press-room/enquiries/export-enquiries.ts";
import { noteEnquiry } from "../src/capabilities/channels/press-room/enquiries/note-enquiry.ts";
import { setAnswerRule } from "../src/capabilities/channels/press-room/enquiries/set-rule.ts";
import { watchEnquiries } from "../src/capabilities/channels/press-room/enquiries/watch-enquiries.ts";
import { eraseContact } from "../src/capabilities/channels/press-room/erase-contact.ts";
import { serveLeaving } from "../src/capabilities/channels/press-room/leave-page.ts";
import { acknowledgeLetter } from "../src/capabilities/channels/press-room/letters/acknowledge-letter.ts";
import { serveAcknowledging } from "../src/capabilities/channels/press-room/letters/acknowledge-page.ts";
import { listLetters } from "../src/capabilities/channels/press-room/letters/letter-queries.ts";
import { mailLetters } from "../src/capabilities/channels/press-room/letters/mail-letters.ts";
import { chaseLetter, sendLetter } from "../src/capabilities/channels/press-room/letters/send-letter.ts";
import { serveLetterFiles } from "../src/capabilities/channels/press-room/letters/serve-letter-files.ts";
import { tellUntold } from "../src/capabilities/channels/press-room/letters/tell-untold.ts";
import { withdrawLetter } from "../src/capabilities/channels/press-room/letters/withdraw-letter.ts";
import { changeLetter, draftLetter } from "../src/capabilities/channels/press-room/letters/write-letter.ts";
import { limitsOf } from "../src/capabilities/channels/press-room/limits/limits.ts";
import { setLimits } from "../src/capabilities/channels/press-room/limits/set-limits.ts";
import { changeContact, noteContact } from "../src/capabilities/channels/press-room/note-contact.ts";
import { noteOutlet } from "../src/capabilities/channels/press-room/note-outlet.ts";
import { optOut } from "../src/capabilities/channels/press-room/opt-out.ts";
import { addPickupProof } from "../src/capabilities/channels/press-room/pickups/add-pickup-proof.ts";
import { changePickup } from "../src/capabilities/channels/press-room/pickups/change-pickup.ts";
import { dropPickup } from "../src/capabilities/channels/press-room/pickups/drop-pickup.ts";
import { exportPickups } from "../src/capabilities/channels/press-room/pickups/export-pickups.ts";
import { notePickup } from "../src/capabilities/channels/press-room/pickups/note-pickup.ts";
import { listPickups } from "../src/capabilities/channels/press-room/pickups/pickup-queries.ts";
import { presentRelease } from "../src/capabilities/channels/press-room/present-release.ts";
import { pressInPeriod } from "../src/capabilities/channels/press-room/press-in-period.ts";
import {
  pressRegister,
  contactOf as registered,
} from "../src/capabilities/channels/press-room/press-queries.ts";
import { recordConsent } from "../src/capabilities/channels/press-room/record-consent.ts";
import { makeList } from "../src/capabilities/channels/press-room/save-list.ts";
import { serveReleaseFiles } from "../src/capabilities/channels/press-room/serve-release-files.ts";
import {
  appointSpokesperson,
  changeSpokesperson,
} from "../src/capabilities/channels/press-room/spokespeople/appoint-spokesperson.ts";
import { endTerm } from "../src/capabilities/channels/press-room/spokespeople/end-term.ts";
import { listSpokespeople } from "../src/capabilities/channels/press-room/spokespeople/spokesperson-queries.ts";
import { watchSpokespeople } from "../src/capabilities/channels/press-room/spokespeople/watch-spokespeople.ts";
import { setEmbargo } from "../src/capabilities/newsroom/embargo/set-embargo.ts";
import { binMedia } from "../src/capabilities/newsroom/media-library/bin/bin-media.ts";
import { emptyBin } from "../src/capabilities/newsroom/media-library/bin/empty-bin.ts";
import { uploadMedia } from "../src/capabilities/newsroom/media-library/upload-media.ts";
import { whereUsed } from "../src/capabilities/newsroom/media-library/where-used.ts";
import { newsroomOf, ownTitle, people } from "../src/capabilities/newsroom/newsroom.fixture.ts";
import { publishDueContent } from "../src/capabilities/newsroom/publish-due-content.ts";
import { withdrawContent } from "../src/capabilities/newsroom/withdraw-content.ts";

let db: TestDatabase;
let stub: PressStub;
beforeAll(async () => {
  db = await testDatabase("sample");
  stub = await startPressStub();
  const folder = mkdtempSync(join(tmpdir(), "press-room-"));
  keepFilesIn(folder);
  sealWith(readConfig({ GANDAN_DATA: folder }));
  allowNetworkHosts(["127.0.0.1"]);
  linkUnder("https://so.mau.example", { reachable: true });
});
afterAll(() => stub.close());
const { as, scheduled, approved, corrected } = newsroomOf(() => db.database);
const { writer, editor, secondEditor, auditor, clerk } = people;
const rows = async (query: string, values: unknown[] = []) => (await db.pool.query(query, values)).rows;
const ahead = (seconds: number) => () => new Date(Date.now() + seconds * 1000);
const secret = () => ({
  ...{ host: "127.0.0.1", port: String(stub.smtpsPort), security: "tls", user: "baochi@mau.example" },
  ...{ password: "mat-khau-ung-dung", from: "baochi@mau.example", certificate: privateRoot },
});
const connected = (more: object = {}) =>
  as(editor, (w) =>
    account(w, sampleUnitId("ttbcxb"), {
      network: "press",
      way: "connected",
      secret: { ...secret(), ...more },
    }),
  );
let outletId: string;
async function outlet() {
  if (outletId) return outletId;
  outletId = uuidv7();
  const fields = { name: `Báo ${outletId}`, kind: "newspaper" as const, address: "", phone: "", note: "" };
  await as(editor, (w) => noteOutlet(w, { id: outletId, ...fields }));
  return outletId;
}
const bare = { name: "", jobTitle: "", phone: "" };
async function mailbox(email: string, more: object = {}) {
  const id = uuidv7();
  const to = await outlet();
  const fields = { id, outletId: to, basis: "official" as const, ...bare, email, consent: null, ...more };
  await as(editor, (w) => noteContact(w, fields));
  return id;
}
const agreed = { givenOn: "2026-03-02", how: "message" as const, keptAt: "Hộp thư" };
const person = (email: string, consent: typeof agreed | null = agreed) =>
  mailbox(email, { basis: "consent", name: "Ngô Thí Dụ", consent });
async function list(contactIds: string[]) {
  return as(editor, (w) => makeList(w, { name: `Nhóm ${uuidv7()}`, contactIds }));
}
async function published() {
  const id = await scheduled(ownTitle("Thông cáo"), null, new Date(Date.now() - 120_000));
  await publishDueContent(db.database);
  await followContent(db.database, { agencyId: SAMPLE_AGENCY_ID, itemId: id });
  return id;
}
async function planned(itemId: string, accountId: string, choice: object) {
  const release = { listIds: [], contactIds: [], mediaIds: [], isAhead: false, ...choice };
  await as(editor, (w) => planDeliveries(w, { itemId, accountIds: [accountId], wantedAt: null, release }));
  const [row] = await rows(
    "select id from delivery where item_id = $1 and account_id = $2 order by planned_at desc limit 1",
    [itemId, accountId],
  );
  return row.id as string;
}
/** A document in the library. */
const document = async (fileName: string): Promise<string> =>
  (
    await as(editor, (w) =>
      uploadMedia(w, {
        bytes: contentPdf("BT /F1 12 Tf 72 700 Td (De cuong) Tj ET"),
        ...{
          fileName,
          alt: "Đề cương",
          decorative: false,
          credit: null,
          source: null,
          licence: "own" as const,
        },
        ...{ consent: "not-needed" as const, consentReference: null },
      }),
    )
  ).id;
const shown = (id: string) => presentDelivery(db.database, editor, id);
const ledger = async (id: string) =>
  Object.fromEntries(
    (await presentRelease(db.database, editor, id))!.recipients.map((one) => [one.address, one.standing]),
  );
const reached = () => stub.state.mails.map(({ envelope }) => envelope.to[0]);
const contactOf = async (id: string) =>
  (await pressRegister(db.database, auditor)).outlets
    .flatMap(({ contacts }) => contacts)
    .find((one) => one.id === id)!;

test("a release goes to those of its lists who agreed or are official, and reads as what it is; the rest get it later", async () => {
  const gone = await person("khong-dong-y@bao.example", null);
  const [one, refused, journalist] = [
    await mailbox("mot@bao.example"),
    await mailbox("nouser@bao.example"),
    await person("hai@bao.example"),
  ];
  const listId = await list([gone, one, refused, journalist]);
  const accountId = await connected();
  const itemId = await published();
  await expect(planned(itemId, accountId, {})).rejects.toThrow("Hãy chọn nhóm nhận");
  await expect(planned(itemId, accountId, { contactIds: [gone] })).rejects.toThrow(Unacceptable);
  const id = await planned(itemId, accountId, { listIds: [listId] });
  await deliverDue(db.database);
  const found = await shown(id);
  expect(found).toMatchObject({ state: "placed", reason: "Gửi được 2/3; 1 nơi không nhận." });
  expect(reached().toSorted()).toEqual(["hai@bao.example", "mot@bao.example"]);
  expect(await ledger(id)).toEqual({
    "mot@bao.example": "accepted",
    "hai@bao.example": "accepted",
    "nouser@bao.example": "refused",
  });
  const told = await rows("select 1 from notice where cause like $1 and person_id = $2", [
    `delivery-partly:${id}:%`,
    editor.personId,
  ]);
  expect(told).toHaveLength(1);
  // Its address is set right; those who have it are not written to again.
  await as(editor, (w) =>
    changeContact(w, { id: refused, ...bare, email: "ba@bao.example", isClosed: false }),
  );
  await expect(as(writer, (w) => sendToRest(w, { id, listIds: [], contactIds: [] }))).rejects.toThrow(
    Forbidden,
  );
  await as(editor, (w) => sendToRest(w, { id, listIds: [], contactIds: [] }));
  await deliverDue(db.database);
  expect(reached().toSorted()).toEqual(["ba@bao.example", "hai@bao.example", "mot@bao.example"]);
  expect((await shown(id)).reason).toBeNull();
  expect(await rows("select 1 from placement where delivery_id = $1", [id])).toHaveLength(1);
  for (const mail of stub.state.mails) expect(mail.problems).toEqual([]);
});

test("what a release carries is held by the library until it is sent, and kept as it was sent whatever becomes of it there", async () => {
  const to = await mailbox("co-tep@bao.example");
  const mediaId = await document("Số liệu quý IV.pdf");
  const id = await planned(await published(), await connected(), { contactIds: [to], mediaIds: [mediaId] });
  await expect(as(editor, (w) => binMedia(w, { id: mediaId }))).rejects.toThrow("đang dùng ở “Thông cáo");
  await deliverDue(db.database);
  const attached = async () => (await presentRelease(db.database, editor, id))!.attachments;
  expect(await attached()).toMatchObject([
    { id: mediaId, fileName: "Số liệu quý IV.pdf", sentAs: expect.stringContaining(mediaId) },
  ]);
  const app = new Hono();
  serveReleaseFiles(app, db.database);
  expect((await app.request(`/press-release-files/${id}/${mediaId}`)).status).toBe(404);
  expect((await whereUsed(db.database, SAMPLE_AGENCY_ID, [mediaId])).get(mediaId)).toMatchObject([
    { kind: "release", id, holds: false },
  ]);
  await as(editor, (w) => binMedia(w, { id: mediaId }));
  await rows("update media_asset set binned_at = now() - interval '60 days' where id = $1", [mediaId]);
  await emptyBin(db.database);
  const [kept] = await rows("select file_id, bytes, sha256 from press_attachment where delivery_id = $1", [
    id,
  ]);
  const bytes = (await readFile(kept.file_id))!;
  expect([bytes.length, createHash("sha256").update(bytes).digest("hex")]).toEqual([kept.bytes, kept.sha256]);
  expect(await readFile(mediaId)).toBeNull();
  expect(await attached()).toMatchObject([{ fileName: "Số liệu quý IV.pdf", issues: [] }]);
});

test("what newsrooms have is corrected and recalled by a second letter, begun by a person, once to each", async () => {
  stub.reset();
  const [one, two] = [await mailbox("dinh-chinh@bao.example"), await mailbox("dinh-chinh-hai@bao.example")];
  const itemId = await published();
  const id = await planned(itemId, await connected(), { contactIds: [one, two] });
  await deliverDue(db.database);
  const place = async () => (await presentChanges(db.database, editor, itemId)).places.at(-1)!;
  const ask = (act: "correct" | "remove", reason: string) =>
    as(editor, (w) => askChanges(w, { id: itemId, act, deliveryIds: [id], reason, words: null }));
  const words = await corrected(itemId);
  await followContent(db.database, { agencyId: SAMPLE_AGENCY_ID, itemId });
  // A letter reaches people: nothing is begun by itself.
  expect(await place()).toMatchObject({ way: "letter", standing: "outdated", change: null });
  expect((await shown(id)).needsPerson).toBe(true);
  stub.state.mails.length = 0;
  // One does not take it now: the other has it, and is not written to again.
  stub.queue({
    match: { method: "RCPT", path: "^/dinh-chinh-hai@" },
    ...{ behaviour: "status", params: { reply: "452 4.2.2 Full" } },
  });
  await ask("correct", "");
  await carryOutChanges(db.database);
  expect(await place()).toMatchObject({ standing: "outdated", change: { state: "failed" } });
  await carryOutChanges(db.database, ahead(3600));
  expect(await place()).toMatchObject({ standing: "current", change: { state: "done" } });
  expect(reached()).toEqual(["dinh-chinh@bao.example", "dinh-chinh-hai@bao.example"]);
  expect(stub.state.mails[0]!.parts[0]!.text).toContain(`Nội dung đính chính: Sửa câu tóm tắt.`);
  expect(stub.state.mails[0]!.parts[0]!.text).toContain(words);
  stub.state.mails.length = 0;
  await as(editor, (w) => optOut(w, { id: two }));
  await as(editor, (w) => withdrawContent(w, { id: itemId, reason: "Sai số liệu" }));
  await followContent(db.database, { agencyId: SAMPLE_AGENCY_ID, itemId });
  await ask("remove", "Sai số liệu");
  await carryOutChanges(db.database, ahead(7200));
  expect(stub.state.mails.map(({ subject }) => subject.slice(0, 9))).toEqual(["[Thu hồi]"]);
  expect(await place()).toMatchObject({ standing: "gone", change: { act: "remove", state: "done" } });
  const partly =
    "select title from notice where cause like 'change-partly:%' and person_id = $1 and href like $2";
  expect(await rows(partly, [editor.personId, `%${id}`])).toMatchObject([
    { title: expect.stringContaining("1 nơi đã thôi nhận thư") },
  ]);
});

test("planned anew it goes only to those who have not had it", async () => {
  stub.reset();
  const [had, later] = [await mailbox("da-nhan@bao.example"), await mailbox("nhan-sau@bao.example")];
  const itemId = await published();
  const [first, second] = [await connected(), await connected()];
  await planned(itemId, first, { contactIds: [had] });
  await deliverDue(db.database);
  await expect(planned(itemId, second, { contactIds: [had] })).rejects.toThrow("đều đã nhận bài này");
  await planned(itemId, second, { contactIds: [had, later] });
  await deliverDue(db.database);
  expect(reached()).toEqual(["da-nhan@bao.example", "nhan-sau@bao.example"]);
});

test("what was recalled by a letter goes anew to the same newsrooms and says so; the rest get it in hours that are allowed", async () => {
  stub.reset();
  const [one, two] = [await mailbox("gui-lai@bao.example"), await mailbox("gui-lai-hai@bao.example")];
  const accountId = await connected();
  const itemId = await published();
  const first = await planned(itemId, accountId, { contactIds: [one] });
  await deliverDue(db.database);
  const former = stub.state.mails[0]!.messageId;
  await as(editor, (w) =>
    askChanges(w, { id: itemId, act: "remove", deliveryIds: [first], reason: "Sai số liệu", words: null }),
  );
  await carryOutChanges(db.database);
  expect(stub.state.mails.at(-1)!.subject).toMatch(/^\[Thu hồi\] /);
  stub.state.mails.length = 0;
  const anew = await planned(itemId, accountId, { contactIds: [one] });
  await deliverDue(db.database);
  expect(reached()).toEqual(["gui-lai@bao.example"]);
  const [mail] = stub.state.mails;
  expect(mail!.problems).toEqual([]);
  expect(mail!.subject).toMatch(/^\[Bản mới\] /);
  expect(mail!.messageId).not.toBe(former);
  expect(mail!.headers.find(([name]) => name === "References")![1]).toBe(former);
  expect(mail!.parts[0]!.text).toContain("Bản mới của thông cáo báo chí đã thu hồi lúc");
  expect((await shown(anew)).events.map(({ words }) => words).join(" ")).toContain("thay bản đã thu hồi");
  // One that holds is not sent twice, whatever was taken back before.
  const other = await connected();
  await expect(planned(itemId, other, { contactIds: [one] })).rejects.toThrow("đều đã nhận bài này");

  const today = toVietnamDate(new Date());
  const quiet = { network: null, accountId, fromDay: today.toString(), toDay: today.toString() };
  await as(editor, (w) => addQuietDays(w, { id: uuidv7(), ...quiet, reason: "Ngày mẫu" }));
  await as(editor, (w) => sendToRest(w, { id: anew, listIds: [], contactIds: [two] }));
  await deliverDue(db.database);
  expect(reached()).toEqual(["gui-lai@bao.example"]);
  const { dueAt, events } = await shown(anew);
  expect(toVietnamDate(dueAt!).toString() > today.toString()).toBe(true);
  expect(events.map(({ words }) => words).join(" ")).toMatch(/Cho gửi tới 1 nơi chưa nhận. Lùi đến/);
});

test("who wants no more letters says so by one click, without an account, and gets none, planned already or not", async () => {
  stub.reset();
  const app = new Hono();
  serveLeaving(app, db.database);
  const [leaves, stays] = [await person("thoi@bao.example"), await mailbox("o-lai@bao.example")];
  const accountId = await connected();
  await planned(await published(), accountId, { contactIds: [leaves, stays] });
  const held = await planned(await approved(ownTitle("Chờ đăng")), accountId, {
    contactIds: [leaves, stays],
  });
  await deliverDue(db.database);
  const mail = stub.state.mails.find(({ envelope }) => envelope.to[0] === "thoi@bao.example")!;
  const link = /<https:\/\/so\.mau\.example([^>]+)>/.exec(
    mail.headers.find(([name]) => name === "List-Unsubscribe")![1],
  )![1]!;
  expect(await (await app.request(link)).text()).toContain("thoi@bao.example");
  expect(
    (await app.request(`${link.slice(0, -1)}${link.endsWith("A") ? "B" : "A"}`, { method: "POST" })).status,
  ).toBe(404);
  expect((await contactOf(leaves)).state).toBe("willing");
  for (let twice = 0; twice < 2; twice += 1) {
    const answer = await app.request(link, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: "List-Unsubscribe=One-Click",
    });
    expect(answer.status).toBe(200);
  }
  const left = await contactOf(leaves);
  expect(left).toMatchObject({ state: "opted-out", optedOutHow: "one-click" });
  expect(left.consents[0]!.withdrawnAt).not.toBeNull();
  expect(
    await rows("select 1 from audit_entry where act = 'withdraw-press-consent' and object_id = $1", [leaves]),
  ).toHaveLength(1);
  await expect(
    db.pool.query(
      "insert into press_recipient (id, agency_id, delivery_id, contact_id, address, key, added_at) select gen_random_uuid(), agency_id, id, $1, 'thoi@bao.example', 'x', now() from delivery where id = $2",
      [leaves, await planned(await published(), accountId, { contactIds: [stays] })],
    ),
  ).rejects.toThrow("may not be written to");
  const itemId = (await shown(held)).itemId;
  await db.pool.query(
    "update content_item set state = 'scheduled', scheduled_at = now() - interval '1 minute' where id = $1",
    [itemId],
  );
  await publishDueContent(db.database);
  await followContent(db.database, { agencyId: SAMPLE_AGENCY_ID, itemId });
  await deliverDue(db.database);
  expect(await ledger(held)).toEqual({ "thoi@bao.example": "left", "o-lai@bao.example": "accepted" });
  await as(editor, (w) => recordConsent(w, { id: leaves, ...agreed }));
  expect((await contactOf(leaves)).state).toBe("willing");
});

test("under an embargo newsrooms get it before the text is public, once it is approved and not before", async () => {
  stub.reset();
  const to = await mailbox("truoc@bao.example");
  const accountId = await connected();
  const itemId = await approved(ownTitle("Cấm đăng"));
  await expect(planned(itemId, accountId, { contactIds: [to], isAhead: true })).rejects.toThrow(
    "giờ cấm đăng",
  );
  await as(writer, (w) => setEmbargo(w, { id: itemId, until: ahead(86_400)() }));
  const id = await planned(itemId, accountId, { contactIds: [to], isAhead: false });
  await deliverDue(db.database);
  expect(reached()).toEqual([]);
  await as(editor, (w) =>
    changeRelease(w, { id, listIds: [], contactIds: [to], mediaIds: [], isAhead: true }),
  );
  await deliverDue(db.database);
  expect(stub.state.mails.map(({ subject }) => subject)).toEqual([
    expect.stringMatching(/^\[Cấm đăng trước /),
  ]);
  expect((await shown(id)).state).toBe("placed");
  const held = await planned(itemId, await connected(), { contactIds: [await mailbox("sau@bao.example")] });
  expect((await shown(held)).dueAt).toBeNull();
  await as(editor, (w) => withdrawDelivery(w, { id: held, reason: "" }));
});

test("recipients of an old connection are brought into the register once, and what waits goes to them", async () => {
  stub.reset();
  const accountId = await connected({ recipients: "cu@bao.example, CU@bao.example; cu2@bao.example" });
  const itemId = await approved(ownTitle("Chờ từ trước"));
  await db.pool.query(
    `insert into delivery (id, agency_id, item_id, account_id, state, marker, planned_at) values ($1, $2, $3, $4, 'pending', $5, now())`,
    [uuidv7(), SAMPLE_AGENCY_ID, itemId, accountId, `cu${Date.now()}`],
  );
  expect(await carryOverRecipients(db.database)).toBe(1);
  expect(await carryOverRecipients(db.database)).toBe(0);
  const [{ id }] = await rows("select id from delivery where account_id = $1", [accountId]);
  expect(Object.keys(await ledger(id)).toSorted()).toEqual(["cu2@bao.example", "cu@bao.example"]);
  const { outlets, lists } = await pressRegister(db.database, editor);
  const carried = outlets.find(({ name }) => name === "Nơi nhận có từ trước")!;
  expect(carried.contacts.map(({ state, consents }) => [state, consents[0]!.how])).toEqual([
    ["willing", "carried-over"],
    ["willing", "carried-over"],
  ]);
  expect(lists.find(({ name }) => name.startsWith("Nơi nhận của"))!.willing).toBe(2);
  const [{ sealed }] = await rows("select sealed from channel_credential where account_id = $1", [accountId]);
  expect(sealed).not.toBe(await seal(secret()));
});

test("who asks is removed from the register and from what was sent; the audit says that it was done, and names nobody", async () => {
  const id = await person("xoa@bao.example");
  await as(editor, (w) => optOut(w, { id }));
  await expect(as(writer, (w) => eraseContact(w, { id, reason: "Yêu cầu" }))).rejects.toThrow(Forbidden);
  await as(editor, (w) => eraseContact(w, { id, reason: "Yêu cầu qua điện thoại" }));
  expect(await contactOf(id)).toMatchObject({ state: "erased", email: null, name: "" });
  const audit = JSON.stringify(await rows("select * from audit_entry where object_id = $1", [id]));
  expect(audit).toContain("erase-press-contact");
  expect(audit).not.toMatch(/xoa@bao|Thí Dụ"/);
  await expect(as(writer, async (w) => pressRegister(w.tx, writer))).rejects.toThrow(Forbidden);
});

const mailboxFields = (more: object = {}) => ({
  ...{ address: "tra-ve@mau.example", usesTags: true, host: "127.0.0.1", port: stub.imapsPort, isTls: true },
  ...{ user: "baochi@mau.example", password: "mat-khau-ung-dung", folder: "INBOX", certificate: privateRoot },
  ...more,
});
const dsn = (to: string, codes: [status: string, action: string], more: string[] = [], id = uuidv7()) =>
  [
    ...["From: MAILER-DAEMON@bao.example", `To: ${to}`, `Message-ID: <${id}@bao.example>`],
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
    ...["", "--b", "Content-Type: message/delivery-status", "", "Reporting-MTA: dns; bao.example", ""],
    ...["Final-Recipient: rfc822; ai-do@bao.example", `Action: ${codes[1]}`, `Status: ${codes[0]}`, ...more],
    ...["--b--", ""],
  ].join("\r\n");

test("what comes back by mail is read once: hard ones stop an address, forged, replayed and other letters do nothing", async () => {
  stub.reset();
  const administrator = people.administrator;
  const accountId = await connected();
  const trial = (more: object) =>
    tryMailbox(db.database, { agencyId: SAMPLE_AGENCY_ID, id: accountId, ...mailboxFields(more) });
  await expect(trial({ host: "10.0.0.7" })).rejects.toThrow("nằm trong mạng nội bộ");
  await expect(trial({ password: "sai" })).rejects.toThrow("không cho đăng nhập hộp thư");
  await expect(trial({ certificate: "" })).rejects.toThrow("chứng thư chưa đúng");
  await expect(trial({ certificate: "chung-thu.pem" })).rejects.toThrow("Không đọc được chứng thư gốc");
  await expect(trial({ folder: "Khác" })).rejects.toThrow("thư mục");
  await expect(trial({ address: `${"dai".repeat(9)}@mau.example` })).rejects.toThrow("dài quá");
  const tried = await trial({ port: stub.imapPort, isTls: false });
  await expect(as(editor, (w) => setMailbox(w, { id: accountId, ...tried }))).rejects.toThrow(Forbidden);
  await as(administrator, (w) => setMailbox(w, { id: accountId, ...tried }));
  const [{ sealed }] = await rows("select sealed from press_mailbox where account_id = $1", [accountId]);
  expect(sealed).not.toContain("mat-khau");

  const [lost, soft, good, told] = [
    await mailbox("latebounce@bao.example"),
    await mailbox("tra-mem@bao.example"),
    await mailbox("van-nhan@bao.example"),
    await mailbox("khieu-nai@bao.example"),
  ];
  const itemId = await published();
  const id = await planned(itemId, accountId, { contactIds: [lost, soft, good, told] });
  await deliverDue(db.database);
  const mailTo = (name: string) => stub.state.mails.find(({ envelope }) => envelope.to[0]!.startsWith(name))!;
  const path = (name: string) => mailTo(name).envelope.from;
  expect(new Set(stub.state.mails.map(({ envelope }) => envelope.from)).size).toBe(4);
  for (const mail of stub.state.mails) {
    expect(mail.envelope.from).toMatch(/^tra-ve\+[rcl][a-z2-7]{43}@mau\.example$/);
    expect(mail.problems).toEqual([]);
  }
  // Beside the report that the server itself sent: what must not count.
  const forged = path("van-nhan").replace(
    /\+(.)(.)/,
    (_, kind, round) => `+${kind}${round === "a" ? "b" : "a"}`,
  );
  stub.state.putBack(dsn(forged, ["5.1.1", "failed"]));
  stub.state.putBack(dsn("tra-ve@mau.example", ["5.1.1", "failed"]));
  stub.state.replyByItself(mailTo("van-nhan"));
  stub.state.putBack(dsn(path("van-nhan"), ["4.4.7", "delayed"]));
  stub.state.putBack(dsn(path("tra-mem"), ["4.4.7", "failed"], [`X: ${"x".repeat(400_000)}`], "mot-lan"));
  stub.state.putBack(dsn(path("tra-mem"), ["4.4.7", "failed"], [], "mot-lan"));
  stub.state.putBack(dsn(path("tra-mem"), ["4.4.7", "failed"]));
  stub.state.putBack(`To: ${path("van-nhan")}\r\nContent-Type: multipart/report; boundary="\r\n\r\n\0\xff`);
  stub.state.complain(mailTo("khieu-nai"));
  // A death after some letters leaves the rest to whoever reads next.
  const owner = new pg.Client({ connectionString: db.ownerUrl });
  await owner.connect();
  await owner.query(
    `create function die() returns trigger language plpgsql as $$ begin raise exception 'killed'; end $$;
     create trigger die before insert on press_return for each row when (new.verdict = 'delay') execute function die()`,
  );
  await readMailboxes(db.database);
  expect((await contactOf(lost)).state).toBe("suspended");
  expect(
    (await listAccounts(db.database, administrator)).accounts.find((one) => one.id === accountId)!.mailbox,
  ).toMatchObject({ lastReadAt: null, bounces: 1, why: expect.stringContaining("tự đọc lại") });
  await owner.query("drop trigger die on press_return");
  await owner.end();
  await Promise.all([readMailboxes(db.database), readMailboxes(db.database)]);
  // Numbered anew, all is looked at again.
  stub.state.uidValidity = 2;
  await readMailboxes(db.database);
  expect(await ledger(id)).toEqual({
    "latebounce@bao.example": "returned",
    "tra-mem@bao.example": "returned",
    "van-nhan@bao.example": "accepted",
    "khieu-nai@bao.example": "accepted",
  });
  expect(
    await rows("select verdict, said from press_return where account_id = $1 order by uid", [accountId]),
  ).toEqual([
    { verdict: "bounce", said: "550 5.1.1" },
    { verdict: "delay", said: "4.4.7" },
    { verdict: "bounce", said: "4.4.7" },
    { verdict: "bounce", said: "4.4.7" },
    { verdict: "complaint", said: "" },
  ]);
  const kept = await rows("select contact_id from press_bounce where contact_id = any($1)", [
    [lost, soft, good],
  ]);
  expect(kept).toHaveLength(2);
  expect((await contactOf(soft)).state).toBe("willing");
  expect((await contactOf(good)).state).toBe("willing");
  expect(await contactOf(told)).toMatchObject({ state: "opted-out", optedOutHow: "complaint" });
  expect(
    await rows("select 1 from notice where cause like $1 and person_id = $2", [
      `press-bounce:${lost}:%`,
      editor.personId,
    ]),
  ).toHaveLength(1);
  expect(stub.state.imapCommands.join(" ")).not.toMatch(/STORE|EXPUNGE|SELECT/);
  // Said to take letters again, it is written to anew, and what comes back then counts anew; the old report does not.
  await as(editor, (w) => resumeContact(w, { id: lost }));
  const old = path("latebounce");
  await as(editor, (w) => sendToRest(w, { id, listIds: [], contactIds: [] }));
  stub.state.mails.length = 0;
  await deliverDue(db.database);
  expect(reached().toSorted()).toEqual(["latebounce@bao.example", "tra-mem@bao.example"]);
  stub.state.returned.pop();
  stub.state.putBack(dsn(old, ["5.1.1", "failed"]));
  await readMailboxes(db.database);
  expect((await contactOf(lost)).state).toBe("willing");
  stub.state.bounce(mailTo("latebounce"));
  await readMailboxes(db.database);
  expect((await contactOf(lost)).state).toBe("suspended");
  // What nobody else mends is told of once, and over when it is read again.
  stub.state.ended.add("baochi@mau.example");
  await readMailboxes(db.database);
  await readMailboxes(db.database);
  expect(
    await rows("select title from notice where cause like $1 and person_id = $2", [
      `press-mailbox:${accountId}:%`,
      administrator.personId,
    ]),
  ).toEqual([{ title: expect.stringContaining("không cho đăng nhập") }]);
  await as(administrator, (w) => dropMailbox(w, { id: accountId }));
});

const speaker = (more: object = {}) => ({
  ...{ id: uuidv7(), personId: null, name: "Phạm Thí Dụ", position: "Giám đốc", standing: "head" as const },
  ...{ matter: "", topics: "", decision: "", decisionOn: null, fromDate: "2026-01-05", toDate: null },
  ...{ phone: "0200 000 001", email: "", isPublic: true, ...more },
});
const speakers = (now: Date) => listSpokespeople(db.database, auditor, now);
/** What somebody was told with such causes, and why it would be settled. */
async function told(cause: string) {
  const found = await rows(
    "select distinct cause, title from notice where cause like $1 and agency_id = $2 order by cause",
    [`${cause}:%`, SAMPLE_AGENCY_ID],
  );
  return found as { cause: string; title: string }[];
}

test("a mailbox that takes no password is read by a token, renewed and kept before it is used; a lost one is told", async () => {
  stub.reset();
  const accountId = await connected();
  const sender = stub.state.seed.senders[0]!;
  const oauth = mailOauth({
    ...{ tokenUrl: `${stub.origin}/token`, clientId: "mau", clientSecret: "bi-mat" },
    refreshToken: sender.refreshToken,
  });
  const tried = await tryMailbox(db.database, {
    ...{ agencyId: SAMPLE_AGENCY_ID, id: accountId, ...mailboxFields({ password: "" }), oauth },
  });
  await as(people.administrator, (w) => setMailbox(w, { id: accountId, ...tried }));
  const kept = async () => {
    const [row] = await rows("select sealed, why from press_mailbox where account_id = $1", [accountId]);
    expect(row.sealed).not.toContain("1//thu");
    return { why: row.why, oauth: ((await openSealed(row.sealed)) as { oauth: MailOauth }).oauth };
  };
  await readMailboxes(db.database);
  expect(await kept()).toMatchObject({ why: null, oauth: { accessToken: "ya29-thu+" } });
  await readMailboxes(db.database, () => new Date(Date.now() + 2 * 3_600_000));
  expect(await kept()).toMatchObject({
    why: null,
    oauth: { accessToken: "ya29-thu++", refreshToken: "1//thu++" },
  });
  // Tried anew with what was kept, and refused for something else: what the renewal gave is not lost.
  await expect(
    tryMailbox(db.database, {
      ...{ agencyId: SAMPLE_AGENCY_ID, id: accountId, ...mailboxFields({ password: "", folder: "Khác" }) },
      oauth: mailOauth({ tokenUrl: `${stub.origin}/token`, clientId: "mau" }),
    }),
  ).rejects.toThrow("thư mục");
  // Taken away before its time: renewed once, and read.
  const soon = () => new Date(Date.now() + 2 * 3_600_000);
  sender.token = "khác";
  stub.state.imapCommands.length = 0;
  await readMailboxes(db.database, soon);
  expect(await kept()).toMatchObject({
    why: null,
    oauth: { accessToken: "khác+", refreshToken: "1//thu+++" },
  });
  expect(stub.state.imapCommands.filter((line) => line.includes("AUTHENTICATE"))).toHaveLength(2);
  // Who sets it anew finds what is no secret as it was.
  const listed = async (who: typeof editor) =>
    (await listAccounts(db.database, who)).accounts.find((one) => one.id === accountId)!.mailbox!.known;
  expect(await listed(people.administrator)).toMatchObject({
    ...{ isTls: true, user: "baochi@mau.example" },
    oauth: { tokenUrl: `${stub.origin}/token`, clientId: "mau", scope: "" },
  });
  expect(JSON.stringify(await listed(people.administrator))).not.toMatch(/bi-mat|1\/\/thu|khác/);
  expect(await listed(editor)).toBeNull();
  // Renewed, and still kept out: a person is asked.
  stub.state.ended.add("baochi@mau.example");
  await readMailboxes(db.database, soon);
  expect((await kept()).why).toContain("không cho đăng nhập");
  stub.state.ended.clear();
  sender.refreshToken = "đã đổi";
  await readMailboxes(db.database, () => new Date(Date.now() + 4 * 3_600_000));
  expect((await kept()).why).toContain("invalid_grant");
  await as(people.administrator, (w) => dropMailbox(w, { id: accountId }));
});

test("who speaks has a decision and a term; it is told before the term ends, the portal shows who speaks that day, the past stays", async () => {
  for (const { id } of (await speakers(new Date())).spokespeople)
    await as(editor, (w) => endTerm(w, { id, toDate: "2026-02-01", reason: "Mẫu" }));
  const head = speaker({ toDate: "2026-06-30" });
  const deputy = speaker({ name: "Ngô Thị Dụ", position: "Phó Giám đốc", standing: "authorised" });
  await expect(as(writer, (w) => appointSpokesperson(w, head))).rejects.toThrow(Forbidden);
  await as(editor, (w) => appointSpokesperson(w, head));
  await expect(as(editor, (w) => appointSpokesperson(w, { ...head, id: uuidv7() }))).rejects.toThrow(
    "Sổ đã có",
  );
  await expect(as(editor, (w) => appointSpokesperson(w, deputy))).rejects.toThrow("số văn bản");
  const decided = { ...deputy, decision: "12/QĐ-S (mẫu)", decisionOn: "2026-07-05" };
  await expect(
    as(editor, (w) => appointSpokesperson(w, { ...decided, fromDate: "2026-07-01" })),
  ).rejects.toThrow("trước ngày của văn bản");
  await as(editor, (w) => appointSpokesperson(w, { ...decided, fromDate: "2026-07-10" }));
  const one = { name: "Lý Thí Dụ", standing: "one-matter", decision: "9/UQ (mẫu)", decisionOn: "2026-06-01" };
  await expect(as(editor, (w) => appointSpokesperson(w, speaker(one)))).rejects.toThrow("vụ việc");
  const matter = speaker({ ...one, matter: "Sạt lở đường", fromDate: "2026-06-01", isPublic: false });
  await as(editor, (w) => appointSpokesperson(w, matter));

  const june = new Date("2026-06-25T03:00:00Z");
  const register = await speakers(june);
  expect(register.gap).toEqual({ from: "2026-07-01", to: "2026-07-09" });
  const named = register.spokespeople.filter(({ endedReason }) => endedReason === null);
  expect(Object.fromEntries(named.map(({ name, state }) => [name, state]))).toEqual({
    "Phạm Thí Dụ": "now",
    "Ngô Thị Dụ": "ahead",
    "Lý Thí Dụ": "now",
  });
  await watchSpokespeople(db.database, june);
  await watchSpokespeople(db.database, june);
  const [warned, ...more] = await told("spokesperson-expires");
  expect(more).toEqual([]);
  expect(warned!.title).toBe("Phạm Thí Dụ phát ngôn đến hết 30/06/2026; sau đó chưa có ai thay");
  expect(await told("spokesperson-gap")).toEqual([]);
  await watchSpokespeople(db.database, new Date("2026-07-02T03:00:00Z"));
  expect(await told("spokesperson-gap")).toHaveLength(1);

  const page = async (now: string) => {
    const call = { database: db.database, now: new Date(now), origin: "", host: "", params: {}, query: {} };
    const agency = { id: SAMPLE_AGENCY_ID, name: "Sở Mẫu" } as never;
    return String(await (await answerSpokespeople({ ...call, agency })).body);
  };
  expect(await page("2026-06-25T03:00:00Z")).toContain("Phạm Thí Dụ, Giám đốc");
  expect(await page("2026-06-25T03:00:00Z")).not.toMatch(/Ngô Thị Dụ|Lý Thí Dụ/);
  expect(await page("2026-07-02T03:00:00Z")).toContain("đang cập nhật");

  const { id, ...same } = head;
  await as(editor, (w) => changeSpokesperson(w, { id, ...same, toDate: null }));
  const matters = noticeMatters["spokesperson-expires"] as unknown as {
    all: (q: unknown, told: object[], who: unknown) => Promise<(string | null)[]>;
  };
  const about = warned!.cause.split(":").slice(1);
  expect(await matters.all(db.database, [{ about, moment: "" }], editor)).toEqual([
    "Thời hạn của người phát ngôn đã đổi.",
  ]);
  await as(editor, (w) => endTerm(w, { id, toDate: "2026-08-31", reason: "Nghỉ hưu" }));
  await expect(as(editor, (w) => endTerm(w, { id, toDate: "2026-08-31", reason: "Nữa" }))).rejects.toThrow(
    "đã hết",
  );
  expect((await speakers(new Date())).spokespeople.find((row) => row.id === id)).toMatchObject({
    ...{ state: "over", endedReason: "Nghỉ hưu" },
    may: { end: { allowed: false } },
  });
});

const asked = (more: object = {}) => ({
  ...{ id: uuidv7(), outletId: null, outletName: "Tạp chí Mẫu", contactId: null, askedBy: "Lý Thí Dụ" },
  ...{
    reach: "0200 000 002",
    way: "phone" as const,
    subject: "Đường sạt lở",
    questions: "Bao giờ thông xe?",
  },
  ...{ receivedAt: new Date("2026-11-20T03:00:00Z"), handlerId: writer.personId, ...more },
});
const logAt = (now: Date, more: object = {}) =>
  listEnquiries(db.database, auditor, { page: 1, ...more }, now);

test("what the press asks is answered within its hours by somebody who may speak that day; it is told once before and once after", async () => {
  const one = asked();
  await expect(as(writer, (w) => noteEnquiry(w, one))).rejects.toThrow(Forbidden);
  await as(editor, (w) => noteEnquiry(w, one));
  await as(editor, (w) => noteEnquiry(w, one));
  expect(await told("press-enquiry")).toHaveLength(1);
  const [found] = (await logAt(one.receivedAt)).enquiries;
  expect(found!.dueAt).toEqual(new Date("2026-11-21T03:00:00Z"));
  const seen = async (now: string) => (await logAt(new Date(now))).enquiries[0]!.light;
  expect(await seen("2026-11-20T22:59:00Z")).toBe("green");
  expect(await seen("2026-11-20T23:00:00Z")).toBe("amber");
  expect(await seen("2026-11-21T03:00:01Z")).toBe("red");
  for (const now of ["2026-11-20T20:00:00Z", "2026-11-20T23:30:00Z", "2026-11-20T23:40:00Z"])
    await watchEnquiries(db.database, new Date(now));
  expect(await told("press-enquiry-due")).toHaveLength(1);
  expect(await told("press-enquiry-late")).toHaveLength(0);
  for (const now of ["2026-11-21T04:00:00Z", "2026-11-22T04:00:00Z"])
    await watchEnquiries(db.database, new Date(now));
  expect((await told("press-enquiry-late"))[0]!.title).toContain(
    "Quá hạn trả lời báo chí từ 10:00, 21/11/2026",
  );
  const of = "select 1 from notice where cause = $1 and person_id = $2";
  expect(await rows(of, [`press-enquiry-late:${one.id}`, clerk.personId])).toHaveLength(1);

  // The hours are the agency's own rule; Saturday and Sunday may stand still.
  await expect(
    as(writer, (w) => setAnswerRule(w, { answerHours: 8, skipsDaysOff: true, warnHours: 2, basis: "" })),
  ).rejects.toThrow(Forbidden);
  await as(clerk, (w) =>
    setAnswerRule(w, { answerHours: 24, skipsDaysOff: true, warnHours: 4, basis: "Quy chế" }),
  );
  expect(await clockOf(db.database, SAMPLE_AGENCY_ID, one.receivedAt)).toEqual({
    dueAt: new Date("2026-11-23T03:00:00Z"),
    warnAt: new Date("2026-11-22T23:00:00Z"),
  });
  expect((await logAt(one.receivedAt)).enquiries[0]!.dueAt).toEqual(new Date("2026-11-21T03:00:00Z"));

  const past = speaker({ name: "Hồ Thí Dụ", fromDate: "2026-03-01", toDate: "2026-10-31" });
  const able = speaker({ name: "Mai Thí Dụ", fromDate: "2026-11-01" });
  for (const term of [past, able]) await as(editor, (w) => appointSpokesperson(w, term));
  const closing = (more: object = {}) => ({
    ...{ id: one.id, outcome: "answered" as const, words: "Thông xe ngày 25", forwardedTo: "" },
    ...{ closedAt: new Date("2026-11-21T02:00:00Z"), spokespersonId: able.id, file: null, ...more },
  });
  const close = (who: typeof editor, more: object = {}) => as(who, (w) => closeEnquiry(w, closing(more)));
  await expect(close(editor, { spokespersonId: past.id })).rejects.toThrow("không trong thời hạn");
  await expect(close(editor, { spokespersonId: null })).rejects.toThrow("Hãy chọn người phát ngôn");
  await expect(close(editor, { closedAt: new Date("2026-11-19T02:00:00Z") })).rejects.toThrow(
    "trước lúc nhận",
  );
  // The database refuses it, too.
  await expect(
    rows(
      "update press_enquiry set state = 'answered', words = 'x', closed_at = $3, closed_by = $4, spokesperson_id = $2 where id = $1",
      [one.id, past.id, "2026-11-21T02:00:00Z", editor.personId],
    ),
  ).rejects.toThrow("press_answered_by_who_may");
  await as(editor, (w) => assignEnquiry(w, { id: one.id, handlerId: editor.personId }));
  await expect(close(writer)).rejects.toThrow("giao người khác theo dõi");
  const bytes = new TextEncoder().encode("không phải tệp văn bản");
  await expect(close(editor, { file: { bytes, fileName: "tra-loi.exe" } })).rejects.toThrow(Unacceptable);
  const written = await as(auditor, (w) => exportEnquiries(w, {}));
  await close(editor, { file: { bytes: written, fileName: "Trả lời.xlsx" } });
  await expect(close(editor)).rejects.toThrow("đã khép lại");
  const late = asked({
    outletId: await outlet(),
    outletName: "",
    subject: "Thu phí",
    contactId: await person("hoi@bao.example"),
  });
  await as(editor, (w) => noteEnquiry(w, late));
  await close(editor, {
    ...{ id: late.id, outcome: "forwarded", spokespersonId: null, words: "Thuộc Sở khác" },
    ...{ forwardedTo: "Sở Mẫu Hai", closedAt: new Date("2026-11-24T02:00:00Z") },
  });
  const { counts, enquiries, total } = await logAt(new Date(), { q: "sat lo", state: "answered" });
  expect(total).toBe(1);
  expect(enquiries[0]).toMatchObject({
    speaker: "Mai Thí Dụ, Giám đốc",
    light: "green",
    files: [{ fileName: "Trả lời.xlsx" }],
  });
  expect(counts).toMatchObject({ total: 1, open: 0, inTime: 1, late: 0 });
  expect((await logAt(new Date(), { light: "red" })).enquiries.map(({ state }) => state)).toEqual([
    "forwarded",
  ]);
  await as(editor, (w) => eraseContact(w, { id: late.contactId!, reason: "Yêu cầu" }));
  expect((await logAt(new Date(), { id: late.id })).enquiries[0]).toMatchObject({ askedBy: "", reach: "" });
});

test("a letter that guides the press is sent by a second person, once to each, acknowledged by a button, and chased a day later", async () => {
  stub.reset();
  await connected();
  const [yes, told2, bad, leaves] = [
    await mailbox("xac-nhan@bao.example"),
    await mailbox("goi-dien@bao.example"),
    await mailbox("im-lang@bao.example"),
    await person("roi-di@bao.example"),
  ];
  const id = uuidv7();
  const words = {
    id,
    title: "Định hướng tuyên truyền tháng 12",
    body: "Tập trung vào số hóa hồ sơ.",
    ...{ listIds: [], mediaIds: [], replaces: null },
  };
  const draft = { ...words, contactIds: [yes, told2, bad, leaves] };
  await expect(as(writer, (w) => draftLetter(w, draft))).rejects.toThrow(Forbidden);
  await expect(as(editor, (w) => draftLetter(w, { ...draft, contactIds: [] }))).rejects.toThrow("Hãy chọn");
  await as(editor, (w) => draftLetter(w, draft));
  await as(editor, (w) => draftLetter(w, draft));
  await as(editor, (w) => changeLetter(w, { ...draft, title: "Định hướng tháng 12" }));
  await expect(as(editor, (w) => sendLetter(w, { id }))).rejects.toThrow("người khác phải duyệt gửi");
  await expect(as(editor, (w) => chaseLetter(w, { id }))).rejects.toThrow("chưa gửi");
  await as(secondEditor, (w) => sendLetter(w, { id }));
  await expect(as(secondEditor, (w) => sendLetter(w, { id }))).rejects.toThrow("đã gửi");
  await as(editor, (w) => optOut(w, { id: leaves }));
  await Promise.all([mailLetters(db.database), mailLetters(db.database)]);
  await mailLetters(db.database);
  const letter = async () => (await listLetters(db.database, auditor)).letters.find((one) => one.id === id)!;
  const states = async () =>
    Object.fromEntries((await letter()).recipients.map((one) => [one.email, one.last!.state]));
  expect(reached().toSorted()).toEqual([
    "goi-dien@bao.example",
    "im-lang@bao.example",
    "xac-nhan@bao.example",
  ]);
  expect(await states()).toMatchObject({ "xac-nhan@bao.example": "accepted", "roi-di@bao.example": "left" });

  const app = new Hono();
  serveAcknowledging(app, db.database);
  const mail = stub.state.mails.find(({ envelope }) => envelope.to[0] === "xac-nhan@bao.example")!;
  const plain = mail.raw.replaceAll("=\r\n", "");
  const link = /https:\/\/so\.mau\.example(\/xac-nhan-thu\/[\w-]{64})/.exec(plain)![1]!;
  expect(await (await app.request(link)).text()).toContain("Định hướng tháng 12");
  expect((await letter()).recipients.every(({ acknowledgedAt }) => acknowledgedAt === null)).toBe(true);
  expect((await app.request(`/xac-nhan-thu/${"a".repeat(64)}`, { method: "POST" })).status).toBe(404);
  for (let twice = 0; twice < 2; twice += 1)
    expect((await app.request(link, { method: "POST" })).status).toBe(200);
  expect(
    await rows("select 1 from audit_entry where act = 'acknowledge-press-letter' and object_id = $1", [id]),
  ).toHaveLength(1);
  const of = async (email: string) => (await letter()).recipients.find((one) => one.email === email)!;
  await as(editor, async (w) =>
    acknowledgeLetter(w, { id, recipientId: (await of("goi-dien@bao.example")).id }),
  );
  expect(await of("goi-dien@bao.example")).toMatchObject({ acknowledgedHow: "told" });

  // Who died while handing over leaves it in doubt; it is never handed over again by itself.
  const silent = (await of("im-lang@bao.example")).id;
  await rows("update press_letter_mail set state = 'sending' where recipient_id = $1", [silent]);
  await mailLetters(db.database);
  expect(await states()).toMatchObject({ "im-lang@bao.example": "doubt" });
  expect(reached()).toHaveLength(3);
  await expect(as(editor, (w) => chaseLetter(w, { id }))).rejects.toThrow("ngày mai");
  await rows("update press_letter_mail set changed_at = changed_at - interval '1 day'");
  await as(editor, (w) => chaseLetter(w, { id }));
  await mailLetters(db.database);
  expect(reached().filter((to) => to === "im-lang@bao.example")).toHaveLength(2);
  expect(await of("im-lang@bao.example")).toMatchObject({ reminded: 1, last: { state: "accepted" } });
});

test("a guidance letter carries files, is taken back with a reason or replaced in the same thread, once to each who has it", async () => {
  stub.reset();
  await connected();
  const [has, late, busy] = [
    await mailbox("co-thu@thu.example"),
    await mailbox("chua-co@thu.example"),
    await mailbox("them-sau@thu.example"),
  ];
  const mediaId = await document("Đề cương \u202etháng 12.pdf");
  const draft = (more: object = {}) => ({
    ...{ id: uuidv7(), title: "Định hướng quý IV", body: "Số hóa hồ sơ.", listIds: [] as string[] },
    ...{ contactIds: [has, late], mediaIds: [mediaId], replaces: null, ...more },
  });
  const first = draft();
  await expect(as(editor, (w) => draftLetter(w, draft({ mediaIds: [uuidv7()] })))).rejects.toThrow(
    "không còn trong kho tư liệu",
  );
  await as(editor, (w) => draftLetter(w, first));
  await expect(as(editor, (w) => withdrawLetter(w, { id: first.id, reason: "Sai" }))).rejects.toThrow(
    "chưa gửi",
  );
  await as(secondEditor, (w) => sendLetter(w, { id: first.id }));
  // One newsroom's mail still waits when the letter is taken back.
  await rows(
    "update press_letter_mail m set due_at = now() + interval '1 hour' from press_letter_recipient r where r.id = m.recipient_id and r.letter_id = $1 and r.contact_id = $2",
    [first.id, late],
  );
  await mailLetters(db.database);
  const mailsTo = (to: string) => stub.state.mails.filter(({ envelope }) => envelope.to[0] === to);
  const [sent] = mailsTo("co-thu@thu.example");
  expect(sent!.raw).toMatch(/filename="?de-cuong-thang-12\.pdf/);
  const app = new Hono();
  serveAcknowledging(app, db.database);
  serveLetterFiles(app, db.database);
  const linkOf = (raw: string) =>
    /so\.mau\.example(\/xac-nhan-thu\/[\w-]{64})/.exec(raw.replaceAll("=\r\n", ""))![1]!;
  const link = linkOf(sent!.raw);
  // What was sent stays, whatever becomes of it in the library.
  await rows("update media_asset set binned_at = now(), binned_by = $2 where id = $1", [
    mediaId,
    editor.personId,
  ]);
  const file = await app.request(`${link}/tep/1`);
  expect(file.headers.get("content-disposition")).toContain("attachment");
  expect((await file.arrayBuffer()).byteLength).toBeGreaterThan(300);
  expect((await app.request(`${link}/tep/2`)).status).toBe(404);
  expect((await app.request(`/press-letter-files/${first.id}/${mediaId}`)).status).toBe(404);
  await rows("update media_asset set binned_at = null, binned_by = null where id = $1", [mediaId]);

  await expect(as(writer, (w) => withdrawLetter(w, { id: first.id, reason: "Sai" }))).rejects.toThrow(
    Forbidden,
  );
  const back = () => as(editor, (w) => withdrawLetter(w, { id: first.id, reason: "Số liệu chưa duyệt" }));
  const twice = await Promise.allSettled([back(), back()]);
  expect(twice.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  await rows("update press_letter_mail set due_at = now() - interval '1 hour' where state = 'waiting'");
  await Promise.all([mailLetters(db.database), mailLetters(db.database)]);
  await mailLetters(db.database);
  expect(mailsTo("chua-co@thu.example")).toHaveLength(0);
  const [, recall, ...more] = mailsTo("co-thu@thu.example");
  expect(more).toEqual([]);
  const idOf = (raw: string, name: string) => new RegExp(`^${name}: (<[^>]+>)`, "im").exec(raw)?.[1];
  expect(idOf(recall!.raw, "In-Reply-To")).toBe(idOf(sent!.raw, "Message-ID"));
  const letter = async (id: string) =>
    (await listLetters(db.database, auditor)).letters.find((one) => one.id === id)!;
  const standing = async (id: string) =>
    Object.fromEntries(
      (await letter(id)).recipients.map((one) => [
        one.email!.split("@")[0],
        [one.last?.state ?? null, one.withdrawal?.state ?? null],
      ]),
    );
  expect(await letter(first.id)).toMatchObject({ state: "withdrawn", withdrawnWhy: "Số liệu chưa duyệt" });
  expect(await standing(first.id)).toEqual({
    "co-thu": ["accepted", "accepted"],
    "chua-co": ["stopped", null],
  });
  for (const method of ["GET", "POST"]) {
    const page = await (await app.request(link, { method })).text();
    expect(page).toContain("Thư đã thu hồi");
    expect(page).toContain("Số liệu chưa duyệt.");
  }
  expect((await app.request(`${link}/tep/1`)).headers.get("content-type")).toContain("text/html");
  expect((await letter(first.id)).recipients.every(({ acknowledgedAt }) => acknowledgedAt === null)).toBe(
    true,
  );
  await expect(
    rows(
      "update press_letter_recipient set acknowledged_at = now(), acknowledged_how = 'told' where letter_id = $1",
      [first.id],
    ),
  ).rejects.toThrow("not in force");
  await expect(as(editor, (w) => chaseLetter(w, { id: first.id }))).rejects.toThrow("đã thu hồi");

  // Replaced: whoever has it is told by what takes its place, chosen or not; what was acknowledged stays.
  const second = draft();
  await as(editor, (w) => draftLetter(w, second));
  await as(secondEditor, (w) => sendLetter(w, { id: second.id }));
  await mailLetters(db.database);
  const recipientId = (await letter(second.id)).recipients.find(({ contactId }) => contactId === has)!.id;
  await as(editor, (w) => acknowledgeLetter(w, { id: second.id, recipientId }));
  const replaces = { id: second.id, why: "Đổi mốc thời gian" };
  const third = draft({ title: "Định hướng quý IV (mới)", contactIds: [busy], mediaIds: [], replaces });
  await as(editor, (w) => draftLetter(w, third));
  await as(editor, (w) => draftLetter(w, third));
  await expect(as(editor, (w) => draftLetter(w, draft({ replaces })))).rejects.toThrow("đã có thư thay thế");
  await as(editor, (w) => optOut(w, { id: late }));
  await as(secondEditor, (w) => sendLetter(w, { id: third.id }));
  await mailLetters(db.database);
  expect(await standing(second.id)).toEqual({
    "co-thu": ["accepted", null],
    "chua-co": ["accepted", "left"],
  });
  // Who has it and could not be told is named to those who keep letters, once.
  for (let twice = 0; twice < 2; twice += 1) expect(await tellUntold(db.database)).toBe(1);
  const untold = "select title from notice where cause like 'press-letter-untold:%' and person_id = $1";
  expect(await rows(untold, [editor.personId])).toEqual([
    { title: expect.stringMatching(/^Báo .* chưa nhận được thư báo thu hồi/) },
  ]);
  expect(await standing(third.id)).toEqual({ "co-thu": ["accepted", null], "them-sau": ["accepted", null] });
  const [before, next] = mailsTo("co-thu@thu.example").slice(-2);
  expect(idOf(next!.raw, "In-Reply-To")).toBe(idOf(before!.raw, "Message-ID"));
  expect(idOf(mailsTo("them-sau@thu.example")[0]!.raw, "In-Reply-To")).toBeUndefined();
  const page = await (await app.request(linkOf(before!.raw))).text();
  expect(page).toContain(linkOf(next!.raw));
  expect(page).toContain("trước khi thư được thu hồi");
  expect(
    await rows("select 1 from audit_entry where act = 'withdraw-press-letter' and object_id = any($1)", [
      [first.id, second.id],
    ]),
  ).toHaveLength(2);
});

test("an address that is no mailbox is stopped at once and told once; one that is full is when it has been so three times", async () => {
  stub.reset();
  const accountId = await connected();
  const [gone, full, shut] = [
    await mailbox("nouser@dung.example"),
    await mailbox("day@dung.example"),
    await mailbox("policy@dung.example"),
  ];
  const id = await planned(await published(), accountId, { contactIds: [gone, full, shut] });
  await deliverDue(db.database);
  await watchBounces(db.database);
  expect(await watchBounces(db.database)).toBe(0);
  expect(await contactOf(gone)).toMatchObject({
    state: "suspended",
    suspendedWhy: "Hộp thư không có hoặc không nhận (550 5.1.1)",
  });
  expect((await contactOf(shut)).state).toBe("willing");
  const heard = "select 1 from notice where cause like $1 and person_id = $2";
  expect(await rows(heard, [`press-bounce:${gone}:%`, editor.personId])).toHaveLength(1);
  await expect(planned(await published(), accountId, { contactIds: [gone] })).rejects.toThrow(Unacceptable);
  // Its ledger is what it was: who did not take it stands in the release.
  expect((await ledger(id))["nouser@dung.example"]).toBe("refused");
  await expect(as(writer, (w) => resumeContact(w, { id: gone }))).rejects.toThrow(Forbidden);
  await as(editor, (w) => resumeContact(w, { id: gone }));
  await watchBounces(db.database);
  expect((await contactOf(gone)).state).toBe("willing");

  for (let times = 1; times <= 3; times += 1) {
    expect((await contactOf(full)).state).toBe("willing");
    await rows(
      "update delivery set handles = handles || jsonb_build_object('to:' || r.key, 'refused 452 4.2.2') from press_recipient r where r.delivery_id = delivery.id and r.contact_id = $1",
      [full],
    );
    await watchBounces(db.database);
    if (times < 3) await planned(await published(), accountId, { contactIds: [full] });
  }
  expect((await contactOf(full)).suspendedWhy).toBe("3 lần trong 30 ngày không nhận thư (452 4.2.2)");
  await as(editor, (w) =>
    changeContact(w, { id: full, ...bare, email: "khac@dung.example", isClosed: false }),
  );
  expect((await contactOf(full)).state).toBe("willing");
  await as(editor, (w) => recordBounce(w, { id: full, reason: "Thư trả về: hết hạn tên miền" }));
  expect(await contactOf(full)).toMatchObject({
    state: "suspended",
    suspendedWhy: "Thư trả về: hết hạn tên miền",
  });
});

test("what the press takes up is written down once for a text, however its address was copied, and proves what the text proves", async () => {
  const itemId = await published();
  const pickup = (more: object = {}) => ({
    ...{ id: uuidv7(), itemId, outletId: null, outletName: "Báo Thí Dụ", kind: "part" as const, note: "" },
    ...{ title: "Sở đưa thủ tục lên mạng", publishedOn: "2026-11-20", file: null },
    ...{ url: "https://www.bao.example/thoi-su/so-hoa-12.html?utm_source=zalo&b=2&a=1#dau", ...more },
  });
  const note = (given: ReturnType<typeof pickup>, who = editor) => as(who, (w) => notePickup(w, given));
  await expect(note(pickup(), writer)).rejects.toThrow(Forbidden);
  await expect(note(pickup({ outletName: " " }))).rejects.toThrow("tên cơ quan báo chí");
  await expect(note(pickup({ url: "https://bao.example/" }))).rejects.toThrow("trang chủ");
  await expect(note(pickup({ url: "javascript:alert(1)" }))).rejects.toThrow("Địa chỉ chưa đúng");
  await expect(note(pickup({ publishedOn: "2999-01-01" }))).rejects.toThrow("tương lai");
  const unsent = await approved(ownTitle("Chưa đăng"));
  await expect(note(pickup({ itemId: unsent }))).rejects.toThrow("chưa có tin dùng lại");
  const first = pickup();
  await Promise.all([note(first), note(first)]);
  const copied = "http://m.bao.example/thoi-su/so-hoa-12.html/?a=1&b=2&fbclid=x";
  await expect(note(pickup({ url: copied }))).rejects.toThrow("đã ghi cho bài này");
  const png = await sharp({ create: { width: 40, height: 30, channels: 3, background: "#998877" } })
    .png()
    .toBuffer();
  await as(editor, (w) => addPickupProof(w, { id: first.id, bytes: png, fileName: "chup.png" }));
  await as(editor, (w) => addPickupProof(w, { id: first.id, bytes: png, fileName: "chup lai.png" }));
  const exe = { bytes: new TextEncoder().encode("MZ"), fileName: "chup.png" };
  await expect(as(editor, (w) => addPickupProof(w, { id: first.id, ...exe }))).rejects.toThrow(Unacceptable);
  // Printed: known by who, what and when.
  const printed = { url: "", kind: "whole" as const };
  await note(pickup(printed));
  await expect(note(pickup({ ...printed, title: "SỞ đưa  thủ tục lên mạng" }))).rejects.toThrow(
    "đã ghi cho bài này",
  );
  const listed = (more: object = {}) => listPickups(db.database, auditor, { itemId, page: 1, ...more });
  expect((await listed()).counts).toEqual({ total: 2, whole: 1, part: 1, mention: 0, items: 1 });
  expect((await listed({ q: "bao thi du", kind: "part" })).pickups).toMatchObject([
    { id: first.id, outletName: "Báo Thí Dụ", url: "https://www.bao.example/thoi-su/so-hoa-12.html?a=1&b=2" },
  ]);
  expect((await listed()).pickups.find(({ id }) => id === first.id)!.proofs).toHaveLength(1);
  const proof = "select withdrawn_reason from evidence where source = 'channels' and source_id = $1";
  expect(await rows(proof, [first.id])).toEqual([{ withdrawn_reason: null }]);
  const november = { from: "2026-11-01", to: "2026-11-30" };
  const inReport = async () =>
    (await pressInPeriod(db.database, SAMPLE_AGENCY_ID, november)).pickups.filter(
      (one) => one.itemId === itemId,
    );
  expect(await inReport()).toHaveLength(2);

  // Set right it is the same one, proves what it proved, and is no twin of another.
  const right = (more: object, who = editor) => {
    const { itemId: _, file: __, ...fields } = { ...first, title: "Sở đưa 40 thủ tục lên mạng", ...more };
    return as(who, (w) => changePickup(w, { ...fields, reason: "Ghi sai tên tin" }));
  };
  await expect(right({}, writer)).rejects.toThrow(Forbidden);
  await expect(right({ ...printed, title: "sở đưa thủ tục LÊN mạng" })).rejects.toThrow("đã ghi cho bài này");
  await right({ url: copied });
  expect((await listed({ q: "40 thu tuc" })).pickups).toMatchObject([
    { id: first.id, url: "http://m.bao.example/thoi-su/so-hoa-12.html/?a=1&b=2", proofs: [{}] },
  ]);
  expect(
    await rows(
      "select reason, before ->> 'title' as before, after ->> 'title' as after from audit_entry where act = 'change-press-pickup' and object_id = $1",
      [first.id],
    ),
  ).toEqual([
    { reason: "Ghi sai tên tin", before: "Sở đưa thủ tục lên mạng", after: "Sở đưa 40 thủ tục lên mạng" },
  ]);
  expect(await rows(`${proof} and withdrawn_at is null`, [first.id])).toHaveLength(1);

  await expect(as(writer, (w) => dropPickup(w, { id: first.id, reason: "Nhầm" }))).rejects.toThrow(Forbidden);
  await as(editor, (w) => dropPickup(w, { id: first.id, reason: "Ghi nhầm bài" }));
  await expect(as(editor, (w) => dropPickup(w, { id: first.id, reason: "Nhầm" }))).rejects.toThrow("đã bỏ");
  await expect(right({})).rejects.toThrow("đã bỏ");
  expect(await rows(`${proof} order by withdrawn_at`, [first.id])).toEqual([
    { withdrawn_reason: "Ghi sai tên tin" },
    { withdrawn_reason: "Ghi nhầm bài" },
  ]);
  expect(await rows(`${proof} and withdrawn_at is null`, [first.id])).toEqual([]);
  expect(await inReport()).toHaveLength(1);
  await note(pickup({ url: copied }));
  expect((await as(auditor, (w) => exportPickups(w, { itemId }))).byteLength).toBeGreaterThan(2000);
});

test("an agency says itself when a term's end is told and when an address is stopped", async () => {
  const limits = { warnedDays: [5, 20, 5], softMost: 1, softDays: 2 };
  await expect(as(editor, (w) => setLimits(w, limits))).rejects.toThrow(Forbidden);
  expect(await limitsOf(db.database, SAMPLE_AGENCY_ID)).toEqual({
    warnedDays: [14, 7, 1],
    softMost: 3,
    softDays: 30,
  });
  await as(clerk, (w) => setLimits(w, limits));
  expect(await limitsOf(db.database, SAMPLE_AGENCY_ID)).toEqual({ ...limits, warnedDays: [20, 5] });
  await expect(rows("update press_limit set warned_days = '[0]'")).rejects.toThrow(
    "press_limit_warned_days_check",
  );

  const once = await mailbox("mot-lan@dung.example");
  await as(editor, async (w) => {
    const contact = await registered(w.tx, SAMPLE_AGENCY_ID, once);
    const bounce = { sourceId: uuidv7(), key: recipientKey(contact.email!), kind: "soft" as const };
    await keepBounce(w, contact, { ...bounce, said: "452 4.2.2", recordedBy: null });
  });
  expect((await contactOf(once)).suspendedWhy).toContain("1 lần trong 2 ngày");

  const day = (ahead: number) => toVietnamDate(new Date()).add({ days: ahead }).toString();
  const term = {
    ...{ id: uuidv7(), personId: null, name: "Tô Thí Dụ", position: "Phó Giám đốc", matter: "", topics: "" },
    ...{ standing: "authorised" as const, decision: "12/QĐ-SMAU", decisionOn: day(-9), phone: "", email: "" },
    ...{ fromDate: day(-8), toDate: day(18), isPublic: false },
  };
  await as(clerk, (w) => appointSpokesperson(w, term));
  await watchSpokespeople(db.database);
  expect(
    await rows("select 1 from notice where cause = $1 and person_id = $2", [
      `spokesperson-expires:${term.id}:20:${term.toDate}`,
      editor.personId,
    ]),
  ).toHaveLength(1);
});
