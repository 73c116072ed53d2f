import { createHash, createHmac } from "node:crypto";
import type { StubAnswer, StubCall } from "../stub-call.ts";
import { type Stub, type StubOptions, startStub } from "../stub-server.ts";

interface FollowerSeed {
  settings: {
    /** What it gave as `hub.secret`; null: none, whatever comes is taken. */
    secret: string | null;
    /** Whether it confirms what is asked in its name: as it must, with another challenge, or not at all. */
    confirms: "echo" | "wrong" | "refuse";
  };
}

const followerSeed: FollowerSeed = { settings: { secret: "khoa-theo-doi-mau", confirms: "echo" } };

/** A feed as it came: at which callback, which version, and how often this one. */
interface Received {
  path: string;
  topic: string;
  contentType: string;
  version: string;
  body: string;
  times: number;
}

export interface FollowerStub extends Stub<FollowerSeed> {
  /** In the order in which they first came. */
  received: Received[];
  /** What the hub asked or told: mode, topic and lease. */
  asked: { path: string; mode: string; topic: string; lease: string | null }[];
}

const text = (value: string | string[] | undefined): string => String(value ?? "");

/** Signed, and linked to hub and topic as WebSub demands; null: it is not, and is ignored. */
function topicOf({ headers, body }: StubCall, secret: string | null): string | null {
  const link = text(headers.link);
  const topic = /<([^>]+)>;\s*rel="self"/.exec(link)?.[1];
  if (!topic || !/rel="hub"/.test(link)) return null;
  if (secret === null) return topic;
  const signature = `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`;
  return text(headers["x-hub-signature"]) === signature ? topic : null;
}

/**
 * A program that follows feeds (WebSub subscriber): each path is a callback. `GET` is the hub asking whether it wants
 * this, `POST` the feed. What is not signed is taken without a word and ignored, as the specification has it.
 */
export async function startFollowerStub(options: StubOptions<FollowerSeed> = {}): Promise<FollowerStub> {
  const received: Received[] = [];
  const asked: FollowerStub["asked"] = [];
  let { settings } = followerSeed;

  function confirmed({ path, query }: StubCall): StubAnswer {
    const [mode, topic] = [query.get("hub.mode") ?? "", query.get("hub.topic") ?? ""];
    asked.push({ path, mode, topic, lease: query.get("hub.lease_seconds") });
    if (mode === "denied") return { status: 200 };
    if (settings.confirms === "refuse") return { status: 404 };
    const challenge = query.get("hub.challenge") ?? "";
    return { status: 200, body: settings.confirms === "wrong" ? `${challenge}x` : challenge };
  }

  const stub = await startStub(followerSeed, options, () => ({
    reset(seed) {
      settings = seed.settings;
      received.length = 0;
      asked.length = 0;
    },
    answer(call) {
      if (call.method === "GET") return confirmed(call);
      const { path, body, headers } = call;
      const topic = topicOf(call, settings.secret);
      if (topic === null) return { status: 202 };
      const version = createHash("sha256").update(body).digest("hex");
      const known = received.find((one) => one.path === path && one.version === version);
      if (known) known.times += 1;
      else
        received.push({
          ...{ path, topic, version, times: 1 },
          ...{ contentType: text(headers["content-type"]), body: body.toString() },
        });
      return { status: 204 };
    },
    objects: () => ({ received, asked }),
    rateLimit: () => ({ status: 429, headers: { "retry-after": "120" } }),
    endToken() {
      settings = { ...settings, secret: "khóa khác" };
    },
  }));
  return Object.assign(stub, { received, asked });
}
