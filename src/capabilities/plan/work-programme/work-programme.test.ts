import { beforeAll, describe, expect, test } from "vitest";
import { SAMPLE_AGENCY_ID, sampleUnitId } from "#organization";
import type { Actor } from "#platform/auth/actor.ts";
import { Conflict, Forbidden, NotFound, Unacceptable } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { work } from "#platform/work/work.ts";
import { people, stranger } from "../plan.fixture.ts";
import { planChain } from "../plan-chain.ts";
import { clausesOf } from "../plan-queries.ts";
import { removeClause } from "../remove-clause.ts";
import { SAMPLE_PLAN_ID, sampleObligationId } from "../seed.ts";
import { withdrawOneEvidence } from "../withdraw-evidence.ts";
import { correctWorkItem } from "./correct-work-item.ts";
import { enterWorkItem } from "./enter-work-item.ts";
import { finishWorkItem } from "./finish-work-item.ts";
import { giveUpWorkItem } from "./give-up-work-item.ts";
import { removeWorkItem } from "./remove-work-item.ts";
import type { WorkItemFields } from "./work-item.ts";
import { embeddedBetween, unitsToKeepProgrammeOf, workItemsOf } from "./work-item-queries.ts";

let db: TestDatabase;
let clauseId: string;
beforeAll(async () => {
  db = await testDatabase("sample");
  const clauses = await clausesOf(db.database, SAMPLE_PLAN_ID);
  clauseId = clauses.find(({ path }) => path === "III.4.p1")!.id;
});

const at = new Date("2026-06-20T09:00:00+07:00");
const as = <T>(actor: Actor, act: Parameters<typeof work<T>>[2]) => work(db.database, actor, act, { at });
const unitId = sampleUnitId("phong-mau-a");
const [together, programme] = [sampleObligationId("III.4-a"), sampleObligationId("V.1-b")];
const fields = (changed: Partial<WorkItemFields> = {}): WorkItemFields => ({
  title: "Hội nghị giao ban quý II",
  kind: "conference",
  firstDay: "2026-06-18",
  lastDay: null,
  place: "Hội trường",
  lead: null,
  embeds: "Giới thiệu cách nộp hồ sơ trực tuyến",
  taskIds: [],
  obligationIds: [together],
  clauseIds: [],
  ...changed,
});
const enter = (actor: Actor, changed?: Partial<WorkItemFields>) =>
  as(actor, (w) => enterWorkItem(w, { unitId, ...fields(changed) }));
const proof = (changed: Partial<Parameters<typeof finishWorkItem>[1]> = {}) => ({
  proofId: uuidv7(),
  on: "2026-06-18",
  label: "Biên bản hội nghị",
  url: "https://mau.gandan.vn/hoi-nghi" as string | null,
  files: [],
  taskIds: [] as string[],
  obligationIds: [together, programme],
  clauseIds: [clauseId],
  ...changed,
});
const seen = async (id: string, actor: Actor = people.auditor) =>
  (await workItemsOf(db.database, actor, 2026)).find((item) => item.id === id);
const quarter = { from: "2026-06-15", to: "2026-09-14" };
const servedBy = async (label: string) =>
  (await planChain(db.database, SAMPLE_AGENCY_ID, SAMPLE_PLAN_ID, quarter)).evidence.filter(
    (row) => row.label === label,
  );

describe("a unit's own work programme", () => {
  test("is proved once for all that an item carried along, whatever was sent twice", async () => {
    const { id } = await enter(people.contributor);
    const held = proof();
    await as(people.head, (w) => finishWorkItem(w, { id, ...held }));
    await as(people.head, (w) => finishWorkItem(w, { id, ...held }));
    const [row, ...more] = await servedBy("Biên bản hội nghị");
    expect(more).toEqual([]);
    expect(row).toMatchObject({ source: "person", clauseIds: [clauseId] });
    expect(row!.obligationIds.toSorted()).toEqual([together, programme].toSorted());
    expect(await seen(id)).toMatchObject({
      state: "done",
      doneOn: "2026-06-18",
      unitName: "Phòng Mẫu A (văn hóa)",
      proof: { label: "Biên bản hội nghị", withdrawn: false },
      obligations: [{ id: together }, { id: programme }],
      clauses: [{ id: clauseId }],
    });
    const told = await embeddedBetween(db.database, SAMPLE_AGENCY_ID, SAMPLE_PLAN_ID, quarter);
    expect(told).toMatchObject([{ id, on: "2026-06-18", kindLabel: "Hội nghị, hội thảo" }]);
    await expect(as(people.head, (w) => finishWorkItem(w, { id, ...proof() }))).rejects.toThrow(Conflict);
    await expect(as(people.head, (w) => giveUpWorkItem(w, { id, reason: "Mưa" }))).rejects.toThrow(Conflict);
    await expect(as(people.head, (w) => correctWorkItem(w, { id, ...fields() }))).rejects.toThrow(Conflict);
    await expect(as(people.head, (w) => removeWorkItem(w, { id }))).rejects.toThrow(Conflict);
    await expect(as(people.editor, (w) => removeClause(w, { id: clauseId, reason: "Nhầm" }))).rejects.toThrow(
      "hoạt động lồng ghép",
    );
  });

  test("needs another proof once the first was withdrawn, and is told by no report until then", async () => {
    const { id } = await enter(people.head, { firstDay: "2026-03-20" });
    const march = { from: "2026-03-15", to: "2026-04-14" };
    const told = () => embeddedBetween(db.database, SAMPLE_AGENCY_ID, SAMPLE_PLAN_ID, march);
    const first = proof({ on: "2026-03-20", label: "Ảnh nhầm" });
    await as(people.head, (w) => finishWorkItem(w, { id, ...first }));
    expect(await told()).toHaveLength(1);
    const { rows } = await db.pool.query<{ id: string }>("select id from evidence where source_id = $1", [
      first.proofId,
    ]);
    await as(people.editor, (w) => withdrawOneEvidence(w, { id: rows[0]!.id, reason: "Ảnh khác" }));
    expect(await told()).toEqual([]);
    expect((await seen(id))?.proof?.withdrawn).toBe(true);
    await expect(as(people.head, (w) => finishWorkItem(w, { id, ...first }))).rejects.toThrow("đã được ghi");
    await as(people.head, (w) => finishWorkItem(w, { id, ...proof({ on: "2026-03-20" }) }));
    expect(await told()).toHaveLength(1);
  });

  test("says why something was not held, and may be held later; without a part of the plan it needs no proof", async () => {
    const { id } = await enter(people.contributor, { obligationIds: [] });
    await as(people.contributor, (w) => giveUpWorkItem(w, { id, reason: "Bão" }));
    expect(await seen(id)).toMatchObject({ state: "not-done", reason: "Bão", doneOn: null });
    const plain = proof({ obligationIds: [], clauseIds: [], label: "", url: null });
    await as(people.contributor, (w) => finishWorkItem(w, { id, ...plain }));
    expect(await seen(id)).toMatchObject({ state: "done", reason: null, proof: null });
    const refused = (changed: Parameters<typeof proof>[0]) =>
      expect(as(people.head, (w) => finishWorkItem(w, { id, ...proof(changed) }))).rejects;
    await refused({ on: "2026-06-21" }).toThrow("chưa diễn ra");
    await refused({ label: "" }).toThrow(Unacceptable);
    await refused({ obligationIds: [], clauseIds: [] }).toThrow(Unacceptable);
    await expect(enter(people.head, { lastDay: "2026-06-17" })).rejects.toThrow(Unacceptable);
  });

  test("is kept by people of the unit, serves what the unit answers for, and is read by the agency alone", async () => {
    expect((await unitsToKeepProgrammeOf(db.database, people.contributor)).map((unit) => unit.id)).toEqual([
      unitId,
    ]);
    for (const actor of [people.clerk, people.finance, people.editor])
      await expect(enter(actor)).rejects.toThrow("của đơn vị mình");
    for (const actor of [people.leadership, people.auditor, people.administrator])
      await expect(enter(actor)).rejects.toThrow(Forbidden);
    await expect(enter(people.head, { obligationIds: [sampleObligationId("IV-a")] })).rejects.toThrow(
      "đơn vị khác",
    );
    await expect(enter(people.head, { clauseIds: [uuidv7()] })).rejects.toThrow(NotFound);
    const { id } = await enter(people.contributor);
    for (const actor of [people.clerk, people.editor, people.auditor]) {
      await expect(as(actor, (w) => finishWorkItem(w, { id, ...proof() }))).rejects.toThrow(Forbidden);
      await expect(as(actor, (w) => removeWorkItem(w, { id }))).rejects.toThrow(Forbidden);
    }
    await expect(as(stranger, (w) => removeWorkItem(w, { id }))).rejects.toThrow(NotFound);
    expect(await workItemsOf(db.database, stranger, 2026)).toEqual([]);
    const changed = fields({ title: "Hội nghị sơ kết", lastDay: "2026-06-19", clauseIds: [clauseId] });
    await as(people.head, (w) => correctWorkItem(w, { id, ...changed, obligationIds: [] }));
    expect(await seen(id)).toMatchObject({
      title: "Hội nghị sơ kết",
      lastDay: "2026-06-19",
      obligations: [],
      clauses: [{ id: clauseId }],
    });
    await as(people.head, (w) => removeWorkItem(w, { id }));
    expect(await seen(id)).toBeUndefined();
  });
});
