import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import { SAMPLE_AGENCY_ID, sampleUnitId } from "#organization";
import { NotFound } from "#platform/auth/policy.ts";
import { keepFilesIn, readFile, removeFiles } from "#platform/files/files.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { discardDraft } from "../../discard-draft.ts";
import { draftContent } from "../../draft-content.ts";
import { fields, newsroomOf, people } from "../../newsroom.fixture.ts";
import { findSimilar } from "../likeness/find-similar.ts";
import { keepMissingLikenesses } from "../likeness/keep-likeness.ts";
import { listMedia, oneOfLibrary } from "../media-queries.ts";
import { uploadMedia } from "../upload-media.ts";
import { whereUsed } from "../where-used.ts";
import { binMedia, restoreMedia } from "./bin-media.ts";
import { emptyBin } from "./empty-bin.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase("sample");
  keepFilesIn(mkdtempSync(join(tmpdir(), "gandan-bin-")));
});
const { as, item } = newsroomOf(() => db.database);
const { writer, editor } = people;

const facts = {
  alt: "Chùm vải đầu mùa",
  decorative: false,
  credit: null,
  source: null,
  licence: "own",
  consent: "not-needed",
  consentReference: null,
} as const;
const drawing = (hue: number) =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="400"><rect width="600" height="400" fill="#eee"/><circle cx="${120 + hue}" cy="${80 + hue / 2}" r="60" fill="#933"/><rect x="${300 - hue}" y="${200 + hue / 3}" width="200" height="${40 + hue}" fill="#246"/></svg>`,
    ),
  );
const upload = async (hue = 0, who = writer) => {
  const bytes = await drawing(hue).jpeg().toBuffer();
  return as(who, (w) => uploadMedia(w, { bytes, fileName: "a.jpg", ...facts }));
};
const textWith = (part: Parameters<typeof fields>[1]) =>
  as(writer, (w) =>
    draftContent(w, {
      kind: "news",
      unitId: sampleUnitId("phong-mau-a"),
      fields: fields("Bài dùng ảnh", part),
      obligationIds: [],
    }),
  );
const bin = (id: string, who = writer) => as(who, (w) => binMedia(w, { id }));
const inLibrary = async (binned: boolean) =>
  (await listMedia(db.database, SAMPLE_AGENCY_ID, { q: "chum vai", binned })).rows.map(({ id }) => id);
const later = (days: number) => new Date(Date.now() + days * 86_400_000);

describe("the library's bin", () => {
  test("takes what nothing uses, shows it for 30 days, and gives it back as it was", async () => {
    const { id } = await upload();
    await bin(id);
    expect([await inLibrary(false), await inLibrary(true)]).toEqual([[], [id]]);
    await expect(textWith({ imageId: id })).rejects.toThrow("không có trong kho");
    await emptyBin(db.database, later(29));
    await as(writer, (w) => restoreMedia(w, { id }));
    expect(await inLibrary(false)).toContain(id);
    expect(await readFile(id)).not.toBeNull();
  });

  test("refuses what is used, and says where: leading, in the text or beside it, until the text is put aside", async () => {
    const [leading, inText] = [await upload(), await upload()];
    const body = fields("").body;
    const id = await textWith({
      imageId: leading.id,
      body: {
        type: "doc",
        content: [
          ...body.content!,
          { type: "image", attrs: { src: `/media/${inText.id}`, alt: "a", width: 6, height: 4 } },
        ],
      },
    });
    const uses = await whereUsed(db.database, SAMPLE_AGENCY_ID, [leading.id, inText.id]);
    expect([uses.get(leading.id), uses.get(inText.id)]).toMatchObject([
      [{ kind: "content", id, title: "Bài dùng ảnh", place: "Ảnh đại diện · Nháp" }],
      [{ kind: "content", id, place: "Trong bài · Nháp" }],
    ]);
    for (const media of [leading, inText])
      await expect(bin(media.id)).rejects.toThrow("đang dùng ở “Bài dùng ảnh”");
    expect((await item(id)).state).toBe("draft");
    await as(writer, (w) => discardDraft(w, { id }));
    await bin(inText.id);
  });

  test("refuses what an event shows, and says which", async () => {
    const { id } = await upload();
    const held = await db.pool.query<{ id: string; title: string }>(
      `insert into event_photo (agency_id, event_id, media_id, position)
        select agency_id, id, $1, (select count(*) from event_photo where event_id = event.id) from event where agency_id = $2 and state = 'held' limit 1
        returning event_id as id, (select title from event where id = event_id) as title`,
      [id, SAMPLE_AGENCY_ID],
    );
    const [shown] = held.rows;
    expect((await whereUsed(db.database, SAMPLE_AGENCY_ID, [id])).get(id)).toEqual([
      { kind: "event", id: shown!.id, title: shown!.title, place: "Ảnh của sự kiện", holds: true },
    ]);
    await expect(bin(id)).rejects.toThrow(`đang dùng ở “${shown!.title}”`);
  });

  test("is for who brought it or who answers for the portal", async () => {
    const { id } = await upload(0, editor);
    await expect(bin(id)).rejects.toThrow("người khác tải lên");
  });

  test("is emptied after 30 days, once, also after a kill between file and row; what a text took meanwhile comes out", async () => {
    const [gone, killed, taken] = [await upload(), await upload(), await upload()];
    for (const { id } of [gone, killed, taken]) await bin(id);
    // The files were taken away, and then the process was.
    await removeFiles([killed.id]);
    const text = await textWith({});
    await db.database.execute(
      sql`insert into content_revision (id, agency_id, item_id, number, title, title_plain, summary, body, plain, image_id, hash, author_id, at)
        select gen_random_uuid(), agency_id, item_id, 99, title, title_plain, summary, body, plain, ${taken.id}, 'x', author_id, at
        from content_revision where item_id = ${text}`,
    );
    await db.database.execute(
      sql`update content_item set current_revision_id = (select id from content_revision where item_id = ${text} and number = 99) where id = ${text}`,
    );
    const emptied = await emptyBin(db.database, later(31));
    expect(emptied).toBeGreaterThanOrEqual(2);
    expect(await emptyBin(db.database, later(31))).toBe(0);
    for (const { id } of [gone, killed]) {
      expect(await readFile(id)).toBeNull();
      await expect(oneOfLibrary(db.database, SAMPLE_AGENCY_ID, id)).rejects.toThrow(NotFound);
      await expect(as(writer, (w) => restoreMedia(w, { id }))).rejects.toThrow(NotFound);
    }
    expect(await oneOfLibrary(db.database, SAMPLE_AGENCY_ID, taken.id)).toMatchObject({ binnedAt: null });
  });
});

describe("a picture that is there already", () => {
  test("is found again smaller and compressed, not when it lies in the bin, and others are not", async () => {
    const there = await upload(90);
    await upload(10);
    const small = await drawing(90).resize(300).webp({ quality: 40 }).toBuffer();
    const again = await as(writer, (w) => uploadMedia(w, { bytes: small, fileName: "b.webp", ...facts }));
    expect(await findSimilar(db.database, SAMPLE_AGENCY_ID, again.id)).toEqual([there.id]);
    await bin(there.id);
    expect(await findSimilar(db.database, SAMPLE_AGENCY_ID, again.id)).toEqual([]);
    await as(writer, (w) => restoreMedia(w, { id: there.id }));
    // As if they had come in before pictures were compared, the reading having been broken off between the two.
    await db.database.execute(sql`delete from media_likeness where media_id = ${there.id}`);
    expect(await findSimilar(db.database, SAMPLE_AGENCY_ID, again.id)).toEqual([]);
    await keepMissingLikenesses(db.database);
    expect(await findSimilar(db.database, SAMPLE_AGENCY_ID, again.id)).toEqual([there.id]);
    expect(await keepMissingLikenesses(db.database)).toBe(0);
  });
});
