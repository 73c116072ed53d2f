import { beforeAll, describe, expect, test } from "vitest";
import { Conflict, Forbidden, NotFound, Unacceptable } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { addDecision } from "../decisions/add-decision.ts";
import { announceDecision } from "../decisions/announce-decision.ts";
import { changeDecision } from "../decisions/change-decision.ts";
import { confirmDecision } from "../decisions/confirm-decision.ts";
import type { DecisionRow } from "../decisions/decision.ts";
import { decisionFacts } from "../decisions/decision-queries.ts";
import { proveByDecision } from "../decisions/prove-by-decision.ts";
import { presentProcedure } from "../present-procedure.ts";
import { procedureByCode } from "../procedure-queries.ts";
import { twoAgencies, wholeRecord } from "../procedures.fixture.ts";
import { saveProcedure } from "../save-procedure.ts";
import { dropPosting } from "./drop-posting.ts";
import { placesOf } from "./place-queries.ts";
import { postingDue, postingState } from "./posting.ts";
import { postingBoard } from "./posting-board.ts";
import { recordPosting } from "./record-posting.ts";
import { savePlaces } from "./save-places.ts";
import { watchPostings } from "./watch-postings.ts";

let db: TestDatabase;
let they: Awaited<ReturnType<typeof twoAgencies>>;
beforeAll(async () => {
  db = await testDatabase();
  they = await twoAgencies(db);
});

describe("the state of a procedure at a place", () => {
  const posted = { act: "posted", fingerprint: "a", seenOn: "2026-11-05" } as const;
  test.each([
    ["was never there", { proof: null }, "due"],
    ["stands there in the words that hold", { proof: posted }, "posted"],
    ["has newer words", { proof: posted, fingerprint: "b" }, "stale"],
    ["was decided on since", { proof: posted, askedOn: "2026-11-06" }, "stale"],
    ["was taken away though it holds", { proof: { ...posted, act: "removed" } }, "due"],
    ["is over and still there", { proof: posted, stands: false }, "to-remove"],
    ["is over and gone", { proof: { ...posted, act: "removed" }, stands: false }, "removed"],
    ["is over and never was there", { proof: null, stands: false }, "none"],
  ] as const)("of one that %s", (_, part, state) => {
    expect(postingState({ stands: true, fingerprint: "a", askedOn: "2026-11-01", ...part })).toBe(state);
  });

  test("is asked for within working days of the decision", () => {
    const weekends = (day: string) => Temporal.PlainDate.from(day).dayOfWeek > 5;
    expect(postingDue("2026-11-27", 1, weekends)).toBe("2026-11-30");
    expect(postingDue("2026-11-27", 0, weekends)).toBe("2026-11-27");
    expect(postingDue("2026-11-30", 5, (day) => weekends(day) || day === "2026-12-02")).toBe("2026-12-08");
  });
});

describe("a decision is carried through to every place", () => {
  const row = (part: Partial<DecisionRow> & { code: string }): DecisionRow => ({
    ...{ name: "Đăng ký tổ chức lễ hội", action: "amended", replacesCode: "", field: "Lễ hội", level: null },
    ...part,
  });
  const decision = {
    ...{ number: "12/QĐ-UBND", issuedOn: "2026-11-23", issuer: "UBND tỉnh", abstract: "", url: null },
    ...{ effectiveOn: "2026-11-25", note: "" },
  };
  const board = (day = "2026-11-30") => postingBoard(db.database, they.agencyId, day);
  const stateOf = async (code: string, kind: string, day?: string) => {
    const { rows, places } = await board(day);
    const place = places.find((one) => one.kind === kind)!;
    return rows.find((one) => one.code === code)?.cells.find(({ placeId }) => placeId === place.id);
  };
  const post = async (codes: string[], kinds: string[], seenOn = "2026-11-27") => {
    const places = await placesOf(db.database, they.agencyId);
    for (const { id, kind } of places) {
      if (!kinds.includes(kind)) continue;
      const procedureIds = await Promise.all(
        codes.map(async (code) => (await procedureByCode(db.database, they.agencyId, code))!.procedure.id),
      );
      await they.as(they.clerk, (work) =>
        recordPosting(work, {
          ...{ id: uuidv7(), procedureIds, placeId: id, seenOn, note: "" },
          ...{ url: "https://mau.gandan.vn/niem-yet", file: null },
        }),
      );
    }
  };
  const others = ["national", "case-system", "counter"];

  test("from the draft over the register to 100 %, and stale again when the words change", async () => {
    const amended = await they.add("1.000201");
    const old = await they.add("1.000202", { name: "Cấp phép kiểu cũ" });
    await post(["1.000201", "1.000202"], others, "2026-11-20");
    expect((await board()).figures.procedures).toEqual({ done: 2, total: 2 });

    const id = uuidv7();
    const rows = [
      row({ code: "1.000201.000.00.00.H05" }),
      row({ code: "1.000203", name: "Chấp thuận kiểu mới", action: "replaced", replacesCode: "1.000202" }),
      row({ code: "1.000209", name: "", action: "repealed" }),
    ];
    const given = { ...decision, id, rows };
    const change = (part = {}) => they.as(they.clerk, (work) => changeDecision(work, { ...given, ...part }));
    await expect(change()).rejects.toThrow(NotFound);
    await they.as(they.clerk, (work) => addDecision(work, { ...given, rows: [] }));
    await they.as(they.clerk, (work) => addDecision(work, given));
    await expect(change({ rows: [rows[0], rows[0]] })).rejects.toThrow(Unacceptable);
    await expect(they.as(they.clerk, (work) => confirmDecision(work, { id }))).rejects.toThrow(Unacceptable);
    await change();
    await expect(
      they.as(they.clerk, (work) => addDecision(work, { ...given, id: uuidv7() })),
    ).rejects.toThrow(Conflict);
    // Nothing has changed before somebody compared it.
    expect((await board()).figures.procedures).toEqual({ done: 2, total: 2 });

    await they.as(they.clerk, (work) => confirmDecision(work, { id }));
    await expect(change({ rows: [] })).rejects.toThrow(Conflict);
    expect((await decisionFacts(db.database, they.agencyId, id)).rows).toHaveLength(3);
    const heir = (await procedureByCode(db.database, they.agencyId, "1.000203"))!;
    expect(await presentProcedure(db.database, they.clerk, old)).toMatchObject({
      ...{ state: "repealed", repealedOn: "2026-11-25" },
      successor: { id: heir.procedure.id },
    });
    expect(heir.version).toMatchObject({ decisionNumber: "12/QĐ-UBND", validFrom: "2026-11-25" });

    expect(await stateOf("1.000201", "national")).toMatchObject({
      state: "stale",
      dueOn: "2026-11-30",
      isLate: false,
    });
    expect(await stateOf("1.000201", "national", "2026-12-01")).toMatchObject({ isLate: true });
    expect(await stateOf("1.000202", "counter")).toMatchObject({ state: "to-remove", isLate: true });
    expect(await stateOf("1.000203", "counter")).toMatchObject({ state: "due" });
    // The agency's own portal tells of itself.
    expect(await stateOf("1.000203", "portal")).toMatchObject({
      state: "posted",
      isAutomatic: true,
      proof: null,
    });
    expect(await stateOf("1.000202", "portal")).toMatchObject({ state: "removed" });
    expect((await board()).figures.cells).toEqual({ done: 3, total: 12 });
    const prove = (obligationIds: string[]) =>
      they.as(they.clerk, (work) => proveByDecision(work, { id, obligationIds }));
    await expect(prove([])).rejects.toThrow(/Mới 1\/3 thủ tục/);

    await post(["1.000201", "1.000203", "1.000202"], others);
    const full = await board();
    expect(full.figures.cells).toEqual({ done: 12, total: 12 });
    // What was over on 25/11 was gone two days later at three places, and five days later from the portal.
    expect(full.figures).toMatchObject({
      procedures: { done: 3, total: 3 },
      late: 0,
      inTime: { done: 8, total: 12 },
    });

    // Carried through, it proves what a person says that it proves, from the day of the last place.
    await expect(prove([])).rejects.toThrow(Unacceptable);
    const [planId, clauseId, obligationId] = [uuidv7(), uuidv7(), uuidv7()];
    await db.pool.query(
      `with p as (insert into plan (id, agency_id, title, year, slug) values ($1, $4, 'Kế hoạch mẫu', 2026, 'mau')),
         v as (insert into plan_version (plan_id, version, agency_id, made_at) values ($1, 1, $4, now())),
         c as (insert into plan_clause (id, agency_id, plan_id, path, label, level, text, position)
               values ($2, $4, $1, 'III.2', '2', 2, 'Công khai', 1))
       insert into obligation (id, agency_id, plan_id, clause_id, code, what, due, position)
         values ($3, $4, $1, $2, 'III.2-a', 'Công khai thủ tục', 'year', 1)`,
      [planId, clauseId, obligationId, they.agencyId],
    );
    await prove([obligationId]);
    await prove([obligationId]);
    const proofs = async () =>
      (await db.pool.query("select label, at, withdrawn_at from evidence where source_id = $1", [id])).rows;
    expect(await proofs()).toMatchObject([
      { label: "Quyết định 12/QĐ-UBND: 3/3 thủ tục công khai đủ, đúng bản ở 4 nơi", withdrawn_at: null },
    ]);

    await they.as(they.clerk, (work) =>
      saveProcedure(work, {
        ...{ id: amended, suffix: "", validFrom: "2026-11-30", seen: 2, reason: "Sửa phí" },
        record: wholeRecord({ conditions: "Có ban tổ chức" }),
      }),
    );
    expect(await stateOf("1.000201", "counter")).toMatchObject({ state: "stale", proof: { version: 2 } });
    const [{ id: proofId } = { id: "" }] = (
      await db.pool.query("select id from posting_proof where procedure_id = $1 and version = 2", [amended])
    ).rows;
    await they.as(they.clerk, (work) => dropPosting(work, { id: proofId, reason: "Nhầm nơi" }));
    expect((await proofs())[0].withdrawn_at).not.toBeNull();
    await expect(
      they.as(they.clerk, (work) => dropPosting(work, { id: proofId, reason: "Nhầm nơi" })),
    ).rejects.toThrow(NotFound);
  });

  test("tells once of each day that passed, and says in how many forms it was made known", async () => {
    const office = they.clerk;
    await db.pool.query(
      "insert into appointment (id, agency_id, person_id, unit_id, role, from_date) values ($1, $2, $3, null, 'office', '2026-01-01')",
      [uuidv7(), they.agencyId, office.personId],
    );
    const later = new Date("2026-12-10T08:00:00+07:00");
    await watchPostings(db.database, later);
    await watchPostings(db.database, later);
    const { rows } = await db.pool.query("select title from notice where person_id = $1 order by title", [
      office.personId,
    ]);
    expect(rows.map(({ title }) => title)).toEqual(["3 nơi chưa công khai thủ tục đúng hạn 07/12/2026"]);
    const { rows: decisions } = await db.pool.query("select id from procedure_decision");
    const told = { form: "Đăng cổng", url: null, on: "2026-11-24" };
    await they.as(office, (work) => announceDecision(work, { id: decisions[0].id, madeKnown: [told] }));
    expect((await decisionFacts(db.database, they.agencyId, decisions[0].id)).decision.madeKnown).toEqual([
      told,
    ]);
  });

  test("is kept by the Office and editors of the agency alone, with something that shows it", async () => {
    const places = await placesOf(db.database, they.agencyId);
    const counter = places.find(({ kind }) => kind === "counter")!;
    const id = await they.add("1.000301");
    const given = {
      ...{ procedureIds: [id], placeId: counter.id, seenOn: "2026-11-30", url: "https://mau.gandan.vn/x" },
      ...{ note: "", file: null },
    };
    const record = (
      who: typeof they.clerk,
      part: Partial<Omit<typeof given, "url"> & { url: string | null }> = {},
    ) => they.as(who, (work) => recordPosting(work, { id: uuidv7(), ...given, ...part }));
    await expect(record(await they.actor("auditor"))).rejects.toThrow(Forbidden);
    await expect(record(await they.actor("office", they.otherAgencyId))).rejects.toThrow(NotFound);
    for (const part of [
      { url: null },
      { seenOn: "2026-12-01" },
      { placeId: places.find(({ kind }) => kind === "portal")!.id },
    ])
      await expect(record(they.clerk, part)).rejects.toThrow(Unacceptable);
    const stands = (place: (typeof places)[number]) => ({ ...place, workingDays: 3 });
    await expect(
      they.as(they.clerk, (work) => savePlaces(work, places.slice(1).map(stands))),
    ).rejects.toThrow(Conflict);
    await they.as(they.clerk, (work) =>
      savePlaces(work, [
        ...places.map(stands),
        { id: uuidv7(), kind: "other", name: "Nhà văn hóa xã", workingDays: 10, isUsed: true },
      ]),
    );
    expect((await placesOf(db.database, they.agencyId)).map(({ workingDays }) => workingDays)).toEqual([
      3, 3, 3, 3, 10,
    ]);
  });
});
