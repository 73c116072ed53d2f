import { beforeAll, describe, expect, test } from "vitest";
import { SAMPLE_AGENCY_ID, sampleUnitId } from "#organization";
import { Conflict, Forbidden, NotFound, Unacceptable } from "#platform/auth/policy.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { acknowledgePlan } from "../acknowledge-plan.ts";
import { attachEvidence } from "../attach-evidence.ts";
import { confirmImport } from "../confirm-import.ts";
import { correctClause } from "../correct-clause.ts";
import { coverage } from "../coverage.ts";
import { distributePlan, distributionOf } from "../distribute-plan.ts";
import { importPlan } from "../import-plan.ts";
import { issuePlan } from "../issue-plan.ts";
import { myTasks } from "../my-tasks.ts";
import { people, plansOn, stranger } from "../plan.fixture.ts";
import { planChain, wholeTime } from "../plan-chain.ts";
import { clausesOf, planOf, taskOf, tasksOf } from "../plan-queries.ts";
import { previewOf } from "../preview/preview-queries.ts";
import { publishPlan } from "../publish-plan.ts";
import { publishedPlan } from "../published.ts";
import { putPlanInForce } from "../put-plan-in-force.ts";
import { addObligation } from "../save-obligation.ts";
import { assignTask } from "../save-task.ts";
import { amendPlan } from "./amend-plan.ts";
import { compareImport } from "./compare-import.ts";
import { exportDifferences } from "./export-differences.ts";
import { pairClausesByHand } from "./pair-clauses-by-hand.ts";
import { versionOf, versionsOf } from "./version-queries.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase("sample");
});
const { editor, leadership, head, contributor, clerk, finance, auditor, administrator } = people;
const { as } = plansOn(() => db.database);

const duty = (title: string, unit: string, time: string) =>
  `${title}\n\nĐơn vị chủ trì: ${unit}.\n\nThời gian thực hiện: ${time}.\n\n`;
const text = (title: string, body: string) =>
  `SỞ MẪU\n\nSố: /KH-SM\n\nNơi Mẫu, ngày tháng năm 2026\n\nKẾ HOẠCH\n\n${title}\n\nI. MỤC ĐÍCH\n\nLàm cho gọn việc và gần dân.\n\nII. NỘI DUNG\n\n${body}Nơi nhận:\n\n- Các phòng, đơn vị thuộc Sở;\n- Lưu: VT.\n`;

const firstText = [
  duty("1. Rà soát từng thủ tục hành chính của ngành", "Văn phòng Sở", "hằng quý"),
  duty("2. Tổ chức hội thi tìm hiểu cải cách hành chính", "Phòng Mẫu A", "thường xuyên"),
  duty("3. Tuyên truyền trên đài truyền thanh cấp xã", "Phòng Mẫu A", "thường xuyên"),
].join("");
/** The contest is gone, something stands before the rest, the review is monthly, the radio has another number. */
const secondText = [
  duty("1. Phát hành sổ tay hỏi đáp cho người dân", "Phòng Mẫu B", "thường xuyên"),
  duty("2. Rà soát từng thủ tục hành chính của ngành và công khai", "Văn phòng Sở", "hằng tháng"),
  duty("3. Tuyên truyền trên đài truyền thanh cấp xã", "Phòng Mẫu A", "thường xuyên"),
].join("");

const readIn = (title: string, body: string) =>
  as(editor, (w) => importPlan(w, { bytes: Buffer.from(text(title, body)), fileName: "ban-moi.txt" }));

/** A plan of the running year whose tasks have proofs and which every unit has, the first having acknowledged it. */
async function running(title: string) {
  const { id, version } = await readIn(title, firstText);
  const { planId } = await as(editor, (w) => confirmImport(w, { id, year: 2026, version }));
  await as(editor, (w) => putPlanInForce(w, { id: planId, replaces: null }));
  await as(editor, (w) =>
    distributePlan(w, { id: planId, unitIds: [sampleUnitId("phong-mau-a"), sampleUnitId("van-phong")] }),
  );
  await as(head, (w) => acknowledgePlan(w, { id: planId, unitId: sampleUnitId("phong-mau-a") }));
  return planId;
}

const clauseAt = async (planId: string, path: string) =>
  (await clausesOf(db.database, planId, "all")).find((row) => row.path === path)!;
const taskIn = async (planId: string, clauseId: string) =>
  (await tasksOf(db.database, planId, "all")).find((row) => row.clauseId === clauseId)!;

async function compared(importId: string, planId: string) {
  return as(editor, async (w) => compareImport(w, await previewOf(w, importId), planId));
}

async function amend(
  importId: string,
  planId: string,
  changes: Partial<Parameters<typeof amendPlan>[1]> = {},
  actor = editor,
) {
  const { seen, tasks } = await compared(importId, planId);
  return as(actor, (w) =>
    amendPlan(w, {
      id: importId,
      planId,
      version: 1,
      seen,
      reason: "Điều chỉnh giữa năm",
      decision: null,
      takeTasks: tasks.flatMap(({ index }) => index ?? []),
      ...changes,
    }),
  );
}

describe("a plan read in again", () => {
  test("is compared clause by clause, and what hangs on a clause follows it into the next version", async () => {
    const planId = await running("Cải cách giữa năm");
    const review = await clauseAt(planId, "II.1");
    const contest = await clauseAt(planId, "II.2");
    const radio = await clauseAt(planId, "II.3");
    const [reviewTask, contestTask] = [await taskIn(planId, review.id), await taskIn(planId, contest.id)];
    await as(editor, (w) =>
      addObligation(w, {
        id: planId,
        code: "II.2-a",
        clauseId: contest.id,
        what: "Tổ chức hội thi",
        themes: [],
        allUnits: true,
        unitIds: [],
        due: "year",
        evidenceWanted: null,
        noneReason: null,
      }),
    );
    for (const [task, slug] of [
      [reviewTask, "ra-soat"],
      [contestTask, "hoi-thi"],
    ] as const)
      await as(editor, (w) =>
        attachEvidence(w, {
          source: "newsroom",
          sourceId: slug,
          label: slug,
          url: `/tin-tuc/${slug}`,
          at: new Date("2026-03-01T03:00:00Z"),
          revisionHash: null,
          taskIds: [task.id],
          obligationIds: [],
          clauseIds: [],
        }),
      );
    const { id } = await readIn("Cải cách giữa năm", secondText);
    const { clauses, tasks } = await compared(id, planId);
    const found = Object.fromEntries(
      clauses.map(({ kind, before, after }) => [`${before?.path ?? ""}>${after?.path ?? ""}`, kind]),
    );
    expect(found).toMatchObject({
      ">II.1": "added",
      "II.1>II.2": "changed",
      "II.2>": "removed",
      "II.3>II.3": "same",
    });
    expect(clauses.find(({ kind }) => kind === "removed")).toMatchObject({
      tasks: 1,
      obligations: 1,
      evidence: 1,
    });
    expect(tasks.map(({ kind, taskId }) => [kind, taskId])).toEqual([
      ["added", null],
      ["changed", reviewTask.id],
    ]);

    expect(await amend(id, planId)).toEqual({ planId, version: 2 });

    expect(await clauseAt(planId, "II.3")).toMatchObject({ id: radio.id, leftIn: null });
    expect((await clausesOf(db.database, planId)).find((row) => row.id === review.id)).toMatchObject({
      path: "II.2",
      title: expect.stringContaining("công khai"),
    });
    expect(await taskOf(db.database, SAMPLE_AGENCY_ID, reviewTask.id)).toMatchObject({
      clauseId: review.id,
      dueEvery: "month",
    });
    const chain = await planChain(db.database, SAMPLE_AGENCY_ID, planId, wholeTime);
    expect(chain.tasks.map((row) => row.id)).not.toContain(contestTask.id);
    expect(chain.obligations).toEqual([]);
    expect(chain.evidence.filter(({ taskIds }) => taskIds.includes(contestTask.id))).toHaveLength(1);
    expect(await taskOf(db.database, SAMPLE_AGENCY_ID, contestTask.id)).toMatchObject({ leftIn: 2 });
    const acts = await db.pool.query(
      "select after, reason from audit_entry where act = 'amend-plan' and object_id = $1",
      [planId],
    );
    expect(acts.rows).toMatchObject([
      {
        reason: "Điều chỉnh giữa năm",
        after: { version: 2, added: ["II.1"], changed: ["II.1 → II.2"], removed: ["II.2"] },
      },
    ]);
  });

  test("asks the units again, and keeps what they acknowledged before", async () => {
    const planId = await running("Gửi lại các đơn vị");
    const { id } = await readIn("Gửi lại các đơn vị", secondText);
    await amend(id, planId);
    const rows = await distributionOf(db.database, head, planId);
    const acknowledged = (version: number, slug: string) =>
      rows.find((row) => row.version === version && row.unitId === sampleUnitId(slug))!.acknowledgedAt !==
      null;
    expect(rows).toHaveLength(4);
    expect([1, 2].map((version) => acknowledged(version, "phong-mau-a"))).toEqual([true, false]);
    expect([1, 2].map((version) => acknowledged(version, "van-phong"))).toEqual([false, false]);
    const old = rows.find(({ version, unitId }) => version === 1 && unitId === sampleUnitId("van-phong"))!;
    expect(old.may.acknowledge?.allowed).toBe(false);
    const { toAcknowledge } = await myTasks(db.database, head);
    expect(toAcknowledge.filter((row) => row.planId === planId)).toHaveLength(1);
    await as(head, (w) => acknowledgePlan(w, { id: planId, unitId: sampleUnitId("phong-mau-a") }));
    await expect(
      as(head, (w) => acknowledgePlan(w, { id: planId, unitId: sampleUnitId("phong-mau-a") })),
    ).rejects.toThrow(Conflict);
    const told = await db.pool.query("select title from notice where cause like $1", [
      `plan-distributed:${planId}:${sampleUnitId("phong-mau-a")}:2`,
    ]);
    expect(told.rows[0].title).toContain("Bản 2 của kế hoạch");
  });

  test("keeps earlier versions readable, tells what changed, and hands the list over as files", async () => {
    const planId = await running("Đọc lại bản cũ");
    const { id } = await readIn("Đọc lại bản cũ", secondText);
    await amend(id, planId);
    const old = await versionOf(db.database, SAMPLE_AGENCY_ID, { id: planId, version: 1 });
    expect(old.said.clauses.map(({ title }) => title).join("\n")).toContain("hội thi");
    expect(old.said.tasks).toHaveLength(3);
    const current = await versionOf(db.database, SAMPLE_AGENCY_ID, { id: planId, version: 2 });
    expect(current.changes.map(({ kind }) => kind).toSorted()).toEqual(["added", "changed", "removed"]);
    for (const format of ["docx", "xlsx"] as const) {
      const bytes = await exportDifferences(db.database, SAMPLE_AGENCY_ID, {
        id: planId,
        version: 2,
        format,
      });
      expect(Buffer.from(bytes.slice(0, 2)).toString()).toBe("PK");
    }
    await expect(versionOf(db.database, SAMPLE_AGENCY_ID, { id: planId, version: 3 })).rejects.toThrow(
      NotFound,
    );
  });

  test("follows the pairing that a person corrects", async () => {
    const planId = await running("Ghép bằng tay");
    const contest = await clauseAt(planId, "II.2");
    const { id } = await readIn("Ghép bằng tay", secondText);
    await as(editor, (w) =>
      pairClausesByHand(w, { id, planId, version: 1, path: "II.1", clauseId: contest.id }),
    );
    const { pairs, clauses } = await compared(id, planId);
    expect(pairs.get("II.1")).toBe(contest.id);
    expect(clauses.some(({ kind }) => kind === "removed")).toBe(false);
    await as(editor, (w) => pairClausesByHand(w, { id, planId, version: 1, path: "II.3", clauseId: null }));
    expect((await compared(id, planId)).pairs.has("II.3")).toBe(false);
    await amend(id, planId);
    expect(await clauseAt(planId, "II.1")).toMatchObject({ id: contest.id });
  });

  test("counts what was left out in the periods closed before, and in none after", async () => {
    const planId = await running("Đếm trước và sau");
    await as(clerk, (w) => issuePlan(w, { id: planId, number: "91", issuedOn: "2026-01-05" }));
    const contest = await clauseAt(planId, "II.2");
    const { id } = await readIn("Đếm trước và sau", secondText);
    await amend(id, planId, { decision: { number: "57/QĐ-SM", issuedOn: "2026-07-01", issuer: null } });
    const { periods, rows } = await coverage(
      db.database,
      SAMPLE_AGENCY_ID,
      { id: planId, kind: "quarter", basis: "decree", by: "clause" },
      new Date("2026-11-01T03:00:00Z"),
    );
    const lackingOf = (rowId: string) =>
      rows.find((row) => row.rowId === rowId)!.cells.map(({ lacking }) => lacking);
    expect(periods.map(({ code }) => code)).toEqual(["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"]);
    expect(lackingOf(contest.id)).toEqual([1, 1, 0, 0]);
    expect(lackingOf((await clauseAt(planId, "II.1")).id)).toEqual([0, 0, 1, 1]);
    const [now, before] = await versionsOf(db.database, SAMPLE_AGENCY_ID, planId);
    expect(now).toMatchObject({ version: 2, holdsFrom: "2026-07-01", decision: { number: "57/QĐ-SM" } });
    expect(before).toMatchObject({ version: 1, holdsFrom: "2026-01-05" });
  });

  test("shows the public which version holds and since when, without what was left out", async () => {
    const planId = await running("Công khai bản mới");
    await as(clerk, (w) => issuePlan(w, { id: planId, number: "92", issuedOn: "2026-01-05" }));
    const { slug } = await as(leadership, (w) => publishPlan(w, { id: planId }));
    const { id } = await readIn("Công khai bản mới", secondText);
    await amend(id, planId, { decision: { number: "58/QĐ-SM", issuedOn: "2026-07-02", issuer: null } });
    const page = await publishedPlan(db.database, SAMPLE_AGENCY_ID, slug, new Date("2026-08-01T00:00:00Z"));
    expect(page!.plan).toMatchObject({ version: 2, holdsFrom: "2026-07-02" });
    expect(JSON.stringify(page!.clauses)).not.toContain("hội thi");
  });

  test("refuses what was not seen, what lacks its decision, and what is only to be read", async () => {
    const planId = await running("Từ chối");
    const contest = await clauseAt(planId, "II.2");
    const contestTask = await taskIn(planId, contest.id);
    const { id } = await readIn("Từ chối", secondText);
    const { seen } = await compared(id, planId);
    await as(editor, (w) =>
      correctClause(w, { id: contest.id, title: contest.title, text: "Một câu mới.", reason: null }),
    );
    await expect(amend(id, planId, { seen })).rejects.toThrow(Conflict);
    await as(clerk, (w) => issuePlan(w, { id: planId, number: "93", issuedOn: "2026-02-05" }));
    await expect(amend(id, planId)).rejects.toThrow(Unacceptable);
    for (const issuedOn of ["2026-02-01", "2099-01-01"])
      await expect(
        amend(id, planId, { decision: { number: "59/QĐ-SM", issuedOn, issuer: null } }),
      ).rejects.toThrow(Unacceptable);
    expect((await planOf(db.database, SAMPLE_AGENCY_ID, planId)).version).toBe(1);
    await amend(id, planId, { decision: { number: "59/QĐ-SM", issuedOn: "2026-03-01", issuer: null } });
    await expect(
      as(editor, (w) => correctClause(w, { id: contest.id, title: null, text: "Sửa", reason: "Thử" })),
    ).rejects.toThrow("chỉ để xem");
    await expect(
      as(editor, (w) =>
        assignTask(w, {
          id: contestTask.id,
          title: "Sửa",
          clauseId: null,
          leadUnitId: null,
          allUnits: true,
          responsiblePersonId: null,
          approverPersonId: null,
          coordinatingUnitIds: [],
          due: { kind: "none", text: null, date: null, from: null, to: null, every: null },
          deliverable: null,
          obligationIds: [],
        }),
      ),
    ).rejects.toThrow("chỉ để xem");
    await expect(amend(id, planId)).rejects.toThrow(NotFound);
  });

  test("is for TTBCXB and the leadership of its agency, and leaves nothing when refused", async () => {
    const planId = await running("Quyền sửa đổi");
    const { id } = await readIn("Quyền sửa đổi", secondText);
    for (const actor of [head, contributor, clerk, finance, auditor, administrator]) {
      await expect(amend(id, planId, {}, actor)).rejects.toThrow(Forbidden);
      await expect(
        as(actor, (w) => pairClausesByHand(w, { id, planId, version: 1, path: "II.1", clauseId: null })),
      ).rejects.toThrow(Forbidden);
    }
    await expect(amend(id, planId, {}, stranger)).rejects.toThrow(NotFound);
    expect(await versionsOf(db.database, SAMPLE_AGENCY_ID, planId)).toHaveLength(1);
    expect(await amend(id, planId, {}, leadership)).toMatchObject({ version: 2 });
  });
});

describe("the database", () => {
  test("holds no version twice, none without a reason, and no plan in a version that it has not", async () => {
    const planId = await running("Ràng buộc");
    const refused = (sql: string) => expect(db.pool.query(sql, [planId])).rejects.toThrow(/constraint/);
    await refused(
      "insert into plan_version (agency_id, plan_id, version, made_at) select agency_id, id, 1, now() from plan where id = $1",
    );
    await refused(
      "insert into plan_version (agency_id, plan_id, version, made_at) select agency_id, id, 2, now() from plan where id = $1",
    );
    await refused("update plan set version = 2 where id = $1");
    await refused("update plan_clause set left_in = 2 where plan_id = $1");
  });
});
