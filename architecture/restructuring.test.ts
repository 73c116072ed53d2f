import { spawn } from "node:child_process";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { Hono } from "hono";
import { beforeAll, describe, expect, test } from "vitest";
import { SAMPLE_AGENCY_ID, samplePersonId, sampleUnitId } from "#organization";
import type { Actor, Role } from "#platform/auth/actor.ts";
import { today, toVietnamDate } from "#platform/clock/vietnam-time.ts";
import { readConfig } from "#platform/config/config.ts";
import { root } from "#platform/config/root.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { createApi } from "../src/apps/api/api.ts";
import { gatherChain } from "../src/capabilities/reports/gather-chain.ts";
import { takeDueChanges } from "../src/capabilities/restructuring/take-due-changes.ts";

let db: TestDatabase;
let api: Hono;
let current: Actor | null = null;
const [a, b] = [sampleUnitId("phong-mau-a"), sampleUnitId("phong-mau-b")];
const nameA = "Phòng Mẫu A (văn hóa)";
const nameB = "Phòng Mẫu B (thể thao, du lịch)";
const bothNames = `${nameA} (đến 30/06/2026), nay là ${nameB}`;

const actor = (email: string, role: Role, unitId: string | null): Actor => ({
  personId: samplePersonId(email),
  name: email,
  agencyId: SAMPLE_AGENCY_ID,
  appointments: [{ role, unitId }],
});
const administrator = actor("administrator", "administrator", null);
const editor = actor("editor", "editor", sampleUnitId("ttbcxb"));

// biome-ignore lint/suspicious/noExplicitAny: whatever the procedure answers
async function call(who: Actor, method: string, path: string, body?: unknown): Promise<any> {
  current = who;
  const answer = await api.request(`/api${path}`, {
    method,
    ...(body !== undefined && {
      body: JSON.stringify(body),
      headers: { "content-type": "application/json" },
    }),
  });
  return { status: answer.status, ...(await answer.json()) };
}
const rows = async (query: string, values: unknown[] = []) => (await db.pool.query(query, values)).rows;
const day = (offset: number) => today().add({ days: offset }).toString();
const decision = { decisionNumber: "12/QĐ-SVHTTDL", decidedOn: "2026-06-20", takesEffectOn: "2026-07-01" };
const change = (fields: object) => call(administrator, "POST", "/unit-changes", { ...decision, ...fields });
const fresh = (name: string, shortName: string) => ({ name, shortName, kind: "division" });

beforeAll(async () => {
  db = await testDatabase("sample");
  api = createApi({ database: db.database, config: readConfig({}), actorOf: async () => current });
});

/** The board by unit in the quarters of the decree: each row's name and what it holds. */
async function board(planId: string) {
  const { rows: lines } = await call(
    editor,
    "GET",
    `/plans/${planId}/coverage?kind=quarter&basis=decree&by=unit`,
  );
  return (lines as { rowId: string; name: string; tasks: number; cells: { evidence: number }[] }[]).map(
    ({ rowId, name, tasks, cells }) => ({ rowId, name, tasks, evidence: cells.map((cell) => cell.evidence) }),
  );
}
const summed = (lines: Awaited<ReturnType<typeof board>>) => ({
  tasks: lines.reduce((sum, { tasks }) => sum + tasks, 0),
  evidence: lines.reduce((sum, { evidence }) => sum + evidence.reduce((all, one) => all + one, 0), 0),
});

describe("a unit merged in the middle of a period", () => {
  let planId: string;
  let taskId: string;
  let before: ReturnType<typeof summed>;
  const chainOf = (code: string) =>
    gatherChain(db.database, SAMPLE_AGENCY_ID, planId, { code, basis: "decree" });

  beforeAll(async () => {
    [{ id: planId }] = await rows("select id from plan where standing = 'in-force' limit 1");
    const task = await call(editor, "POST", `/plans/${planId}/tasks`, {
      title: "Giữ chuyên mục hằng tuần",
      clauseId: null,
      leadUnitId: a,
      allUnits: false,
      responsiblePersonId: null,
      approverPersonId: null,
      coordinatingUnitIds: [b],
      due: { kind: "continuous", text: null, date: null, from: null, to: null, every: null },
      deliverable: null,
      obligationIds: [],
    });
    taskId = task.id;
    for (const at of ["2026-05-10", "2026-06-25"])
      await db.pool.query(
        `with made as (insert into evidence (id, agency_id, source, source_id, label, at, recorded_by)
           values (gen_random_uuid(), $1, 'test', $3, 'Bài đã đăng', ($3 || 'T09:00:00+07:00')::timestamptz, 'x') returning id)
         insert into evidence_task (agency_id, evidence_id, task_id) select $1, id, $2 from made`,
        [SAMPLE_AGENCY_ID, taskId, at],
      );
    before = summed(await board(planId));
    await db.pool.query("delete from plan_distribution where plan_id = $1 and unit_id in ($2, $3)", [
      planId,
      a,
      b,
    ]);
    await db.pool.query(
      `insert into plan_distribution (id, agency_id, plan_id, unit_id, version, sent_at)
       select gen_random_uuid(), agency_id, id, $2, version, '2026-06-10T09:00:00+07:00' from plan where id = $1`,
      [planId, a],
    );
    const { status } = await change({ kind: "merge", unitIds: [a], into: [{ unitId: b }] });
    expect(status).toBe(200);
  });

  test("is counted once on the board, whose row names both, and keeps its proofs", async () => {
    const lines = await board(planId);
    expect(summed(lines)).toEqual(before);
    const heir = lines.find(({ rowId }) => rowId === b)!;
    expect(heir.name).toBe(`${nameB}, gồm cả ${nameA} (đến 30/06/2026)`);
    const cell = await call(
      editor,
      "GET",
      `/plans/${planId}/coverage/${b}/2026-Q2?kind=quarter&basis=decree&by=unit`,
    );
    expect(cell.tasks.map((task: { id: string }) => task.id)).toContain(taskId);
    expect(heir.evidence[1]).toBeGreaterThan(0);
  });

  test("stands under the name of each period in its report, under both where the day lies within", async () => {
    const lead = async (code: string) =>
      (await chainOf(code)).tasks.find(({ id }) => id === taskId)!.leadUnitText;
    expect([await lead("2026-Q2"), await lead("2026-Q3"), await lead("2026-Q4")]).toEqual([
      nameA,
      bothNames,
      nameB,
    ]);
    const names = async (code: string) => (await chainOf(code)).units.map(({ name }) => name);
    expect(await names("2026-Q2")).toContain(nameA);
    expect(await names("2026-Q3")).toContain(bothNames);
    expect((await names("2026-Q4")).some((name) => name.includes("Mẫu A"))).toBe(false);
  });

  test("hands its open tasks to the successor's people, who see and prove them", async () => {
    const head = actor("head", "head", b);
    const mine = await call(head, "GET", "/my-tasks");
    expect(mine.toDo.map((task: { id: string }) => task.id)).toContain(taskId);
    const { json } = { json: await call(head, "GET", `/tasks/${taskId}`) };
    expect(json.may.recordEvidence.allowed).toBe(true);
    // Who leads it does not help with it as well.
    expect(json.coordinatingUnitIds).toEqual([]);
  });

  test("hands on a plan that it had not acknowledged: the successor's days count from the merger, the first day is kept", async () => {
    const taken = {
      unitId: b,
      sentAt: "2026-06-30T17:00:00.000Z",
      inherited: { unitName: bothNames, sentAt: "2026-06-10T02:00:00.000Z" },
    };
    const head = actor("head", "head", b);
    const { toAcknowledge } = await call(head, "GET", "/my-tasks");
    expect(toAcknowledge.filter((row: { planId: string }) => row.planId === planId)).toMatchObject([taken]);
    const { distribution } = await call(editor, "GET", `/plans/${planId}/distribution`);
    const ours = (distribution as { unitId: string }[]).filter(({ unitId }) => [a, b].includes(unitId));
    expect(ours).toMatchObject([{ ...taken, acknowledgedAt: null }]);
    expect(
      await rows("select person_id from notice where cause = $1", [`plan-distributed:${planId}:${b}`]),
    ).toContainEqual({ person_id: samplePersonId("head") });
    expect((await call(head, "POST", `/plans/${planId}/acknowledge`, { unitId: b })).status).toBe(200);
    expect((await call(head, "GET", "/my-tasks")).toAcknowledge).not.toContainEqual(
      expect.objectContaining({ planId }),
    );
  });

  test("ends its appointments with the day before, and goes on with them in the successor", async () => {
    expect(
      await rows(
        "select unit_id, from_date::text, to_date::text from appointment where person_id = $1 order by from_date",
        [samplePersonId("head")],
      ),
    ).toEqual([
      { unit_id: a, from_date: "2026-01-01", to_date: "2026-06-30" },
      { unit_id: b, from_date: "2026-07-01", to_date: null },
    ]);
  });

  test("keeps what it published, hands on what it was writing, and both are found under the successor", async () => {
    const { items } = await call(editor, "GET", `/content?unitId=${b}`);
    const names = new Set((items as { unitName: string }[]).map(({ unitName }) => unitName));
    expect(names).toContain(nameB);
    const states = await rows("select distinct state from content_item where unit_id = $1", [a]);
    for (const { state } of states) expect(["published", "withdrawn", "removed"]).toContain(state);
  });

  test("is given nothing new, also past the acts, and is nobody's successor", async () => {
    await expect(
      db.pool.query("update task set lead_unit_id = $1 where id = $2", [a, taskId]),
    ).rejects.toThrow("the unit is closed");
    const again = await change({ kind: "merge", unitIds: [b], into: [{ unitId: a }] });
    expect([again.status, again.data.issues[0].field]).toEqual([422, "into"]);
    // Nor in a circle, past the acts.
    const id = "01999999-0000-7000-8000-000000000077";
    await expect(
      db.pool
        .query(
          `with c as (insert into unit_change (id, agency_id, kind, takes_effect_on, decision_number, decided_on, recorded_at)
           values ($1, $2, 'merge', '2026-08-01', '1', '2026-08-01', now()) returning id)
         select 1 from c`,
          [id, SAMPLE_AGENCY_ID],
        )
        .then(async () => {
          await db.pool.query(
            "insert into unit_change_source (agency_id, change_id, unit_id) values ($1, $2, $3)",
            [SAMPLE_AGENCY_ID, id, b],
          );
          await db.pool.query(
            "insert into unit_change_target (agency_id, change_id, position, unit_id) values ($1, $2, 0, $3)",
            [SAMPLE_AGENCY_ID, id, a],
          );
          await db.pool.query("update unit_change set took_effect_at = now() where id = $1", [id]);
        }),
    ).rejects.toThrow("its own heir");
    await db.pool.query("delete from unit_change where id = $1", [id]);
  });
});

describe("a change of units", () => {
  const c = sampleUnitId("don-vi-mau-c");

  test("is recorded by administrators alone, with a decision before its day and units that fit", async () => {
    const wanted = { kind: "rename", unitIds: [c], into: [fresh("Thư viện Mẫu", "TVM")] };
    expect((await call(editor, "POST", "/unit-changes", { ...decision, ...wanted })).status).toBe(403);
    const field = async (fields: object) => (await change({ ...wanted, ...fields })).data.issues[0].field;
    expect(await field({ decidedOn: "2026-07-02" })).toBe("decidedOn");
    expect(await field({ kind: "split" })).toBe("into");
    expect(await field({ unitIds: [c, b] })).toBe("unitIds");
    expect(await field({ kind: "merge", unitIds: [c], into: [{ unitId: c }] })).toBe("into");
    expect(await field({ into: [fresh("Văn phòng  SỞ", "VPX")] })).toBe("name");
  });

  test("of a day to come waits for it, can be taken back till then, and holds its units", async () => {
    const wanted = {
      kind: "split",
      takesEffectOn: day(3),
      unitIds: [c],
      into: [fresh("Thư viện Một", "TV1"), fresh("Thư viện Hai", "TV2")],
    };
    const { changes } = await change(wanted);
    const coming = changes.find(({ kind }: { kind: string }) => kind === "split");
    expect([coming.inWords, coming.tookEffectAt]).toEqual([
      "Đơn vị Mẫu C (thư viện) chia tách thành Thư viện Một và Thư viện Hai",
      null,
    ]);
    expect((await change({ ...wanted, kind: "merge", into: [{ unitId: b }] })).status).toBe(409);
    expect((await call(administrator, "POST", `/units/${c}/close`, { on: day(0) })).status).toBe(409);
    expect(await takeDueChanges(db.database)).toBe(0);
    const cancel = `/unit-changes/${coming.id}/cancel`;
    expect((await call(editor, "POST", cancel, { reason: "Nhầm" })).status).toBe(403);
    expect((await call(administrator, "POST", cancel, { reason: "Nhầm" })).status).toBe(200);
    expect(await rows("select 1 from unit_change where kind = 'split'")).toEqual([]);
  });

  test("that splits a unit sends each of its people where the decision says", async () => {
    const [one, two] = ["contributor", "editor2"].map(samplePersonId);
    for (const id of [one, two])
      await call(administrator, "POST", `/people/${id}/appointments`, {
        role: "contributor",
        unitId: c,
        fromDate: "2026-01-01",
      });
    const { status } = await change({
      kind: "split",
      unitIds: [c],
      into: [fresh("Thư viện Một", "TV1"), fresh("Thư viện Hai", "TV2")],
      people: [{ personId: two, into: 1 }],
    });
    expect(status).toBe(200);
    expect(
      await rows(
        "select a.person_id, u.name from appointment a join unit u on u.id = a.unit_id where u.opened_on = '2026-07-01' order by u.name desc",
      ),
    ).toEqual([
      { person_id: one, name: "Thư viện Một" },
      { person_id: two, name: "Thư viện Hai" },
    ]);
  });

  test("of a day that comes takes effect once, though the worker is killed", async () => {
    const ids: string[] = [];
    for (let number = 0; number < 8; number += 1) {
      const unit = await call(administrator, "POST", "/units", fresh(`Tổ ${number}`, `T${number}`));
      ids.push(unit.id);
      await change({
        kind: "rename",
        takesEffectOn: day(1),
        unitIds: [unit.id],
        into: [fresh(`Tổ ${number} mới`, `TM${number}`)],
      });
    }
    const tomorrow = new Date(Date.now() + 86_400_000);
    const code = `
      const { openDatabase } = await import(${JSON.stringify(join(root, "src/platform/database/database.ts"))});
      const { takeDueChanges } = await import(${JSON.stringify(join(root, "src/capabilities/restructuring/take-due-changes.ts"))});
      const { database } = openDatabase(process.argv[1], { max: 2 });
      console.log("ready");
      for (;;) await takeDueChanges(database, new Date(process.argv[2]));
    `;
    const child = spawn(
      process.execPath,
      [
        "--no-warnings",
        "--import",
        join(root, "scripts/tsx-loader.mjs"),
        "--input-type=module",
        "-e",
        code,
        db.url,
        tomorrow.toISOString(),
      ],
      { cwd: root, stdio: ["ignore", "pipe", "inherit"] },
    );
    await new Promise((ready) => child.stdout.once("data", ready));
    await delay(Math.random() * 30);
    child.kill("SIGKILL");
    await new Promise((gone) => child.once("exit", gone));
    await Promise.all([1, 2].map(() => takeDueChanges(db.database, tomorrow)));
    expect(await rows("select name from unit where id = any($1) order by name", [ids])).toEqual(
      ids.map((_, number) => ({ name: `Tổ ${number} mới` })),
    );
    const [{ took }] = await rows(
      "select count(*)::int as took from audit_entry where act = 'take-unit-change' and after->>'kind' = 'rename'",
    );
    expect(took).toBe(8);
    // A period before it still bears the old name, one in which it lies both.
    const { unitHistory } = await import("#organization");
    const history = await unitHistory(db.database, SAMPLE_AGENCY_ID);
    expect(history.nameIn(ids[0]!, { from: day(-9), to: day(-1) })).toBe("Tổ 0");
    expect(history.nameIn(ids[0]!, { from: day(-9), to: day(9) })).toMatch(
      /^Tổ 0 \(đến .*\), nay là Tổ 0 mới$/,
    );
    expect(toVietnamDate(tomorrow).toString()).toBe(day(1));
  });
});
