import { beforeAll, describe, expect, test } from "vitest";
import { SAMPLE_AGENCY_ID } from "#organization";
import { Conflict, Forbidden, NotFound } from "#platform/auth/policy.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { people, plansOn, stranger } from "../plan.fixture.ts";
import { obligationsOf, planOf, tasksOf } from "../plan-queries.ts";
import { departmentPlans } from "../reading/corpus/departments.fixture.ts";
import { oddPlans } from "../reading/corpus/odd-structures.fixture.ts";
import type { Clause } from "../reading/plan-reading.ts";
import { readPlan } from "../reading/read-plan.ts";
import { removeTask } from "../remove-task.ts";
import { acceptSuggestions } from "./accept-suggestions.ts";
import { type ClauseToRead, findDuties } from "./find-duties.ts";
import { putSuggestionsAside } from "./put-suggestions-aside.ts";
import { suggestionsOf } from "./suggestion-queries.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase("sample");
});
const { as, confirmed } = plansOn(() => db.database);

const clause = (title: string | null, text: string, more: Partial<ClauseToRead> = {}): ClauseToRead => ({
  id: text || (title ?? ""),
  parentId: null,
  title,
  text,
  ...more,
});
const one = (title: string | null, text: string) => findDuties([clause(title, text)]);

describe("a duty is found in a clause's words", () => {
  test("by its verb, unit, time, product and target, each as printed", () => {
    expect(
      one(null, "Phòng Mẫu A sản xuất 06 video hướng dẫn, hoàn thành trước ngày 30/9/2026."),
    ).toMatchObject([
      {
        verb: "sản xuất",
        lead: "Phòng Mẫu A",
        time: "hoàn thành trước ngày 30/9/2026",
        product: "06 video hướng dẫn",
      },
    ]);
    expect(one("Yêu cầu", "100% cơ quan thực hiện niêm yết.")).toMatchObject([
      { target: "100% cơ quan thực hiện niêm yết", isAim: true },
    ]);
    expect(one(null, "Mỗi quý 03 video;")).toMatchObject([{ time: "Mỗi quý", product: "03 video" }]);
    expect(one("Viết tin, bài", "")).toMatchObject([{ verb: "Viết", sentence: "Viết tin, bài" }]);
    const [theirs] = findDuties([
      clause("Văn phòng Sở", "", { id: "above" }),
      clause(null, "Theo dõi, đôn đốc việc thực hiện.", { parentId: "above" }),
    ]);
    expect(theirs).toMatchObject({ lead: "Văn phòng Sở", leadFromHeading: true });
  });

  test("and in nothing that explains, cites, tells of the past, announces or ends the plan", () => {
    for (const [title, text] of [
      ["Mục đích", "Nâng cao nhận thức của cán bộ, công chức."],
      ["Tình hình", "Tổ chức 12 hội nghị trong năm qua."],
      ["Kinh phí", "Bố trí từ ngân sách."],
      ["PHÂN CÔNG", ""],
      [null, "Năm 2025, Sở đã tổ chức 12 hội nghị."],
      [null, "Thông báo kết luận số 45-TB/TW ngày 10/5/2025 của Bộ Chính trị."],
      [null, "Trên đây là Kế hoạch, yêu cầu các đơn vị nghiêm túc thực hiện./."],
      [null, "Đại diện các tổ dân phố;"],
    ] as const)
      expect(one(title, text)).toEqual([]);
  });

  test("in nearly all clauses of real plans that state work", async () => {
    let stating = 0;
    let found = 0;
    for (const plan of [...departmentPlans, ...oddPlans]) {
      const { clauses, tasks } = await readPlan(await plan.file(), plan.fileName);
      const flat = (rows: Clause[], parentId: string | null): ClauseToRead[] =>
        rows.flatMap((row) => [
          { id: row.path, parentId, title: row.title, text: row.text },
          ...flat(row.children, row.path),
        ]);
      const all = flat(clauses, null);
      const duties = new Set(findDuties(all).map(({ clauseId }) => clauseId));
      const parents = new Set(all.map(({ parentId }) => parentId));
      for (const path of new Set(tasks.map((task) => task.clause)))
        if (path !== null && !parents.has(path)) {
          stating += 1;
          if (duties.has(path)) found += 1;
        }
    }
    expect(stating).toBeGreaterThan(30);
    expect(found / stating).toBeGreaterThan(0.85);
  });
});

const lines = `2. Tổ chức 02 hội nghị tập huấn\n\n3. Niêm yết\n\nVăn phòng Sở niêm yết 100% thủ tục hành chính. Các phòng, đơn vị cung cấp danh mục thủ tục khi có thay đổi.\n\n`;

describe("suggestions of a plan", () => {
  const of = async (planId: string) =>
    suggestionsOf(db.database, await planOf(db.database, SAMPLE_AGENCY_ID, planId));

  test("give reasons, become obligations and tasks in bulk, and are never made again", async () => {
    const { planId: own } = await confirmedWith("Gợi ý có mục mới");
    const { open } = await of(own);
    expect(open.every(({ reasons }) => reasons.length > 0)).toBe(true);
    const posting = open.filter(({ clauseMark }) => clauseMark === "II.3, đoạn 1");
    expect(posting.map(({ kind }) => kind)).toEqual(["obligation", "obligation", "task"]);
    expect(posting[0]).toMatchObject({
      reasons: expect.arrayContaining([
        "khoản nêu đơn vị “Văn phòng Sở”",
        "khoản nêu chỉ tiêu “100% thủ tục hành chính”",
      ]),
      obligation: { what: "Văn phòng Sở niêm yết 100% thủ tục hành chính" },
    });
    expect(posting[1]).toMatchObject({ obligation: { allUnits: true, due: "prompt" } });
    const keys = posting.map(({ key }) => key);
    await as(people.editor, (w) => acceptSuggestions(w, { id: own, accepted: keys.map((key) => ({ key })) }));
    const obligations = await obligationsOf(db.database, own);
    expect(obligations.map(({ code }) => code)).toEqual(["II.3-a", "II.3-b"]);
    const made = (await tasksOf(db.database, own)).find(({ obligationIds }) => obligationIds.length > 0);
    expect(made?.obligationIds.toSorted()).toEqual(obligations.map(({ id }) => id).toSorted());
    expect((await of(own)).open.map(({ key }) => key)).toEqual(
      open.map(({ key }) => key).filter((key) => !keys.includes(key)),
    );
    await expect(
      as(people.editor, (w) => acceptSuggestions(w, { id: own, accepted: [{ key: keys[0]! }] })),
    ).rejects.toBeInstanceOf(Conflict);
    await as(people.editor, (w) => removeTask(w, { id: made!.id, reason: "Không cần" }));
    expect((await of(own)).open.some(({ key }) => keys.includes(key))).toBe(false);
  });

  test("are changed before they are accepted, and put aside by who may, for all to see", async () => {
    const { planId } = await confirmedWith("Gợi ý để riêng");
    const { open } = await of(planId);
    const [first] = open;
    const second = open.find(({ kind }) => kind === "task");
    const put = (actor: typeof people.editor, aside: boolean) =>
      as(actor, (w) => putSuggestionsAside(w, { id: planId, keys: [first!.key], aside }));
    await expect(put(people.head, true)).rejects.toBeInstanceOf(Forbidden);
    await expect(put(stranger, true)).rejects.toBeInstanceOf(NotFound);
    await put(people.leadership, true);
    expect((await of(planId)).aside.map(({ key }) => key)).toEqual([first!.key]);
    await expect(put(people.editor, true)).rejects.toBeInstanceOf(Conflict);
    await put(people.editor, false);
    expect((await of(planId)).open[0]).toEqual(first);

    if (second?.kind !== "task") throw new Error("Không có gợi ý nhiệm vụ.");
    const task = { ...second.task, title: "Theo ý tôi" };
    await as(people.editor, (w) =>
      acceptSuggestions(w, { id: planId, accepted: [{ key: second.key, task }] }),
    );
    expect((await tasksOf(db.database, planId)).map(({ title }) => title)).toContain("Theo ý tôi");
    expect((await of(planId)).open.some(({ key }) => key === second.key)).toBe(false);
  });

  const confirmedWith = (title: string) => confirmed(title, 2026, lines);
});
