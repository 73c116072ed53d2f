import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { sql } from "drizzle-orm";
import type { z } from "zod";
import { Conflict, Forbidden, Unacceptable } from "#platform/auth/policy.ts";
import type { Database, Queryable } from "#platform/database/database.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { slugify } from "#platform/text/slugify.ts";
import { systemActor, work } from "#platform/work/work.ts";
import type { organizationContract } from "./contract.ts";
import { makeAccount } from "./make-account.ts";
import { newPasswordHindrance } from "./passwords/check-new-password.ts";
import { agency, appointment, firstRunCode, person, unit } from "./tables.ts";
import { freeSlug } from "./unit-slug.ts";

type FirstRunInput = z.output<
  NonNullable<(typeof organizationContract.completeFirstRun)["~orpc"]["inputSchema"]>
>;

const hash = (code: string) => createHash("sha256").update(code.trim().toUpperCase()).digest("hex");

/** True while the installation has no agency. */
export async function isFirstRun(q: Queryable): Promise<boolean> {
  return (await q.$count(agency)) === 0;
}

/** True while the installation waits for its first set-up because the sample was removed. */
export async function wasSampleRemoved(q: Queryable): Promise<boolean> {
  return (await isFirstRun(q)) && (await q.$count(firstRunCode)) > 0;
}

/** What the person at the console reads: that the first set-up waits, and its code. */
export async function firstRunLines(q: Queryable): Promise<string[]> {
  return [
    "Chưa có cơ quan nào: hãy mở nơi làm việc để thiết lập lần đầu.",
    `Mã thiết lập: ${await makeFirstRunCode(q)}`,
  ];
}

/** A new code for the person at the console; an earlier one no longer works. */
async function makeFirstRunCode(q: Queryable): Promise<string> {
  const code = randomBytes(5).toString("hex").toUpperCase();
  await q
    .insert(firstRunCode)
    .values({ codeHash: hash(code) })
    .onConflictDoUpdate({ target: firstRunCode.onlyRow, set: { codeHash: hash(code), madeAt: sql`now()` } });
  return code;
}

type Units = FirstRunInput["units"];

/** The fields that bear a name that stands further up already, however it is spelt. */
function repeated(units: Units, field: "name" | "shortName", say: (name: string) => string) {
  const keys = units.map((unit) => unit[field].toLocaleLowerCase("vi"));
  return units.flatMap((unit, index) =>
    keys.indexOf(keys[index]!) === index
      ? []
      : [{ field: `units.${index}.${field}`, message: say(unit[field]) }],
  );
}

/** An address for each unit, made from its short name; "ĐV" and "DV" are told apart. */
function freeSlugs(units: Units): string[] {
  const given = new Set<string>();
  return units.map(({ shortName }, position) => {
    const slug = freeSlug(slugify(shortName) || `don-vi-${position + 1}`, given);
    given.add(slug);
    return slug;
  });
}

/** Agency, units and first administrator in one transaction; only who reads the server's console has the code. */
export async function completeFirstRun(
  database: Database,
  input: FirstRunInput,
): Promise<{ agencyId: string }> {
  const agencyId = uuidv7();
  await work(database, systemActor(agencyId, "Thiết lập lần đầu"), async ({ tx, record }) => {
    const [kept] = await tx.select().from(firstRunCode).for("update");
    if (!(await isFirstRun(tx))) throw new Conflict("Hệ thống đã được thiết lập; hãy đăng nhập.");
    if (!kept || !timingSafeEqual(Buffer.from(kept.codeHash), Buffer.from(hash(input.code)))) {
      throw new Forbidden("Mã thiết lập không đúng; hãy xem mã in trên màn hình máy chủ khi khởi động.");
    }
    const twice = [
      ...repeated(input.units, "name", (name) => `Hai đơn vị cùng tên “${name}”.`),
      ...repeated(input.units, "shortName", (name) => `Hai đơn vị cùng tên viết tắt “${name}”.`),
    ];
    if (twice.length > 0) throw new Unacceptable(twice[0]!.message, twice);
    const slugs = freeSlugs(input.units);
    await tx.insert(agency).values({ id: agencyId, slug: slugify(input.agency.name), ...input.agency });
    await tx.insert(unit).values(
      input.units.map((fields, position) => ({
        id: uuidv7(),
        agencyId,
        slug: slugs[position]!,
        position,
        ...fields,
      })),
    );
    const { password, ...administrator } = input.administrator;
    const email = administrator.email.toLowerCase();
    const why = await newPasswordHindrance(tx, password, {
      agencyId,
      userId: null,
      owner: { name: administrator.name, email },
    });
    if (why) throw new Unacceptable(why, [{ field: "administrator.password", message: why }]);
    const userId = await makeAccount(tx, { ...administrator, email, password });
    const personId = uuidv7();
    await tx.insert(person).values({ id: personId, agencyId, userId, name: administrator.name, email });
    await tx.insert(appointment).values({
      id: uuidv7(),
      agencyId,
      personId,
      unitId: null,
      role: "administrator",
      fromDate: sql`(now() at time zone 'Asia/Ho_Chi_Minh')::date` as never,
    });
    await tx.delete(firstRunCode);
    await record({
      act: "complete-first-run",
      objectKind: "agency",
      objectId: agencyId,
      after: input.agency,
    });
  });
  return { agencyId };
}
