import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import { SAMPLE_AGENCY_ID, sampleUnitId } from "#organization";
import type { Actor } from "#platform/auth/actor.ts";
import { Forbidden, NotFound, Unacceptable } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { keepFilesIn, readFile } from "#platform/files/files.ts";
import { collectImages } from "#platform/rich-text/render-rich-text.ts";
import { contentOf } from "#platform/rich-text/rich-text.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { revisionOf } from "../content-queries.ts";
import { newsroomOf, people } from "../newsroom.fixture.ts";
import { publishDueContent } from "../publish-due-content.ts";
import { publishedBySlug } from "../published.ts";
import { tableHeading, tableOf } from "./equal-table.ts";
import type { FigureSource } from "./figure-words.ts";
import {
  drawnPictures,
  graphicOf,
  listGraphics,
  outlinesOf,
  presentGraphics,
} from "./infographic-queries.ts";
import { makeInfographic, type NewGraphic, previewPictures } from "./make-infographic.ts";
import { ownFigures } from "./own-figures.ts";
import { beginTextFor, placeInfographic } from "./place-infographic.ts";
import type { Shape } from "./template.ts";
import { templates } from "./templates/index.ts";
import { textsForDrawing } from "./texts-for-drawing.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase("sample");
  keepFilesIn(mkdtempSync(join(tmpdir(), "gandan-drawings-")));
});
const { as, item, draft, scheduled } = newsroomOf(() => db.database);
const { writer, editor, auditor } = people;
const unitId = sampleUnitId("phong-mau-a");

const template = templates.find(({ slug }) => slug === "ranking")!;
const newGraphic = (part: Partial<NewGraphic> = {}): NewGraphic => ({
  id: uuidv7(),
  template: template.slug,
  title: "Hồ sơ đúng hạn theo lĩnh vực",
  rows: [
    { name: "Thư viện", value: "99,4%" },
    { name: "Di sản", value: "98,1%" },
  ],
  source: "Báo cáo tháng 11",
  day: "2026-11-14",
  shapes: ["post"],
  articleId: null,
  replacesId: null,
  facts: { alt: "Thư viện 99,4%, di sản 98,1%", credit: "Sở", source: "Báo cáo tháng 11", licence: "own" },
  ...part,
});
const make = (part: Partial<NewGraphic> = {}, who: Actor = writer) =>
  as(who, (w) => makeInfographic(w, newGraphic(part)));
const shown = async (id: string) =>
  (await presentGraphics(db.database, [await graphicOf(db.database, SAMPLE_AGENCY_ID, id)]))[0]!;
const textOf = async (id: string) => revisionOf(db.database, (await item(id)).currentRevisionId);
const tablesIn = (body: unknown) => JSON.stringify(body).match(/"type":"table"/gu)?.length ?? 0;

describe("pictures drawn from tables", () => {
  test("go into the library in each shape, with what is stated of them, once however often they are sent", async () => {
    const order = newGraphic({ shapes: ["post", "story", "a4"] });
    const id = await as(writer, (w) => makeInfographic(w, order));
    expect(await as(writer, (w) => makeInfographic(w, order))).toBe(id);
    const { pictures, alt } = await shown(id);
    expect(alt).toBe("Đồ họa “Hồ sơ đúng hạn theo lĩnh vực”. Thư viện: 99,4%; Di sản: 98,1%.");
    const sizes = await Promise.all(
      pictures.map(async ({ shape, mediaId }) => {
        const { width, height, format } = await sharp((await readFile(mediaId))!).metadata();
        return [shape, width, height, format];
      }),
    );
    expect(sizes).toEqual([
      ["post", 1080, 1080, "png"],
      ["story", 1080, 1920, "png"],
      ["a4", 1414, 2000, "png"],
    ]);
    const { rows } = await db.pool.query(
      "select alt, credit, source, licence, consent from media_asset where id = $1",
      [pictures[0]!.mediaId],
    );
    expect(rows).toEqual([{ ...order.facts, consent: "not-needed" }]);
    const outlines = async (shape: Shape) =>
      (await outlinesOf(db.database, SAMPLE_AGENCY_ID, { id, shape })).svg;
    expect(await outlines("post")).toContain("<title>Hồ sơ đúng hạn theo lĩnh vực</title>");
    // The same table again is the same picture of the library.
    const again = await shown(await make({ shapes: ["post"] }));
    expect(again.pictures.map(({ mediaId }) => mediaId)).toEqual([pictures[0]!.mediaId]);
  });

  test("are refused to who does not write, for another agency's text, and where a cell is wrong", async () => {
    await expect(make({}, auditor)).rejects.toThrow(Forbidden);
    const elsewhere = { ...writer, agencyId: uuidv7() };
    const articleId = await draft("Bài của cơ quan");
    await expect(
      previewPictures(db.database, elsewhere.agencyId, { ...newGraphic(), articleId }),
    ).rejects.toThrow(NotFound);
    await expect(make({ articleId: uuidv7() })).rejects.toThrow(NotFound);
    const refusal = await make({ title: "Một cửa 😀" }).catch((error: Unacceptable) => error);
    expect(refusal).toBeInstanceOf(Unacceptable);
    expect((refusal as Unacceptable).issues).toMatchObject([{ field: "title" }]);
  });

  test("stand in a text with the equal table, source and day; new figures take their place in a new revision alone", async () => {
    const itemId = uuidv7();
    const first = await as(writer, async (w) => {
      await beginTextFor(w, { itemId, unitId });
      const id = await makeInfographic(w, newGraphic({ articleId: itemId, title: "Đúng hạn quý III" }));
      await placeInfographic(w, { id, itemId });
      return id;
    });
    const old = await textOf(itemId);
    const [before] = (await shown(first)).pictures;
    expect(old).toMatchObject({
      title: "Đúng hạn quý III",
      own: { dataSource: "Báo cáo tháng 11", dataDay: "2026-11-14" },
      media: [{ mediaId: before!.mediaId, role: "graphic", alt: "Thư viện 99,4%, di sản 98,1%" }],
    });
    expect(old.plain).toContain("Di sản");
    const rows = [
      { name: "Thư viện", value: "97%" },
      { name: "Thể thao", value: "99%" },
    ];
    const second = await make({ rows, articleId: itemId, replacesId: first, source: "Báo cáo tháng 12" });
    await as(writer, (w) => placeInfographic(w, { id: second, itemId }));
    const now = await textOf(itemId);
    const [after] = (await shown(second)).pictures;
    expect(after!.mediaId).not.toBe(before!.mediaId);
    expect(now.media.map(({ mediaId }) => mediaId)).toEqual([after!.mediaId]);
    expect(now.own.dataSource).toBe("Báo cáo tháng 12");
    expect(tablesIn(now.body)).toBe(1);
    expect(now.plain).toContain("Thể thao");
    expect((await revisionOf(db.database, old.id)).media).toEqual(old.media);
    expect(await shown(first)).toMatchObject({ replacedById: second, title: "Đúng hạn quý III" });
    const { rows: newest } = await listGraphics(db.database, SAMPLE_AGENCY_ID, {});
    expect(newest.map(({ id }) => id)).toContain(second);
    expect(newest.map(({ id }) => id)).not.toContain(first);
  });

  test("stand under a text whose kind has no place for them, once; newer figures take picture and table with them", async () => {
    const first = await make({ title: "Lượt đọc quý III" });
    const itemId = await draft("Thư viện lưu động về xã");
    const place = (id: string) => as(writer, (w) => placeInfographic(w, { id, itemId }));
    const { plain: words, number } = await textOf(itemId);
    await place(first);
    await place(first);
    const placed = await textOf(itemId);
    const [before] = (await shown(first)).pictures;
    expect(placed.number).toBe(number + 1);
    expect(placed.plain.startsWith(words.trim())).toBe(true);
    expect(contentOf(placed.body).slice(-3)).toEqual([
      {
        type: "image",
        attrs: {
          src: `/media/${before!.mediaId}`,
          alt: "Thư viện 99,4%, di sản 98,1%",
          caption: "Nguồn: Báo cáo tháng 11; số liệu tính đến 14/11/2026",
          width: 1080,
          height: 1080,
        },
      },
      tableHeading,
      tableOf(newGraphic()),
    ]);
    const drawn = async () => {
      const [found] = await drawnPictures(db.database, SAMPLE_AGENCY_ID, [before!.mediaId]);
      return [found!.graphic.id, found!.newest?.id ?? null];
    };
    expect(await drawn()).toEqual([first, null]);
    const again = await make({
      replacesId: first,
      rows: [
        { name: "Thư viện", value: "97%" },
        { name: "Di sản", value: "96%" },
      ],
    });
    const last = await make({
      replacesId: again,
      rows: [
        { name: "Thư viện", value: "95%" },
        { name: "Di sản", value: "94%" },
      ],
    });
    expect(await drawn()).toEqual([first, last]);
    await place(last);
    const now = await textOf(itemId);
    const [after] = (await shown(last)).pictures;
    expect(collectImages(now.body).map(({ mediaId }) => mediaId)).toEqual([after!.mediaId]);
    expect(tablesIn(now.body)).toBe(1);
    expect(now.plain).toContain("95%");
    expect(now.plain).not.toContain("99,4%");
    expect(collectImages((await revisionOf(db.database, placed.id)).body)[0]!.mediaId).toBe(before!.mediaId);
  });

  test("are offered the drafts that the caller may write, found without diacritics", async () => {
    const mine = await draft("Đọc sách ở bản Mường");
    const elsewhere = uuidv7();
    await as(editor, (w) => beginTextFor(w, { itemId: elsewhere, unitId: sampleUnitId("ttbcxb") }));
    const offered = async (who: Actor, q = "") =>
      (await textsForDrawing(db.database, who, q)).map(({ item: { id } }) => id);
    expect(await offered(writer, "doc sach o ban muong")).toEqual([mine]);
    expect(await offered(writer)).not.toContain(elsewhere);
    expect(await offered(editor)).toContain(elsewhere);
    expect(await offered(auditor)).toEqual([]);
    const id = await make();
    await expect(as(writer, (w) => placeInfographic(w, { id, itemId: elsewhere }))).rejects.toThrow(
      Forbidden,
    );
  });

  test("can be filled with what the platform counted itself, with its source and day", async () => {
    const at = new Date("2026-11-20T03:00:00Z");
    const figures = (what: FigureSource, quarter = "2026-Q4") =>
      ownFigures(db.database, SAMPLE_AGENCY_ID, { what, quarter }, at);
    await db.pool.query(
      "update content_item set published_at = '2026-11-01', unit_id = $1 where state = 'published'",
      [unitId],
    );
    const { rows: published } = await db.pool.query(
      "select count(*)::int as count, (select name from unit where id = $1) as name from content_item where state = 'published'",
      [unitId],
    );
    expect(await figures("published-by-unit")).toEqual({
      title: "Tin, bài đã đăng theo đơn vị, quý IV năm 2026",
      rows: [{ name: published[0].name, value: `${published[0].count} tin, bài` }],
      source: "Sở Văn hóa, Thể thao và Du lịch, số liệu trên hệ thống từ 15/09/2026 đến 14/12/2026",
      day: "2026-11-20",
    });
    const byKind = (await figures("published-by-kind")).rows.map(({ value }) => Number.parseInt(value, 10));
    expect(byKind.reduce((sum, count) => sum + count, 0)).toBe(published[0].count);
    expect((await figures("published-by-unit", "2025-Q1")).rows).toEqual([]);
    const { rows: proofs } = await figures("proofs-by-unit");
    expect(proofs.every(({ value }) => /^[1-9][\d.]* minh chứng$/u.test(value))).toBe(true);
  });

  test("have a code that leads to the text wherever it comes to stand, and nowhere before", async () => {
    const id = await scheduled("Bài có hình mang mã QR");
    const { drawings, address } = await previewPictures(db.database, SAMPLE_AGENCY_ID, {
      ...newGraphic(),
      articleId: id,
    });
    expect(address).toBe(`http://localhost/tin-tuc/${id}`);
    expect(drawings.map(({ svg }) => svg !== null)).toEqual([true, true, true]);
    expect(await publishedBySlug(db.database, SAMPLE_AGENCY_ID, id)).toBeNull();
    await publishDueContent(db.database, new Date(Date.now() + 60_000));
    expect(await publishedBySlug(db.database, SAMPLE_AGENCY_ID, id)).toEqual({
      state: "moved",
      movedTo: "bai-co-hinh-mang-ma-qr",
    });
  });
});
