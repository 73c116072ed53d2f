import { isDeepStrictEqual } from "node:util";
import { eq, inArray, type SQL, sql } from "drizzle-orm";
import { Conflict } from "#platform/auth/policy.ts";
import type { Transaction } from "#platform/database/database.ts";
import type { Work } from "#platform/work/work.ts";
import { agencyChanged } from "../agency-changed.ts";
import { organizationPolicy } from "../policy.ts";
import { appointment, person, rosterImport, unit } from "../tables.ts";
import { linesOfImport, rosterImportForUpdate } from "./roster-import-queries.ts";
import { inOneWord, type WrittenPerson, type WrittenUnit } from "./written-roster.ts";

/** What is told of rows elsewhere that name a person or a unit, by their table. */
const hungWords: Record<string, string> = {
  task: "được giao nhiệm vụ",
  task_coordinating_unit: "được giao phối hợp nhiệm vụ",
  obligation_unit: "được giao nội dung phải thực hiện",
  plan_distribution: "được gửi kế hoạch",
  signing_authority: "có thẩm quyền ký",
  notice: "đã được báo việc",
  content_item: "có tin, bài",
  difficulty: "đã nêu khó khăn, vướng mắc",
  unit_report: "được yêu cầu báo cáo",
};

/** Which of the rows are named by which other tables, whatever capability keeps those. */
async function namedBy(
  tx: Transaction,
  of: "person" | "unit",
  ids: string[],
): Promise<(id: string) => string[]> {
  if (ids.length === 0) return () => [];
  const { rows: keys } = await tx.execute<{ table: string; column: string }>(sql`
    select c.conrelid::regclass::text as table, a.attname as column
    from pg_constraint c
    cross join lateral unnest(c.conkey, c.confkey) as k (own, theirs)
    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.own
    join pg_attribute t on t.attrelid = c.confrelid and t.attnum = k.theirs and t.attname = 'id'
    where c.contype = 'f' and c.confrelid = ${of}::regclass
      and c.conrelid not in ('appointment'::regclass, 'roster_import_line'::regclass)
    order by 1, 2
  `);
  const among = sql`(${sql.join(
    ids.map((id) => sql`${id}::uuid`),
    sql`, `,
  )})`;
  const asked: SQL[] = keys.map(
    ({ table, column }) =>
      sql`select ${table}::text as table, ${sql.identifier(column)} as id from ${sql.identifier(table)} where ${sql.identifier(column)} in ${among}`,
  );
  const { rows } = await tx.execute<{ table: string; id: string }>(sql.join(asked, sql` union `));
  return (id) => [
    ...new Set(
      rows
        .filter((row) => row.id === id)
        .map(({ table }) => hungWords[table] ?? "đã có việc khác gắn vào trong hệ thống"),
    ),
  ];
}

/** Who has been in: has a password or a session, or has done something. */
async function entered(tx: Transaction, ids: string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const among = sql.join(
    ids.map((id) => sql`${id}::uuid`),
    sql`, `,
  );
  const { rows } = await tx.execute<{ id: string }>(sql`
    select p.id from person p where p.id in (${among}) and (
      exists (select from auth_account a where a.user_id = p.user_id and a.password is not null)
      or exists (select from auth_session s where s.user_id = p.user_id)
      or exists (select from audit_entry e where e.agency_id = p.agency_id and e.person_id = p.id))
  `);
  return new Set(rows.map(({ id }) => id));
}

type Line<Written> = { id: string; written: Written };

async function ofPeople(tx: Transaction, lines: Line<WrittenPerson>[]): Promise<string[]> {
  const ids = lines.map(({ id }) => id);
  if (ids.length === 0) return [];
  // Held first: whoever gives them work meanwhile waits, and is then refused.
  const rows = await tx.select().from(person).where(inArray(person.id, ids)).for("update");
  const given = await tx.select().from(appointment).where(inArray(appointment.personId, ids));
  const hung = await namedBy(tx, "person", ids);
  const inside = await entered(tx, ids);
  return lines.flatMap(({ id, written: { appointments, ...written } }) => {
    const row = rows.find((one) => one.id === id)!;
    const { name, email, phone, jobTitle } = row;
    const own = given
      .filter(({ personId }) => personId === id)
      .map(({ role, unitId, toDate }) => inOneWord(role, unitId, toDate))
      .toSorted();
    const words = [
      inside.has(id) ? "đã đăng nhập hoặc đặt mật khẩu" : null,
      isDeepStrictEqual({ name, email, phone, jobTitle }, written) && row.active && !row.leavesOn
        ? null
        : "đã được sửa, khóa hoặc ghi ngày làm việc cuối",
      isDeepStrictEqual(own, appointments) ? null : "đã được phân công khác",
      ...hung(id),
    ].filter((word) => word !== null);
    return words.length > 0 ? [`“${name}”: ${words.join("; ")}`] : [];
  });
}

async function ofUnits(
  tx: Transaction,
  lines: Line<WrittenUnit>[],
  broughtPeople: ReadonlySet<string>,
): Promise<string[]> {
  const ids = lines.map(({ id }) => id);
  if (ids.length === 0) return [];
  const rows = await tx.select().from(unit).where(inArray(unit.id, ids)).for("update");
  const given = await tx.select().from(appointment).where(inArray(appointment.unitId, ids));
  const hung = await namedBy(tx, "unit", ids);
  return lines.flatMap(({ id, written }) => {
    const { name, shortName, kind, closedOn } = rows.find((one) => one.id === id)!;
    const others = new Set(
      given
        .filter(({ unitId, personId }) => unitId === id && !broughtPeople.has(personId))
        .map(({ personId }) => personId),
    );
    const words = [
      isDeepStrictEqual({ name, shortName, kind }, { ...written }) && !closedOn
        ? null
        : "đã được sửa hoặc ngừng hoạt động",
      others.size > 0 ? `có ${others.size} người khác được phân công vào` : null,
      ...hung(id),
    ].filter((word) => word !== null);
    return words.length > 0 ? [`“${name}”: ${words.join("; ")}`] : [];
  });
}

/**
 * Takes an import back whole: every unit and person of it goes, with their links, or none does, where somebody has
 * been in, was changed or appointed otherwise, or anything else names them since.
 */
export async function undoRosterImport(work: Work, { id }: { id: string }): Promise<void> {
  const { tx, actor, at } = work;
  organizationPolicy.permit(actor, "manage", { agencyId: actor.agencyId });
  const made = await rosterImportForUpdate(tx, actor.agencyId, id);
  if (made.undoneAt) throw new Conflict("Lần nhập này đã được lấy lại rồi.");
  const lines = await linesOfImport(tx, id);
  const people = lines.flatMap(({ personId, written }) =>
    personId ? [{ id: personId, written: written as WrittenPerson }] : [],
  );
  const units = lines.flatMap(({ unitId, written }) =>
    unitId ? [{ id: unitId, written: written as WrittenUnit }] : [],
  );
  const brought = new Set(people.map((one) => one.id));
  const reasons = [...(await ofPeople(tx, people)), ...(await ofUnits(tx, units, brought))];
  if (reasons.length > 0) {
    const shown = reasons.slice(0, 5);
    const more = reasons.length - shown.length;
    throw new Conflict(
      `Không lấy lại được lần nhập này vì ${reasons.length} trong ${lines.length} người, đơn vị đã được dùng: ${shown.join(". ")}${more > 0 ? `; và ${more} người, đơn vị khác` : ""}.`,
      { advice: "Chưa có gì thay đổi. Hãy khóa từng tài khoản hoặc ngừng từng đơn vị không cần nữa." },
    );
  }
  await tx.execute(sql`select take_back_roster(${id}::uuid)`);
  await tx
    .update(rosterImport)
    .set({ undoneBy: actor.personId, undoneAt: at })
    .where(eq(rosterImport.id, id));
  await work.record({
    act: "undo-roster-import",
    objectKind: "roster-import",
    objectId: id,
    before: {
      fileName: made.fileName,
      units: units.length,
      people: people.map(({ written: { name } }) => name),
    },
  });
  await agencyChanged(work);
}
