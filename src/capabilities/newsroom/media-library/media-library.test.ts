import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crc32, deflateSync } from "node:zlib";
import { OpenAPIHandler } from "@orpc/openapi/fetch";
import { Hono } from "hono";
import pg from "pg";
import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import { SAMPLE_AGENCY_ID, sampleUnitId } from "#organization";
import { sampleObligationId } from "#plan";
import type { Actor } from "#platform/auth/actor.ts";
import { Forbidden, NotFound, type Unacceptable } from "#platform/auth/policy.ts";
import { root } from "#platform/config/root.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { keepFilesIn, readFile } from "#platform/files/files.ts";
import type { ApiContext } from "#platform/http/api-context.ts";
import { rawPdf } from "#platform/official-document/read/pdf/raw-pdf.fixture.ts";
import { renderRichText, richTextSchema } from "#platform/rich-text/render-rich-text.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { approveContent } from "../approve-content.ts";
import type { ContentFields } from "../content-fields.ts";
import { correctContent, decideCorrection } from "../correct-content.ts";
import { draftContent } from "../draft-content.ts";
import { fields, newsroomOf, ownTitle, people } from "../newsroom.fixture.ts";
import { publishDueContent } from "../publish-due-content.ts";
import { type PublishedImage, publishedBySlug } from "../published.ts";
import { saveContent } from "../save-content.ts";
import { scheduleContent } from "../schedule-content.ts";
import { submitForReview } from "../submit-for-review.ts";
import { removeContent, withdrawContent } from "../withdraw-content.ts";
import { captionMedia } from "./caption-media.ts";
import { partAround } from "./crops.ts";
import { describeMedia, type MediaFacts } from "./describe-media.ts";
import { listMedia } from "./media-queries.ts";
import { originalRoutes } from "./originals/routes.ts";
import { videoOf, wavOf } from "./recordings.fixture.ts";
import { renditionOf } from "./renditions.ts";
import { mediaIssues } from "./rights.ts";
import { serveMedia } from "./serve-media.ts";
import { setFocus } from "./set-focus.ts";
import { setPoster } from "./set-poster.ts";
import { uploadMedia } from "./upload-media.ts";

let db: TestDatabase;
const site = new Hono();
beforeAll(async () => {
  db = await testDatabase("sample");
  keepFilesIn(mkdtempSync(join(tmpdir(), "gandan-files-")));
  serveMedia(site, db.database);
});
const { as, exact, item } = newsroomOf(() => db.database);
const { writer, head, editor, leader, clerk, auditor } = people;

const inOrder: MediaFacts = {
  alt: "Bộ phận Một cửa",
  decorative: false,
  credit: null,
  source: null,
  licence: "own",
  consent: "not-needed",
  consentReference: null,
};
const red = (width = 1600, height = 1000) =>
  sharp({ create: { width, height, channels: 3, background: "#9b1420" } })
    .jpeg()
    .toBuffer();
const upload = async (facts: Partial<MediaFacts> = {}, bytes?: Uint8Array) => {
  const picture = bytes ?? (await red());
  return as(writer, (w) => uploadMedia(w, { bytes: picture, fileName: "ảnh.jpg", ...inOrder, ...facts }));
};
const withPicture = (id: string): ContentFields["body"] => ({
  type: "doc",
  content: [
    ...fields("").body.content!,
    { type: "image", attrs: { src: `/media/${id}`, alt: "Bộ phận Một cửa", width: 1600, height: 1000 } },
  ],
});
const approvedWith = async (part: Partial<ContentFields>) => {
  const id = await as(writer, (w) =>
    draftContent(w, {
      kind: "news",
      unitId: sampleUnitId("phong-mau-a"),
      fields: fields(ownTitle("Bài có ảnh"), part),
      obligationIds: [sampleObligationId("II.4.2-a")],
    }),
  );
  const { currentRevisionId: revisionId } = await item(id);
  await as(writer, (w) => submitForReview(w, { id, revisionId }));
  const reviewed = await exact(id);
  await as(editor, (w) => approveContent(w, reviewed));
  return id;
};
const schedule = (id: string) => as(clerk, (w) => scheduleContent(w, { id, at: null }));
const published = async (part: Partial<ContentFields>) => {
  const id = await approvedWith(part);
  await schedule(id);
  await publishDueContent(db.database, new Date(Date.now() + 60_000));
  return id;
};
const missing = async (id: string) =>
  ((await schedule(id).catch((error: unknown) => error)) as Unacceptable).issues?.map(
    ({ message }) => message,
  );
const statusOf = async (path: string) => (await site.request(path)).status;

describe("a picture that is uploaded", () => {
  test("is written anew: upright, small enough, without what the camera knew", async () => {
    const original = await sharp({
      create: { width: 3000, height: 1500, channels: 3, background: "#9b1c1c" },
    })
      .withExif({ IFD0: { Make: "Máy ảnh", Copyright: "ai đó" } })
      .jpeg()
      .toBuffer();
    const made = await upload({}, original);
    expect(made).toMatchObject({ width: 2000, height: 1000, contentType: "image/jpeg" });
    expect((await sharp((await readFile(made.id))!).metadata()).exif).toBeUndefined();
  });

  test("tells in no form and of no format where and with what it was taken", async () => {
    const flat = { create: { width: 900, height: 600, channels: 4 as const, background: "#9b1c1c" } };
    const placed = () =>
      sharp(flat)
        .withExif({ IFD0: { Make: "Máy ảnh" }, IFD3: { GPSLatitude: "21/1 11/1 10/1" } })
        .withXmp("<x:xmpmeta xmlns:x='adobe:ns:meta/'><gps>21,11</gps></x:xmpmeta>");
    for (const bytes of await Promise.all([
      placed().png().toBuffer(),
      placed().webp().toBuffer(),
      placed().avif({ effort: 0 }).toBuffer(),
    ])) {
      expect((await sharp(bytes).metadata()).exif).toBeDefined();
      const { id } = await upload({}, bytes);
      const forms = [
        readFile(id),
        ...([640, "card", "news"] as const).map((form) => renditionOf(id, form, null)),
      ];
      for (const served of await Promise.all(forms)) {
        const { exif, xmp, iptc } = await sharp(served!).metadata();
        expect([exif, xmp, iptc]).toEqual([undefined, undefined, undefined]);
      }
    }
  });

  test("and is none is refused in one sentence and leaves nothing", async () => {
    const before = await db.pool.query("select count(*) from media_asset");
    for (const bytes of [
      Buffer.from("MZ là một chương trình"),
      Buffer.from("GIF89a hỏng"),
      Buffer.alloc(10),
    ]) {
      await expect(upload({}, bytes)).rejects.toThrow("không phải ảnh");
    }
    expect((await db.pool.query("select count(*) from media_asset")).rows).toEqual(before.rows);
  });

  test("and comes in a strange dress is refused in words that say what to do, or kept without what hid in it", async () => {
    const before = await db.pool.query("select count(*) from media_asset");
    const huge = await sharp({ create: { width: 8, height: 8, channels: 3, background: "#fff" } })
      .png()
      .toBuffer();
    for (const at of [16, 20]) huge.writeUInt32BE(20_000, at);
    huge.writeUInt32BE(crc32(huge.subarray(12, 29)), 29);
    const strange: [string | Buffer, string][] = [
      ["#!AMR\n<\x91\x17", "chọn kiểu M4A hoặc MP3"],
      ["<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", "xuất thành PNG"],
      ["<?xml version='1.0'?><svg onload='alert(1)'/>", "xuất thành PNG"],
      ["<!doctype html><script>alert(1)</script>", "là trang web"],
      ["GIF89a/*\x80\0\0*/=1;alert(1)", "không phải ảnh"],
      [huge, "60 triệu điểm ảnh"],
      [(await red()).subarray(0, 3000), "bị hỏng"],
    ];
    for (const [bytes, words] of strange)
      await expect(upload({}, Buffer.from(bytes as string, "latin1")), words).rejects.toThrow(words);
    expect((await db.pool.query("select count(*) from media_asset")).rows).toEqual(before.rows);
    const tail = Buffer.concat([await red(), Buffer.from("<script>alert(1)</script>")]);
    const kept = await as(writer, (w) =>
      uploadMedia(w, { bytes: tail, fileName: "a\u0309nh \u202egpj.exe\u200f.jpg", ...inOrder }),
    );
    expect(kept.fileName).toBe("ảnh gpj.exe.jpg");
    expect(Buffer.from((await readFile(kept.id))!).includes("<script>")).toBe(false);
    expect(
      await as(writer, (w) => uploadMedia(w, { bytes: tail, fileName: "\u202e", ...inOrder })),
    ).toMatchObject({
      fileName: "tep",
    });
  });

  test("says what it shows, or on purpose that it is a decoration", async () => {
    await expect(upload({ alt: "  " })).rejects.toThrow("Hãy mô tả ảnh");
    expect((await upload({ alt: "bỏ qua", decorative: true })).alt).toBe("");
  });

  test("sent twice, even at once, is one picture", async () => {
    const bytes = await red();
    const send = (uploadId: string) =>
      as(writer, (w) => uploadMedia(w, { bytes, fileName: "hai-lan.jpg", uploadId, ...inOrder }));
    const uploadId = uuidv7();
    const made = await Promise.all([send(uploadId), send(uploadId)]);
    const ids = new Set([...made, await send(uploadId)].map(({ id }) => id));
    expect(ids.size).toBe(1);
    expect(ids).not.toContain((await send(uuidv7())).id);
  });

  test("is not for those who only read", async () => {
    const bytes = await red();
    await expect(
      as(auditor, (w) => uploadMedia(w, { bytes, fileName: "a.jpg", ...inOrder })),
    ).rejects.toThrow(Forbidden);
  });
});

describe("the original of a picture", () => {
  const handler = new OpenAPIHandler<ApiContext>(originalRoutes);
  const request = async (actor: Actor, id: string, what = "") => {
    const asked = new Request(`http://localhost/media/${id}/original${what}`, {
      method: what === "" ? "POST" : "GET",
    });
    const { response } = await handler.handle(asked, {
      context: { database: db.database, actor, address: "127.0.0.1", headers: asked.headers },
    });
    return response!;
  };
  const taken = async (id: string) =>
    (
      await db.pool.query(
        "select person_name from audit_entry where act = 'take-media-original' and object_id = $1 order by at",
        [id],
      )
    ).rows.map((row) => row.person_name);

  test("goes as it came to its sender and the editors, to be kept and never opened, and who took it is known", async () => {
    const bytes = await sharp(await red(40, 30))
      .withExif({ IFD0: { Make: "Máy ảnh" }, IFD3: { GPSLatitude: "21/1 11/1 10/1" } })
      .toBuffer();
    const { id } = await as(writer, (w) =>
      uploadMedia(w, { bytes, fileName: "Ảnh “một cửa”.png", ...inOrder }),
    );
    expect(await (await request(auditor, id, "/facts")).json()).toEqual({
      original: { format: "JPEG", width: 40, height: 30, bytes: bytes.length, hasNotes: true },
    });
    for (const actor of [writer, editor]) {
      const answer = await request(actor, id);
      expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true);
      expect(Object.fromEntries(answer.headers)).toMatchObject({
        "content-type": "application/octet-stream",
        "content-disposition": 'attachment; filename="anh-mot-cua-goc.jpg"',
        "x-content-type-options": "nosniff",
        "content-security-policy": "default-src 'none'; sandbox",
        "cache-control": "private, no-store",
      });
    }
    for (const actor of [head, leader, clerk, auditor]) expect((await request(actor, id)).status).toBe(403);
    expect(await taken(id)).toEqual([writer.name, editor.name]);
  });

  test("is there of pictures alone", async () => {
    const { id } = await send(pdf, "quy-trinh.pdf");
    expect(await (await request(writer, id, "/facts")).json()).toEqual({ original: null });
    expect((await request(editor, id)).status).toBe(404);
    expect(await taken(id)).toEqual([]);
  });
});

const send = (bytes: Uint8Array, fileName: string, facts: Partial<MediaFacts> = {}) =>
  as(writer, (w) => uploadMedia(w, { bytes, fileName, ...inOrder, ...facts }));
const pdf = Buffer.from("%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n");

describe("a video, a recording, a document", () => {
  test("is what its content says, whatever its name, and its facts are read", async () => {
    const seen = { sort: "video", width: 320, height: 240 };
    expect(await send(await videoOf("mp4"), "anh.jpg")).toMatchObject({
      ...seen,
      contentType: "video/mp4",
      durationMs: 3000,
      videoCodec: "avc",
      audioCodec: "aac",
    });
    expect(await send(await videoOf("webm"), "phóng sự.mov")).toMatchObject({
      ...seen,
      contentType: "video/webm",
      durationMs: expect.any(Number),
      videoCodec: "vp8",
      audioCodec: "opus",
    });
    expect(await send(wavOf(2), "loa.pdf")).toMatchObject({
      sort: "audio",
      contentType: "audio/wav",
      width: 0,
      durationMs: 2000,
    });
    expect(await send(pdf, "quyết định.mp4")).toMatchObject({
      sort: "document",
      contentType: "application/pdf",
      bytes: pdf.length,
      pages: null,
      documentTitle: null,
    });
  });

  test("tells the pages and the title of a PDF, and nothing of one that cannot be read, locked, lying or packed to burst", async () => {
    const page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>";
    const told = async (title: string, count = 2, more: Parameters<typeof rawPdf>[0]["objects"] = []) => {
      const bytes = rawPdf({
        objects: [
          "<< /Type /Catalog /Pages 2 0 R >>",
          `<< /Type /Pages /Kids [3 0 R 3 0 R] /Count ${count} >>`,
          page,
          `<< /Title <feff${Buffer.from(title, "utf16le").swap16().toString("hex")}> >>`,
          ...more,
        ],
        trailer: "/Info 4 0 R",
      });
      const { pages, documentTitle } = await send(Buffer.from(bytes), "quy-trinh.pdf");
      return { pages, documentTitle };
    };
    const title = "Quy trình\u202e nội bộ <b>giải quyết</b>";
    expect(await told(title)).toEqual({ pages: 2, documentTitle: title.replace("\u202e", "") });
    expect(await told("Microsoft Word - quy trinh.docx")).toEqual({ pages: 2, documentTitle: null });
    // Counted, not believed.
    expect((await told("Khai man", 2_000_000_000)).pages).toBe(2);
    const bomb = deflateSync(Buffer.alloc(210_000_000, 32), { level: 1 });
    const packed = [{ dictionary: "/Type /ObjStm /N 9 /First 60 /Filter /FlateDecode", bytes: bomb }];
    expect((await told("Nén", 2, packed)).pages).toBe(2);
    const garbage = Buffer.concat([
      Buffer.from("%PDF-1.7\n"),
      Buffer.alloc(4000, "<<[("),
      Buffer.from("\n%%EOF\n"),
    ]);
    expect(await send(garbage, "hong.pdf")).toMatchObject({ sort: "document", pages: null });
  });

  test("loses the place where a phone filmed it, in notes and in a track of positions, and nothing else", async () => {
    const box = (type: string, ...parts: (Buffer | string)[]) => {
      const body = Buffer.concat(parts.map((part) => Buffer.from(part as string, "latin1")));
      const head = Buffer.alloc(8);
      head.writeUInt32BE(body.length + 8, 0);
      head.write(type, 4, "latin1");
      return Buffer.concat([head, body]);
    };
    const numbers = (...all: number[]) => {
      const bytes = Buffer.alloc(all.length * 4);
      all.forEach((number, index) => void bytes.writeUInt32BE(number, index * 4));
      return bytes;
    };
    const video = await videoOf("mp4");
    const where = "+21.1861+106.0763/";
    const positions = box("mdat", where, where);
    const at = video.indexOf("moov") - 4;
    const size = video.readUInt32BE(at);
    const start = video.length + 8 + where.length;
    const track = box(
      "trak",
      box(
        "mdia",
        box("hdlr", numbers(0, 0), "meta", numbers(0, 0, 0, 0)),
        box(
          "minf",
          box(
            "stbl",
            box("stsz", numbers(0, 0, 1, where.length)),
            box("stsc", numbers(0, 1, 1, 1, 1)),
            box("stco", numbers(0, 1, start)),
          ),
        ),
      ),
    );
    const note = box("udta", box("\xa9xyz", where));
    // The index goes to the end, after what it points at.
    const index = Buffer.concat([video.subarray(at, at + size), note, track]);
    index.writeUInt32BE(index.length, 0);
    const gone = Buffer.from(video);
    gone.write("free", at + 4, "latin1");
    const placed = Buffer.concat([gone, positions, index, box("uuid", "place:", where)]);
    const { id, durationMs } = await send(placed, "quay.mp4");
    const kept = Buffer.from((await readFile(id))!);
    expect([durationMs, kept.length]).toEqual([3000, placed.length]);
    expect(kept.subarray(0, start).equals(placed.subarray(0, start))).toBe(true);
    // What no track points at is data like any other.
    expect(kept.subarray(video.length + 8 + where.length).includes(where)).toBe(false);
  });

  test("that is broken, cut short or lies about its sizes is refused in one sentence", async () => {
    const lying = Buffer.from(await videoOf("mp4"));
    // Its index claims two gigabytes.
    lying.writeUInt32BE(0x7fffffff, lying.indexOf("moov") - 4);
    for (const bytes of [
      (await videoOf("webm")).subarray(0, 60),
      lying,
      Buffer.from("ID3 và không có gì nữa"),
      Buffer.from("\0\0\0\x20ftypisom"),
      wavOf(1).subarray(0, 20),
    ])
      await expect(send(bytes, "a.mp4")).rejects.toThrow("bị hỏng");
    await expect(send(pdf.subarray(0, 20), "a.pdf")).rejects.toThrow("PDF này bị hỏng");
    await expect(send(Buffer.from("<script>alert(1)</script>"), "a.mp3")).rejects.toThrow("là trang web");
  });

  test("says what it shows, cannot be a decoration or lead a text, and is kept from the public", async () => {
    await expect(send(wavOf(1), "a.wav", { alt: "", decorative: true })).rejects.toThrow("mô tả bản thu");
    const { id } = await send(await videoOf("mp4"), "a.mp4");
    await expect(approvedWith({ imageId: id })).rejects.toThrow("không có trong kho ảnh");
    expect(await statusOf(`/media/${id}`)).toBe(404);
  });
});

describe("a video that may be published", () => {
  const vtt = "WEBVTT\n\n00:00.500 --> 00:01.500\nXin chào.";
  test("has captions, or is said to be without speech; a recording has its text", async () => {
    const wanting = async (id: string, stated: object) =>
      mediaIssues(
        await as(writer, (w) =>
          captionMedia(w, { id, captions: null, transcript: null, hasSpeech: true, ...stated }),
        ),
      ).map(({ field }) => field);
    const video = await send(await videoOf("mp4"), "a.mp4");
    expect(await wanting(video.id, {})).toEqual(["captions"]);
    expect(await wanting(video.id, { hasSpeech: false })).toEqual([]);
    expect(await wanting(video.id, { captions: vtt })).toEqual([]);
    const sound = await send(wavOf(1), "a.wav");
    expect(await wanting(sound.id, { captions: vtt })).toEqual(["transcript"]);
    expect(await wanting(sound.id, { transcript: "Xin chào." })).toEqual([]);
    await expect(wanting(video.id, { captions: "01:00 --> 02:00" })).rejects.toThrow("phụ đề");
    const picture = await upload();
    await expect(wanting(picture.id, {})).rejects.toThrow("Chỉ video và bản thu");
  });

  test("is served in the pieces that a player asks for, with captions and a still picture, and nothing that could run", async () => {
    const bytes = await videoOf("mp4");
    const { id } = await send(bytes, "a.mp4");
    await as(writer, (w) => captionMedia(w, { id, captions: vtt, transcript: "Xin chào.", hasSpeech: true }));
    const still = await red(320, 240);
    await as(writer, (w) => setPoster(w, { id, bytes: still }));
    await expect(as(writer, (w) => setPoster(w, { id, bytes: Buffer.from("<svg/>") }))).rejects.toThrow(
      "không đọc được",
    );
    const paths = ["", "/captions.vtt", "/poster.jpg"].map((tail) => `/media/${id}${tail}`);
    expect(await Promise.all(paths.map(statusOf))).toEqual([404, 404, 404]);
    const item = await published({ body: withPicture(id) });
    expect(await Promise.all([...paths, `/media/${id}/640`].map(statusOf))).toEqual([200, 200, 200, 404]);
    const piece = await site.request(paths[0]!, { headers: { range: "bytes=10-19" } });
    expect([piece.status, piece.headers.get("content-range"), piece.headers.get("content-length")]).toEqual([
      206,
      `bytes 10-19/${bytes.length}`,
      "10",
    ]);
    expect(Buffer.from(await piece.arrayBuffer()).equals(bytes.subarray(10, 20))).toBe(true);
    const beyond = await site.request(paths[0]!, { headers: { range: `bytes=${bytes.length}-` } });
    expect([beyond.status, beyond.headers.get("content-range")]).toEqual([416, `bytes */${bytes.length}`]);
    for (const path of paths) {
      const { headers } = await site.request(path);
      expect(headers.get("content-security-policy")).toBe("default-src 'none'; sandbox");
      expect(headers.get("x-content-type-options")).toBe("nosniff");
    }
    expect((await site.request(paths[1]!)).headers.get("content-type")).toBe("text/vtt; charset=utf-8");
    await as(leader, (w) => removeContent(w, { id: item, reason: "Sai" }));
    expect(await Promise.all(paths.map(statusOf))).toEqual([404, 404, 404]);
  });

  test("stands on a page with its player, captions and text, and plays by itself nowhere", () => {
    const attrs = {
      src: "/media/0192f0c0-0000-7000-8000-000000000001",
      label: 'Phóng sự "mới"',
      caption: "Ở xã <Mẫu>",
      width: 320,
      height: 240,
      poster: true,
      captions: true,
      transcript: "Xin chào.\n<script>alert(1)</script>",
    };
    const html = renderRichText({ type: "doc", content: [{ type: "video", attrs }] });
    expect(html).toContain('controls="controls" preload="none"');
    expect(html).toContain(
      '<track kind="captions" src="/media/0192f0c0-0000-7000-8000-000000000001/captions.vtt"',
    );
    expect(html).toContain("<summary>Lời thoại</summary><p>Xin chào.</p>");
    expect(html).not.toMatch(/autoplay|<script/);
    expect(
      renderRichText({ type: "doc", content: [{ type: "audio", attrs: { src: "https://x/a.mp3" } }] }),
    ).toBe("");
    // Nobody can type one into a text.
    expect(richTextSchema.safeParse({ type: "doc", content: [{ type: "video", attrs }] }).success).toBe(
      false,
    );
  });
});

describe("rights and consent", () => {
  test("are wanted before publishing, picture by picture, leading or in the text", async () => {
    const bare = await upload({ alt: "Quầy mới", licence: null, consent: "missing" });
    const free = await upload({ alt: "Cổng làng", licence: "free" });
    const id = await approvedWith({ imageId: bare.id, imageAlt: "Quầy mới", body: withPicture(free.id) });
    expect(await missing(id)).toEqual([
      "Ảnh “Quầy mới” chưa ghi quyền sử dụng, chưa có đồng ý của người trong ảnh.",
      "Ảnh “Cổng làng” chưa ghi tác giả, chưa ghi nguồn.",
    ]);
    await as(writer, (w) => describeMedia(w, { ...inOrder, alt: "Quầy mới", id: bare.id }));
    const named = {
      ...inOrder,
      id: free.id,
      licence: "free",
      credit: "Lê Thị Mẫu",
      source: "CC BY 4.0",
    } as const;
    await as(editor, (w) => describeMedia(w, named));
    expect(await schedule(id)).toBeInstanceOf(Date);
  });

  test("consent on file says where", async () => {
    await expect(upload({ consent: "on-file", consentReference: " " })).rejects.toThrow("nơi lưu");
    expect(await upload({ consent: "on-file", consentReference: "Phiếu số 12" })).toMatchObject({
      consentReference: "Phiếu số 12",
    });
  });

  test("are stated by who uploaded the picture or who answers for the portal, and recorded", async () => {
    const { id } = await as(editor, async (w) =>
      uploadMedia(w, { bytes: await red(), fileName: "b.jpg", ...inOrder }),
    );
    await expect(as(writer, (w) => describeMedia(w, { ...inOrder, id }))).rejects.toThrow(
      "Ảnh do người khác tải lên",
    );
    await expect(as(auditor, (w) => describeMedia(w, { ...inOrder, id }))).rejects.toThrow(Forbidden);
    await as(head, (w) => describeMedia(w, { ...inOrder, id, credit: "Trần Văn Thí Dụ" }));
    await expect(as(head, (w) => describeMedia(w, { ...inOrder, id: uuidv7() }))).rejects.toThrow(NotFound);
    const { rows } = await db.pool.query(
      "select after->>'credit' as credit from audit_entry where act = 'describe-media' and object_id = $1",
      [id],
    );
    expect(rows).toEqual([{ credit: "Trần Văn Thí Dụ" }]);
  });

  test("lost between the decision and its time hold the text back, approved, and its people are told once", async () => {
    const picture = await upload({ consent: "on-file", consentReference: "Phiếu số 3" });
    const id = await approvedWith({ imageId: picture.id });
    await schedule(id);
    await as(writer, (w) => describeMedia(w, { ...inOrder, id: picture.id, consent: "missing" }));
    const later = new Date(Date.now() + 60_000);
    await publishDueContent(db.database, later);
    await publishDueContent(db.database, later);
    expect(await item(id)).toMatchObject({ state: "approved", scheduledAt: null });
    const { rows } = await db.pool.query("select title from notice where cause like $1 and person_id = $2", [
      `content-held-back:${id}:%`,
      writer.personId,
    ]);
    expect(rows).toEqual([{ title: expect.stringContaining("chưa có đồng ý của người trong ảnh") }]);
  });

  test("lost by a picture that the public sees are told to the editors", async () => {
    const picture = await upload({ consent: "on-file", consentReference: "Phiếu số 4" });
    await published({ imageId: picture.id });
    const withdrawn = { ...inOrder, id: picture.id, consent: "missing" } as const;
    await as(writer, (w) => describeMedia(w, withdrawn));
    await as(writer, (w) => describeMedia(w, withdrawn));
    const { rows } = await db.pool.query(
      "select count(*)::int as told from notice where cause like $1 and person_id = $2",
      [`media-lost-right:${picture.id}:%`, editor.personId],
    );
    expect(rows).toEqual([{ told: 1 }]);
  });
});

test("a text leads only with a picture of its agency's library", async () => {
  await expect(approvedWith({ imageId: uuidv7() })).rejects.toThrow("không có trong kho ảnh");
});

describe("the words of a leading picture", () => {
  test("belong to the text that was approved, whatever the library says later", async () => {
    const picture = await upload();
    const id = await published({ imageId: picture.id, imageAlt: "Quầy tiếp nhận hồ sơ" });
    await as(writer, (w) => describeMedia(w, { ...inOrder, id: picture.id, alt: "Chữ khác" }));
    const { slug } = await item(id);
    expect(await publishedBySlug(db.database, SAMPLE_AGENCY_ID, slug!)).toMatchObject({
      image: {
        alt: "Quầy tiếp nhận hồ sơ",
        card: { path: `/media/${picture.id}/the.jpg`, width: 1200, height: 630 },
      },
    });
  });
});

describe("at its address a picture", () => {
  test("is nobody's but the agency's until a live text shows it, in every form", async () => {
    const picture = await upload();
    const id = await approvedWith({ body: withPicture(picture.id) });
    const paths = ["", "/640", "/1080", "/the.jpg"].map((form) => `/media/${picture.id}${form}`);
    expect(await Promise.all(paths.map(statusOf))).toEqual([404, 404, 404, 404]);
    await schedule(id);
    await publishDueContent(db.database, new Date(Date.now() + 60_000));
    expect(await Promise.all(paths.map(statusOf))).toEqual([200, 200, 200, 200]);
    expect(await statusOf(`/media/${uuidv7()}`)).toBe(404);
  });

  test("comes narrower as WebP, and as a link card of 1200 × 630 under one megabyte whatever its shape", async () => {
    const noise = await sharp({
      create: {
        width: 900,
        height: 1800,
        channels: 3,
        background: "#fff",
        noise: { type: "gaussian", mean: 128, sigma: 90 },
      },
    })
      .jpeg({ quality: 100 })
      .toBuffer();
    const picture = await upload({}, noise);
    await published({ imageId: picture.id });
    const formOf = async (form: string) => {
      const answer = await site.request(`/media/${picture.id}${form}`);
      const bytes = Buffer.from(await answer.arrayBuffer());
      return { ...(await sharp(bytes).metadata()), bytes: bytes.length, headers: answer.headers };
    };
    expect(await formOf("/640")).toMatchObject({ format: "webp", width: 640 });
    const card = await formOf("/the.jpg");
    expect(card).toMatchObject({ format: "jpeg", width: 1200, height: 630 });
    expect(card.bytes).toBeLessThanOrEqual(1_000_000);
    const etag = card.headers.get("etag")!;
    const again = await site.request(`/media/${picture.id}/the.jpg`, { headers: { "if-none-match": etag } });
    expect(again.status).toBe(304);
  });

  test("stays while any live text shows it: a correction, a removal take it away, a withdrawal does not", async () => {
    const [old, next] = [await upload(), await upload()];
    const one = await published({ imageId: old.id });
    const two = await published({ body: withPicture(old.id) });
    const fresh = fields("Bản sửa có ảnh mới", { imageId: next.id });
    const { currentRevisionId } = await item(one);
    await as(writer, (w) =>
      saveContent(w, { id: one, saveId: uuidv7(), baseRevisionId: currentRevisionId, fields: fresh }),
    );
    await as(writer, (w) => correctContent(w, { id: one, note: "Đổi ảnh" }));
    expect(await statusOf(`/media/${next.id}`)).toBe(404);
    const reviewed = await exact(one);
    await as(editor, (w) => decideCorrection(w, { ...reviewed, accepted: true, reason: "" }));
    expect([await statusOf(`/media/${next.id}`), await statusOf(`/media/${old.id}`)]).toEqual([200, 200]);
    await as(leader, (w) => withdrawContent(w, { id: two, reason: "Sai" }));
    expect(await statusOf(`/media/${old.id}`)).toBe(200);
    await as(leader, (w) => removeContent(w, { id: two, reason: "Có thông tin cá nhân" }));
    expect([await statusOf(`/media/${next.id}`), await statusOf(`/media/${old.id}`)]).toEqual([200, 404]);
  });

  test("is known from the texts that were live before the table was", async () => {
    const state = async () =>
      (
        await db.pool.query(
          // Media beside the text came later than the table.
          `select p.media_id, p.item_id, p.revision_id from public_media p
           join content_revision r on r.id = p.revision_id
           where not r.media @> jsonb_build_array(jsonb_build_object('mediaId', p.media_id))
           order by 1, 2`,
        )
      ).rows;
    const kept = await state();
    expect(kept.length).toBeGreaterThan(5);
    const migration = readFileSync(
      join(root, "migrations/0013-pictures-name-their-rights-and-where-they-are-public.sql"),
      "utf8",
    );
    const backfill = /insert into public_media[\s\S]*?;/.exec(migration)![0];
    const owner = new pg.Client({ connectionString: db.ownerUrl });
    await owner.connect();
    await owner.query("delete from public_media");
    await owner.query(backfill);
    await owner.end();
    expect(await state()).toEqual(kept);
  });
});

describe("the point that matters in a picture", () => {
  /** Red on the left, blue on the right. */
  const halves = async () => {
    const half = { create: { width: 800, height: 900, channels: 3 as const, background: "#c00000" } };
    return sharp(half).extend({ right: 800, background: "#0000c0" }).png().toBuffer();
  };
  const meanOf = async (path: string) => {
    const { channels } = await sharp(Buffer.from(await (await site.request(path)).arrayBuffer())).stats();
    return channels.map(({ mean }) => Math.round(mean / 96));
  };

  test("stays in every cut; an address names its cut, and one of another point leads to the cut of today", async () => {
    const { id } = await upload({}, await halves());
    const item = await published({ imageId: id });
    const { slug } = (await db.pool.query("select slug from content_item where id = $1", [item])).rows[0];
    const imageNow = async () => {
      const article = await publishedBySlug(db.database, SAMPLE_AGENCY_ID, slug);
      return (article as { image: PublishedImage }).image;
    };
    const sawBefore = await imageNow();
    expect(await statusOf(sawBefore.card.path)).toBe(200);
    const set = (x: number) => as(writer, (w) => setFocus(w, { id, focus: { x, y: 50 } }));
    await set(10);
    const left = await imageNow();
    expect(left.card.path).toBe(`/media/${id}/the-10-50.jpg`);
    const cuts = [`/media/${id}/vuong-10-50.jpg`, `/media/${id}/doc-10-50.jpg`, left.list.squarePath];
    expect(await Promise.all(cuts.map(meanOf))).toEqual(cuts.map(() => [2, 0, 0]));
    await set(100);
    const right = await imageNow();
    expect(await meanOf(right.list.squarePath)).toEqual([0, 0, 2]);
    for (const old of [sawBefore.card.path, left.card.path, `/media/${id}/the-99-1.jpg`]) {
      const answer = await site.request(old);
      expect([answer.status, answer.headers.get("location")]).toEqual([302, right.card.path]);
    }
    const { rows } = await db.pool.query(
      "select count(*)::int as told from audit_entry where act = 'set-media-focus' and object_id = $1",
      [id],
    );
    await set(100);
    expect(rows).toEqual([{ told: 2 }]);
  });

  test("is set by those who may describe the picture, within it, and of pictures alone", async () => {
    const { id } = await as(editor, async (w) =>
      uploadMedia(w, { bytes: await red(), fileName: "b.jpg", ...inOrder }),
    );
    const focus = { x: 0, y: 0 };
    await expect(as(writer, (w) => setFocus(w, { id, focus }))).rejects.toThrow("người khác tải lên");
    await expect(as(editor, (w) => setFocus(w, { id, focus: { x: 101, y: 0 } }))).rejects.toThrow();
    const sound = await send(wavOf(1), "a.wav");
    await expect(as(writer, (w) => setFocus(w, { id: sound.id, focus }))).rejects.toThrow("Chỉ ảnh");
  });

  test.each([
    [
      { x: 0, y: 0 },
      { left: 0, top: 0, width: 600, height: 600 },
    ],
    [
      { x: 50, y: 50 },
      { left: 200, top: 0, width: 600, height: 600 },
    ],
    [
      { x: 100, y: 3 },
      { left: 400, top: 0, width: 600, height: 600 },
    ],
  ])("%j gives the nearest part within the edges", (focus, part) => {
    const picture = { width: 1000, height: 600 };
    expect(partAround(picture, { width: 1, height: 1 }, focus)).toEqual(part);
  });
});

describe("the library", () => {
  test("finds pictures by any of their words without diacritics, the newest first, page by page", async () => {
    const first = await upload({ alt: "Đoàn kiểm tra ở xã Thí Dụ", credit: "Vũ Thị Mẫu" });
    const second = await upload({ alt: "Tập huấn ở xã Thí Dụ", source: "Báo cáo năm" });
    const found = async (q: string, before?: string) =>
      (await listMedia(db.database, SAMPLE_AGENCY_ID, { q, before })).rows.map(({ id }) => id);
    expect(await found("xa THI du")).toEqual([second.id, first.id]);
    expect(await found("doan vu")).toEqual([first.id]);
    expect(await found("bao cao nam")).toEqual([second.id]);
    expect(await found("xa thi du", second.id)).toEqual([first.id]);
    expect(await found("100%_")).toEqual([]);
    expect((await listMedia(db.database, uuidv7(), { q: "" })).rows).toEqual([]);
  });
});
