import { connect, type Socket } from "node:net";
import { Hono } from "hono";
import { afterEach, describe, expect, test } from "vitest";
import { readConfig } from "#platform/config/config.ts";
import { createPageCache } from "#platform/http/page-cache.ts";
import { type Listening, listen } from "./listen.ts";

/** Longer than the public's part of a turn, so that of what comes together one is answered in each. */
const HOLD_MS = 8;

const opened: (Socket | Listening)[] = [];
afterEach(async () => {
  for (const one of opened.splice(0).reverse())
    if ("destroy" in one) one.destroy();
    else await one.close();
});

/** A server whose public pages each hold the event loop; `handled` names what was answered, in order. */
async function server(onAnswer: (path: string) => void = () => {}) {
  const handled: string[] = [];
  const pages = createPageCache({ maxBytes: 1_000_000 });
  pages.setInStep(true);
  const hold = (path: string) => {
    for (const from = performance.now(); performance.now() - from < HOLD_MS; );
    handled.push(path);
    onAnswer(path);
  };
  const site = new Hono();
  site.get("/kept", pages.middleware, (c) => c.text("giữ sẵn", 200, { "x-page-tags": "content:a" }));
  site.post("/gop-y", async (c) => {
    const sent = await c.req.text();
    handled.push("/gop-y");
    return c.text(sent);
  });
  site.get("/api/viec", (c) => {
    handled.push("/api/viec");
    return c.text("việc");
  });
  site.get("/:page", (c) => c.text(c.req.param("page")));
  const web = await listen(site, readConfig({ PORT: "0" }), (request, response) => {
    if (request.method !== "POST" && !request.url!.startsWith("/api")) hold(request.url!);
    return pages.answer(request, response);
  });
  opened.push(web);
  const { port, hostname } = new URL(web.address);
  /** Sends everything at once over one connection; all that comes back until `ends` of it have come or it is closed. */
  const ask = (requests: string[], ends: number): Promise<string> =>
    new Promise((resolve, reject) => {
      const socket = connect(Number(port), hostname, () => socket.write(requests.join("")));
      opened.push(socket);
      let seen = "";
      socket.on("error", reject);
      socket.on("close", () => resolve(seen));
      socket.on("data", (chunk) => {
        seen += chunk;
        if (seen.split("HTTP/1.1 ").length > ends && seen.includes("\r\n\r\n"))
          setImmediate(() => resolve(seen));
      });
    });
  return { handled, web, ask };
}

const get = (path: string, more = "", method = "GET") =>
  `${method} ${path} HTTP/1.1\r\nHost: thu.vn\r\n${more}\r\n`;
const statuses = (answers: string) => [...answers.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => status);

describe("a crowd's requests, answered in turns", () => {
  test("come back in their order on one connection, with what each asked for", async () => {
    const { ask } = await server();
    const first = await ask([get("/kept")], 1);
    const etag = /etag: (\S+)/i.exec(first)![1]!;
    const answers = await ask(
      [
        get("/mot"),
        get("/kept", "", "HEAD"),
        get("/kept", `If-None-Match: ${etag}\r\n`),
        get("/api/viec"),
        get("/hai", "Connection: close\r\n"),
      ],
      Number.POSITIVE_INFINITY,
    );
    expect(statuses(answers)).toEqual(["200", "200", "304", "200", "200"]);
    const bodies = answers
      .split("HTTP/1.1 ")
      .slice(1)
      .map((answer) => answer.split("\r\n\r\n")[1]);
    expect(bodies).toEqual(["mot", "", "", "việc", "hai"]);
  });

  test("hold up neither an official's nor what somebody sends by a form", async () => {
    const asked: Promise<string>[] = [];
    const { handled, ask } = await server((path) => {
      if (path !== "/trang-5") return;
      asked.push(ask([get("/api/viec")], 1));
      asked.push(ask(["POST /gop-y HTTP/1.1\r\nHost: thu.vn\r\nContent-Length: 5\r\n\r\ngop-y"], 1));
    });
    const pages = Array.from({ length: 80 }, (_, index) => get(`/trang-${index}`));
    await ask([...pages.slice(0, -1), get("/cuoi", "Connection: close\r\n")], Number.POSITIVE_INFINITY);
    expect((await Promise.all(asked)).flatMap(statuses)).toEqual(["200", "200"]);
    expect(handled).toHaveLength(82);
    expect(handled.at(-1)).toBe("/cuoi");
  });

  test("are all answered when the server is closed meanwhile", async () => {
    const closed = Promise.withResolvers<void>();
    const { handled, web, ask } = await server((path) => {
      if (path === "/trang-0") void web.close().then(closed.resolve);
    });
    const pages = Array.from({ length: 20 }, (_, index) => `/trang-${index}`);
    const requests = pages.map((path) => get(path, path === "/trang-19" ? "Connection: close\r\n" : ""));
    const answers = await ask(requests, Number.POSITIVE_INFINITY);
    await closed.promise;
    expect(statuses(answers)).toEqual(pages.map(() => "200"));
    expect(handled).toEqual(pages);
  });

  test("are turned away with a word when one connection sends far more than it waits for", async () => {
    const { handled, ask } = await server();
    const answers = await ask(
      Array.from({ length: 150 }, (_, index) => get(`/${index}`)),
      Number.POSITIVE_INFINITY,
    );
    expect(statuses(answers)).toEqual([...Array.from({ length: 101 }, () => "200"), "503"]);
    expect(answers).toContain("quá nhiều người truy cập");
    expect(answers.toLowerCase()).toContain("\r\nretry-after: 10\r\n");
    expect(handled).toHaveLength(101);
  });
});
