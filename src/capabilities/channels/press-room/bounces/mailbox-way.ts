import { isIP } from "node:net";
import { ImapFlow } from "imapflow";
import type { MailOauth } from "../../connectors/press/mail-token.ts";
import { trustedRoots } from "../../connectors/press/trusted-roots.ts";
import { LONGEST_LOOKED } from "./read-report.ts";

/** What lets us in to a mailbox. */
export interface MailboxSecret {
  host: string;
  port: number;
  /** TLS from the first byte; else STARTTLS comes before anything else, or nothing does. */
  isTls: boolean;
  user: string;
  password: string;
  /** Left out or null: by password. */
  oauth?: MailOauth | null;
  folder: string;
  /** Of the agency's own authority, as PEM; empty: those everybody trusts. */
  certificate: string;
}

/** Why a mailbox could not be read, in words for who set it. */
export class MailboxRefused extends Error {
  override name = "MailboxRefused";
  /** Only a person can mend it. */
  readonly final: boolean;
  /** Whoever came was not let in. */
  readonly keptOut: boolean;
  constructor(message: string, { final, keptOut = false }: { final: boolean; keptOut?: boolean }) {
    super(message);
    this.final = final;
    this.keptOut = keptOut;
  }
}

export interface OpenMailbox {
  validity: string;
  /** Numbers of letters behind one, the lowest first, none older than a date. */
  after: (uid: number, since: Date) => Promise<number[]>;
  /** The beginning of one letter; null: it is no more. */
  letter: (uid: number) => Promise<Uint8Array | null>;
  close: () => Promise<void>;
}

const SECONDS = 1000;
const LIMITS = {
  ...{ connectionTimeout: 30 * SECONDS, greetingTimeout: 30 * SECONDS, socketTimeout: 120 * SECONDS },
  maxLineLength: 1_000_000,
};
const USUAL_LITERAL = 1_000_000;

interface ImapError {
  authenticationFailed?: boolean;
  code?: string;
  responseStatus?: string;
}

function inWords(error: ImapError, step: "enter" | "open" | "read"): MailboxRefused {
  const { code = "" } = error;
  if (error.authenticationFailed)
    return new MailboxRefused(
      "Máy chủ thư không cho đăng nhập hộp thư; hãy xem lại tên và mật khẩu hoặc mã truy cập.",
      { final: true, keptOut: true },
    );
  if (/CERT|TLS|SELF_SIGNED|UNABLE_TO_VERIFY|ALTNAME|STARTTLS/.test(code))
    return new MailboxRefused("Máy chủ thư không mã hóa được hoặc chứng thư chưa đúng nên không đọc.", {
      final: true,
    });
  if (step === "open" && error.responseStatus)
    return new MailboxRefused("Hộp thư không có thư mục đã ghi; hãy xem lại tên thư mục.", { final: true });
  if (/ECONNREFUSED|ENOTFOUND|EAI_AGAIN/.test(code))
    return new MailboxRefused("Không có máy chủ hộp thư ở địa chỉ và cổng đã điền.", { final: false });
  if (/TIMEOUT|ETIMEDOUT|NoConnection/i.test(code))
    return new MailboxRefused(
      "Máy chủ hộp thư không trả lời ở cổng này; hãy xem lại cổng và ô “Mã hóa từ đầu (TLS)”.",
      { final: false },
    );
  return new MailboxRefused(
    `Chưa đọc được hộp thư${/^[A-Za-z0-9_]{1,40}$/.test(code) ? ` (${code})` : ""}.`,
    { final: false },
  );
}

/**
 * Opens a mailbox to read alone: nothing there is marked, moved or deleted. `address`: where its host really is;
 * `longest`: so many bytes of a letter are read. @throws MailboxRefused
 */
export async function openMailbox(
  secret: MailboxSecret,
  address: string,
  longest = LONGEST_LOOKED,
): Promise<OpenMailbox> {
  const maxLiteralSize = Math.max(USUAL_LITERAL, longest);
  const { host, port, isTls, user, password, oauth, folder, certificate } = secret;
  const client = new ImapFlow({
    ...{ host: address, port, secure: isTls, ...(!isTls && { doSTARTTLS: true }) },
    ...(!isIP(host) && { servername: host }),
    auth: oauth ? { user, accessToken: oauth.accessToken } : { user, pass: password },
    tls: {
      ...(!isIP(host) && { servername: host }),
      ...trustedRoots(certificate),
    },
    ...{ logger: false as const, disableAutoIdle: true, disableCompression: true, ...LIMITS },
    ...{ maxLiteralSize, maxResponseSize: 2 * maxLiteralSize },
  });
  // What breaks is told by the call that meets it.
  client.on("error", () => {});
  const step = async <T>(name: Parameters<typeof inWords>[1], act: () => Promise<T>): Promise<T> => {
    try {
      return await act();
    } catch (error) {
      client.close();
      throw inWords(error as ImapError, name);
    }
  };
  await step("enter", () => client.connect());
  const box = await step("open", () => client.mailboxOpen(folder, { readOnly: true }));
  return {
    validity: String(box.uidValidity ?? ""),
    after: (uid, since) =>
      step("read", async () => {
        const found = await client.search({ uid: `${uid + 1}:*`, since }, { uid: true });
        // "n:*" names the last letter too when it lies before n.
        return (found || []).filter((one) => one > uid).toSorted((a, b) => a - b);
      }),
    letter: (uid) =>
      step("read", async () => {
        const found = await client.fetchOne(
          String(uid),
          { uid: true, source: { start: 0, maxLength: longest } },
          { uid: true },
        );
        return found ? (found.source ?? null) : null;
      }),
    close: async () => {
      await client.logout().catch(() => {});
      client.close();
    },
  };
}
