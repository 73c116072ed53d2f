import { connect } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { randomFrom } from "./vietnamese-texts.ts";

/** What a crowd is told to do. */
export interface CrowdOrder {
  address: string;
  /** Pages by how often they are opened: the first most. */
  paths: string[];
  /** Words of which searches are made; none: nobody searches. */
  words: string[];
  visitors: number;
  /** Longest pause between two pages of a visitor; 0: asks again as soon as answered. */
  pauseMs: number;
  milliseconds: number;
}

/** What the crowd met with. */
export interface CrowdReport {
  answers: number;
  /** Refused, cut off or answered with an error of the server. */
  failures: number;
  perSecond: number;
  p50: number;
  p95: number;
  p99: number;
}

/** A visitor of twenty looks for something; the others open a page that stands. */
const SEARCHES = 0.05;

const part = (sorted: number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

const LAST_CHUNK = Buffer.from("\r\n0\r\n\r\n");

/** Whether the bytes are one whole answer; bare, because a client that does more takes the cores that are measured. */
function isWhole(seen: Buffer): boolean {
  const head = seen.indexOf("\r\n\r\n");
  if (head < 0) return false;
  const length = /\r\ncontent-length: *(\d+)/i.exec(seen.toString("latin1", 0, head))?.[1];
  return length === undefined
    ? seen.subarray(-LAST_CHUNK.length).equals(LAST_CHUNK)
    : seen.length >= head + 4 + Number(length);
}

/** A connection that is kept: milliseconds until a page is whole; null when it failed. */
function visit(address: string): { open: (path: string) => Promise<number | null>; end: () => void } {
  const { hostname, port } = new URL(address);
  const socket = connect(Number(port), hostname);
  let seen: Buffer = Buffer.alloc(0);
  let answered = (_: boolean) => {};
  socket.on("data", (chunk: Buffer) => {
    seen = seen.length === 0 ? chunk : Buffer.concat([seen, chunk]);
    if (isWhole(seen)) answered(/^HTTP\/1\.1 [23]/.test(seen.toString("latin1", 0, 12)));
  });
  socket.on("error", () => answered(false));
  socket.on("close", () => answered(false));
  return {
    open: (path) =>
      new Promise((resolve) => {
        const from = performance.now();
        if (socket.destroyed) return resolve(null);
        answered = (isFine) => resolve(isFine ? performance.now() - from : null);
        seen = Buffer.alloc(0);
        socket.write(
          `GET ${path} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nAccept-Encoding: br, gzip\r\n\r\n`,
        );
      }),
    end: () => socket.destroy(),
  };
}

/** Readers, each over a connection that it keeps, as browsers do. */
async function crowd(order: CrowdOrder): Promise<CrowdReport> {
  const random = randomFrom(11);
  const times: number[] = [];
  let failures = 0;
  const until = performance.now() + order.milliseconds;
  const next = () => {
    if (order.words.length > 0 && random() < SEARCHES) {
      const word = () => order.words[Math.floor(random() * order.words.length)]!;
      return `/tim-kiem?q=${encodeURIComponent(`${word()} ${word()}`)}`;
    }
    // Squared: few pages are opened by most.
    return order.paths[Math.floor(random() ** 2 * order.paths.length)]!;
  };
  await Promise.all(
    Array.from({ length: order.visitors }, async () => {
      await delay(random() * Math.max(order.pauseMs, 1000));
      let visitor = visit(order.address);
      while (performance.now() < until) {
        const time = await visitor.open(next());
        if (time === null) {
          failures += 1;
          visitor.end();
          await delay(100);
          visitor = visit(order.address);
        } else times.push(time);
        if (order.pauseMs > 0) await delay(random() * order.pauseMs);
      }
      visitor.end();
    }),
  );
  times.sort((a, b) => a - b);
  return {
    ...{ answers: times.length, failures, perSecond: times.length / (order.milliseconds / 1000) },
    ...{ p50: part(times, 0.5), p95: part(times, 0.95), p99: part(times, 0.99) },
  };
}

process.on("message", (order: CrowdOrder) => {
  void crowd(order).then((report) => process.send?.(report));
});
