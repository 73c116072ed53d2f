import type { Socket } from "node:net";
import { TLSSocket } from "node:tls";
import { mailServerCertificate, mailServerKey } from "../../private-ca.ts";
import type { PressState } from "./press-state.ts";

const DAY = 1000 * 86_400;
const DONE = "OK done";

/** One client at the mailbox of bounces: what RFC 9051 asks of a server that is read and never written to. */
export class ImapSession {
  readonly #state: PressState;
  #socket: Socket;
  #isSecure: boolean;
  #isIn = false;
  #isOpen = false;
  #buffered = "";

  constructor(state: PressState, socket: Socket) {
    this.#state = state;
    this.#socket = socket;
    this.#isSecure = socket instanceof TLSSocket;
  }

  begin(): void {
    this.#listen();
    this.#say("* OK IMAP4rev1 ready");
  }

  #listen(): void {
    this.#socket.on("data", (chunk) => {
      this.#buffered += chunk.toString("latin1");
      for (let end = this.#buffered.indexOf("\r\n"); end !== -1; end = this.#buffered.indexOf("\r\n")) {
        const line = this.#buffered.slice(0, end);
        this.#buffered = this.#buffered.slice(end + 2);
        this.#state.imapCommands.push(line.replace(/(LOGIN|AUTHENTICATE) .*/i, "$1 …"));
        this.#answer(line);
      }
    });
  }

  #say(...lines: string[]): void {
    for (const line of lines) this.#socket.write(`${line}\r\n`, "latin1");
  }

  /** What lies in the mailbox by now. */
  #letters() {
    const now = this.#state.clock.now();
    return this.#state.returned.filter(({ dueAt }) => dueAt <= now);
  }

  #capabilities(): string {
    return `* CAPABILITY IMAP4rev1${this.#isSecure ? " SASL-IR AUTH=XOAUTH2" : " STARTTLS LOGINDISABLED"}`;
  }

  #answer(line: string): void {
    const [tag = "*", verb = "", ...words] = line.split(" ");
    this.#say(`${tag} ${this.#judge(verb.toUpperCase(), words)}`);
    if (verb.toUpperCase() === "LOGOUT") this.#socket.end();
    if (verb.toUpperCase() === "STARTTLS") this.#encrypt();
  }

  /** What ends the answer to a command; the data of it is said on the way. */
  #judge(verb: string, words: string[]): string {
    const rest = words.join(" ");
    switch (verb) {
      case "CAPABILITY":
        this.#say(this.#capabilities());
        return DONE;
      case "NOOP":
        return DONE;
      case "LOGOUT":
        this.#say("* BYE");
        return DONE;
      case "STARTTLS":
        return this.#isSecure ? "BAD encrypted already" : DONE;
    }
    if (!this.#isSecure) return "NO [PRIVACYREQUIRED] encrypt first";
    if (verb === "LOGIN") return this.#enter(rest);
    if (verb === "AUTHENTICATE") return this.#enterByToken(words);
    if (!this.#isIn) return "NO who are you";
    if (verb === "LIST" || verb === "LSUB") {
      this.#say(`* ${verb} ${rest.endsWith(' ""') ? '(\\Noselect) "/" ""' : '(\\HasNoChildren) "/" INBOX'}`);
      return DONE;
    }
    if (verb === "EXAMINE") return this.#open(rest);
    const asked = `${verb} ${words[0]}`.toUpperCase();
    if (this.#isOpen && asked === "UID SEARCH") return this.#search(rest);
    if (this.#isOpen && asked === "UID FETCH") return this.#fetch(words);
    return "BAD nobody writes here";
  }

  #encrypt(): void {
    this.#socket.removeAllListeners("data");
    this.#socket = new TLSSocket(this.#socket, {
      ...{ isServer: true, key: mailServerKey, cert: mailServerCertificate },
    });
    this.#socket.on("error", () => this.#socket.destroy());
    this.#isSecure = true;
    this.#listen();
  }

  #enter(rest: string): string {
    const [user, password] = [...rest.matchAll(/"((?:[^"\\]|\\.)*)"|(\S+)/g)].map(
      ([, quoted, bare]) => quoted ?? bare,
    );
    this.#isIn =
      this.#state.seed.senders.some((one) => one.user === user && one.password === password) &&
      !this.#state.ended.has(user!);
    return this.#isIn ? DONE : "NO [AUTHENTICATIONFAILED] not you";
  }

  /** XOAUTH2 with its answer in the same line, as RFC 4959 lets. */
  #enterByToken([way = "", initial = ""]: string[]): string {
    if (way.toUpperCase() !== "XOAUTH2") return "NO [CANNOT] no such way";
    const [user = "", token = ""] = Buffer.from(initial, "base64").toString().split("\u0001");
    this.#isIn = this.#state.seed.senders.some(
      (one) =>
        `user=${one.user}` === user &&
        `auth=Bearer ${one.token}` === token &&
        !this.#state.ended.has(one.user),
    );
    return this.#isIn ? DONE : "NO [AUTHENTICATIONFAILED] not you";
  }

  #open(rest: string): string {
    if (!/^"?INBOX"?$/i.test(rest)) return "NO [NONEXISTENT] no such folder";
    this.#isOpen = true;
    const { uidValidity } = this.#state;
    this.#say(
      "* FLAGS (\\Seen)",
      `* ${this.#letters().length} EXISTS`,
      `* OK [UIDVALIDITY ${uidValidity}] valid`,
      `* OK [UIDNEXT ${(this.#letters().at(-1)?.uid ?? 0) + 1}] next`,
    );
    return "OK [READ-ONLY] open";
  }

  #search(rest: string): string {
    const [, from = "1"] = /UID (\d+)/i.exec(rest) ?? [];
    const last = this.#letters().at(-1)?.uid ?? 0;
    const since = /SINCE "?(\d{1,2}-[A-Za-z]{3}-\d{4})"?/i.exec(rest)?.[1];
    const oldest = since ? Date.parse(`${since} UTC`) - DAY : Number.NEGATIVE_INFINITY;
    // "n:*" names the last letter as well when it lies before n.
    const found = this.#letters().filter(
      ({ uid, dueAt }) => (uid >= Number(from) || uid === last) && dueAt >= oldest,
    );
    this.#say(`* SEARCH ${found.map(({ uid }) => uid).join(" ")}`.trimEnd());
    return DONE;
  }

  #fetch([, wanted = "", ...items]: string[]): string {
    const letters = this.#letters();
    const place = letters.findIndex(({ uid }) => uid === Number(wanted));
    const letter = letters[place];
    if (letter) {
      const [, start, length] = /BODY\.PEEK\[\]<(\d+)\.(\d+)>/i.exec(items.join(" ")) ?? [];
      const whole = Buffer.from(letter.raw);
      const piece = start ? whole.subarray(Number(start), Number(start) + Number(length)) : whole;
      this.#say(
        `* ${place + 1} FETCH (UID ${letter.uid} BODY[]${start ? `<${start}>` : ""} {${piece.length}}`,
      );
      this.#socket.write(piece);
      this.#say(")");
    }
    return DONE;
  }
}
