import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SAMPLE_AGENCY_ID, samplePersonId } from "#organization";
import type { Actor, Role } from "#platform/auth/actor.ts";
import { Forbidden, NotFound, Unacceptable } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { type Work, work } from "#platform/work/work.ts";
import { listIndices, presentIndex, resultsPublishedBetween } from "./index-queries.ts";
import { linkComponent } from "./link-component.ts";
import { saveEntity } from "./save-entity.ts";
import { saveIndex } from "./save-index.ts";
import { type ResultFields, removeResult, saveResult } from "./save-result.ts";
import { type Drawn, rankLines, scoreLines, ticksFor } from "./series.ts";
import { presentServing } from "./serving.ts";
import { setTarget } from "./set-target.ts";

const drawn = (
  edition: number,
  value: { score?: string; rank?: number; ranked?: number },
  entityId = "a",
): Drawn => ({
  ...{ entityId, edition, score: value.score ?? null, rank: value.rank ?? null },
  ...{ ranked: value.ranked ?? null, isCertain: true },
});
const editionsOf = (lines: { points: { edition: number }[] }[]) =>
  lines.map(({ points }) => points.map(({ edition }) => edition));

describe("what may be joined by a line", () => {
  test("years that follow each other, measured in the same way, of one entity", () => {
    const scores = [2017, 2018, 2019, 2021].map((edition) => drawn(edition, { score: "45.31" }));
    expect(editionsOf(scoreLines(scores, []))).toEqual([[2017, 2018, 2019], [2021]]);
    expect(editionsOf(scoreLines(scores, [2018]))).toEqual([[2017], [2018, 2019], [2021]]);
    const two = [drawn(2018, { score: "1" }), drawn(2019, { score: "2" }, "b")];
    expect(editionsOf(scoreLines(two, []))).toEqual([[2018], [2019]]);
    // A year in which only a rank was published is a gap.
    const gap = [drawn(2018, { score: "1" }), drawn(2019, { rank: 3 }), drawn(2020, { score: "1" })];
    expect(editionsOf(scoreLines(gap, []))).toEqual([[2018], [2020]]);
  });

  test("ranks among as many; where that is not known they are not drawn", () => {
    const ranks = [
      drawn(2023, { rank: 4, ranked: 63 }),
      drawn(2024, { rank: 5, ranked: 63 }),
      drawn(2025, { rank: 4, ranked: 34 }),
      drawn(2026, { rank: 1 }),
    ];
    const found = rankLines(ranks, []);
    expect(found.map(({ ranked, lines }) => [ranked, editionsOf(lines)])).toEqual([
      [63, [[2023, 2024]]],
      [34, [[2025]]],
    ]);
  });

  test.each([
    [39.2, 46.04, [38, 40, 42, 44, 46, 48]],
    [91.16, 91.16, [90, 95]],
    [0.31, 0.44, [0.3, 0.35, 0.4, 0.45]],
  ])("an axis from %d to %d stands at round numbers", (least, most, ticks) => {
    expect(ticksFor(least, most)).toEqual(ticks);
  });
});

describe("indices", () => {
  let db: TestDatabase;
  const as = (role: Role, agencyId = SAMPLE_AGENCY_ID): Actor => ({
    ...{ personId: samplePersonId("office"), name: "Người Mẫu", agencyId },
    appointments: [{ role, unitId: null }],
  });
  const office = as("office");
  const act = <T>(actor: Actor, run: (current: Work) => Promise<T>) =>
    work(db.database, actor, run, { at: new Date("2026-11-30T09:00:00+07:00") });
  const oneOf = async (shortName: string) => {
    const { indices } = await listIndices(db.database, office);
    return presentIndex(db.database, office, indices.find((one) => one.shortName === shortName)!.id);
  };
  const entityId = async (start: string) =>
    (await listIndices(db.database, office)).entities.find(({ name }) => name.startsWith(start))!.id;
  const resultOf = async (change: Partial<ResultFields>): Promise<ResultFields & { reason: string }> => ({
    ...{ id: uuidv7(), indexId: (await oneOf("PAR INDEX")).id, componentId: null, edition: 2025 },
    ...{ entityId: await entityId("Tỉnh Bắc Ninh sau"), score: "90,10", rank: 5, ranked: 34 },
    ...{ publishedOn: "2026-04-10", source: "Quyết định mẫu", url: null, isCertain: true, note: "" },
    ...{ reason: "", ...change },
  });

  beforeAll(async () => {
    db = await testDatabase("sample");
  });
  afterAll(() => db.close());

  test("the sample has what was published, digit by digit, with its source, and nothing of what was not", async () => {
    const papi = await oneOf("PAPI");
    const newest = papi.results.filter(
      ({ componentId, edition }) => componentId === null && edition === 2023,
    );
    expect(newest.map(({ score, rank, ranked }) => [score, rank, ranked])).toEqual(
      expect.arrayContaining([
        ["45.7047", 3, null],
        ["44.3204", 10, null],
      ]),
    );
    expect((await oneOf("PCI")).results.find(({ edition }) => edition === 2018)).toMatchObject({
      ...{ score: "64.50", rank: 15, ranked: 63 },
    });
    expect(
      papi.results.every(({ source, isCertain, note }) => source !== "" && (isCertain || note !== "")),
    ).toBe(true);
    const { indices } = await listIndices(db.database, office);
    expect(indices.map(({ shortName }) => shortName)).toEqual(["PAR INDEX", "SIPAS", "PAPI", "PCI", "DTI"]);
    expect(indices.at(-1)).toMatchObject({ results: 0, newest: [] });
  });

  test("a result is kept as published, once; changed and removed only with a reason; both stand in the audit", async () => {
    const given = await resultOf({});
    await act(office, (w) => saveResult(w, given));
    const standing = async () => (await oneOf("PAR INDEX")).results.find(({ id }) => id === given.id);
    expect(await standing()).toMatchObject({ score: "90.10", rank: 5, ranked: 34 });
    expect(
      await resultsPublishedBetween(db.database, SAMPLE_AGENCY_ID, { from: "2026-04-01", to: "2026-04-30" }),
    ).toMatchObject([{ index: "PAR INDEX", edition: 2025, result: "90,10%, thứ 5/34" }]);
    await expect(act(office, async (w) => saveResult(w, { ...given, id: uuidv7() }))).rejects.toThrow(
      /đã được ghi/,
    );
    await expect(act(office, (w) => saveResult(w, { ...given, score: "89,9" }))).rejects.toThrow(/lý do sửa/);
    await act(office, (w) => saveResult(w, { ...given, score: "89,9", reason: "Chép nhầm." }));
    expect(await standing()).toMatchObject({ score: "89.9" });
    await act(office, (w) => removeResult(w, { id: given.id, reason: "Ghi nhầm năm." }));
    expect(await standing()).toBeUndefined();
    await expect(act(office, (w) => removeResult(w, { id: given.id, reason: "Lại." }))).rejects.toThrow(
      NotFound,
    );
    const { rows } = await db.pool.query(
      "select act, reason, before->>'score' as score from audit_entry where object_id = $1 order by id",
      [given.id],
    );
    expect(rows).toEqual([
      { act: "record-index-result", reason: null, score: null },
      { act: "correct-index-result", reason: "Chép nhầm.", score: "90.10" },
      { act: "remove-index-result", reason: "Ghi nhầm năm.", score: "89.9" },
    ]);
  });

  test.each<[string, Partial<ResultFields>, RegExp]>([
    ["neither score nor rank", { score: null, rank: null, ranked: null }, /điểm hoặc hạng/],
    ["a score over the highest", { score: "100,5" }, /mức cao nhất là 100/],
    ["a rank behind the last", { rank: 35 }, /lớn hơn tổng số/],
    ["among how many, but which is not said", { rank: null }, /ghi cả hạng/],
    ["a year in which the province was not there", { edition: 2024, publishedOn: null }, /từ 01\/07\/2025/],
    ["published before it was measured", { publishedOn: "2024-05-01" }, /trước năm được đánh giá/],
    ["published tomorrow", { publishedOn: "2026-12-01" }, /chưa tới/],
    [
      "a component of another index",
      { componentId: "01970000-0000-7000-8000-00c300000191" },
      /không có thành phần/,
    ],
  ])("%s is refused", async (_, change, words) => {
    const given = await resultOf(change);
    await expect(act(office, (w) => saveResult(w, given))).rejects.toThrow(words);
  });

  test("an index keeps components that have results, an entity the years that it has", async () => {
    const {
      id,
      entities: _,
      results: __,
      targets: ___,
      may: ____,
      components,
      ...fields
    } = await oneOf("PAPI");
    const plain = components.map(({ number, name, most, id: componentId }) => ({
      id: componentId,
      number,
      name,
      most,
    }));
    await expect(
      act(office, (w) => saveIndex(w, { id, ...fields, components: plain.slice(1) })),
    ).rejects.toThrow(/đã có kết quả/);
    const turned = plain.map((one) => ({ ...one, number: 9 - one.number }));
    await act(office, (w) => saveIndex(w, { id, ...fields, components: turned }));
    expect((await oneOf("PAPI")).components[0]).toMatchObject({ number: 1, name: "Quản trị điện tử" });
    const old = await entityId("Tỉnh Bắc Giang");
    await expect(
      act(office, (w) =>
        saveEntity(w, { id: old, name: "Tỉnh Bắc Giang", validFrom: null, validTo: "2023-06-30" }),
      ),
    ).rejects.toThrow(/kết quả năm 2024/);
  });

  test("a target needs a document and a year in which there is the province; texts and proofs are counted by what serves", async () => {
    const index = await oneOf("PAR INDEX");
    const target = {
      ...{ id: uuidv7(), indexId: index.id, entityId: await entityId("Tỉnh Bắc Ninh sau"), edition: 2026 },
      ...{ score: "92,5", rank: 10, source: "Kế hoạch mẫu" },
    };
    await act(office, (w) => setTarget(w, target));
    await act(office, (w) => setTarget(w, { ...target, score: null }));
    expect((await oneOf("PAR INDEX")).targets).toMatchObject([{ score: null, rank: 10 }]);
    await expect(act(office, (w) => setTarget(w, { ...target, id: uuidv7() }))).rejects.toThrow(Unacceptable);
    const served = async () =>
      (await presentServing(db.database, office, { id: index.id, year: 2026 })).components;
    const procedures = index.components[2]!;
    const before = (await served()).find(({ componentId }) => componentId === procedures.id)!;
    expect(before.textCount).toBeGreaterThan(0);
    expect(before.texts.length).toBeLessThanOrEqual(before.textCount);
    const [first] = await served();
    expect(first!.obligations.map(({ name }) => name.split(":")[0])).toEqual(["II.2-a", "II.2-f"]);
    await act(office, (w) => linkComponent(w, { id: procedures.id, themes: [], obligationIds: [] }));
    const after = (await served()).find(({ componentId }) => componentId === procedures.id)!;
    expect(after).toMatchObject({ textCount: 0, texts: [], obligations: [] });
  });

  test("who does not keep them reads only; another agency sees nothing", async () => {
    const given = await resultOf({});
    await expect(act(as("contributor"), (w) => saveResult(w, given))).rejects.toThrow(Forbidden);
    const stranger = as("office", uuidv7());
    await expect(presentIndex(db.database, stranger, given.indexId)).rejects.toThrow(NotFound);
    expect(await listIndices(db.database, stranger)).toMatchObject({ indices: [], entities: [] });
  });
});
