import type { Actor, Role } from "#platform/auth/actor.ts";
import { uuidv7 } from "#platform/database/id.ts";
import type { TestDatabase } from "#platform/testing/test-database.ts";
import { type Work, work } from "#platform/work/work.ts";
import { addProcedure } from "./add-procedure.ts";
import { type ProcedureRecord, procedureRecord } from "./procedure-record.ts";

/** A whole record with nothing missing, changed by `part`. */
export const wholeRecord = (part: Partial<ProcedureRecord> = {}): ProcedureRecord =>
  procedureRecord.parse({
    name: "Đăng ký tổ chức lễ hội",
    field: "Lễ hội",
    level: "province",
    serviceLevel: "full",
    audience: ["Công dân Việt Nam"],
    steps: "Bước 1. Nộp hồ sơ.\nBước 2. Nhận kết quả.",
    methods: [{ channel: "direct", limitAmount: 15, fees: [{ kind: "fee", amount: 0 }] }],
    components: [{ case: "", papers: [{ name: "Đơn đăng ký", originals: 1 }] }],
    implementingAgency: "Sở Mẫu",
    results: ["Văn bản trả lời"],
    keywords: ["hội làng"],
    ...part,
  });

/** Two agencies with a person for each role; `as` runs an act as one of them. */
export async function twoAgencies(db: TestDatabase) {
  const agencyId = uuidv7();
  const otherAgencyId = uuidv7();
  for (const [id, slug] of [
    [agencyId, "so-mau"],
    [otherAgencyId, "so-khac"],
  ])
    await db.pool.query(
      "insert into agency (id, kind, name, symbol, place, slug) values ($1, 'department', $2, 'SM', 'Nơi Mẫu', $2)",
      [id, slug],
    );
  const people = new Map<string, Actor>();
  const actor = async (role: Role, agency = agencyId): Promise<Actor> => {
    const known = people.get(role + agency);
    if (known) return known;
    const made: Actor = {
      personId: uuidv7(),
      name: "Nguyễn Văn Mẫu",
      agencyId: agency,
      appointments: [{ role, unitId: null }],
    };
    people.set(role + agency, made);
    await db.pool.query(
      "insert into person (id, agency_id, name, email, job_title) values ($1, $2, $3, $4, '')",
      [made.personId, agency, made.name, `${role}@${agency.slice(-12)}.mau.gandan.vn`],
    );
    return made;
  };
  const as = <T>(
    who: Actor,
    act: (current: Work) => Promise<T>,
    at = new Date("2026-11-30T09:00:00+07:00"),
  ) => work(db.database, who, act, { at });
  const clerk = await actor("office");
  const add = async (code: string, part: Partial<ProcedureRecord> = {}) => {
    const id = uuidv7();
    await as(clerk, (current) =>
      addProcedure(current, { id, code, record: wholeRecord(part), validFrom: "2026-01-15" }),
    );
    return id;
  };
  return { agencyId, otherAgencyId, actor, as, clerk, add };
}
