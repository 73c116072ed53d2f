import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "#platform/auth/actor.ts";
import { Conflict, Forbidden } from "#platform/auth/policy.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { newsroomOf, people } from "../newsroom.fixture.ts";
import { askForContent } from "./ask-for-content.ts";
import { holdContent, releaseContent } from "./hold-content.ts";
import { presenceOf, writersOf } from "./presence-queries.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase("sample");
});
const { as, draft, submitted } = newsroomOf(() => db.database);
const { writer, head, editor, secondEditor, auditor } = people;

const start = new Date("2026-11-20T02:12:00Z");
const second = (seconds: number) => new Date(start.getTime() + seconds * 1000);
const hold = (actor: Actor, id: string, seconds: number, takeOver = false) =>
  as(actor, (w) => holdContent(w, { id, takeOver }), second(seconds));
const seenBy = async (actor: Actor, id: string, seconds: number) =>
  (await presenceOf(db.database, actor, id, second(seconds))).holder;
const told = async (person: Actor, cause: string) =>
  (
    await db.pool.query("select title from notice where person_id = $1 and cause like $2", [
      person.personId,
      cause,
    ])
  ).rows;

describe("who is writing", () => {
  test("is seen by the others from the first change on, and lapses when nothing more is heard", async () => {
    const id = await draft("Ai đang viết");
    expect(await seenBy(editor, id, 0)).toBeNull();
    await hold(writer, id, 0);
    await hold(writer, id, 60);
    expect(await seenBy(editor, id, 120)).toMatchObject({ isMe: false, since: start });
    expect(await seenBy(writer, id, 120)).toMatchObject({ isMe: true });
    expect((await writersOf(db.database, [id], second(120))).get(id)).toBe("Nguyễn Văn Mẫu");
    expect(await seenBy(editor, id, 151)).toBeNull();
    await hold(editor, id, 151);
    expect(await seenBy(editor, id, 152)).toMatchObject({ isMe: true, since: second(151) });
  });

  test("stays the writer when somebody else only begins to type", async () => {
    const id = await draft("Người thứ hai gõ");
    await hold(writer, id, 0);
    await hold(editor, id, 5);
    expect(await seenBy(editor, id, 6)).toMatchObject({ isMe: false, since: start });
  });

  test("can be taken over, which the former writer is told and the audit keeps", async () => {
    const id = await draft("Tiếp quản");
    await hold(writer, id, 0);
    await hold(editor, id, 30, true);
    expect(await seenBy(writer, id, 31)).toMatchObject({ isMe: false });
    expect(await told(writer, `content-taken-over:${id}:%`)).toHaveLength(1);
    const { rows } = await db.pool.query(
      "select person_id from audit_entry where act = 'take-over-content' and object_id = $1",
      [id],
    );
    expect(rows).toEqual([{ person_id: editor.personId }]);
  });

  test("is asked once for each time of writing, and hands over to who asked", async () => {
    const id = await draft("Xin sửa");
    await expect(as(editor, (w) => askForContent(w, { id }), start)).rejects.toThrow(Conflict);
    await hold(writer, id, 0);
    await as(editor, (w) => askForContent(w, { id }), second(10));
    await as(editor, (w) => askForContent(w, { id }), second(20));
    expect(await told(writer, `content-asked:${id}:%`)).toEqual([{ title: "editor xin sửa bài: Xin sửa" }]);
    expect(await seenBy(writer, id, 21)).toMatchObject({ isMe: true, askedByName: "Lê Thị Mẫu" });
    await as(writer, (w) => releaseContent(w, { id }), second(30));
    expect(await seenBy(editor, id, 31)).toMatchObject({ isMe: true, since: second(30), askedByName: null });
    await as(editor, (w) => releaseContent(w, { id }), second(40));
    expect(await seenBy(editor, id, 41)).toBeNull();
  });

  test("cannot be freed by somebody else", async () => {
    const id = await draft("Không thả hộ");
    await hold(writer, id, 0);
    await as(editor, (w) => releaseContent(w, { id }), second(5));
    expect(await seenBy(writer, id, 6)).toMatchObject({ isMe: true });
  });

  test("is only who may write the item, in a state in which it is written", async () => {
    const id = await draft("Ai được viết");
    await expect(hold(auditor, id, 0)).rejects.toThrow(Forbidden);
    await expect(as(auditor, (w) => askForContent(w, { id }))).rejects.toThrow(Forbidden);
    const waiting = await submitted("Đang chờ duyệt");
    await expect(hold(writer, waiting, 0)).rejects.toThrow("đang chờ duyệt");
    await expect(as(secondEditor, (w) => askForContent(w, { id: waiting }))).rejects.toThrow(Forbidden);
  });

  test("at the same moment is one of two, never both", async () => {
    const id = await draft("Cùng lúc");
    await Promise.all([writer, editor, head, secondEditor].map((actor) => hold(actor, id, 0)));
    const seen = await Promise.all([writer, editor, head, secondEditor].map((actor) => seenBy(actor, id, 1)));
    expect(seen.filter((holder) => holder?.isMe)).toHaveLength(1);
  });
});
