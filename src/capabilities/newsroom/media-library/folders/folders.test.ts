import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { beforeAll, expect, test } from "vitest";
import { SAMPLE_AGENCY_ID } from "#organization";
import type { Actor } from "#platform/auth/actor.ts";
import { Conflict, Forbidden, NotFound, Unacceptable } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { keepFilesIn } from "#platform/files/files.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { newsroomOf, people } from "../../newsroom.fixture.ts";
import { listMedia } from "../media-queries.ts";
import { uploadMedia } from "../upload-media.ts";
import { presentFolders } from "./folder-queries.ts";
import { makeFolder } from "./make-folder.ts";
import { moveMedia } from "./move-media.ts";
import { removeFolder } from "./remove-folder.ts";
import { renameFolder } from "./rename-folder.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase("sample");
  keepFilesIn(mkdtempSync(join(tmpdir(), "gandan-folders-")));
});
const { as } = newsroomOf(() => db.database);
const { writer, head, leader, auditor } = people;
const stranger: Actor = { ...writer, agencyId: uuidv7() };

const folders = async (actor: Actor = writer) => (await presentFolders(db.database, actor)).folders;
const make = async (name: string, parentId: string | null = null, who = writer) => {
  const before = new Set((await folders()).map(({ id }) => id));
  await as(who, (w) => makeFolder(w, { name, parentId }));
  return (await folders()).find(({ id }) => !before.has(id))!.id;
};
const upload = async (alt: string) => {
  const bytes = await sharp({ create: { width: 9, height: 9, channels: 3, background: "#9b1420" } })
    .png()
    .toBuffer();
  const facts = { alt, decorative: false, credit: null, source: null, licence: null } as const;
  const rights = { consent: "missing", consentReference: null } as const;
  return (await as(writer, (w) => uploadMedia(w, { bytes, fileName: "a.png", ...facts, ...rights }))).id;
};
const move = (ids: string[], folderId: string | null, who = writer) =>
  as(who, (w) => moveMedia(w, { ids, folderId }));
const found = async (folder: string, q = "") =>
  (await listMedia(db.database, SAMPLE_AGENCY_ID, { q, folder })).rows.map(({ id }) => id).toSorted();

test("things are put into folders, alone or several, found in them, and with words also in those within", async () => {
  const festivals = await make("Lễ hội Lục Ngạn");
  const year = await make("Năm 2026", festivals);
  const [lychees, parade, other] = [
    await upload("Vải thiều đầu mùa"),
    await upload("Vải thiều về xuôi"),
    await upload("Vải thiều nơi khác"),
  ];
  expect(await move([lychees, parade], festivals)).toEqual(
    [lychees, parade].toSorted().map((id) => ({ id, fromFolderId: null })),
  );
  await move([parade], year);
  expect([await found(festivals), await found(year)]).toEqual([[lychees], [parade]]);
  expect(await found(festivals, "vai thieu")).toEqual([lychees, parade].toSorted());
  expect(await found("none", "vai thieu")).toEqual([other]);
  expect((await folders()).filter(({ id }) => [festivals, year].includes(id))).toMatchObject([
    { name: "Lễ hội Lục Ngạn", count: 1, parentId: null },
    { name: "Năm 2026", count: 1, parentId: festivals },
  ]);
  expect(await move([parade], null)).toEqual([{ id: parade, fromFolderId: year }]);
});

test("a name is one thing's in its folder, whatever its capitals, form or hidden marks", async () => {
  const top = await make("Thủ tục");
  for (const name of ["THỦ TỤC", "Thủ tục".normalize("NFD"), " Thủ\u200b  tục "])
    await expect(make(name), name).rejects.toThrow("đã có thư mục");
  await expect(make("\u202e \u200b")).rejects.toThrow(Unacceptable);
  const within = await make("Thủ tục", top);
  await as(writer, (w) => renameFolder(w, { id: within, name: "Một cửa" }));
  await make("Thủ tục", top);
  await expect(as(writer, (w) => renameFolder(w, { id: within, name: "thủ tục" }))).rejects.toThrow(
    "đã có thư mục",
  );
  let deepest = within;
  for (const name of ["3", "4", "5"]) deepest = await make(name, deepest);
  await expect(make("6", deepest)).rejects.toThrow(Conflict);
});

test("a folder goes only empty, or when what lies in it goes up first; nothing is lost", async () => {
  const outer = await make("Đại hội");
  const inner = await make("Ảnh", outer);
  const below = await make("Ngày đầu", inner);
  const picture = await upload("Đại biểu");
  await move([picture], inner);
  const remove = (id: string, moveUp: boolean, who = writer) =>
    as(who, (w) => removeFolder(w, { id, moveUp }));
  await expect(remove(inner, false)).rejects.toThrow("còn tư liệu hoặc thư mục con");
  await remove(inner, true);
  expect(await found(outer)).toEqual([picture]);
  expect((await folders()).find(({ id }) => id === below)).toMatchObject({ parentId: outer });
  await remove(below, false);
  await remove(outer, true);
  expect(await found("none", "dai bieu")).toEqual([picture]);
});

test("are made by who uploads, changed by who made them or keeps order, and another agency's are not there", async () => {
  const mine = await make("Của tôi");
  const picture = await upload("Ảnh riêng");
  await expect(make("Của kiểm tra", null, auditor)).rejects.toThrow(Forbidden);
  await expect(move([picture], mine, auditor)).rejects.toThrow(Forbidden);
  await expect(as(leader, (w) => renameFolder(w, { id: mine, name: "Khác" }))).rejects.toThrow(
    "người khác lập",
  );
  await as(head, (w) => renameFolder(w, { id: mine, name: "Của phòng" }));
  expect(await folders(stranger)).toEqual([]);
  for (const attempt of [
    () => as(stranger, (w) => renameFolder(w, { id: mine, name: "Khác" })),
    () => as(stranger, (w) => removeFolder(w, { id: mine, moveUp: true })),
    () => as(stranger, (w) => makeFolder(w, { name: "Bên trong", parentId: mine })),
    () => move([picture], null, stranger),
    () => move([picture, uuidv7()], mine),
    () => move([picture], uuidv7()),
  ])
    await expect(attempt()).rejects.toThrow(NotFound);
  expect(await found(mine)).toEqual([]);
});
