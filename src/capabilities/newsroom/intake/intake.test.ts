import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import { samplePersonId, sampleUnitId } from "#organization";
import type { Actor, Role } from "#platform/auth/actor.ts";
import { Conflict, Forbidden, NotFound, Unacceptable } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { keepFilesIn, readFile } from "#platform/files/files.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { learnNoticeMatters, whySettled } from "#platform/work/notice-matters.ts";
import { discardDraft } from "../discard-draft.ts";
import { originalKey } from "../media-library/keep-file.ts";
import { beginUpload } from "../media-library/uploads/begin-upload.ts";
import { finishUpload } from "../media-library/uploads/finish-upload.ts";
import { receiveUploadPart } from "../media-library/uploads/receive-part.ts";
import { newsroomOf, people } from "../newsroom.fixture.ts";
import { noticeMatters } from "../notice-matters.ts";
import { storyOf } from "../planning/story-queries.ts";
import { presentItem } from "../present-content.ts";
import { publishDueContent } from "../publish-due-content.ts";
import { publishedBySlug } from "../published.ts";
import { withdrawContent } from "../withdraw-content.ts";
import { creditTip } from "./credit-tip.ts";
import { declineTip } from "./decline-tip.ts";
import { mergeTip } from "./merge-tip.ts";
import { placeOfPhoto } from "./place-of-photo.ts";
import { reopenTip } from "./reopen-tip.ts";
import { type NewTip, sendTip } from "./send-tip.ts";
import { takeTip } from "./take-tip.ts";
import { listTips, presentTip, tipsBehind } from "./tip-queries.ts";
import { exportTipsByUnit, tipsByUnit } from "./tips-by-unit.ts";
import { joinTip, planFromTip, writeFromTip } from "./use-tip.ts";
import { withdrawTip } from "./withdraw-tip.ts";

let db: TestDatabase;
beforeAll(async () => {
  keepFilesIn(mkdtempSync(join(tmpdir(), "gandan-intake-")));
  db = await testDatabase("sample");
  learnNoticeMatters(noticeMatters);
});
const { as, scheduled, item } = newsroomOf(() => db.database);
const { writer, head, editor, secondEditor, clerk, auditor, administrator } = people;
const unitA = sampleUnitId("phong-mau-a");
const unitB = sampleUnitId("phong-mau-b");
const of = (email: string, role: Role, unit: string): Actor => ({
  ...writer,
  personId: samplePersonId(email),
  appointments: [{ role, unitId: sampleUnitId(unit) }],
});
const ofUnitB = of("head", "contributor", "phong-mau-b");
const accountant = of("finance", "finance", "khtc");

const tipOf = (words: string, part: Partial<NewTip> = {}): NewTip => ({
  id: uuidv7(),
  unitId: unitA,
  kind: "news",
  words,
  media: [],
  ...part,
});
const send = (words: string, part: Partial<NewTip> = {}, who = writer) =>
  as(who, (w) => sendTip(w, tipOf(words, part)));
const shown = (id: string, who = editor) => presentTip(db.database, who, id);
const told = async (who: Actor, cause: string) =>
  (
    await db.pool.query<{ cause: string; title: string }>(
      "select cause, title from notice where person_id = $1 and cause like $2 order by at",
      [who.personId, `${cause}%`],
    )
  ).rows;
const standing = async (who: Actor, cause: string) =>
  whySettled(db.database, (await told(who, cause))[0]!.cause, who);

const photo = (place = true) => {
  const picture = sharp({ create: { width: 2400, height: 40, channels: 3, background: "#9b1c1c" } });
  return (
    place
      ? picture.withExif({
          IFD0: { Make: "Máy ảnh mẫu" },
          IFD3: {
            GPSLatitudeRef: "N",
            GPSLatitude: "21/1 11/1 3000/100",
            GPSLongitudeRef: "W",
            GPSLongitude: "106/1 4/1 0/1",
          },
        })
      : picture
  )
    .jpeg()
    .toBuffer();
};
const upload = async (who: Actor, bytes: Uint8Array, fileName = "ảnh.jpg") => {
  const id = uuidv7();
  await as(who, (w) => beginUpload(w, { id, fileName, bytes: bytes.length, fingerprint: "" }));
  await as(who, (w) => receiveUploadPart(w, { id, offset: 0, bytes }));
  return (await as(who, (w) => finishUpload(w, { id, facts: null, bare: true }))).id;
};
const sentMedia = (mediaId: string) => ({ mediaId, latitude: null, longitude: null });

describe("a tip", () => {
  test("comes from every unit, never in another's name, once however often it is sent", async () => {
    const given = tipOf("Phòng vừa rút ngắn quy trình");
    const again = () => as(writer, (w) => sendTip(w, given));
    expect(await Promise.all([again(), again()])).toEqual([given.id, given.id]);
    expect(await again()).toBe(given.id);
    expect(await told(editor, `tip-sent:${given.id}`)).toHaveLength(1);
    expect(await told(secondEditor, `tip-sent:${given.id}`)).toHaveLength(1);
    await expect(as(writer, (w) => sendTip(w, { ...given, words: "Sửa rồi mới gửi lại" }))).rejects.toThrow(
      "trước những gì bạn vừa sửa",
    );
    await expect(as(head, (w) => sendTip(w, given))).rejects.toThrow(Conflict);
    await expect(send("Mạo danh", { unitId: unitB })).rejects.toThrow(Forbidden);
    await expect(send("Kiểm tra", {}, { ...auditor })).rejects.toThrow(Forbidden);
    expect(await send("Kế toán gửi", { unitId: sampleUnitId("khtc") }, accountant)).toBeTruthy();
  });

  test("is kept composed and without hidden marks, its emoji whole; too long or empty is refused in words", async () => {
    const id = await send(`\u202eHội\u200b nghị 👩‍👩‍👧 `.normalize("NFD"));
    expect((await shown(id)).words).toBe("Hội nghị 👩‍👩‍👧");
    await expect(send("\u200b \u202e")).rejects.toThrow(Unacceptable);
    await expect(send("từ ".repeat(200_000))).rejects.toThrow("dài nhất 5.000 ký tự");
  });

  test("is seen by its unit and by those who see all; found by its words", async () => {
    const id = await send("Đường dây nóng tiếp nhận góp ý");
    await expect(shown(id, ofUnitB)).rejects.toThrow(Forbidden);
    expect((await shown(id, head)).words).toContain("Đường dây");
    await expect(shown(id, { ...editor, agencyId: uuidv7() })).rejects.toThrow(NotFound);
    const found = async (who: Actor) =>
      (await listTips(db.database, who, { q: "duong day nong" })).tips.map((row) => row.id);
    expect(await found(ofUnitB)).toEqual([]);
    expect(await found(head)).toEqual([id]);
    expect(await found(auditor)).toEqual([id]);
    expect((await listTips(db.database, head, { mine: true, q: "duong day nong" })).tips).toEqual([]);
  });

  test("is listed from the last row seen, none twice and none left out", async () => {
    for (let one = 0; one < 32; one += 1) await send(`Trang ${one}`, { kind: "photos" });
    const first = await listTips(db.database, editor, { q: "trang", kind: "photos" });
    const rest = await listTips(db.database, editor, { q: "trang", kind: "photos", after: first.next! });
    const ids = [...first.tips, ...rest.tips].map(({ id }) => id);
    expect([ids.length, new Set(ids).size, rest.next, first.total]).toEqual([32, 32, null, 32]);
  });

  test("is taken back by its sender until somebody takes it", async () => {
    const id = await send("Gửi nhầm");
    await expect(as(head, (w) => withdrawTip(w, { id }))).rejects.toThrow(Forbidden);
    await as(writer, (w) => withdrawTip(w, { id }));
    expect(await standing(editor, `tip-sent:${id}`)).toContain("rút");
    await expect(as(editor, (w) => takeTip(w, { id }))).rejects.toThrow(Forbidden);
    const other = await send("Gửi đúng");
    await as(editor, (w) => takeTip(w, { id: other }));
    await expect(as(writer, (w) => withdrawTip(w, { id: other }))).rejects.toThrow("đã nhận");
  });
});

describe("pictures of a tip", () => {
  test("lose place and camera, in the original too; the place goes along only when it is sent", async () => {
    const bytes = await photo();
    const place = placeOfPhoto(bytes)!;
    expect(place.latitude).toBeCloseTo(21.1917, 3);
    expect(place.longitude).toBeCloseTo(-106.0667, 3);
    expect(placeOfPhoto(await photo(false))).toBeNull();
    expect(placeOfPhoto(bytes.subarray(0, 120))).toBeNull();
    const mediaId = await upload(writer, bytes);
    const original = Buffer.from((await readFile(originalKey(mediaId)))!);
    const facts = await sharp(original).metadata();
    expect([facts.exif, facts.width]).toEqual([undefined, 2400]);
    const without = await send("Ảnh không nơi chụp", { media: [sentMedia(mediaId)] });
    expect((await shown(without)).media).toMatchObject([{ id: mediaId, latitude: null }]);
    const withPlace = await send("Ảnh có nơi chụp", { media: [{ mediaId, ...place }] });
    expect((await shown(withPlace)).media).toMatchObject([{ id: mediaId, ...place }]);
  });

  test("are the sender's own; what only bears the name of a picture never comes in", async () => {
    const mediaId = await upload(head, await photo(false));
    await expect(send("Ảnh của người khác", { media: [sentMedia(mediaId)] })).rejects.toThrow(Unacceptable);
    await expect(upload(writer, Buffer.from("<svg onload=alert(1)>"), "anh.jpg")).rejects.toThrow(
      Unacceptable,
    );
  });
});

describe("what becomes of a tip", () => {
  test("is told to its sender once each, and no more when it was taken back", async () => {
    const id = await send("Kết quả quý");
    await as(editor, (w) => takeTip(w, { id }));
    await expect(as(secondEditor, (w) => takeTip(w, { id }))).rejects.toThrow("Đã nhận");
    expect(await standing(editor, `tip-sent:${id}`)).toContain("đã có người nhận");
    await expect(as(head, (w) => declineTip(w, { id, reason: "Không" }))).rejects.toThrow(Forbidden);
    await expect(as(editor, (w) => declineTip(w, { id, reason: " " }))).rejects.toThrow(Unacceptable);
    await as(editor, (w) => declineTip(w, { id, reason: "Đã có tin về việc này" }));
    expect(await told(writer, `tip-taken:${id}`)).toHaveLength(1);
    expect((await told(writer, `tip-declined:${id}`))[0]!.title).toContain("Đã có tin về việc này");
    expect(await standing(writer, `tip-declined:${id}`)).toBeNull();
    await as(editor, (w) => reopenTip(w, { id }));
    expect(await standing(writer, `tip-declined:${id}`)).toContain("xem lại");
    expect(await shown(id)).toMatchObject({ state: "taken", reason: null, decidedByName: null });
  });

  test("a text with its words and pictures; taken back it goes, unless somebody wrote in it", async () => {
    const pictures = [await upload(writer, await photo(false)), await upload(writer, await photo(false))];
    const given = { kind: "photos", media: pictures.map(sentMedia) } as const;
    const id = await send("Lễ ra quân. Có 30 đoàn viên.\nBắt đầu lúc 7 giờ.", given);
    await expect(
      as(writer, (w) => writeFromTip(w, { id, kind: "news", unitId: null, credited: false })),
    ).rejects.toThrow(Forbidden);
    const itemId = await as(editor, (w) =>
      writeFromTip(w, { id, kind: "news", unitId: null, credited: false }),
    );
    const text = await presentItem(db.database, writer, itemId);
    expect(text).toMatchObject({ title: "Lễ ra quân", unitId: unitA, current: { imageId: pictures[0] } });
    expect(JSON.stringify(text.current.body)).toContain(pictures[1]);
    expect(await shown(id)).toMatchObject({ state: "used", item: { id: itemId, state: "draft" } });
    expect(await standing(writer, `tip-used:${id}`)).toBeNull();
    expect(await tipsBehind(db.database, editor, { itemId })).toMatchObject([
      { id, unitName: expect.stringContaining("Mẫu A") },
    ]);
    await as(editor, (w) => reopenTip(w, { id }));
    expect((await item(itemId)).state).toBe("discarded");

    const essay = await as(editor, (w) =>
      writeFromTip(w, { id, kind: "photo-essay", unitId: unitB, credited: false }),
    );
    const { current, unitId } = await presentItem(db.database, editor, essay);
    expect([unitId, current.media.map(({ mediaId }) => mediaId)]).toEqual([unitB, pictures]);
    await as(editor, (w) => discardDraft(w, { id: essay }));
    await as(editor, (w) => reopenTip(w, { id }));
  });

  test("a story, or a part of one that is there", async () => {
    const id = await send("Sáng kiến bảng kiểm", { kind: "initiative" });
    const storyId = await as(clerk, (w) =>
      planFromTip(w, { id, title: null, unitId: null, credited: false }),
    );
    expect(await storyOf(db.database, writer.agencyId, storyId)).toMatchObject({
      title: "Sáng kiến bảng kiểm",
      unitId: unitA,
    });
    const other = await send("Thêm số liệu cho sáng kiến");
    const join = (part: object) =>
      as(editor, (w) => joinTip(w, { id: other, itemId: null, storyId: null, credited: false, ...part }));
    await expect(join({})).rejects.toThrow("một bài hoặc một đề tài");
    await expect(join({ itemId: uuidv7() })).rejects.toThrow(NotFound);
    await join({ storyId });
    expect((await tipsBehind(db.database, editor, { storyId })).map((row) => row.id)).toEqual([id, other]);
    await as(clerk, (w) => reopenTip(w, { id }));
    expect((await storyOf(db.database, writer.agencyId, storyId)).droppedAt).not.toBeNull();
    await expect(as(editor, (w) => reopenTip(w, { id }))).rejects.toThrow(Forbidden);
  });

  test("a text whose way in public its sender is told of, as its writer is not twice", async () => {
    const sent = await send("Đường sách mở cửa cả tuần", { unitId: unitB }, ofUnitB);
    const own = await send("Đường sách mở thêm quầy");
    const itemId = await scheduled("Đường sách mở cửa");
    for (const id of [sent, own])
      await as(editor, (w) => joinTip(w, { id, itemId, storyId: null, credited: false }));
    await publishDueContent(db.database, new Date(Date.now() + 60_000));
    await as(editor, (w) => withdrawContent(w, { id: itemId, reason: "Sai giờ" }));
    expect(
      [
        ...(await told(ofUnitB, `tip-published:${sent}`)),
        ...(await told(ofUnitB, `tip-taken-back:${sent}`)),
      ].map(({ title }) => title),
    ).toEqual([
      "Bài viết từ tin của bạn đã lên cổng: Đường sách mở cửa cả tuần",
      "Đã thu hồi bài viết từ tin của bạn: Đường sách mở cửa cả tuần",
    ]);
    expect(await told(writer, `tip-published:${own}`)).toEqual([]);
  });

  test("merged: it fares as the other, one step deep, whoever tries it otherwise", async () => {
    const first = await send("Ngày hội đọc sách");
    const second = await send("Ngày hội đọc sách ở thư viện", { unitId: unitB }, ofUnitB);
    const third = await send("Lại ngày hội đọc sách");
    await expect(as(editor, (w) => mergeTip(w, { id: first, intoId: first }))).rejects.toThrow(Unacceptable);
    await as(editor, (w) => mergeTip(w, { id: second, intoId: first }));
    expect((await told(ofUnitB, `tip-merged:${second}`))[0]!.title).toContain("gộp");
    await expect(as(editor, (w) => mergeTip(w, { id: third, intoId: second }))).rejects.toThrow("đã gộp");
    await expect(as(editor, (w) => mergeTip(w, { id: first, intoId: third }))).rejects.toThrow("gộp ngược");
    await expect(
      db.pool.query(
        "update tip set state = 'merged', merged_into = $2, is_merged = true, into_merged = false, decided_by = sent_by, decided_at = now() where id = $1",
        [first, third],
      ),
    ).rejects.toThrow(/foreign key/);
    const itemId = await as(editor, (w) =>
      writeFromTip(w, { id: first, kind: "news", unitId: null, credited: false }),
    );
    expect(await shown(second, ofUnitB)).toMatchObject({ state: "merged", item: { id: itemId } });
    expect(await standing(ofUnitB, `tip-used:${second}`)).toBeNull();
    expect((await shown(first)).merged).toMatchObject([{ id: second }]);
    await as(editor, (w) => reopenTip(w, { id: first }));
    expect(await standing(ofUnitB, `tip-used:${second}`)).toContain("xem lại");
    await as(editor, (w) => declineTip(w, { id: first, reason: "Việc đã cũ" }));
    expect(await shown(second, ofUnitB)).toMatchObject({ into: { reason: "Việc đã cũ" } });
    expect(await standing(ofUnitB, `tip-declined:${second}`)).toBeNull();
    await as(editor, (w) => reopenTip(w, { id: second }));
    expect((await shown(first)).merged).toEqual([]);
    await as(editor, (w) => mergeTip(w, { id: second, intoId: third }));
    await expect(as(writer, (w) => withdrawTip(w, { id: third }))).rejects.toThrow(Conflict);
  });
});

test("the public page names the units only when that was chosen, and each unit's tips are counted", async () => {
  const before = await tipsByUnit(db.database, auditor, { from: null, to: null });
  const id = await send("Tin làm nên bài đã đăng", { unitId: unitB }, ofUnitB);
  const same = await send("Tin cùng việc");
  const itemId = await scheduled("Bài từ tin của đơn vị");
  await publishDueContent(db.database, new Date(Date.now() + 60_000));
  await as(editor, (w) => joinTip(w, { id, itemId, storyId: null, credited: false }));
  await as(editor, (w) => mergeTip(w, { id: same, intoId: id }));
  const { slug } = await item(itemId);
  const named = async () => {
    const page = await publishedBySlug(db.database, writer.agencyId, slug!);
    return page && "tipsOf" in page ? page.tipsOf : null;
  };
  expect(await named()).toEqual([]);
  await expect(as(head, (w) => creditTip(w, { id, credited: true }))).rejects.toThrow(Forbidden);
  await as(editor, (w) => creditTip(w, { id, credited: true }));
  expect(await named()).toEqual(["Phòng Mẫu A (văn hóa)", "Phòng Mẫu B (thể thao, du lịch)"]);

  const after = await tipsByUnit(db.database, administrator, { from: null, to: null });
  const more = (unitId: string, key: "sent" | "used" | "published") =>
    after.find((row) => row.unitId === unitId)![key] - before.find((row) => row.unitId === unitId)![key];
  for (const unitId of [unitA, unitB])
    expect([more(unitId, "sent"), more(unitId, "used"), more(unitId, "published")]).toEqual([1, 1, 1]);
  const lastYear = await tipsByUnit(db.database, editor, { from: "2020-01-01", to: "2020-12-31" });
  expect(lastYear.every(({ sent }) => sent === 0)).toBe(true);
  await expect(tipsByUnit(db.database, writer, { from: null, to: null })).rejects.toThrow(Forbidden);
  const backwards = { from: "2026-11-02", to: "2026-11-01" };
  await expect(tipsByUnit(db.database, editor, backwards)).rejects.toThrow("Ngày bắt đầu sau ngày kết thúc");
  const table = await as(editor, (w) => exportTipsByUnit(w, { from: null, to: null }));
  expect(Buffer.from(table.subarray(0, 2)).toString()).toBe("PK");
});
