import { type ChildProcess, fork } from "node:child_process";
import { connect } from "node:net";
import { join } from "node:path";
import { benchPortal } from "./portal-server.ts";

export const name = "Cổng thông tin";

const REQUEST = "GET /tin-tuc/mau HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: gzip, br\r\n\r\n";
const CONNECTIONS = 16;
/** Requests that wait on one connection, so that this process asks faster than the server can answer. */
const IN_FLIGHT = 8;

/** Length of one whole answer, head and body. */
const answerLength = (port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1", () => socket.write(REQUEST));
    let seen = "";
    socket.on("error", reject);
    socket.on("data", (chunk) => {
      seen += chunk.toString("latin1");
      const head = seen.indexOf("\r\n\r\n");
      const body = Number(/content-length: (\d+)/i.exec(seen)?.[1]);
      if (head < 0 || seen.length < head + 4 + body) return;
      socket.destroy();
      resolve(head + 4 + body);
    });
  });

const say = (server: ChildProcess): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once("message", (message) => resolve(message as number));
    server.once("exit", () => reject(new Error("bench/portal-server.ts ended early")));
  });

/** Seconds of a core that the server has used so far. */
const coreSeconds = (server: ChildProcess): Promise<number> => {
  server.send("?");
  return say(server);
};

/**
 * Answers that the server gives in one second of a core, asked over connections that are never idle. Counting
 * its own core time keeps whatever else runs on the machine out of the figure.
 */
async function answersPerSecond(server: ChildProcess, port: number, milliseconds: number): Promise<number> {
  const length = await answerLength(port);
  let received = 0;
  const sockets = Array.from({ length: CONNECTIONS }, () => {
    const socket = connect(port, "127.0.0.1", () => socket.write(REQUEST.repeat(IN_FLIGHT)));
    let bytes = 0;
    let answered = 0;
    socket.on("data", (chunk: Buffer) => {
      received += chunk.length;
      bytes += chunk.length;
      const whole = Math.floor(bytes / length);
      if (whole > answered) socket.write(REQUEST.repeat(whole - answered));
      answered = whole;
    });
    socket.on("error", () => {});
    return socket;
  });
  await new Promise((resolve) => setTimeout(resolve, milliseconds / 4));
  const used = await coreSeconds(server);
  const before = received;
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  const answers = (received - before) / length;
  const rate = answers / ((await coreSeconds(server)) - used);
  for (const socket of sockets) socket.destroy();
  return rate;
}

async function measured(kind: "cached" | "bare"): Promise<number> {
  const server = fork(join(import.meta.dirname, "portal-server.ts"), [kind], { execArgv: process.execArgv });
  try {
    const port = await say(server);
    await answersPerSecond(server, port, 1000);
    return await answersPerSecond(server, port, 3000);
  } finally {
    server.kill();
  }
}

/** Pages rendered in one second of a core when nothing is kept, compression included. */
async function renderedPerSecond(): Promise<number> {
  const { portal, pages } = benchPortal();
  let count = 0;
  const started = performance.now();
  for (let until = started + 500; performance.now() < until; )
    await (await portal.request("/tin-tuc/x")).arrayBuffer();
  pages.setInStep(false);
  const measuredFrom = performance.now();
  const usedBefore = process.cpuUsage();
  while (performance.now() - measuredFrom < 3000) {
    await (await portal.request("/tin-tuc/mau")).arrayBuffer();
    count += 1;
  }
  const { user, system } = process.cpuUsage(usedBefore);
  return count / ((user + system) / 1e6);
}

export async function run(): Promise<{ figures: Record<string, number | string> }> {
  const rounds = [];
  for (let round = 0; round < 3; round += 1)
    rounds.push({ bare: await measured("bare"), cached: await measured("cached") });
  const ratios = rounds.map(({ bare, cached }) => cached / bare).sort((a, b) => a - b);
  const { portal } = benchPortal();
  const page = await portal.request("/tin-tuc/mau", { headers: { "accept-encoding": "br" } });
  const style = /href="(\/assets\/portal-[^"]+)"/.exec(
    await (await portal.request("/tin-tuc/mau")).text(),
  )![1]!;
  const css = await portal.request(style, { headers: { "accept-encoding": "br" } });
  const kilobytes = async (response: Response) => (await response.arrayBuffer()).byteLength / 1024;
  return {
    figures: {
      "bare node:http, answers a core second": Math.round(rounds[1]!.bare),
      "kept page, answers a core second": Math.round(rounds[1]!.cached),
      "kept page / bare node:http (budget ≥ 0.85)": ratios[1]!,
      "rendered afresh, pages a core second (budget ≥ 1500)": Math.round(await renderedPerSecond()),
      "page over the wire, KB": await kilobytes(page),
      "stylesheet over the wire, KB": await kilobytes(css),
    },
  };
}
