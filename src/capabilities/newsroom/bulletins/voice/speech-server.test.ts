import { mkdtempSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { Forbidden } from "#platform/auth/policy.ts";
import { readConfig } from "#platform/config/config.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { keepFilesIn, pathOfFile, withReceivedFile } from "#platform/files/files.ts";
import { outgoingFetch } from "#platform/http/outgoing.ts";
import type { Scenario } from "#platform/testing/stubs/scenarios.ts";
import { type SpeechStub, startSpeechStub } from "#platform/testing/stubs/speech/start-speech-stub.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { newsroomOf, people } from "../../newsroom.fixture.ts";
import { readWavHead } from "../loudness/wav.ts";
import { usualVoice } from "./machine-voice.ts";
import { recordByMachine } from "./record-by-machine.ts";
import { setMachineVoice } from "./set-machine-voice.ts";
import { removeSpeechServer, setSpeechServer } from "./set-speech-server.ts";
import { SpeechFailed } from "./speech-engine.ts";
import { speechServerOf, speechServersBy } from "./speech-server.ts";
import { speechServerEngine } from "./speech-server-engine.ts";
import { trySpeechServer } from "./try-speech-server.ts";

const KEY = "khoa-doc-mau";
let db: TestDatabase;
let stub: SpeechStub;
const { as, approved } = newsroomOf(() => db.database);
const { writer, editor, administrator } = people;

const allowing = (hosts: string) =>
  speechServersBy(
    readConfig({ GANDAN_DATA: mkdtempSync(join(tmpdir(), "speech-")), VOICE_ALLOW_HOSTS: hosts }),
  );

beforeAll(async () => {
  db = await testDatabase("sample");
  stub = await startSpeechStub();
  keepFilesIn(mkdtempSync(join(tmpdir(), "gandan-speech-")));
  allowing("127.0.0.1");
});
afterAll(() => stub.close());
beforeEach(() => stub.reset());

const called = () => ({ host: stub.origin, model: "doc-mau-1", voice: "nu-mien-bac" });

describe("the engine", () => {
  const read = (
    text: string,
    { key = KEY, seconds = 60, signal }: { key?: string; seconds?: number; signal?: AbortSignal } = {},
  ) =>
    withReceivedFile(async (wavPath) => {
      const pauses: number[] = [];
      const engine = speechServerEngine(
        { ...called(), key },
        { call: outgoingFetch(["127.0.0.1"]), pause: async (ms) => pauses.push(ms), seconds },
      );
      const done = engine.read(
        { text, voice: "nu-mien-bac", pace: 220, wavPath },
        signal ?? new AbortController().signal,
      );
      const failure = await done.then(
        () => null,
        (error: unknown) => error as SpeechFailed,
      );
      if (failure) return { failure, pauses, seconds: 0 };
      const bytes = await readFile(wavPath);
      const { rate, from, to } = readWavHead(bytes, bytes.length)!;
      return { failure, pauses, seconds: (to - from) / 2 / rate };
    });
  const often = (behaviour: Scenario["behaviour"], params = {}): Scenario => ({
    behaviour,
    times: 4,
    params,
  });

  test("reads a long text part by part, in order, at the agency's pace, and joins what came", async () => {
    const text = "Bộ phận một cửa làm việc cả sáng thứ bảy. ".repeat(100).trim();
    const { failure, seconds } = await read(text);
    expect(failure).toBeNull();
    expect(stub.spoken.map(({ input }) => input).join(" ")).toBe(text);
    expect(stub.spoken).toHaveLength(2);
    expect(new Set(stub.spoken.map(({ speed }) => speed))).toEqual(new Set([1.1]));
    // A hundredth of a second for each letter, and a breath between the parts.
    expect(seconds).toBeCloseTo((text.length - 1) / 100 + 0.3, 1);
  });

  test("asks again for a part that came late, broken, silent or not at all, and waits as long as it is told", async () => {
    stub.queue(
      { behaviour: "rate-limit" },
      { behaviour: "async-fail", params: { reason: "corrupt" } },
      { behaviour: "drop-before" },
    );
    const { failure, pauses } = await read("Xin chào.");
    expect(failure).toBeNull();
    expect(pauses).toEqual([1_000, 1_000, 2_000]);
    expect(stub.requests()).toHaveLength(4);
  });

  test.each<[string, Scenario, string]>([
    ["a crowd", often("rate-limit"), "quá tải"],
    ["an error of its own", often("status", { status: 503 }), "mã 503"],
    ["a broken sound", often("async-fail", { reason: "corrupt" }), "tệp hỏng"],
    ["silence", often("async-fail", { reason: "silence" }), "không có tiếng"],
    [
      "a page of HTML",
      often("status", { status: 200, body: "<h1>OK</h1>", headers: { "content-type": "text/html" } }),
      "tệp hỏng",
    ],
    ["no answer", often("drop-before"), "không trả lời"],
  ])("gives up after three more tries at %s, and says so", async (_, scenario, words) => {
    stub.queue(scenario);
    const { failure } = await read("Xin chào.");
    expect(failure).toBeInstanceOf(SpeechFailed);
    expect(failure?.words).toContain(words);
    expect(stub.requests()).toHaveLength(4);
  });

  test("does not wait for who is too slow", async () => {
    stub.queue(often("delay", { delayMs: 60_000, commit: "after" }));
    expect((await read("Xin chào.", { seconds: 0.05 })).failure?.words).toContain("không trả lời");
  });

  test("asks once where the answer stays the same", async () => {
    expect((await read("Xin chào.", { key: "sai" })).failure?.words).toContain("không nhận khóa");
    expect(stub.requests()).toHaveLength(1);
    stub.queue({ behaviour: "status", params: { status: 302, headers: { location: stub.origin } } });
    expect((await read("Xin chào.")).failure?.words).toContain("mã 302");
    expect(stub.requests()).toHaveLength(2);
  });

  test("ends when whoever asked has stopped", async () => {
    stub.queue(often("delay", { delayMs: 60_000, commit: "after" }));
    const stop = new AbortController();
    const reading = read("Xin chào.", { signal: stop.signal });
    stop.abort();
    expect((await reading).failure?.name).toBe("AbortError");
  });
});

const set = (part: object = {}, actor = administrator) =>
  as(actor, (work) => setSpeechServer(work, { ...called(), isActive: true, isOwn: true, key: KEY, ...part }));
const script = "Từ ngày mùng một tháng mười hai, bộ phận một cửa làm việc cả sáng thứ bảy.";
const record = (text = script) =>
  recordByMachine((act) => as(writer, act), { askId: uuidv7(), text, title: "Bản tin tuần" });

describe("the agency's own server", () => {
  beforeEach(async () => {
    await as(administrator, (work) => setMachineVoice(work, { ...usualVoice, isAllowed: true }));
    await as(administrator, removeSpeechServer);
  });

  test("reads first, after the label; the recording carries who read it as a trained machine", async () => {
    await set();
    const { mp3, readBy, insteadWhy } = await record();
    expect([readBy, insteadWhy, mp3.credit]).toEqual(["doc-mau-1", null, "Giọng máy doc-mau-1"]);
    expect(stub.spoken[0]?.input).toBe(`${usualVoice.label}\n\n${script}`);
    const tag = (await readFile(pathOfFile(mp3.id))).toString("utf8");
    expect(tag).toContain("digitalsourcetype/trainedAlgorithmicMedia");
    expect(tag).toContain(usualVoice.label);
  });

  test("gives way to the engine that is here, and the recording says who has read it and why", async () => {
    await set({ key: "sai" });
    const { mp3, readBy, insteadWhy } = await record();
    expect([readBy, insteadWhy]).toEqual(["eSpeak NG", "Máy chủ đọc không nhận khóa."]);
    const { rows } = await db.pool.query(
      "select after from audit_entry where act = 'record-by-machine' and object_id = $1",
      [mp3.id],
    );
    expect(rows[0].after).toMatchObject({ voice: "eSpeak NG: vi", insteadWhy });
    expect((await readFile(pathOfFile(mp3.id))).toString("utf8")).toContain(
      "digitalsourcetype/algorithmicMedia",
    );
  });

  test("is sent nothing that nobody has approved until it is said to be the agency's", async () => {
    await set({ isOwn: false });
    const { readBy, insteadWhy } = await record();
    expect([readBy, insteadWhy]).toEqual([
      "eSpeak NG",
      "Lời chưa duyệt không được gửi tới máy chủ đọc riêng.",
    ]);
    expect(stub.requests()).toEqual([]);

    const id = await approved("Bản tin đã duyệt");
    const owner = new pg.Client({ connectionString: db.ownerUrl });
    await owner.connect();
    await owner.query(
      `update content_revision set own = jsonb_build_object('script', $2::text)
        where id = (select approved_revision_id from content_item where id = $1)`,
      [id, `${script}\n\nXin cảm ơn.`],
    );
    const thanked = async () => (await record(`${script} Xin cảm ơn.`)).readBy;
    const change = (what: string) => owner.query(`update content_item set ${what} where id = $1`, [id]);
    // No bulletin, so these are nobody's approved words.
    expect(await thanked()).toBe("eSpeak NG");
    await change("kind = 'audio-bulletin'");
    expect(await thanked()).toBe("doc-mau-1");
    const sent = stub.requests().length;
    await change("embargo_until = now() + interval '1 day'");
    expect(await thanked()).toBe("eSpeak NG");
    await change("embargo_until = null, limited = true");
    expect(await thanked()).toBe("eSpeak NG");
    expect(stub.requests()).toHaveLength(sent);
    await owner.end();
  });

  test("is off unless it is put to use", async () => {
    await set({ isActive: false });
    expect((await record()).readBy).toBe("eSpeak NG");
    expect(stub.requests()).toEqual([]);
  });

  test("is stated by administrators; its key is sealed, shown to nobody and stays with its host", async () => {
    await expect(set({}, editor)).rejects.toThrow(Forbidden);
    await set();
    await set({ key: null, voice: "nam-mien-nam" });
    expect((await record()).readBy).toBe("doc-mau-1");
    expect(await speechServerOf(db.database, writer.agencyId)).toEqual({
      ...called(),
      voice: "nam-mien-nam",
      isActive: true,
      isOwn: true,
      hasKey: true,
    });
    const { rows } = await db.pool.query(
      "select (select string_agg(a::text, '') from audit_entry a) || (select string_agg(s::text, '') from speech_server s) as text",
    );
    expect(rows[0].text).not.toContain(KEY);
    // Another host is given no key of this one, neither in a trial nor once it is kept.
    const other = stub.origin.replace("127.0.0.1", "localhost");
    allowing("127.0.0.1,localhost");
    await trySpeechServer(db.database, administrator, { ...called(), host: other, key: null });
    expect(stub.requests().at(-1)?.headers.authorization).toBeUndefined();
    await set({ key: null, host: other });
    expect((await speechServerOf(db.database, writer.agencyId))?.hasKey).toBe(false);
    allowing("127.0.0.1");
  });

  test("is tried with one sentence that says nothing of the agency", async () => {
    const trial = (part: object = {}, actor = administrator) =>
      trySpeechServer(db.database, actor, { ...called(), key: KEY, ...part });
    await expect(trial({}, editor)).rejects.toThrow(Forbidden);
    expect(await trial()).toMatchObject({ ok: true, text: expect.stringContaining("24000 Hz") });
    expect(stub.spoken.map(({ input }) => input)).toEqual(["Xin chào. Đây là câu đọc thử."]);
    expect(await trial({ voice: "khong-co" })).toMatchObject({ ok: false });
    const before = stub.requests().length;
    allowing("");
    const refused = await trial();
    expect(refused).toMatchObject({ ok: false, text: expect.stringContaining("VOICE_ALLOW_HOSTS") });
    expect(stub.requests()).toHaveLength(before);
    allowing("127.0.0.1");
  });
});
