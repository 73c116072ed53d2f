import { SAMPLE_AGENCY_ID, samplePersonId, sampleUnitId } from "#organization";
import { sampleObligationId } from "#plan";
import type { Actor } from "#platform/auth/actor.ts";
import type { Database } from "#platform/database/database.ts";
import { type Work, work } from "#platform/work/work.ts";
import { linkComponent } from "./link-component.ts";
import { publishIndex } from "./publishing/publish-index.ts";
import { type SampleEntity, type SampleIndex, sampleEntities, sampleIndices } from "./sample-indices.ts";
import { saveEntity } from "./save-entity.ts";
import { saveIndex } from "./save-index.ts";
import { saveResult } from "./save-result.ts";
import { addProof } from "./self-scoring/add-proof.ts";
import { claimPoints } from "./self-scoring/claim-points.ts";
import { makeSheet } from "./self-scoring/make-sheet.ts";
import { hundredthsOf } from "./self-scoring/points.ts";
import { criteriaOf } from "./self-scoring/sheet-queries.ts";

/** By kind of row and number; the same at each load. */
const sampleId = (kind: number, index: number) =>
  `01970000-0000-7000-8000-00c${kind}${index.toString(16).padStart(8, "0")}`;

const clerk: Actor = {
  personId: samplePersonId("office"),
  name: "Hoàng Thị Mẫu",
  agencyId: SAMPLE_AGENCY_ID,
  appointments: [{ role: "office", unitId: sampleUnitId("van-phong") }],
};

const entityNames = Object.keys(sampleEntities) as SampleEntity[];
const entityId = (name: SampleEntity) => sampleId(1, entityNames.indexOf(name) + 1);

/** Duties of the sample plan that serve the steering component of PAR INDEX. */
const STEERING = ["II.2-a", "II.2-f"];

async function loadIndex(current: Work, sample: SampleIndex, at: number): Promise<void> {
  const { ranked, components, results, ...fields } = sample;
  const indexId = sampleId(2, at + 1);
  const componentId = (number: number) => sampleId(3, (at + 1) * 100 + number);
  await saveIndex(current, {
    ...fields,
    id: indexId,
    components: components.map(({ name, most }, n) => ({
      ...{ id: componentId(n + 1), number: n + 1, name, most },
    })),
  });
  for (const [n, { themes }] of components.entries()) {
    const obligationIds = fields.shortName === "PAR INDEX" && n === 0 ? STEERING.map(sampleObligationId) : [];
    if (themes.length + obligationIds.length > 0)
      await linkComponent(current, { id: componentId(n + 1), themes, obligationIds });
  }
  for (const [
    n,
    { entity, edition, score, rank, source, publishedOn, doubt, component },
  ] of results.entries())
    await saveResult(current, {
      ...{ id: sampleId(4, (at + 1) * 1000 + n), indexId, entityId: entityId(entity), edition, source },
      ...{ score: score ?? null, rank: rank ?? null, ranked: rank === undefined ? null : ranked },
      ...{ publishedOn: publishedOn ?? null, url: null, isCertain: doubt === undefined, note: doubt ?? "" },
      ...{ componentId: component === undefined ? null : componentId(component), reason: "" },
    });
  if (results.length > 0) await publishIndex(current, { id: indexId, isPublic: true });
}

const sampleCriteria: [number: string, name: string, points: string][] = [
  ["1", "Công tác chỉ đạo, điều hành (mẫu)", "3"],
  ["1.1", "Ban hành kế hoạch đúng hạn (mẫu)", "1"],
  ["1.2", "Tuyên truyền cải cách hành chính (mẫu)", "2"],
  ["1.2.1", "Hoàn thành kế hoạch tuyên truyền (mẫu)", "1"],
  ["1.2.2", "Nhiều hình thức tuyên truyền (mẫu)", "1"],
  ["2", "Cải cách thủ tục hành chính (mẫu)", "1,5"],
];

/** A sheet that is being scored; its criteria are invented. */
async function loadSheet(current: Work): Promise<void> {
  const id = sampleId(5, 1);
  await makeSheet(current, {
    ...{ id, indexId: sampleId(2, 1), name: "Tự chấm cải cách hành chính năm 2026 (mẫu)", edition: 2026 },
    criteria: sampleCriteria.map(([number, name, points]) => ({ number, name, most: hundredthsOf(points)! })),
  });
  const planned = (await criteriaOf(current.tx, id)).find(({ number }) => number === "1.1")!;
  await claimPoints(current, { id: planned.id, points: "1", words: "Kế hoạch ban hành đầu năm (mẫu)." });
  await addProof(current, {
    ...{ id: sampleId(6, 1), criterionId: planned.id, evidenceId: null },
    ...{ label: "Kế hoạch tuyên truyền năm 2026 (mẫu)", url: null },
  });
}

/** The indices that every province knows, with what was published of Bắc Ninh and Bắc Giang. */
export async function loadSampleIndices(database: Database): Promise<void> {
  await work(database, clerk, async (current) => {
    for (const name of entityNames)
      await saveEntity(current, { id: entityId(name), ...sampleEntities[name] });
    for (const [at, sample] of sampleIndices.entries()) await loadIndex(current, sample, at);
    await loadSheet(current);
  });
}
