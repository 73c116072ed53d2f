import { createHmac, timingSafeEqual } from "node:crypto";
import type { StubAnswer, StubCall } from "../stub-call.ts";
import { type Stub, type StubOptions, startStub } from "../stub-server.ts";

interface ReceiverSeed {
  settings: {
    /** `whsec_…`; null: whatever comes is taken. */
    secret: string | null;
    /** How far its clock may lie beside the sender's, in seconds. */
    tolerance: number;
  };
}

const receiverSeed: ReceiverSeed = { settings: { secret: null, tolerance: 300 } };

/** A message as it first came; `times` counts how often. */
interface Received {
  id: string;
  type: string;
  body: unknown;
  times: number;
}

export interface ReceiverStub extends Stub<ReceiverSeed> {
  received: Received[];
}

const refused = (status: number, error: string): StubAnswer => ({ status, body: { error } });
const text = (value: string | string[] | undefined): string => String(value ?? "");

function isSigned({ headers, body }: StubCall, secret: string): boolean {
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  const signed = `${text(headers["webhook-id"])}.${text(headers["webhook-timestamp"])}.${body.toString()}`;
  const wanted = createHmac("sha256", key).update(signed).digest();
  return text(headers["webhook-signature"])
    .split(" ")
    .filter((one) => one.startsWith("v1,"))
    .map((one) => Buffer.from(one.slice(3), "base64"))
    .some((given) => given.length === wanted.length && timingSafeEqual(given, wanted));
}

/**
 * A system that is told of what happened, after Standard Webhooks: it refuses what is not signed, what is old, and
 * knows by its id what it has had. `POST` to any path.
 */
export async function startReceiverStub(options: StubOptions<ReceiverSeed> = {}): Promise<ReceiverStub> {
  const received: Received[] = [];
  let { settings } = receiverSeed;
  const stub = await startStub(receiverSeed, options, ({ clock }) => ({
    reset(seed) {
      settings = seed.settings;
      received.length = 0;
    },
    answer(call) {
      const { headers, method } = call;
      if (method !== "POST") return refused(405, "POST alone");
      const [id, sent] = [text(headers["webhook-id"]), Number(headers["webhook-timestamp"])];
      if (settings.secret !== null) {
        if (!isSigned(call, settings.secret)) return refused(401, "signature does not match");
        if (!(Math.abs(clock.now() / 1000 - sent) <= settings.tolerance))
          return refused(401, "timestamp is too far away");
      }
      const body = JSON.parse(call.body.toString()) as { type: string };
      const known = received.find((one) => one.id === id);
      if (known) known.times += 1;
      else received.push({ id, type: body.type, body, times: 1 });
      return { status: 204 };
    },
    objects: () => ({ received }),
    rateLimit: () => ({ ...refused(429, "too many"), headers: { "retry-after": "120" } }),
    endToken() {
      settings = { ...settings, secret: "whsec_" };
    },
  }));
  return Object.assign(stub, { received });
}
