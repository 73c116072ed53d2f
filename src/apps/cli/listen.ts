import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import type { Hono } from "hono";
import { type Config, InvalidSetting } from "#platform/config/config.ts";
import { addressBySettings } from "#platform/config/served-address.ts";
import type { PageCache } from "#platform/http/page-cache.ts";
import { fileHeaders } from "#platform/http/security-headers.ts";
import { turns } from "#platform/http/turns.ts";

/** Longer than proxies keep theirs (nginx: 60 seconds), so that none sends a request into a connection just let go. */
const KEEP_IDLE_MS = 75_000;

/** An address may hold ten thousand letters with diacritics, nine bytes each: a long search is answered, not refused. */
const MOST_HEAD_BYTES = 128 * 1024;

/** Connections that wait to be taken: a crowd comes at once, and who does not fit tries again only after seconds. */
const BACKLOG = 4096;

/** Milliseconds of each turn of the event loop that are the public's when more is asked. */
const MOST_OF_A_TURN = 5;
/** Readers who wait for theirs, a fraction of a second. */
const WAITING = 10_000;
/** Of one connection: a browser sends one request after the other, and nobody is to fill the queue alone. */
const WAITING_OF_ONE = 100;
const SECONDS_UNTIL_AGAIN = 10;
/** Officials do not wait behind readers, nor do those who look whether the server lives. */
const NOT_PUBLIC = /^\/(?:api|workspace|healthz|readyz|metrics)(?:[/?]|$)/;

export interface Listening {
  /** Address to open in a browser, without a final slash. */
  address: string;
  /** Stops taking connections, lets running answers finish for two seconds. */
  close: () => Promise<void>;
}

function reason(error: NodeJS.ErrnoException, config: Config): Error {
  if (error.code === "EADDRINUSE") {
    return new InvalidSetting(`Cổng ${config.port} đang được chương trình khác dùng; hãy đặt PORT khác.`);
  }
  if (error.code === "EADDRNOTAVAIL" || error.code === "ENOTFOUND") {
    return new InvalidSetting(`Thiết lập HOST="${config.host}" không phải địa chỉ của máy này.`);
  }
  if (error.code === "EACCES")
    return new InvalidSetting(`Không được phép mở cổng ${config.port}; hãy đặt PORT từ 1024 trở lên.`);
  return error;
}

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

function turnAway(response: ServerResponse): void {
  response.writeHead(503, {
    ...fileHeaders,
    "content-type": "text/plain; charset=utf-8",
    "cache-control": "no-store",
    "retry-after": String(SECONDS_UNTIL_AGAIN),
    // What else this connection has sent is not read on.
    connection: "close",
  });
  response.end("Hiện có quá nhiều người truy cập cùng lúc. Xin mở lại trang sau ít giây.");
}

/** What the public reads is answered in turns; what somebody has typed and sends, and what officials ask, at once. */
function publicInTurns(answer: Answer): Answer {
  const inTurn = turns({ most: MOST_OF_A_TURN, waiting: WAITING });
  const waiting = new WeakMap<object, number>();
  return (request, response) => {
    const { method, url = "", socket } = request;
    if ((method !== "GET" && method !== "HEAD") || NOT_PUBLIC.test(url)) return answer(request, response);
    const before = waiting.get(socket) ?? 0;
    waiting.set(socket, before + 1);
    const isTaken =
      before < WAITING_OF_ONE &&
      inTurn(() => {
        waiting.set(socket, waiting.get(socket)! - 1);
        // Who has gone meanwhile is not answered.
        if (!response.destroyed) answer(request, response);
      });
    if (!isTaken) {
      waiting.set(socket, before);
      turnAway(response);
    }
  };
}

/**
 * Serves `site` on the configured host and port (0: any free one). `answerFirst` may answer a request before
 * the router sees it, and says whether it did.
 */
export async function listen(
  site: Hono,
  config: Config,
  answerFirst: PageCache["answer"] = () => false,
): Promise<Listening> {
  const route = getRequestListener(site.fetch);
  const answer: Answer = (request, response) => {
    if (!answerFirst(request, response)) void route(request, response);
  };
  const server: Server = createServer({ maxHeaderSize: MOST_HEAD_BYTES }, publicInTurns(answer));
  server.keepAliveTimeout = KEEP_IDLE_MS;
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error) => reject(reason(error, config)));
    server.listen({ port: config.port, host: config.host, backlog: BACKLOG }, resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    address: config.baseUrl ?? addressBySettings({ host: config.host, port }),
    close: () =>
      new Promise((resolve) => {
        const forced = setTimeout(() => server.closeAllConnections(), 2000);
        server.close(() => {
          clearTimeout(forced);
          resolve();
        });
        server.closeIdleConnections();
      }),
  };
}
