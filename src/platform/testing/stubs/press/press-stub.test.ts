import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createTransport, type SendMailOptions } from "nodemailer";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { privateRoot } from "../../private-ca.ts";
import { type PressStub, startPressStub } from "./start-press-stub.ts";

let stub: PressStub;
beforeAll(async () => {
  stub = await startPressStub();
});
afterAll(() => stub.close());
const opened: { close: () => void }[] = [];
beforeEach(() => stub.reset());
afterEach(() => {
  for (const one of opened.splice(0)) one.close();
});

interface Way {
  port?: number;
  secure?: boolean;
  auth?: object | undefined;
  requireTLS?: boolean;
  ca?: string[];
  pool?: true;
  maxMessages?: number;
}
const PASSWORD = { user: "baochi@mau.example", pass: "mat-khau-ung-dung" };
function transport({ secure = true, port, ca = [privateRoot], auth = PASSWORD, ...way }: Way = {}) {
  const options = {
    host: "localhost",
    port: port ?? (secure ? stub.smtpsPort : stub.smtpPort),
    secure,
    tls: { ca },
    ...(auth && { auth }),
    ...way,
  };
  const made = createTransport(options as object);
  opened.push(made);
  return made;
}

const release = (to: string, more: SendMailOptions = {}): SendMailOptions => ({
  from: { name: "Sở Nội vụ tỉnh Mẫu", address: "baochi@mau.example" },
  to,
  subject: "[Thông cáo báo chí] Chỉ số cải cách hành chính của tỉnh năm nay",
  messageId: "<pub-1.r1.abc@mau.example>",
  headers: {
    "Content-Language": "vi",
    "List-Id": "Báo chí Sở Nội vụ <press.mau.example>",
    "List-Unsubscribe": "<https://mau.example/u/abc>, <mailto:unsub+abc@mau.example>",
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
  },
  text: "Kính gửi tòa soạn,\r\n.một dòng bắt đầu bằng dấu chấm\r\n",
  html: "<p>Kính gửi tòa soạn,</p>",
  attachments: [{ filename: "thong-cao.pdf", content: Buffer.from("%PDF-1.7") }],
  envelope: {
    from: "bounce+7@mau.example",
    to,
    dsn: { id: "7", return: "headers", notify: ["failure"] },
  } as never,
  ...more,
});
const send = (to: string, way: Way = {}, more: SendMailOptions = {}) =>
  transport(way).sendMail(release(to, more));
const refusal = (sent: Promise<unknown>) =>
  sent.then(
    () => "taken",
    (error: { response?: string; message: string }) => error.response ?? error.message,
  );
const mails = () => stub.state.mails;

describe("a press release", () => {
  test("is taken under TLS and by STARTTLS, whole, and is found without fault", async () => {
    const done = await send("ok@bao.example");
    await send("ok@bao.example", { secure: false, requireTLS: true });
    expect(done.response).toBe(`250 2.0.0 Ok: queued as ${mails()[0]!.id}`);
    for (const mail of mails()) {
      expect(mail.problems).toEqual([]);
      expect(mail).toMatchObject({
        messageId: "<pub-1.r1.abc@mau.example>",
        subject: "[Thông cáo báo chí] Chỉ số cải cách hành chính của tỉnh năm nay",
        envelope: { from: "bounce+7@mau.example", to: ["ok@bao.example"], envid: "7", secure: true },
      });
      expect(mail.parts.map(({ type, name }) => [type, name])).toEqual([
        ["text/plain", null],
        ["text/html", null],
        ["application/pdf", "thong-cao.pdf"],
      ]);
      expect(mail.parts[0]!.text).toContain("\n.một dòng bắt đầu");
      expect(mail.parts[2]!.bytes).toBe(8);
    }
  });

  test("is told what is wrong with it", async () => {
    await transport().sendMail({
      from: "baochi@mau.example",
      to: ["a@bao.example", "b@bao.example"],
      subject: "Dài ".repeat(40),
      html: '<p>x</p><img src="https://mau.example/theo-doi.gif">',
      attachments: [{ filename: "Thông cáo.pdf", content: "x" }],
    });
    const { problems } = mails()[0]!;
    for (const wrong of [
      "Content-Language stands 0 times",
      "To is not the one recipient of the envelope",
      "Subject is longer than 90 characters",
      "List-Unsubscribe-Post is not List-Unsubscribe=One-Click",
      "a text/plain part is missing",
      "a picture is fetched from outside",
      "an attachment lacks a name in ASCII or its full name",
    ])
      expect(problems).toContain(wrong);
  });

  test("with lines, words or identifiers that a server stumbles over is found out", () => {
    const raw = [
      "From: a@b.example",
      "Subject: =?utf-8?B?w?= =?utf-8?B?oQ==?=",
      "Message-ID: khong",
      "X: đ",
      "",
      `a\nb${"c".repeat(999)}`,
    ].join("\r\n");
    const { problems } = stub.state.take(raw, {
      from: "a@b.example",
      to: ["c@d.example"],
      envid: null,
      secure: true,
      user: null,
    });
    expect(problems).toEqual(
      expect.arrayContaining([
        "lines end otherwise than with CRLF",
        "a line is longer than 998",
        "Subject splits a character between encoded words",
        "X holds characters outside ASCII",
        "Message-ID is no identifier",
      ]),
    );
  });
});

describe("who sends", () => {
  test("is known by password or token, over TLS alone, by a certificate that is trusted", async () => {
    for (const auth of [
      PASSWORD,
      { type: "login", method: "LOGIN", ...PASSWORD },
      { type: "OAuth2", user: PASSWORD.user, accessToken: "ya29-thu" },
    ])
      expect(await refusal(send("ok@bao.example", { auth }))).toBe("taken");
    const wrong = { ...PASSWORD, pass: "sai" };
    expect(await refusal(send("ok@bao.example", { auth: wrong }))).toContain("535 5.7.8");
    expect(await refusal(transport({ auth: null as never }).sendMail(release("ok@bao.example")))).toContain(
      "530",
    );
    expect(await refusal(send("ok@bao.example", { ca: [] }))).toMatch(/certificate/);
    stub.reset({ capabilities: { startTls: false } });
    const open = { secure: false, requireTLS: true };
    expect(await refusal(send("ok@bao.example", open))).toMatch(/STARTTLS/i);
    expect(mails()).toEqual([]);
  });

  test("is ended by demand, and stays ended", async () => {
    stub.queue({ match: { method: "AUTH" }, behaviour: "revoke-token" });
    for (const _ of [1, 2]) expect(await refusal(send("ok@bao.example"))).toContain("535");
  });

  test("may send without a name where the relay does not ask", async () => {
    stub.reset({ settings: { asksWho: false }, capabilities: { startTls: false } });
    const relay = { secure: false, auth: null as never };
    expect(await refusal(transport(relay).sendMail(release("ok@bao.example")))).toBe("taken");
    expect(mails()[0]!.envelope).toMatchObject({ secure: false, user: null });
  });
});

describe("recipients", () => {
  test("are refused for good or for now, by their names", async () => {
    const told = async (to: string) => (await refusal(send(`${to}@bao.example`))).slice(0, 9);
    expect(await told("nouser")).toBe("550 5.1.1");
    expect(await told("policy")).toBe("550 5.7.1");
    expect(await told("big")).toBe("552 5.3.4");
    expect([await told("full"), await told("full"), await told("full")]).toEqual([
      "452 4.2.2",
      "452 4.2.2",
      "taken",
    ]);
    expect([await told("grey"), await told("grey")]).toEqual(["451 4.7.1", "taken"]);
    expect(await told("slow")).toBe("taken");
  });

  test("come back later: a bounce, an answer by itself, a complaint", async () => {
    stub.reset({ settings: { bounceAfterSeconds: 600 } });
    for (const to of ["latebounce", "auto", "abuse"]) await send(`${to}@bao.example`);
    const mailbox = async (since = 0) => {
      const answer = await fetch(`${stub.origin}/bounces?since=${since}`);
      return ((await answer.json()) as { messages: { uid: number; raw: string }[] }).messages;
    };
    expect(await mailbox()).toEqual([]);
    stub.clock.advance(601);
    const [bounce, away, complaint] = await mailbox();
    for (const part of ["Original-Envelope-Id: 7", "Status: 5.1.1", "Message-ID: <pub-1.r1.abc@mau.example>"])
      expect(bounce!.raw).toContain(part);
    expect(away!.raw).toContain("Auto-Submitted: auto-replied");
    expect(complaint!.raw).toContain("Feedback-Type: abuse");
    expect(await mailbox(2)).toHaveLength(1);
  });
});

describe("failures on demand", () => {
  const dot = { method: "DATA", path: "^/ok@" };

  test("drop after the final dot has stored, drop before has not", async () => {
    stub.queue({ match: dot, behaviour: "commit-then-drop" });
    expect(await refusal(send("ok@bao.example"))).not.toBe("taken");
    expect(mails()).toHaveLength(1);
    stub.queue({ match: dot, behaviour: "drop-before" });
    expect(await refusal(send("ok@bao.example"))).not.toBe("taken");
    expect(mails()).toHaveLength(1);
  });

  test("a session ends with 421, a code is said, a message lies or comes late", async () => {
    stub.queue({ match: dot, behaviour: "status", params: { reply: "421 4.3.2 Shutting down" } });
    expect(await refusal(send("ok@bao.example"))).toContain("421");
    stub.queue({ match: { method: "RCPT" }, behaviour: "rate-limit" });
    expect(await refusal(send("ok@bao.example"))).toContain("450 4.7.1");
    expect(mails()).toEqual([]);
    stub.queue({ match: dot, behaviour: "garble" });
    await refusal(send("ok@bao.example"));
    stub.queue({ match: dot, behaviour: "commit-then-5xx" });
    expect(await refusal(send("ok@bao.example"))).toContain("451");
    stub.queue({ match: dot, behaviour: "delay", params: { delayMs: 50 } });
    expect(await refusal(send("ok@bao.example"))).toBe("taken");
    expect(mails()).toHaveLength(3);
  });

  test("capabilities may be few: no DSN, a small size; limits of session, hour and connections hold", async () => {
    stub.reset({ capabilities: { dsn: false, size: 200 } });
    expect(await refusal(send("ok@bao.example"))).toMatch(/552|Message size/);
    stub.reset({ settings: { maxPerHour: 1 } });
    await send("ok@bao.example");
    expect(await refusal(send("ok@bao.example"))).toContain("450");
    stub.clock.advance(3601);
    expect(await refusal(send("ok@bao.example"))).toBe("taken");
    stub.reset({ settings: { maxConnections: 0 } });
    expect(await refusal(send("ok@bao.example"))).toContain("421");
  });
});

test("the link to unsubscribe is tried as a mail program does", async () => {
  const posted: string[] = [];
  const site = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    posted.push(`${request.method} ${request.url} ${body}`);
    response.writeHead(request.url === "/u/abc" ? 200 : 404).end();
  });
  await new Promise<void>((done) => site.listen(0, "127.0.0.1", done));
  opened.push({ close: () => void site.close() });
  const origin = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
  stub.reset({ settings: { linkOrigins: { "https://mau.example": origin } } });
  await send("ok@bao.example");
  const answer = await fetch(`${stub.origin}/one-click`, {
    method: "POST",
    body: JSON.stringify({ id: mails()[0]!.id }),
  });
  expect(await answer.json()).toEqual({ status: 200, works: true });
  expect(posted).toEqual(["POST /u/abc List-Unsubscribe=One-Click"]);
});
