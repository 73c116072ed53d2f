import { mkdtempSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { Conflict, Forbidden, Unacceptable } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { keepFilesIn, pathOfFile, withReceivedFile } from "#platform/files/files.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { joinedUse, noAi, withMachineVoice } from "../../ai-use/ai-use.ts";
import { newsroomOf, people } from "../../newsroom.fixture.ts";
import { checkRecording } from "../loudness/check-recording.ts";
import { recordingsToLevel } from "../loudness/keep-levelled.ts";
import { readWavHead, wavOf as soundOf } from "../loudness/wav.ts";
import { keepMachineRecording } from "./keep-machine-recording.ts";
import { usualVoice } from "./machine-voice.ts";
import { readAloud } from "./read-aloud.ts";
import { recordByMachine } from "./record-by-machine.ts";
import { recordingIssues } from "./recording-issues.ts";
import { setMachineVoice } from "./set-machine-voice.ts";

let db: TestDatabase;
const { as } = newsroomOf(() => db.database);
const { writer, editor, auditor, administrator } = people;
const script = "Từ ngày mùng một tháng mười hai, bộ phận một cửa làm việc cả sáng thứ bảy.";

const tone = soundOf(
  Float32Array.from({ length: 16_000 }, (_, at) => 0.1 * Math.sin((2 * Math.PI * 440 * at) / 8_000)),
  8_000,
);

beforeAll(async () => {
  db = await testDatabase("sample");
  keepFilesIn(mkdtempSync(join(tmpdir(), "gandan-voice-")));
});

const allow = (isAllowed: boolean, actor = administrator) =>
  as(actor, (work) => setMachineVoice(work, { ...usualVoice, isAllowed }));

const wavOf = (rows: { content_type: string; media_id: string }[]) =>
  rows.find(({ content_type }) => content_type === "audio/wav")!.media_id;

const record = async (askId: string, actor = writer) =>
  (await recordByMachine((act) => as(actor, act), { askId, text: script, title: "Bản tin tuần" })).mp3;

describe("a machine's voice", () => {
  test("reads Vietnamese in a process of its own, slower when asked, and says why when it cannot", async () => {
    const seconds = (pace: number, voice = "vi") =>
      withReceivedFile(async (wavPath) => {
        await readAloud({ text: `${script} [[@]]`, voice, pace, wavPath });
        const bytes = await readFile(wavPath);
        const { rate, from, to } = readWavHead(bytes, bytes.length)!;
        return (to - from) / 2 / rate;
      });
    const usual = await seconds(200);
    expect(usual).toBeGreaterThan(3);
    expect(usual).toBeLessThan(12);
    expect(await seconds(120)).toBeGreaterThan(usual * 1.3);
    await expect(seconds(200, "không-có")).rejects.toThrow("espeak-ng ended with");
    const stopped = new AbortController();
    stopped.abort();
    await expect(
      readAloud({ text: script, voice: "vi", pace: 200, wavPath: "/không/có" }, stopped.signal),
    ).rejects.toThrow("aborted");
  });

  test("is refused while many wait", async () => {
    const many = await withReceivedFile((wavPath) =>
      Promise.allSettled(
        Array.from({ length: 7 }, () => readAloud({ text: "Xin chào.", voice: "vi", pace: 200, wavPath })),
      ),
    );
    const refused = many.filter(({ status }) => status === "rejected") as PromiseRejectedResult[];
    expect(refused.map(({ reason }) => reason.constructor)).toEqual([Conflict, Conflict]);
  });

  test("gives the place of who stops waiting to another at once", async () => {
    const read = (wavPath: string, signal?: AbortSignal) =>
      readAloud({ text: "Xin chào.", voice: "vi", pace: 200, wavPath }, signal);
    await withReceivedFile(async (wavPath) => {
      const first = read(wavPath);
      const stop = new AbortController();
      const waiting = [1, 2, 3].map(() => read(wavPath));
      const tired = read(wavPath, stop.signal);
      await expect(read(wavPath)).rejects.toThrow(Conflict);
      stop.abort();
      await expect(tired).rejects.toThrow("aborted");
      await Promise.all([first, ...waiting, read(wavPath)]);
    });
  });

  test("goes out only where an administrator allows it, in a voice that is here", async () => {
    await expect(record(uuidv7())).rejects.toThrow("chưa cho phát giọng máy");
    await expect(allow(true, editor)).rejects.toThrow(Forbidden);
    await expect(
      as(administrator, (work) => setMachineVoice(work, { ...usualVoice, voice: "robot" })),
    ).rejects.toThrow(Unacceptable);
    await allow(true);
    await expect(record(uuidv7(), auditor)).rejects.toThrow(Forbidden);
  });

  test("is kept as loud as loudspeakers want, once, and holds publishing until it is declared and says the script", async () => {
    await allow(true);
    const askId = uuidv7();
    const kept = await record(askId);
    expect(kept).toMatchObject({ contentType: "audio/mpeg", alt: "Bản đọc bằng giọng máy: Bản tin tuần" });
    expect((await record(askId)).id).toBe(kept.id);
    const { rows } = await db.pool.query(
      "select media_id, content_type, said from media_spoken join media_asset on id = media_id",
    );
    expect(rows.map(({ content_type }) => content_type).sort()).toEqual(["audio/mpeg", "audio/wav"]);
    expect(rows[0].said).toBe(script);

    // What made it stands in both files.
    const tagOf = async (id: string) => (await readFile(pathOfFile(id))).toString("utf8");
    for (const { media_id } of rows) {
      expect(await tagOf(media_id)).toContain("digitalsourcetype/algorithmicMedia");
      expect(await tagOf(media_id)).toContain(usualVoice.label);
    }
    await expect(
      as(writer, (work) => recordingsToLevel(work, { originalId: kept.id, wavId: wavOf(rows) })),
    ).rejects.toThrow("do máy đọc");

    const text = {
      kind: "audio-bulletin",
      media: [{ mediaId: kept.id, role: "recording", alt: "", caption: "" }],
      own: { script: script.normalize("NFD").replace(", ", ",\n") },
      aiUse: withMachineVoice(noAi, { tool: "eSpeak NG", checkedBy: "Lê Thị Mẫu" }),
    };
    const keys = async (part: Partial<typeof text>) =>
      (await recordingIssues(db.database, writer.agencyId, { ...text, ...part })).map(({ key }) => key);
    expect(await keys({})).toEqual([]);
    expect(await keys({ aiUse: noAi })).toEqual(["ai-voice"]);
    expect(await keys({ own: { script: `${script} Xin cảm ơn.` } })).toEqual(["voice-other-words"]);
    await allow(false);
    expect(await keys({})).toEqual(["voice-not-allowed"]);
    await db.pool.query("update media_loudness set lufs = -30 where media_id = $1", [kept.id]);
    expect(await keys({})).toEqual([`recording-loudness:${kept.id}`, "voice-not-allowed"]);
    expect(await keys({ kind: "article" })).toEqual([]);
    const mediaId = uuidv7();
    expect(await keys({ media: [{ mediaId, role: "recording", alt: "", caption: "" }] })).toEqual([
      `recording-unmeasured:${mediaId}`,
    ]);
  });
});

test("one asking that comes in twice at once is one recording, which the database sees to", async () => {
  await allow(true);
  const askId = uuidv7();
  const keep = () =>
    withReceivedFile((readPath) =>
      withReceivedFile((wavPath) =>
        withReceivedFile(async (mp3Path) => {
          await writeFile(readPath, tone);
          const measured = (await checkRecording({ wavPath, mp3Path, levelledFrom: readPath }))!;
          const words = {
            title: "Bản tin",
            said: script,
            engine: "Máy mẫu",
            voice: "vi",
            label: "Giọng máy.",
            insteadWhy: null,
          };
          return as(writer, (work) =>
            keepMachineRecording(work, { askId, ...words, wavPath, mp3Path, measured }),
          );
        }),
      ),
    );
  const [one, other] = await Promise.all([keep(), keep()]);
  expect(one.id).toBe(other.id);
  const { rows } = await db.pool.query("select 1 from media_asset where credit = 'Giọng máy Máy mẫu'");
  expect(rows).toHaveLength(2);
});

test("a machine's voice joins what was declared of the text before", () => {
  const summary = {
    use: "assisted" as const,
    tool: "Trợ lý A",
    purposes: ["summary" as const],
    checkedBy: "Ông Mẫu",
    label: "",
  };
  const both = withMachineVoice(summary, { tool: "eSpeak NG", checkedBy: "Bà Mẫu" });
  expect(both).toMatchObject({
    tool: "Trợ lý A, eSpeak NG",
    purposes: ["summary", "voice"],
    checkedBy: "Ông Mẫu",
  });
  expect(both.label).not.toBe("");
  expect(withMachineVoice(both, { tool: "eSpeak NG", checkedBy: "Bà Mẫu" })).toEqual(both);
  expect(joinedUse(null, both)).toBe(both);
});
