import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { Hono } from "hono";
import sharp from "sharp";
import { beforeAll, expect, test } from "vitest";
import { SAMPLE_AGENCY_ID, sampleUnitId } from "#organization";
import { sampleObligationId } from "#plan";
import { Forbidden } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { keepFilesIn, readFile } from "#platform/files/files.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { type AiUse, noAi } from "../../ai-use/ai-use.ts";
import { approveContent } from "../../approve-content.ts";
import { draftContent } from "../../draft-content.ts";
import { makeInfographic } from "../../infographics/make-infographic.ts";
import { markedOutlines } from "../../infographics/marked-outlines.ts";
import { fields, newsroomOf, ownTitle, people } from "../../newsroom.fixture.ts";
import { publishDueContent } from "../../publish-due-content.ts";
import { publishedBySlug } from "../../published.ts";
import { scheduleContent } from "../../schedule-content.ts";
import { submitForReview } from "../../submit-for-review.ts";
import { infographicPicture } from "../../tables.ts";
import { serveMedia } from "../serve-media.ts";
import { uploadMedia } from "../upload-media.ts";
import { markOfPicture } from "./mark-of-picture.ts";
import { statePictureAi } from "./state-picture-ai.ts";

let db: TestDatabase;
const site = new Hono();
beforeAll(async () => {
  db = await testDatabase("sample");
  keepFilesIn(mkdtempSync(join(tmpdir(), "gandan-marks-")));
  serveMedia(site, db.database);
});
const { as, exact, item } = newsroomOf(() => db.database);
const { writer, head, editor, clerk, auditor } = people;

const facts = {
  alt: "Chùm vải đầu mùa",
  decorative: false,
  credit: "Trần Văn Mẫu",
  source: null,
  licence: "own",
  consent: "not-needed",
  consentReference: null,
} as const;
const colours = (channels: 3 | 4) => ({
  create: { width: 801, height: 533, channels, background: { r: 155, g: 20, b: 32, alpha: 0.5 } },
});
const upload = async (channels: 3 | 4 = 3) => {
  const made = sharp(colours(channels)).withExif({ IFD3: { GPSLatitude: "21/1 11/1 10/1" } });
  const bytes = await (channels === 4 ? made.png() : made.jpeg()).toBuffer();
  return (await as(writer, (w) => uploadMedia(w, { bytes, fileName: "vai.jpg", ...facts }))).id;
};
const publish = async (imageId: string, aiUse: AiUse) => {
  const id = await as(writer, (w) =>
    draftContent(w, {
      kind: "news",
      unitId: sampleUnitId("phong-mau-a"),
      fields: fields(ownTitle("Tin"), { imageId, imageAlt: "Chùm vải", aiUse }),
      obligationIds: [sampleObligationId("II.4.2-a")],
    }),
  );
  const { revisionId } = await exact(id);
  await as(writer, (w) => submitForReview(w, { id, revisionId }));
  const reviewed = await exact(id);
  await as(editor, (w) => approveContent(w, reviewed));
  await as(clerk, (w) => scheduleContent(w, { id, at: null }));
  await publishDueContent(db.database, new Date(Date.now() + 60_000));
  return id;
};
const served = async (path: string) => {
  const answer = await site.request(path);
  expect(answer.status, path).toBe(200);
  return { bytes: Buffer.from(await answer.arrayBuffer()), etag: answer.headers.get("etag") };
};
/** What a reader of metadata finds in a served file, whose pixels are those that are kept. */
const xmpOf = async (path: string) => {
  const { bytes } = await served(path);
  const { xmp, exif, width } = await sharp(bytes).metadata();
  expect([exif, width]).toEqual([undefined, expect.any(Number)]);
  await sharp(bytes, { failOn: "warning" }).raw().toBuffer();
  return xmp?.toString() ?? null;
};
const formsOf = (id: string) => [`/media/${id}`, `/media/${id}/640`, `/media/${id}/the.jpg`];

const drawnByAi: AiUse = {
  use: "assisted",
  tool: "Máy vẽ <mẫu> & 2",
  purposes: ["picture"],
  checkedBy: "Nguyễn Văn Mẫu",
  label: "Ảnh trong bài có phần do AI tạo",
};

test("what a text declares of its pictures stands in every file of them that is served, JPEG, PNG and WebP", async () => {
  for (const channels of [3, 4] as const) {
    const id = await upload(channels);
    await publish(id, drawnByAi);
    for (const path of formsOf(id)) {
      const xmp = await xmpOf(path);
      expect(xmp, path).toContain(
        "<Iptc4xmpExt:DigitalSourceType>http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia<",
      );
      expect(xmp, path).toContain("<Iptc4xmpExt:AISystemUsed>Máy vẽ &lt;mẫu&gt; &amp; 2<");
      expect(xmp, path).toContain("<photoshop:Instructions>Ảnh trong bài có phần do AI tạo<");
    }
    const [kept, given] = [await readFile(id), (await served(`/media/${id}`)).bytes];
    const pixels = (bytes: Uint8Array) => sharp(bytes).raw().toBuffer();
    expect((await pixels(kept!)).equals(await pixels(given))).toBe(true);
  }
});

test("an AI that wrote the text makes no picture one of an AI; none is told where none was used", async () => {
  const [ofText, ofNone] = [await upload(), await upload()];
  await publish(ofText, { ...drawnByAi, purposes: ["drafting"], label: "Bài có phần do AI soạn" });
  await publish(ofNone, noAi);
  const xmp = await xmpOf(`/media/${ofText}`);
  expect(xmp).toContain("Bài có ảnh này: Bài có phần do AI soạn");
  expect(xmp).not.toContain("DigitalSourceType");
  expect(await xmpOf(`/media/${ofNone}`)).toBeNull();
});

test("what is said of the picture itself stands above its text, on the page and in the file, at once", async () => {
  const id = await upload();
  const itemId = await publish(id, noAi);
  const before = await served(`/media/${id}/640`);
  const say = (part: "none" | "generated", who = writer, tool = "Máy vẽ mẫu", label = "Ảnh do AI tạo") =>
    as(who, (w) => statePictureAi(w, { id, part, tool, label }));
  await expect(say("generated", auditor)).rejects.toThrow(Forbidden);
  await expect(say("generated", head, "")).rejects.toThrow("tên công cụ");
  await expect(say("generated", writer, "Máy vẽ mẫu", "")).rejects.toThrow("phải có nhãn");
  await say("generated");
  for (const path of formsOf(id))
    expect(await xmpOf(path)).toContain("digitalsourcetype/trainedAlgorithmicMedia<");
  expect((await served(`/media/${id}/640`)).etag).not.toBe(before.etag);
  const { slug } = await item(itemId);
  const page = await publishedBySlug(db.database, SAMPLE_AGENCY_ID, slug!);
  expect(page).toMatchObject({
    image: { credit: "Trần Văn Mẫu. Ảnh do AI tạo", digitalSource: "TrainedAlgorithmicMediaDigitalSource" },
  });
  await say("none");
  expect((await served(`/media/${id}/640`)).bytes.equals(before.bytes)).toBe(true);
  // A text that shows it and says that none was used is held back; one that declares it is not.
  await say("generated");
  const held = { issues: [{ field: "aiUse", key: `ai-picture:${id}` }] };
  await expect(publish(id, noAi)).rejects.toMatchObject(held);
  await publish(id, drawnByAi);
});

test("a table drawn by the product says so in its pixels and its outlines", async () => {
  const id = await as(writer, (w) =>
    makeInfographic(w, {
      id: uuidv7(),
      template: "ranking",
      title: "Hồ sơ đúng hạn",
      rows: [
        { name: "Thư viện", value: "99%" },
        { name: "Di sản", value: "98%" },
      ],
      source: "Báo cáo",
      day: null,
      shapes: ["post"],
      articleId: null,
      replacesId: null,
      facts: { alt: "Thư viện 99%", credit: null, source: "Báo cáo", licence: "own" },
    }),
  );
  const { svg } = await markedOutlines(db.database, SAMPLE_AGENCY_ID, { id, shape: "post" });
  expect(svg).toMatch(/^<svg[^>]*><metadata><x:xmpmeta .*digitalsourcetype\/dataDrivenMedia</u);
  expect((await sharp(Buffer.from(svg)).metadata()).format).toBe("svg");
  const [{ mediaId } = { mediaId: "" }] = await db.database
    .select()
    .from(infographicPicture)
    .where(eq(infographicPicture.infographicId, id));
  const asked = { id: mediaId, agencyId: SAMPLE_AGENCY_ID, isPublic: false, ai: null };
  expect(await markOfPicture(db.database, asked)).toContain("dataDrivenMedia");
});
