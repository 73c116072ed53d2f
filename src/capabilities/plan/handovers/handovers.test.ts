import { beforeAll, describe, expect, test } from "vitest";
import { SAMPLE_AGENCY_ID } from "#organization";
import type { Actor, Role } from "#platform/auth/actor.ts";
import { Conflict, Forbidden, NotFound, Unacceptable } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { whySettled } from "#platform/work/notice-matters.ts";
import { confirmImport } from "../confirm-import.ts";
import { correctClause } from "../correct-clause.ts";
import { importPlan } from "../import-plan.ts";
import { issuePlan } from "../issue-plan.ts";
import { parentsOf } from "../parents/parent-queries.ts";
import { people, planDocument, plansOn } from "../plan.fixture.ts";
import { clausesOf, planOf } from "../plan-queries.ts";
import { previewOf } from "../preview/preview-queries.ts";
import { amendPlan } from "../versions/amend-plan.ts";
import { compareImport } from "../versions/compare-import.ts";
import { acknowledgeHandover } from "./acknowledge-handover.ts";
import { adoptHandover } from "./adopt-handover.ts";
import { handOverPlan } from "./hand-over-plan.ts";
import { handoverFile } from "./handover-file.ts";
import { decidedElsewhere, handoversOf, receivedHandovers } from "./handover-queries.ts";
import { openHandover } from "./open-handover.ts";
import { takeBackHandover } from "./take-back-handover.ts";

let db: TestDatabase;
const { editor, clerk, leadership, head, contributor, finance, auditor, administrator } = people;
const { as, confirmed } = plansOn(() => db.database);

/** Another agency of the installation with one person; the same person in each role that is asked for. */
async function agency(slug: string): Promise<(role: Role) => Actor> {
  const [agencyId, unitId, personId] = [uuidv7(), uuidv7(), uuidv7()];
  await db.pool.query(
    "insert into agency (id, kind, name, symbol, place, slug) values ($1, 'commune', $2, $3, 'X', $3)",
    [agencyId, `Cơ quan ${slug}`, slug],
  );
  await db.pool.query(
    "insert into unit (id, agency_id, kind, name, short_name, slug, position) values ($1, $2, 'office', 'Văn phòng', 'VP', 'vp', 1)",
    [unitId, agencyId],
  );
  await db.pool.query("insert into person (id, agency_id, name, email) values ($1, $2, $3, $4)", [
    personId,
    agencyId,
    `Người ${slug}`,
    `${slug}@x.vn`,
  ]);
  await db.pool.query(
    "insert into appointment (id, agency_id, person_id, unit_id, role, from_date) values ($1, $2, $3, $4, 'editor', '2026-01-01')",
    [uuidv7(), agencyId, personId, unitId],
  );
  return (role) => ({ personId, name: `Người ${slug}`, agencyId, appointments: [{ role, unitId }] });
}

let commune: Actor;
let other: Actor;
let inCommune: (role: Role) => Actor;
beforeAll(async () => {
  db = await testDatabase("sample");
  inCommune = await agency("xa-mot");
  commune = inCommune("editor");
  other = (await agency("xa-hai"))("editor");
});

let number = 40;
/** A plan with its number, issued; only such a one is handed over. */
async function issued(title: string): Promise<string> {
  const { planId } = await confirmed(title, 2026);
  number += 1;
  await as(clerk, (w) => issuePlan(w, { id: planId, number: String(number), issuedOn: "2026-02-03" }));
  return planId;
}
const handOver = (id: string, agencies = ["xa-mot"], part: { withFile?: boolean; actor?: Actor } = {}) =>
  as(part.actor ?? editor, (w) =>
    handOverPlan(w, { id, agencies, message: "Đề nghị thực hiện.", withFile: part.withFile ?? false }),
  );
const received = async (planTitle: string, actor = commune) =>
  (await receivedHandovers(db.database, actor)).find(({ title }) => title === planTitle);
const open = (id: string, actor = commune) => as(actor, (w) => openHandover(w, { id }));
const noticesOf = async ({ personId }: Actor) =>
  (await db.pool.query("select cause, title from notice where person_id = $1 order by id", [personId])).rows;

/** The next version of a plan, by a document that adds a duty. */
async function amended(planId: string, title: string): Promise<void> {
  const bytes = planDocument(
    title,
    "2. Mở thêm điểm tiếp nhận\n\nĐơn vị chủ trì: Văn phòng Sở.\n\nThời gian thực hiện: thường xuyên.\n\n",
  );
  const { id, version } = await as(editor, (w) => importPlan(w, { bytes, fileName: "ban-hai.txt" }));
  await as(editor, async (w) => {
    const { seen, tasks } = await compareImport(w, await previewOf(w, id), planId);
    return amendPlan(w, {
      id,
      planId,
      version,
      seen,
      reason: "Thêm việc giữa năm",
      decision: { number: `${number}/QĐ-SM`, issuedOn: "2026-03-04", issuer: null },
      takeTasks: tasks.flatMap(({ index }) => index ?? []),
    });
  });
}

describe("a plan that is handed to another agency", () => {
  test("is not handed over as a draft, to nobody, to oneself or by people without the right", async () => {
    const { planId: draft } = await confirmed("Dự thảo không chuyển", 2026);
    await expect(handOver(draft)).rejects.toThrow(Forbidden);
    const id = await issued("Chuyển cho ai");
    for (const actor of [head, contributor, finance, auditor, administrator])
      await expect(handOver(id, ["xa-mot"], { actor })).rejects.toThrow(Forbidden);
    await expect(handOver(id, ["xa-mot"], { actor: other })).rejects.toThrow(NotFound);
    const { rows } = await db.pool.query("select slug from agency where id = $1", [SAMPLE_AGENCY_ID]);
    for (const agencies of [[], ["khong-co"], [rows[0].slug]])
      await expect(handOver(id, agencies)).rejects.toThrow(Unacceptable);
    expect(await received("Chuyển cho ai")).toBeUndefined();
  });

  test("is told once, read as it was then, opened and acknowledged, all seen by the giver", async () => {
    const title = "Kế hoạch chuyển xuống xã";
    const id = await issued(title);
    expect(await handOver(id, ["xa-mot", "xa-mot"])).toEqual({ agencies: 1, people: 1 });
    await expect(handOver(id)).rejects.toThrow(Conflict);
    const { id: handover, openedAt } = (await received(title))!;
    expect(openedAt).toBeNull();
    expect(await noticesOf(commune)).toEqual([
      { cause: `plan-handed-over:${handover}`, title: expect.stringContaining(title) },
    ]);
    const [clause] = (await clausesOf(db.database, id)).filter(({ path }) => path === "II.1");
    await as(editor, (w) =>
      correctClause(w, { id: clause!.id, title: "Sửa sau khi chuyển", text: clause!.text, reason: "Thử" }),
    );
    const found = await open(handover);
    expect(found).toMatchObject({
      from: expect.stringContaining("Sở"),
      message: "Đề nghị thực hiện.",
      changedSince: null,
      hasFile: false,
      tasks: [{ clause: "II.1", due: { kind: "continuous" } }],
    });
    expect(found.clauses.find(({ path }) => path === "II.1")!.title).toBe("Rà soát thủ tục");
    for (const role of ["head", "contributor", "finance", "auditor", "administrator"] as const)
      await expect(as(inCommune(role), (w) => acknowledgeHandover(w, { id: handover }))).rejects.toThrow(
        Forbidden,
      );
    const waits = () => whySettled(db.database, `plan-handed-over:${handover}`, commune);
    expect(await waits()).toBeNull();
    await as(commune, (w) => acknowledgeHandover(w, { id: handover }));
    expect(await waits()).toContain("đã xác nhận");
    await expect(as(commune, (w) => acknowledgeHandover(w, { id: handover }))).rejects.toThrow(Conflict);
    const { handovers, agencies } = await handoversOf(db.database, editor, id);
    expect(handovers).toMatchObject([
      {
        agency: "xa-mot",
        openedByName: "Người xa-mot",
        acknowledgedByName: "Người xa-mot",
        takenBackAt: null,
      },
    ]);
    expect(agencies.map(({ slug, hasIt }) => [slug, hasIt])).toEqual([
      ["xa-hai", false],
      ["xa-mot", true],
    ]);
  });

  test("is seen by nobody else, and shows nothing of the giver but its own text", async () => {
    const title = "Chỉ xã một được xem";
    const id = await issued(title);
    await handOver(id, ["xa-mot"], { withFile: true });
    const { id: handover } = (await received(title))!;
    for (const actor of [other, editor]) {
      await expect(open(handover, actor)).rejects.toThrow(NotFound);
      await expect(handoverFile(db.database, actor, handover)).rejects.toThrow(NotFound);
      await expect(as(actor, (w) => acknowledgeHandover(w, { id: handover }))).rejects.toThrow(NotFound);
      await expect(as(actor, (w) => adoptHandover(w, { id: handover, planId: null }))).rejects.toThrow(
        NotFound,
      );
    }
    expect(await received(title, other)).toBeUndefined();
    await expect(planOf(db.database, commune.agencyId, id)).rejects.toThrow(NotFound);
    const { rows } = await db.pool.query(
      "select id from plan_clause where plan_id = $1 union select id from task where plan_id = $1 union select id from person where agency_id = $2",
      [id, SAMPLE_AGENCY_ID],
    );
    const answer = JSON.stringify(await open(handover));
    expect(rows.filter((row) => answer.includes(row.id))).toEqual([]);
    expect((await handoverFile(db.database, commune, handover)).bytes.toString()).toContain(title);
  });

  test("is taken above an own plan in one step, and a newer version is compared and confirmed", async () => {
    const title = "Lấy về đối chiếu";
    const id = await issued(title);
    await handOver(id);
    const { id: handover } = (await received(title))!;
    const { id: read, version } = await as(commune, (w) =>
      importPlan(w, { bytes: planDocument("Kế hoạch của xã"), fileName: "xa.txt" }),
    );
    const { planId: own } = await as(commune, (w) => confirmImport(w, { id: read, year: 2026, version }));
    await expect(
      as(inCommune("office"), (w) => adoptHandover(w, { id: handover, planId: own })),
    ).rejects.toThrow(Forbidden);
    const { adoptedPlanId } = await as(commune, (w) => adoptHandover(w, { id: handover, planId: own }));
    const [above] = await parentsOf(db.database, commune.agencyId, own);
    expect(above).toMatchObject({ planId: adoptedPlanId, title, duties: [{ path: "II.1", here: [] }] });
    expect(await planOf(db.database, commune.agencyId, adoptedPlanId)).toMatchObject({
      issuer: expect.stringContaining("Sở"),
      standing: "waiting",
    });
    await expect(as(commune, (w) => adoptHandover(w, { id: handover, planId: null }))).rejects.toThrow(
      Conflict,
    );

    await amended(id, title);
    await handOver(id);
    const newer = (await receivedHandovers(db.database, commune)).find(
      (row) => row.title === title && row.version === 2,
    )!;
    const opened = await open(newer.id);
    expect(opened).toMatchObject({
      changedSince: 1,
      isTakenOver: false,
      adopted: { id: adoptedPlanId },
      changes: [{ kind: "added", after: { path: "II.2" } }],
    });
    await expect(as(commune, (w) => acknowledgeHandover(w, { id: handover }))).rejects.toThrow("bản mới hơn");
    const take = () => as(commune, (w) => adoptHandover(w, { id: newer.id, planId: null }));
    const { importId } = await take();
    expect((await take()).importId).toBe(importId);
    expect(await decidedElsewhere(db.database, commune.agencyId, importId!)).toEqual({
      reason: "Thêm việc giữa năm",
      decision: { number: expect.stringMatching(/QĐ-SM$/u), issuedOn: "2026-03-04" },
    });
    expect(await decidedElsewhere(db.database, other.agencyId, importId!)).toBeNull();
    expect(await decidedElsewhere(db.database, commune.agencyId, read)).toBeNull();
    await as(commune, async (w) => {
      const { seen } = await compareImport(w, await previewOf(w, importId!), adoptedPlanId);
      return amendPlan(w, {
        id: importId!,
        planId: adoptedPlanId,
        version: 1,
        seen,
        reason: "Theo bản mới",
        decision: { number: "1/QĐ-SM", issuedOn: "2026-03-04", issuer: null },
        takeTasks: [0, 1],
      });
    });
    expect(await open(newer.id)).toMatchObject({ isTakenOver: true, openImportId: null });
    expect((await planOf(db.database, commune.agencyId, adoptedPlanId)).version).toBe(2);
  });

  test("is taken back with a reason: the view ends, the trace and what was made of it stay", async () => {
    const title = "Chuyển rồi thu lại";
    const id = await issued(title);
    await handOver(id, ["xa-mot", "xa-hai"], { actor: leadership, withFile: true });
    const { id: handover } = (await received(title))!;
    const { adoptedPlanId } = await as(commune, (w) => adoptHandover(w, { id: handover, planId: null }));
    const takeBack = (agencySlug: string, actor = editor) =>
      as(actor, (w) => takeBackHandover(w, { id, agency: agencySlug, reason: "Chuyển nhầm" }));
    await expect(takeBack("xa-mot", auditor)).rejects.toThrow(Forbidden);
    await expect(takeBack("khong-co")).rejects.toThrow(NotFound);
    await takeBack("xa-mot");
    await expect(takeBack("xa-mot")).rejects.toThrow(NotFound);
    await expect(open(handover)).rejects.toThrow(Forbidden);
    await expect(handoverFile(db.database, commune, handover)).rejects.toThrow(Forbidden);
    await expect(as(commune, (w) => adoptHandover(w, { id: handover, planId: null }))).rejects.toThrow(
      Forbidden,
    );
    expect(await received(title)).toMatchObject({
      takenBackReason: "Chuyển nhầm",
      adopted: { id: adoptedPlanId },
      may: { read: { allowed: false } },
    });
    expect((await noticesOf(commune)).at(-1)!.title).toContain("Chuyển nhầm");
    expect((await open(handover, other)).title).toBe(title);
    expect(await planOf(db.database, commune.agencyId, adoptedPlanId)).toMatchObject({ title });
    expect(await handOver(id)).toMatchObject({ agencies: 1 });
    await expect(
      db.pool.query(
        "insert into plan_handover_receipt (agency_id, handover_id, plan_id, version, receiver_id) select agency_id, id, plan_id, version, agency_id from plan_handover",
      ),
    ).rejects.toThrow("plan_handover_to_another_agency");
  });
});
