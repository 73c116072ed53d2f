import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { Forbidden, NotFound, Unacceptable } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { keepFilesIn, pathOfFile, withReceivedFile } from "#platform/files/files.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { mediaByIds } from "../../media-library/media-queries.ts";
import { uploadMedia } from "../../media-library/upload-media.ts";
import { newsroomOf, people } from "../../newsroom.fixture.ts";
import { checkRecording } from "./check-recording.ts";
import { keepLevelled, recordingsToLevel } from "./keep-levelled.ts";
import { loudnessFault } from "./meter.ts";
import { noteLoudness } from "./note-loudness.ts";
import { wavOf } from "./wav.ts";

let db: TestDatabase;
const { as } = newsroomOf(() => db.database);
const { writer, editor, auditor } = people;
const RATE = 44_100;
/** A sine of two seconds, so many decibels below full; at −13 it is as loud as loudspeakers want. */
const tone = (db_: number) =>
  wavOf(
    Float32Array.from(
      { length: 2 * RATE },
      (_, at) => 10 ** (db_ / 20) * Math.sin((2 * Math.PI * 997 * at) / RATE),
    ),
    RATE,
  );
const upload = (bytes: Uint8Array, alt: string) =>
  as(writer, (work) =>
    uploadMedia(work, {
      bytes,
      fileName: "ban-tin.wav",
      alt,
      decorative: false,
      credit: "Lê Thị Mẫu",
      source: null,
      licence: "own",
      consent: "not-needed",
      consentReference: null,
    }),
  );
const check = (wavId: string) =>
  withReceivedFile((mp3Path) => checkRecording({ wavPath: pathOfFile(wavId), mp3Path }));
const level = (originalId: string, wavId: string, actor = writer) =>
  withReceivedFile(async (mp3Path) => {
    await as(actor, (work) => recordingsToLevel(work, { originalId, wavId }));
    const measured = await checkRecording({ wavPath: pathOfFile(wavId), mp3Path });
    return as(actor, (work) => keepLevelled(work, { originalId, wavId, mp3Path, measured }));
  });

beforeAll(async () => {
  db = await testDatabase("sample");
  keepFilesIn(mkdtempSync(join(tmpdir(), "gandan-loudness-")));
});

describe("a recording that was set right", () => {
  test("is kept as WAV and MP3 with whose it is, beside its original, once", async () => {
    const original = await upload(tone(-30), "Bản tin tuần");
    const wav = await upload(tone(-13), "bản đã chỉnh");
    const mp3 = await level(original.id, wav.id);
    expect(mp3).toMatchObject({
      sort: "audio",
      contentType: "audio/mpeg",
      fileName: "ban-tin (−16 LUFS).mp3",
      alt: "Bản tin tuần",
      credit: "Lê Thị Mẫu",
      licence: "own",
    });
    expect(Math.abs(mp3.durationMs! - original.durationMs!)).toBeLessThan(200);
    const kept = (await mediaByIds(db.database, writer.agencyId, [wav.id])).get(wav.id);
    expect(kept).toMatchObject({ alt: "Bản tin tuần", described: true });
    expect((await level(original.id, wav.id)).id).toBe(mp3.id);
    const { rows } = await db.pool.query(
      "select made_from, round(lufs::numeric) as lufs from media_loudness where media_id = any ($1)",
      [[wav.id, mp3.id]],
    );
    expect(rows.map((row) => [row.made_from, Number(row.lufs)]).sort()).toEqual(
      [
        [original.id, -16],
        [wav.id, -16],
      ].sort(),
    );
  });

  test("is measured by the server itself, and refused where it is not right or not the caller's", async () => {
    const original = await upload(tone(-30), "Bản tin");
    expect(loudnessFault((await check(original.id))!)).toBe("quiet");
    await expect(level(original.id, (await upload(tone(-20), "còn nhỏ")).id)).rejects.toThrow(Unacceptable);
    const fast = await upload(wavOf(new Float32Array(2 * 96_000).fill(0.1), 96_000), "tần số lạ");
    await expect(level(original.id, fast.id)).rejects.toThrow("Không đọc được bản WAV");
    // A fault of ours is not told as one of the recording.
    await expect(checkRecording({ wavPath: "/không/có", mp3Path: "/không/có" })).rejects.toThrow("ENOENT");
    const right = await upload(tone(-13), "đã chỉnh");
    await expect(level(original.id, right.id, editor)).rejects.toThrow(Forbidden);
    await expect(level(original.id, right.id, auditor)).rejects.toThrow(Forbidden);
    await expect(level(original.id, original.id)).rejects.toThrow(Unacceptable);
    await expect(level(uuidv7(), right.id)).rejects.toThrow(NotFound);
    const longer = await upload(wavOf(new Float32Array(5 * RATE).fill(0.1), RATE), "dài hơn");
    await expect(level(original.id, longer.id)).rejects.toThrow(Unacceptable);
  });
});

test("what a browser measured is kept for who decides, by who may upload, of recordings alone", async () => {
  const { id } = await upload(tone(-30), "Bản tin");
  const note = (actor: typeof writer, lufs: number) =>
    as(actor, (work) => noteLoudness(work, { id, lufs, truePeakDb: -30 }));
  await expect(note(auditor, -33)).rejects.toThrow(Forbidden);
  await note(writer, -33);
  await note(editor, -10);
  const { rows } = await db.pool.query("select lufs, made_from from media_loudness where media_id = $1", [
    id,
  ]);
  expect(rows).toEqual([{ lufs: -33, made_from: null }]);
  await expect(note({ ...writer, agencyId: uuidv7() }, -3)).rejects.toThrow(NotFound);
});
