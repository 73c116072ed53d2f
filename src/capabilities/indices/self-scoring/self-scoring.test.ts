import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SAMPLE_AGENCY_ID, samplePersonId } from "#organization";
import { evidenceBetween } from "#plan";
import type { Actor, Role } from "#platform/auth/actor.ts";
import { Forbidden, NotFound } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { readSheets } from "#platform/official-document/read/read-sheets.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { type Work, work } from "#platform/work/work.ts";
import { listIndices } from "../index-queries.ts";
import { addProof, removeProof } from "./add-proof.ts";
import { claimPoints } from "./claim-points.ts";
import { exportAnnex } from "./export-annex.ts";
import { makeSheet } from "./make-sheet.ts";
import { depthOf, groupsOff, hundredthsOf, isGroup, pointsInWords, sumWithin } from "./points.ts";
import { readCriteria } from "./read-criteria.ts";
import { explainGap, recordRound } from "./record-round.ts";
import { findEvidence, presentSheet } from "./sheet-queries.ts";
import { submitSheet } from "./submit-sheet.ts";

const csv = (...rows: string[]) => new TextEncoder().encode(["STT;Tiêu chí;Điểm chuẩn", ...rows].join("\n"));

describe("points", () => {
  test.each([
    ["1,5", 150, "1,5"],
    ["0.25", 25, "0,25"],
    ["10", 1000, "10"],
    ["1000", 100_000, "1.000"],
    ["1,255", null, null],
    ["-1", null, null],
    ["", null, null],
  ])("%s", (written, hundredths, words) => {
    expect(hundredthsOf(written)).toBe(hundredths);
    if (hundredths !== null) expect(pointsInWords(hundredths)).toBe(words);
  });

  test("sums count what is scored by itself, once, to the hundredth", () => {
    const all = [
      { number: "1", most: 30 },
      { number: "1.1", most: 10 },
      { number: "1.2", most: 20 },
      { number: "10", most: 1 },
    ];
    expect(all.map((one) => [isGroup(all, one), depthOf(all, one)])).toEqual([
      [true, 0],
      [false, 1],
      [false, 1],
      [false, 0],
    ]);
    expect(sumWithin(all, null, ({ most }) => most)).toBe(31);
    expect(sumWithin(all, all[0]!, ({ most }) => most)).toBe(30);
    expect(groupsOff(all)).toEqual([]);
    expect(groupsOff([{ ...all[0]!, most: 31 }, ...all.slice(1)])).toMatchObject([{ sum: 30 }]);
  });

  test("a list of criteria is read with its own heads; what is wrong is told by its row, what differs by the sum", async () => {
    const read = await readCriteria(
      csv(
        "1;Chỉ đạo, điều hành;2,5",
        "1.1.;Kế hoạch;1",
        "1.2;Tuyên truyền;1",
        ";;",
        "1.2;Lặp;1",
        "2;Thể chế;hai",
        "x y z;",
      ),
    );
    expect(read.criteria).toEqual([
      { number: "1", name: "Chỉ đạo, điều hành", most: 250 },
      { number: "1.1", name: "Kế hoạch", most: 100 },
      { number: "1.2", name: "Tuyên truyền", most: 100 },
    ]);
    expect(read.errors.map(({ line }) => line)).toEqual([6, 7, 8].slice(0, read.errors.length));
    expect(read.errors[0]!.message).toContain("dòng 4");
    expect(read.warnings).toEqual(["Tiêu chí 1 ghi 2,5 điểm, cộng các tiêu chí bên trong là 2."]);
    await expect(readCriteria(csv())).rejects.toThrow(/không có/);
  });
});

describe("a sheet", () => {
  let db: TestDatabase;
  const id = uuidv7();
  const as = (role: Role, agencyId = SAMPLE_AGENCY_ID): Actor => ({
    ...{ personId: samplePersonId("office"), name: "Người Mẫu", agencyId },
    appointments: [{ role, unitId: null }],
  });
  const office = as("office");
  const act = <T>(run: (current: Work) => Promise<T>, actor = office) =>
    work(db.database, actor, run, { at: new Date("2026-11-30T09:00:00+07:00") });
  const sheet = () => presentSheet(db.database, office, id);
  const criterion = async (number: string) => (await sheet()).criteria.find((one) => one.number === number)!;
  const claim = async (number: string, points: string | null) => {
    const { id: criterionId } = await criterion(number);
    return act((w) => claimPoints(w, { id: criterionId, points, words: "Theo tài liệu." }));
  };

  beforeAll(async () => {
    db = await testDatabase("sample");
    const { indices } = await listIndices(db.database, office);
    const { criteria } = await readCriteria(
      csv("1;Chỉ đạo;2", "1.1;Kế hoạch;1", "1.2;Tuyên truyền;1", "2;Thể chế;1,5"),
    );
    const given = { id, indexId: indices[0]!.id, name: "Tự chấm mẫu", edition: 2026, criteria };
    await act((w) => makeSheet(w, given));
    await act((w) => makeSheet(w, given));
    await expect(act((w) => makeSheet(w, { ...given, id: uuidv7() }))).rejects.toThrow(/mang tên này/);
  });
  afterAll(() => db.close());

  test("points only where there is nothing under it, never more than the highest", async () => {
    await expect(claim("1", "1")).rejects.toThrow(/bên trong/);
    await expect(claim("1.1", "1,01")).rejects.toThrow(/tối đa là 1/);
    await expect(claim("1.1", "một")).rejects.toThrow(/là một số/);
    await claim("1.1", "0,75");
    expect(await sheet()).toMatchObject({ most: 350, claimed: 75, state: "open" });
    expect(await criterion("1")).toMatchObject({ isGroup: true, claimed: 75, depth: 0 });
  });

  test("is handed in when all is scored and every point is proven; the register of evidence is not copied twice", async () => {
    await claim("1.2", "1");
    await expect(act((w) => submitSheet(w, { id }))).rejects.toMatchObject({
      issues: [{ message: "Chưa chấm: 2." }, { message: "Có điểm mà chưa có minh chứng: 1.1, 1.2." }],
    });
    await claim("2", "0");
    const days = { from: "2026-01-01", to: "2026-12-31" };
    const [known] = await evidenceBetween(db.database, SAMPLE_AGENCY_ID, days);
    const { evidence } = await findEvidence(db.database, office, { id, q: known!.label });
    expect(evidence.map((one) => one.id)).toContain(known!.id);
    const first = await criterion("1.1");
    const byHand = { criterionId: first.id, evidenceId: null, label: "Kế hoạch mẫu", url: null };
    const ofRegister = { criterionId: first.id, evidenceId: known!.id, label: "", url: null };
    await act((w) => addProof(w, { id: uuidv7(), ...ofRegister }));
    await act((w) => addProof(w, { id: uuidv7(), ...ofRegister }));
    await act((w) => addProof(w, { id: uuidv7(), ...byHand }));
    expect((await criterion("1.1")).proofs.map(({ label }) => label)).toEqual([known!.label, "Kế hoạch mẫu"]);
    await act(async (w) => removeProof(w, { id: (await criterion("1.1")).proofs[1]!.id }));
    const { id: second } = await criterion("1.2");
    await act((w) => addProof(w, { id: uuidv7(), ...byHand, criterionId: second }));
    await act((w) => submitSheet(w, { id }));
    expect(await sheet()).toMatchObject({ state: "submitted", claimed: 175 });
    await expect(claim("2", "1")).rejects.toThrow(Forbidden);
  });

  test("rounds of appraisal follow each other; what one does not name it takes from the one before; gaps are explained", async () => {
    const { id: second } = await criterion("1.2");
    const round = { sheetId: id, appraiser: "Sở Nội vụ (mẫu)", document: "", heldOn: "2026-11-29" };
    const roundId = uuidv7();
    const given = {
      ...round,
      id: roundId,
      marks: [{ criterionId: second, points: "0,5", words: "Thiếu bài." }],
    };
    await act((w) => recordRound(w, given));
    await act((w) => recordRound(w, given));
    await act((w) => recordRound(w, { ...round, id: uuidv7(), marks: [] }));
    expect((await sheet()).rounds.map(({ number, points }) => [number, points])).toEqual([
      [1, 125],
      [2, 125],
    ]);
    const { id: group } = await criterion("1");
    await expect(
      act((w) =>
        recordRound(w, { ...round, id: uuidv7(), marks: [{ criterionId: group, points: "1", words: "" }] }),
      ),
    ).rejects.toThrow(NotFound);
    await expect(
      act((w) =>
        recordRound(w, {
          ...round,
          id: uuidv7(),
          marks: [{ criterionId: second, points: "1,5", words: "" }],
        }),
      ),
    ).rejects.toThrow(/1\.2 cao hơn/);
    await act((w) => explainGap(w, { id: second, gap: "Sẽ viết thêm hai bài." }));
    expect((await criterion("1.2")).gap).toBe("Sẽ viết thêm hai bài.");
  });

  test("the annex names every criterion with its points and each proof in a row of its own", async () => {
    const [points, proofs] = await readSheets(await act((w) => exportAnnex(w, { id })));
    const textOf = (rows: typeof points) =>
      rows!.rows.map(({ cells }) => [...cells.values()].map(({ text }) => text));
    expect(textOf(points)[3]).toEqual(
      expect.arrayContaining(["1.2", "Tuyên truyền", "1", "0.5", "Sẽ viết thêm hai bài."]),
    );
    expect(
      textOf(proofs)
        .slice(1)
        .map((row) => row[0]),
    ).toEqual(["1.1", "1.2"]);
  });

  test("another agency sees nothing of it", async () => {
    await expect(presentSheet(db.database, as("office", uuidv7()), id)).rejects.toThrow(NotFound);
  });
});
