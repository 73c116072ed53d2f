import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "#platform/auth/actor.ts";
import { Forbidden, NotFound, Unacceptable } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { newsroomOf, people } from "../newsroom.fixture.ts";
import { publishDueContent } from "../publish-due-content.ts";
import { withdrawContent } from "../withdraw-content.ts";
import { claimTopic } from "./claim-topic.ts";
import { endTopicClaim } from "./end-topic-claim.ts";
import { claimsFor, poolFor } from "./pool-queries.ts";

let db: TestDatabase;
const { as, draft, scheduled } = newsroomOf(() => db.database);
const { writer, editor, head, auditor } = people;
const elsewhere: Actor = { ...auditor, personId: uuidv7(), agencyId: uuidv7() };
const seen = async (q: string, actor = elsewhere) => {
  const { items, total } = await poolFor(db.database, actor, { q, page: 1 });
  return { titles: items.map(({ title }) => title), total };
};
const topic = { title: "Ngày hội chuyển đổi số", words: null, plannedOn: "2099-05-01", contact: "Văn phòng" };
const claim = (actor: Actor, part: Partial<typeof topic> = {}) =>
  as(actor, (work) => claimTopic(work, { ...topic, ...part }));

beforeAll(async () => {
  db = await testDatabase("sample");
  await db.pool.query(
    "insert into agency (id, kind, name, symbol, place, slug) values ($1, 'commune', 'Xã Một', 'X', 'X', 'xa-mot')",
    [elsewhere.agencyId],
  );
});

describe("the pool of the agencies", () => {
  test("shows the others what is on the portal while it stands there, never a draft, and nobody the own", async () => {
    await draft("Chuyện kể ở bến nước, bản nháp");
    const id = await scheduled("Chuyện kể ở bến nước");
    expect(await seen("ben nuoc")).toEqual({ titles: [], total: 0 });
    await publishDueContent(db.database, new Date(Date.now() + 60_000));
    expect(await seen("BẾN NƯỚC")).toEqual({ titles: ["Chuyện kể ở bến nước"], total: 1 });
    expect((await seen("ben nuoc", writer)).total).toBe(0);
    await as(editor, (work) => withdrawContent(work, { id, reason: "Sai số liệu" }));
    expect((await seen("ben nuoc")).total).toBe(0);
  });

  test("tells the others which topics are being worked on, in the words given, until that is ended", async () => {
    await expect(claim(auditor)).rejects.toThrow(Forbidden);
    await expect(claim(writer, { plannedOn: "2020-01-01" })).rejects.toThrow(Unacceptable);
    await claim(writer);
    const { others, own } = await claimsFor(db.database, elsewhere);
    expect(own).toEqual([]);
    expect(others).toEqual([
      { ...topic, madeAt: expect.any(Date), agencyName: "Sở Văn hóa, Thể thao và Du lịch" },
    ]);
    const { id } = (await claimsFor(db.database, writer)).own[0]!;
    const end = (actor: Actor) => as(actor, (work) => endTopicClaim(work, { id }));
    await expect(end({ ...writer, agencyId: elsewhere.agencyId })).rejects.toThrow(NotFound);
    await end(head);
    expect((await claimsFor(db.database, elsewhere)).others).toEqual([]);
    await expect(end(head)).rejects.toThrow(Forbidden);
  });
});
