import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import type { Hono } from "hono";
import { type Config, InvalidSetting } from "#platform/config/config.ts";
import { addressBySettings } from "#platform/config/served-address.ts";
import type { PageCache } from "#platform/http/page-cache.ts";

/** Longer than proxies keep theirs (nginx: 60 seconds), so that none sends a request into a connection just let go. */
const KEEP_IDLE_MS = 75_000;

/** An address may hold ten thousand letters with diacritics, nine bytes each: a long search is answered, not refused. */
const MOST_HEAD_BYTES = 128 * 1024;

/** Connections that wait to be taken: a crowd comes at once, and who does not fit tries again only after seconds. */
const BACKLOG = 4096;

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
  const server: Server = createServer({ maxHeaderSize: MOST_HEAD_BYTES }, (request, response) => {
    if (!answerFirst(request, response)) void route(request, response);
  });
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
