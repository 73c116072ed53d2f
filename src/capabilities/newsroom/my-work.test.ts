import { OpenAPIHandler } from "@orpc/openapi/fetch";
import { beforeAll, describe, expect, test } from "vitest";
import { sampleUnitId } from "#organization";
import type { Actor } from "#platform/auth/actor.ts";
import { uuidv7 } from "#platform/database/id.ts";
import type { ApiContext } from "#platform/http/api-context.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { approveContent } from "./approve-content.ts";
import { correctContent, decideCorrection } from "./correct-content.ts";
import { doneToday } from "./done-today-queries.ts";
import { fields, newsroomOf, people } from "./newsroom.fixture.ts";
import { noticeMissedContent } from "./notice-missed-content.ts";
import { plug } from "./plug.ts";
import { publishDueContent } from "./publish-due-content.ts";
import { returnContent } from "./return-content.ts";
import { saveContent } from "./save-content.ts";
import { scheduleContent, scheduleUrgently } from "./schedule-content.ts";
import { recallContent, submitForReview } from "./submit-for-review.ts";
import { withdrawContent } from "./withdraw-content.ts";

let db: TestDatabase;
let handler: OpenAPIHandler<ApiContext>;
beforeAll(async () => {
  db = await testDatabase("sample");
  handler = new OpenAPIHandler<ApiContext>({ newsroom: plug.routes! });
});
const { as, exact, item, draft, submitted, approved, scheduled } = newsroomOf(() => db.database);
const { writer, head, editor, secondEditor, leader, clerk, auditor } = people;
const elsewhere: Actor = { ...head, appointments: [{ role: "head", unitId: sampleUnitId("khtc") }] };
const minutes = (count: number) => new Date(Date.now() + count * 60_000);

async function workOf(who: Actor): Promise<Record<string, { id: string; itemId?: string }[]>> {
  const request = new Request("http://localhost/api/my-content");
  const { response } = await handler.handle(request, {
    prefix: "/api",
    context: { database: db.database, actor: who, address: "127.0.0.1", headers: request.headers },
  });
  return response!.json();
}

/** In which lists of "Việc của tôi" the item stands for this person. */
async function listsOf(who: Actor, id: string): Promise<string[]> {
  return Object.entries(await workOf(who)).flatMap(([name, rows]) =>
    rows.some((row) => row.id === id) ? [name] : [],
  );
}
const everywhere = async (id: string, who: Record<string, Actor>) =>
  Object.fromEntries(
    await Promise.all(Object.entries(who).map(async ([name, actor]) => [name, await listsOf(actor, id)])),
  );
const all = { writer, head, elsewhere, editor, leader, clerk, auditor };
const nobody = Object.fromEntries(Object.keys(all).map((name) => [name, []]));

describe("my work", () => {
  test("a draft is its writer's to do", async () => {
    expect(await everywhere(await draft("Việc của người viết"), all)).toEqual({
      ...nobody,
      writer: ["drafts"],
    });
  });

  test("a submitted text waits for those who may approve it, never for its writer or another unit", async () => {
    const id = await submitted("Chờ người thứ hai");
    const toReview = ["toReview"];
    expect(await everywhere(id, all)).toEqual({
      ...nobody,
      head: toReview,
      editor: toReview,
      leader: toReview,
    });
  });

  test("a returned text is its writer's again", async () => {
    const id = await submitted("Trả lại cho người viết");
    await as(editor, (w) => returnContent(w, { id, reason: "Thiếu nguồn" }));
    expect(await everywhere(id, all)).toEqual({ ...nobody, writer: ["returned"] });
  });

  test("an approved text waits for those who publish", async () => {
    const toPublish = ["toPublish"];
    expect(await everywhere(await approved("Chờ đăng"), all)).toEqual({
      ...nobody,
      editor: toPublish,
      leader: toPublish,
      clerk: toPublish,
    });
  });

  test("a correction and an urgent publication wait for a second person", async () => {
    const urgent = await draft("Đăng khẩn chờ hậu kiểm");
    await as(editor, async (w) => scheduleUrgently(w, { ...(await exact(urgent)), reason: "Mưa lũ" }));
    await publishDueContent(db.database, minutes(1));
    expect(await everywhere(urgent, { writer, editor, leader, secondEditor })).toEqual({
      writer: [],
      editor: [],
      leader: ["toReview"],
      secondEditor: ["toReview"],
    });
    const corrected = await correctionOf("Đính chính chờ duyệt");
    expect(await everywhere(corrected, { writer, editor, clerk })).toEqual({
      writer: [],
      editor: ["toReview"],
      clerk: [],
    });
  });

  test("a time that passed without publication is a failure of its people and of those who publish", async () => {
    const id = await scheduled("Quá giờ chưa đăng", null, minutes(-10));
    const failed = ["failed"];
    expect(await everywhere(id, all)).toEqual({
      ...nobody,
      writer: failed,
      editor: failed,
      leader: failed,
      clerk: failed,
    });
    await publishDueContent(db.database);
    expect(await everywhere(id, all)).toEqual(nobody);
  });
});

test("what was decided and shown today is told, with who did it, to those who answer for it", async () => {
  const id = await scheduled("Việc của hôm nay", null, minutes(-10));
  await publishDueContent(db.database);
  await as(leader, (w) => withdrawContent(w, { id, reason: "Lịch thay đổi" }));
  const acts = async (who: Actor) => (await workOf(who)).doneToday!.filter(({ itemId }) => itemId === id);
  expect(await acts(leader)).toMatchObject([
    { event: "withdraw", personName: leader.name, title: "Việc của hôm nay" },
    { event: "publish" },
    { event: "approve" },
    // Its hour was given ten minutes ago.
    { event: "schedule" },
  ]);
  expect(await acts(writer)).toEqual([]);
  expect(await doneToday(db.database, leader, minutes(24 * 60))).toEqual([]);
});

/** A published text with an open correction by its writer. */
async function correctionOf(title: string): Promise<string> {
  const id = await scheduled(title);
  await publishDueContent(db.database, minutes(1));
  await as(writer, async (w) =>
    saveContent(w, {
      id,
      saveId: uuidv7(),
      baseRevisionId: (await item(id)).currentRevisionId,
      fields: fields(`${title}, bản sửa`),
    }),
  );
  await as(writer, (w) => correctContent(w, { id, note: "Sửa tiêu đề" }));
  return id;
}

/** How often each cause about the item was told to the person. */
async function told(who: Actor, id: string): Promise<Record<string, number>> {
  const { rows } = await db.pool.query<{ cause: string; n: number }>(
    `select split_part(cause, ':', 1) as cause, count(*)::int as n from notice
      where person_id = $1 and (href like '%' || $2 || '%') group by 1`,
    [who.personId, id],
  );
  return Object.fromEntries(rows.map(({ cause, n }) => [cause, n]));
}

describe("notices", () => {
  test("of a text's life come once for each thing that happened, to those whose turn it is", async () => {
    const id = await submitted("Đời một bài");
    expect(await told(editor, id)).toEqual({ "content-submitted": 1 });
    expect(await told(head, id)).toEqual({ "content-submitted": 1 });
    expect(await told(writer, id)).toEqual({});
    await as(editor, (w) => returnContent(w, { id, reason: "Thiếu nguồn" }));
    await as(writer, async (w) => submitForReview(w, await exact(id)));
    await as(writer, (w) => recallContent(w, { id }));
    await as(writer, async (w) => submitForReview(w, await exact(id)));
    await as(editor, async (w) => approveContent(w, await exact(id)));
    await as(clerk, (w) => scheduleContent(w, { id, at: null }));
    await publishDueContent(db.database, minutes(1));
    await publishDueContent(db.database, minutes(2));
    await as(leader, (w) => withdrawContent(w, { id, reason: "Lịch thay đổi" }));
    expect(await told(editor, id)).toMatchObject({ "content-submitted": 3, "content-published": 1 });
    expect(await told(writer, id)).toEqual({
      "content-returned": 1,
      "content-approved": 1,
      "content-published": 1,
      "content-withdrawn": 1,
    });
    expect(await told(auditor, id)).toEqual({});
  });

  test("of a correction: once to who decides, once to who proposed", async () => {
    const id = await correctionOf("Báo đính chính");
    expect(await told(secondEditor, id)).toMatchObject({ "content-correction": 1 });
    await as(secondEditor, async (w) =>
      decideCorrection(w, { ...(await exact(id)), accepted: false, reason: "Chưa cần" }),
    );
    expect(await told(writer, id)).toMatchObject({ "content-correction-decided": 1 });
  });

  test("of an urgent publication: once to each who may check it, not to who published", async () => {
    const id = await draft("Báo đăng khẩn");
    await as(editor, async (w) => scheduleUrgently(w, { ...(await exact(id)), reason: "Mưa lũ" }));
    for (const checker of [leader, head, secondEditor])
      expect(await told(checker, id)).toEqual({ "content-post-check": 1 });
    expect(await told(editor, id)).toEqual({});
  });

  test("of a missed time come within five minutes without a worker, once, whoever notices; none before", async () => {
    const id = await scheduled("Không ai đăng", null, minutes(-60));
    const { scheduledAt } = await item(id);
    const later = (count: number) => new Date(scheduledAt!.getTime() + count * 60_000);
    await noticeMissedContent(db.database, later(2));
    expect(await told(writer, id)).not.toHaveProperty("content-not-published");
    expect(await noticeMissedContent(db.database, later(4))).toBeGreaterThan(0);
    await noticeMissedContent(db.database, later(5));
    for (const person of [writer, editor, clerk])
      expect(await told(person, id)).toMatchObject({ "content-not-published": 1 });
    expect(await told(auditor, id)).toEqual({});
    // Published late at last, it is missed no more.
    await publishDueContent(db.database);
    const { rows } = await db.pool.query("select title from notice where person_id = $1 and cause like $2", [
      writer.personId,
      `content-published:${id}:%`,
    ]);
    expect(rows).toEqual([{ title: "Đăng muộn so với giờ hẹn: Không ai đăng" }]);
    expect(await noticeMissedContent(db.database)).toBe(0);
  });
});
