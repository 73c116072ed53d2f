import { beforeAll, describe, expect, test } from "vitest";
import { SAMPLE_AGENCY_ID, sampleUnitId } from "#organization";
import { Forbidden, NotFound, Unacceptable } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { linksOfItem, revisionOf } from "../content-queries.ts";
import { discardDraft } from "../discard-draft.ts";
import { draftContent } from "../draft-content.ts";
import { setEmbargo } from "../embargo/set-embargo.ts";
import { fields, newsroomOf, people } from "../newsroom.fixture.ts";
import { addDeliverable } from "../planning/assign-deliverable.ts";
import { proposeStory } from "../planning/propose-story.ts";
import { linkDeliverable } from "../planning/start-deliverable.ts";
import { presentStory } from "../planning/story-queries.ts";
import { publishDueContent } from "../publish-due-content.ts";
import { saveContent } from "../save-content.ts";
import { bulletinFor, sourceFor } from "./bulletin-queries.ts";
import { draftBulletin } from "./draft-bulletin.ts";
import { bulletinSettingsOf, usualSettings } from "./manner.ts";
import { setBulletinSettings } from "./set-bulletin-settings.ts";

let db: TestDatabase;
const { as, draft, submitted, approved, scheduled, item, exact } = newsroomOf(() => db.database);
const { writer, editor, auditor, administrator, head } = people;
const say = (id: string, actor = editor) => as(actor, (work) => draftBulletin(work, { id }));
const current = async (id: string) => revisionOf(db.database, (await item(id)).currentRevisionId);

beforeAll(async () => {
  db = await testDatabase("sample");
});

describe("a bulletin of an article", () => {
  test("is a draft in words for the ear, made once, that serves and waits as the article does", async () => {
    const id = await approved("TTHC được rút ngắn 30% từ 05/11/2026");
    const until = new Date(Date.now() + 86_400_000);
    await as(editor, (work) => setEmbargo(work, { id, until }));
    const made = await say(id);
    expect(await say(id, head)).toBe(made);
    const bulletin = await item(made);
    expect(bulletin).toMatchObject({ kind: "audio-bulletin", state: "draft", embargoUntil: until });
    const text = await current(made);
    expect(text.own.script).toContain(
      "Thủ tục hành chính được rút ngắn ba mươi phần trăm từ ngày mùng năm tháng mười một năm hai nghìn không trăm hai mươi sáu.",
    );
    expect(text.own.script).toMatch(/^Kính thưa quý vị và bà con! Sau đây là bản tin của Sở Văn hóa/);
    expect(text.aiUse).toEqual((await current(id)).aiUse);
    expect(await linksOfItem(db.database, made)).toEqual(await linksOfItem(db.database, id));
    const source = await sourceFor(db.database, auditor, made);
    expect(source).toMatchObject({ articleId: id, isOutdated: false, leftOut: [] });
    expect(
      source!.lines
        .flat()
        .filter(({ why }) => why !== null)
        .map(({ written }) => written),
    ).toEqual(["TTHC", "30%", "05/11/2026"]);
    const { rows } = await db.pool.query(
      "select count(*)::int as count from audit_entry where act = 'draft-bulletin' and object_id = $1",
      [id],
    );
    expect(rows[0].count).toBe(1);
  });

  test("is the product that the article's story plans for it and nobody has begun", async () => {
    const story = uuidv7();
    const unitId = sampleUnitId("phong-mau-a");
    const plan = async (kind: string, channel: string, day: string) => {
      const deliverableId = uuidv7();
      const dueAt = new Date(`2026-12-${day}T10:00:00Z`);
      await as(editor, (work) =>
        addDeliverable(work, { id: story, deliverableId, kind, channel, unitId, personId: null, dueAt }),
      );
      return deliverableId;
    };
    await as(editor, (work) =>
      proposeStory(work, {
        id: story,
        title: "Một đề tài, ba sản phẩm",
        note: "",
        unitId,
        leadPersonId: null,
        taskIds: [],
        obligationIds: [],
        clauseIds: [],
      }),
    );
    const written = await plan("news", "portal", "10");
    const later = await plan("audio-bulletin", "radio", "20");
    const sooner = await plan("audio-bulletin", "radio", "15");
    const article = await approved("Bài của đề tài");
    await as(editor, (work) => linkDeliverable(work, { id: written, itemId: article }));
    const made = await say(article);
    const its = new Map(
      (await presentStory(db.database, editor, story)).deliverables.map(({ id, itemId }) => [id, itemId]),
    );
    expect([its.get(sooner), its.get(later)]).toEqual([made, null]);
  });

  test("is made only of what somebody agreed to, by who writes for the unit, and of nothing to be heard already", async () => {
    const waiting = await submitted("Bài chờ duyệt");
    await expect(say(waiting)).rejects.toThrow(Forbidden);
    await expect(say(await draft("Bài nháp"))).rejects.toThrow(Forbidden);
    const id = await approved("Bài đã duyệt");
    await expect(say(id, auditor)).rejects.toThrow(Forbidden);
    await expect(say(id, { ...writer, agencyId: uuidv7() })).rejects.toThrow(NotFound);
    const elsewhere = {
      ...writer,
      appointments: [{ role: "head" as const, unitId: sampleUnitId("ttbcxb") }],
    };
    await expect(say(id, elsewhere)).rejects.toThrow(Forbidden);
    await db.pool.query("update content_item set kind = 'audio-bulletin' where id = $1", [id]);
    await expect(say(id)).rejects.toThrow(Unacceptable);
  });

  test("is of the live text while a newer one is written, and says so once that is live", async () => {
    const id = await scheduled("Bài sẽ được sửa");
    await publishDueContent(db.database, new Date(Date.now() + 60_000));
    const { revisionId } = await exact(id);
    await as(writer, (work) =>
      saveContent(work, {
        id,
        saveId: uuidv7(),
        baseRevisionId: revisionId,
        fields: fields("Bài đã được sửa"),
      }),
    );
    const made = await say(id);
    expect((await current(made)).title).toBe("Bài sẽ được sửa");
    await db.pool.query("update content_item set live_revision_id = current_revision_id where id = $1", [id]);
    expect(await sourceFor(db.database, editor, made)).toMatchObject({ isOutdated: true });
    await as(editor, (work) => discardDraft(work, { id: made }));
    expect((await bulletinFor(db.database, editor, id)).bulletin).toBeNull();
    const again = await say(id);
    expect(again).not.toBe(made);
    expect((await bulletinFor(db.database, editor, id)).bulletin).toMatchObject({
      id: again,
      title: "Bài đã được sửa",
    });
  });

  test("written by hand has no source", async () => {
    const id = await as(writer, (work) =>
      draftContent(work, { kind: "audio-bulletin", unitId: sampleUnitId("phong-mau-a") }),
    );
    expect(await sourceFor(db.database, editor, id)).toBeNull();
  });
});

describe("how the agency has its bulletins said", () => {
  test("is stated by who may, used for the next bulletin, and never twice for one word", async () => {
    expect(await bulletinSettingsOf(db.database, SAMPLE_AGENCY_ID)).toEqual(usualSettings);
    const settings = {
      ...usualSettings,
      opening: "Đài truyền thanh xã {cơ quan}, số 1.",
      zeroWord: "lẻ" as const,
      words: [{ written: "UBND", spoken: "uỷ ban" }],
    };
    const set = (actor: typeof editor, part: object = {}) =>
      as(actor, (work) => setBulletinSettings(work, { ...settings, ...part }));
    await expect(set(writer)).rejects.toThrow(Forbidden);
    await expect(set(administrator, { words: [...settings.words, ...settings.words] })).rejects.toThrow(
      Unacceptable,
    );
    await set(administrator);
    const script = (await current(await say(await approved("UBND nhận 105 hồ sơ")))).own.script!;
    expect(script).toMatch(/^Đài truyền thanh xã Sở Văn hóa, Thể thao và Du lịch, số một\./);
    expect(script).toContain("Uỷ ban nhận một trăm lẻ năm hồ sơ.");
  });
});
