import { beforeAll, describe, expect, test } from "vitest";
import { SAMPLE_AGENCY_ID } from "#organization";
import { Conflict, Forbidden, NotFound, Unacceptable } from "#platform/auth/policy.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { confirmImport } from "../confirm-import.ts";
import { coverage } from "../coverage.ts";
import { people, plansOn, stranger } from "../plan.fixture.ts";
import { citationsOf, clausesOf, planOf, planOfYear, plansInForce } from "../plan-queries.ts";
import { publishPlan } from "../publish-plan.ts";
import { putPlanInForce } from "../put-plan-in-force.ts";
import { linkParent } from "./link-parent.ts";
import { linkParentClause } from "./link-parent-clause.ts";
import { parentsOf } from "./parent-queries.ts";
import { unlinkParent } from "./unlink-parent.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase("sample");
});
const { editor, head, contributor, clerk, finance, auditor, administrator } = people;
const { as, readIn, confirmed } = plansOn(() => db.database);

const above = async (title: string) => {
  const { id, version } = await readIn(title);
  const { planId } = await as(editor, (w) =>
    confirmImport(w, { id, year: 2026, version, issuer: "UBND tỉnh Mẫu" }),
  );
  return planId;
};
const clauseAt = async (planId: string, path: string) =>
  (await clausesOf(db.database, planId)).find((row) => row.path === path)!;
const link = (id: string, parentPlanId: string, actor = editor) =>
  as(actor, (w) => linkParent(w, { id, parentPlanId, documentId: null }));
const parents = (planId: string) => parentsOf(db.database, SAMPLE_AGENCY_ID, planId);

describe("a plan of the agency above", () => {
  test("is read in to be held beside the own ones: never in force, published or reported on", async () => {
    const id = await above("Cải cách của tỉnh năm 2026");
    expect(await planOf(db.database, SAMPLE_AGENCY_ID, id)).toMatchObject({
      issuer: "UBND tỉnh Mẫu",
      standing: "waiting",
      documentId: null,
    });
    await expect(as(editor, (w) => putPlanInForce(w, { id, replaces: null }))).rejects.toThrow(
      "để đối chiếu",
    );
    await expect(as(editor, (w) => publishPlan(w, { id }))).rejects.toThrow(Forbidden);
    expect((await plansInForce(db.database, SAMPLE_AGENCY_ID)).map((plan) => plan.id)).not.toContain(id);
    expect((await planOfYear(db.database, SAMPLE_AGENCY_ID, 2026))!.issuer).toBeNull();
    await expect(
      db.pool.query("update plan set standing = 'in-force', in_force_since = now() where id = $1", [id]),
    ).rejects.toThrow("plan_of_another_is_only_read");
  });

  test("shows what it makes due here, and by which clauses it is carried out, on the board as well", async () => {
    const parentId = await above("Việc của tỉnh năm 2026");
    const { planId } = await confirmed("Việc của Sở theo tỉnh");
    const duty = await clauseAt(parentId, "II.1");
    const own = await clauseAt(planId, "II.1");
    await link(planId, parentId);
    expect((await parents(planId))[0]).toMatchObject({
      planId: parentId,
      issuer: "UBND tỉnh Mẫu",
      duties: [{ id: duty.id, path: "II.1", here: [], tasks: [{ due: { kind: "continuous" } }] }],
    });
    await as(editor, (w) =>
      linkParentClause(w, { id: planId, parentClauseId: duty.id, clauseIds: [own.id, own.id] }),
    );
    expect((await parents(planId))[0]!.duties[0]!.here).toMatchObject([{ id: own.id, evidence: 0 }]);
    const { rows } = await coverage(db.database, SAMPLE_AGENCY_ID, {
      id: planId,
      kind: "quarter",
      basis: "decree",
      by: "clause",
    });
    expect(rows.find(({ rowId }) => rowId === own.id)!.above[0]!.mark).toContain("mục II.1");
    const [parent] = await parents(planId);
    await as(editor, (w) => unlinkParent(w, { id: planId, parentId: parent!.id }));
    expect(await parents(planId)).toEqual([]);
    await link(planId, parentId);
    expect((await parents(planId))[0]!.duties[0]!.here).toEqual([]);
  });

  test("may also be a cited document, by its number and day", async () => {
    const { planId } = await confirmed("Theo văn bản được dẫn");
    const [cited] = await citationsOf(db.database, planId);
    await as(editor, (w) => linkParent(w, { id: planId, parentPlanId: null, documentId: cited!.documentId }));
    expect(await parents(planId)).toMatchObject([
      { planId: null, number: "12/KH-UBND", issuedOn: "2027-01-05", duties: [] },
    ]);
  });

  test("is linked once, never to itself, and clauses only where the plans are linked", async () => {
    const parentId = await above("Một lần của tỉnh năm 2026");
    const { planId } = await confirmed("Nối một lần");
    const [duty, own] = [await clauseAt(parentId, "II.1"), await clauseAt(planId, "II.1")];
    const connect = (clauseIds: string[]) =>
      as(editor, (w) => linkParentClause(w, { id: planId, parentClauseId: duty.id, clauseIds }));
    await expect(connect([own.id])).rejects.toThrow(NotFound);
    await link(planId, parentId);
    await expect(link(planId, parentId)).rejects.toThrow(Conflict);
    await expect(link(planId, planId)).rejects.toThrow(Unacceptable);
    await expect(connect([duty.id])).rejects.toThrow(Unacceptable);
  });

  test("is linked by TTBCXB and the leadership of the plan's agency alone", async () => {
    const parentId = await above("Quyền nối của tỉnh năm 2026");
    const { planId } = await confirmed("Quyền nối");
    for (const actor of [head, contributor, clerk, finance, auditor, administrator])
      await expect(link(planId, parentId, actor)).rejects.toThrow(Forbidden);
    await expect(link(planId, parentId, stranger)).rejects.toThrow(NotFound);
    expect(await parents(planId)).toEqual([]);
  });
});
