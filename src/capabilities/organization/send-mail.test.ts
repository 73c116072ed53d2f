import type { AddressInfo } from "node:net";
import { createServer, type Server, type Socket } from "node:net";
import { createTransport } from "nodemailer";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { uuidv7 } from "#platform/database/id.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { sendDueMail } from "./send-mail.ts";

/** A small SMTP server (RFC 5321): says what `answers` states for a command, and keeps the texts it took. */
class MailServer {
  readonly taken: string[] = [];
  private readonly answers: Record<string, string | "hang up">;
  private server: Server | null = null;
  constructor(answers: Record<string, string | "hang up"> = {}) {
    this.answers = answers;
  }

  listen(): Promise<string> {
    this.server = createServer((socket) => this.serve(socket));
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
    socket.on("error", () => {});
    socket.write("220 thu.mau ESMTP\r\n");
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

const queue = async () => {
  const id = uuidv7();
  await db.pool.query(
    "insert into mail (id, recipient, subject, body) values ($1, 'a@mau.gandan.vn', 'Chờ duyệt', 'Kính gửi')",
    [id],
  );
  return id;
};
const stateOf = async (id: string) =>
  (await db.pool.query("select state, attempts, last_error from mail where id = $1", [id])).rows[0];
const sweep = async (answers: Record<string, string | "hang up"> = {}) => {
  server = new MailServer(answers);
  const transport = createTransport(await server.listen(), { from: "gandan@mau.gandan.vn" });
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
    const transport = createTransport("smtp://127.0.0.1:1", { from: "gandan@mau.gandan.vn" });
    await sendDueMail(db.database, (mail) => transport.sendMail(mail));
    expect((await stateOf(id)).state).toBe("pending");
  });

  test("left in the middle by a killed process is of unknown outcome", async () => {
    const id = await queue();
    await db.pool.query("update mail set state = 'sending', due_at = now() - interval '11 minutes'");
    expect((await sweep()).taken).toEqual([]);
    expect((await stateOf(id)).state).toBe("unknown");
  });
});
