import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { outgoingAddress } from "#platform/http/outgoing.ts";
import { privateRoot } from "#platform/testing/private-ca.ts";
import { type PressStub, startPressStub } from "#platform/testing/stubs/press/start-press-stub.ts";
import type { ChangeCall, ConnectorCall, Post, Recipient } from "../connector.ts";
import { type PlayedDelivery, playDelivery } from "../played-delivery.fixture.ts";
import { recipientKey } from "./ledger.ts";
import { press } from "./press.ts";
import { wronglyFilled } from "./wrongly-filled.ts";

/** Deaths at each step within one process; whole processes are killed in architecture/delivery-kill.test.ts. */
const RUNS = Number(process.env.KILL_RUNS ?? 8);

let stub: PressStub;
beforeAll(async () => {
  stub = await startPressStub();
});
afterAll(() => stub.close());
beforeEach(() => stub.reset());

let number = 0;
function release(more: Partial<Post> = {}): Post {
  number += 1;
  return {
    marker: `p${number}x`,
    title:
      "Chỉ số cải cách hành chính của tỉnh tăng bốn bậc, người dân hài lòng hơn với bộ phận một cửa các xã",
    summary: "Một câu tóm tắt.",
    text: "Đoạn một <b>\n.Đoạn hai",
    link: "https://so.mau.example/tin-tuc/chi-so?utm_content=p",
    hashtags: [],
    pictures: [],
    recordings: [],
    ...more,
  };
}
const SECRET = () => ({
  host: "localhost",
  port: String(stub.smtpsPort),
  security: "tls",
  user: "baochi@mau.example",
  password: "mat-khau-ung-dung",
  from: "baochi@mau.example",
  certificate: privateRoot,
});
const recipient = (address: string, isWilling = true): Recipient => ({
  ...{ key: recipientKey(address), address, isWilling },
  unsubscribe: `https://so.mau.example/thoi-nhan-thu/${recipientKey(address)}`,
});
const play = (
  recipients: (string | Recipient)[],
  more: Partial<Parameters<typeof playDelivery>[1]> & { secret?: object } = {},
) =>
  playDelivery(press, {
    post: release(),
    clock: stub.clock,
    allowHosts: ["localhost"],
    ...more,
    recipients: recipients.map((one) => (typeof one === "string" ? recipient(one) : one)),
    secret: { ...SECRET(), ...more.secret },
  });
const to = (...names: string[]) => names.map((name) => `${name}@bao.example`);
const check = (secret: object, allowHosts = ["localhost"]) =>
  press.check({
    credentials: { read: async () => ({ ...SECRET(), ...secret }), rotate: (refresh) => refresh(SECRET()) },
    fetch: async () => new Response(),
    addressOf: (host) => outgoingAddress(host, allowHosts),
    now: () => new Date(),
  });
const received = () => stub.state.mails.map(({ envelope }) => envelope.to[0]!.split("@")[0]);

test("a release reaches each recipient once, in a letter that no newsroom stumbles over", async () => {
  const picture = {
    id: "mot",
    alt: "Bộ phận một cửa",
    width: 1200,
    height: 675,
    address: "https://so.mau.example/anh/mot",
    narrow: "https://so.mau.example/anh/mot/1080",
    jpeg: async () => Buffer.alloc(3000, 1),
  };
  const post = release({ pictures: [picture] });
  const done = await play(to("ok", "toasoan", "slow"), { post });
  expect(done).toMatchObject({ end: "done", risks: 1, remoteId: `${post.marker}@mau.example`, url: null });
  expect(received()).toEqual(["ok", "toasoan", "slow"]);
  for (const mail of stub.state.mails) {
    expect(mail.problems).toEqual([]);
    expect(mail.messageId).toMatch(`<${post.marker}.`);
    expect([...mail.subject].length).toBeLessThanOrEqual(90);
    expect(mail.subject).toMatch(/^\[Thông cáo báo chí\] Chỉ số .+…$/);
    expect(mail.parts.map(({ type }) => type)).toEqual(["text/plain", "text/html", "image/jpeg"]);
    expect(mail.parts[0]!.text).toContain("Đoạn một <b>");
    expect(mail.parts[1]!.text).toContain("Đoạn một &lt;b&gt;");
  }
  expect(new Set(stub.state.mails.map(({ messageId }) => messageId)).size).toBe(3);
});

test("who is refused keeps nobody else from being reached; who is full or unknown for now is written to later", async () => {
  const done = await play(to("nouser", "full", "grey", "ok", "big", "policy"));
  expect(done.end).toBe("done");
  expect(received().toSorted()).toEqual(["full", "grey", "ok"]);
  expect(done.outcomes).toEqual(["retry", "retry", "done"]);
  expect(done.note).toBe("Gửi được 3/6; 3 nơi không nhận.");
  const gone = recipient("thoi@bao.example", false);
  expect((await play([...to("ok"), gone])).note).toBe("Gửi được 1/2; 1 nơi đã thôi nhận.");
  expect(await play([gone])).toMatchObject({ end: "rejected", risks: 0 });
  expect(await play(to("nouser"))).toMatchObject({
    end: "rejected",
    why: expect.stringContaining("550 5.1.1"),
  });
});

test("chosen files go along; one that lost its rights since keeps every letter back, and says so", async () => {
  const file = (fileName: string, unfit: string | null) => ({
    ...{ fileName, unfit, contentType: "application/pdf" },
    content: async () => Buffer.from("%PDF-1.7 của cơ quan"),
  });
  const sent = await play(to("mot"), { attachments: [file("phu-luc.pdf", null)] });
  expect(sent.end).toBe("done");
  expect(stub.state.mails[0]!.raw).toContain("filename=phu-luc.pdf");
  stub.reset();
  const files = [file("phu-luc.pdf", null), file("anh.pdf", "chưa có đồng ý của người trong ảnh")];
  const kept = await play(to("mot", "hai"), { attachments: files });
  expect(kept).toMatchObject({ end: "rejected", risks: 0 });
  expect(kept.why).toContain("“anh.pdf” chưa có đồng ý của người trong ảnh");
  expect(received()).toEqual([]);
});

test("what newsrooms get ahead of its hour says so first, until the hour has come", async () => {
  const embargoUntil = new Date(stub.clock.now() + 3_600_000);
  await play(to("ok"), { post: release({ embargoUntil }) });
  await play(to("ok"), { post: release({ embargoUntil: new Date(stub.clock.now() - 1000) }) });
  const [held, free] = stub.state.mails;
  expect(held!.problems).toEqual([]);
  expect(held!.subject).toMatch(/^\[Cấm đăng trước \d\d:\d\d, /);
  expect(held!.parts[0]!.text).toMatch(/^CẤM ĐĂNG, PHÁT TRƯỚC /);
  expect(free!.subject).toMatch(/^\[Thông cáo báo chí\]/);
});

test("a connection lost before the final dot is tried again, after it a person says", async () => {
  const ok = { method: "DATA", path: "^/ok@" };
  stub.queue({ match: { method: "RCPT", path: "^/ok@" }, behaviour: "drop-before" });
  expect((await play(to("ok", "hai"))).end).toBe("done");
  expect(received().toSorted()).toEqual(["hai", "ok"]);
  for (const behaviour of ["commit-then-drop", "drop-before", "garble"] as const) {
    stub.reset();
    stub.queue({ match: ok, behaviour });
    const asked = await play(to("ok", "hai"));
    expect(asked.end, behaviour).toBe("person");
    expect(asked.why).toContain("bao.example");
    expect(received(), behaviour).toContain("hai");
    expect(received().filter((name) => name === "ok").length, behaviour).toBeLessThanOrEqual(1);
  }
});

test("a server that lets us in no more stops the account; one that is busy is asked later", async () => {
  stub.queue({ match: { method: "AUTH" }, behaviour: "revoke-token" });
  expect(await play(to("ok"))).toMatchObject({ end: "reauth", risks: 0 });
  stub.reset();
  stub.queue({
    match: { method: "DATA", path: "^/ok@" },
    behaviour: "status",
    params: { reply: "421 4.3.2 Bye" },
  });
  expect(await play(to("ok", "hai"))).toMatchObject({ end: "done", outcomes: ["retry", "done"] });
  expect(received().toSorted()).toEqual(["hai", "ok"]);
});

test("a connection is tried before it is kept, and no letter is sent by that", async () => {
  expect(await check({})).toEqual({ ok: true, name: null, expiresAt: null });
  expect(await check({ password: "sai" })).toMatchObject({ ok: false, final: true });
  expect(await check({ certificate: "" })).toMatchObject({
    ok: false,
    final: false,
    why: expect.stringContaining("không do nơi đáng tin cấp"),
  });
  // A field of one line takes the breaks out of what is pasted.
  expect(await check({ certificate: privateRoot.replaceAll("\n", "") })).toMatchObject({ ok: true });
  expect(await check({ certificate: privateRoot.replaceAll("\n", " ") })).toMatchObject({ ok: true });
  for (const pasted of ["chung-thu.pem", privateRoot.replace(/[A-Za-z0-9+/]{40}/, "hỏng")])
    expect(await check({ certificate: pasted })).toMatchObject({
      ok: false,
      why: expect.stringContaining("Không đọc được chứng thư gốc"),
    });
  expect(await check({}, [])).toMatchObject({ ok: false, why: expect.stringContaining("mạng nội bộ") });
  expect(received()).toEqual([]);
});

test("nothing goes out in clear where a name is asked, under a wrong certificate, or into the network", async () => {
  await expect(play(to("ok"), { secret: { certificate: "" } })).rejects.toThrow("never ended");
  stub.reset({ capabilities: { startTls: false } });
  await expect(play(to("ok"), { secret: { port: String(stub.smtpPort), security: "" } })).rejects.toThrow(
    "never ended",
  );
  await expect(play(to("ok"), { allowHosts: [] })).rejects.toThrow("never ended");
  expect(received()).toEqual([]);
});

test(`nobody gets it twice and nobody is left out, whenever the worker dies (${RUNS} runs)`, async () => {
  for (let run = 0; run < RUNS; run++) {
    stub.reset();
    const names = ["mot", "hai", "grey"];
    const behaviour = [null, "commit-then-drop", "drop-before", "garble"][run % 4] as "garble" | null;
    if (behaviour) stub.queue({ match: { method: "DATA", path: `^/${names[run % 3]}@` }, behaviour });
    const played = await play(to(...names), { dieAt: 1 + ((run * 7) % 26) });
    const told = `run ${run}: ${behaviour}, ${played.outcomes.join(" ")}`;
    const reached = received();
    expect(new Set(reached).size, told).toBe(reached.length);
    expect(["done", "person"], told).toContain(played.end);
    if (played.end === "done") expect(reached.toSorted(), told).toEqual(["grey", "hai", "mot"]);
  }
});

/** A second letter after a release that some have: as the core carries a change. */
function follow(
  act: "change" | "remove",
  first: { post: Post; played: PlayedDelivery },
  recipients: Recipient[],
  { post = first.post, ...more }: Partial<Parameters<typeof playDelivery>[1]> = {},
) {
  const { title, summary, text: whole } = first.post;
  const { remoteId, handles } = first.played;
  const called = (call: ConnectorCall): ChangeCall => ({
    ...call,
    stands: { remoteId: remoteId!, url: null, handles, title, summary, whole, media: [] },
    ...{ change: "c1", reason: "Sai số liệu ở câu đầu" },
  });
  const changing = press[act]!;
  const played = {
    ...press,
    submit: (call: ConnectorCall) => changing.submit(called(call)),
    reconcile: (call: ConnectorCall) => changing.look(called(call)),
  };
  return playDelivery(played, {
    ...{ secret: SECRET(), clock: stub.clock, allowHosts: ["localhost"], recipients, post },
    ...more,
  });
}
async function sent(recipients: Recipient[], more: Partial<Post> = {}) {
  const post = release(more);
  const played = await play(recipients, { post });
  expect(played.end).toBe("done");
  const first = new Map(stub.state.mails.map((mail) => [mail.envelope.to[0], mail.messageId]));
  stub.state.mails.length = 0;
  return { post, played, first };
}

test("a correction is a second letter in the thread of the first: what was sent, what holds now, the text anew", async () => {
  const before = { title: "Chỉ số tăng bốn bậc", text: "Tỉnh tăng <bốn> bậc.\n\nĐoạn hai." };
  const first = await sent(
    to("ok", "toasoan").map((one) => recipient(one)),
    before,
  );
  const post = { ...first.post, title: "Chỉ số tăng hai bậc", text: "Tỉnh tăng <hai> bậc.\n\nĐoạn hai." };
  const all = [...to("ok", "toasoan", "moi").map((one) => recipient(one))];
  const done = await follow("change", first, all, { post });
  expect(done).toMatchObject({
    end: "done",
    risks: 1,
    note: "Đã gửi thư đính chính tới 2/2 nơi có thư trước.",
  });
  // Who had no first letter gets no second one.
  expect(received()).toEqual(["ok", "toasoan"]);
  for (const mail of stub.state.mails) {
    const of = (name: string) => mail.headers.find(([one]) => one.toLowerCase() === name)?.[1];
    const thread = first.first.get(mail.envelope.to[0]);
    expect(mail.problems).toEqual([]);
    expect(mail.subject).toBe("[Đính chính] Chỉ số tăng hai bậc");
    expect([of("in-reply-to"), of("references")]).toEqual([thread, thread]);
    expect(mail.messageId).not.toBe(thread);
    expect(mail.messageId).toMatch(`<${post.marker}.c1.`);
    const [plain, html] = mail.parts.map(({ text }) => text!.replaceAll("\r\n", "\n"));
    expect(plain).toContain("Nội dung đính chính: Sai số liệu ở câu đầu.");
    expect(plain).toContain("Đã gửi: Tỉnh tăng <bốn> bậc.\nNay sửa thành: Tỉnh tăng <hai> bậc.");
    expect(plain).not.toContain("Đã gửi: Đoạn hai.");
    expect(plain).toContain("Đoạn hai.\n\nhttps://so.mau.example/tin-tuc/chi-so");
    expect(html).toContain("<td");
    expect(html).toContain("&lt;bốn&gt;");
  }
});

test("a recall says why, and that who could not be reached must be told otherwise", async () => {
  const names = to("ok", "thoi", "xoa", "grey");
  const first = await sent(names.map((one) => recipient(one)));
  stub.queue({ match: { method: "RCPT", path: "^/ok@" }, behaviour: "drop-before" });
  const left = [recipient(names[0]!), recipient(names[1]!, false), recipient(names[3]!)];
  const done = await follow("remove", first, left);
  expect(done.end).toBe("done");
  expect(received().toSorted()).toEqual(["grey", "ok"]);
  expect(done.note).toBe(
    "Đã gửi thư thu hồi tới 2/4 nơi có thư trước; 1 nơi đã thôi nhận thư, 1 nơi đã xóa khỏi sổ: hãy báo những nơi ấy bằng cách khác.",
  );
  expect(stub.state.mails[0]!.subject).toMatch(/^\[Thu hồi\] /);
  expect(stub.state.mails[0]!.parts[0]!.text).toContain("Lý do: Sai số liệu ở câu đầu.");
  expect(await follow("remove", first, [recipient(names[1]!, false)])).toMatchObject({
    ...{ end: "rejected", risks: 0, why: expect.stringContaining("bằng cách khác") },
  });
  // One that is full for good keeps nobody waiting without end.
  const full = { method: "RCPT", path: "^/ok@" };
  const status = { behaviour: "status" as const, params: { reply: "452 4.2.2 Full" } };
  stub.queue({ match: full, times: 40, ...status });
  const partly = await follow("change", first, left);
  expect(partly).toMatchObject({ end: "done", note: expect.stringContaining("1 nơi không nhận thư") });
});

test(`nobody gets a correction twice, whenever the worker dies (${RUNS} runs)`, async () => {
  const names = ["mot", "hai", "grey"];
  for (let run = 0; run < RUNS; run++) {
    stub.reset();
    const all = to(...names).map((one) => recipient(one));
    const first = await sent(all);
    const behaviour = [null, "commit-then-drop", "drop-before", "garble"][run % 4] as "garble" | null;
    if (behaviour) stub.queue({ match: { method: "DATA", path: `^/${names[run % 3]}@` }, behaviour });
    const act = run % 2 > 0 ? "change" : "remove";
    const played = await follow(act, first, all, { dieAt: 1 + ((run * 5) % 22) });
    const told = `run ${run}: ${behaviour}, ${played.outcomes.join(" ")}`;
    const reached = received();
    expect(new Set(reached).size, told).toBe(reached.length);
    expect(["done", "person"], told).toContain(played.end);
    if (played.end === "done") expect(reached.toSorted(), told).toEqual(["grey", "hai", "mot"]);
  }
});

test("a server that takes no password is entered by a token, renewed when it is missing or refused, and kept before it is used", async () => {
  const oauth = {
    ...{ password: "", tokenUrl: `${stub.origin}/token`, clientId: "mau", clientSecret: "bi-mat" },
    refreshToken: "1//thu",
  };
  const allowHosts = ["localhost", "127.0.0.1"];
  const first = await play(to("mot"), { secret: oauth, allowHosts });
  expect(first).toMatchObject({
    end: "done",
    secret: { accessToken: "ya29-thu+", refreshToken: "1//thu+", host: "localhost" },
  });
  // Taken away before its time: renewed once, and the letter goes.
  stub.state.seed.senders[0]!.token = "khác";
  const second = await play(to("hai"), { secret: first.secret, allowHosts });
  expect(second).toMatchObject({ end: "done", secret: { accessToken: "khác+", refreshToken: "1//thu++" } });
  // The first of its kind was spent: a person connects anew, and nothing was sent.
  const spent = await play(to("ba"), { secret: oauth, allowHosts });
  expect(spent).toMatchObject({ end: "reauth", why: expect.stringContaining("invalid_grant") });
  stub.queue({ match: { path: "/token" }, times: 1, behaviour: "status", params: { status: 503, body: "" } });
  expect(
    (await play(to("bon"), { secret: { ...oauth, refreshToken: "1//thu++" }, allowHosts })).outcomes[0],
  ).toBe("retry");
  expect(received()).toEqual(["mot", "hai", "bon"]);
});

test("what cannot work as it was filled in is told by its field, before any server is called", () => {
  const good = { host: "thu.mau.example", port: "465", from: "baochi@mau.example" };
  const token = { ...good, user: "baochi@mau.example", tokenUrl: "https://cap.example/token" };
  const cases: [given: Record<string, string>, field: string | undefined][] = [
    [good, undefined],
    [{ ...good, port: "xx" }, "port"],
    [{ ...good, port: "70000" }, "port"],
    [{ ...good, from: "Sở Nội vụ" }, "from"],
    [{ ...good, bounces: "tra-ve" }, "bounces"],
    [{ ...good, user: "baochi@mau.example" }, "password"],
    [{ ...token, tokenUrl: "cap.example/token" }, "tokenUrl"],
    [{ ...token, user: "" }, "user"],
    [token, "clientId"],
    [{ ...token, clientId: "mau" }, "refreshToken"],
    [{ ...token, clientId: "mau", refreshToken: "1//mau" }, undefined],
    [{ ...good, certificate: "chung-thu.pem" }, "certificate"],
  ];
  for (const [given, field] of cases) expect(wronglyFilled(given)?.field).toBe(field);
});
