import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { SAMPLE_AGENCY_ID, sampleUnitId } from "#organization";
import type { Actor } from "#platform/auth/actor.ts";
import { Conflict, Forbidden, NotFound } from "#platform/auth/policy.ts";
import { readConfig } from "#platform/config/config.ts";
import { openSecret } from "#platform/config/own-secret.ts";
import { readSecrets } from "#platform/config/secrets.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { keepFilesIn, readFile, removeFiles } from "#platform/files/files.ts";
import { privateRoot } from "#platform/testing/private-ca.ts";
import { type PressStub, startPressStub } from "#platform/testing/stubs/press/start-press-stub.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { type Work, work } from "#platform/work/work.ts";
import { allowNetworkHosts } from "../src/capabilities/channels/accounts/account-call.ts";
import { approveAnswer } from "../src/capabilities/feedback/handling/approve-answer.ts";
import { askSender } from "../src/capabilities/feedback/handling/ask-sender.ts";
import { classifyFeedback } from "../src/capabilities/feedback/handling/classify-feedback.ts";
import { draftAnswer } from "../src/capabilities/feedback/handling/draft-answer.ts";
import { takeFeedback } from "../src/capabilities/feedback/handling/take-feedback.ts";
import { dismissMail, redirectMail, takeMail } from "../src/capabilities/feedback/mail/decide-mail.ts";
import {
  composeRedirect,
  forgetReplies,
  listMails,
  openMail,
} from "../src/capabilities/feedback/mail/mail-queries.ts";
import { readIncoming } from "../src/capabilities/feedback/mail/read-incoming.ts";
import { readMailboxes } from "../src/capabilities/feedback/mail/read-mailboxes.ts";
import { dropMailbox, setMailbox, tryMailbox } from "../src/capabilities/feedback/mail/set-mailbox.ts";
import { presentFeedback } from "../src/capabilities/feedback/present-feedback.ts";
import { composeMail } from "../src/capabilities/feedback/tell-sender.ts";
import { people } from "../src/capabilities/newsroom/newsroom.fixture.ts";

const OWN = "phan-anh@mau.example";
const folder = mkdtempSync(join(tmpdir(), "feedback-mail-"));
const config = readConfig({
  GANDAN_DATA: folder,
  GANDAN_BASE_URL: "https://so-mau.example.vn",
  SMTP_URL: "smtp://127.0.0.1:2525?from=cong@mau.example",
});
const { auth: secret } = readSecrets(config.secretFile);
const { clerk: office, administrator, writer: contributor } = people;

let db: TestDatabase;
let stub: PressStub;
beforeAll(async () => {
  db = await testDatabase("sample");
  keepFilesIn(folder);
  openSecret(config);
  stub = await startPressStub();
  allowNetworkHosts(["127.0.0.1"]);
});
afterAll(async () => {
  openSecret(null);
  allowNetworkHosts([]);
  await stub.close();
});

const as = <T>(actor: Actor, act: (current: Work) => Promise<T>, at?: Date) =>
  work(db.database, actor, act, at ? { at } : {});
const rows = async (text: string, values: unknown[] = []) =>
  (await db.pool.query<Record<string, unknown>>(text, values)).rows;
const queue = () => listMails(db.database, office, new Date());
const b64 = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64").replace(/.{76}/g, "$&\r\n");

interface Letter {
  from?: string;
  subject?: string;
  words?: string;
  id?: string | null;
  heads?: string[];
  files?: { name: string; type: string; bytes: Uint8Array }[];
  html?: boolean;
}
const letter = ({
  from = "Nguyễn Văn Mẫu <dan@mau.example>",
  subject = "Hồ sơ chậm",
  ...rest
}: Letter): string => {
  const {
    words = "Tôi nộp hồ sơ đã lâu chưa có kết quả.",
    id = uuidv7(),
    heads = [],
    files = [],
    html,
  } = rest;
  return [
    ...[
      `From: ${from.replace(/^(.*) (<.*>)$/, (_, name: string, address: string) => `=?UTF-8?B?${Buffer.from(name).toString("base64")}?= ${address}`)}`,
    ],
    ...[`To: ${OWN}`, `Subject: =?UTF-8?B?${Buffer.from(subject).toString("base64")}?=`],
    ...(id === null ? [] : [`Message-ID: <${id}@mau.example>`]),
    ...[...heads, "MIME-Version: 1.0", 'Content-Type: multipart/mixed; boundary="m"', "", "--m"],
    ...[
      `Content-Type: text/${html ? "html" : "plain"}; charset=utf-8`,
      "Content-Transfer-Encoding: base64",
      "",
    ],
    b64(Buffer.from(words)),
    ...files.flatMap(({ name, type, bytes }) => [
      ...["--m", `Content-Type: ${type}; name="${name}"`, "Content-Transfer-Encoding: base64"],
      ...[`Content-Disposition: attachment; filename="${name}"`, "", b64(bytes)],
    ]),
    ...["--m--", ""],
  ].join("\r\n");
};
const fields = (more: object = {}) => ({
  ...{ address: OWN, host: "127.0.0.1", port: stub.imapsPort, isTls: true, user: "baochi@mau.example" },
  ...{ password: "mat-khau-ung-dung", folder: "INBOX", certificate: privateRoot, ...more },
});
const taken = {
  ...{ kind: "conduct" as const, fieldId: null, place: null, officialCode: null, receivedOn: "2026-11-10" },
  ...{ name: "Nguyễn Văn Mẫu", phone: "", address: "", mail: "dan@mau.example" },
};

test("what is no person's is told by what it says of itself; marks, broken heads and bombs do no harm", async () => {
  const read = (raw: string) => readIncoming(Buffer.from(raw), OWN);
  for (const heads of [
    ["Auto-Submitted: auto-replied"],
    ["Precedence: bulk"],
    ["Return-Path: <>"],
    ["List-Id: <tin.mau.example>"],
    ["X-Autoreply: yes"],
  ])
    expect((await read(letter({ heads }))).what).toBe("automatic");
  expect((await read(letter({ heads: ["Auto-Submitted: no"] }))).what).toBe("written");
  for (const from of [OWN, "no-reply@mau.example", "MAILER-DAEMON@mau.example"])
    expect((await read(letter({ from }))).what).toBe("automatic");
  expect((await read("From: khong phai thu\r\n\r\nx")).what).toBe("unreadable");
  const html = await read(
    letter({
      html: true,
      words: "<style>p{}</style><p>Chào&nbsp;cơ quan</p><script>x()</script><p>Hồ sơ &lt;1&gt;</p>",
    }),
  );
  expect(html).toMatchObject({ mail: { words: expect.stringMatching(/^Chào cơ quan\n+Hồ sơ <1>$/) } });
  const odd = await read(letter({ words: `a\0b\u202ec${"\n".repeat(9)}d`, subject: "Lời\u0007 nói" }));
  expect(odd).toMatchObject({ mail: { words: "a b c\n\nd", subject: "Lời nói" } });
});

test("a mailbox is tried before it is kept, and what lets us in is sealed", async () => {
  const attempt = (more: object) => tryMailbox(db.database, SAMPLE_AGENCY_ID, fields(more));
  await expect(attempt({ host: "10.0.0.7" })).rejects.toThrow("nằm trong mạng nội bộ");
  await expect(attempt({ password: "sai" })).rejects.toThrow("không cho đăng nhập");
  await expect(attempt({ password: "" })).rejects.toThrow("Hãy điền mật khẩu");
  await expect(attempt({ certificate: "chung-thu.pem" })).rejects.toThrow("Không đọc được chứng thư gốc");
  const tried = await attempt({});
  await expect(as(office, (w) => setMailbox(w, tried))).rejects.toThrow(Forbidden);
  await expect(as(administrator, dropMailbox)).rejects.toThrow(Conflict);
  await as(administrator, (w) => setMailbox(w, tried));
  const [{ sealed }] = (await rows("select sealed from feedback_mailbox")) as [{ sealed: string }];
  expect(sealed).not.toContain("mat-khau");
  // Left empty it is what was saved, for the same person at the same server.
  expect((await attempt({ password: "" })).password).toBe("mat-khau-ung-dung");
  await expect(attempt({ password: "", user: "khac@mau.example" })).rejects.toThrow("Hãy điền mật khẩu");
  const { mailbox } = await listMails(db.database, administrator, new Date());
  expect(mailbox).toMatchObject({ address: OWN, known: { host: "127.0.0.1", oauth: null } });
  expect((await queue()).mailbox!.known).toBeNull();
});

test("each message comes once as a draft; a clerk makes feedback of it, with its pictures written anew", async () => {
  const photo = await sharp({ create: { width: 60, height: 40, channels: 3, background: "#123456" } })
    .withExif({ IFD0: { Copyright: "noi-chup" } })
    .jpeg()
    .toBuffer();
  const whole = letter({
    ...{ id: "mot-lan", words: "Bổ sung cho PA-ABCD2345: cán bộ chưa trả lời." },
    files: [
      { name: "anh.jpg", type: "image/jpeg", bytes: photo },
      { name: "don.exe", type: "application/x-msdownload", bytes: Buffer.from("MZ") },
    ],
  });
  stub.state.putBack(whole);
  stub.state.putBack(whole.replace("Subject:", "X-Again: 1\r\nSubject:"));
  const same = letter({ id: null, words: "Không mang mã." });
  stub.state.putBack(same);
  stub.state.putBack(same);
  stub.state.putBack(letter({ heads: ["Auto-Submitted: auto-replied"] }));
  await Promise.all([readMailboxes(db.database), readMailboxes(db.database)]);
  // Numbered anew, all is looked at again.
  stub.state.uidValidity = 2;
  await readMailboxes(db.database);
  const { mails, counts } = await queue();
  expect(mails.map(({ words }) => words)).toEqual([
    "Bổ sung cho PA-ABCD2345: cán bộ chưa trả lời.",
    "Không mang mã.",
  ]);
  expect(counts).toEqual({ waiting: 2, automatic: 1 });
  expect(mails[0]!.dropped).toEqual([expect.stringContaining("don.exe")]);
  const [picture] = mails[0]!.pictures;
  expect(Buffer.from((await readFile(picture!.id))!).includes("noi-chup")).toBe(false);
  const [first, second] = mails as [(typeof mails)[0], (typeof mails)[0]];
  expect((await listMails(db.database, contributor, new Date())).mails).toEqual([]);
  await expect(as(contributor, (w) => openMail(w, first))).rejects.toThrow(Forbidden);
  expect(await as(office, (w) => openMail(w, first))).toMatchObject({
    ...{ name: "Nguyễn Văn Mẫu", address: "dan@mau.example" },
  });
  const take = (id: string, actor = office) =>
    as(actor, (w) => takeMail(w, { ...taken, id, words: "Cán bộ chưa trả lời." }));
  await expect(take(first.id, contributor)).rejects.toThrow(Forbidden);
  await expect(take(uuidv7())).rejects.toThrow(NotFound);
  const { id, code } = await take(first.id);
  await expect(take(first.id)).rejects.toThrow(Conflict);
  const one = await presentFeedback(db.database, office, id, new Date());
  expect(one).toMatchObject({ code, source: "mail", words: "Cán bộ chưa trả lời.", wantsMail: true });
  expect(one.pictures.map(({ id: kept }) => kept)).toEqual([picture!.id]);

  await removeFiles(await as(office, (w) => dismissMail(w, { id: second.id, reason: "Gửi nhầm" })));
  const kept = await rows(
    "select state, subject, words, sender_sealed from feedback_mail where words is null",
  );
  expect(kept.every(({ subject, sender_sealed }) => subject === null && sender_sealed === null)).toBe(true);
  expect((await queue()).mails).toEqual([]);
});

test("a complaint leaves nothing behind but that it came; its sender is told once where it belongs, and no loop begins", async () => {
  const from = "Người Mẫu <khieu-nai@mau.example>";
  stub.state.putBack(letter({ from, subject: "Đơn tố cáo", words: "Tôi tố cáo cán bộ Mẫu nhận hối lộ." }));
  stub.state.putBack(letter({ from, words: "Tôi khiếu nại quyết định số 1 của Sở." }));
  await readMailboxes(db.database);
  expect((await queue()).mails).toEqual([]);
  const redirected = (await rows(
    "select id, words, sender_sealed, subject, reply_mail_id, reply_sealed from feedback_mail where state = 'redirected' order by id",
  )) as { id: string; reply_mail_id: string | null; reply_sealed: string | null; words: null }[];
  expect(redirected).toHaveLength(2);
  expect(redirected.map(({ reply_mail_id }) => reply_mail_id !== null)).toEqual([true, false]);
  expect(JSON.stringify(redirected)).not.toContain("hối lộ");
  const site = { baseUrl: config.baseUrl!, secret, secretFile: config.secretFile };
  const reply = (id: string) => composeRedirect(db.database, id, site);
  expect(await reply(redirected[0]!.reply_mail_id!)).toMatchObject({
    ...{ to: "khieu-nai@mau.example", headers: { "Auto-Submitted": "auto-replied" } },
    text: expect.stringContaining("https://so-mau.example.vn/phan-anh"),
  });
  expect(await reply(uuidv7())).toBeUndefined();
  await forgetReplies(db.database, new Date(Date.now() + 8 * 86_400_000));
  expect(await reply(redirected[0]!.reply_mail_id!)).toBeNull();

  // What no words gave away is told apart by the clerk.
  stub.state.putBack(letter({ from: "Ai Đó <ai-do@mau.example>", words: "Cán bộ Mẫu làm sai, xin xử lý." }));
  await readMailboxes(db.database);
  const [mail] = (await queue()).mails;
  await expect(as(contributor, (w) => redirectMail(w, mail!))).rejects.toThrow(Forbidden);
  await as(office, (w) => redirectMail(w, mail!));
  await expect(as(office, (w) => redirectMail(w, mail!))).rejects.toThrow(Conflict);
});

test("what a sender writes back is an addition to the feedback, runs a clock on, opens again what was answered", async () => {
  const site = { baseUrl: config.baseUrl!, secret, secretFile: config.secretFile };
  stub.state.putBack(letter({ id: "hoi-lai", words: "Hồ sơ của tôi bao giờ xong?" }));
  await readMailboxes(db.database);
  const [first] = (await queue()).mails;
  const { id, code } = await as(office, (w) => takeMail(w, { ...taken, id: first!.id, words: first!.words }));
  const state = async () => (await rows("select state, reopened_at from feedback where id = $1", [id]))[0]!;
  const waiting = async () => (await queue()).mails.map(({ words }) => words);
  const notes = async () =>
    (await presentFeedback(db.database, office, id, new Date())).events.map(({ note }) => note);
  /** The mail that told of the last step, as its sender's program answers it. */
  const toldBy = async () => {
    const [event] = await rows(
      "select mail_id from feedback_event where feedback_id = $1 and mail_id is not null order by at desc, id desc limit 1",
      [id],
    );
    return (await composeMail(db.database, event!.mail_id as string, site))!;
  };
  const [field] = await rows("select id from feedback_field where is_open limit 1");
  await as(office, (w) =>
    classifyFeedback(w, {
      ...{ id, kind: "conduct", fieldId: field!.id as string, procedureCode: null, reason: null },
      unitId: sampleUnitId("phong-mau-a"),
    }),
  );
  await as(contributor, (w) => takeFeedback(w, { id }));
  await as(contributor, (w) => askSender(w, { id, question: "Xin cho biết ngày nộp." }));
  const asked = await toldBy();
  expect(asked.headers!["Reply-To"]).toBe(OWN);
  const answers = (mail: typeof asked) => [`In-Reply-To: ${mail.headers!["Message-ID"]}`];
  const quoted =
    "Tôi nộp ngày 01/11/2026.\n\nVào T2, 30 thg 11, 2026 lúc 10:00 Sở Mẫu đã viết:\n> Xin cho biết ngày nộp.";
  const photo = await sharp({ create: { width: 30, height: 20, channels: 3, background: "#654321" } })
    .jpeg()
    .toBuffer();
  const files = [{ name: "bien-nhan.jpg", type: "image/jpeg", bytes: photo }];
  stub.state.putBack(letter({ id: "bo-sung", heads: answers(asked), words: quoted, files }));
  stub.state.putBack(letter({ id: "bo-sung", heads: answers(asked), words: quoted, files }));
  await readMailboxes(db.database);
  expect(await waiting()).toEqual([]);
  expect(await state()).toMatchObject({ state: "in-progress" });
  expect((await notes()).filter((note) => note?.includes("01/11/2026"))).toEqual([
    "Tôi nộp ngày 01/11/2026.\nGửi thêm 1 ảnh.",
  ]);
  // By its code alone it is added too; from somebody else, or with a reference that we never gave, a clerk looks.
  stub.state.putBack(letter({ subject: `Re: Phản ánh ${code}`, words: "Tôi bổ sung số biên nhận." }));
  stub.state.putBack(
    letter({ from: "Kẻ Khác <khac@mau.example>", heads: answers(asked), words: "Rút giúp tôi." }),
  );
  stub.state.putBack(
    letter({ heads: [`References: <${uuidv7()}.gia-mao@so-mau.example.vn>`], words: "Không rõ của ai." }),
  );
  await readMailboxes(db.database);
  expect(await notes()).toContain("Tôi bổ sung số biên nhận.");
  expect(await waiting()).toEqual(["Rút giúp tôi.", "Không rõ của ai."]);

  await as(contributor, (w) => draftAnswer(w, { id, answer: "Hồ sơ đã xong.", basis: "", send: true }));
  await as(people.leader, (w) => approveAnswer(w, { id, answer: "Hồ sơ đã xong." }));
  // Anybody may read a code: what has ended is opened again only by an answer to a mail of ours, and once.
  stub.state.putBack(letter({ subject: `Phản ánh ${code}`, words: "Chưa xong đâu." }));
  await readMailboxes(db.database);
  expect(await state()).toMatchObject({ state: "answered", reopened_at: null });
  expect(await waiting()).toContain("Chưa xong đâu.");
  const told = await toldBy();
  stub.state.putBack(letter({ heads: answers(told), words: "Tôi chưa nhận được kết quả." }));
  await readMailboxes(db.database);
  expect(await state()).toMatchObject({ state: "in-progress", reopened_at: expect.any(Date) });
  expect(await notes()).toContain("Tôi chưa nhận được kết quả.");
  // A complaint is shown its own door here as well.
  stub.state.putBack(letter({ heads: answers(told), words: "Tôi tố cáo cán bộ Mẫu nhận hối lộ." }));
  await readMailboxes(db.database);
  expect((await notes()).join(" ")).not.toContain("hối lộ");
  for (const mail of (await queue()).mails)
    await removeFiles(await as(office, (w) => dismissMail(w, { id: mail.id, reason: "Thử" })));
});

test("a death in the middle loses nothing; what cannot be read is said where it is set", async () => {
  stub.state.putBack(letter({ id: "truoc", words: "Thư trước." }));
  stub.state.putBack(letter({ id: "sau", words: "Thư sau." }));
  const owner = new pg.Client({ connectionString: db.ownerUrl });
  await owner.connect();
  await owner.query(
    `create function die() returns trigger language plpgsql as $$ begin raise exception 'killed'; end $$;
     create trigger die before insert on feedback_mail for each row when (new.words = 'Thư sau.') execute function die()`,
  );
  await readMailboxes(db.database);
  expect((await queue()).mails.map(({ words }) => words)).toEqual(["Thư trước."]);
  expect((await queue()).mailbox!.why).toContain("tự đọc lại");
  await owner.query("drop trigger die on feedback_mail");
  await owner.end();
  await readMailboxes(db.database);
  expect((await queue()).mails.map(({ words }) => words)).toEqual(["Thư trước.", "Thư sau."]);
  expect((await queue()).mailbox).toMatchObject({ why: null, failingSince: null });
  stub.state.ended.add("baochi@mau.example");
  await readMailboxes(db.database);
  expect((await queue()).mailbox!.why).toContain("không cho đăng nhập");
  expect(await rows("select 1 from notice where cause like 'feedback-mailbox:%'")).not.toEqual([]);
  await as(administrator, dropMailbox);
  expect((await queue()).mailbox).toBeNull();
});
