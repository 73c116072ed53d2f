import { and, eq, isNull, notInArray, sql } from "drizzle-orm";
import type { z } from "zod";
import { Conflict, NotFound, Unacceptable } from "#platform/auth/policy.ts";
import type { Transaction } from "#platform/database/database.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { slugify } from "#platform/text/slugify.ts";
import type { Work } from "#platform/work/work.ts";
import { agencyChanged } from "./agency-changed.ts";
import type { unitFields } from "./contract.ts";
import type { Unit } from "./organization-queries.ts";
import { organizationPolicy } from "./policy.ts";
import { agency, unit } from "./tables.ts";
import { freeSlug } from "./unit-slug.ts";

type Fields = z.output<typeof unitFields>;

/** Adds a unit at the end of the list, or renames the one with `id`; its address (slug) never changes. */
export async function saveUnit(work: Work, { id, ...fields }: Fields & { id?: string }): Promise<Unit> {
  const { tx, actor } = work;
  organizationPolicy.permit(actor, "manage", { agencyId: actor.agencyId });
  // One after the other, so that a name taken meanwhile is told in words and not by the index.
  await tx.select({ id: agency.id }).from(agency).where(eq(agency.id, actor.agencyId)).for("update");
  if (id === undefined) {
    await nameIsFree(tx, actor.agencyId, fields);
    const [made] = await tx
      .insert(unit)
      .values({
        id: uuidv7(),
        agencyId: actor.agencyId,
        slug: await slugFor(tx, actor.agencyId, fields),
        position:
          sql`(select coalesce(max(position), 0) + 1 from unit where agency_id = ${actor.agencyId})` as never,
        ...fields,
      })
      .returning();
    await work.record({ act: "create-unit", objectKind: "unit", objectId: made!.id, after: made });
    await agencyChanged(work);
    return made!;
  }
  const [before] = await tx
    .select()
    .from(unit)
    .where(and(eq(unit.agencyId, actor.agencyId), eq(unit.id, id)))
    .for("update");
  if (!before) throw new NotFound("Không có đơn vị này trong cơ quan.");
  if (before.closedOn) throw new Conflict("Đơn vị này đã ngừng hoạt động nên giữ nguyên tên.");
  await nameIsFree(tx, actor.agencyId, fields, [id]);
  const [after] = await tx.update(unit).set(fields).where(eq(unit.id, id)).returning();
  await work.record({ act: "update-unit", objectKind: "unit", objectId: id, before, after });
  await agencyChanged(work);
  return after!;
}

/** @throws Unacceptable when another unit in force bears the name or the short name, however it is spelt. */
export async function nameIsFree(
  tx: Transaction,
  agencyId: string,
  fields: Pick<Fields, "name" | "shortName">,
  but: string[] = [],
): Promise<void> {
  const same = (column: "name" | "shortName") =>
    sql<boolean>`unit_name_key(${unit[column]}) = unit_name_key(${fields[column]})`;
  const others = await tx
    .select({ name: unit.name, shortName: unit.shortName, byName: same("name"), byShort: same("shortName") })
    .from(unit)
    .where(
      and(
        eq(unit.agencyId, agencyId),
        isNull(unit.closedOn),
        notInArray(unit.id, but),
        sql`(${same("name")} or ${same("shortName")})`,
      ),
    );
  const issues = [
    ...others
      .filter(({ byName }) => byName)
      .map(({ name }) => ({ field: "name", message: `Cơ quan đã có đơn vị tên “${name}”.` })),
    ...others
      .filter(({ byShort }) => byShort)
      .map(({ name, shortName }) => ({
        field: "shortName",
        message: `Tên viết tắt “${shortName}” đang là của ${name}.`,
      })),
  ];
  if (issues.length > 0) throw new Unacceptable(issues[0]!.message, issues);
}

/** The address of a new unit, made from its short name. */
export async function slugFor(
  tx: Transaction,
  agencyId: string,
  { shortName, name }: Pick<Fields, "name" | "shortName">,
): Promise<string> {
  const slug = slugify(shortName) || slugify(name);
  if (!slug) {
    const message = "Tên viết tắt cần có chữ hoặc số.";
    throw new Unacceptable(message, [{ field: "shortName", message }]);
  }
  const taken = new Set(
    (await tx.select({ slug: unit.slug }).from(unit).where(eq(unit.agencyId, agencyId))).map(
      (row) => row.slug,
    ),
  );
  return freeSlug(slug, taken);
}
