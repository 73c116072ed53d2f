import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Hono } from "hono";
import { afterAll, beforeAll, expect, test } from "vitest";
import { SAMPLE_AGENCY_ID, sampleUnitId } from "#organization";
import { Forbidden, Unacceptable } from "#platform/auth/policy.ts";
import { readConfig } from "#platform/config/config.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { keepFilesIn } from "#platform/files/files.ts";
import { privateRoot } from "#platform/testing/private-ca.ts";
import { type PressStub, startPressStub } from "#platform/testing/stubs/press/start-press-stub.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { allowNetworkHosts } from "../src/capabilities/channels/accounts/account-call.ts";
import { seal, sealWith } from "../src/capabilities/channels/accounts/credentials.ts";
import { askChanges } from "../src/capabilities/channels/changes/ask-changes.ts";
import { carryOutChanges } from "../src/capabilities/channels/changes/carry-out-changes.ts";
import { presentChanges } from "../src/capabilities/channels/changes/present-changes.ts";
import { account } from "../src/capabilities/channels/channels.fixture.ts";
import { withdrawDelivery } from "../src/capabilities/channels/deliveries/change-delivery.ts";
import { deliverDue } from "../src/capabilities/channels/deliveries/deliver-due.ts";
import { planDeliveries } from "../src/capabilities/channels/deliveries/plan-deliveries.ts";
import { linkUnder } from "../src/capabilities/channels/deliveries/post-of-delivery.ts";
import { presentDelivery } from "../src/capabilities/channels/deliveries/present-delivery.ts";
import { followContent } from "../src/capabilities/channels/deliveries/release-deliveries.ts";
import { carryOverRecipients } from "../src/capabilities/channels/press-room/carry-over-recipients.ts";
import { changeRelease, sendToRest } from "../src/capabilities/channels/press-room/change-release.ts";
import { eraseContact } from "../src/capabilities/channels/press-room/erase-contact.ts";
import { serveLeaving } from "../src/capabilities/channels/press-room/leave-page.ts";
import { changeContact, noteContact } from "../src/capabilities/channels/press-room/note-contact.ts";
import { noteOutlet } from "../src/capabilities/channels/press-room/note-outlet.ts";
import { optOut } from "../src/capabilities/channels/press-room/opt-out.ts";
import { presentRelease } from "../src/capabilities/channels/press-room/present-release.ts";
import { pressRegister } from "../src/capabilities/channels/press-room/press-queries.ts";
import { recordConsent } from "../src/capabilities/channels/press-room/record-consent.ts";
import { makeList } from "../src/capabilities/channels/press-room/save-list.ts";
import { setEmbargo } from "../src/capabilities/newsroom/embargo/set-embargo.ts";
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
const { writer, editor, auditor } = people;
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
