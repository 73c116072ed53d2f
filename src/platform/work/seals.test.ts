import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { purgeAudit } from "./purge-audit.ts";
import { sealAudit } from "./seal-audit.ts";
import { verifySeals } from "./verify-seals.ts";
import { systemActor, work } from "./work.ts";

const agency = "01999999-0000-7000-8000-000000000001";
let db: TestDatabase;
let owner: pg.Client;
beforeAll(async () => {
  db = await testDatabase();
  owner = new pg.Client({ connectionString: db.ownerUrl });
  await owner.connect();
});
afterAll(() => owner.end());

const write = (name: string, at?: Date) =>
  work(
    db.database,
    systemActor(agency),
    ({ record }) => record({ act: `try-${name}`, objectKind: "thing", objectId: name, after: { name } }),
    at && { at },
  );
const idOf = async (name: string): Promise<string> =>
  (await owner.query("select id from audit_entry where object_id = $1", [name])).rows[0].id;
const sealed = async (): Promise<string[]> =>
  (
    await db.pool.query(
      "select e.object_id from audit_seal s join audit_entry e on e.id = s.entry_id order by s.position",
    )
  ).rows.map(({ object_id: name }) => name);

beforeEach(async () => {
  await owner.query("truncate audit_entry, audit_seal, audit_unsealed, audit_checkpoint");
});

describe("sealing", () => {
  test("follows the commits: an entry written first and committed last is sealed last, and none is skipped", async () => {
    const slow = await db.pool.connect();
    await slow.query("begin");
    await slow.query(
      "insert into audit_entry (id, at, agency_id, person_name, act, object_kind, object_id) values (gen_random_uuid(), now(), $1, 'Máy', 'try-slow', 'thing', 'slow')",
      [agency],
    );
    await write("quick");
    expect(await sealAudit(db.database)).toBe(1);
    await write("next");
    await slow.query("commit");
    slow.release();
    expect(await sealAudit(db.database)).toBe(2);
    expect((await sealed()).toSorted()).toEqual(["next", "quick", "slow"]);
    expect((await sealed())[0]).toBe("quick");
    expect(await verifySeals(db.database)).toMatchObject({ broken: null, seals: 3, waiting: 0 });
  });

  test("is done by one at a time: whoever comes meanwhile leaves it, and writers write on", async () => {
    await write("one");
    const other = await db.pool.connect();
    await other.query("begin");
    await other.query("select seal_audit(10)");
    expect(await sealAudit(db.database)).toBe(0);
    await write("two");
    await other.query("commit");
    other.release();
    expect(await sealAudit(db.database)).toBe(1);
    expect(await sealed()).toEqual(["one", "two"]);
  });

  test("lets the serving role make no seal of its own, change or remove none, and jump no queue", async () => {
    await write("one");
    await sealAudit(db.database);
    for (const statement of [
      "insert into audit_seal select * from audit_seal",
      "update audit_seal set entry_act = 'other'",
      "delete from audit_seal",
      "truncate audit_seal",
      "delete from audit_unsealed",
      "insert into audit_unsealed (entry_id) select id from audit_entry",
      "alter table audit_entry disable trigger user",
    ])
      await expect(db.pool.query(statement), statement).rejects.toThrow(/permission denied|must be owner/);
  });

  test("seals what an earlier version has left, in the order of its days", async () => {
    await owner.query("alter table audit_entry disable trigger user");
    await write("second", new Date("2026-02-02T00:00:00Z"));
    await write("first", new Date("2026-01-01T00:00:00Z"));
    await owner.query("alter table audit_entry enable trigger user");
    expect((await verifySeals(db.database)).broken).toMatchObject({ breach: "unsealed", act: "try-first" });
    await owner.query("insert into audit_unsealed (entry_id) select id from audit_entry order by at, id");
    await sealAudit(db.database);
    expect(await sealed()).toEqual(["first", "second"]);
    expect((await verifySeals(db.database)).broken).toBeNull();
  });
});

describe("whoever owns the tables and tampers with them is found out:", () => {
  beforeEach(async () => {
    for (const name of ["one", "two", "three", "four"]) await write(name);
    await sealAudit(db.database);
    expect((await verifySeals(db.database)).broken).toBeNull();
  });
  const first = async () => (await verifySeals(db.database)).broken;

  test.each(["person_name = 'Người khác'", "at = at + interval '1 day'", "after = '{}'", "reason = ''"])(
    "an entry changed (%s)",
    async (change) => {
      await owner.query(`update audit_entry set ${change} where object_id in ('two', 'four')`);
      const { rows } = await owner.query("select at from audit_entry where object_id = 'two'");
      expect(await first()).toMatchObject({
        breach: "changed",
        position: 2,
        entryId: await idOf("two"),
        act: "try-two",
      });
      expect(rows).toHaveLength(1);
    },
  );

  test("an entry deleted is still named, with its moment and act", async () => {
    const id = await idOf("three");
    const { rows } = await owner.query("delete from audit_entry where object_id = 'three' returning at");
    expect(await first()).toEqual({
      breach: "removed",
      position: 3,
      entryId: id,
      at: rows[0].at,
      act: "try-three",
    });
  });

  test("an entry deleted together with its seal", async () => {
    const id = await idOf("two");
    await owner.query("delete from audit_entry where id = $1", [id]);
    await owner.query("delete from audit_seal where entry_id = $1", [id]);
    expect(await first()).toMatchObject({ breach: "seal-missing", position: 3, act: "try-three" });
  });

  test("an entry put in for an earlier day, and one put in past the sealer", async () => {
    const late =
      "insert into audit_entry (id, at, agency_id, person_name, act, object_kind, object_id) values (gen_random_uuid(), now() - interval '3 days', $1, 'Ai đó', 'try-late', 'thing', 'late')";
    await owner.query(late, [agency]);
    await sealAudit(db.database);
    expect(await first()).toMatchObject({ breach: "backdated", position: 5, act: "try-late" });
    await owner.query("truncate audit_unsealed");
    await owner.query("delete from audit_seal where position = 5");
    expect(await first()).toMatchObject({ breach: "unsealed", position: null, act: "try-late" });
  });

  test("an entry put in with a seal of its own in the middle", async () => {
    await owner.query("update audit_seal set position = position + 1000 where position > 1");
    await owner.query("update audit_seal set position = position - 999 where position > 1000");
    await owner.query(
      "insert into audit_entry (id, at, agency_id, person_name, act, object_kind, object_id) values (gen_random_uuid(), now(), $1, 'Ai đó', 'try-forged', 'thing', 'forged')",
      [agency],
    );
    await owner.query(
      "insert into audit_seal select 2, e.id, e.agency_id, e.at, e.act, audit_entry_digest(e), null, now(), sha256('giả') from audit_entry e where object_id = 'forged'",
    );
    expect(await first()).toMatchObject({ breach: "seal-changed", position: 2, act: "try-forged" });
  });

  test("entries that changed places", async () => {
    await owner.query("update audit_seal set position = 1000 where position = 2");
    await owner.query("update audit_seal set position = 2 where position = 3");
    await owner.query("update audit_seal set position = 3 where position = 1000");
    expect(await first()).toMatchObject({ breach: "seal-changed", position: 2, act: "try-three" });
  });

  test("entries removed in the name of a sample that was not theirs", async () => {
    await work(db.database, systemActor(agency), ({ record }) =>
      record({
        act: "remove-sample",
        objectKind: "agency",
        objectId: agency,
        after: { agencies: ["01999999-0000-7000-8000-000000000002"] },
      }),
    );
    await sealAudit(db.database);
    await owner.query("delete from audit_entry where object_id = 'two'");
    expect(await first()).toMatchObject({ breach: "removed", position: 2 });
  });
});

describe("taking out what is older than it is kept", () => {
  const years = (n: number) => new Date(Date.now() - n * 365.25 * 86_400_000);
  const purge = (before: Date) => purgeAudit(db.ownerUrl, { before, reason: "QĐ 01 (mẫu)" });
  const broken = async () => (await verifySeals(db.database)).broken?.breach ?? null;
  beforeEach(async () => {
    await owner.query(
      "insert into agency (id, kind, name, symbol, place, slug) values ($1, 'department', 'Sở Mẫu', 'SM', 'Bắc Ninh', 'so-mau') on conflict do nothing",
      [agency],
    );
    for (const [name, at] of [
      ["one", years(5)],
      ["two", years(4)],
      ["three", years(2.5)],
    ] as const) {
      await write(name, at);
      // As if sealed at once: what was sealed later than an hour after its moment counts as put in.
      await owner.query("update audit_unsealed set since = $1", [at]);
    }
    await write("new");
    await owner.query("select seal_audit(100)");
  });

  test("leaves a checkpoint from which the chain goes on, and stands in the audit with who did it", async () => {
    const made = await purge(years(3));
    expect(made).toMatchObject({ position: 2, entries: 2 });
    expect(await sealed()).toEqual(["three", "new"]);
    await owner.query("select seal_audit(100)");
    expect(await verifySeals(db.database)).toMatchObject({
      broken: null,
      seals: 3,
      purged: made && { position: 2, hash: made.hash },
    });
    const { rows } = await owner.query(
      "select person_name, reason, after from audit_entry where act = 'purge-audit'",
    );
    expect(rows).toEqual([
      {
        person_name: expect.stringContaining("Dòng lệnh"),
        reason: "QĐ 01 (mẫu)",
        after: expect.objectContaining({ position: 2, hash: made!.hash, entries: 2 }),
      },
    ]);
    // Again, later: from checkpoint to checkpoint.
    expect(await purge(years(2.2))).toMatchObject({ position: 3, entries: 1 });
    expect(await broken()).toBeNull();
    expect(await purge(years(2.2))).toBeNull();
  });

  test("takes nothing of the last two years, whoever asks, and is not the serving role's", async () => {
    await expect(purge(years(1.9))).rejects.toThrow("two years");
    await expect(db.pool.query("select purge_audit(now() - interval '3 years')")).rejects.toThrow(
      "permission denied",
    );
    expect(await sealed()).toEqual(["one", "two", "three", "new"]);
  });

  test("is told from a beginning cut off by hand, a checkpoint of one's own, and what is cut off after it", async () => {
    await owner.query("delete from audit_seal where position = 1");
    expect(await broken()).toBe("seal-missing");
    await owner.query("insert into audit_checkpoint select 1, sha256('x'), 1, now(), now()");
    expect(await broken()).toBe("checkpoint");
    await owner.query("truncate audit_checkpoint, audit_seal, audit_unsealed, audit_entry");
    await write("one", years(5));
    await write("two", years(4));
    await write("new");
    await owner.query("select seal_audit(100)");
    await purge(years(4.5));
    await owner.query("delete from audit_entry where object_id = 'two'");
    expect(await broken()).toBe("removed");
  });
});
