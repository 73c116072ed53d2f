import { beforeAll, describe, expect, test } from "vitest";
import { SAMPLE_AGENCY_ID, sampleUnitId } from "#organization";
import { Conflict, Forbidden, NotFound, Unacceptable } from "#platform/auth/policy.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { people, plansOn, stranger } from "../plan.fixture.ts";
import { clausesOf, obligationsOf, planOf, tasksOf } from "../plan-queries.ts";
import { SAMPLE_PLAN_ID } from "../seed.ts";
import { type Adoption, adoptTemplate } from "./adopt-template.ts";
import { removeTemplate } from "./remove-template.ts";
import { saveTemplate } from "./save-template.ts";
import { standardTemplates } from "./standard-templates.ts";
import { templateItem } from "./template.ts";
import { templatesFor } from "./template-queries.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase("sample");
});
const { as, confirmed } = plansOn(() => db.database);
const seen = async (planId: string) =>
  templatesFor(db.database, await planOf(db.database, SAMPLE_AGENCY_ID, planId));

describe("the product's templates", () => {
  test("hold sound items, each said once, and no figures, days or numbers of instruments", () => {
    for (const { items } of standardTemplates) {
      for (const item of items) templateItem.parse(item);
      expect(new Set(items.map(({ what }) => what)).size).toBe(items.length);
      expect(JSON.stringify(items.map(({ key: _, ...item }) => item))).not.toMatch(/\d/);
    }
  });

  test("are adopted with units and clauses chosen, in one act, and nothing twice", async () => {
    const { planId } = await confirmed("Lấy từ mẫu");
    const [first] = await seen(planId);
    expect(first).toMatchObject({ kind: "department", agencyName: null });
    const clause = (await clausesOf(db.database, planId)).find(({ path }) => path === "II")!;
    const items = first!.items.slice(0, 3);
    const adoption: Adoption = {
      id: planId,
      templateId: first!.id,
      keys: items.map(({ key }) => key),
      roles: items.map(({ role }) => ({
        role,
        unitId: role.startsWith("Mọi") ? null : sampleUnitId("van-phong"),
        allUnits: role.startsWith("Mọi"),
      })),
      groups: items.map(({ group }) => ({ group, clauseId: clause.id })),
    };
    const before = (await tasksOf(db.database, planId)).length;
    await expect(
      as(people.editor, (w) => adoptTemplate(w, { ...adoption, groups: [] })),
    ).rejects.toBeInstanceOf(Unacceptable);
    await expect(as(people.head, (w) => adoptTemplate(w, adoption))).rejects.toBeInstanceOf(Forbidden);
    await expect(as(stranger, (w) => adoptTemplate(w, adoption))).rejects.toBeInstanceOf(NotFound);
    expect(await as(people.editor, (w) => adoptTemplate(w, adoption))).toBe(3);
    const obligations = await obligationsOf(db.database, planId);
    expect(obligations).toMatchObject([
      { code: "II-a", what: items[0]!.what, unitIds: [sampleUnitId("van-phong")], allUnits: false },
      { code: "II-b", what: items[1]!.what, allUnits: true },
      { code: "II-c", what: items[2]!.what },
    ]);
    const tasks = (await tasksOf(db.database, planId)).slice(before);
    expect(tasks.map(({ obligationIds }) => obligationIds)).toEqual([
      [obligations[0]!.id],
      [obligations[2]!.id],
    ]);
    expect((await seen(planId))[0]!.items.filter(({ present }) => present)).toHaveLength(3);
    await expect(as(people.editor, (w) => adoptTemplate(w, adoption))).rejects.toBeInstanceOf(Conflict);
  });
});

test("an agency's plan is saved as a template without people, adopted a year later, and taken away by its own", async () => {
  const save = (actor: typeof people.editor, name: string) =>
    as(actor, (w) => saveTemplate(w, { id: SAMPLE_PLAN_ID, name, kind: "commune" }));
  await expect(save(people.contributor, "Mẫu")).rejects.toBeInstanceOf(Forbidden);
  const templateId = await save(people.editor, "Mẫu của Sở");
  await expect(save(people.editor, "Mẫu của Sở")).rejects.toBeInstanceOf(Conflict);

  const { planId } = await confirmed("Lấy mẫu đã lưu");
  const saved = (await seen(planId)).find(({ id }) => id === templateId)!;
  expect(saved).toMatchObject({ isOwn: true, kind: "commune", year: 2026 });
  expect(saved.items.filter(({ what }) => what !== null)).toHaveLength(
    (await obligationsOf(db.database, SAMPLE_PLAN_ID)).length,
  );
  const { rows } = await db.pool.query<{ name: string }>("select name from person");
  for (const { name } of rows) expect(JSON.stringify(saved.items)).not.toContain(name);

  const clause = (await clausesOf(db.database, planId))[0]!;
  const item = saved.items.find(({ task }) => task !== null)!;
  await as(people.editor, (w) =>
    adoptTemplate(w, {
      id: planId,
      templateId,
      keys: [item.key],
      roles: [],
      groups: [{ group: item.group, clauseId: clause.id }],
    }),
  );
  expect((await tasksOf(db.database, planId)).map(({ title }) => title)).toContain(item.task!.title);

  await expect(as(stranger, (w) => removeTemplate(w, { templateId }))).rejects.toBeInstanceOf(NotFound);
  await as(people.leadership, (w) => removeTemplate(w, { templateId }));
  expect((await seen(planId)).some(({ id }) => id === templateId)).toBe(false);
});
