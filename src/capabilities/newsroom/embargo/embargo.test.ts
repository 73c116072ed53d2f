import { beforeAll, describe, expect, test } from "vitest";
import { Conflict, Forbidden, Unacceptable } from "#platform/auth/policy.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { newsroomOf, people } from "../newsroom.fixture.ts";
import { publishDueContent } from "../publish-due-content.ts";
import { publishedBySlug } from "../published.ts";
import { scheduleContent, scheduleUrgently } from "../schedule-content.ts";
import { setEmbargo } from "./set-embargo.ts";

let db: TestDatabase;
const { as, draft, approved, exact, item } = newsroomOf(() => db.database);
const { writer, head, editor, clerk, leader } = people;
const hours = (count: number) => new Date(Date.now() + count * 3_600_000);
const until = hours(48);
const hold = (id: string, at: Date | null, actor = writer) =>
  as(actor, (work) => setEmbargo(work, { id, until: at }));
const schedule = (id: string, at: Date | null) => as(clerk, (work) => scheduleContent(work, { id, at }));

beforeAll(async () => {
  db = await testDatabase("sample");
});

describe("a text held until a moment", () => {
  test("is published before it by nobody: not now, not at an hour, not urgently, not past the acts", async () => {
    const id = await approved("Công bố kết quả xếp hạng cải cách hành chính");
    await hold(id, until);
    await expect(schedule(id, null)).rejects.toThrow("không được đăng trước");
    await expect(schedule(id, hours(47))).rejects.toThrow(Unacceptable);
    await expect(
      db.pool.query("update content_item set state = 'scheduled', scheduled_at = now() where id = $1", [id]),
    ).rejects.toThrow("content_item_is_not_scheduled_under_embargo");
    const urgent = await draft("Tin khẩn bị giữ giờ");
    await hold(urgent, until);
    const { revisionId } = await exact(urgent);
    await expect(
      as(leader, (work) => scheduleUrgently(work, { id: urgent, revisionId, reason: "Cần đăng ngay" })),
    ).rejects.toThrow("không được đăng trước");
    await schedule(id, until);
    await publishDueContent(db.database, hours(47));
    expect((await item(id)).state).toBe("scheduled");
    await publishDueContent(db.database, hours(49));
    const { agencyId, state, slug } = await item(id);
    expect(state).toBe("published");
    expect(await publishedBySlug(db.database, agencyId, slug!)).toMatchObject({ state: "published" });
  });

  test("is lifted or shortened only by who publishes, and only while it is not out or scheduled before", async () => {
    const id = await draft("Bài chờ họp báo");
    await hold(id, until);
    await expect(hold(id, null)).rejects.toThrow(Forbidden);
    await expect(hold(id, hours(24), head)).rejects.toThrow(Forbidden);
    await hold(id, hours(72));
    await hold(id, hours(24), editor);
    await hold(id, null, editor);
    for (const wrong of [hours(-1), hours(24 * 400)])
      await expect(hold(id, wrong)).rejects.toThrow(Unacceptable);
    const planned = await approved("Bài đã hẹn giờ");
    await schedule(planned, hours(2));
    await expect(hold(planned, until, editor)).rejects.toThrow(Conflict);
    const { rows } = await db.pool.query("select id from content_item where state = 'published' limit 1");
    await expect(hold(rows[0].id, until, editor)).rejects.toThrow(Forbidden);
  });
});
