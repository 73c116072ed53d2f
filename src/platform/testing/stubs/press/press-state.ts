import { createHash } from "node:crypto";
import type { StubClock } from "../stub-clock.ts";
import { checkMail } from "./mail-checks.ts";
import { decodeWords, header, type MailPart, parseMail } from "./parse-mail.ts";
import { type PressSeed, pressSeed } from "./press-seed.ts";

interface ReceivedMail {
  /** As the queue of the server names it. */
  id: string;
  at: string;
  envelope: { from: string; to: string[]; envid: string | null; secure: boolean; user: string | null };
  messageId: string | null;
  subject: string;
  headers: [name: string, value: string][];
  parts: MailPart[];
  /** What is wrong with it; empty for a good one. */
  problems: string[];
  raw: string;
}

interface Returned {
  uid: number;
  /** In the mailbox from here on. */
  dueAt: number;
  raw: string;
}

const line = (...lines: string[]) => lines.join("\r\n");

/** Everything that the mail server took, and what came back into the mailbox of bounces. */
export class PressState {
  readonly clock: StubClock;
  seed: PressSeed = pressSeed;
  mails: ReceivedMail[] = [];
  returned: Returned[] = [];
  /** How often a recipient was asked for. */
  asked = new Map<string, number>();
  /** Users and tokens that were ended. */
  ended = new Set<string>();
  accepted: number[] = [];
  /** Of the mailbox of bounces; another one: its letters are numbered anew. */
  uidValidity = 1;
  /** What was asked of the mailbox, without who asked. */
  imapCommands: string[] = [];

  constructor(clock: StubClock) {
    this.clock = clock;
  }

  reset(seed: PressSeed): void {
    this.seed = structuredClone(seed);
    this.mails = [];
    this.returned = [];
    this.asked.clear();
    this.ended.clear();
    this.accepted = [];
    this.imapCommands = [];
  }

  /** Puts a letter into the mailbox of bounces, whoever wrote it. */
  putBack(raw: string): void {
    this.#comeBack(raw);
  }

  /** Keeps a message and looks at it. */
  take(raw: string, envelope: ReceivedMail["envelope"]): ReceivedMail {
    const parsed = parseMail(raw);
    const mail: ReceivedMail = {
      id: createHash("sha256").update(`${this.mails.length}`).digest("hex").slice(0, 10).toUpperCase(),
      at: this.clock.iso(),
      envelope,
      messageId: header(parsed, "message-id") ?? null,
      subject: decodeWords(header(parsed, "subject") ?? ""),
      headers: parsed.headers,
      parts: parsed.parts,
      problems: checkMail(raw, parsed, envelope.to),
      raw,
    };
    this.mails.push(mail);
    this.accepted.push(this.clock.now());
    return mail;
  }

  inTheLastHour(): number {
    const since = this.clock.now() - 3_600_000;
    this.accepted = this.accepted.filter((at) => at > since);
    return this.accepted.length;
  }

  #comeBack(raw: string): void {
    const dueAt = this.clock.now() + this.seed.settings.bounceAfterSeconds * 1000;
    this.returned.push({ uid: this.returned.length + 1, dueAt, raw });
  }

  /** A report of what could not be delivered after all (RFC 3464). */
  bounce(mail: ReceivedMail, status = "5.1.1", reason = "Mailbox does not exist"): void {
    const { from, to, envid } = mail.envelope;
    const heads = mail.raw.slice(0, mail.raw.indexOf("\r\n\r\n"));
    this.#comeBack(
      line(
        "From: MAILER-DAEMON@thu.mau",
        `To: ${from}`,
        "Subject: Undelivered Mail Returned to Sender",
        "Auto-Submitted: auto-replied",
        "MIME-Version: 1.0",
        'Content-Type: multipart/report; report-type=delivery-status; boundary="het"',
        "",
        "--het",
        "Content-Type: text/plain; charset=utf-8",
        "",
        reason,
        "--het",
        "Content-Type: message/delivery-status",
        "",
        "Reporting-MTA: dns; thu.mau",
        ...(envid ? [`Original-Envelope-Id: ${envid}`] : []),
        "",
        `Final-Recipient: rfc822; ${to[0]}`,
        `Action: ${status.startsWith("5") ? "failed" : "delayed"}`,
        `Status: ${status}`,
        `Diagnostic-Code: smtp; ${status.startsWith("5") ? 550 : 450} ${status} ${reason}`,
        "--het",
        "Content-Type: text/rfc822-headers",
        "",
        heads,
        "--het--",
        "",
      ),
    );
  }

  /** Somebody is away and says so. */
  replyByItself(mail: ReceivedMail): void {
    this.#comeBack(
      line(
        `From: ${mail.envelope.to[0]}`,
        `To: ${mail.envelope.from}`,
        "Subject: Out of office",
        "Auto-Submitted: auto-replied",
        `In-Reply-To: ${mail.messageId}`,
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=utf-8",
        "",
        "Away until Monday.",
        "",
      ),
    );
  }

  /** Somebody called it unwanted (RFC 5965). */
  complain(mail: ReceivedMail): void {
    this.#comeBack(
      line(
        "From: complaints@thu.mau",
        `To: ${mail.envelope.from}`,
        "Subject: FW: complaint",
        "MIME-Version: 1.0",
        'Content-Type: multipart/report; report-type=feedback-report; boundary="het"',
        "",
        "--het",
        "Content-Type: text/plain; charset=utf-8",
        "",
        "This is an abuse report.",
        "--het",
        "Content-Type: message/feedback-report",
        "",
        "Feedback-Type: abuse",
        "User-Agent: Thu/1.0",
        "Version: 1",
        `Original-Rcpt-To: ${mail.envelope.to[0]}`,
        "--het",
        "Content-Type: message/rfc822",
        "",
        mail.raw.slice(0, mail.raw.indexOf("\r\n\r\n")),
        "",
        "--het--",
        "",
      ),
    );
  }
}
