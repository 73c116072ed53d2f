import { beforeAll, describe, expect, test } from "vitest";
import { SAMPLE_AGENCY_ID, sampleUnitId } from "#organization";
import { roles } from "#platform/auth/actor.ts";
import { Forbidden, NotFound, Unacceptable } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { coverage, coverageCell } from "../coverage.ts";
import { deadlineInWords, deadlineRemark } from "../deadline.ts";
import { myTasks } from "../my-tasks.ts";
import { people, plansOn, stranger } from "../plan.fixture.ts";
import { planOf } from "../plan-queries.ts";
import { presentTasks } from "../present-task.ts";
import { addTask } from "../save-task.ts";
import { SAMPLE_PLAN_ID } from "../seed.ts";
import { calendarOf, daysOfYear } from "./calendar-queries.ts";
import { importCalendar, tryCalendarList } from "./import-calendar.ts";
import { readCalendarList } from "./read-calendar-list.ts";
import { removeCalendarDay } from "./remove-calendar-day.ts";
import { saveCalendarDay } from "./save-calendar-day.ts";
import { shareCalendar } from "./share-calendar.ts";
import { calendarAbove, takeOverCalendar } from "./take-over-calendar.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase("sample");
});
const { as } = plansOn(() => db.database);
const actorWith = (role: (typeof roles)[number]) => ({
  ...people.editor,
  appointments: [{ role, unitId: null }],
});

const list = `Ngày;Tên ngày;Loại
01/01/2028;Tết Dương lịch, nghỉ;nghỉ
24/01/2028 - 28/01/2028;Tết Nguyên đán
08/01/2028;Làm bù;làm bù
`;

describe("a pasted list of days off", () => {
  test("is read between tabs, semicolons and commas, with or without a heading", () => {
    const days = (text: string) =>
      readCalendarList(text, 2028).flatMap((line) =>
        line.days.map(({ day, kind, name }) => [day, kind, name]),
      );
    expect(days(list)).toHaveLength(7);
    expect(days("1/1/2028\tTết Dương lịch\n")).toEqual([["2028-01-01", "off", "Tết Dương lịch"]]);
    expect(days('2028-01-08,"Làm bù, cả ngày",làm bù')).toEqual([
      ["2028-01-08", "worked", "Làm bù, cả ngày"],
    ]);
    expect(days("từ 24/01/2028 đến 25/01/2028; Tết; nghỉ")).toHaveLength(2);
  });

  test("says of each line that cannot be used why, under its own number", () => {
    const errors = readCalendarList(
      "ngày\n\n31/02/2028;Không có ngày này\n01/01/2027;Năm khác\n01/01/2028\n10/01/2028;Thứ Hai;làm bù\n02/01/2028;Tết;lễ lớn\n03/01/2028;A\n03/01/2028;B\n05/01/2028 - 04/01/2028;Ngược",
      2028,
    ).filter(({ error }) => error !== null);
    expect(errors.map(({ line }) => line)).toEqual([3, 4, 5, 6, 7, 9, 10]);
    expect(errors.map(({ error }) => error)).toEqual([
      expect.stringContaining("Chưa đọc được ngày"),
      expect.stringContaining("không thuộc năm 2028"),
      expect.stringContaining("Chưa có tên ngày"),
      expect.stringContaining("thứ Bảy hoặc Chủ nhật"),
      expect.stringContaining("Cột thứ ba"),
      expect.stringContaining("đã có ở dòng 8"),
      expect.stringContaining("đứng trước"),
    ]);
  });

  test("is tried without a trace, taken whole or not at all, and twice changes nothing", async () => {
    const input = { year: 2028, text: list, source: "Thông báo mẫu" };
    const trial = await tryCalendarList(db.database, SAMPLE_AGENCY_ID, input);
    expect(trial.lines.flatMap(({ days }) => days.map(({ change }) => change))).toEqual(Array(7).fill("new"));
    expect(await daysOfYear(db.database, SAMPLE_AGENCY_ID, 2028)).toEqual([]);

    const faulty = { ...input, text: `${list}30/02/2028;Sai` };
    await expect(as(people.administrator, (w) => importCalendar(w, faulty))).rejects.toMatchObject({
      issues: [{ field: "text", message: expect.stringContaining("Dòng 5") }],
    });
    expect(await daysOfYear(db.database, SAMPLE_AGENCY_ID, 2028)).toEqual([]);

    await as(people.administrator, (w) => importCalendar(w, input));
    const first = await daysOfYear(db.database, SAMPLE_AGENCY_ID, 2028);
    expect(first).toHaveLength(7);
    const entries = () => db.pool.query("select 1 from audit_entry where act = 'import-calendar'");
    const told = (await entries()).rowCount;
    await as(people.administrator, (w) => importCalendar(w, input));
    expect(await daysOfYear(db.database, SAMPLE_AGENCY_ID, 2028)).toEqual(first);
    expect((await entries()).rowCount).toBe(told);

    const shorter = { ...input, text: "01/01/2028;Tết Dương lịch" };
    expect((await tryCalendarList(db.database, SAMPLE_AGENCY_ID, shorter)).gone).toHaveLength(6);
    await as(people.administrator, (w) => importCalendar(w, shorter));
    expect(await daysOfYear(db.database, SAMPLE_AGENCY_ID, 2028)).toHaveLength(1);
    await expect(
      as(people.administrator, (w) => importCalendar(w, { ...input, text: " \n" })),
    ).rejects.toBeInstanceOf(Unacceptable);
  });

  test("is kept by the administrator alone, each agency its own", async () => {
    const day = { day: "2029-01-01", kind: "off" as const, name: "Tết", source: null };
    for (const role of roles.filter((name) => name !== "administrator"))
      await expect(as(actorWith(role), (w) => saveCalendarDay(w, day))).rejects.toBeInstanceOf(Forbidden);
    await as(people.administrator, (w) => saveCalendarDay(w, day));
    await as(people.administrator, (w) => saveCalendarDay(w, { ...day, name: "Tết Dương lịch" }));
    const [kept, ...more] = await daysOfYear(db.database, SAMPLE_AGENCY_ID, 2029);
    expect([kept!.name, more]).toEqual(["Tết Dương lịch", []]);
    await expect(
      as(people.administrator, (w) => saveCalendarDay(w, { ...day, day: "2029-01-02", kind: "worked" })),
    ).rejects.toMatchObject({ issues: [{ field: "day" }] });
    const elsewhere = { ...people.administrator, agencyId: stranger.agencyId };
    await expect(as(elsewhere, (w) => removeCalendarDay(w, { id: kept!.id }))).rejects.toBeInstanceOf(
      NotFound,
    );
    expect((await calendarOf(db.database, stranger.agencyId)).years.size).toBe(0);
    await as(people.administrator, (w) => removeCalendarDay(w, { id: kept!.id }));
    expect(await daysOfYear(db.database, SAMPLE_AGENCY_ID, 2029)).toEqual([]);
  });
});

describe("days off of the agency above", () => {
  test("are taken over by one under it once it says so, whole, again when they changed, never by another", async () => {
    const [child, orphan] = [uuidv7(), uuidv7()];
    for (const [id, parent, slug] of [
      [child, SAMPLE_AGENCY_ID, "xa-con"],
      [orphan, null, "xa-la"],
    ])
      await db.pool.query(
        "insert into agency (id, parent_id, kind, name, symbol, place, slug) values ($1, $2, 'commune', $3, 'X', 'X', $3)",
        [id, parent, slug],
      );
    const of = (agencyId: string) => ({ ...people.administrator, agencyId });
    const take = (agencyId: string, actor = of(agencyId)) =>
      as(actor, (w) => takeOverCalendar(w, { year: 2030 }));
    const share = (shared: boolean, actor = people.administrator) =>
      as(actor, (w) => shareCalendar(w, { shared }));
    const day = { day: "2030-01-01", kind: "off" as const, name: "Tết Dương lịch", source: "Thông báo" };
    await as(people.administrator, (w) => saveCalendarDay(w, day));
    await expect(take(child)).rejects.toBeInstanceOf(NotFound);
    await expect(share(true, people.editor)).rejects.toBeInstanceOf(Forbidden);
    await share(true);
    await expect(take(child, { ...people.editor, agencyId: child })).rejects.toBeInstanceOf(Forbidden);
    await expect(take(orphan)).rejects.toBeInstanceOf(NotFound);
    expect(await calendarAbove(db.database, child, 2030)).toMatchObject({ days: 1 });
    await as(of(child), (w) => saveCalendarDay(w, { ...day, day: "2030-05-02" }));
    await take(child);
    const names = async () => (await daysOfYear(db.database, child, 2030)).map((row) => [row.day, row.name]);
    expect(await names()).toEqual([["2030-01-01", "Tết Dương lịch"]]);
    await as(people.administrator, (w) => saveCalendarDay(w, { ...day, name: "Tết Tây" }));
    await take(child);
    expect(await names()).toEqual([["2030-01-01", "Tết Tây"]]);
    await share(false);
    await expect(take(child)).rejects.toBeInstanceOf(NotFound);
    expect(await calendarAbove(db.database, child, 2030)).toBeNull();
    expect(await names()).toHaveLength(1);
  });
});

describe("what is left of a task", () => {
  let id: string;
  beforeAll(async () => {
    const added = await as(people.editor, (w) =>
      addTask(w, {
        id: SAMPLE_PLAN_ID,
        title: "Việc hạn vào Chủ nhật",
        clauseId: null,
        leadUnitId: sampleUnitId("phong-mau-a"),
        allUnits: false,
        responsiblePersonId: null,
        approverPersonId: null,
        coordinatingUnitIds: [],
        due: { kind: "date", text: null, date: "2026-04-26", from: null, to: null, every: null },
        deliverable: null,
        obligationIds: [],
      }),
    );
    id = added.id;
  });
  const on = async (day: string) => {
    const plan = await planOf(db.database, SAMPLE_AGENCY_ID, SAMPLE_PLAN_ID);
    const tasks = await presentTasks(db.database, people.contributor, plan, { day });
    return tasks.find((row) => row.id === id)!.deadline!;
  };

  test("is counted in working days, to the next of them when the day itself is off", async () => {
    const words = async (day: string) => deadlineInWords(await on(day));
    expect(await words("2026-04-01")).toBe("Còn 18 ngày làm việc");
    expect(await words("2026-04-24")).toBe("Còn 1 ngày làm việc");
    expect(await words("2026-04-27")).toBe("Còn 1 ngày làm việc");
    expect(await words("2026-04-28")).toBe("Đến hạn hôm nay");
    expect(await words("2026-04-29")).toBe("Quá hạn 1 ngày làm việc");
    expect(await words("2026-05-03")).toBe("Quá hạn 1 ngày làm việc");
    expect(await words("2026-05-04")).toBe("Quá hạn 2 ngày làm việc");
    expect(deadlineRemark(await on("2026-04-24"))).toBe(
      "Hạn 26/04/2026 là ngày nghỉ (Giỗ Tổ Hùng Vương), tính đến hết ngày 28/04/2026.",
    );
    expect(deadlineRemark(await on("2027-01-04"))).toContain("Chưa có danh sách ngày nghỉ năm 2027");
  });

  test("is the same under one's own work and on the coverage board", async () => {
    const listed = async (day: string) => {
      const { overdue, dueThisWeek } = await myTasks(
        db.database,
        people.contributor,
        new Date(`${day}T10:00:00+07:00`),
      );
      return [overdue, dueThisWeek].map((rows) => rows.some((row) => row.id === id));
    };
    expect(await listed("2026-04-28")).toEqual([false, true]);
    expect(await listed("2026-04-29")).toEqual([true, false]);
    const question = { id: SAMPLE_PLAN_ID, kind: "quarter", basis: "decree", by: "clause" } as const;
    const rowOn = async (day: string) => {
      const { rows } = await coverage(
        db.database,
        SAMPLE_AGENCY_ID,
        question,
        new Date(`${day}T10:00:00+07:00`),
      );
      const { overdue, soon } = rows.find(({ rowId }) => rowId === "bo-sung")!;
      return { overdue, soon };
    };
    expect(await rowOn("2026-04-28")).toEqual({ overdue: 0, soon: 1 });
    expect(await rowOn("2026-04-29")).toEqual({ overdue: 1, soon: 0 });
    const cell = await coverageCell(
      db.database,
      SAMPLE_AGENCY_ID,
      { ...question, rowId: "bo-sung", period: "2026-Q2" },
      new Date("2026-04-29T10:00:00+07:00"),
    );
    expect(cell.tasks.find((row) => row.id === id)!.deadline!.light).toBe("overdue");
  });
});
