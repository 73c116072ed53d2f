import { beforeAll, expect, test } from "vitest";
import { SAMPLE_AGENCY_ID, samplePersonId, sampleUnitId } from "#organization";
import type { Actor, Role } from "#platform/auth/actor.ts";
import { Conflict, Forbidden, NotFound, Unacceptable } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import type { PortalCall, PortalPage } from "#platform/http/portal-page.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { type Work, work } from "#platform/work/work.ts";
import { answerLifeEvent } from "../portal/life-event.page.tsx";
import { answerProcedureList } from "../portal/procedure-list.page.tsx";
import { publicEvents } from "../published.ts";
import { listLifeEvents } from "./life-event-queries.ts";
import { removeLifeEvent } from "./remove-life-event.ts";
import { type GivenEvent, saveLifeEvent } from "./save-life-event.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase("sample");
});
const DAY = "2026-11-30";
const actor = (role: Role): Actor => ({
  personId: samplePersonId("office"),
  name: "Người Mẫu",
  agencyId: SAMPLE_AGENCY_ID,
  appointments: [{ role, unitId: sampleUnitId("van-phong") }],
});
const as = <T>(role: Role, act: (current: Work) => Promise<T>) => work(db.database, actor(role), act);
const idOf = async (code: string) =>
  (await db.pool.query("select id from procedure where code = $1", [code])).rows[0].id as string;
const given = async (part: Partial<GivenEvent> = {}): Promise<GivenEvent> => ({
  ...{ id: uuidv7(), name: "Việc thử", side: "person", summary: "", position: 50 },
  procedures: [{ procedureId: await idOf("9.990001"), note: "" }],
  ...part,
});
const call = (query: Record<string, string> = {}, params: Record<string, string> = {}) =>
  ({
    ...{ database: db.database, agency: { id: SAMPLE_AGENCY_ID, name: "Sở Mẫu" }, origin: "", host: "" },
    ...{ now: new Date(`${DAY}T03:00:00Z`), params, query },
  }) as unknown as PortalCall;
const shown = async (page: unknown) => String(await (page as PortalPage).body);

test("the finder is narrowed by an event, its names are found with or without signs, and lead to all that it takes", async () => {
  const whole = await shown(await answerProcedureList(call()));
  expect(whole).toContain("Hoạt động của tổ chức, doanh nghiệp");
  expect(whole).toContain('<a href="/thu-tuc/su-kien/to-chuc-bieu-dien-nghe-thuat">');
  const narrowed = await shown(await answerProcedureList(call({ "su-kien": "to-chuc-le-hoi" })));
  expect(narrowed).toContain("2 thủ tục.");
  expect(await shown(await answerProcedureList(call({ "su-kien": "khong-co" })))).toContain(
    "Không có thủ tục nào khớp",
  );
  const asked = await shown(await answerProcedureList(call({ "tu-khoa": "bieu dien" })));
  expect(asked).toContain("Bạn đang cần");
  const page = (await answerLifeEvent(call({}, { slug: "to-chuc-bieu-dien-nghe-thuat" })))!;
  const body = await shown(page);
  for (const part of [
    "Đơn đề nghị tổ chức biểu diễn",
    "5 ngày làm việc",
    "500.000",
    "phố Thí Dụ",
    "khi treo băng-rôn",
  ])
    expect(body).toContain(part);
});

test("an event is written and changed by who may; its address stays when its name changes; the audit keeps both", async () => {
  const event = await given({ name: "Mở rạp chiếu phim" });
  await expect(as("contributor", (current) => saveLifeEvent(current, event))).rejects.toThrow(Forbidden);
  await as("administrator", (current) => saveLifeEvent(current, event));
  await as("office", (current) => saveLifeEvent(current, { ...event, name: "Mở phòng chiếu phim" }));
  const found = (await publicEvents(db.database, SAMPLE_AGENCY_ID, DAY)).find(
    ({ slug }) => slug === "mo-rap-chieu-phim",
  );
  expect(found).toMatchObject({ name: "Mở phòng chiếu phim", side: "person" });
  const { rows } = await db.pool.query(
    "select before ->> 'name' as was, after ->> 'name' as is from audit_entry where object_id = $1 order by at",
    [event.id],
  );
  expect(rows.map(({ was, is }) => [was, is])).toEqual([
    [null, "Mở rạp chiếu phim"],
    ["Mở rạp chiếu phim", "Mở phòng chiếu phim"],
  ]);
});

test("a name that stands already, a procedure twice or one of nobody is refused, and nothing is written", async () => {
  const twice = await given();
  const refused: [GivenEvent, new (...args: never[]) => Error][] = [
    [await given({ name: "tổ chức LỄ HỘI" }), Unacceptable],
    [{ ...twice, procedures: [...twice.procedures, ...twice.procedures] }, Unacceptable],
    [await given({ procedures: [{ procedureId: uuidv7(), note: "" }] }), NotFound],
  ];
  for (const [event, why] of refused)
    await expect(as("editor", (current) => saveLifeEvent(current, event))).rejects.toThrow(why);
  const view = await listLifeEvents(db.database, actor("auditor"));
  expect(view.events.map(({ name }) => name)).not.toContain("Việc thử");
  expect(view.may.events?.allowed).toBe(false);
});

test("what is removed is gone from the finder and answers 410; it is not changed any more, its name is free", async () => {
  const event = await given({ name: "Tổ chức hội chợ" });
  await as("editor", (current) => saveLifeEvent(current, event));
  await expect(as("head", (current) => removeLifeEvent(current, event))).rejects.toThrow(Forbidden);
  await expect(as("editor", (current) => removeLifeEvent(current, { id: uuidv7() }))).rejects.toThrow(
    NotFound,
  );
  await as("editor", (current) => removeLifeEvent(current, event));
  await expect(as("editor", (current) => removeLifeEvent(current, event))).rejects.toThrow(Conflict);
  await expect(as("editor", (current) => saveLifeEvent(current, event))).rejects.toThrow(Conflict);
  expect((await answerLifeEvent(call({}, { slug: "to-chuc-hoi-cho" })))?.kind).toBe("page");
  expect(((await answerLifeEvent(call({}, { slug: "to-chuc-hoi-cho" }))) as PortalPage).status).toBe(410);
  expect(await answerLifeEvent(call({}, { slug: "khong-co" }))).toBeNull();
  const again = await given({ name: "Tổ chức hội chợ" });
  await as("editor", (current) => saveLifeEvent(current, again));
  expect(((await answerLifeEvent(call({}, { slug: "to-chuc-hoi-cho-2" }))) as PortalPage).title).toBe(
    "Tổ chức hội chợ",
  );
});

test("a procedure that is not carried out any more is not among what an event takes", async () => {
  const event = await given({ name: "Việc của thủ tục cũ" });
  event.procedures = [{ procedureId: await idOf("9.990012"), note: "" }];
  await as("editor", (current) => saveLifeEvent(current, event));
  const names = (await publicEvents(db.database, SAMPLE_AGENCY_ID, DAY)).map(({ name }) => name);
  expect(names).not.toContain("Việc của thủ tục cũ");
});
