import { beforeAll, describe, expect, test } from "vitest";
import { sampleUnitId } from "#organization";
import { sampleObligationId } from "#plan";
import type { Actor } from "#platform/auth/actor.ts";
import { Forbidden, NotFound, Unacceptable } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { approveContent } from "../approve-content.ts";
import { discardDraft } from "../discard-draft.ts";
import { draftContent } from "../draft-content.ts";
import { fields, newsroomOf, people } from "../newsroom.fixture.ts";
import { publishDueContent } from "../publish-due-content.ts";
import { saveContent } from "../save-content.ts";
import { scheduleContent } from "../schedule-content.ts";
import { submitForReview } from "../submit-for-review.ts";
import { withdrawContent } from "../withdraw-content.ts";
import { answerSimilar } from "./answer-similar.ts";
import { findSimilar } from "./find-similar.ts";
import { readSyllables } from "./read-syllables.ts";
import { rememberTexts } from "./remember-texts.ts";
import { shortNews } from "./short-news.fixture.ts";
import { stories } from "./stories.fixture.ts";
import { textKeys } from "./text-keys.ts";

let db: TestDatabase;
const { as, exact, item } = newsroomOf(() => db.database);
const { writer, editor, clerk, leader, auditor } = people;
/** An editor of another agency on the installation. */
const stranger: Actor = {
  personId: uuidv7(),
  name: "Người Mẫu",
  agencyId: uuidv7(),
  appointments: [{ role: "editor", unitId: null }],
};

beforeAll(async () => {
  db = await testDatabase("sample");
  await db.pool.query(
    "insert into agency (id, kind, name, symbol, place, slug) values ($1, 'commune', 'Xã Mẫu', 'XM', 'Nơi Mẫu', 'xa-mau')",
    [stranger.agencyId],
  );
});

/** A story as an item's fields, and as what somebody types. */
function parts(text: string) {
  const [title = "", summary = "", ...rest] = text.split("\n");
  const content = rest.map((line) => ({ type: "paragraph", content: [{ type: "text", text: line }] }));
  return { title, summary, plain: rest.join("\n"), body: { type: "doc" as const, content } };
}
const fieldsOf = (text: string) => {
  const { title, summary, body } = parts(text);
  return fields(title, { summary, body });
};
const draft = async (text: string) => {
  const id = await as(writer, (w) =>
    draftContent(w, {
      kind: "news",
      unitId: sampleUnitId("phong-mau-a"),
      fields: fieldsOf(text),
      obligationIds: [sampleObligationId("II.4.2-a")],
    }),
  );
  await rememberTexts(db.database, null);
  return id;
};
const save = async (id: string, text: string) => {
  const { revisionId } = await exact(id);
  await as(writer, (w) =>
    saveContent(w, { id, saveId: uuidv7(), baseRevisionId: revisionId, fields: fieldsOf(text) }),
  );
};
const published = async (text: string) => {
  const id = await draft(text);
  const { revisionId } = await exact(id);
  await as(writer, (w) => submitForReview(w, { id, revisionId }));
  const reviewed = await exact(id);
  await as(editor, (w) => approveContent(w, reviewed));
  await as(clerk, (w) => scheduleContent(w, { id, at: null }));
  await publishDueContent(db.database, new Date(Date.now() + 60_000));
  expect((await item(id)).state).toBe("published");
  return id;
};
const seenBy = async (actor: Actor, text: string, itemId: string | null = null) =>
  (await findSimilar(db.database, actor, { itemId, ...parts(text) })).map(({ itemId: id, kind }) => ({
    id,
    kind,
  }));

describe("while a text is written, items of the same news", () => {
  test("of the own agency are shown in every state, with the sentences that meet; the item itself is not", async () => {
    const { text, retold } = stories[0]!;
    const id = await draft(text);
    expect(await seenBy(writer, text)).toEqual([{ id, kind: "duplicate" }]);
    expect(await seenBy(writer, text, id)).toEqual([]);
    const [told] = await findSimilar(db.database, auditor, { itemId: null, ...parts(retold) });
    expect(told).toMatchObject({ itemId: id, kind: "possible", own: true, state: "draft", answer: null });
    expect(told?.passage?.mine).toContain("12 tháng 3 năm 2026");
    expect(told?.passage?.theirs).toContain("12/3/2026");
    expect(await seenBy(writer, stories[1]!.text)).toEqual([]);
  });

  test("that a story has made of it, or that were begun from it, are no others", async () => {
    const { text } = stories[2]!;
    const [one, other] = [await draft(text), await draft(text)];
    expect(await seenBy(writer, text, one)).toEqual([{ id: other, kind: "duplicate" }]);
    await db.pool.query("update content_item set begun_from = $1 where id = $2", [one, other]);
    expect(await seenBy(writer, text, one)).toEqual([]);
    expect(await seenBy(writer, text, other)).toEqual([]);
    await db.pool.query("update content_item set begun_from = null where id = $1", [other]);
    const story = uuidv7();
    await db.pool.query(
      "insert into story (id, agency_id, title, title_plain, unit_id, proposed_by) select $1, agency_id, 'Một đề tài', 'mot de tai', unit_id, created_by from content_item where id = $2",
      [story, one],
    );
    for (const id of [one, other])
      await db.pool.query(
        "insert into deliverable (id, agency_id, story_id, kind, channel, unit_id, due_at, item_id, created_by) select $1, agency_id, $2, kind, 'portal', unit_id, now(), id, created_by from content_item where id = $3",
        [uuidv7(), story, id],
      );
    expect(await seenBy(writer, text, one)).toEqual([]);
  });

  test("are found by a topic alone, without diacritics too, and other news of its mould is not", async () => {
    const id = await draft(stories[13]!.text);
    const typed = (title: string) =>
      findSimilar(db.database, writer, { itemId: null, title, summary: "", plain: "" });
    expect(await typed("So hoa 1.150 tu lieu Han Nom o bao tang")).toMatchObject([
      { itemId: id, kind: "title" },
    ]);
    expect(await typed("Số hóa 730 hiện vật gốm tại bảo tàng tỉnh")).toEqual([]);
    expect(await typed("")).toEqual([]);
  });

  test("are found by few sentences in other words; another place or day of the same subject is no such item", async () => {
    const [{ text, told, others }] = shortNews as [(typeof shortNews)[number]];
    const id = await draft(text);
    const seen = await Promise.all(told.map((words) => seenBy(writer, words)));
    expect(seen).toEqual(told.map(() => [{ id, kind: "possible" }]));
    const elsewhere = await Promise.all(others.map((words) => seenBy(writer, words)));
    expect(elsewhere.flat().filter(({ kind }) => kind !== "title")).toEqual([]);
  });

  test("are found when so much was edited that a single key is left, in the item's own editor too", async () => {
    const { text } = stories[15]!;
    const id = await draft(text);
    const keysOf = (written: string) =>
      textKeys([readSyllables(parts(written).title)], readSyllables(written));
    const kept = new Set(keysOf(text));
    const filler = stories[18]!.text.split(/\s+/);
    // Every so many words another, from so far on: the first way that leaves one key of all.
    const ways = [2, 3, 4, 5].flatMap((every) => Array.from({ length: 60 }, (_, from) => ({ every, from })));
    const edits = ways.map(({ every, from }) =>
      text
        .split("\n")
        .map((line, row) =>
          line
            .split(" ")
            .map((word, at) =>
              (at + row + from) % every === 0 && !/\d/.test(word)
                ? filler[(at + from) % filler.length]
                : word,
            )
            .join(" "),
        )
        .join("\n"),
    );
    const edited = edits.find((written) => keysOf(written).filter((key) => kept.has(key)).length === 1);
    expect(edited).toBeDefined();
    expect(await seenBy(writer, edited!)).toEqual([{ id, kind: expect.any(String) }]);
    const own = await draft(edited!);
    expect(await seenBy(writer, edited!, own)).toEqual([{ id, kind: expect.any(String) }]);
  });

  test("of other agencies are shown as they are published, and nothing else of them", async () => {
    const { text, retold } = stories[5]!;
    const id = await draft(text);
    expect(await seenBy(stranger, text)).toEqual([]);
    await as(writer, async (w) => discardDraft(w, { id }));
    expect(await seenBy(writer, text)).toEqual([]);

    const live = await published(text);
    expect(await seenBy(stranger, text)).toEqual([{ id: live, kind: "duplicate" }]);
    // What is being written under a published text is the own agency's alone.
    await save(live, stories[7]!.text);
    await rememberTexts(db.database, null);
    expect(await seenBy(stranger, stories[7]!.text)).toEqual([]);
    expect(await seenBy(writer, stories[7]!.text)).toEqual([{ id: live, kind: "duplicate" }]);
    const [shown] = await findSimilar(db.database, stranger, { itemId: null, ...parts(retold) });
    expect(shown).toMatchObject({ itemId: live, own: false, title: parts(text).title, state: "published" });

    await as(leader, (w) => withdrawContent(w, { id: live, reason: "Sai ngày" }));
    expect(await seenBy(stranger, text)).toEqual([]);
  });

  test("are read by the sweep after any kill, once, and the keys of old texts go", async () => {
    const id = await draft(stories[9]!.text);
    await save(id, stories[10]!.text);
    // Not read yet: the old text is no longer the item's, the new one has no keys.
    expect(await seenBy(writer, stories[9]!.text)).toEqual([]);
    expect(await rememberTexts(db.database, new Date(Date.now() - 60_000))).toBe(1);
    expect(await rememberTexts(db.database, null)).toBe(0);
    expect(await seenBy(writer, stories[10]!.text)).toEqual([{ id, kind: "duplicate" }]);
    const { rows } = await db.pool.query(
      "select (select count(*) from similarity_key)::int as kept, (select sum(cardinality(keys)) from similarity_text)::int as wanted",
    );
    expect(rows[0].kept).toBe(rows[0].wanted);
  });
});

describe("an item like another", () => {
  test("is answered for by its writer, which the reviewer sees and the audit keeps", async () => {
    const { text } = stories[2]!;
    const other = await draft(text);
    const id = await draft(text);
    const answer = (who: Actor, part: { otherId?: string; note?: string }) =>
      as(who, (w) => answerSimilar(w, { id, otherId: other, answer: "repost", note: "", ...part }));
    await expect(answer(writer, {})).rejects.toThrow(Unacceptable);
    await expect(answer(auditor, { note: "Báo Mẫu" })).rejects.toThrow(Forbidden);
    await expect(answer(writer, { otherId: uuidv7(), note: "Báo Mẫu" })).rejects.toThrow(NotFound);
    await answer(writer, { note: "Báo Mẫu" });
    const [shown] = await findSimilar(db.database, editor, { itemId: id, ...parts(text) });
    expect(shown?.answer).toMatchObject({ answer: "repost", note: "Báo Mẫu", byName: "Nguyễn Văn Mẫu" });
    const { rows } = await db.pool.query(
      "select after from audit_entry where act = 'answer-similar' and object_id = $1",
      [id],
    );
    expect(rows).toMatchObject([{ after: { answer: "repost", answerNote: "Báo Mẫu" } }]);
  });
});
