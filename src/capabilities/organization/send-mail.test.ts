import type { AddressInfo } from "node:net";
import { createServer, type Server, type Socket } from "node:net";
import { getCACertificates, setDefaultCACertificates, TLSSocket } from "node:tls";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { readConfig } from "#platform/config/config.ts";
import { uuidv7 } from "#platform/database/id.ts";
import {
  mailServerCertificate,
  mailServerKey,
  otherCertificate,
  privateRoot,
} from "#platform/testing/private-ca.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { examineMail } from "./examine-mail.ts";
import { mailTransport } from "./mail-transport.ts";
import { sendDueMail } from "./send-mail.ts";

/** A small SMTP server (RFC 5321): says what `answers` states for a command, and keeps the texts it took. */
class MailServer {
  readonly taken: string[] = [];
  private readonly answers: Record<string, string | "hang up">;
  private readonly certificate: string | null;
  private server: Server | null = null;
  /** With a certificate it offers STARTTLS, and takes no mail without. */
  constructor(answers: Record<string, string | "hang up"> = {}, certificate: string | null = null) {
    this.answers = answers;
    this.certificate = certificate;
  }

  listen(): Promise<string> {
    this.server = createServer((socket) => {
      socket.on("error", () => {});
      socket.write("220 thu.mau ESMTP\r\n");
      this.serve(socket);
    });
    return new Promise((resolve) => {
      this.server!.listen(0, "127.0.0.1", () =>
        resolve(`smtp://127.0.0.1:${(this.server!.address() as AddressInfo).port}`),
      );
    });
  }

  close(): void {
    this.server?.close();
  }

  private serve(socket: Socket): void {
    let text: string | null = null;
    let rest = "";
    socket.on("data", (chunk) => {
      rest += chunk;
      for (let end = rest.indexOf("\r\n"); end !== -1; end = rest.indexOf("\r\n")) {
        const line = rest.slice(0, end);
        rest = rest.slice(end + 2);
        if (text !== null) {
          if (line !== ".") {
            text += `${line}\n`;
            continue;
          }
          this.taken.push(text);
          text = null;
          if (this.answers.text === "hang up") return socket.destroy();
          socket.write(`${this.answers.text ?? "250 ok"}\r\n`);
          continue;
        }
        const word = line.split(" ")[0]!.toUpperCase();
        const given = this.answers[word];
        if (given === "hang up") return socket.destroy();
        const plain = this.certificate !== null && !(socket instanceof TLSSocket);
        if (plain && word === "EHLO") {
          socket.write("250-thu.mau\r\n250 STARTTLS\r\n");
          continue;
        }
        if (plain && word === "STARTTLS") {
          socket.write("220 go on\r\n");
          socket.removeAllListeners("data");
          const secure = new TLSSocket(socket, {
            isServer: true,
            key: mailServerKey,
            cert: this.certificate!,
          });
          secure.on("error", () => {});
          return this.serve(secure);
        }
        if (plain && word !== "QUIT") {
          socket.write("530 STARTTLS first\r\n");
          continue;
        }
        if (word === "DATA" && given === undefined) text = "";
        socket.write(
          `${given ?? (word === "DATA" ? "354 go on" : word === "QUIT" ? "221 bye" : "250 ok")}\r\n`,
        );
      }
    });
  }
}

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
let server: MailServer | null = null;
afterEach(async () => {
  server?.close();
  // What a test left waiting must not go out in the next one.
  await db.pool.query("update mail set state = 'refused' where state in ('pending', 'sending')");
});

const queue = async (to = "a@mau.example") => {
  const id = uuidv7();
  await db.pool.query(
    "insert into mail (id, recipient, subject, body) values ($1, $2, 'Chờ duyệt', 'Kính gửi')",
    [id, to],
  );
  return id;
};
const stateOf = async (id: string) =>
  (await db.pool.query("select state, attempts, last_error from mail where id = $1", [id])).rows[0];
const sweep = async (answers: Record<string, string | "hang up"> = {}, certificate: string | null = null) => {
  server = new MailServer(answers, certificate);
  const transport = mailTransport(
    `${await server.listen()}/?from=gandan@mau.gandan.vn&requireTLS=${!!certificate}`,
  );
  const sent = await sendDueMail(db.database, (mail) => transport.sendMail(mail));
  transport.close();
  return { sent, taken: server.taken };
};

describe("queued mail", () => {
  test("goes out once, with its Vietnamese subject", async () => {
    const id = await queue();
    const first = await sweep();
    expect([first.sent, first.taken.length]).toEqual([1, 1]);
    expect((await stateOf(id)).state).toBe("sent");
    expect((await sweep()).taken).toEqual([]);
  });

  test("to an invented address of the sample department is handed to no server, and the status page says so", async () => {
    const id = await queue("Editor@Mau.gandan.vn");
    expect((await sweep()).taken).toEqual([]);
    expect(await stateOf(id)).toMatchObject({
      state: "unneeded",
      last_error: expect.stringContaining("mẫu"),
    });
    expect(await examineMail(db.database, readConfig({}))).toContainEqual({
      name: "Thư tới địa chỉ mẫu",
      ok: true,
      advice: expect.stringContaining("1 thư"),
    });
  });

  test("that the server refuses for good is not tried again, and the reason is kept", async () => {
    const id = await queue();
    await sweep({ RCPT: "550 khong co nguoi nay" });
    expect(await stateOf(id)).toMatchObject({ state: "refused", last_error: expect.stringContaining("550") });
    expect((await sweep()).taken).toEqual([]);
  });

  test("that the server cannot take now waits and is tried later", async () => {
    const id = await queue();
    await sweep({ MAIL: "451 ban thu lai" });
    expect((await stateOf(id)).state).toBe("pending");
    expect((await sweep()).taken).toEqual([]);
    await db.pool.query("update mail set due_at = now()");
    expect((await sweep()).taken).toHaveLength(1);
    expect(await stateOf(id)).toMatchObject({ state: "sent", attempts: 2 });
  });

  test("whose answer was lost after the text was handed over is of unknown outcome and never sent again", async () => {
    const id = await queue();
    const { taken } = await sweep({ text: "hang up" });
    expect(taken).toHaveLength(1);
    expect((await stateOf(id)).state).toBe("unknown");
    await db.pool.query("update mail set due_at = now()");
    expect((await sweep()).taken).toEqual([]);
  });

  test("waits while no server answers at all", async () => {
    const id = await queue();
    const transport = mailTransport("smtp://127.0.0.1:1/?from=gandan@mau.gandan.vn");
    await sendDueMail(db.database, (mail) => transport.sendMail(mail));
    expect((await stateOf(id)).state).toBe("pending");
  });

  describe("over STARTTLS to a server with a certificate of a private root", () => {
    const usual = getCACertificates();
    afterEach(() => setDefaultCACertificates(usual));
    const examined = async () => {
      server = new MailServer({}, mailServerCertificate);
      const smtpUrl = await server.listen();
      const config = { ...readConfig({}), smtpUrl: `${smtpUrl}/?requireTLS=true` };
      return (await examineMail(db.database, config)).find(({ name }) => name === "Máy chủ thư")!;
    };

    test("waits, and says what to set, while the root is not trusted", async () => {
      const id = await queue();
      expect((await sweep({}, mailServerCertificate)).taken).toEqual([]);
      expect(await stateOf(id)).toMatchObject({
        state: "pending",
        last_error: expect.stringMatching(/không do nơi đáng tin cấp.*NODE_EXTRA_CA_CERTS/),
      });
      expect(await examined()).toMatchObject({
        ok: false,
        advice: expect.stringContaining("NODE_EXTRA_CA_CERTS"),
      });
    });

    test("goes out once the root is trusted", async () => {
      setDefaultCACertificates([...usual, privateRoot]);
      const id = await queue();
      expect((await sweep({}, mailServerCertificate)).taken).toHaveLength(1);
      expect((await stateOf(id)).state).toBe("sent");
      expect((await examined()).ok).toBe(true);
    });

    test("is handed to no server whose certificate names another", async () => {
      setDefaultCACertificates([...usual, privateRoot]);
      const id = await queue();
      expect((await sweep({}, otherCertificate)).taken).toEqual([]);
      expect(await stateOf(id)).toMatchObject({
        state: "pending",
        last_error: expect.stringContaining("mang tên khác"),
      });
    });
  });

  test("left in the middle by a killed process is of unknown outcome", async () => {
    const id = await queue();
    await db.pool.query("update mail set state = 'sending', due_at = now() - interval '11 minutes'");
    expect((await sweep()).taken).toEqual([]);
    expect((await stateOf(id)).state).toBe("unknown");
  });
});
