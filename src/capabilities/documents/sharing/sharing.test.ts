import { beforeAll, describe, expect, test } from "vitest";
import { SAMPLE_AGENCY_ID, samplePersonId } from "#organization";
import type { Actor, Role } from "#platform/auth/actor.ts";
import { Forbidden, NotFound, Unacceptable } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { whySettled } from "#platform/work/notice-matters.ts";
import { work } from "#platform/work/work.ts";
import { registerDocument } from "../register-document.ts";
import { shareDocument } from "./share-document.ts";
import { receivedDocuments, sharingOf } from "./sharing-queries.ts";

let db: TestDatabase;
const actor = (role: Role, agencyId = SAMPLE_AGENCY_ID): Actor => ({
  personId: samplePersonId(role),
  name: role,
  agencyId,
  appointments: [{ role, unitId: null }],
});
const clerk = actor("office");
const [one, other] = [{ ...actor("office", uuidv7()), personId: uuidv7() }, actor("office", uuidv7())];
const share = (id: string, agencies: string[], who = clerk) =>
  work(db.database, who, (w) => shareDocument(w, { id, agencies }));
const read = async (who: Actor) =>
  (await receivedDocuments(db.database, who)).documents.map(({ from, number }) => [from, number]);
const described = { type: "Công văn", issuedOn: "2026-03-01", issuer: null, outgoing: true };

let id: string;
beforeAll(async () => {
  db = await testDatabase("sample");
  for (const [{ agencyId }, slug] of [
    [one, "xa-mot"],
    [other, "xa-hai"],
  ] as const)
    await db.pool.query(
      "insert into agency (id, kind, name, symbol, place, slug) values ($1, 'commune', $2, 'X', 'X', $2)",
      [agencyId, slug],
    );
  await db.pool.query(
    "insert into person (id, agency_id, name, email) values ($1, $2, 'Văn thư xã', 'van-thu@xa.vn')",
    [one.personId, one.agencyId],
  );
  await db.pool.query(
    "insert into appointment (id, agency_id, person_id, unit_id, role, from_date) values ($1, $2, $3, null, 'office', '2026-01-01')",
    [uuidv7(), one.agencyId, one.personId],
  );
  ({ id } = await work(db.database, clerk, (w) =>
    registerDocument(w, { ...described, number: "812/SVHTTDL-TTBCXB", abstract: "Hướng dẫn tuyên truyền" }),
  ));
});

describe("a document of the register", () => {
  test("is read by the agencies chosen and by no other, with its source and nothing that leads into its register", async () => {
    await share(id, ["xa-mot"]);
    expect(await read(one)).toEqual([["Sở Văn hóa, Thể thao và Du lịch", "812/SVHTTDL-TTBCXB"]]);
    expect(await read(other)).toEqual([]);
    expect(JSON.stringify(await receivedDocuments(db.database, one))).not.toContain(id);
    await expect(sharingOf(db.database, one, id)).rejects.toThrow(NotFound);
    await expect(share(id, ["xa-hai"], one)).rejects.toThrow(NotFound);
  });

  test("is told once to whoever keeps the register there, as long as it is shared", async () => {
    await share(id, ["xa-mot"]);
    const { rows } = await db.pool.query("select cause, title, href from notice where person_id = $1", [
      one.personId,
    ]);
    expect(rows).toEqual([
      {
        cause: expect.stringContaining(`document-shared:${id}:`),
        title: "Sở Văn hóa, Thể thao và Du lịch chia sẻ văn bản 812/SVHTTDL-TTBCXB: Hướng dẫn tuyên truyền",
        href: "/workspace/van-ban",
      },
    ]);
    expect(await whySettled(db.database, rows[0].cause, one)).toBeNull();
    expect(await whySettled(db.database, rows[0].cause, other)).toContain("không còn được chia sẻ");
  });

  test("moves from one agency to another in one act, said once in the audit", async () => {
    await share(id, ["xa-hai"]);
    await share(id, ["xa-hai"]);
    expect(await read(one)).toEqual([]);
    expect(await read(other)).toHaveLength(1);
    const { rows } = await db.pool.query(
      "select after from audit_entry where act = 'share-document' and object_id = $1 order by id",
      [id],
    );
    expect(rows.map(({ after }) => after)).toEqual([
      { agencies: ["xa-mot"], added: 1, ended: 0 },
      { agencies: ["xa-hai"], added: 1, ended: 1 },
    ]);
    await share(id, []);
    expect(await read(other)).toEqual([]);
  });

  test("stays where an agency is not there, the person only reads, or it has no number yet", async () => {
    await expect(share(id, ["xa-mot", "khong-co"])).rejects.toThrow(Unacceptable);
    await expect(share(id, ["xa-mot"], actor("auditor"))).rejects.toThrow(Forbidden);
    const draft = await work(db.database, clerk, (w) =>
      registerDocument(w, { ...described, number: null, abstract: "Chưa phát hành" }),
    );
    await expect(share(draft.id, ["xa-mot"])).rejects.toThrow("chưa có số");
    expect(await read(one)).toEqual([]);
  });
});
