import { isIP } from "node:net";
import { Transform } from "node:stream";
import { createTransport, type SendMailOptions } from "nodemailer";
import type { ConnectorCall } from "../connector.ts";
import type { PressSecret } from "./press-secret.ts";
import { trustedRoots } from "./trusted-roots.ts";

/** How one handing over ended. */
export type Handed =
  | { as: "accepted"; said: string }
  /** For this recipient, for good. */
  | { as: "refused"; said: string }
  | { as: "later"; said: string }
  /** Connection lost before the final dot can have been sent, or the server is about to close: nobody else is tried. */
  | { as: "closed"; said: string }
  | { as: "locked-out"; said: string }
  | { as: "doubt"; said: string };

interface SmtpError {
  responseCode?: number;
  response?: string;
  code?: string;
  /** As Node has it. */
  originalCode?: string;
  command?: string;
}

const MINUTE = 60_000;
/** RFC 5321 allows the server ten minutes after the final dot; who waits less makes doubles. */
const TIMEOUTS = { connectionTimeout: MINUTE / 2, greetingTimeout: 5 * MINUTE, socketTimeout: 10 * MINUTE };

/** "550 5.1.1": what is kept of a reply; the rest may name people. */
const codesOf = ({ responseCode, response = "" }: SmtpError): string =>
  [responseCode, /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(response)?.[0]].filter(Boolean).join(" ");

function judged(error: SmtpError, whole: boolean): Handed {
  const said = codesOf(error);
  const code = error.responseCode ?? 0;
  if (error.code === "EAUTH" || error.code === "EOAUTH2" || [454, 530, 534, 535].includes(code))
    return { as: "locked-out", said };
  if (code === 421) return { as: "closed", said };
  if (code >= 400 && code < 500) return { as: "later", said };
  if (code >= 500 && code < 600) return { as: "refused", said };
  // No reply that could be read: what counts is whether the message had been handed over whole.
  return whole
    ? { as: "doubt", said }
    : { as: "closed", said: String(error.originalCode ?? error.code ?? "") };
}

export interface MailWay {
  /** null: the server lets us in. */
  enter: () => Promise<Handed | null>;
  send: (mail: SendMailOptions) => Promise<Handed>;
  close: () => void;
}

/** The way to a mail server; each message goes over a connection of its own and is never queued or repeated here. */
export async function mailWay(
  { addressOf }: Pick<ConnectorCall, "addressOf">,
  secret: PressSecret,
): Promise<MailWay> {
  const { host, port, isTls, user, password, oauth, certificate } = secret;
  const open = port === 25 && !user && !isTls;
  const transport = createTransport({
    host: await addressOf(host),
    port,
    secure: isTls,
    // Without TLS nothing is sent, except inside a network that asks nobody who they are.
    requireTLS: !isTls && !open,
    ...(user && {
      auth: oauth
        ? { type: "OAuth2" as const, user, accessToken: oauth.accessToken }
        : { user, pass: password },
    }),
    tls: {
      ...(!isIP(host) && { servername: host }),
      ...trustedRoots(certificate),
    },
    ...TIMEOUTS,
  });
  let whole = false;
  transport.use("stream", (mail, done) => {
    mail.message.transform(
      () =>
        new Transform({
          transform: (chunk, _encoding, next) => next(null, chunk),
          flush: (next) => {
            whole = true;
            next();
          },
        }),
    );
    done();
  });
  return {
    enter: async () => {
      try {
        await transport.verify();
        return null;
      } catch (error) {
        return judged(error as SmtpError, false);
      }
    },
    send: async (mail) => {
      whole = false;
      try {
        const { response } = await transport.sendMail(mail);
        // Anything else than a plain yes tells nothing about what was stored.
        if (!/^250[ -]/.test(response)) return { as: "doubt", said: "" };
        return { as: "accepted", said: /queued as (\S+)/i.exec(response)?.[1] ?? "" };
      } catch (error) {
        return judged(error as SmtpError, whole);
      }
    },
    close: () => transport.close(),
  };
}
