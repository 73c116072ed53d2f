import { beforeAll, describe, expect, test } from "vitest";
import { SAMPLE_AGENCY_ID } from "#organization";
import { Conflict, Forbidden, NotFound } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { people, plansOn, stranger } from "./plan.fixture.ts";
import { planOf, plansOfAgency } from "./plan-queries.ts";
import { publishPlan } from "./publish-plan.ts";
import { publishedPlan, publishedPlanAddresses, publishedPlans, takenBackPlan } from "./published.ts";
import { SAMPLE_PLAN_ID } from "./seed.ts";
import { takeBackPlan } from "./take-back-plan.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase("sample");
});
const now = new Date("2026-11-20T00:00:00Z");
const { as, confirmed: confirmedPlan } = plansOn(() => db.database);
const confirmed = async (title: string) =>
  planOf(db.database, SAMPLE_AGENCY_ID, (await confirmedPlan(title, 2026)).planId);

describe("a plan on the portal", () => {
  test("is there only after a person published it, also before it has a number", async () => {
    const { id, slug } = await confirmed("Chưa công khai");
    const seen = async () => publishedPlan(db.database, SAMPLE_AGENCY_ID, slug, now);
    expect(await seen()).toBeNull();
    expect((await publishedPlans(db.database, SAMPLE_AGENCY_ID, now)).map((plan) => plan.id)).not.toContain(
      id,
    );
    await as(people.leadership, (w) => publishPlan(w, { id }));
    expect((await seen())?.plan).toMatchObject({ id, number: null });
    expect(await publishedPlanAddresses(db.database, SAMPLE_AGENCY_ID)).toContainEqual({
      slug,
      title: "Chưa công khai",
      year: 2026,
      standing: "waiting",
    });
    await expect(as(people.clerk, (w) => publishPlan(w, { id }))).rejects.toThrow(Conflict);
  });

  test("is taken back with a reason that its address gives, and may be published again", async () => {
    const { id, slug } = await confirmed("Sẽ rút");
    const reason = "Công khai nhầm bản dự thảo";
    await expect(as(people.clerk, (w) => takeBackPlan(w, { id, reason }))).rejects.toThrow(Conflict);
    await as(people.clerk, (w) => publishPlan(w, { id }));
    await as(people.editor, (w) => takeBackPlan(w, { id, reason }));
    expect(await publishedPlan(db.database, SAMPLE_AGENCY_ID, slug, now)).toBeNull();
    expect(await takenBackPlan(db.database, SAMPLE_AGENCY_ID, slug)).toMatchObject({ id, reason });
    await as(people.clerk, (w) => publishPlan(w, { id }));
    expect(await takenBackPlan(db.database, SAMPLE_AGENCY_ID, slug)).toBeNull();
    const { rows } = await db.pool.query(
      "select act, reason from audit_entry where object_id = $1 and act ~ 'publish|take' order by id",
      [id],
    );
    expect(rows).toEqual([
      { act: "publish-plan", reason: null },
      { act: "take-back-plan", reason },
      { act: "publish-plan", reason: null },
    ]);
  });

  test("is for Văn phòng, TTBCXB and the leadership of its agency", async () => {
    const { id } = await confirmed("Không phải ai cũng được");
    const { head, contributor, finance, auditor, administrator } = people;
    for (const actor of [head, contributor, finance, auditor, administrator]) {
      await expect(as(actor, (w) => publishPlan(w, { id }))).rejects.toThrow(Forbidden);
      await expect(as(actor, (w) => takeBackPlan(w, { id: SAMPLE_PLAN_ID, reason: "Thử" }))).rejects.toThrow(
        Forbidden,
      );
    }
    await expect(as(stranger, (w) => publishPlan(w, { id }))).rejects.toThrow(NotFound);
    await expect(as(people.editor, (w) => publishPlan(w, { id: uuidv7() }))).rejects.toThrow(NotFound);
  });

  test("does not decide whether it is carried out", async () => {
    const order = async () => (await plansOfAgency(db.database, SAMPLE_AGENCY_ID, 2026)).map(({ id }) => id);
    const before = await order();
    await as(people.editor, (w) => takeBackPlan(w, { id: SAMPLE_PLAN_ID, reason: "Thử" }));
    expect(await order()).toEqual(before);
    await as(people.editor, (w) => publishPlan(w, { id: SAMPLE_PLAN_ID }));
  });
});
