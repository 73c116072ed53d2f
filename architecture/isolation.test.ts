import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Hono } from "hono";
import pg from "pg";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Actor, roles } from "#platform/auth/actor.ts";
import { readConfig } from "#platform/config/config.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { keepFilesIn } from "#platform/files/files.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { createApi } from "../src/apps/api/api.ts";
import { textPlan } from "../src/capabilities/plan/reading/sample-plans.fixture.ts";
import { procedures } from "./procedures.ts";
import { requestFor, validInput } from "./valid-input.ts";

/**
 * Agency A is the sample department with all that it holds; B is another agency beside it, which A has given one thing of
 * each that can be shared; C is one that A has given others. What B was given is no secret, all the rest is.
 */
let db: TestDatabase;
let api: Hono;
let current: Actor | null = null;
let agencyA: string;
/** One id of each table that belongs to A, by table. */
let idsOfA: Map<string, string>;
/** What no answer to B may contain: every id of A, and words that only A's rows hold. */
const hiddenIds = new Set<string>();
let hiddenWords: string[];
let tables: string[];
let stranger: Actor;
const faults: unknown[] = [];

const rowsOf = async (query: string, values: unknown[] = []) =>
  (await db.pool.query<Record<string, string>>(query, values)).rows;

const ownerIn = (table: string) => (table === "agency" ? "id" : "agency_id");

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
/** Secrets of A that a text holds: ids are looked up, words searched for. */
const toldIn = (text: string) => [
  ...[...text.matchAll(UUID)].map(([id]) => id).filter((id) => hiddenIds.has(id)),
  ...hiddenWords.filter((word) => text.includes(word)),
];

let owner: pg.Client;

/** From now on every row of the agency that is made, changed or gone is written down, by the database itself. */
async function watch(agencyId: string): Promise<void> {
  const own = (row: string) =>
    `to_jsonb(${row}) ->> case when tg_table_name = 'agency' then 'id' else 'agency_id' end`;
  await owner.query(`
    create table touched (what text not null);
    create function note_touched() returns trigger language plpgsql security definer as $$
    begin
      if '${agencyId}' in (${own("old")}, ${own("new")}) then
        insert into touched values (tg_table_name || ': ' || tg_op);
      end if;
      return null;
    end $$;
    ${tables.map((table) => `create trigger note_touched after insert or update or delete on ${table} for each row execute function note_touched();`).join("\n")}`);
}

/** Fails when something of the agency was changed. */
async function demandUnchanged(): Promise<void> {
  expect((await owner.query("delete from touched returning what")).rows).toEqual([]);
}

const nobody = { name: "Người Mẫu", personId: uuidv7() };

async function callAs(actor: Actor, address: string, init: RequestInit) {
  current = actor;
  const answer = await api.request(address, init);
  return { status: answer.status, text: await answer.text() };
}

/** What the database was asked since it was last emptied. */
let asked: string[] = [];
/** Which further tables a statement on one reaches by itself: those it points into, and those its triggers look into. */
let reached: Map<string, Set<string>>;

/** Of every connection: what is asked on it is written down. */
function listenIn(): void {
  db.pool.on("connect", (client) => {
    const query = client.query.bind(client);
    client.query = ((...given: Parameters<typeof query>) => {
      const [first] = given as unknown[];
      asked.push(typeof first === "string" ? first : (first as { text: string }).text);
      return query(...given);
    }) as typeof client.query;
  });
}

const tablesIn = (text: string): Set<string> =>
  new Set([...text.matchAll(/\w+/g)].map(([word]) => word).filter((word) => idsOfA.has(word)));

async function whatTablesReach(): Promise<Map<string, Set<string>>> {
  const rows = await rowsOf(
    `select conrelid::regclass::text as table, confrelid::regclass::text as told from pg_constraint where contype = 'f'
     union all
     select tgrelid::regclass::text, prosrc from pg_trigger join pg_proc on pg_proc.oid = tgfoid where not tgisinternal`,
  );
  const reaches = new Map<string, Set<string>>();
  for (const { table, told } of rows)
    reaches.set(table!, (reaches.get(table!) ?? new Set()).union(tablesIn(told!)));
  return reaches;
}

/**
 * Calls with an id that nobody has, then with one of A's out of each table that the calls so far asked for: an id means
 * nothing to who never looks where it stands.
 */
async function tryEachId(call: (id: string, table: string) => Promise<void>): Promise<void> {
  const tried = new Set<string>();
  let next: [table: string, id: string][] = [["no table", uuidv7()]];
  while (next.length > 0) {
    asked = [];
    for (const [table, id] of next) {
      tried.add(table);
      await call(id, table);
    }
    const direct = tablesIn(asked.join(" "));
    const beyond = [...direct].map((table) => reached.get(table) ?? new Set<string>());
    const all = beyond.reduce((sum, some) => sum.union(some), direct);
    next = [...all].filter((table) => !tried.has(table)).map((table) => [table, idsOfA.get(table)!]);
  }
}

/** B with a person who could do whatever any of the eight could, and C with nobody. */
async function makeNeighbours() {
  const [agencyId, unitId, personId] = [uuidv7(), uuidv7(), uuidv7()];
  for (const [id, letter] of [
    [agencyId, "B"],
    [uuidv7(), "C"],
  ] as const)
    await db.pool.query(
      "insert into agency (id, kind, name, symbol, place, slug) values ($1, 'commune', $2, $3, $4, $5)",
      [id, `Cơ quan ${letter}`, `CQ${letter}`, letter, `co-quan-${letter.toLowerCase()}`],
    );
  await db.pool.query(
    "insert into unit (id, agency_id, kind, name, short_name, slug, position) values ($1, $2, 'office', 'Đơn vị B', 'B', 'b', 1)",
    [unitId, agencyId],
  );
  await db.pool.query(
    "insert into person (id, agency_id, name, email) values ($1, $2, 'Người B', 'b@b.vn')",
    [personId, agencyId],
  );
  const appointments = roles.flatMap((role) => [
    { role, unitId: null },
    { role, unitId },
  ]);
  stranger = { personId, name: "Người B", agencyId, appointments };
}

/** A gives C its sample plan and B a plan of its own, which B has answered; gives the ids and words that B may know. */
async function shareWithNeighbours(): Promise<string[]> {
  const clerk = (await rowsOf("select person_id as id from appointment where role = 'editor'"))[0]!.id!;
  const giver = { ...stranger, personId: clerk, agencyId: agencyA };
  const send = async (actor: Actor, address: string, json: object, method = "POST") => {
    const body = JSON.stringify(json);
    const init = { method, body, headers: { "content-type": "application/json" } };
    const { status, text } = await callAs(actor, address, init);
    expect(status, `${address}: ${text.slice(0, 300)}`).toBe(200);
    return JSON.parse(text);
  };
  const [sample] = await rowsOf("select id from plan where agency_id = $1 order by id", [agencyA]);
  const form = new FormData();
  form.append("file", new File([textPlan], "chuyen-cho-b.txt"));
  const read = JSON.parse((await callAs(giver, "/api/plan-imports", { method: "POST", body: form })).text);
  const { planId } = await send(giver, `/api/plan-imports/${read.id}/confirm`, {
    year: 2026,
    version: read.version,
  });
  for (const [plan, number] of [
    [sample!.id!, "97"],
    [planId, "98"],
  ])
    await callAs(giver, `/api/plans/${plan}/issue`, {
      method: "POST",
      body: JSON.stringify({ number, issuedOn: "2026-01-15" }),
      headers: { "content-type": "application/json" },
    });
  await send(giver, `/api/plans/${sample!.id}/handovers`, { agencies: ["co-quan-c"] });
  await send(giver, `/api/plans/${planId}/handovers`, { agencies: ["co-quan-b"], withFile: true });
  const [{ id: handover }] = JSON.parse((await callAs(stranger, "/api/handovers", {})).text).handovers;
  const opened = await callAs(stranger, `/api/handovers/${handover}`, {});
  expect(opened.status).toBe(200);
  const secret = await rowsOf(
    "select id from plan_clause where agency_id = $1 union select id from task where agency_id = $1 union select id from person where agency_id = $1",
    [agencyA],
  );
  expect(secret.filter(({ id }) => opened.text.includes(id!))).toEqual([]);
  await send(stranger, `/api/handovers/${handover}/acknowledge`, {});
  const topic = { title: "Đợt cao điểm", plannedOn: "2099-01-01", contact: "Văn phòng" };
  await send(giver, "/api/topic-claims", topic);
  expect((await callAs(stranger, "/api/topic-claims", {})).text).toContain(topic.title);
  const [ofB, ofC] = await rowsOf(
    "select id, number from official_document where agency_id = $1 and number is not null order by id",
    [agencyA],
  );
  await send(giver, `/api/documents/${ofB!.id}/sharing`, { agencies: ["co-quan-b"] }, "PUT");
  await send(giver, `/api/documents/${ofC!.id}/sharing`, { agencies: ["co-quan-c"] }, "PUT");
  const documents = (await callAs(stranger, "/api/shared-documents", {})).text;
  expect(JSON.parse(documents).documents.map(({ number }: { number: string }) => number)).toEqual([
    ofB!.number,
  ]);
  const [shared] = await rowsOf(
    "select a.id, p.email from appointment a join person p on p.id = a.person_id where a.agency_id = $1 and a.role = 'office'",
    [agencyA],
  );
  const contact = { showsPhone: false, showsEmail: true };
  await send(giver, `/api/appointments/${shared!.id}/shared-contact`, contact, "PUT");
  expect((await callAs(stranger, "/api/directory", {})).text).toContain(shared!.email);
  return [handover, shared!.email!];
}

beforeAll(async () => {
  keepFilesIn(mkdtempSync(join(tmpdir(), "gandan-isolation-")));
  db = await testDatabase("sample");
  listenIn();
  owner = new pg.Client({ connectionString: db.ownerUrl });
  await owner.connect();
  const columns = await rowsOf(
    "select table_name, column_name from information_schema.columns join information_schema.tables using (table_schema, table_name) where table_schema = 'public' and table_type = 'BASE TABLE' and (column_name = 'agency_id' or (table_name = 'agency' and column_name = 'id'))",
  );
  tables = columns.map(({ table_name }) => table_name!).toSorted();
  agencyA = (await rowsOf("select id from agency"))[0]!.id!;
  api = createApi({
    database: db.database,
    config: readConfig({}),
    actorOf: async () => current,
    onFault: (error) => faults.push(error),
  });
  // What the sample itself does not hold: a file read in, a picture.
  await db.pool.query(
    "insert into plan_import (id, agency_id, person_id, file_name, bytes, reading, paragraphs) select gen_random_uuid(), agency_id, id, 'a.txt', '', '{}', '[]' from person limit 1",
  );
  const picture = await sharp({ create: { width: 8, height: 8, channels: 3, background: "red" } })
    .png()
    .toBuffer();
  const form = new FormData();
  form.append("file", new File([new Uint8Array(picture)], "anh.png", { type: "image/png" }));
  form.append("alt", "Ảnh mẫu");
  const editor = (await rowsOf("select person_id as id from appointment where role = 'editor'"))[0]!.id!;
  await callAs(
    { ...nobody, personId: editor, agencyId: agencyA, appointments: [{ role: "editor", unitId: null }] },
    "/api/media",
    { method: "POST", body: form },
  );
  await makeNeighbours();
  const givenToB = await shareWithNeighbours();
  const withId = await rowsOf(
    "select table_name from information_schema.columns where table_schema = 'public' and column_name = 'id' and data_type = 'uuid' and table_name = any ($1)",
    [tables],
  );
  idsOfA = new Map();
  for (const { table_name: table } of withId) {
    const rows = await rowsOf(`select id from ${table} where ${ownerIn(table!)} = $1 order by id`, [agencyA]);
    if (rows[0]) idsOfA.set(table!, rows[0].id!);
    for (const { id } of rows) hiddenIds.add(id!);
  }
  for (const id of givenToB) hiddenIds.delete(id);
  reached = await whatTablesReach();
  const words = await rowsOf(
    "select email as word from person where agency_id = $1 union select title from content_revision where agency_id = $1 and title not in (select live.title from content_item join content_revision live on live.id = live_revision_id where state = 'published') union select title from task where agency_id = $1 and plan_id = (select id from plan where agency_id = $1 order by id limit 1)",
    [agencyA],
  );
  await watch(agencyA);
  await db.pool.query("update agency set name = name where id = $1", [agencyA]);
  expect((await owner.query("select what from touched")).rows).toEqual([{ what: "agency: UPDATE" }]);
  await owner.query("delete from touched");
  hiddenWords = words.map(({ word }) => word!).filter((word) => word && !givenToB.includes(word));
});

afterAll(() => owner?.end());

const isNamed = (input: object, id: string) => JSON.stringify(input).includes(id);

/** Which table the first word of a path speaks of; for other words, and where B has none, an object of each table is tried. */
const tableOfPath: Record<string, string> = {
  clauses: "plan_clause",
  content: "content_item",
  documents: "official_document",
  evidence: "evidence",
  obligations: "obligation",
  people: "person",
  "plan-imports": "plan_import",
  plans: "plan",
  reports: "report",
  tasks: "task",
  units: "unit",
};

/** Procedures that name an object in their path must say that it is not there. */
const namesAnObject = (path: string) => /\{\w*[iI]d\}/.test(path) && !namedBySender(path);

/** The sender makes the id of an upload; under another agency's it only begins one of its own. */
const namedBySender = (path: string) => path.startsWith("/media-uploads/");

describe("a person of another agency, with every role at once", () => {
  test("meets an agency that holds something of nearly every kind", () => {
    expect([...idsOfA.keys()]).toEqual(
      expect.arrayContaining(
        "agency unit person appointment official_document plan plan_import plan_clause obligation task evidence content_item content_revision media_asset report".split(
          " ",
        ),
      ),
    );
  });

  for (const procedure of procedures) {
    test(`${procedure.name} tells and changes nothing of it`, async () => {
      const anyId = uuidv7();
      const takesIds = procedure.input && isNamed(validInput(procedure.input, anyId), anyId);
      const call = async (id: string, table: string) => {
        const input = procedure.input ? validInput(procedure.input, id) : {};
        const { status, text } = await callAs(stranger, ...requestFor(procedure, input));
        const what = `${procedure.name} with an id of ${table}: ${status} ${text.slice(0, 300)}`;
        expect(status, what).toBeLessThan(500);
        if (namesAnObject(procedure.path)) expect([403, 404], what).toContain(status);
        expect(toldIn(text), what).toEqual([]);
      };
      if (takesIds) await tryEachId(call);
      else await call(anyId, "no table");
      // What one that only reads had changed is found behind the next that writes.
      if (procedure.method !== "GET") await demandUnchanged();
      expect(faults).toEqual([]);
    });
  }

  describe("with objects of its own", () => {
    const own = new Map<string, string>();
    beforeAll(async () => {
      const send = async (address: string, json: object) =>
        JSON.parse(
          (
            await callAs(stranger, address, {
              method: "POST",
              body: JSON.stringify(json),
              headers: { "content-type": "application/json" },
            })
          ).text,
        );
      const unitId = stranger.appointments.find((acting) => acting.unitId)!.unitId;
      const form = new FormData();
      form.append("file", new File([textPlan], "ke-hoach.txt"));
      const read = JSON.parse(
        (await callAs(stranger, "/api/plan-imports", { method: "POST", body: form })).text,
      );
      const { planId } = await send(`/api/plan-imports/${read.id}/confirm`, {
        year: 2026,
        version: read.version,
      });
      const { id: content } = await send("/api/content", { kind: "news", unitId });
      await send("/api/reports", { planId, period: "2026-06" });
      expect(content).toBeDefined();
      for (const table of idsOfA.keys()) {
        const [row] = await rowsOf(`select id from ${table} where ${ownerIn(table)} = $1 limit 1`, [
          stranger.agencyId,
        ]);
        if (row) own.set(table, row.id!);
      }
      expect([...own.keys()]).toEqual(
        expect.arrayContaining(["plan", "task", "content_item", "report", "unit", "person", "plan_clause"]),
      );
    });

    const linking = procedures.filter(({ input, path }) => {
      if (!input || !namesAnObject(path)) return false;
      const id = uuidv7();
      return JSON.stringify(validInput(input, id)).split(id).length > 2;
    });
    test("links to others in some procedures", () => expect(linking.length).toBeGreaterThan(5));

    for (const procedure of linking) {
      test(`${procedure.name} ties none of them to another agency's`, async () => {
        const named = tableOfPath[procedure.path.split("/")[1]!];
        const owned = named && own.has(named) ? [[named, own.get(named)!] as const] : [...own];
        for (const [ownTable, ownId] of owned)
          await tryEachId(async (id, table) => {
            const input = validInput(procedure.input!, id);
            for (const [, name] of procedure.path.matchAll(/\{(\w+)\}/g))
              if (input[name!] === id) input[name!] = ownId;
            const { status, text } = await callAs(stranger, ...requestFor(procedure, input));
            const what = `${procedure.name} of own ${ownTable} with an id of ${table}: ${status} ${text.slice(0, 300)}`;
            expect(status, what).toBeLessThan(500);
            expect(toldIn(text), what).toEqual([]);
          });
        await demandUnchanged();
      });
    }
  });

  test("has left no row that points into it", async () => {
    await demandUnchanged();
    for (const table of tables.filter((name) => name !== "agency")) {
      const told = table === "media_upload" ? "(to_jsonb(t) - 'id')" : "t";
      const rows = await rowsOf(`select ${told}::text as row from ${table} t where agency_id = $1`, [
        stranger.agencyId,
      ]);
      for (const { row } of rows) expect(toldIn(row!), `${table}: ${row}`).toEqual([]);
    }
  });
});
