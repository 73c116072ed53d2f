import { beforeAll, describe, expect, test } from "vitest";
import { SAMPLE_AGENCY_ID, samplePersonId, sampleUnitId, unitsOfAgency } from "#organization";
import { Conflict, Forbidden, NotFound, Unacceptable } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { acknowledgePlan } from "./acknowledge-plan.ts";
import { attachEvidence } from "./attach-evidence.ts";
import { confirmImport } from "./confirm-import.ts";
import { isContentTheme } from "./content-themes.ts";
import { correctPlanIssue } from "./correct-plan-issue.ts";
import { coverage, coverageCell } from "./coverage.ts";
import { distributePlan, distributionOf, recipientUnits, unitsToSendTo } from "./distribute-plan.ts";
import { importPlan } from "./import-plan.ts";
import { issuePlan } from "./issue-plan.ts";
import { myTasks } from "./my-tasks.ts";
import { people, planDocument, plansOn } from "./plan.fixture.ts";
import { planChain } from "./plan-chain.ts";
import { planOf, taskOf } from "./plan-queries.ts";
import { correctImport } from "./preview/correct-import.ts";
import { publishedPlan } from "./published.ts";
import { recordNoneReason } from "./record-none-reason.ts";
import { sampleObligations } from "./sample-obligations.ts";
import { sampleClauses } from "./sample-plan.ts";
import { addObligation, updateObligation } from "./save-obligation.ts";
import { addTask, assignTask } from "./save-task.ts";
import { SAMPLE_PLAN_ID, sampleObligationId, sampleTaskId } from "./seed.ts";
import { withdrawEvidence, withdrawOneEvidence } from "./withdraw-evidence.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase("sample");
});

const { editor, head, contributor, clerk, auditor } = people;
const { as, readIn, confirmed } = plansOn(() => db.database);

describe("the sample plan", () => {
  test("holds all 105 duties, each in a clause that exists, with themes that exist", () => {
    expect(new Set(sampleObligations.map(({ code }) => code)).size).toBe(105);
    const paths = new Set(sampleClauses.map(({ path }) => path));
    for (const { code, clause, themes } of sampleObligations) {
      expect(paths.has(clause), code).toBe(true);
      expect(
        themes.filter((slug) => !isContentTheme(slug)),
        code,
      ).toEqual([]);
    }
  });
});

describe("reading a plan in", () => {
  test("keeps a preview and nothing else until somebody confirms", async () => {
    const count = async () => (await db.pool.query("select count(*)::int as plans from plan")).rows[0].plans;
    const before = await count();
    const { id, reading, paragraphs } = await readIn("Cải cách năm 2027");
    expect(await count()).toBe(before);
    expect(reading.header.title).toBe("Cải cách năm 2027");
    expect(paragraphs.some(({ clausePath }) => clausePath === "II.1")).toBe(true);
    const header = { ...reading.header, title: "Cải cách năm 2027, bản sửa" };
    const { version } = await as(editor, (w) =>
      correctImport(w, { id, version: 1, correction: { kind: "header", header } }),
    );
    const { planId } = await as(editor, (w) => confirmImport(w, { id, year: 2027, version }));
    const chain = await planChain(db.database, SAMPLE_AGENCY_ID, planId, {
      from: "2027-01-01",
      to: "2027-12-31",
    });
    expect(chain.plan).toMatchObject({
      title: "Cải cách năm 2027, bản sửa",
      number: null,
      issuedOn: null,
      state: "draft",
    });
    expect(chain.clauses.map(({ path }) => path)).toContain("II.1");
    expect(chain.tasks).toMatchObject([
      { leadUnitId: sampleUnitId("van-phong"), due: { kind: "continuous" } },
    ]);
    const cited = await db.pool.query(
      "select number from official_document d join plan_citation c on c.document_id = d.id where c.plan_id = $1",
      [planId],
    );
    expect(cited.rows).toEqual([{ number: "12/KH-UBND" }]);
  });

  test("never makes the same plan twice, also when two people confirm at once", async () => {
    const one = await readIn("Chỉ một lần");
    const two = await readIn("Chỉ một lần");
    const results = await Promise.allSettled(
      [one, two].map(({ id, version }) => as(editor, (w) => confirmImport(w, { id, year: 2027, version }))),
    );
    expect(results.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  });

  test("refuses what is no plan in one sentence and leaves nothing", async () => {
    const before = await db.pool.query("select count(*) from plan_import");
    const hostile = [
      Buffer.alloc(0),
      Buffer.from("Thực đơn hôm nay: cơm, canh."),
      Buffer.from("PK\u0003\u0004hỏng"),
    ];
    for (const [index, bytes] of hostile.entries()) {
      const fileName = ["rong.docx", "thuc-don.txt", "hong.docx"][index]!;
      await expect(as(editor, (w) => importPlan(w, { bytes, fileName }))).rejects.toThrow(Unacceptable);
    }
    expect((await db.pool.query("select count(*) from plan_import")).rows).toEqual(before.rows);
  });

  test("is for TTBCXB and the leadership", async () => {
    for (const actor of [contributor, auditor, clerk]) {
      await expect(
        as(actor, (w) => importPlan(w, { bytes: planDocument("Không quyền"), fileName: "a.txt" })),
      ).rejects.toThrow(Forbidden);
    }
  });
});

describe("issuing and distributing", () => {
  test("the registry's number is written down once", async () => {
    const { planId: id } = await confirmed("Sẽ cấp số");
    await expect(
      as(contributor, (w) => issuePlan(w, { id, number: "7", issuedOn: "2026-10-03" })),
    ).rejects.toThrow(Forbidden);
    await as(clerk, (w) => issuePlan(w, { id, number: "7", issuedOn: "2026-10-03" }));
    expect(await planOf(db.database, SAMPLE_AGENCY_ID, id)).toMatchObject({
      number: "07",
      issuedOn: "2026-10-03",
      state: "issued",
    });
    await expect(as(clerk, (w) => issuePlan(w, { id, number: "8", issuedOn: "2026-10-04" }))).rejects.toThrow(
      Conflict,
    );
    const { documentId, symbol } = await planOf(db.database, SAMPLE_AGENCY_ID, id);
    const { rows } = await db.pool.query(
      "select number, type, issued_on::text, outgoing, kept_by from official_document where id = $1",
      [documentId],
    );
    expect(rows).toEqual([
      {
        number: `07/${symbol}`,
        type: "Kế hoạch",
        issued_on: "2026-10-03",
        outgoing: true,
        kept_by: "plan",
      },
    ]);
    const { planId: second } = await confirmed("Sẽ xin số đã cấp");
    await expect(
      as(clerk, (w) => issuePlan(w, { id: second, number: "07", issuedOn: "2026-11-03" })),
    ).rejects.toThrow(/năm 2026 đã cấp/);
    expect(await planOf(db.database, SAMPLE_AGENCY_ID, second)).toMatchObject({
      state: "draft",
      number: null,
    });
  });

  test("it keeps who signed it: whoever could on that day, chosen where several could, corrected with a reason", async () => {
    const byOrder = uuidv7();
    await db.pool.query(
      `insert into signing_authority (id, agency_id, person_id, form, head_title, own_title, scope, from_date, to_date, decision_number, decided_on, recorded_at)
       values ($1, $2, $3, 'TL', 'Giám đốc', 'Chánh Văn phòng', 'plan', '2026-06-01', $4, '07/QĐ-SM', '2026-06-01', now())`,
      [byOrder, SAMPLE_AGENCY_ID, samplePersonId("office"), "2026-09-30"],
    );
    const { planId: id } = await confirmed("Sẽ có người ký");
    const issue = (number: string, issuedOn: string, authorityId?: string) =>
      as(clerk, (w) => issuePlan(w, { id, number, issuedOn, authorityId }));
    await expect(issue("31", "2026-08-03")).rejects.toThrow("nhiều người được ký kế hoạch; hãy chọn");
    await expect(issue("31", "2026-10-05", byOrder)).rejects.toThrow("không có thẩm quyền ký kế hoạch ngày");
    await issue("31", "2026-08-03", byOrder);
    const correct = (issuedOn: string, authorityId?: string) =>
      as(clerk, (w) => correctPlanIssue(w, { id, number: "31", issuedOn, authorityId, reason: "Ghi nhầm" }));
    expect((await correct("2026-08-03")).signedAs).toMatchObject({
      name: "Hoàng Thị Mẫu",
      lines: ["TL. GIÁM ĐỐC", "CHÁNH VĂN PHÒNG"],
      decisionNumber: "07/QĐ-SM",
    });
    const signedBy = async () =>
      (
        await db.pool.query(
          "select p.signed_as ->> 'name' as plan, d.signed_as ->> 'name' as register from plan p join official_document d on d.id = p.document_id where p.id = $1",
          [id],
        )
      ).rows[0];
    expect(await signedBy()).toEqual({ plan: "Hoàng Thị Mẫu", register: "Hoàng Thị Mẫu" });
    await correct("2026-10-05");
    expect(await signedBy()).toEqual({ plan: "Trần Thị Mẫu", register: "Trần Thị Mẫu" });
    await db.pool.query(
      "update signing_authority set to_date = '2026-10-10' where agency_id = $1 and to_date is null",
      [SAMPLE_AGENCY_ID],
    );
    const { planId: late } = await confirmed("Sẽ không ai ký");
    await expect(
      as(clerk, (w) => issuePlan(w, { id: late, number: "32", issuedOn: "2026-10-12" })),
    ).rejects.toThrow("Ngày 12/10/2026 chưa ai có thẩm quyền ký kế hoạch");
    await db.pool.query("update signing_authority set to_date = null where to_date = '2026-10-10'");
  });

  test("the plan goes to the units of Nơi nhận, each acknowledges for itself, once", async () => {
    const { planId: id } = await confirmed("Sẽ gửi đi");
    const chosen = ["khtc", "phong-mau-a"].map(sampleUnitId);
    const waiting = await unitsToSendTo(db.database, clerk, id);
    expect(waiting.filter(({ named }) => named)).toHaveLength(6);
    await expect(
      as(clerk, (w) => distributePlan(w, { id, unitIds: [...chosen, uuidv7()] })),
    ).rejects.toMatchObject({ issues: [{ field: "unitIds" }] });
    expect(await as(clerk, (w) => distributePlan(w, { id, unitIds: chosen }))).toEqual({
      units: 2,
      people: 3,
    });
    await expect(as(clerk, (w) => distributePlan(w, { id, unitIds: chosen }))).rejects.toThrow(Conflict);
    expect((await unitsToSendTo(db.database, clerk, id)).map(({ unitId }) => unitId)).not.toContain(
      chosen[0],
    );
    expect(await as(clerk, (w) => distributePlan(w, { id }))).toMatchObject({ units: 4 });
    await expect(as(clerk, (w) => distributePlan(w, { id }))).rejects.toThrow(Conflict);
    const rows = await distributionOf(db.database, head, id);
    expect(rows.map(({ unitId }) => unitId).toSorted()).toEqual(
      ["van-phong", "ttbcxb", "khtc", "phong-mau-a", "phong-mau-b", "don-vi-mau-c"]
        .map(sampleUnitId)
        .toSorted(),
    );
    const own = { id, unitId: sampleUnitId("phong-mau-a") };
    await expect(as(head, (w) => acknowledgePlan(w, { id, unitId: sampleUnitId("khtc") }))).rejects.toThrow(
      Forbidden,
    );
    await as(head, (w) => acknowledgePlan(w, own));
    await expect(as(contributor, (w) => acknowledgePlan(w, own))).rejects.toThrow(Conflict);
    const told = await db.pool.query("select count(*)::int as notices from notice where cause like $1", [
      `plan-distributed:${id}:%`,
    ]);
    expect(told.rows[0].notices).toBe(6);
  });
});

test("a unit of Nơi nhận is known with a remark in brackets behind its name", async () => {
  const units = await unitsOfAgency(db.database, SAMPLE_AGENCY_ID);
  const lines = ["Phòng Thông tin, Báo chí, Xuất bản (thực hiện)", "Lưu: VT"];
  expect(recipientUnits(lines, units).map(({ id }) => id)).toEqual([sampleUnitId("ttbcxb")]);
});

const taskFields = {
  title: "Viết bài về một cửa",
  clauseId: null,
  leadUnitId: null as string | null,
  allUnits: false,
  responsiblePersonId: null,
  approverPersonId: null,
  coordinatingUnitIds: [] as string[],
  due: {
    kind: "date" as const,
    text: null,
    date: "2026-12-10" as string | null,
    from: null,
    to: null,
    every: null,
  },
  deliverable: "Một bài",
  obligationIds: [] as string[],
};

describe("tasks", () => {
  test("are assigned with the six clears; links of another plan are refused with their field", async () => {
    const fields = {
      ...taskFields,
      leadUnitId: sampleUnitId("phong-mau-a"),
      obligationIds: [sampleObligationId("II.3-a")],
    };
    const { id } = await as(editor, (w) => addTask(w, { id: SAMPLE_PLAN_ID, ...fields }));
    await as(head, (w) =>
      assignTask(w, { id, ...fields, responsiblePersonId: samplePersonId("contributor") }),
    );
    expect(await taskOf(db.database, SAMPLE_AGENCY_ID, id)).toMatchObject({
      responsiblePersonId: samplePersonId("contributor"),
    });
    const { planId } = await confirmed("Kế hoạch khác");
    const refused = as(editor, (w) => addTask(w, { id: planId, ...fields }));
    await expect(refused).rejects.toMatchObject({ issues: [{ field: "obligationIds" }] });
    const noDay = { ...fields, due: { ...fields.due, date: null } };
    await expect(as(editor, (w) => assignTask(w, { id, ...noDay }))).rejects.toMatchObject({
      issues: [{ field: "due" }],
    });
  });

  test("of another unit are not assigned by a head, and by nobody who only reads", async () => {
    const id = sampleTaskId("III.2");
    await expect(as(head, (w) => assignTask(w, { id, ...taskFields }))).rejects.toThrow("đơn vị khác");
    await expect(as(auditor, (w) => assignTask(w, { id, ...taskFields }))).rejects.toThrow(Forbidden);
    await expect(as(contributor, (w) => addTask(w, { id: SAMPLE_PLAN_ID, ...taskFields }))).rejects.toThrow(
      Forbidden,
    );
    await expect(as(editor, (w) => assignTask(w, { id: uuidv7(), ...taskFields }))).rejects.toThrow(NotFound);
  });

  test("appear under one's own work with what is overdue", async () => {
    const fields = { ...taskFields, title: "Quá hạn", leadUnitId: sampleUnitId("phong-mau-a") };
    const { id } = await as(editor, (w) => addTask(w, { id: SAMPLE_PLAN_ID, ...fields }));
    const mine = await myTasks(db.database, contributor, new Date("2026-12-11T00:00:00+07:00"));
    expect(mine.overdue.map((row) => row.id)).toContain(id);
  });

  test("appear under one's own work: to do while open, due this week within seven days of the last day, nobody else's", async () => {
    const fields = { ...taskFields, title: "Đến hạn", leadUnitId: sampleUnitId("phong-mau-a") };
    const { id } = await as(editor, (w) => addTask(w, { id: SAMPLE_PLAN_ID, ...fields }));
    const listsOn = async (actor: typeof contributor, day: string) => {
      const { toDo, dueThisWeek, overdue } = await myTasks(
        db.database,
        actor,
        new Date(`${day}T08:00:00+07:00`),
      );
      return Object.entries({ toDo, dueThisWeek, overdue })
        .filter(([, rows]) => rows.some((row) => row.id === id))
        .map(([name]) => name);
    };
    expect(await listsOn(contributor, "2026-12-02")).toEqual(["toDo"]);
    expect(await listsOn(contributor, "2026-12-03")).toEqual(["toDo", "dueThisWeek"]);
    expect(await listsOn(contributor, "2026-12-10")).toEqual(["toDo", "dueThisWeek"]);
    expect(await listsOn(contributor, "2026-12-11")).toEqual(["toDo", "overdue"]);
    expect(await listsOn(auditor, "2026-12-03")).toEqual([]);
  });

  test("of every unit are not taken by one unit's head", async () => {
    const shared = { ...taskFields, title: "Việc chung", allUnits: true };
    const { id } = await as(editor, (w) => addTask(w, { id: SAMPLE_PLAN_ID, ...shared }));
    const taken = { ...shared, allUnits: false, leadUnitId: sampleUnitId("khtc") };
    await expect(as(head, (w) => assignTask(w, { id, ...taken }))).rejects.toThrow("Việc chung");
    await as(editor, (w) => assignTask(w, { id, ...taken }));
  });
});

describe("obligations", () => {
  const fields = {
    code: "X-a",
    clauseId: "",
    what: "Việc thử",
    themes: ["policy"],
    allUnits: true,
    unitIds: [],
    due: "year" as const,
    evidenceWanted: null,
    noneReason: null,
  };

  test("have a stable code that stands once in a plan", async () => {
    const { clauses } = await planChain(db.database, SAMPLE_AGENCY_ID, SAMPLE_PLAN_ID, {
      from: "2026-01-01",
      to: "2026-12-31",
    });
    const added = { ...fields, clauseId: clauses[0]!.id };
    const id = await as(editor, (w) => addObligation(w, { id: SAMPLE_PLAN_ID, ...added }));
    await expect(as(editor, (w) => addObligation(w, { id: SAMPLE_PLAN_ID, ...added }))).rejects.toThrow(
      Conflict,
    );
    await expect(as(editor, (w) => updateObligation(w, { id, ...added, code: "X-b" }))).rejects.toThrow(
      "cố định",
    );
    await expect(
      as(editor, (w) => updateObligation(w, { id, ...added, themes: ["khong-co"] })),
    ).rejects.toThrow(Unacceptable);
    await expect(as(head, (w) => updateObligation(w, { id, ...added }))).rejects.toThrow(Forbidden);
  });

  test("set aside with a reason are no gap of the board", async () => {
    const gapAt = async () => {
      const { rows } = await coverage(
        db.database,
        SAMPLE_AGENCY_ID,
        { id: SAMPLE_PLAN_ID, kind: "quarter", basis: "decree", by: "clause" },
        new Date("2026-11-20T00:00:00Z"),
      );
      return rows.find(({ path }) => path === "I.1, đoạn 1")!.cells[0]!.gap;
    };
    expect(await gapAt()).toBe(true);
    for (const code of ["I.1-a", "I.1-b"]) {
      await as(editor, (w) =>
        recordNoneReason(w, { id: sampleObligationId(code), reason: "Không phát sinh" }),
      );
    }
    expect(await gapAt()).toBe(false);
    await expect(
      as(contributor, (w) => recordNoneReason(w, { id: sampleObligationId("I.1-a"), reason: null })),
    ).rejects.toThrow(Forbidden);
  });
});

describe("evidence", () => {
  const proof = (
    sourceId: string,
    at: string,
    part: { taskIds?: string[]; obligationIds?: string[] } = {},
  ) => ({
    taskIds: [sampleTaskId("IV")],
    obligationIds: [sampleObligationId("IV-a")],
    source: "test",
    sourceId,
    label: "Dự toán",
    url: "/tin-tuc/du-toan",
    at: new Date(at),
    revisionHash: null,
    ...part,
  });
  const doneIn = async (from: string, to: string, clause = "IV") => {
    const { tasks } = await planChain(db.database, SAMPLE_AGENCY_ID, SAMPLE_PLAN_ID, { from, to });
    return tasks.find(({ id }) => id === sampleTaskId(clause))!.progress;
  };

  test("said ten times at once is one proof, and links only add up", async () => {
    const ids = await Promise.all(
      Array.from({ length: 10 }, () =>
        as(editor, (w) => attachEvidence(w, proof("một", "2026-05-05T10:00:00+07:00"))),
      ),
    );
    expect(new Set(ids.map(({ evidenceId }) => evidenceId)).size).toBe(1);
    await as(editor, (w) =>
      attachEvidence(
        w,
        proof("một", "2026-05-05T10:00:00+07:00", { taskIds: [sampleTaskId("V.4")], obligationIds: [] }),
      ),
    );
    const { rows } = await db.pool.query(
      "select count(*)::int as links from evidence_task where evidence_id = $1",
      [ids[0]!.evidenceId],
    );
    expect(rows[0].links).toBe(2);
  });

  test("counts in the period of its day in Việt Nam: the 14th to the last second, the 15th from the first", async () => {
    await as(editor, (w) =>
      attachEvidence(
        w,
        proof("cuối-kỳ", "2026-07-14T23:59:59+07:00", { taskIds: [sampleTaskId("V.4")], obligationIds: [] }),
      ),
    );
    expect(await doneIn("2026-06-15", "2026-07-14", "V.4")).toEqual({ evidenceCount: 1, done: true });
    expect(await doneIn("2026-07-15", "2026-08-14", "V.4")).toEqual({ evidenceCount: 0, done: false });
    await as(editor, (w) =>
      attachEvidence(
        w,
        proof("đầu-kỳ", "2026-07-15T00:00:00+07:00", { taskIds: [sampleTaskId("V.4")], obligationIds: [] }),
      ),
    );
    expect(await doneIn("2026-07-15", "2026-08-14", "V.4")).toEqual({ evidenceCount: 1, done: true });
  });

  test("that is withdrawn counts no more, and counts again when it is made again", async () => {
    const made = proof("thu-hồi", "2026-08-20T10:00:00+07:00", {
      taskIds: [],
      obligationIds: [sampleObligationId("IV-b")],
    });
    await as(editor, (w) => attachEvidence(w, made));
    expect((await doneIn("2026-08-15", "2026-09-14")).done).toBe(true);
    expect(
      await as(editor, (w) => withdrawEvidence(w, { source: "test", sourceId: "thu-hồi", reason: "Sai" })),
    ).toBe(1);
    expect((await doneIn("2026-08-15", "2026-09-14")).done).toBe(false);
    await as(editor, (w) => attachEvidence(w, made));
    expect((await doneIn("2026-08-15", "2026-09-14")).done).toBe(true);
  });

  test("for a clause as a whole counts on the board for that clause, and discharges none of its obligations", async () => {
    const chain = () =>
      planChain(db.database, SAMPLE_AGENCY_ID, SAMPLE_PLAN_ID, { from: "2026-01-01", to: "2026-12-31" });
    const before = await chain();
    const withDuties = before.obligations[0]!.clauseId;
    const bare = before.clauses.find(
      ({ id }) =>
        !before.obligations.some(({ clauseId }) => clauseId === id) &&
        !before.tasks.some(({ clauseId }) => clauseId === id),
    )!.id;
    const question = { id: SAMPLE_PLAN_ID, kind: "quarter", basis: "calendar", by: "clause" } as const;
    const countOf = async (rowId: string) =>
      (await coverage(db.database, SAMPLE_AGENCY_ID, question)).rows
        .find((row) => row.rowId === rowId)
        ?.cells.find(({ period }) => period === "2026-Q1")?.evidence;
    const [first, none] = [await countOf(withDuties), await countOf(bare)];
    await as(editor, (w) =>
      attachEvidence(w, {
        ...proof("cả-mục", "2026-02-03T10:00:00+07:00", { taskIds: [], obligationIds: [] }),
        clauseIds: [withDuties, bare],
      }),
    );
    expect([await countOf(withDuties), await countOf(bare)]).toEqual([(first ?? 0) + 1, (none ?? 0) + 1]);
    const progressOf = ({ tasks }: typeof before) => tasks.map(({ id, progress }) => [id, progress]);
    expect(progressOf(await chain())).toEqual(progressOf(before));
    await as(editor, (w) => withdrawEvidence(w, { source: "test", sourceId: "cả-mục", reason: "Sai" }));
    expect(await countOf(bare)).toBe(none);
  });

  test("of an unknown task or another agency's obligation is refused by the database", async () => {
    await expect(
      as(editor, (w) => attachEvidence(w, proof("lạ", "2026-05-05T10:00:00Z", { taskIds: [uuidv7()] }))),
    ).rejects.toThrow();
    expect((await db.pool.query("select 1 from evidence where source_id = 'lạ'")).rowCount).toBe(0);
  });

  test("is withdrawn one by one, and counting again is recorded too", async () => {
    const at = (url: string) => ({ ...proof("hai-địa-chỉ", "2026-04-01T10:00:00+07:00"), url });
    const { evidenceId } = await as(editor, (w) => attachEvidence(w, at("/mot")));
    await as(editor, (w) => attachEvidence(w, at("/hai")));
    expect(await as(editor, (w) => withdrawOneEvidence(w, { id: evidenceId, reason: "Nhầm" }))).toBe(1);
    await as(editor, (w) => attachEvidence(w, at("/mot")));
    const { rows } = await db.pool.query("select act from audit_entry where object_id = $1 order by id", [
      evidenceId,
    ]);
    expect(rows.map(({ act }) => act)).toEqual(["attach-evidence", "withdraw-evidence", "restore-evidence"]);
  });

  test("opens from the board's cell to its rows, and shows on the public plan only with an address", async () => {
    const question = { id: SAMPLE_PLAN_ID, kind: "month", basis: "decree", by: "clause" } as const;
    await as(editor, (w) => attachEvidence(w, { ...proof("ô", "2026-02-10T10:00:00+07:00"), url: null }));
    const { rows } = await coverage(db.database, SAMPLE_AGENCY_ID, question);
    const row = rows.find(({ path }) => path === "IV, đoạn 1")!;
    const cell = await coverageCell(db.database, SAMPLE_AGENCY_ID, {
      ...question,
      rowId: row.rowId,
      period: "2026-02",
    });
    expect(cell.evidence.map(({ sourceId }) => sourceId)).toEqual(["ô"]);
    expect(row.cells.find(({ period }) => period === "2026-02")).toMatchObject({ evidence: 1, gap: false });
    const page = await publishedPlan(
      db.database,
      SAMPLE_AGENCY_ID,
      "tuyen-truyen-cai-cach-hanh-chinh-2026",
      new Date(),
    );
    expect(JSON.stringify(page)).not.toContain('"url":null');
    await expect(
      coverageCell(db.database, SAMPLE_AGENCY_ID, { ...question, rowId: row.rowId, period: "2026-99" }),
    ).rejects.toThrow(NotFound);
  });
});
