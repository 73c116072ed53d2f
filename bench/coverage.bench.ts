import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { coverage } from "../src/capabilities/plan/coverage.ts";
import { readSecrets } from "../src/platform/config/secrets.ts";
import { openDatabase } from "../src/platform/database/database.ts";
import { SERVING, startEmbeddedPostgres } from "../src/platform/database/embedded-postgres.ts";
import { uuidv7 } from "../src/platform/database/id.ts";
import { migrate } from "../src/platform/database/migrate.ts";
import { randomFrom } from "./vietnamese-texts.ts";

export const name = "Bảng bao phủ: 5 năm, 100 đơn vị";

const YEARS = [2022, 2023, 2024, 2025, 2026];
const UNITS = 100;
const CLAUSES = 200;
const TASKS = 400;
const OBLIGATIONS = 200;
/** Proofs in a year: two a week of each unit. */
const PROOFS = 10_000;
const TIMES = 40;
const AGENCY = uuidv7();

/** Five years of one agency; gives the plans' ids, the newest last. */
async function fill(owner: pg.Client): Promise<string[]> {
  const random = randomFrom(11);
  const whole = (below: number) => Math.floor(random() * below);
  const ids = (length: number) => Array.from({ length }, uuidv7);
  const put = (table: string, rows: Record<string, unknown>[]) => {
    const columns = Object.keys(rows[0]!).join(", ");
    return owner.query(
      `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
      [JSON.stringify(rows)],
    );
  };
  await put("agency", [
    { id: AGENCY, kind: "department", name: "Sở Mẫu", symbol: "SM", place: "Nơi Mẫu", slug: "so-mau" },
  ]);
  const units = ids(UNITS);
  await put(
    "unit",
    units.map((id, at) => ({
      id,
      agency_id: AGENCY,
      kind: "division",
      name: `Phòng Mẫu ${at}`,
      short_name: `PM${at}`,
      slug: `phong-mau-${at}`,
      position: at,
    })),
  );
  const plans: string[] = [];
  for (const year of YEARS) {
    const planId = uuidv7();
    plans.push(planId);
    const its = { agency_id: AGENCY, plan_id: planId };
    await owner.query("begin");
    await put("plan", [
      { id: planId, agency_id: AGENCY, year, slug: `ke-hoach-${year}`, title: `Kế hoạch năm ${year}` },
    ]);
    await put("plan_version", [{ ...its, version: 1, made_at: `${year}-01-05T00:00:00Z` }]);
    const clauses = ids(CLAUSES);
    await put(
      "plan_clause",
      clauses.map((id, at) => ({
        id,
        ...its,
        // Every tenth holds the nine after it.
        parent_id: at % 10 === 0 ? null : clauses[at - (at % 10)],
        path: at % 10 === 0 ? `M${at}` : `M${at - (at % 10)}.${at % 10}`,
        label: String(at),
        level: at % 10 === 0 ? 0 : 1,
        text: "Việc của kế hoạch.",
        position: at,
      })),
    );
    const obligations = ids(OBLIGATIONS);
    await put(
      "obligation",
      obligations.map((id, at) => ({
        id,
        ...its,
        clause_id: clauses[at % CLAUSES],
        code: `N${at}`,
        what: "Nghĩa vụ mẫu",
        due: "continuous",
        position: at,
      })),
    );
    await put(
      "obligation_unit",
      obligations.map((id) => ({
        agency_id: AGENCY,
        obligation_id: id,
        unit_id: units[whole(UNITS)],
        position: 0,
      })),
    );
    const tasks = ids(TASKS);
    await put(
      "task",
      tasks.map((id, at) => ({
        id,
        ...its,
        clause_id: clauses[at % CLAUSES],
        title: "Nhiệm vụ mẫu",
        lead_unit_id: units[whole(UNITS)],
        due_kind: "continuous",
        position: at,
      })),
    );
    await put(
      "task_obligation",
      tasks.map((id, at) => ({
        agency_id: AGENCY,
        task_id: id,
        obligation_id: obligations[at % OBLIGATIONS],
      })),
    );
    const proofs = ids(PROOFS);
    await put(
      "evidence",
      proofs.map((id) => ({
        id,
        agency_id: AGENCY,
        source: whole(3) === 0 ? "person" : "newsroom",
        source_id: id,
        label: "Minh chứng mẫu",
        at: new Date(Date.UTC(year, 0, 1) + whole(340) * 86_400_000),
        recorded_by: "Người Mẫu",
      })),
    );
    await put(
      "evidence_task",
      proofs.map((id) => ({ agency_id: AGENCY, evidence_id: id, task_id: tasks[whole(TASKS)] })),
    );
    await owner.query("commit");
  }
  await owner.query("vacuum analyze");
  return plans;
}

const percentiles = async (call: () => Promise<unknown>): Promise<number[]> => {
  const times: number[] = [];
  for (let time = 0; time < TIMES; time += 1) {
    const began = performance.now();
    await call();
    times.push(performance.now() - began);
  }
  times.sort((a, b) => a - b);
  return [0.5, 0.95].map((part) => times[Math.floor(TIMES * part)]!);
};

export async function run(): Promise<{ figures: Record<string, number | string> }> {
  const folder = mkdtempSync(join(tmpdir(), "gandan-bench-coverage-"));
  const secrets = readSecrets(join(folder, "secrets.json"));
  const cluster = await startEmbeddedPostgres(folder, secrets, { database: "bench" });
  const figures: Record<string, number | string> = {
    scale: `${YEARS.length} plans of ${CLAUSES} clauses, ${TASKS} tasks; ${UNITS} units; ${PROOFS * YEARS.length} proofs`,
  };
  try {
    await migrate(cluster.url("owner"), { servingRole: SERVING });
    const owner = new pg.Client({ connectionString: cluster.url("owner") });
    await owner.connect();
    const id = (await fill(owner)).at(-1)!;
    await owner.end();
    const { database, pool, close } = openDatabase(cluster.url("serving"), { max: 1 });
    const [bare] = await percentiles(() =>
      pool.query(
        `select t.clause_id, date_trunc('month', e.at), count(*) from evidence e
         join evidence_task l on l.evidence_id = e.id join task t on t.id = l.task_id
         where t.plan_id = $1 group by 1, 2`,
        [id],
      ),
    );
    figures["bare count by clause and month in SQL, p50 ms"] = bare!;
    const now = new Date("2026-11-20T00:00:00Z");
    for (const by of ["clause", "unit"] as const)
      for (const kind of ["quarter", "month"] as const) {
        const [p50, p95] = await percentiles(() =>
          coverage(database, AGENCY, { id, kind, basis: "decree", by }, now),
        );
        figures[`board by ${by} and ${kind}, p50 / p95 ms`] = `${p50!.toFixed(0)} / ${p95!.toFixed(0)}`;
        figures[`board by ${by} and ${kind} / bare count`] = p50! / bare!;
      }
    await close();
  } finally {
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  return { figures };
}
