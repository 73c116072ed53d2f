import type { Socket } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { TLSSocket } from "node:tls";
import { mailServerCertificate, mailServerKey } from "../../private-ca.ts";
import type { Scenario } from "../scenarios.ts";
import type { StubGround } from "../stub-server.ts";
import type { PressState } from "./press-state.ts";
import { refuseMessage, refuseRecipient } from "./recipients.ts";

interface SessionGround extends StubGround {
  state: PressState;
  /** Aborted when the stub closes. */
  ended: AbortSignal;
}

/** One conversation (RFC 5321), in clear or under TLS; STARTTLS begins another one on the same wire. */
export class SmtpSession {
  readonly #ground: SessionGround;
  readonly #socket: Socket;
  #rest = "";
  #busy = false;
  #user: string | null = null;
  #from: string | null = null;
  #envid: string | null = null;
  #to: string[] = [];
  #inData = false;
  #sent = 0;
  /** What the next line is, where AUTH goes on over lines. */
  #next: ((line: string) => Promise<void>) | null = null;

  constructor(ground: SessionGround, socket: Socket) {
    this.#ground = ground;
    this.#socket = socket;
    socket.on("error", () => socket.destroy());
    socket.on("data", (chunk: Buffer) => {
      this.#rest += chunk.toString("latin1");
      if (!this.#busy) this.#pump().catch(() => socket.destroy());
    });
  }

  async greet(): Promise<void> {
    const scenario = this.#met("CONNECT", "/");
    if (scenario?.behaviour === "drop-before") return void this.#socket.destroy();
    if (scenario) return this.#say(replyOf(scenario));
    await this.#say("220 thu.mau ESMTP");
  }

  async #pump(): Promise<void> {
    this.#busy = true;
    try {
      for (;;) {
        const end = this.#rest.indexOf(this.#inData ? "\r\n.\r\n" : "\r\n");
        // A message may consist of the dot alone.
        if (this.#inData && this.#rest.startsWith(".\r\n")) {
          this.#rest = this.#rest.slice(3);
          await this.#message("");
          continue;
        }
        if (end === -1 || this.#socket.destroyed) return;
        const piece = this.#rest.slice(0, end + (this.#inData ? 2 : 0));
        this.#rest = this.#rest.slice(end + (this.#inData ? 5 : 2));
        if (this.#inData) await this.#message(piece);
        else if (this.#next) await this.#next(piece);
        else await this.#command(piece);
      }
    } finally {
      this.#busy = false;
    }
  }

  async #say(reply: string): Promise<void> {
    if (this.#socket.destroyed) return;
    this.#socket.write(`${reply}\r\n`);
    if (/^(421|221)/m.test(reply)) this.#socket.end();
  }

  #met(verb: string, path: string, bytes = 0): Scenario | null {
    const scenario = this.#ground.take(verb, path);
    this.#ground.record({
      at: this.#ground.clock.iso(),
      method: verb,
      path,
      headers: {},
      bodyBytes: bytes,
      bodySha256: "",
      behaviour: scenario?.behaviour ?? null,
    });
    return scenario;
  }

  get #secure(): boolean {
    return this.#socket instanceof TLSSocket;
  }

  async #command(line: string): Promise<void> {
    const { state } = this.#ground;
    const { capabilities, settings } = state.seed;
    const verb = (line.split(/[ :]/)[0] ?? "").toUpperCase();
    const address = /<([^>]*)>/.exec(line)?.[1] ?? "";
    if (!["DATA", "QUIT"].includes(verb)) {
      const scenario = this.#met(verb, `/${address}`);
      if (scenario?.behaviour === "expire-token" || scenario?.behaviour === "revoke-token") {
        for (const { user, token } of state.seed.senders) {
          state.ended.add(token);
          if (scenario.behaviour === "revoke-token") state.ended.add(user);
        }
      } else if (scenario?.behaviour === "drop-before") return void this.#socket.destroy();
      else if (scenario?.behaviour === "delay") await this.#pause(scenario);
      else if (scenario) return this.#say(replyOf(scenario));
    }
    if (verb === "EHLO" || verb === "HELO") return this.#say(this.#hello(verb));
    if (verb === "NOOP") return this.#say("250 2.0.0 Ok");
    if (verb === "QUIT") return this.#say("221 2.0.0 Bye");
    if (verb === "RSET") {
      this.#forget();
      return this.#say("250 2.0.0 Ok");
    }
    if (verb === "STARTTLS")
      return capabilities.startTls && !this.#secure
        ? this.#startTls()
        : this.#say("502 5.5.1 STARTTLS is not available");
    if (capabilities.startTls && !this.#secure && settings.asksWho)
      return this.#say("530 5.7.0 Must issue a STARTTLS command first");
    if (verb === "AUTH") return this.#auth(line);
    if (settings.asksWho && this.#user === null) return this.#say("530 5.7.0 Authentication required");
    if (verb === "MAIL") return this.#mailFrom(line, address);
    if (verb === "RCPT") return this.#rcptTo(line, address);
    if (verb === "DATA") {
      if (this.#to.length === 0) return this.#say("503 5.5.1 No recipients");
      this.#inData = true;
      return this.#say("354 End data with <CR><LF>.<CR><LF>");
    }
    return this.#say("502 5.5.2 Command not recognized");
  }

  #hello(verb: string): string {
    if (verb === "HELO") return "250 thu.mau";
    const { startTls, size, eightBitMime, smtpUtf8, dsn, pipelining, auth } =
      this.#ground.state.seed.capabilities;
    const all = [
      "thu.mau",
      ...(pipelining ? ["PIPELINING"] : []),
      ...(size === null ? [] : [`SIZE ${size}`]),
      ...(startTls && !this.#secure ? ["STARTTLS"] : []),
      ...(auth.length > 0 && (this.#secure || !startTls) ? [`AUTH ${auth.join(" ")}`] : []),
      ...(eightBitMime ? ["8BITMIME"] : []),
      ...(smtpUtf8 ? ["SMTPUTF8"] : []),
      ...(dsn ? ["DSN"] : []),
      "ENHANCEDSTATUSCODES",
    ];
    return all.map((one, at) => `250${at === all.length - 1 ? " " : "-"}${one}`).join("\r\n");
  }

  async #startTls(): Promise<void> {
    await this.#say("220 2.0.0 Ready to start TLS");
    this.#socket.removeAllListeners("data");
    // What was sent before the handshake counts for nothing.
    this.#rest = "";
    new SmtpSession(
      this.#ground,
      new TLSSocket(this.#socket, { isServer: true, key: mailServerKey, cert: mailServerCertificate }),
    );
  }

  async #auth(line: string): Promise<void> {
    const [, way = "", initial] = line.split(" ");
    const { auth } = this.#ground.state.seed.capabilities;
    const known = auth.find((one) => one === way.toUpperCase());
    if (!known) return this.#say("504 5.5.4 Unrecognized authentication type");
    const text = (given: string) => Buffer.from(given, "base64").toString();
    const rest = async (ask: string, then: (given: string) => Promise<void>) => {
      this.#next = (given) => {
        this.#next = null;
        return then(text(given));
      };
      await this.#say(`334 ${ask}`);
    };
    const plain = (given: string) => {
      const [, user = "", secret = ""] = given.split("\0");
      return this.#enter(user, secret, false);
    };
    const bearer = (given: string) => {
      const [user = "", token = ""] = given.split("\u0001");
      return this.#enter(user.replace(/^user=/, ""), token.replace(/^auth=Bearer /, ""), true);
    };
    if (known === "PLAIN") return initial ? plain(text(initial)) : rest("", plain);
    if (known === "XOAUTH2") return initial ? bearer(text(initial)) : rest("", bearer);
    const askSecret = (user: string) =>
      rest(Buffer.from("Password:").toString("base64"), (secret) => this.#enter(user, secret, false));
    return initial ? askSecret(text(initial)) : rest(Buffer.from("Username:").toString("base64"), askSecret);
  }

  async #enter(user: string, secret: string, byToken: boolean): Promise<void> {
    const { seed, ended } = this.#ground.state;
    const sender = seed.senders.find((one) => one.user === user);
    const right = sender && secret === (byToken ? sender.token : sender.password);
    if (!right || ended.has(user) || (byToken && ended.has(secret)))
      return this.#say("535 5.7.8 Authentication credentials invalid");
    this.#user = user;
    await this.#say("235 2.7.0 Authentication successful");
  }

  async #mailFrom(line: string, address: string): Promise<void> {
    const { capabilities, settings } = this.#ground.state.seed;
    const said = new Map(
      line
        .slice(line.indexOf(">") + 1)
        .trim()
        .split(/\s+/)
        .filter(Boolean)
        .map((one): [string, string] => [one.split("=")[0]!.toUpperCase(), one.split("=")[1] ?? ""]),
    );
    const allowed: Record<string, boolean> = {
      SIZE: capabilities.size !== null,
      BODY: capabilities.eightBitMime,
      SMTPUTF8: capabilities.smtpUtf8,
      RET: capabilities.dsn,
      ENVID: capabilities.dsn,
    };
    for (const name of said.keys())
      if (!allowed[name]) return this.#say(`555 5.5.4 Unsupported option: ${name}`);
    if (capabilities.size !== null && Number(said.get("SIZE") ?? 0) > capabilities.size)
      return this.#say("552 5.3.4 Message size exceeds fixed limit");
    if (this.#sent >= settings.maxPerConnection) return this.#say("421 4.7.0 Too many messages in a session");
    if (this.#ground.state.inTheLastHour() >= settings.maxPerHour)
      return this.#say("450 4.7.1 Sending limit of the hour reached");
    this.#forget();
    this.#from = address;
    this.#envid = said.get("ENVID") ?? null;
    await this.#say("250 2.1.0 Ok");
  }

  async #rcptTo(line: string, address: string): Promise<void> {
    if (this.#from === null) return this.#say("503 5.5.1 Need MAIL command");
    if (!this.#ground.state.seed.capabilities.dsn && /NOTIFY=|ORCPT=/i.test(line))
      return this.#say("555 5.5.4 Unsupported option");
    const refused = refuseRecipient(this.#ground.state, address);
    if (refused) return this.#say(refused);
    this.#to.push(address);
    await this.#say("250 2.1.5 Ok");
  }

  #forget(): void {
    this.#from = null;
    this.#envid = null;
    this.#to = [];
  }

  #pause({ params }: Scenario): Promise<void> {
    return wait(params?.delayMs ?? 0, undefined, { signal: this.#ground.ended });
  }

  /** The final dot was there: refused, kept, or kept without a word. */
  async #message(stuffed: string): Promise<void> {
    const { state } = this.#ground;
    this.#inData = false;
    const raw = stuffed.replace(/(^|\r\n)\./g, "$1");
    const [first = ""] = this.#to;
    const scenario = this.#met("DATA", `/${first}`, raw.length);
    const behaviour = scenario?.behaviour;
    if (behaviour === "drop-before") return void this.#socket.destroy();
    const refused =
      behaviour === "status" || behaviour === "rate-limit" ? replyOf(scenario!) : refuseMessage(first);
    const { size } = state.seed.capabilities;
    const envelope = {
      from: this.#from ?? "",
      to: this.#to,
      envid: this.#envid,
      secure: this.#secure,
      user: this.#user,
    };
    this.#forget();
    if (refused) return this.#say(refused);
    if (size !== null && raw.length > size) return this.#say("552 5.3.4 Message size exceeds fixed limit");
    if (behaviour === "delay" && scenario?.params?.commit === "after") await this.#pause(scenario);
    const mail = state.take(raw, envelope);
    this.#sent += 1;
    if (behaviour === "async-fail")
      state.bounce(mail, "5.2.2", scenario?.params?.reason || "Delivery failed");
    if (first.startsWith("latebounce@")) state.bounce(mail);
    if (first.startsWith("auto@")) state.replyByItself(mail);
    if (first.startsWith("abuse@")) state.complain(mail);
    if (scenario && scenario.params?.commit !== "after") await this.#pause(scenario);
    if (behaviour === "commit-then-drop") return void this.#socket.destroy();
    if (behaviour === "commit-then-5xx") return this.#say(replyOf(scenario!));
    if (behaviour === "garble") return this.#say("2xx xong roi");
    if (first.startsWith("slow@"))
      await wait(state.seed.settings.slowMs, undefined, { signal: this.#ground.ended });
    await this.#say(`250 2.0.0 Ok: queued as ${mail.id}`);
  }
}

/** A behaviour as the line that the server says: `params.reply` whole, or from `params.status`. */
function replyOf({ behaviour, params = {} }: Scenario): string {
  if (typeof params.reply === "string") return params.reply;
  if (behaviour === "rate-limit") return "450 4.7.1 Sending limit reached, try again later";
  return `${params.status ?? 451} ${params.body ?? "4.3.0 Error"}`;
}
