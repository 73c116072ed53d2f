import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type SpeechStub, startSpeechStub } from "./start-speech-stub.ts";

let stub: SpeechStub;
beforeAll(async () => {
  stub = await startSpeechStub();
});
afterAll(() => stub.close());
beforeEach(() => stub.reset());

const usual = { model: "doc-mau-1", input: "Xin chào.", voice: "nu-mien-bac", response_format: "wav" };
async function ask(part: object = {}, key = "khoa-doc-mau") {
  const answer = await fetch(`${stub.origin}/v1/audio/speech`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${key}` },
    body: JSON.stringify({ ...usual, ...part }),
  });
  return { status: answer.status, bytes: Buffer.from(await answer.arrayBuffer()), headers: answer.headers };
}

test("reads what is right and keeps what it has read", async () => {
  const { status, bytes } = await ask({ speed: 1.1 });
  expect([status, bytes.toString("latin1", 0, 4), bytes.readUInt32LE(40)]).toEqual([200, "RIFF", 0xffffffff]);
  expect(stub.objects()).toEqual({ spoken: [{ input: "Xin chào.", voice: "nu-mien-bac", speed: 1.1 }] });
});

test("refuses what such a server refuses, and reads nothing then", async () => {
  const statuses = await Promise.all([
    ask({}, "sai"),
    ask({ model: "khac" }),
    ask({ voice: "khac" }),
    ask({ response_format: "mp3" }),
    ask({ speed: 9 }),
    ask({ input: "a".repeat(4_097) }),
    ask({ input: "" }),
  ]);
  expect(statuses.map(({ status }) => status)).toEqual([401, 404, 400, 400, 400, 400, 400]);
  expect(stub.spoken).toEqual([]);
});

test("fails in every way that is queued", async () => {
  stub.queue(
    { behaviour: "rate-limit" },
    { behaviour: "async-fail", params: { reason: "silence" } },
    { behaviour: "async-fail", params: { reason: "corrupt" } },
    { behaviour: "revoke-token" },
  );
  const limited = await ask();
  expect([limited.status, limited.headers.get("retry-after")]).toEqual([429, "1"]);
  expect((await ask()).bytes.subarray(44).every((byte) => byte === 0)).toBe(true);
  const { bytes } = await ask();
  expect(bytes.readUInt32LE(40)).toBeGreaterThan(bytes.length);
  expect((await ask()).status).toBe(401);
});
