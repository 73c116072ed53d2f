import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "#platform/auth/actor.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { learnNoticeMatters, whySettled } from "#platform/work/notice-matters.ts";
import { approveContent } from "./approve-content.ts";
import { newsroomOf, people } from "./newsroom.fixture.ts";
import { noticeMatters } from "./notice-matters.ts";
import { publishDueContent } from "./publish-due-content.ts";
import { returnContent } from "./return-content.ts";
import { recallContent, submitForReview } from "./submit-for-review.ts";
import { removeContent } from "./withdraw-content.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase("sample");
  learnNoticeMatters(noticeMatters);
});
const { as, exact, submitted, approved, scheduled } = newsroomOf(() => db.database);
const { writer, editor, secondEditor, leader } = people;

/** Why the newest notice with this beginning of a cause is needed no more by a person; null: it is. */
async function why(recipient: Actor, beginning: string): Promise<string | null> {
  const { rows } = await db.pool.query<{ cause: string }>(
    "select cause from notice where person_id = $1 and cause like $2 order by at desc limit 1",
    [recipient.personId, `${beginning}%`],
  );
  return whySettled(db.database, rows[0]!.cause, recipient);
}

describe("a text that waits to be approved is told of", () => {
  test("until another decides, or it is taken back and submitted anew", async () => {
    const id = await submitted("Chờ duyệt rồi người khác duyệt");
    expect(await why(editor, `content-submitted:${id}`)).toBeNull();
    await as(secondEditor, async (w) => approveContent(w, await exact(id)));
    expect(await why(editor, `content-submitted:${id}`)).toContain("Đã duyệt");

    const again = await submitted("Rút lại rồi gửi lại");
    const { rows } = await db.pool.query<{ cause: string }>("select cause from notice where cause like $1", [
      `content-submitted:${again}%`,
    ]);
    const first = rows[0]!.cause;
    await as(writer, (w) => recallContent(w, { id: again }));
    expect(await whySettled(db.database, first, editor)).toContain("Nháp");
    const { revisionId } = await exact(again);
    await as(writer, (w) => submitForReview(w, { id: again, revisionId }));
    expect(await whySettled(db.database, first, editor)).toContain("gửi duyệt lại");
    expect(await why(editor, `content-submitted:${again}`)).toBeNull();
  });

  test("only to who may still decide", async () => {
    const id = await submitted("Người duyệt thôi việc");
    expect(await why({ ...editor, appointments: [] }, `content-submitted:${id}`)).not.toBeNull();
    expect(await why(editor, `content-submitted:${id}`)).toBeNull();
  });
});

test("what was given back is told until it is submitted again", async () => {
  const id = await submitted("Cần sửa rồi gửi lại");
  await as(editor, (w) => returnContent(w, { id, reason: "Thêm nguồn số liệu" }));
  expect(await why(writer, `content-returned:${id}`)).toBeNull();
  const { revisionId } = await exact(id);
  await as(writer, (w) => submitForReview(w, { id, revisionId }));
  expect(await why(writer, `content-returned:${id}`)).toContain("Chờ duyệt");
});

test("of what was removed nothing is told, not even that it was published", async () => {
  const id = await scheduled("Có thông tin cá nhân");
  await publishDueContent(db.database, new Date(Date.now() + 60_000));
  expect(await why(writer, `content-published:${id}`)).toBeNull();
  await as(leader, (w) => removeContent(w, { id, reason: "Lộ thông tin cá nhân" }));
  expect(await why(writer, `content-published:${id}`)).toBe("Nội dung đã gỡ bỏ.");
  expect(await why(writer, `content-approved:${id}`)).toBe("Nội dung đã gỡ bỏ.");
});

test("another agency's person is told of nothing here", async () => {
  const id = await approved("Của cơ quan này");
  const stranger = { ...writer, agencyId: "01970000-0000-7000-8000-00ff00000001" };
  expect(await why(stranger, `content-approved:${id}`)).toBe("Nội dung không còn.");
});
