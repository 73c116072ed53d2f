import { beforeAll, describe, expect, test } from "vitest";
import { SAMPLE_AGENCY_ID, samplePersonId, sampleUnitId } from "#organization";
import { sampleObligationId, sampleTaskOfObligation } from "#plan";
import type { Actor } from "#platform/auth/actor.ts";
import { Forbidden, NotFound, Unacceptable } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { approveContent } from "../approve-content.ts";
import { itemOfAgency, linksOfItem, revisionOf } from "../content-queries.ts";
import { correctContent, decideCorrection } from "../correct-content.ts";
import { discardDraft } from "../discard-draft.ts";
import { draftContent } from "../draft-content.ts";
import { fields, newsroomOf, people } from "../newsroom.fixture.ts";
import { publishDueContent } from "../publish-due-content.ts";
import { saveContent } from "../save-content.ts";
import { submitForReview } from "../submit-for-review.ts";
import { addDeliverable, assignDeliverable } from "./assign-deliverable.ts";
import { boardEntries } from "./board-entries.ts";
import { calendarEntries, clashesBetween } from "./calendar-entries.ts";
import { dropStory, resumeStory } from "./drop-story.ts";
import { countEntries, listEntries } from "./entry-queries.ts";
import { moveContentTime, moveDeliverable } from "./move-entry.ts";
import { presentEntries } from "./present-entries.ts";
import { changeStory, proposeStory } from "./propose-story.ts";
import { remindOfDeliverables } from "./remind-of-deliverables.ts";
import { removeDeliverable } from "./remove-deliverable.ts";
import { linkDeliverable, startDeliverable } from "./start-deliverable.ts";
import { listStories, presentStory } from "./story-queries.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase("sample");
});
const { as, exact, draft, scheduled } = newsroomOf(() => db.database);
const { writer, head, editor, clerk, auditor } = people;
const unitA = sampleUnitId("phong-mau-a");
const unitB = sampleUnitId("phong-mau-b");
const obligationId = sampleObligationId("II.4.2-a");
const ofUnitB: Actor = {
  ...writer,
  personId: samplePersonId("office"),
  appointments: [{ role: "contributor", unitId: unitB }],
};

const storyFields = {
  title: "Chuyện ở quầy tiếp nhận",
  note: "",
  unitId: unitA,
  leadPersonId: null,
  taskIds: [sampleTaskOfObligation("II.4.2-a")],
  obligationIds: [obligationId],
  clauseIds: [],
};
const propose = (title = storyFields.title) => as(editor, (w) => proposeStory(w, { ...storyFields, title }));
const wanted = {
  kind: "news",
  channel: "portal",
  unitId: unitA,
  personId: writer.personId as string | null,
  dueAt: new Date("2026-12-16T17:00:00+07:00"),
};
const add = async (storyId: string, changed: Partial<typeof wanted> = {}) => {
  const deliverableId = uuidv7();
  await as(editor, (w) => addDeliverable(w, { id: storyId, deliverableId, ...wanted, ...changed }));
  return deliverableId;
};
const story = (id: string) => presentStory(db.database, editor, id);
const told = async (who: Actor, cause: string) =>
  (
    await db.pool.query<{ title: string }>(
      "select title from notice where person_id = $1 and cause like $2 order by at",
      [who.personId, `${cause}%`],
    )
  ).rows.map(({ title }) => title);

describe("a story", () => {
  test("comes from its unit, editors and the Office; the same one sent again is one", async () => {
    const id = uuidv7();
    const send = (who: Actor) => as(who, (w) => proposeStory(w, { ...storyFields, id }));
    await expect(send(auditor)).rejects.toThrow(Forbidden);
    await expect(send(ofUnitB)).rejects.toThrow(Forbidden);
    expect([await send(writer), await send(writer)]).toEqual([id, id]);
    const made = await story(id);
    expect(made).toMatchObject({
      state: "proposed",
      obligationIds: [obligationId],
      proposedByName: "Nguyễn Văn Mẫu",
    });
    await expect(as(ofUnitB, (w) => changeStory(w, { id, ...storyFields, title: "Khác" }))).rejects.toThrow(
      Forbidden,
    );
    await as(head, (w) => changeStory(w, { id, ...storyFields, title: "Tên mới" }));
    expect((await listStories(db.database, auditor, { q: "ten moi" })).stories.map((row) => row.id)).toEqual([
      id,
    ]);
    await expect(
      as({ ...editor, agencyId: uuidv7() }, (w) => changeStory(w, { id, ...storyFields })),
    ).rejects.toThrow(NotFound);
  });

  test("stands as its products stand: proposed, being made, done; given up with a reason and taken up again", async () => {
    const id = await propose("Đời một đề tài");
    const stateIs = async (state: string) => {
      expect((await story(id)).state).toBe(state);
      const { stories } = await listStories(db.database, editor, {
        state: state as "doing",
        q: "Đời một đề tài",
      });
      expect(stories.map((row) => row.id)).toEqual([id]);
    };
    const first = await add(id);
    await stateIs("proposed");
    const itemId = await as(writer, (w) => startDeliverable(w, { id: first }));
    await stateIs("doing");
    await as(writer, (w) => discardDraft(w, { id: itemId }));
    await stateIs("proposed");
    const out = await scheduled("Bài của đề tài");
    await as(writer, (w) => linkDeliverable(w, { id: first, itemId: out }));
    await publishDueContent(db.database, new Date(Date.now() + 60_000));
    await stateIs("done");
    await expect(as(editor, (w) => removeDeliverable(w, { id: first }))).rejects.toThrow(Forbidden);

    const second = await add(id);
    await stateIs("doing");
    await expect(as(editor, (w) => dropStory(w, { id, reason: " " }))).rejects.toThrow(Unacceptable);
    await as(editor, (w) => dropStory(w, { id, reason: "Hết thời sự" }));
    await stateIs("dropped");
    expect(await told(writer, `story-dropped:${id}`)).toHaveLength(1);
    await expect(as(writer, (w) => startDeliverable(w, { id: second }))).rejects.toThrow(/đã bỏ/);
    await as(editor, (w) => resumeStory(w, { id }));
    await expect(as(editor, (w) => resumeStory(w, { id }))).rejects.toThrow(Forbidden);
    await stateIs("doing");
  });
});

describe("what is to come of a story", () => {
  test("is given within the own unit, by editors everywhere; who is to make it is told once", async () => {
    const id = await propose();
    await expect(as(writer, (w) => addDeliverable(w, { id, ...wanted, unitId: unitB }))).rejects.toThrow(
      Forbidden,
    );
    await expect(as(editor, (w) => addDeliverable(w, { id, ...wanted, kind: "thơ" }))).rejects.toThrow(
      Unacceptable,
    );
    await expect(as(editor, (w) => addDeliverable(w, { id, ...wanted, personId: uuidv7() }))).rejects.toThrow(
      Unacceptable,
    );
    const made = await add(id);
    await as(editor, (w) => assignDeliverable(w, { id: made, ...wanted, personId: null }));
    await as(editor, (w) => assignDeliverable(w, { id: made, ...wanted }));
    expect(await told(writer, `deliverable-assigned:${made}`)).toEqual([
      "Tin, hạn 17:00, 16/12/2026: Chuyện ở quầy tiếp nhận",
    ]);
  });

  test("becomes a text in one step that serves what the story serves; begun twice it is one", async () => {
    const id = await propose("Tên bài từ đề tài");
    const made = await add(id);
    const itemId = await as(writer, (w) => startDeliverable(w, { id: made }));
    expect(await as(editor, (w) => startDeliverable(w, { id: made }))).toBe(itemId);
    const item = await itemOfAgency(db.database, SAMPLE_AGENCY_ID, itemId);
    expect(item).toMatchObject({ kind: "news", unitId: unitA, createdBy: writer.personId });
    expect((await revisionOf(db.database, item.currentRevisionId)).title).toBe("Tên bài từ đề tài");
    expect(await linksOfItem(db.database, itemId)).toEqual({
      taskIds: storyFields.taskIds,
      obligationIds: [obligationId],
      clauseIds: [],
    });
    await expect(
      as(editor, (w) => assignDeliverable(w, { id: made, ...wanted, kind: "article" })),
    ).rejects.toThrow(Unacceptable);
  });

  test("makes nobody's text writable to who is named for it", async () => {
    const id = await propose();
    const made = await add(id, { personId: ofUnitB.personId });
    await expect(as(ofUnitB, (w) => startDeliverable(w, { id: made }))).rejects.toThrow(Forbidden);
    const itemId = await as(writer, (w) => startDeliverable(w, { id: made }));
    const { currentRevisionId } = await itemOfAgency(db.database, SAMPLE_AGENCY_ID, itemId);
    const save = {
      id: itemId,
      saveId: uuidv7(),
      baseRevisionId: currentRevisionId,
      fields: fields("Sửa hộ"),
    };
    await expect(as(ofUnitB, (w) => saveContent(w, save))).rejects.toThrow(Forbidden);
  });

  test("takes a text that is there already, of its kind and of no other story", async () => {
    const id = await propose();
    const [one, other] = [await add(id), await add(id)];
    const article = await as(writer, (w) => draftContent(w, { kind: "article", unitId: unitA }));
    await expect(as(writer, (w) => linkDeliverable(w, { id: one, itemId: article }))).rejects.toThrow(
      /cần loại “Tin”/,
    );
    const text = await draft("Bài viết trước");
    await as(writer, (w) => linkDeliverable(w, { id: one, itemId: text }));
    expect((await linksOfItem(db.database, text)).taskIds).toEqual(storyFields.taskIds);
    await expect(as(writer, (w) => linkDeliverable(w, { id: other, itemId: text }))).rejects.toThrow(
      /đã là sản phẩm/,
    );
    await expect(as(writer, (w) => linkDeliverable(w, { id: one, itemId: text }))).rejects.toThrow(Forbidden);
    await as(editor, (w) => removeDeliverable(w, { id: one }));
    expect((await itemOfAgency(db.database, SAMPLE_AGENCY_ID, text)).state).toBe("draft");
  });

  test("that is corrected in public is told of to those who make the others", async () => {
    const id = await propose("Một con số, hai sản phẩm");
    const [out, other] = [await scheduled("Con số đã đăng"), await draft("Con số ở bài sau")];
    await publishDueContent(db.database, new Date(Date.now() + 60_000));
    for (const itemId of [out, other]) {
      const deliverableId = await add(id);
      await as(editor, (w) => linkDeliverable(w, { id: deliverableId, itemId }));
    }
    const { revisionId: baseRevisionId } = await exact(out);
    const corrected = fields("Con số đã sửa");
    await as(writer, (w) => saveContent(w, { id: out, saveId: uuidv7(), baseRevisionId, fields: corrected }));
    await as(writer, (w) => correctContent(w, { id: out, note: "Sửa con số" }));
    const reviewed = await exact(out);
    await as(editor, (w) => decideCorrection(w, { ...reviewed, accepted: true, reason: "" }));
    expect(await told(writer, `content-sibling-corrected:${other}`)).toEqual([
      "Đã đính chính “Con số đã sửa”; hãy xem “Con số ở bài sau” có còn nói điều cũ không",
    ]);
    expect(await told(writer, `content-sibling-corrected:${out}`)).toEqual([]);
  });

  test("is reminded of once before its moment and once after, on working days, until it is handed in", async () => {
    const id = await propose("Nhắc một lần");
    // A Wednesday, in a week without days off.
    const made = await add(id);
    const lead = { ...storyFields, title: "Nhắc một lần", leadPersonId: editor.personId };
    await as(editor, (w) => changeStory(w, { id, ...lead }));
    const sweep = (moment: string) => remindOfDeliverables(db.database, new Date(`${moment}:00+07:00`));
    const reminded = (who: Actor) => told(who, `deliverable-due:${made}`);
    await sweep("2026-12-14T09:00");
    expect(await reminded(writer)).toEqual([]);
    await sweep("2026-12-15T09:00");
    await sweep("2026-12-16T09:00");
    expect(await reminded(writer)).toEqual(["Sắp đến hạn 17:00, 16/12/2026: Tin “Nhắc một lần”"]);
    await sweep("2026-12-19T09:00");
    expect(await reminded(writer)).toHaveLength(1);
    await sweep("2026-12-17T09:00");
    await sweep("2026-12-18T09:00");
    expect(await reminded(writer)).toHaveLength(2);
    expect(await reminded(editor)).toEqual(["Quá hạn 17:00, 16/12/2026: Tin “Nhắc một lần”"]);
    // Another moment is another matter, until the text is handed in.
    await as(editor, (w) =>
      assignDeliverable(w, { id: made, ...wanted, dueAt: new Date("2026-12-23T17:00:00+07:00") }),
    );
    const itemId = await as(writer, (w) => startDeliverable(w, { id: made }));
    await as(writer, async (w) =>
      saveContent(w, {
        id: itemId,
        saveId: uuidv7(),
        baseRevisionId: (await exact(itemId)).revisionId,
        fields: fields("Xong bài"),
      }),
    );
    await as(writer, async (w) => submitForReview(w, await exact(itemId)));
    await sweep("2026-12-23T09:00");
    expect(await reminded(writer)).toHaveLength(2);
    await as(editor, async (w) => approveContent(w, await exact(itemId)));
  });
});

describe("the list of texts and of what is to be written", () => {
  test("goes on from the last row seen, each row once, what changed last first", async () => {
    const whole = await listEntries(db.database, clerk, {}, { limit: 1000 });
    expect(whole.next).toBeNull();
    const paged = [];
    let after: string | undefined;
    do {
      const page = await listEntries(db.database, clerk, {}, { after, limit: 7 });
      paged.push(...page.entries);
      after = page.next ?? undefined;
    } while (after);
    expect(paged.map(({ mark }) => mark)).toEqual(whole.entries.map(({ mark }) => mark));
    expect(await countEntries(db.database, clerk, {})).toBe(whole.entries.length);
  });

  test("is narrowed by state, kind, person, clause and words, each also for what is not written yet", async () => {
    const id = await propose("Điều cần lọc");
    await add(id, { kind: "article", personId: clerk.personId });
    const titles = async (filter: Parameters<typeof listEntries>[2]) =>
      (await listEntries(db.database, clerk, filter, { limit: 1000 })).entries.map(({ title }) => title);
    const { rows } = await db.pool.query<{ clause_id: string }>(
      "select clause_id from obligation where id = $1",
      [obligationId],
    );
    const only = ["Điều cần lọc"];
    expect(await titles({ q: "dieu can loc" })).toEqual(only);
    expect(await titles({ state: "planned", kind: "article", mine: true })).toEqual(only);
    expect(await titles({ personId: clerk.personId, state: "planned" })).toEqual(only);
    expect(await titles({ q: "dieu can loc", kind: "news" })).toEqual([]);
    expect(await titles({ q: "dieu can loc", state: "draft" })).toEqual([]);
    const served = await titles({ clauseId: rows[0]!.clause_id });
    expect(served).toContain("Điều cần lọc");
    expect(served.length).toBeLessThan((await titles({})).length);
    expect(await titles({ state: "planned", theme: "pillar.procedures" })).toEqual([]);
    const elsewhere = { ...clerk, agencyId: uuidv7() };
    expect((await listEntries(db.database, elsewhere, {})).entries).toEqual([]);
    await as(editor, (w) => dropStory(w, { id, reason: "Thôi" }));
    expect(await titles({ q: "dieu can loc" })).toEqual([]);
  });
});

describe("the board", () => {
  test("has each entry in the column of its state, with the same filters as the list", async () => {
    const id = await propose("Điều trên bảng cột");
    await add(id);
    await as(writer, async (w) => startDeliverable(w, { id: await add(id) }));
    const columns = await boardEntries(db.database, writer, { q: "dieu tren bang cot" });
    expect(columns.flatMap(({ state, entries }) => entries.map(() => state))).toEqual(["planned", "draft"]);
    const drafts = await boardEntries(db.database, writer, { q: "dieu tren bang cot", state: "draft" });
    expect(drafts.map(({ state, entries }) => [state, entries.length])).toEqual([["draft", 1]]);
  });
});

describe("the calendar", () => {
  const vietnam = (local: string) => new Date(`${local}:00+07:00`);
  const shown = async (who: Actor, from: string, to = from) =>
    presentEntries(db.database, who, (await calendarEntries(db.database, who, {}, { from, to })).entries);
  const soon = (days: number, hour: string) => {
    const day = Temporal.Now.zonedDateTimeISO("Asia/Ho_Chi_Minh").toPlainDate().add({ days });
    return { day: day.toString(), at: vietnam(`${day}T${hour}`) };
  };

  test("shows what is due, to come out and out on its day of Việt Nam, and what of it the reader may move", async () => {
    const id = await propose("Đầu ngày và cuối ngày");
    const first = await add(id, { dueAt: vietnam("2027-03-02T00:00") });
    await add(id, { dueAt: vietnam("2027-03-03T00:00") });
    const [due, ...others] = await shown(writer, "2027-03-02");
    expect(others).toEqual([]);
    expect(due).toMatchObject({ id: first, means: "due", move: { what: "due", why: null } });
    expect((await shown(auditor, "2027-03-02"))[0]!.move.why).toMatch(/đổi được hạn/);
    const { day, at } = soon(40, "08:30");
    const text = await scheduled("Hẹn sáng", at);
    const [waiting] = await shown(clerk, day);
    expect(waiting).toMatchObject({ id: text, at, means: "scheduled", move: { what: "publication" } });
    expect((await shown(writer, day))[0]!.move).toEqual({
      what: null,
      why: "Chỉ biên tập, Văn phòng và lãnh đạo cơ quan đặt, đổi, bỏ được giờ đăng.",
    });
    const now = new Date();
    const out = await scheduled("Vừa lên", null, new Date(now.getTime() - 60_000));
    await publishDueContent(db.database, now);
    const today = Temporal.Now.plainDateISO("Asia/Ho_Chi_Minh").toString();
    const published = (await shown(clerk, today)).find((entry) => entry.id === out);
    expect(published).toMatchObject({ means: "published", move: { what: null, why: /đã đăng/i } });
  });

  test("moves what is due as one act, not over another's move, and never what is out", async () => {
    const made = await add(await propose("Dời hạn"));
    const seenAt = wanted.dueAt;
    const move = { id: made, at: vietnam("2026-12-22T09:00"), seenAt };
    await expect(as(ofUnitB, (w) => moveDeliverable(w, move))).rejects.toThrow(Forbidden);
    await as(writer, (w) => moveDeliverable(w, move));
    await expect(as(editor, (w) => moveDeliverable(w, { ...move, at: seenAt }))).rejects.toThrow(
      /vừa chuyển sang 09:00, 22\/12\/2026/,
    );
    expect(await told(writer, `deliverable-moved:${made}`)).toEqual([]);
    await as(editor, (w) => moveDeliverable(w, { id: made, at: seenAt, seenAt: move.at }));
    expect(await told(writer, `deliverable-moved:${made}`)).toEqual([
      `${editor.name} chuyển hạn của bạn từ 09:00, 22/12/2026 sang 17:00, 16/12/2026: Tin “Dời hạn”`,
    ]);
    const { rows } = await db.pool.query<{ act: string }>(
      "select act from audit_entry where object_id = $1 and act like 'move%'",
      [made],
    );
    expect(rows).toHaveLength(2);
    const text = await scheduled("Đã hẹn giờ", soon(70, "09:00").at);
    await as(editor, (w) => linkDeliverable(w, { id: made, itemId: text }));
    await expect(as(writer, (w) => moveDeliverable(w, move))).rejects.toThrow(/hãy đổi giờ đăng/);
  });

  test("moves a publication and its approval with it; a time that is past or held leaves it where it was", async () => {
    const [before, after] = [soon(50, "09:00"), soon(51, "10:00")];
    const id = await scheduled("Đổi giờ đăng", before.at);
    const move = (at: Date, seenAt = before.at, who = clerk) =>
      as(who, (w) => moveContentTime(w, { id, at, seenAt }));
    await expect(move(after.at, before.at, writer)).rejects.toThrow(Forbidden);
    await expect(move(soon(-1, "09:00").at)).rejects.toThrow(/đã qua/);
    await expect(move(after.at, after.at)).rejects.toThrow(/vừa chuyển/);
    expect(await move(after.at)).toEqual(after.at);
    const moved = await itemOfAgency(db.database, SAMPLE_AGENCY_ID, id);
    expect(moved).toMatchObject({ state: "scheduled", scheduledAt: after.at });
    expect(moved.approvedBy).not.toBeNull();
    expect(await told(writer, `content-moved:${id}`)).toEqual([
      expect.stringMatching(/^office chuyển giờ đăng bài của bạn từ 09:00, .*: “Đổi giờ đăng”$/),
    ]);
    await publishDueContent(db.database, before.at);
    expect((await itemOfAgency(db.database, SAMPLE_AGENCY_ID, id)).state).toBe("scheduled");
  });

  test("says what comes out too near another on its channel", async () => {
    const { day, at } = soon(60, "14:00");
    const one = await scheduled("Cùng giờ, một", at);
    const other = await scheduled("Cùng giờ, hai", new Date(at.getTime() + 20 * 60_000));
    const alone = await scheduled("Buổi chiều", new Date(at.getTime() + 60 * 60_000));
    const clashes = await clashesBetween(db.database, editor, { from: day, to: day });
    expect(clashes.get(one)).toEqual({ title: "Cùng giờ, hai", minutes: 20 });
    expect(clashes.get(other)).toEqual({ title: "Cùng giờ, một", minutes: 20 });
    expect(clashes.has(alone)).toBe(false);
  });
});
