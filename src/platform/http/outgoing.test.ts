import { createServer as overHttp, type Server } from "node:http";
import { createServer as overHttps } from "node:https";
import { type AddressInfo, connect, type Socket } from "node:net";
import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { mailServerCertificate, mailServerKey, privateRoot } from "#platform/testing/private-ca.ts";
import { AnswerTooLarge, goOutBy, OutgoingRefused, outgoingFetch } from "./outgoing.ts";

/** A proxy as a department has one: it opens a tunnel to wherever it is asked, here to the one server behind it. */
const tunnels: { to: string; as: string | undefined }[] = [];
const open = new Set<Socket>();
const proxy: Server = overHttp();
const behind = overHttps({ cert: mailServerCertificate, key: mailServerKey }, (request, response) => {
  response.end(`${request.method} ${request.headers.host}${request.url}`);
});
const portOf = (server: { address: () => string | AddressInfo | null }) =>
  (server.address() as AddressInfo).port;
const usual = getCACertificates("default");

beforeAll(async () => {
  setDefaultCACertificates([...usual, privateRoot]);
  for (const server of [proxy, behind])
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  proxy.on("connect", (request, client: Socket) => {
    tunnels.push({ to: request.url!, as: request.headers["proxy-authorization"] });
    const there = connect(portOf(behind), "127.0.0.1", () => {
      client.write("HTTP/1.1 200 Connection Established\r\n\r\n");
      there.pipe(client).pipe(there);
    });
    for (const socket of [there, client]) {
      open.add(socket);
      socket.on("error", () => socket.destroy());
    }
  });
});
afterAll(() => {
  goOutBy({ httpsProxy: null, noProxy: null });
  setDefaultCACertificates(usual);
  for (const socket of open) socket.destroy();
  for (const server of [proxy, behind]) {
    server.close();
    server.closeAllConnections();
  }
});
beforeEach(() => {
  tunnels.length = 0;
  goOutBy({
    httpsProxy: `http://so:mat-khau@127.0.0.1:${portOf(proxy)}`,
    noProxy: "gan.example,.mien.example",
  });
});

const call = (address: string, allowHosts: string[] = []) => outgoingFetch(allowHosts)(address, {});

test("a call goes out by the proxy, to a name that this machine does not know itself", async () => {
  const answer = await call("https://thu.mau/mot?hai=3");
  expect(await answer.text()).toBe("GET thu.mau/mot?hai=3");
  expect(tunnels).toEqual([
    { to: "thu.mau:443", as: `Basic ${Buffer.from("so:mat-khau").toString("base64")}` },
  ]);
});

test("nothing of the network is handed to the proxy: neither an address nor a name that leads there", async () => {
  for (const address of [
    "https://127.0.0.1/",
    "https://10.1.2.3/",
    "https://[::1]/",
    "https://[::ffff:10.1.2.3]/",
    "https://localhost/",
    "https://may-chu/",
    "https://may-chu.internal./",
    "http://thu.mau/",
  ])
    await expect(call(address), address).rejects.toThrow(OutgoingRefused);
  expect(tunnels).toEqual([]);
});

test("what NO_PROXY lists is called past it, and is refused inside the network all the same", async () => {
  goOutBy({ httpsProxy: `http://127.0.0.1:${portOf(proxy)}`, noProxy: "localhost,.khong-co.invalid" });
  await expect(call("https://localhost/")).rejects.toThrow(OutgoingRefused);
  await expect(call("https://a.khong-co.invalid/")).rejects.toThrow(/ENOTFOUND|EAI_AGAIN/);
  expect(tunnels).toEqual([]);
});

test("a host that is allowed by name is called directly", async () => {
  const answer = await call(`https://localhost:${portOf(behind)}/`, ["localhost"]);
  expect(answer.status).toBe(200);
  expect(tunnels).toEqual([]);
});

test("takes an answer as large as whoever calls says, and ends the call when they have stopped", async () => {
  const large = overHttp((request, response) => {
    if (request.url !== "/never") response.end("a".repeat(2_000_000));
  });
  await new Promise<void>((done) => large.listen(0, "127.0.0.1", done));
  try {
    const call = outgoingFetch(["127.0.0.1"]);
    const there = `http://127.0.0.1:${portOf(large)}`;
    await expect(call(there, {})).rejects.toThrow(AnswerTooLarge);
    expect((await (await call(there, { largestAnswer: 2_000_000 })).text()).length).toBe(2_000_000);
    const stop = new AbortController();
    const waiting = call(`${there}/never`, { signal: stop.signal });
    stop.abort();
    await expect(waiting).rejects.toThrow("aborted");
  } finally {
    large.close();
    large.closeAllConnections();
  }
});
