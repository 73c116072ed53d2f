import { mkdtempSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import { Conflict, Forbidden, NotFound } from "#platform/auth/policy.ts";
import { readConfig } from "#platform/config/config.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { keepFilesIn, readFile, receivedBytes, receivingPath } from "#platform/files/files.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { newsroomOf, people } from "../../newsroom.fixture.ts";
import { originalKey } from "../keep-file.ts";
import { limitMediaTo } from "../media-limits.ts";
import { videoOf, wavOf } from "../recordings.fixture.ts";
import { beginUpload } from "./begin-upload.ts";
import { dropUpload, sweepUploads } from "./drop-upload.ts";
import { finishUpload } from "./finish-upload.ts";
import { receiveUploadPart } from "./receive-part.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase("sample");
  keepFilesIn(mkdtempSync(join(tmpdir(), "gandan-uploads-")));
});
const { as } = newsroomOf(() => db.database);
const { writer, editor, auditor } = people;

const begin = (bytes: number, id = uuidv7(), fileName = "phóng sự.mp4") =>
  as(writer, async (w) => ({
    id,
    ...(await beginUpload(w, { id, fileName, bytes, fingerprint: "" })),
  }));
const part = (id: string, offset: number, bytes: Uint8Array, who = writer) =>
  as(who, (w) => receiveUploadPart(w, { id, offset, bytes }));
const finish = (id: string) => as(writer, (w) => finishUpload(w, { id, facts: null }));
const whole = async (bytes: Uint8Array, fileName?: string) => {
  const { id } = await begin(bytes.length, uuidv7(), fileName);
  await part(id, 0, bytes);
  return finish(id);
};

describe("a file that comes in by parts", () => {
  test("goes on where it broke off, and is the same file in the end, once", async () => {
    const video = await videoOf("mp4");
    const { id, received } = await begin(video.length);
    expect(received).toBe(0);
    expect(await part(id, 0, video.subarray(0, 500))).toEqual({ received: 500 });
    // Its answer was lost and it is sent again; then one comes too early.
    expect(await part(id, 0, video.subarray(0, 500))).toEqual({ received: 500 });
    expect(await part(id, 700, video.subarray(700, 900))).toEqual({ received: 500 });
    await expect(finish(id)).rejects.toThrow(Conflict);
    // The page was loaded anew.
    expect(await begin(video.length, id)).toMatchObject({ received: 500, mediaId: null });
    await part(id, 500, video.subarray(500));
    const [made, again] = await Promise.all([finish(id), finish(id)]);
    expect(made).toMatchObject({ sort: "video", fileName: "phóng sự.mp4", described: false });
    expect(again.id).toBe(made.id);
    expect(Buffer.from((await readFile(made.id))!).equals(video)).toBe(true);
    expect(await begin(video.length, id)).toMatchObject({ received: video.length, mediaId: made.id });
  });

  test("is nobody else's to go on with, to end or to give up", async () => {
    const { id } = await begin(1000);
    await expect(part(id, 0, wavOf(1).subarray(0, 100), editor)).rejects.toThrow(NotFound);
    await expect(as(editor, (w) => finishUpload(w, { id, facts: null }))).rejects.toThrow(NotFound);
    await expect(as(editor, (w) => dropUpload(w, { id }))).rejects.toThrow(NotFound);
    await expect(part(id, 0, wavOf(1).subarray(0, 100), auditor)).rejects.toThrow(Forbidden);
    await expect(
      as(editor, (w) => beginUpload(w, { id, fileName: "a", bytes: 5, fingerprint: "" })),
    ).rejects.toThrow(NotFound);
  });

  test("is refused at its first part when the library does not take such files, and never grows beyond what was said", async () => {
    const page = Buffer.from("<!doctype html><script>alert(1)</script>");
    const { id } = await begin(page.length);
    await expect(part(id, 0, page)).rejects.toThrow("là trang web");
    expect(await receivedBytes(id)).toBe(0);
    const sound = await begin(1000);
    await expect(part(sound.id, 0, wavOf(1))).rejects.toThrow("dài hơn");
  });

  test("loses the path and the hidden marks of its name, and is one form of Unicode", async () => {
    const made = await whole(wavOf(1), "../../bản\u202Etin.wav".normalize("NFD"));
    expect(made.fileName).toBe("bảntin.wav");
  });

  test("left half-way is given up after two days, and what nobody names goes too", async () => {
    const { id } = await begin(1000);
    await part(id, 0, wavOf(1).subarray(0, 400));
    const fresh = await begin(1000);
    await part(fresh.id, 0, wavOf(1).subarray(0, 400));
    await db.pool.query("update media_upload set seen_at = now() - interval '3 days' where id = $1", [id]);
    const old = new Date(Date.now() - 3 * 86_400_000);
    await sweepUploads(db.database);
    expect([await receivedBytes(id), await receivedBytes(fresh.id)]).toEqual([0, 400]);
    await as(writer, (w) => dropUpload(w, { id: fresh.id }));
    expect(await receivedBytes(fresh.id)).toBe(0);
    const nobodys = uuidv7();
    writeFileSync(receivingPath(nobodys), "left by a kill");
    utimesSync(receivingPath(nobodys), old, old);
    await sweepUploads(db.database);
    expect(await receivedBytes(nobodys)).toBe(0);
  });
});

describe("limits of the settings", () => {
  test("are told in words: of a sort at its first part, of the whole store at the beginning", async () => {
    const { media } = readConfig({ GANDAN_MEDIA_AUDIO_MB: "1", GANDAN_MEDIA_VIDEO_MB: "1" });
    try {
      limitMediaTo(media);
      const { id } = await begin(2 * 1024 * 1024);
      await expect(part(id, 0, wavOf(1))).rejects.toThrow("lớn hơn 1 MB");
      limitMediaTo({ ...media, store: 1000 });
      await expect(begin(2000)).rejects.toThrow("không đủ chỗ");
    } finally {
      limitMediaTo(readConfig({}).media);
    }
  });
});

test("of a picture the original is kept beside what is shown, which has neither place nor camera", async () => {
  const original = await sharp({ create: { width: 2400, height: 1200, channels: 3, background: "#9b1c1c" } })
    .withExif({ IFD0: { Make: "Máy ảnh mẫu" }, IFD3: { GPSLatitude: "21/1 11/1 0/1" } })
    .jpeg()
    .toBuffer();
  const { id } = await whole(original, "hội nghị.jpg");
  expect(Buffer.from((await readFile(originalKey(id)))!).equals(original)).toBe(true);
  const shown = Buffer.from((await readFile(id))!);
  expect((await sharp(shown).metadata()).exif).toBeUndefined();
  expect(shown.includes("Máy ảnh mẫu")).toBe(false);
});
