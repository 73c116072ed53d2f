import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import { createServer as createTlsServer } from "node:tls";
import { mailServerCertificate, mailServerKey, privateRoot } from "../../private-ca.ts";
import type { StubAnswer, StubCall } from "../stub-call.ts";
import { type Stub, type StubGround, type StubOptions, startStub } from "../stub-server.ts";
import { ImapSession } from "./imap-session.ts";
import { header } from "./parse-mail.ts";
import { type PressSeed, pressSeed } from "./press-seed.ts";
import { PressState } from "./press-state.ts";
import { SmtpSession } from "./smtp-session.ts";

/**
 * A mail server that takes press releases, after its contract: SMTP with STARTTLS and under TLS, by a certificate of
 * the private root, beside a view over HTTP. Behaviours match by verb and recipient: `{"method":"DATA","path":"^/ok@"}`.
 */
export interface PressStub extends Stub<PressSeed> {
  state: PressState;
  /** In clear, with STARTTLS. */
  smtpPort: number;
  /** Under TLS from the first byte. */
  smtpsPort: number;
  /** The mailbox of bounces: under TLS from the first byte, and in clear with STARTTLS. */
  imapsPort: number;
  imapPort: number;
}

/** Does what the button of a mail program does: posts to the https address of List-Unsubscribe. */
async function oneClick(state: PressState, call: StubCall): Promise<StubAnswer> {
  const { id } = JSON.parse(call.body.toString()) as { id: string };
  const mail = state.mails.find((one) => one.id === id || one.messageId === id);
  const said = mail && /<(https:[^>]+)>/.exec(header(mail, "list-unsubscribe") ?? "")?.[1];
  if (!said) return { status: 404, body: { error: "no such mail, or without a link" } };
  const link = new URL(said);
  const stand = state.seed.settings.linkOrigins[link.origin];
  const answer = await fetch(stand ? new URL(link.pathname + link.search, stand) : link, {
    method: "POST",
    redirect: "manual",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: "List-Unsubscribe=One-Click",
  });
  return { body: { status: answer.status, works: answer.ok } };
}

/** Gives a new token for an old one, and the next that renews it: the former ones let nobody in any more. */
function renew(state: PressState, call: StubCall): StubAnswer {
  const given = new URLSearchParams(call.body.toString());
  const sender = state.seed.senders.find((one) => one.refreshToken === given.get("refresh_token"));
  if (!sender || given.get("grant_type") !== "refresh_token")
    return { status: 400, body: { error: "invalid_grant" } };
  sender.token = `${sender.token}+`;
  sender.refreshToken = `${sender.refreshToken}+`;
  return { body: { access_token: sender.token, expires_in: 3599, refresh_token: sender.refreshToken } };
}

function answer(state: PressState, call: StubCall): StubAnswer | Promise<StubAnswer> {
  if (call.method === "POST" && call.path === "/token") return renew(state, call);
  if (call.method === "POST" && call.path === "/one-click") return oneClick(state, call);
  if (call.path === "/certificate")
    return { body: privateRoot, headers: { "content-type": "application/x-pem-file" } };
  if (call.path !== "/bounces") return { status: 404, body: { error: "not here" } };
  // The mailbox of bounces, from a number on, as IMAP gives it by UID.
  const since = Number(call.query.get("since") ?? 0);
  const now = state.clock.now();
  const messages = state.returned.filter(({ uid, dueAt }) => uid > since && dueAt <= now);
  return { body: { messages: messages.map(({ uid, raw }) => ({ uid, raw })) } };
}

export async function startPressStub(
  options: StubOptions<PressSeed> & {
    smtpPort?: number;
    smtpsPort?: number;
    imapsPort?: number;
    imapPort?: number;
  } = {},
): Promise<PressStub> {
  let state!: PressState;
  let ground!: StubGround;
  const ended = new AbortController();
  const sockets = new Set<Socket>();
  const stub = await startStub(pressSeed, options, (here) => {
    ground = here;
    state = new PressState(here.clock);
    return {
      reset: (seed) => state.reset(seed),
      answer: (call) => answer(state, call),
      objects: () => ({ mails: state.mails, returned: state.returned }),
      rateLimit: () => ({ status: 429, body: { error: "too many" } }),
      endToken: () => {},
    };
  });

  const listen = async (server: Server, port: number) => {
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(port, "127.0.0.1", resolve);
    });
    return (server.address() as AddressInfo).port;
  };
  const keep = (socket: Socket) => {
    sockets.add(socket);
    socket.on("error", () => socket.destroy());
    socket.on("close", () => sockets.delete(socket));
  };
  const serve = (socket: Socket) => {
    keep(socket);
    if (sockets.size > state.seed.settings.maxConnections)
      return void socket.end("421 4.7.0 Too many connections\r\n");
    new SmtpSession({ ...ground, state, ended: ended.signal }, socket).greet().catch(() => socket.destroy());
  };
  const serveMailbox = (socket: Socket) => {
    keep(socket);
    new ImapSession(state, socket).begin();
  };
  const plain = createServer(serve);
  const secure = createTlsServer({ key: mailServerKey, cert: mailServerCertificate }, serve);
  // A client that does not trust the certificate leaves in the middle of the handshake.
  secure.on("tlsClientError", () => {});
  const mailbox = createServer(serveMailbox);
  const secureMailbox = createTlsServer({ key: mailServerKey, cert: mailServerCertificate }, serveMailbox);
  secureMailbox.on("tlsClientError", () => {});
  const smtpPort = await listen(plain, options.smtpPort ?? 0);
  const smtpsPort = await listen(secure, options.smtpsPort ?? 0);
  const imapPort = await listen(mailbox, options.imapPort ?? 0);
  const imapsPort = await listen(secureMailbox, options.imapsPort ?? 0);
  const closeHttp = stub.close;
  const close = async () => {
    ended.abort();
    for (const socket of sockets) socket.destroy();
    await Promise.all([
      closeHttp(),
      ...[plain, secure, mailbox, secureMailbox].map(
        (server) => new Promise((resolve) => server.close(resolve)),
      ),
    ]);
  };
  return Object.assign(stub, { state, smtpPort, smtpsPort, imapPort, imapsPort, close });
}
