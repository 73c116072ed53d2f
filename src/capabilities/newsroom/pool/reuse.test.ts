import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "#platform/auth/actor.ts";
import { Conflict, Forbidden, NotFound } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { type Work, work } from "#platform/work/work.ts";
import { itemOfAgency, revisionOf } from "../content-queries.ts";
import { correctContent, decideCorrection } from "../correct-content.ts";
import { reopenTip } from "../intake/reopen-tip.ts";
import { reuseForTip } from "../intake/reuse-for-tip.ts";
import { sameAsTip } from "../intake/same-as-tip.ts";
import { sendTip } from "../intake/send-tip.ts";
import { tipOf } from "../intake/tip-queries.ts";
import { fields, newsroomOf, people } from "../newsroom.fixture.ts";
import { publishDueContent } from "../publish-due-content.ts";
import { publishedBySlug } from "../published.ts";
import { presentApprovalSheet } from "../review/approval-sheet.ts";
import { saveContent } from "../save-content.ts";
import { findSimilar } from "../similarity/find-similar.ts";
import { rememberTexts } from "../similarity/remember-texts.ts";
import { contentReuse } from "../tables.ts";
import { removeContent, withdrawContent } from "../withdraw-content.ts";
import { claimTopic } from "./claim-topic.ts";
import { forbidReuse } from "./forbid-reuse.ts";
import { poolFor } from "./pool-queries.ts";
import { reuseContent } from "./reuse-content.ts";
import { traceOfItem } from "./reuse-queries.ts";

let db: TestDatabase;
/** Slug of the sample department. */
let agency: string;
const { as, exact, draft, scheduled, item } = newsroomOf(() => db.database);
const { writer, editor, leader, auditor } = people;
const unitId = uuidv7();
const commune = uuidv7();
const theirs: Actor = {
  personId: uuidv7(),
  name: "Người Xã Một",
  agencyId: commune,
  appointments: [{ role: "editor", unitId }],
};
const there = <T>(act: (current: Work) => Promise<T>) => work(db.database, theirs, act);
const SOURCE = "Sở Văn hóa, Thể thao và Du lịch";

async function published(title: string) {
  const id = await scheduled(title);
  await publishDueContent(db.database, new Date(Date.now() + 60_000));
  return { id, slug: (await item(id)).slug! };
}
const take = (slug: string, id?: string) => there((w) => reuseContent(w, { id, agency, slug, unitId }));
const told = async () =>
  (
    await db.pool.query<{ title: string; agency_id: string }>(
      "select title, agency_id from notice where person_id = $1 order by at, id",
      [theirs.personId],
    )
  ).rows.map(({ title }) => title);

beforeAll(async () => {
  db = await testDatabase("sample");
  await db.pool.query(
    "insert into agency (id, kind, name, symbol, place, slug) values ($1, 'commune', 'Xã Một', 'X', 'X', 'xa-mot')",
    [commune],
  );
  await db.pool.query(
    "insert into unit (id, agency_id, kind, name, short_name, slug, position) values ($1, $2, 'office', 'Văn phòng', 'VP', 'vp', 1)",
    [unitId, commune],
  );
  await db.pool.query(
    "insert into person (id, agency_id, name, email) values ($1, $2, 'Người Xã Một', 'x@x.vn')",
    [theirs.personId, commune],
  );
  agency = (await db.pool.query("select slug from agency where id = $1", [writer.agencyId])).rows[0].slug;
});

describe("what another agency published", () => {
  test("becomes a draft of one's own with its words and its source, seen from both sides and credited in public", async () => {
    const { id, slug } = await published("Chợ quê lên mạng");
    const own = await take(slug);
    const drafted = await itemOfAgency(db.database, commune, own);
    expect(drafted).toMatchObject({ state: "draft", unitId, createdBy: theirs.personId });
    expect((await revisionOf(db.database, drafted.currentRevisionId)).title).toBe("Chợ quê lên mạng");
    expect((await traceOfItem(db.database, theirs, own)).source).toMatchObject({
      agencyName: SOURCE,
      became: null,
    });
    expect((await traceOfItem(db.database, auditor, id)).reusedBy).toEqual([]);
    expect((await poolFor(db.database, theirs, { q: "cho que", page: 1 })).items).toMatchObject([
      { reusedAs: own, forbidden: false },
    ]);
    await db.pool.query("insert into content_slug (agency_id, slug, item_id) values ($1, 'cho-que', $2)", [
      commune,
      own,
    ]);
    await db.pool.query(
      "update content_item set state = 'published', slug = 'cho-que', published_at = now(), live_revision_id = current_revision_id where id = $1",
      [own],
    );
    expect((await traceOfItem(db.database, auditor, id)).reusedBy).toEqual([
      { agencyName: "Xã Một", address: expect.stringContaining("/tin-tuc/cho-que") },
    ]);
    expect(await publishedBySlug(db.database, commune, "cho-que")).toMatchObject({
      source: { agencyName: SOURCE, title: "Chợ quê lên mạng", address: expect.stringContaining(slug) },
    });
    await expect(traceOfItem(db.database, theirs, id)).rejects.toThrow(NotFound);
    await expect(db.database.delete(contentReuse)).rejects.toThrow();
    await there((w) => withdrawContent(w, { id: own, reason: "Nhầm" }));
    const { rows } = await db.pool.query(
      "select title, agency_id from notice where person_id = $1 and cause like $2",
      [editor.personId, `content-reused:${id}:%`],
    );
    expect(rows).toEqual([
      {
        title: "Xã Một đã thu hồi bản đăng lại bài của cơ quan bạn: Chợ quê lên mạng",
        agency_id: editor.agencyId,
      },
    ]);
  });

  test("is not taken when its agency forbids it, when it is not out, or as one's own", async () => {
    const { id, slug } = await published("Bài giữ riêng");
    await expect(as(writer, (w) => forbidReuse(w, { id, forbidden: true }))).rejects.toThrow(Forbidden);
    await as(editor, (w) => forbidReuse(w, { id, forbidden: true }));
    await expect(take(slug)).rejects.toThrow(Conflict);
    await as(editor, (w) => forbidReuse(w, { id, forbidden: false }));
    const sent = uuidv7();
    expect([await take(slug, sent), await take(slug, sent)]).toEqual([sent, sent]);
    await expect(take("khong-co")).rejects.toThrow(NotFound);
    await draft("Bản nháp");
    await expect(
      as(writer, (w) => reuseContent(w, { agency, slug, unitId: writer.appointments[0]!.unitId! })),
    ).rejects.toThrow(NotFound);
    await expect(
      work(db.database, { ...theirs, appointments: [{ role: "auditor", unitId: null }] }, (w) =>
        reuseContent(w, { agency, slug, unitId }),
      ),
    ).rejects.toThrow(Forbidden);
  });

  test("tells who took it over, each time once, that it was corrected, taken back, removed", async () => {
    const { id, slug } = await published("Lịch xe buýt mới");
    const own = await take(slug);
    const { revisionId: baseRevisionId } = await exact(id);
    await as(writer, (w) =>
      saveContent(w, { id, saveId: uuidv7(), baseRevisionId, fields: fields("Lịch xe buýt sửa") }),
    );
    await as(writer, (w) => correctContent(w, { id, note: "Sửa giờ" }));
    const corrected = await exact(id);
    await as(editor, (w) => decideCorrection(w, { ...corrected, accepted: true, reason: "" }));
    const lead = `${SOURCE} đã`;
    const rest = "bài gốc của bài cơ quan bạn lấy lại: Lịch xe buýt mới";
    expect(await told()).toEqual([`${lead} đính chính ${rest}`]);
    const { source, history } = await presentApprovalSheet(db.database, theirs, own);
    expect(source?.agencyName).toBe(SOURCE);
    expect(history.at(-1)).toMatchObject({ event: "reuse", note: expect.stringContaining(SOURCE) });
    const became = async () => (await traceOfItem(db.database, theirs, own)).source?.became;
    expect(await became()).toBe("corrected");
    await as(editor, (w) => withdrawContent(w, { id, reason: "Sai" }));
    expect(await became()).toBe("withdrawn");
    await as(leader, (w) => removeContent(w, { id, reason: "Có dữ liệu cá nhân" }));
    expect(await became()).toBe("gone");
    expect(await told()).toEqual([
      `${lead} đính chính ${rest}`,
      `${lead} thu hồi ${rest}`,
      `${lead} gỡ bỏ ${rest}`,
    ]);
    await expect(take(slug)).rejects.toThrow(NotFound);
  });
});

describe("a tip of what another agency tells too", () => {
  const send = (words: string) => {
    const id = uuidv7();
    return there((w) => sendTip(w, { id, unitId, kind: "news", words, media: [] }));
  };

  test("is shown with its score and passage, is used for that text with its source, and comes back whole", async () => {
    const { id, slug } = await published("Ba mươi hai thôn nộp hồ sơ qua mạng");
    const kept = await draft("Ba mươi hai thôn nộp hồ sơ qua mạng");
    await rememberTexts(db.database, null);
    const sent = await send(`Ba mươi hai thôn nộp hồ sơ qua mạng.\n${fields("").summary}`);
    const same = () => sameAsTip(db.database, theirs, sent);
    const [first, ...rest] = (await same()).similar;
    expect(first).toMatchObject({
      itemId: id,
      kind: "duplicate",
      own: false,
      agencyName: SOURCE,
      state: "published",
      reuse: { agency, slug, forbidden: false, reusedAs: null },
      passage: { mine: expect.any(String), theirs: expect.any(String) },
    });
    expect(rest.map(({ itemId }) => itemId)).not.toContain(kept);
    const taken = await there((w) => reuseForTip(w, { id: sent, agency, slug, unitId: null }));
    const used = () => tipOf(db.database, theirs, sent);
    expect(await used()).toMatchObject({ state: "used", itemId: taken });
    expect((await traceOfItem(db.database, theirs, taken)).source).toMatchObject({ agencyName: SOURCE });
    // Its own source is no duplicate that somebody has to answer for.
    const { currentRevisionId } = await itemOfAgency(db.database, commune, taken);
    const text = await revisionOf(db.database, currentRevisionId);
    const alike = await findSimilar(db.database, theirs, { ...text, itemId: taken });
    expect(alike.map(({ itemId }) => itemId)).not.toContain(id);
    await there((w) => reopenTip(w, { id: sent }));
    expect(await used()).toMatchObject({ state: "taken", itemId: null });
    expect((await itemOfAgency(db.database, commune, taken)).state).toBe("discarded");
    expect((await same()).similar[0]!.reuse).toMatchObject({ reusedAs: null });
  });

  test("names the topic that another says it is working on, and nothing where nobody tells the like", async () => {
    const topic = { title: "Hội thi rước nước làng Diềm", words: null, contact: "Văn phòng" };
    await as(writer, (w) => claimTopic(w, { ...topic, plannedOn: "2099-01-01" }));
    const of = async (words: string) => sameAsTip(db.database, theirs, await send(words));
    expect(await of("Sáng mai làng Diềm mở hội thi rước nước, có tám đội")).toMatchObject({
      similar: [],
      claims: [{ title: topic.title, agencyName: SOURCE, score: 1 }],
    });
    expect(await of("Trạm y tế đổi giờ tiêm chủng sang chiều thứ Ba")).toEqual({ similar: [], claims: [] });
  });
});
