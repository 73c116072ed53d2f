import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { answerControl, CONTROL } from "./control-plane.ts";
import { type Scenario, ScenarioQueue } from "./scenarios.ts";
import type { StubAnswer, StubCall } from "./stub-call.ts";
import { StubClock } from "./stub-clock.ts";

/** What one network does with a call, and how it says the things that every network says in its own words. */
interface StubNetwork<Seed> {
  answer(call: StubCall): StubAnswer | Promise<StubAnswer>;
  reset(seed: Seed): void;
  /** Everything that exists on its side, to assert “exactly one”. */
  objects(): unknown;
  rateLimit(call: StubCall): StubAnswer;
  /** The token of this call is dead from now on; the call itself is answered after that. */
  endToken(call: StubCall, how: "expired" | "revoked"): void | Promise<void>;
}

/** What a stub received, in order. */
interface StubRequest {
  at: string;
  method: string;
  path: string;
  headers: IncomingMessage["headers"];
  bodyBytes: number;
  bodySha256: string;
  /** The queued behaviour that it met. */
  behaviour: string | null;
  /** The stub itself failed at it: a mistake in the stub or a call that no client makes. */
  fault?: string;
}

export interface Stub<Seed> {
  readonly origin: string;
  readonly port: number;
  readonly clock: StubClock;
  queue(...scenarios: Scenario[]): void;
  waiting(): Scenario[];
  requests(): StubRequest[];
  objects(): unknown;
  /** Everything from the start: clock, queue, state; `seed` changes parts of what it starts with. */
  reset(seed?: PartialSeed<Seed>): void;
  close(): Promise<void>;
}

/** What a network stands on; those that speak no HTTP take their behaviours and write their log themselves. */
export interface StubGround {
  clock: StubClock;
  origin: () => string;
  take: (method: string, path: string) => Scenario | null;
  record: (request: StubRequest) => void;
}

/** Parts of a seed; an object in it is changed key by key, a list as a whole. */
export type PartialSeed<Seed> = {
  [Key in keyof Seed]?: Seed[Key] extends unknown[] ? Seed[Key] : Partial<Seed[Key]>;
};

export interface StubOptions<Seed> {
  /** Any free one unless said. */
  port?: number;
  seed?: PartialSeed<Seed>;
}

const isPlain = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function mixed<Seed extends object>(usual: Seed, ...changes: (PartialSeed<Seed> | undefined)[]): Seed {
  const seed = structuredClone(usual) as Record<string, unknown>;
  for (const change of changes)
    for (const [key, value] of Object.entries(change ?? {})) {
      const before = seed[key];
      seed[key] = isPlain(before) && isPlain(value) ? { ...before, ...value } : structuredClone(value);
    }
  return seed as Seed;
}

async function wholeBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function send(response: ServerResponse, { status = 200, headers = {}, body }: StubAnswer): void {
  const raw = typeof body === "string" || Buffer.isBuffer(body);
  const bytes = body === undefined ? "" : raw ? body : JSON.stringify(body);
  const type = raw || body === undefined ? {} : { "content-type": "application/json; charset=utf-8" };
  response.writeHead(status, { ...type, ...headers });
  response.end(bytes);
}

/** What is right until the middle, with status 200; `params.body` says something else instead. */
function garbled({ body }: StubAnswer, instead: unknown): StubAnswer {
  const whole = typeof body === "string" ? body : JSON.stringify(body ?? { data: {} });
  return {
    status: 200,
    headers: { "content-type": "application/json; charset=utf-8" },
    body: typeof instead === "string" ? instead : whole.slice(0, Math.ceil(whole.length / 2)),
  };
}

/** Starts a stub on a port of this machine alone. It leaves nothing behind once closed. */
export async function startStub<Seed extends object>(
  usual: Seed,
  { port = 0, seed }: StubOptions<Seed>,
  make: (here: StubGround) => StubNetwork<Seed>,
): Promise<Stub<Seed>> {
  const clock = new StubClock();
  const queue = new ScenarioQueue();
  const ended = new AbortController();
  let received: StubRequest[] = [];
  let origin = "";
  const network = make({
    clock,
    origin: () => origin,
    take: (method, path) => queue.take(method, path),
    record: (request) => received.push(request),
  });

  const reset = (change?: PartialSeed<Seed>) => {
    clock.reset();
    queue.clear();
    received = [];
    network.reset(mixed(usual, seed, change));
  };
  reset();

  const pause = (ms: number | undefined) =>
    ms ? wait(ms, undefined, { signal: ended.signal }) : Promise.resolve();

  /** null: hang up without an answer. */
  async function behave(call: StubCall, scenario: Scenario | null): Promise<StubAnswer | null> {
    const params = scenario?.params ?? {};
    switch (scenario?.behaviour) {
      case "drop-before":
        await pause(params.delayMs);
        return null;
      case "status":
        await pause(params.delayMs);
        return { status: params.status ?? 500, headers: params.headers ?? {}, body: params.body ?? "" };
      case "rate-limit":
        return network.rateLimit(call);
      case "expire-token":
      case "revoke-token":
        await network.endToken(call, scenario.behaviour === "expire-token" ? "expired" : "revoked");
        return network.answer(call);
      case "async-fail":
        return network.answer({ ...call, failsWith: params.reason ?? "" });
      case "delay": {
        if (params.commit === "after") await pause(params.delayMs);
        const answer = await network.answer(call);
        if (params.commit !== "after") await pause(params.delayMs);
        return answer;
      }
      case "commit-then-drop":
      case "commit-then-5xx": {
        await network.answer(call);
        await pause(params.delayMs);
        if (scenario.behaviour === "commit-then-drop") return null;
        const html = { "content-type": "text/html; charset=utf-8", ...params.headers };
        return { status: params.status ?? 502, headers: html, body: params.body ?? "<h1>Bad Gateway</h1>" };
      }
      case "garble":
        return garbled(params.commit === false ? {} : await network.answer(call), params.body);
      default:
        return network.answer(call);
    }
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const method = request.method ?? "GET";
    const url = new URL(request.url ?? "/", "http://stub");
    const path = url.pathname;
    const body = await wholeBody(request);
    if (path.startsWith(CONTROL)) return send(response, answerControl(stub, { method, path, body }));
    const scenario = queue.take(method, path);
    const entry: StubRequest = {
      at: clock.iso(),
      method,
      path: `${path}${url.search}`,
      headers: request.headers,
      bodyBytes: body.length,
      bodySha256: createHash("sha256").update(body).digest("hex"),
      behaviour: scenario?.behaviour ?? null,
    };
    received.push(entry);
    const params = scenario?.params ?? {};
    const call: StubCall = {
      method,
      path,
      query: url.searchParams,
      headers: request.headers,
      body: params.keepBytes === undefined ? body : body.subarray(0, params.keepBytes),
      failsWith: null,
      params,
    };
    try {
      const answer = await behave(call, scenario);
      if (answer) send(response, answer);
      else request.socket.destroy();
    } catch (error) {
      if (ended.signal.aborted) return;
      entry.fault = String(error);
      send(response, { status: 500, body: { stub: entry.fault } });
    }
  }

  const server = createServer((request, response) => {
    // A client that left while it sent its body.
    serve(request, response).catch(() => request.socket.destroy());
  });
  // A connection let go while a busy caller is about to use it again would be a failure that nobody queued.
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      server.off("error", reject);
      resolve();
    });
  });
  const at = (server.address() as AddressInfo).port;
  origin = `http://127.0.0.1:${at}`;

  const stub: Stub<Seed> = {
    origin,
    port: at,
    clock,
    queue: (...scenarios) => queue.add(scenarios),
    waiting: () => queue.waiting(),
    requests: () => received,
    objects: () => network.objects(),
    reset,
    close: () =>
      new Promise((resolve) => {
        ended.abort();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return stub;
}
